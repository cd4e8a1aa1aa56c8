"""What a text may name: keys of its words, to be looked up among names, and keys of the names.

Pure. The functions of the same names in the database (migration ``names_are_looked_up``) give the
same keys for stored rows, and the indexes hold them; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

# What parts words: all of ASCII but letters and digits, and the punctuation of Latin texts.
_SEPARATORS: Final = re.compile("[\x00-\x2f\x3a-\x60\x7b-\xbf\u2000-\u206f\u3000-\u303f]+")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
# A name is looked up by its first words; longer ones are told apart well enough by them.
PLACE_WORDS: Final = 6


def words(text: str) -> list[str]:
    """Return the words of a text without accents, ASCII letters in lower case."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_LOWER)
    return [word for word in _SEPARATORS.split(plain) if word]


# --- Places ------------------------------------------------------------------------------------


def place_key(name: str) -> str:
    """Return the key of a place's name or city: ``kite old dock``."""
    return " ".join(words(name)[:PLACE_WORDS])


def place_tail(name: str) -> str:
    """Return the key of a longer name's last two words: ``old dock``; empty for a short name.

    A place is often called by its street or quarter alone.
    """
    said = words(name)
    return " ".join(said[-2:]) if len(said) > 2 else ""


def spoken_places(text: str, brand: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of names, and of cities, that a text may name.

    A reply may leave out any of the brand's words at the front of a name.
    """
    said, own = words(text), words(brand)
    grams = {
        tuple(said[at : at + size])
        for at in range(len(said))
        for size in range(1, min(PLACE_WORDS, len(said) - at) + 1)
    }
    cities = frozenset(map(" ".join, grams))
    heads = [tuple(own[:count]) for count in range(1, len(own) + 1)]
    names = {" ".join((*head, *gram)[:PLACE_WORDS]) for head in heads for gram in grams}
    return cities | names, cities


# --- Offers ------------------------------------------------------------------------------------


def _base(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _pair(one: str, other: str) -> str:
    return f"{min(one, other)} {max(one, other)}"


def offer_keys(code: str, names: Iterable[str]) -> frozenset[str]:
    """Return the keys of an offer: its code, and pairs of beginnings of its names' words.

    A slip of spelling leaves one of a name's keys as it is: a word is known by its first letters,
    or beside its neighbor by its first or its last one alone.
    """
    return frozenset((code_key(code),)).union(*map(name_keys, names))


@lru_cache(maxsize=50_000)
def code_key(code: str) -> str:
    """Return the key of a code, however it is spaced."""
    return "=" + "".join(words(code))


@lru_cache(maxsize=50_000)
def name_keys(name: str) -> frozenset[str]:
    """Return the keys of one name of an offer."""
    bases = [_base(word) for word in words(name)]
    keys = _apart(bases)
    if len(bases) == 1:
        keys |= {f"^{bases[0][:4]}", f"${bases[0][-4:]}"}
    elif len(bases) == 2:
        keys |= _beside(*bases)
    return frozenset(keys)


def spoken_offers(text: str) -> frozenset[str]:
    """Return the keys of offers that a text may name."""
    said = words(text)
    bases = [_base(word) for word in said]
    keys = _apart(bases)
    for at, base in enumerate(bases):
        keys |= {f"^{base[:4]}", f"${base[-4:]}"}
        keys |= {"=" + "".join(said[at : at + count]) for count in (1, 2, 3)}
        if at + 1 < len(bases):
            keys |= _beside(base, bases[at + 1])
    return frozenset(keys)


def _apart(bases: Sequence[str]) -> set[str]:
    """Return the beginnings of two words, next to each other or with one word between them."""
    return {
        _pair(bases[at][:3], bases[at + step][:3])
        for step in (1, 2)
        for at in range(len(bases) - step)
    }


def _beside(one: str, other: str) -> set[str]:
    """Return the beginning of each of two words with the first and the last letter of the other."""
    return {
        f"{one[:3]}~{other[0]}",
        f"{one[:3]}~~{other[-1]}",
        f"{other[:3]}~{one[0]}",
        f"{other[:3]}~~{one[-1]}",
    }
