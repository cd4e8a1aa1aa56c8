"""Whether words put an offer forward as usable, and whether it is."""

from __future__ import annotations

import re
from datetime import date

from compliance.gate.checks.offers import wording
from compliance.gate.checks.offers.claims import RETURNS, Stated
from compliance.gate.checks.offers.naming import Mention
from compliance.gate.checks.offers.spelling import How
from compliance.gate.checks.offers.spoken import Spoken
from compliance.gate.reading import Reading
from compliance.gate.states import STATE_NAMES, names_state
from locations.hours import WEEKDAYS
from locations.offers import OfferStanding, standing

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
_AT_ONCE = re.compile(
    r"\b(?:today|tonight|(?:right\s)?now|currently|already|this\sminute|early\b(?=\sfor\syou)|ahead\sof\stime)\b"
)
_USABLE = {OfferStanding.ACTIVE, OfferStanding.WRONG_WEEKDAY}


def put_forward(norm: str, each: Spoken) -> bool:
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


def _only_reported(norm: str, each: Spoken) -> bool:
    """Say whether what follows the offer's name adds nothing of its own ("you asked about it")."""
    after = norm[each.mention.end : each.end]
    return (
        re.search(r"\w+\W+\w+", after) is None
        or re.match(r"\W*(?:and|so|but)?\W*$", after) is not None
    )


def unusable(reading: Reading, each: Spoken, now: OfferStanding, reason: str) -> str | None:
    """Return why the offer may not be put forward as it is, or ``None``."""
    offer, spoken_of = each.mention.offer, each.manner
    uses = [use for use in spoken_of.stated if use.role == "use"]
    dated = [day for use in uses for day in (*use.days, *use.other)]
    at = reading.facts.at.date()
    ahead = [day for day in dated if day >= at]
    masked = _masked(reading.text.norm, each)
    if now is OfferStanding.UPCOMING and not spoken_of.future and _AT_ONCE.search(masked):
        return f"{offer.name} {reason}"
    if ahead and now in {*_USABLE, OfferStanding.UPCOMING}:
        results = [standing_on(reading, each, day) for day in ahead]
        every = {day for use in uses if use.each for day in use.days if day >= at}
        wrong = [
            told
            for day, told in zip(ahead, results, strict=True)
            if day in every and told[0] is not OfferStanding.ACTIVE
        ]
        if wrong:
            results = wrong
        elif any(state is OfferStanding.ACTIVE for state, _ in results):
            free = _off_day(each, [], masked, now, dated=True)
            return free or _excluded_state(reading, each)
        state, why = results[0]
        if not (now is OfferStanding.UPCOMING and spoken_of.future):
            if state is OfferStanding.WRONG_WEEKDAY:
                why = f"runs on {wording.weekdays(offer.terms.weekdays)}"
            return f"{offer.name} {why}"
    if now is OfferStanding.UPCOMING and (
        spoken_of.future or each.announced or _starts_right(each)
    ):
        return None
    if now is OfferStanding.ENDED and RETURNS.search(masked):
        return None
    if now not in _USABLE:
        return f"{offer.name} {reason}"
    return _off_day(each, uses, masked, now, dated=bool(ahead)) or _excluded_state(reading, each)


def _off_day(
    each: Spoken, uses: list[Stated], masked: str, now: OfferStanding, *, dated: bool
) -> str | None:
    """Return why the days that the offer is put forward for are not its own, or ``None``."""
    offer = each.mention.offer
    if not offer.terms.weekdays:
        return None
    general = {day for use in uses if not use.days for day in use.weekdays}
    allowed = {WEEKDAYS.index(day) for day in offer.terms.weekdays}
    today_is_meant = now is OfferStanding.WRONG_WEEKDAY and _TODAY.search(masked)
    if _DAY_FREE.search(masked) or general - allowed or (today_is_meant and not dated):
        return f"{offer.name} runs on {wording.weekdays(offer.terms.weekdays)}"
    return None


def standing_on(reading: Reading, each: Spoken, on: date) -> tuple[OfferStanding, str]:
    """Return where an offer stands on a date, for the place and the customer spoken of."""
    return standing(
        each.mention.offer.terms,
        location=each.place.code,
        location_state=each.place.state,
        customer_state=reading.facts.customer.state,
        on=on,
        save_offers=reading.facts.save_offers,
    )


def given_away(now: OfferStanding, each: Spoken, asked: tuple[Mention, ...]) -> bool:
    """Say whether a reply tells of a save-offer to a customer who does not ask for it by name.

    Even a denial gives it away: who hears of it asks for it.
    """
    return (
        now is OfferStanding.NOT_FOR_THIS_TICKET
        and not each.taken_up
        and each.mention.how <= How.NEAR
        and all(one.offer.code != each.mention.offer.code for one in asked)
    )


def _starts_right(each: Spoken) -> bool:
    start = each.mention.offer.terms.start
    return start is not None and any(
        told.role == "start" and same_day(told, start) for told in each.manner.stated
    )


def same_day(told: Stated, right: date) -> bool:
    """Say whether a stated date is the right one, its year left out or not."""
    days = (*told.days, *told.other)
    if told.year_stated:
        return right in days
    return any((day.month, day.day) == (right.month, right.day) for day in days)


def is_window(told: Stated, each: Spoken) -> bool:
    """Say whether a date is a day of use beside the offer's true dates, not its start or end."""
    terms = each.mention.offer.terms
    others = [other for other in each.manner.stated if other is not told and other.days]
    right = terms.start if told.role == "start" else terms.end
    return right is not None and any(same_day(other, right) for other in others)


def _masked(norm: str, each: Spoken) -> str:
    words = norm[each.start : each.end]
    if each.taken_up:
        return words
    a, b = each.mention.start - each.start, each.mention.end - each.start
    return words[:a] + " " * (b - a) + words[b:]


def denied_though_running(each: Spoken, now: OfferStanding) -> str | None:
    """Return a message part where a running or coming offer is said to have ended."""
    if not each.manner.ended or each.manner.denied or each.manner.future:
        return None
    if now in _USABLE | {OfferStanding.UPCOMING} and not each.manner.neutral:
        told = [one for one in each.manner.stated if one.role == "end"]
        if told or each.mention.how is How.TERMS:
            return None
        return f"{each.mention.offer.name} has not ended"
    return None


def _excluded_state(reading: Reading, each: Spoken) -> str | None:
    offer = each.mention.offer
    for state in offer.terms.excluded_states:
        if names_state(reading.text.norm, each.start, each.end, state):
            return f"{offer.name} is not allowed in {STATE_NAMES[state]}"
    return None
