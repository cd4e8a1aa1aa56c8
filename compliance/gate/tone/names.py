"""What a customer may be called, read from the name as it is stored; nothing is guessed from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

TITLES: Final = (
    r"(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|rev|reverend|capt|captain|sir|madam)"
)
PARTICLES: Final = r"(?:van|von|der|den|de|da|del|della|di|du|la|le|bin|al|el|ter|y)"
PARTICLE: Final = re.compile(rf"{PARTICLES}$")
SUFFIXES: Final = frozenset("jr sr ii iii iv phd md esq".split())  # noqa: SIM905
TITLE: Final = re.compile(rf"{TITLES}\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Called:
    """A customer's names: ``first`` for short, ``full``, and ``formal`` with a known title.

    ``family`` is what a title stands before, where a name of one word is that. All are empty where
    there is no name.
    """

    first: str = ""
    full: str = ""
    formal: str = ""
    family: str = ""


@lru_cache(maxsize=256)
def called(name: str) -> Called:
    """Return what a customer may be called; “Ruiz, Ana” is Ana Ruiz, “Dr. Ana Ruiz” is Dr. Ruiz.

    Where no title stands before the name, the formal one is the full one.
    """
    words = given_first(" ".join(name.split())).split()
    titles = []
    while words and TITLE.match(words[0]):
        titles.append(words.pop(0))
    if not words:
        return Called()
    full = " ".join(words)
    last = len(words) - 1
    while last and words[last].strip(".,").casefold() in SUFFIXES:
        last -= 1
    first = last
    while first > 1 and PARTICLE.match(words[first - 1]):
        first -= 1
    family = " ".join(words[first : last + 1]).rstrip(",")
    given = words[0].rstrip(",")
    if not titles:
        return Called(given, full, full, family)
    formal = " ".join([*titles, family])
    if not first:  # “Ms. Ruiz” is all that is known
        return Called("", formal, formal, family)
    return Called(given, full, formal, family)


def given_first(name: str) -> str:
    """Return a name with the given name first, where a comma parts it from the family's."""
    if name.count(",") != 1 or name.casefold().rsplit(" ", 1)[-1].strip(".") in SUFFIXES:
        return name
    family, _, given = name.partition(",")
    return f"{given} {family}".strip()
