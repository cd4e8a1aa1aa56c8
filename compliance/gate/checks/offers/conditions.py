"""Conditions of an offer that a reply may state wrongly: its price, its code, what it goes with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compliance.gate.checks.offers.deals import Amount, AmountKind, Deal
from compliance.gate.text import Text
from compliance.gate.types import OfferFact

_SAYS_PRICE = re.compile(
    r"[^.;,]{0,16}?\s?\b(?:is|are|costs?|runs|comes\sto|at|for|price\sis|priced\sat)\s"
    r"(?:only\s|just\s|still\s|now\s|currently\s|about\s)?$"
)
_FREE = re.compile(
    r"[^.;,]{0,24}?\b(?:(?:is|are|comes?|now|completely|totally|absolutely|entirely)\s(?:free|complimentary)"
    r"(?!\s(?:with|when|if|tire|after|from))\b"
    r"|free\sof\scharge|at\sno\s(?:extra\s)?(?:cost|charge)|costs?\s(?:you\s)?nothing|for\sfree)"
)
_STACK = (
    r"(?:combin(?:e|ed|es|ing|able)|stack(?:s|ed|ing|able)?|pair(?:s|ed)?(?=\s(?:it\s)?with)"
    r"|add(?:ed)?(?=\s(?:it\s)?(?:to|on\stop))|use(?:d)?(?=\s[^.;,]{0,40}\b(?:together|along|on\stop|as\swell\sas))"
    r"|works?(?=\s(?:together|along|alongside|on\stop|in\saddition))"
    r"|(?:good|valid)(?=\s(?:together|along|alongside|on\stop|with)))"
)
_ALLOWED = re.compile(
    rf"\b(?:can|may|could|will|lets?\syou|free\sto|able\sto|is|are|be|happily|to|it|and|simply|just|you|or)"
    rf"\s(?:also\s|even\s|be\s|still\s)*{_STACK}\b|\b{_STACK}\b"
)
_WITH_OTHERS = re.compile(
    r"\b(?:coupons?|discounts?|offers?|deals?|promotions?|promos?|codes?|vouchers?|specials?|sales?"
    r"|anything\selse|rewards?|points)\b"
)
_NOT_COMBINABLE = re.compile(
    r"\b(?:not|cannot|can't|may\snot|no|never|isn't)\s(?:\w+\s){0,3}?(?:combin\w+|stack\w*|valid\swith|used\swith)"
    r"|\bnon-?(?:combinable|stackable)\b|\bone\s(?:offer|discount|coupon)\sper\b"
)
_DENIAL = re.compile(
    r"(?:\bnot|n't|\bcannot|\bnever|\bno|\bwithout|\bneither|\bnor|\bunable|\bwhether|\bif|\bsorry)\b[^.;]{0,60}$"
)
_NOT_BOTH = re.compile(r"\b(?:not\sboth|either|or)\b")
_CODE = re.compile(
    r"\bcodes?(?:(?:\sfor\s[^.;]{1,40}?)?\s(?:is|would\sbe)|:|\s-)?\s"
    r"\"?(?P<code>[a-z0-9][a-z0-9-]{2,19})\b"
)
_IN_DEAL = re.compile(
    r"\b(?:off|discount|deal|offer|promo\w*|coupon|sav(?:e|es|ing|ings)|free|check-?out|special)\b"
)


@dataclass(frozen=True, slots=True)
class Misstated:
    """A term that a reply states wrongly; ``right`` is the value to write instead, if one fits."""

    start: int
    end: int
    what: str
    right: Amount | None = None


def is_price(norm: str, named: int, amount: Amount, made: Deal) -> bool:
    """Say whether an amount right after an offer's name is put forward as its price."""
    priced = any(each.kind == AmountKind.MONEY for each in made.amounts)
    return (
        priced
        and amount.kind == AmountKind.MONEY
        and named <= amount.start
        and _SAYS_PRICE.fullmatch(norm, named, amount.start) is not None
    )


def free_of_charge(norm: str, named: int, end: int, made: Deal) -> list[Misstated]:
    """Find an offer with a price that is said to cost nothing."""
    priced = any(each.kind == AmountKind.MONEY for each in made.amounts)
    if not priced or "free" in made.words:
        return []
    hit = _FREE.match(norm, named, end)
    return [] if hit is None else [Misstated(hit.start(), hit.end(), "price")]


def stacked(norm: str, start: int, end: int, terms: str) -> list[Misstated]:
    """Find an offer said to go with others where its terms say that it does not."""
    if _NOT_COMBINABLE.search(terms.lower()) is None:
        return []
    for hit in _ALLOWED.finditer(norm, start, end):
        denied = _DENIAL.search(norm, start, hit.start()) or _NOT_BOTH.search(norm, start, end)
        if not denied and _WITH_OTHERS.search(norm, start, end):
            return [Misstated(hit.start(), hit.end(), "condition")]
    return []


def codes(text: Text, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the codes of deals that ``norm[start:end]`` gives, with their spans in ``norm``."""
    if _IN_DEAL.search(text.norm, start, end) is None:
        return []
    found = []
    for hit in _CODE.finditer(text.norm, start, end):
        written = text.excerpt(*text.span(*hit.span("code")))
        if written.isupper() or (any(map(str.isdigit, written)) and any(map(str.isalpha, written))):
            found.append((*hit.span("code"), written.upper()))
    return found


def codes_of(offer: OfferFact) -> frozenset[str]:
    """Return the codes that belong to an offer: its own, and those that its terms give."""
    text = Text(offer.terms_text)
    given = {
        text.excerpt(*text.span(*hit.span("code"))).upper() for hit in _CODE.finditer(text.norm)
    }
    return frozenset({offer.code.upper(), *given})
