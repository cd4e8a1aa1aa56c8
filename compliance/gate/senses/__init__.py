"""A small thesaurus of general English: groups of words that a reply may use for a claim's words.

Each group is a concept in the pattern language. In a group of actions or qualities any member
stands for any other; a group of things is named by its kind and spoken of by its members.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.lexicon import stem
from compliance.gate.senses.actions import ACTIONS
from compliance.gate.senses.affairs import AFFAIRS
from compliance.gate.senses.goods import GOODS
from compliance.gate.senses.kinds import KINDS
from compliance.gate.senses.people import PEOPLE
from compliance.gate.senses.qualities import QUALITIES
from compliance.gate.senses.synonyms import SYNONYMS

_HEADS: Final = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """A group: its concept's name, its patterns, those a claim may name it by, its opposite."""

    name: str
    listing: str
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    opposite: str = ""
    action: bool = False
    quality: bool = False


@lru_cache(maxsize=1)
def senses() -> Mapping[str, Sense]:
    """Return the groups by the name of their concept."""
    found: dict[str, Sense] = {}
    for listing, action in ((ACTIONS, True), (QUALITIES, False)):
        lines = [line.partition(":") for line in listing.splitlines() if line]
        pairs = {}
        for label, _, _ in lines:
            one, _, other = label.partition(" >< ")
            if other:
                pairs[one] = other
                pairs.setdefault(other, one)
        for label, _, body in lines:
            own = label.partition(" >< ")[0]
            options = tuple(option.strip() for option in options_of(body))
            name, other = f"sense_{own}", pairs.get(own, "")
            found[name] = Sense(
                name,
                body,
                tuple(option for option in options[:_HEADS] if option[0] != "@"),
                tuple(option for option in options[_HEADS:] if option[0] != "@"),
                f"sense_{other}" if other else "",
                action,
                not action,
            )
    for line in (KINDS + PEOPLE + GOODS + AFFAIRS).splitlines():
        if line:
            label, _, body = line.partition(" > ")
            heads = tuple(head.strip() for head in label.split(","))
            name = "kind_" + "".join(char if char.isalpha() else "_" for char in heads[0])
            if name in found:
                heads = tuple(dict.fromkeys((*found[name].heads, *heads)))
                body = f"{found[name].listing} | {body}"
            found[name] = Sense(name, f"{body} | {' | '.join(heads)}", heads, ())
    return found


@lru_cache(maxsize=1)
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the words and phrases that may stand for a word, by its stem."""
    found: dict[str, dict[str, None]] = {}
    for line in SYNONYMS.splitlines():
        group = [word.strip() for word in line.split("|") if word.strip()]
        for word in group:
            if " " not in word:
                others = found.setdefault(stem(word), {})
                others.update((other, None) for other in group if other != word)
    return {word: tuple(others) for word, others in found.items()}


def options_of(listing: str) -> list[str]:
    """Split a listing at the bars that stand in no bracket."""
    parts, depth, last = [], 0, 0
    for at, char in enumerate(listing):
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            parts.append(listing[last:at])
            last = at + 1
    return [*parts, listing[last:]]
