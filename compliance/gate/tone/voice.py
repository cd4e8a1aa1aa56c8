"""What in a draft is the voice's own speech: not quotations, names, links or legal wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from compliance.gate.text import Text
from compliance.gate.types import Facts

# Links, addresses and codes: "IM-4410" says nothing of oneself.
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|"
    r"(?<![\w'-])[a-z]{1,12}-?\d[\w-]*"
)
_QUOTE = re.compile(
    r'"([^"\n]{1,400})"|(?<![a-z0-9])\'([^\'\n](?:[^\n]{0,398}?[^\s])?)\'(?![a-z0-9])'
)
# Words that announce somebody else's words, before or just after a quotation.
_CITED_LINE = re.compile(r"^[ \t]*>[> \t]*(?P<said>[^\n]*\S)", re.MULTILINE)
_REPORTS = re.compile(
    r"\b(?:you (?:wrote|said|say|asked|ask|mention(?:ed)?|told us|quoted?|put it|call(?:ed)?)|"
    r"your (?:words|note|message|question|comment|review|e-?mail)|as you|"
    r"(?:reads?|says?|states?|said|called|named|titled|labell?ed|marked|entitled|words?|phrase|"
    r"term|sign|notice|heading|option|button|message|select|choose|click|press|tap|tick|pick|"
    r"enter|type|form|field|box|label|tab|link))\b"
)


_LETTERS = re.compile(r"[a-z]+")
_LIGHT = frozenset(
    "a an and are as at be by for in is it of on or our that the this to we with you your".split()  # noqa: SIM905
)


@lru_cache(maxsize=4096)
def normal_form(text: str) -> str:
    """Return a text's normalised form, outer spaces removed."""
    return Text(text).norm.strip()


def stated_names(facts: Facts) -> tuple[str, ...]:
    """Return the names a reply cites rather than says: brand, places, offers, customer, items."""
    customer = facts.customer
    names: list[str] = [facts.brand.name, facts.brand.loyalty]
    for place in (facts.place, *facts.elsewhere):
        names += (place.name, place.address, *place.names)
    for offer in facts.offers:
        names += (offer.code, offer.name, *offer.aliases)
    names.append(customer.name)
    for order in customer.orders:
        names += (order.id, order.item)
    return tuple(name for name in names if name)


class Span(NamedTuple):
    """A span of a draft's original text."""

    start: int
    end: int


class Voice:
    """A draft's own speech: spans of the normalised text that others wrote are left out."""

    def __init__(
        self,
        text: Text,
        *,
        names: Iterable[str] = (),
        verbatim: Iterable[str] = (),
        message: str = "",
    ) -> None:
        self.text = text
        spans = [found.span() for found in _LINK.finditer(text.norm)]
        spans += _quotations(text.norm, message)
        spans += _cited_lines(text, message)
        self.verbatim_spans = _occurrences(text.norm, verbatim)
        self.name_spans = _occurrences(text.norm, names)
        self.cited_spans = tuple(sorted(spans))
        self._merged = merged([*spans, *self.verbatim_spans, *self.name_spans])
        self._starts = [start for start, _ in self._merged]

    def own(self, start: int, end: int) -> bool:
        """Say whether a span of the normalised text is wholly the voice's own."""
        index = bisect_right(self._starts, max(start, end - 1)) - 1
        return index < 0 or self._merged[index][1] <= start

    def owns_original(self, start: int, end: int) -> bool:
        """Say the same of a span of the original text."""
        norm = self.text.norm_position(start)
        return self.own(norm, max(norm + 1, self.text.norm_position(end)))


def _cited_lines(text: Text, message: str) -> list[tuple[int, int]]:
    """Return the lines that a mark at their start cites, where the customer did write them."""
    if not message or ">" not in text.original:
        return []
    written = normal_form(message)
    return [
        (text.norm_position(found.start()), text.norm_position(found.end()))
        for found in _CITED_LINE.finditer(text.original)
        if normal_form(found["said"]) in written
    ]


def _quotations(norm: str, message: str) -> list[tuple[int, int]]:
    """Return the quotations that are not the voice's own speech.

    These are the customer's words, announced ones, and any of three words or more. A short one
    that nobody is said to have said is the voice's.
    """
    found: list[tuple[int, int]] = []
    if '"' not in norm and "'" not in norm:
        return found
    said = normal_form(message) if message else ""
    for match in _QUOTE.finditer(norm):
        content = (match[1] or match[2]).strip(" .,!?")
        around = norm[max(0, match.start() - 60) : match.start()]
        after = norm[match.end() : match.end() + 30]
        around = re.split(r"[.!?]\s", around)[-1] + " | " + re.split(r"[.!?]\s", after)[0]
        if (
            len(content.split()) >= 3
            or (content and content in said)
            or _REPORTS.search(around) is not None
        ):
            found.append(match.span())
    return found


def _occurrences(norm: str, phrases: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where phrases occur as whole words of the normalised text."""
    spans: list[tuple[int, int]] = []
    for phrase in phrases:
        wanted = normal_form(phrase)
        if len(wanted) < 2:
            continue
        start = norm.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            bounded = not (start and norm[start - 1].isalnum() and wanted[0].isalnum()) and not (
                end < len(norm) and norm[end].isalnum() and wanted[-1].isalnum()
            )
            if bounded:
                spans.append((start, end))
            start = norm.find(wanted, end)
    return tuple(sorted(spans))


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the spans that overlap; given in any order, returned in text order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def carries(text: Text, statement: str) -> bool:
    """Say whether one sentence holds all the words of a statement that carry its meaning."""
    wanted, words = _meaning(statement)
    if wanted.rstrip(".!") in text.norm:
        return True
    # Most texts lack one of the words: that is told without reading sentence by sentence.
    if not words or not all(word in text.norm for word in words):
        return False
    return any(
        words <= set(_LETTERS.findall(text.norm[sentence.norm_start : sentence.norm_end]))
        for sentence in text.sentences
    )


@lru_cache(maxsize=512)
def _meaning(statement: str) -> tuple[str, frozenset[str]]:
    """Return a statement's normal form and its words that carry a meaning."""
    wanted = normal_form(statement)
    return wanted, frozenset(word for word in _LETTERS.findall(wanted) if word not in _LIGHT)
