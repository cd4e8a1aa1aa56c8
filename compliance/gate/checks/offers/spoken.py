"""Which offers each stretch of a reply speaks of, and in what manner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from compliance.gate.checks.offers.claims import (
    SPEAKS_OF_OFFER,
    TAKES_UP,
    Manner,
    manner,
)
from compliance.gate.checks.offers.deals import Amount, AmountKind, content, deal
from compliance.gate.checks.offers.naming import Mention, with_terms
from compliance.gate.checks.offers.spelling import How
from compliance.gate.places import place_of
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading
from compliance.gate.types import PlaceFacts

_SEAM = re.compile(r"[,;]|\s-+\s|\b(?:but|while|whereas|however|though|although|and)\b")
_LIST_ONLY = re.compile(r"[\s,&]*(?:(?:and|or|nor|our|the|with|plus|both)\b[\s,&]*)*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """An offer as one stretch of the draft speaks of it; offsets count in ``norm``.

    ``announced`` says that an earlier sentence gives the day on which it starts.
    """

    mention: Mention
    start: int
    end: int
    sentence: int
    manner: Manner
    place: PlaceFacts
    taken_up: bool = False
    announced: bool = False


def spoken(
    reading: Reading,
    named: tuple[Mention, ...],
    stated: tuple[Amount, ...],
    asked: tuple[Mention, ...],
) -> list[Spoken]:
    """Return each offer the draft speaks of, with the stretch of text that is about it.

    ``named`` are the offers that it names, ``stated`` its amounts, ``asked`` the offers that the
    customer's message names.
    """
    charged = tuple(each for each in stated if not _free_anyway(reading, each))
    named = with_terms(named, reading.text, reading.facts.offers, charged)
    last = [each for each in asked if each.how <= How.PARTIAL]
    last_sentence = -1
    told: list[Spoken] = []
    for index, sentence in enumerate(reading.text.sentences):
        start, end = sentence.norm_start, sentence.norm_end
        here = _surest([each for each in named if start <= each.start < end], reading)
        if here:
            told.extend(
                _as_spoken(reading, each, a, b, index)
                for each, a, b in _scopes(reading, here, start, end)
            )
            last, last_sentence = here, index
            continue
        taken = _taken_up(reading.text.norm, start, end)
        if taken is None or not last or (last_sentence >= 0 and index - last_sentence > 2):
            continue
        for offer in dict.fromkeys(each.offer for each in last):
            mention = Mention(offer, taken[0], taken[1], How.NAME)
            told.append(_as_spoken(reading, mention, start, end, index, taken_up=True))
        last_sentence = index
    return _announced(told)


def _free_anyway(reading: Reading, amount: Amount) -> bool:
    """Say whether a policy makes a thing free that is told to be: then it is no offer's."""
    if amount.kind != AmountKind.GIFT:
        return False
    said = set(content(reading.text.norm[amount.start : amount.end]))
    place = place_of(reading, reading.text.span(amount.start, amount.start)[0])
    return any(
        (policy.value is True or (policy.value in (0, "none") and policy.value is not False))
        and amount.noun in _stems(policy.key)
        and bool((said & _stems(policy.key)) - {"fee"})
        for policy in place.policies
    )


@lru_cache(maxsize=4096)
def _stems(key: str) -> frozenset[str]:
    return frozenset(content(key.replace("_", " ")))


def _announced(told: list[Spoken]) -> list[Spoken]:
    """Mark what is said of an offer after its start was given ("from then on you save ...")."""
    begun: set[str] = set()
    marked = []
    for each in told:
        offer = each.mention.offer
        marked.append(replace(each, announced=True) if offer.code in begun else each)
        if any(
            one.role == "start" and offer.terms.start in (*one.days, *one.other)
            for one in each.manner.stated
        ):
            begun.add(offer.code)
    return marked


def _surest(here: list[Mention], reading: Reading) -> list[Mention]:
    """Leave out terms that restate, or misstate, an offer that the sentence names."""
    named = [each for each in here if each.how < How.TERMS]
    if not named:
        return here
    kept = list(named)
    for each in here:
        if each.how is not How.TERMS:
            continue
        kinds = {amount.kind for one in named for amount in deal(one.offer.terms_text).amounts}
        own = {amount.kind for amount in deal(each.offer.terms_text).amounts}
        if all(one.offer is not each.offer for one in named) and not kinds & own:
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def _scopes(
    reading: Reading, here: list[Mention], start: int, end: int
) -> list[tuple[Mention, int, int]]:
    """Divide a sentence between the offers it names; offers in one list share their part."""
    norm = reading.text.norm
    cuts = [start]
    groups: list[list[Mention]] = [[here[0]]]
    for left, right in pairwise(here):
        between = norm[left.end : right.start]
        if right.start < left.end or _LIST_ONLY.fullmatch(between) or right.offer is left.offer:
            groups[-1].append(right)
            continue
        seams = list(_SEAM.finditer(norm, left.end, right.start))
        cuts.append(seams[-1].start() if seams else right.start)
        groups.append([right])
    bounds = [*cuts, end]
    scoped = []
    for index, group in enumerate(groups):
        seen: set[str] = set()
        for each in group:
            if each.offer.code not in seen:
                seen.add(each.offer.code)
                scoped.append((each, bounds[index], bounds[index + 1]))
    return scoped


def _as_spoken(
    reading: Reading,
    mention: Mention,
    start: int,
    end: int,
    sentence: int,
    *,
    taken_up: bool = False,
) -> Spoken:
    span = reading.text.span(mention.start, mention.end)
    reported = polarity(reading.text, *span).reported
    spoken_of = manner(
        reading.text.norm,
        start,
        end,
        None if taken_up else mention,
        reading.facts.at.date(),
        reported=reported,
    )
    place = place_of(reading, span[0])
    return Spoken(mention, start, end, sentence, spoken_of, place, taken_up)


def _taken_up(norm: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the words that take up the offer spoken of before, if the sentence does."""
    speaks = SPEAKS_OF_OFFER.search(norm, start, end)
    if speaks is None:
        return None
    pronoun = TAKES_UP.search(norm, start, end)
    if pronoun is not None:
        return pronoun.span()
    if re.match(
        r"\W*(?:yes|yep|yeah|sure|absolutely|no|still|sadly|unfortunately|of\scourse)\b",
        norm[start:end],
    ):
        return speaks.span()
    return None
