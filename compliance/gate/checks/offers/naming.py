"""Where a text names an offer: by code, name, alias, a near spelling, or by its terms alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compliance.gate.checks.offers.deals import (
    Amount,
    AmountKind,
    content,
    deal,
    distinctive,
)
from compliance.gate.checks.offers.remembered import of_offers
from compliance.gate.checks.offers.spelling import GENERIC, How, name_stems, spelled
from compliance.gate.lexicon import expand
from compliance.gate.text import Text
from compliance.gate.types import OfferFact

_DEAL_AFTER = re.compile(
    r"\s*(?:off\b|discount|savings?\b|back\b|bonus|less\b|credit|rebate|reduction|cheaper|reward"
    r"|gift\b|for\s(?:opening|joining|new|every|each)|when\s(?:you|a)|markdown|price\b|statement"
    r"|(?:\w+\s){0,2}(?:bonus|off|discount|rebate)\b)"
)
_DEAL_BEFORE = re.compile(
    r"(?:\bsav(?:e|es|ing|ings)\s(?:of\s)?|\bdiscount\sof\s|\bfor\s(?:just\s|only\s|the\ssame\s)?|\bonly\s|\bjust\s"
    r"|\boff\s|\bbonus\sof\s|\bat\s|\bget\s(?:you\s)?|\bearn\s|\breceive\s|\btake\s|\bknock\s|\bgive\syou\s"
    r"|\bcredit\sof\s|\b(?:reduced|discounted|lowered|cut)\sby\s|\bworth\s|\bevery\s|\bpays?\s|\bextra\s)(?:an?\s|up\sto\s|you\s|the\ssame\s)*$"
)
_NO_DEAL = re.compile(
    r"(?:[^.;,]{0,24}\b(?:fees?|charges?|charged|deposits?|penalty|tax|gratuity|tip|restocking|apr|apy"
    r"|interest|balance|minimum|limit|notice|refund|down\spayment|overdraft)\b)"
)
_OFF = re.compile(r"[^.;,]{0,24}\b(?:off|discount|bonus|half\sprice|savings?)\b")
_OFF_THING = re.compile(r"\s*off\s(?:of\s)?(?P<thing>(?:[a-z'-]+\s?){1,3})")
_GENERIC_WORD = re.compile(rf"\b{GENERIC}\b")
_TWO_BEFORE = re.compile(r"(?:(?<![a-z'-])[a-z'-]+\s){1,2}$")
_ON_WHAT = re.compile(r"\s(?:on|for)\s(?:our\s|the\s|all\s)?[a-z'-]+(?:\s[a-z'-]+)?")
_WORD = re.compile(r"[a-z']+")
_MOST_MENTIONS = 150


class TooManyOffersError(ValueError):
    """A text names offers so often that reading it would take too long."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An offer named in a text; offsets count in ``norm``."""

    offer: OfferFact
    start: int
    end: int
    how: How


def mentions(text: Text, offers: tuple[OfferFact, ...]) -> tuple[Mention, ...]:
    """Return the offers that a text names by code, name or part of it, in order."""
    found = [
        Mention(offers[spelt.offer], spelt.start, spelt.end, spelt.how)
        for spelt in spelled(text, offers)
    ]
    found.extend(_by_part(text, offers))
    return _settled(found)


def with_terms(
    named: tuple[Mention, ...],
    text: Text,
    offers: tuple[OfferFact, ...],
    stated: tuple[Amount, ...],
) -> tuple[Mention, ...]:
    """Return ``named`` with the offers that a text knows by their terms alone."""
    return _settled([*named, *_by_terms(text, offers, stated)])


def _settled(found: list[Mention]) -> tuple[Mention, ...]:
    """Return the surest reading of each stretch, in order."""
    if len(found) > _MOST_MENTIONS:
        raise TooManyOffersError("The text names offers more often than any reply does.")
    found.sort(key=lambda each: (each.how, each.start - each.end, each.start))
    kept: list[Mention] = []
    for each in found:
        clash = [other for other in kept if each.start < other.end and other.start < each.end]
        if not clash or (
            # Two offers may share a nickname or terms: both are named.
            all(other.how is each.how and other.offer is not each.offer for other in clash)
            and all((other.start, other.end) == (each.start, each.end) for other in clash)
        ):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


@of_offers
def _partials(offers: tuple[OfferFact, ...]) -> dict[str, OfferFact]:
    """Return the words that only one offer has in its name or terms, to be read beside *deal*."""
    owners: dict[str, set[int]] = {}
    for index, offer in enumerate(offers):
        stems = set(deal(offer.terms_text).things)
        for name in (offer.name, *offer.aliases):
            stems.update(distinctive(name_stems(name)))
        for stem in stems:
            owners.setdefault(stem, set()).add(index)
    return {
        stem: offers[next(iter(who))]
        for stem, who in owners.items()
        if len(who) == 1 and len(stem) > 2
    }


def _by_part(text: Text, offers: tuple[OfferFact, ...]) -> list[Mention]:
    known = _partials(offers)
    found = []
    for start, end, words in _beside_generic(text):
        named = [known[stem] for word in words if (stem := expand(word)[0]) in known]
        if named:
            found.append(Mention(named[-1], start, end, How.PARTIAL))
    return found


def _beside_generic(text: Text) -> list[tuple[int, int, list[str]]]:
    """Return where *deal* and its like stand, with the words right before or after them."""
    norm, found = text.norm, []
    for hit in _GENERIC_WORD.finditer(norm):
        before = _TWO_BEFORE.search(norm, max(0, hit.start() - 40), hit.start())
        after = _ON_WHAT.match(norm, hit.end())
        start = before.start() if before else hit.start()
        end = after.end() if after else hit.end()
        words = _WORD.findall(norm, start, hit.start()) + _WORD.findall(norm, hit.end(), end)
        found.append((start, end, words))
    return found


def may_name_by_terms(text: Text, offers: tuple[OfferFact, ...]) -> bool:
    """Say whether a text holds a word that an offer's terms are about."""
    things = _things(offers)
    return any(expand(token.text)[0] in things for token in text.tokens)


@of_offers
def _things(offers: tuple[OfferFact, ...]) -> frozenset[str]:
    return frozenset().union(*(deal(offer.terms_text).things for offer in offers))


def in_deal_language(norm: str, amount: Amount) -> bool:
    """Say whether an amount is put forward as a deal, not as a fee, a deposit or a price."""
    if amount.kind in {AmountKind.FACTOR, AmountKind.BUNDLE, AmountKind.GIFT}:
        return True
    after = norm[amount.end : amount.end + 40]
    before = norm[max(0, amount.start - 28) : amount.start]
    if _NO_DEAL.match(after) and not _OFF.match(after):
        return False
    if amount.kind == AmountKind.COUNT:
        return False
    if re.search(
        r"\b(?:fee|charge|deposit|penalty|tax|balance|minimum)\s(?:of|is|was|=|:)\s$", before
    ):
        return False
    return _DEAL_AFTER.match(after) is not None or _DEAL_BEFORE.search(before) is not None


def _by_terms(
    text: Text, offers: tuple[OfferFact, ...], stated: tuple[Amount, ...]
) -> list[Mention]:
    found: list[Mention] = []
    if len(stated) > _MOST_MENTIONS:
        raise TooManyOffersError("The text states more amounts than any reply does.")
    for amount in stated:
        if not in_deal_language(text.norm, amount):
            continue
        sentence = text.sentence_at(text.span(amount.start, amount.end)[0])
        start = max(sentence.norm_start, amount.start - 60)
        end = min(sentence.norm_end, amount.end + 70)
        around = set(content(text.norm[start:end]))
        for offer in offers:
            made = deal(offer.terms_text)
            shared = made.things & around
            same = any(amount.same(each) for each in made.amounts)
            if not made.things or not shared:
                continue
            kinds = {each.kind for each in made.amounts}
            if amount.kind == AmountKind.FACTOR and not made.things & set(
                content(text.norm[amount.end : amount.end + 30])
            ):
                continue
            if amount.kind == AmountKind.GIFT:
                # "Free refills" alone may be anyone's: what they are of must be named as well.
                if same and (len(shared) > 1 or len(made.things) == 1):
                    found.append(Mention(offer, amount.start, amount.end, How.TERMS))
                continue
            inside = set(content(text.norm[amount.start : amount.end]))
            full = (amount.kind == AmountKind.BUNDLE and bool(made.things & inside)) or (
                (made.things <= around)
                and (
                    (len(shared) > 1 and _OFF.match(text.norm, amount.end) is not None)
                    # A single thing counts where it is what the amount is off.
                    or made.things <= _off_what(text.norm, amount)
                )
            )
            if (same and amount.kind != AmountKind.COUNT) or (
                full and amount.kind in kinds and _leads(made.amounts, amount)
            ):
                found.append(Mention(offer, amount.start, amount.end, How.TERMS))
    return found


def _off_what(norm: str, amount: Amount) -> frozenset[str]:
    """Return the stems of what an amount is off, in the few words after it."""
    hit = _OFF_THING.match(norm, amount.end)
    return frozenset(content(hit["thing"])) if hit else frozenset()


def _leads(known: tuple[Amount, ...], amount: Amount) -> bool:
    """Say whether an amount is of the kind that the terms begin with."""
    return bool(known) and known[0].kind == amount.kind
