"""The check of offers: no offer is put forward where it cannot be used, or with other terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import ClassVar

from compliance.gate.checks.offers import wording
from compliance.gate.checks.offers.claims import (
    RETURNS,
    SPEAKS_OF_OFFER,
    TAKES_UP,
    Manner,
    Stated,
    manner,
)
from compliance.gate.checks.offers.deals import Amount, AmountKind, amounts, deal
from compliance.gate.checks.offers.naming import How, Mention, in_deal_language, mentions
from compliance.gate.checks.offers.terms import misstated
from compliance.gate.places import place_of
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading, finding
from compliance.gate.states import STATE_NAMES, names_state
from compliance.gate.types import Edit, FactReference, Finding, Layer, PlaceFacts, Severity
from locations.hours import WEEKDAYS
from locations.offers import OfferStanding, standing

_SEAM = re.compile(r"[,;]|\s-+\s|\b(?:but|while|whereas|however|though|although|and)\b")
_LIST_ONLY = re.compile(r"[\s,&]*(?:(?:and|or|nor|our|the|with|plus|both)\b[\s,&]*)*")
_STILL = re.compile(
    r"(?:\b(?:can|will|we'll|would|happy\sto|glad\sto|gladly|able\sto|let\syou|you'll)\s(?:\w+\s){0,2}?"
    r"(?:honou?r|apply|extend|give|use|redeem|take|claim|get|have|enjoy|book|offer)\b(?!\s(?:our|the\snew|a\s"
    r"different|another|other))|\bstill\s(?:on|valid|available|running|active|good|honou?r\w*|going|live))"
)
_NOT_BEFORE = re.compile(r"(?:\bnot|n't|\bcannot|\bno\slonger|\bnever|\bunable\sto)\b[^,;.]{0,24}$")
_DAY_FREE = re.compile(
    r"\b(?:any\sday|every\sday|daily|all\sweek|seven\sdays|7\sdays|any\stime|anytime|whenever)\b"
)
_TODAY = re.compile(
    r"\b(?:today|tonight|now|right\snow|currently|this\s(?:morning|afternoon|evening))\b"
)
_ANSWERS = re.compile(
    r"\W*(?:yes|yep|yeah|sure|absolutely|no|still|sadly|unfortunately|of\scourse|definitely)\b"
)
_TURN = re.compile(r"\b(?:but|however|though|although|yet|still,)\b")
_USABLE = {OfferStanding.ACTIVE, OfferStanding.WRONG_WEEKDAY}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An offer as one stretch of the draft speaks of it; offsets count in ``norm``."""

    mention: Mention
    start: int
    end: int
    sentence: int
    manner: Manner
    place: PlaceFacts
    taken_up: bool = False


class Offers:
    """Offers that have ended, have not begun, do not run here, or have other terms."""

    id: ClassVar[str] = "offers"
    title: ClassVar[str] = "Offers"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.OFFER

    def find(self, reading: Reading) -> list[Finding]:
        """Return a finding for each offer wrongly put forward or misstated."""
        stated = amounts(reading.text)
        told = _spoken(reading, stated)
        found: list[Finding] = []
        for each in told:
            made = self._judge(reading, each, stated)
            rivals = [
                other
                for other in told
                if other is not each
                and (other.mention.start, other.mention.end)
                == (each.mention.start, each.mention.end)
            ]
            if made and any(not self._judge(reading, other, stated) for other in rivals):
                continue  # the words fit another offer that may be put forward so
            found.extend(made)
        found.extend(self._unknown(reading, told, stated))
        return found

    def _judge(self, reading: Reading, each: _Spoken, stated: tuple[Amount, ...]) -> list[Finding]:
        at = reading.facts.at.date()
        now, reason = _standing(reading, each, at)
        put_forward = _put_forward(reading.text.norm, each)
        problem = self._unusable(reading, each, now, reason) if put_forward else None
        if problem is not None:
            return [self._removed(reading, each, problem)]
        dates = self._wrong_dates(reading, each)
        if dates:
            return dates
        wrong_end = _denied_though_running(each, now)
        if wrong_end is not None:
            return [self._removed(reading, each, wrong_end)]
        if not put_forward and each.manner.denied:
            return []
        return self._wrong_terms(reading, each, stated)

    def _unusable(
        self, reading: Reading, each: _Spoken, now: OfferStanding, reason: str
    ) -> str | None:
        """Return why the offer may not be put forward as it is, or ``None``."""
        offer, spoken_of = each.mention.offer, each.manner
        uses = [use for use in spoken_of.stated if use.role == "use"]
        dated = [day for use in uses for day in (*use.days, *use.other)]
        at = reading.facts.at.date()
        ahead = [day for day in dated if day >= at]
        if ahead and now in {*_USABLE, OfferStanding.UPCOMING}:
            results = [_standing(reading, each, day) for day in ahead]
            if any(state is OfferStanding.ACTIVE for state, _ in results):
                return _excluded_state(reading, each)
            state, why = results[0]
            if not (now is OfferStanding.UPCOMING and spoken_of.future):
                if state is OfferStanding.WRONG_WEEKDAY:
                    why = f"runs on {wording.weekdays(offer.terms.weekdays)}"
                return f"{offer.name} {why}"
        if now is OfferStanding.UPCOMING and (spoken_of.future or _starts_right(each)):
            return None
        if now is OfferStanding.ENDED and RETURNS.search(_masked(reading.text.norm, each)):
            return None
        if now not in _USABLE:
            return f"{offer.name} {reason}"
        masked = _masked(reading.text.norm, each)
        if offer.terms.weekdays:
            general = {day for use in uses if not use.days for day in use.weekdays}
            allowed = {WEEKDAYS.index(day) for day in offer.terms.weekdays}
            today_is_meant = now is OfferStanding.WRONG_WEEKDAY and _TODAY.search(masked)
            if _DAY_FREE.search(masked) or general - allowed or (today_is_meant and not ahead):
                return f"{offer.name} runs on {wording.weekdays(offer.terms.weekdays)}"
        return _excluded_state(reading, each)

    def _wrong_dates(self, reading: Reading, each: _Spoken) -> list[Finding]:
        terms = each.mention.offer.terms
        found = []
        for told in each.manner.stated:
            right = {"start": terms.start, "end": terms.end, "by": terms.end}.get(told.role)
            if right is None or not told.days or _same_day(told, right):
                continue
            if told.role == "by" and told.days[-1] <= right:
                continue
            if told.role in {"start", "end"} and _is_window(told, each):
                continue
            start, end = reading.text.span(told.start, told.end)
            words = reading.text.excerpt(start, end)
            verb = "starts" if told.role == "start" else "ends"
            message = (
                f"Says that {each.mention.offer.name} {verb} “{words}”; it {verb} on "
                f"{wording.long_date(right)}."
            )
            new = wording.date_like(right, words, reading.facts.at.date())
            edit = Edit(start, end, new, "states the stored date")
            found.append(self._finding(reading, each, (told.start, told.end), message, (edit,)))
        return found

    def _wrong_terms(
        self, reading: Reading, each: _Spoken, stated: tuple[Amount, ...]
    ) -> list[Finding]:
        offer, text = each.mention.offer, reading.text
        found = []
        for wrong in misstated(text.norm, each.start, each.end, offer, stated):
            start, end = text.span(wrong.start, wrong.end)
            words = text.excerpt(start, end)
            message = f"Says “{words}” of {offer.name}; its terms are: {offer.terms_text}."
            edits: tuple[Edit, ...]
            if wrong.right is not None and wrong.right.kind != AmountKind.BUNDLE:
                new = wording.amount_like(wrong.right, words)
                edits = (Edit(start, end, new, "states the stored terms"),)
            else:
                edits = wording.without_sentence(reading, each.sentence)
            found.append(self._finding(reading, each, (wrong.start, wrong.end), message, edits))
        return found

    def _removed(self, reading: Reading, each: _Spoken, problem: str) -> Finding:
        edits = wording.without_sentence(reading, each.sentence)
        message = f"Puts an offer forward that cannot be used: {problem} (at {each.place.name})."
        words = reading.text.norm[each.start : each.end]
        start = each.start + len(words) - len(words.lstrip(" ,;"))
        end = each.start + len(words.rstrip(" ,;"))
        return self._finding(reading, each, (start, end), message, edits)

    def _finding(
        self,
        reading: Reading,
        each: _Spoken,
        span: tuple[int, int],
        message: str,
        edits: tuple[Edit, ...],
    ) -> Finding:
        offer = each.mention.offer
        start, end = reading.text.span(*span)
        return finding(
            self,
            reading,
            start,
            end,
            message,
            rule=offer.code,
            rule_version=offer.version,
            fact=FactReference("offer", offer.terms_text, f"offer {offer.code}", offer.version),
            edits=edits,
        )

    def _unknown(
        self, reading: Reading, told: list[_Spoken], stated: tuple[Amount, ...]
    ) -> list[Finding]:
        found = []
        for amount in stated:
            if amount.kind not in {AmountKind.MONEY, AmountKind.PERCENT}:
                continue
            if any(each.start <= amount.start < each.end for each in told):
                continue
            norm = reading.text.norm
            promised = re.match(r"\s*(?:off\b|discount)", norm[amount.end : amount.end + 12])
            if promised is None or not in_deal_language(norm, amount):
                continue
            start, end = reading.text.span(amount.start, amount.end)
            put = polarity(reading.text, start, end)
            if put.negated or put.reported:
                continue
            found.append(
                finding(
                    self,
                    reading,
                    start,
                    end,
                    "Promises a discount that belongs to no offer of the brand.",
                    rule="offer:unknown",
                    severity=Severity.ADVISE,
                )
            )
        return found


def _rivals(each: _Spoken, other: _Spoken) -> bool:
    """Say whether the same words may name two offers."""
    a, b = each.mention, other.mention
    return a is not b and (a.start, a.end) == (b.start, b.end)


def _spoken(reading: Reading, stated: tuple[Amount, ...]) -> list[_Spoken]:
    """Return each offer the draft speaks of, with the stretch of text that is about it."""
    offers = reading.facts.offers
    named = mentions(reading.text, offers, stated)
    last = [each for each in mentions(reading.message, offers) if each.how <= How.PARTIAL]
    last_sentence = -1
    told: list[_Spoken] = []
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
    return told


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
) -> _Spoken:
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
    return _Spoken(mention, start, end, sentence, spoken_of, place, taken_up)


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


def _put_forward(norm: str, each: _Spoken) -> bool:
    """Say whether the words put the offer forward as one that can be used."""
    spoken_of = each.manner
    if spoken_of.ended or spoken_of.denied:
        parts = re.split(
            r"\b(?:but|however|though|although|yet|still,)\b", norm[each.start : each.end]
        )
        for part in parts:
            for hit in _STILL.finditer(part):
                if _NOT_BEFORE.search(part[: hit.start()]) is None and len(parts) > 1:
                    return True
        return False
    if spoken_of.neutral:
        return spoken_of.usable and not _only_reported(norm, each)
    return True


def _only_reported(norm: str, each: _Spoken) -> bool:
    """Say whether what follows the offer's name adds nothing of its own ("you asked about it")."""
    after = norm[each.mention.end : each.end]
    return (
        re.search(r"\w+\W+\w+", after) is None
        or re.match(r"\W*(?:and|so|but)?\W*$", after) is not None
    )


def _standing(reading: Reading, each: _Spoken, on: date) -> tuple[OfferStanding, str]:
    return standing(
        each.mention.offer.terms,
        location=each.place.code,
        location_state=each.place.state,
        customer_state=reading.facts.customer.state,
        on=on,
    )


def _starts_right(each: _Spoken) -> bool:
    start = each.mention.offer.terms.start
    return start is not None and any(
        told.role == "start" and _same_day(told, start) for told in each.manner.stated
    )


def _same_day(told: Stated, right: date) -> bool:
    days = (*told.days, *told.other)
    if told.year_stated:
        return right in days
    return any((day.month, day.day) == (right.month, right.day) for day in days)


def _is_window(told: Stated, each: _Spoken) -> bool:
    """Say whether a date is a day of use beside the offer's true dates, not its start or end."""
    terms = each.mention.offer.terms
    others = [other for other in each.manner.stated if other is not told and other.days]
    right = terms.start if told.role == "start" else terms.end
    return right is not None and any(_same_day(other, right) for other in others)


def _masked(norm: str, each: _Spoken) -> str:
    words = norm[each.start : each.end]
    if each.taken_up:
        return words
    a, b = each.mention.start - each.start, each.mention.end - each.start
    return words[:a] + " " * (b - a) + words[b:]


def _denied_though_running(each: _Spoken, now: OfferStanding) -> str | None:
    """Return a message part where a running or coming offer is said to have ended."""
    if not each.manner.ended or each.manner.denied or each.manner.future:
        return None
    if now in _USABLE | {OfferStanding.UPCOMING} and not each.manner.neutral:
        told = [one for one in each.manner.stated if one.role == "end"]
        if told or each.mention.how is How.TERMS:
            return None
        return f"{each.mention.offer.name} has not ended"
    return None


def _excluded_state(reading: Reading, each: _Spoken) -> str | None:
    offer = each.mention.offer
    for state in offer.terms.excluded_states:
        if names_state(reading.text.norm, each.start, each.end, state):
            return f"{offer.name} is not allowed in {STATE_NAMES[state]}"
    return None
