"""The substance of an offer: its amounts and the things it is about, in its terms or in a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compliance.gate.checks.offers.gifts import gifts
from compliance.gate.lexicon import expand, words
from compliance.gate.numerals import NUMBER, number_value
from compliance.gate.quantities import quantities
from compliance.gate.text import Text
from compliance.gate.types import Unit

# Words that many offers share: they tell none of them apart.
_COMMON = words(
    "a an the and or of for with on in at to off per any every each all your our you we my "
    "this that from by is are be when one only first second new price priced item get buy "
    "free save half day week weekend month year monday tuesday wednesday thursday friday "
    "saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays holiday "
    "summer autumn fall winter spring season seasonal deal offer promotion promo special "
    "sale discount bonus reward coupon voucher event days weekly daily member club customer "
    "guest more full regular percent dollar early late happy hour big great best super "
    "classic extra value charge cost waived complimentary"
)
_COMMON_STEMS = frozenset(stem for word in _COMMON for stem in expand(word))
_TIMES = re.compile(r"\b(?P<word>double|triple|quadruple|twice|2x|3x|4x|two\stimes|three\stimes)\b")
_FACTORS = {"double": 2, "twice": 2, "2x": 2, "two times": 2, "triple": 3, "3x": 3,
            "three times": 3, "quadruple": 4, "4x": 4}  # fmt: skip
_FOR_PRICE = re.compile(rf"\bfor\sthe\sprice\sof\s(?P<m>{NUMBER})\b")
_A_NUMBER = re.compile(rf"(?<![\w.,$-]){NUMBER}\b(?!\s?[.:%]\d)")
_MANY_REACH = 48  # characters before "for the price of" in which the number bought may stand
_NTH = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8,
    "9th": 9, "10th": 10,
}  # fmt: skip
_MORE = rf"(?:{'|'.join(_NTH)}|another|next)"
_BUY_GET = re.compile(
    rf"\bbuy\s(?P<n>{NUMBER})\b[^.;]{{0,40}}?,?\s(?:and\s)?get\s(?:the\s)?"
    rf"(?P<m>{_MORE}|{NUMBER})\b(?:\s\w+){{0,3}}?(?:\s(?P<cut>(?:at|for)\s(?:half\sprice|half\soff|\d+%\soff)|half\soff)"
    r"|\s?(?:free|on\sus|for\sfree))?"
)
_ONE_FREE = re.compile(
    rf"\b(?:buy|get|take|book|order|grab)\s(?P<n>{NUMBER})\b[^.;]{{0,40}}?\b(?:the|your)\s(?P<m>{_MORE})"
    r"(?:\s(?:one|[a-z]+))?"
    r"\s(?:is|comes|goes|will\sbe|costs)\s(?:(?:at|for)\s)?(?:(?:just\s|only\s)?(?:free|on\sus|(?:a|one)\s(?:dollar|buck|cent|penny)\b)|(?P<cut>half\s(?:price|off)|\d+%\soff))"
)
_WHEN_BUYING = re.compile(rf"\bfree\b[^.;,]{{0,30}}?\b(?:when|if)\syou\sbuy\s(?P<n>{NUMBER})\b")
_NTH_FREE = re.compile(
    rf"\b(?:every|your|the)\s(?P<m>{'|'.join(_NTH)})\s(?:[\w-]+\s){{1,3}}(?:is|comes)\s(?:free|on\sus(?!\sto\b))\b"
)
_N_FOR_M = re.compile(
    rf"\b(?P<n>{NUMBER})\s(?:[a-z-]+\s){{0,2}}?(?:for|,?\spay\s(?:only\s|just\s)?for)\s(?P<m>one|two|three|four)\b"
    r"(?!\s?(?:people|guests|persons|hours?|days?|weeks?|months?|years?|minutes?|dollars?|nights?|hundred|[-$%])|\d)"
    rf"|\b(?P<n2>{NUMBER})\s(?:[a-z-]+\s?){{1,3}},\spay\s(?:only\s|just\s)?for\s(?P<m2>one|two|three|four)\b"
)
_BUNDLED = re.compile(
    r"\b(?:buy|free|dollar|buck|bogo|b1g1|on\sus|for\s(?:the\sprice|one|two|three|four)|two[\s-]for|2[\s-]for)\b"
)
_BOGO = re.compile(r"\b(?:bogo|b1g1|two[\s-]for[\s-]one|2[\s-]for[\s-]1)\b")
# What tells which one of several it is, not what it is.
ORDINALS = frozenset(_NTH)
_ORDINAL_MORE = frozenset({*_NTH, "another", "next"})
_CUT = 0.5  # what tells "the fourth at half price" from "the fourth free" in a bundle's value


class AmountKind:
    """The kinds of amount that an offer can be about."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    FACTOR = "factor"
    BUNDLE = "bundle"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a deal; ``noun`` is what a count counts; offsets count in ``norm``.

    A bundle (*three for the price of two*) has the value ``n + m / 100``, half as much again where
    the last is only cheaper; a gift (*free refills*) is told by its noun, and by ``which`` of
    several it is (*the third night*, or *the third* alone).
    """

    kind: str
    value: float
    start: int
    end: int
    noun: str = ""
    in_words: bool = False
    which: str = ""

    def same(self, other: Amount) -> bool:
        """Say whether two amounts agree in kind and value."""
        if self.kind == AmountKind.GIFT:
            return other.kind == AmountKind.GIFT and self._same_gift(other)
        return self.kind == other.kind and abs(self.value - other.value) < 0.01

    def _same_gift(self, other: Amount) -> bool:
        if self.noun == other.noun:
            return not (self.which and other.which) or self.which == other.which
        return self.noun in ORDINALS and self.which == other.which


def amounts(text: Text) -> tuple[Amount, ...]:
    """Return what could be a deal's amounts in a text, in order."""
    bundles = _bundles(text.norm)
    found = list(bundles)
    for hit in _TIMES.finditer(text.norm):
        value = float(_FACTORS[" ".join(hit["word"].split())])
        found.append(Amount(AmountKind.FACTOR, value, hit.start(), hit.end()))
    kinds = {
        Unit.MONEY: AmountKind.MONEY,
        Unit.PERCENT: AmountKind.PERCENT,
        Unit.COUNT: AmountKind.COUNT,
    }
    for each in quantities(text):
        kind = kinds.get(each.unit)
        if kind is None or any(
            a.start < each.norm_end and each.norm_start < a.end
            for a in bundles
            # "The fourth at half price" is a share as well.
            if not (each.unit is Unit.PERCENT and a.value % 1 > _CUT - 0.01)
        ):
            continue
        noun = expand(each.noun)[0] if each.noun else ""
        found.append(Amount(kind, each.value, each.norm_start, each.norm_end, noun, each.in_words))
    found.extend(
        Amount(AmountKind.GIFT, 1, each.start, each.end, each.noun, which=each.which)
        for each in gifts(text.norm)
    )
    return tuple(sorted(found, key=lambda each: each.start))


def _bundles(norm: str) -> list[Amount]:
    found: list[Amount] = []
    if _BUNDLED.search(norm) is None:
        return found
    for hit in _FOR_PRICE.finditer(norm):
        before = list(_A_NUMBER.finditer(norm, max(0, hit.start() - _MANY_REACH), hit.start()))
        counted = [each for each in before if not each.group().startswith(("a ", "an "))]
        if counted:
            many, paid = _number(counted[-1].group()), _number(hit["m"])
            start = counted[-1].start()
            found.append(Amount(AmountKind.BUNDLE, many + paid / 100, start, hit.end()))
    for hit in _BUY_GET.finditer(norm):
        paid = _number(hit["n"])
        more = 1.0 if hit["m"] in _ORDINAL_MORE else _number(hit["m"])
        value = paid + more + paid / 100 + (_CUT if hit["cut"] else 0)
        found.append(Amount(AmountKind.BUNDLE, value, hit.start(), hit.end()))
    for hit in _N_FOR_M.finditer(norm):
        many, paid = _number(hit["n"] or hit["n2"]), _number(hit["m"] or hit["m2"])
        if many == paid + 1:
            found.append(Amount(AmountKind.BUNDLE, many + paid / 100, hit.start(), hit.end()))
    for pattern in (_ONE_FREE, _WHEN_BUYING):
        for hit in pattern.finditer(norm):
            paid = _number(hit["n"])
            value = paid + 1 + paid / 100 + (_CUT if hit.groupdict().get("cut") else 0)
            found.append(Amount(AmountKind.BUNDLE, value, hit.start(), hit.end()))
    for hit in _NTH_FREE.finditer(norm):
        many = _NTH[hit["m"]]
        found.append(Amount(AmountKind.BUNDLE, many + (many - 1) / 100, hit.start(), hit.end()))
    found.extend(
        Amount(AmountKind.BUNDLE, 2.01, hit.start(), hit.end()) for hit in _BOGO.finditer(norm)
    )
    return found


def _number(written: str) -> float:
    value = number_value(written)
    return float(value) if value is not None else 0.0


@dataclass(frozen=True, slots=True)
class Deal:
    """An offer's terms as read: its amounts and the stems of the things it is about."""

    amounts: tuple[Amount, ...]
    things: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=4096)
def deal(terms: str) -> Deal:
    """Read an offer's terms."""
    text = Text(terms)
    stems = frozenset(content(text.norm))
    return Deal(amounts(text), frozenset(stems - _COMMON_STEMS), stems)


@lru_cache(maxsize=20_000)
def content(norm: str) -> tuple[str, ...]:
    """Return the stems of a text's words, numbers left out."""
    return tuple(
        stem
        for word in re.findall(r"[a-z]+(?:'[a-z]+)?", norm)
        for stem in expand(word)
        if len(stem) > 1
    )


def distinctive(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return the stems that many offers would not share."""
    return tuple(stem for stem in stems if stem not in _COMMON_STEMS)
