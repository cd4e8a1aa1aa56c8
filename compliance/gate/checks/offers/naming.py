"""Where a text names an offer: by code, name, alias, a near spelling, or by its terms alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from compliance.gate.checks.offers.deals import (
    Amount,
    AmountKind,
    content,
    deal,
    distinctive,
)
from compliance.gate.lexicon import expand
from compliance.gate.text import Text, Token
from compliance.gate.types import OfferFact

_GENERIC = (
    r"(?:deals?|offers?|promos?|promotions?|specials?|sales?|discounts?|bonus|events?|coupons?"
    r"|vouchers?|rebates?)"
)
_DEAL_AFTER = re.compile(
    r"\s*(?:off\b|discount|savings?\b|back\b|bonus|less\b|credit|rebate|reduction|cheaper|reward"
    r"|gift\b|for\s(?:opening|joining|new|every|each)|when\s(?:you|a)|markdown|price\b|statement"
    r"|(?:\w+\s){0,2}(?:bonus|off|discount|rebate)\b)"
)
_DEAL_BEFORE = re.compile(
    r"(?:\bsav(?:e|es|ing|ings)\s(?:of\s)?|\bdiscount\sof\s|\bfor\s(?:just\s|only\s)?|\bonly\s|\bjust\s"
    r"|\boff\s|\bbonus\sof\s|\bat\s|\bget\s(?:you\s)?|\bearn\s|\breceive\s|\btake\s|\bknock\s|\bgive\syou\s"
    r"|\bcredit\sof\s|\breduced\sby\s|\bworth\s|\bevery\s|\bpays?\s|\bextra\s)(?:an?\s|up\sto\s|you\s)*$"
)
_NO_DEAL = re.compile(
    r"(?:[^.;,]{0,24}\b(?:fees?|charges?|charged|deposits?|penalty|tax|gratuity|tip|restocking|apr|apy"
    r"|interest|balance|minimum|limit|notice|refund|down\spayment|overdraft)\b)"
)
_OFF = re.compile(r"[^.;,]{0,24}\b(?:off|discount|bonus|half\sprice|savings?)\b")


_MOST_MENTIONS = 400


class TooManyOffersError(ValueError):
    """A text names offers so often that reading it would take too long."""


class How(IntEnum):
    """How an offer is named, from the surest to the faintest."""

    CODE = 0
    NAME = 1
    NEAR = 2
    PARTIAL = 3
    TERMS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """An offer named in a text; offsets count in ``norm``."""

    offer: OfferFact
    start: int
    end: int
    how: How


def mentions(
    text: Text, offers: tuple[OfferFact, ...], stated: tuple[Amount, ...] = ()
) -> tuple[Mention, ...]:
    """Return the offers that a text names, in order, the surest reading of each stretch.

    ``stated`` are the amounts of the text; without them no offer is known by its terms alone.
    """
    found: list[Mention] = []
    words = [token for token in text.tokens if token.text[0].isalnum()]
    stems = [expand(token.text)[0] for token in words]
    for offer in offers:
        found.extend(_by_code(text, offer))
        for name in (offer.name, *offer.aliases):
            found.extend(_by_name(words, stems, offer, name))
        found.extend(_by_short_name(text, words, stems, offer))
    found.extend(_by_part(text, offers))
    found.extend(_by_terms(text, offers, stated))
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


def _by_code(text: Text, offer: OfferFact) -> list[Mention]:
    found = []
    spelt = re.escape(offer.code.lower())
    for hit in re.finditer(rf"(?<![\w-]){spelt}(?![\w-])", text.norm):
        written = text.excerpt(*text.span(hit.start(), hit.end()))
        before = text.norm[max(0, hit.start() - 12) : hit.start()]
        # A code that is a word ("DESERT") is one only in capitals or after "code".
        if offer.code.isalpha() and not written.isupper() and not re.search(r"\bcode\W+$", before):
            continue
        found.append(Mention(offer, hit.start(), hit.end(), How.CODE))
    return found


@lru_cache(maxsize=8192)
def _name_stems(name: str) -> tuple[str, ...]:
    tokens = Text(name).tokens
    return tuple(expand(token.text)[0] for token in tokens if token.text[0].isalnum())


def _by_name(words: list[Token], stems: list[str], offer: OfferFact, name: str) -> list[Mention]:
    wanted = _name_stems(name)
    size = len(wanted)
    if not size or (size == 1 and not distinctive(wanted)):
        return []
    found = []
    rare = bool(distinctive(wanted))
    head, ordered = wanted[0], sorted(wanted)
    for at in range(len(stems) - size + 1):
        first = stems[at]
        near_head = first[0] == head[0] or first[-1] == head[-1]
        if not near_head and first not in wanted:
            continue
        window = stems[at : at + size]
        if first == head and tuple(window) == wanted:
            how = How.NAME
        elif (rare and first in wanted and sorted(window) == ordered) or (
            near_head and _nearly(window, wanted)
        ):
            how = How.NEAR
        else:
            continue
        found.append(Mention(offer, words[at].start, words[at + size - 1].end, how))
    return found


def _by_short_name(
    text: Text, words: list[Token], stems: list[str], offer: OfferFact
) -> list[Mention]:
    """Find "First Frost" for the First Frost Event, where it is written as a name."""
    parts = offer.name.rsplit(" ", 1)
    if len(parts) != 2 or " " not in parts[0] or not re.fullmatch(_GENERIC, parts[1].lower()):
        return []
    return [
        replace(each, how=How.PARTIAL)
        for each in _by_name(words, stems, offer, parts[0])
        if all(
            word[0].isupper()
            for word in re.findall(r"\w+", text.excerpt(*text.span(each.start, each.end)))
        )
    ]


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


@lru_cache(maxsize=256)
def _partials(offers: tuple[OfferFact, ...]) -> dict[str, OfferFact]:
    """Return the words that only one offer has in its name or terms, to be read beside *deal*."""
    owners: dict[str, set[int]] = {}
    for index, offer in enumerate(offers):
        stems = set(deal(offer.terms_text).things)
        for name in (offer.name, *offer.aliases):
            stems.update(distinctive(_name_stems(name)))
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
    found = []
    for hit in re.finditer(
        rf"(?P<pre>(?:[a-z'-]+\s){{0,2}})\b{_GENERIC}\b(?P<post>\s(?:on|for)\s(?:our\s|the\s|all\s)?[a-z'-]+(?:\s[a-z'-]+)?)?",
        text.norm,
    ):
        words = re.findall(r"[a-z']+", hit["pre"]) + re.findall(r"[a-z']+", hit["post"] or "")
        found.append((hit.start(), hit.end(), words))
    return found


def in_deal_language(norm: str, amount: Amount) -> bool:
    """Say whether an amount is put forward as a deal, not as a fee, a deposit or a price."""
    if amount.kind in {AmountKind.FACTOR, AmountKind.BUNDLE}:
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
        sentence = next(
            (each for each in text.sentences if each.norm_start <= amount.start < each.norm_end),
            None,
        )
        if sentence is None:
            continue
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
            full = (
                made.things <= around
                and len(shared) > 1
                and _OFF.match(text.norm, amount.end) is not None
            )
            if (same and amount.kind != AmountKind.COUNT) or (
                full and amount.kind in kinds and _leads(made.amounts, amount)
            ):
                found.append(Mention(offer, amount.start, amount.end, How.TERMS))
    return found


def _leads(known: tuple[Amount, ...], amount: Amount) -> bool:
    """Say whether an amount is of the kind that the terms begin with."""
    return bool(known) and known[0].kind == amount.kind
