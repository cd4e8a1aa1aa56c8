"""Where a text spells an offer's code or name, exactly or nearly; looked up, not searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from compliance.gate.checks.offers.deals import distinctive
from compliance.gate.checks.offers.remembered import of_offers
from compliance.gate.lexicon import expand
from compliance.gate.text import Text, Token
from compliance.gate.types import OfferFact

GENERIC = (
    r"(?:deals?|offers?|promos?|promotions?|specials?|sales?|discounts?|bonus|events?|coupons?"
    r"|vouchers?|rebates?|reductions?|savings|markdowns?)"
)
_LEAST_SINGLE = 7  # letters that a name of one word needs before a slip of spelling is forgiven


class How(IntEnum):
    """How an offer is named, from the surest to the faintest."""

    CODE = 0
    NAME = 1
    NEAR = 2
    PARTIAL = 3
    TERMS = 4


@dataclass(frozen=True, slots=True)
class Spelt:
    """A code or name found in a text; ``offer`` counts in the offers that were looked for."""

    offer: int
    start: int
    end: int
    how: How


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to look for; ``short`` marks one that must be written with capitals."""

    offer: int
    stems: tuple[str, ...]
    rare: bool
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Index:
    """The names of a brand's offers by the words they are made of, and their codes."""

    names: tuple[_Name, ...]
    by_stem: dict[str, tuple[int, ...]]
    long_single: tuple[int, ...]
    codes: re.Pattern[str] | None
    code_of: dict[str, tuple[int, ...]]


@of_offers
def _index(offers: tuple[OfferFact, ...]) -> _Index:
    names: list[_Name] = []
    code_of: dict[str, tuple[int, ...]] = {}
    for number, offer in enumerate(offers):
        code = offer.code.lower()
        code_of[code] = (*code_of.get(code, ()), number)
        for written in (offer.name, *offer.aliases):
            stems = name_stems(written)
            rare = bool(distinctive(stems))
            if stems and (len(stems) > 1 or rare):
                names.append(_Name(number, stems, rare))
        short = _short(offer.name)
        if short:
            stems = name_stems(short)
            names.append(_Name(number, stems, bool(distinctive(stems)), short=True))
    by_stem: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        for stem in set(name.stems):
            by_stem.setdefault(stem, []).append(at)
    spelt = "|".join(re.escape(code) for code in sorted(code_of, key=len, reverse=True) if code)
    return _Index(
        tuple(names),
        {stem: tuple(which) for stem, which in by_stem.items()},
        tuple(
            at
            for at, name in enumerate(names)
            if len(name.stems) == 1 and len(name.stems[0]) >= _LEAST_SINGLE
        ),
        re.compile(rf"(?<![\w-])(?:{spelt})(?![\w-])") if spelt else None,
        code_of,
    )


def _short(name: str) -> str:
    """Return "First Frost" for the First Frost Event: what is left without the generic word."""
    parts = name.rsplit(" ", 1)
    generic = len(parts) == 2 and " " in parts[0] and re.fullmatch(GENERIC, parts[1].lower())
    return parts[0] if generic else ""


def spelled(text: Text, offers: tuple[OfferFact, ...]) -> Iterator[Spelt]:
    """Yield where a text spells the codes and names of offers."""
    index = _index(offers)
    yield from _codes(text, offers, index)
    words = [token for token in text.tokens if token.text[0].isalnum()]
    stems = [expand(token.text)[0] for token in words]
    for number, at in sorted(_candidates(stems, index)):
        name = index.names[number]
        size = len(name.stems)
        how = _match(stems[at : at + size], name)
        if how is None:
            continue
        start, end = words[at].start, words[at + size - 1].end
        if name.short:
            if not _capital(text, words[at : at + size]):
                continue
            how = How.PARTIAL
        yield Spelt(name.offer, start, end, how)


def _codes(text: Text, offers: tuple[OfferFact, ...], index: _Index) -> Iterator[Spelt]:
    for hit in index.codes.finditer(text.norm) if index.codes else ():
        written = text.excerpt(*text.span(hit.start(), hit.end()))
        before = text.norm[max(0, hit.start() - 12) : hit.start()]
        for number in index.code_of[hit.group()]:
            # A code that is a word ("DESERT") is one only in capitals or after "code".
            plain = offers[number].code.isalpha() and not written.isupper()
            if not plain or re.search(r"\bcode\W+$", before):
                yield Spelt(number, hit.start(), hit.end(), How.CODE)


def _candidates(stems: list[str], index: _Index) -> set[tuple[int, int]]:
    """Return the names, with where they would start, that share a word with the text."""
    found: set[tuple[int, int]] = set()
    last = len(stems)
    for at, stem in enumerate(stems):
        for number in index.by_stem.get(stem, ()):
            size = len(index.names[number].stems)
            found.update(
                (number, first) for first in range(max(0, at - size + 1), min(at, last - size) + 1)
            )
        if len(stem) >= _LEAST_SINGLE - 2:
            for number in index.long_single:
                real = index.names[number].stems[0]
                if abs(len(real) - len(stem)) <= 2 and (real[0] == stem[0] or real[-1] == stem[-1]):
                    found.add((number, at))
    return found


def _match(window: list[str], name: _Name) -> How | None:
    if tuple(window) == name.stems:
        return How.NAME
    if name.rare and window[0] in name.stems and sorted(window) == sorted(name.stems):
        return How.NEAR
    first, head = window[0], name.stems[0]
    near_head = first[0] == head[0] or first[-1] == head[-1]
    return How.NEAR if near_head and _nearly(window, name.stems) else None


def _capital(text: Text, words: list[Token]) -> bool:
    written = text.excerpt(*text.span(words[0].start, words[-1].end))
    return all(word[0].isupper() for word in re.findall(r"\w+", written))


@lru_cache(maxsize=8192)
def name_stems(name: str) -> tuple[str, ...]:
    """Return the stems of a name's words."""
    tokens = Text(name).tokens
    return tuple(expand(token.text)[0] for token in tokens if token.text[0].isalnum())


def _nearly(window: list[str], wanted: tuple[str, ...]) -> bool:
    """Say whether two names differ by slips of spelling only, each word at most a little."""
    slips = 0
    for seen, real in zip(window, wanted, strict=True):
        if seen == real:
            continue
        allowed = 0 if len(real) < 4 else 1 if len(real) < 8 else 2
        if abs(len(seen) - len(real)) > allowed or not allowed:
            return False
        if seen[0] != real[0] and seen[-1] != real[-1]:
            return False
        if distance(seen, real, allowed) > allowed:
            return False
        slips += 1
    total = sum(len(word) for word in wanted)
    return 0 < slips <= max(1, len(wanted) - 1) and (len(wanted) > 1 or total >= 7)


def distance(first: str, second: str, most: int) -> int:
    """Return the edit distance of two words with swaps counted once, or more than ``most``."""
    previous: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, previous, row = previous, row, [i]
        for j, b in enumerate(second, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
