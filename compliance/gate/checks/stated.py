"""Statements that a semantic judge read in the draft; the gate compares them with the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar, Final

from compliance.gate.checks.policies import Policies, reference
from compliance.gate.quantities import quantities, same_amount
from compliance.gate.reading import Reading, finding, unverified
from compliance.gate.text import Text
from compliance.gate.types import (
    FactReference,
    Finding,
    Layer,
    OfferFact,
    PlaceFacts,
    PolicyFact,
    StatedFact,
    Unit,
)
from locations.hours import WEEKDAYS, DayHours, DayKind
from locations.offers import OfferStanding, standing

_YES: Final = frozenset({"yes", "true", "allowed", "accepted", "included", "required", "possible"})
_NO: Final = frozenset({"no", "false", "not allowed", "not accepted", "none", "not possible"})
_CLOCK: Final = r"([01]?\d|2[0-4]):([0-5]\d)|\?"
_OPENING: Final = re.compile(rf"(?P<opens>{_CLOCK})\s*[-–]\s*(?P<closes>{_CLOCK})")
_UNIT_WORDS: Final = {
    Unit.DAYS: "{} days",
    Unit.HOURS: "{} hours",
    Unit.MINUTES: "{} minutes",
    Unit.MONTHS: "{} months",
    Unit.YEARS: "{} years",
    Unit.MONEY: "${}",
    Unit.PERCENT: "{}%",
}
_LAYERS: Final = {"policy": Layer.POLICY, "offer": Layer.OFFER, "hours": Layer.HOURS}


class Stated:
    """Holds what a judge read as a statement of fact against the fact; without a judge, idle.

    A statement that does not compare is a note, one that differs has no edit and so blocks, unless
    another check has the right words for it.
    """

    id: ClassVar[str] = "stated"
    title: ClassVar[str] = "Statements that the semantic judge read"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.POLICY

    def find(self, reading: Reading) -> list[Finding]:
        """Return a finding for each statement that differs, or cannot be compared."""
        return [made for stated in reading.case.stated for made in self._compare(reading, stated)]

    def _compare(self, reading: Reading, stated: StatedFact) -> Iterator[Finding]:
        places = {place.code: place for place in (reading.facts.place, *reading.facts.elsewhere)}
        place = places.get(stated.location)
        start = reading.case.text.find(stated.quote)
        kind, _, name = stated.fact.partition(":")
        if place is None or start < 0 or kind not in _LAYERS:
            return
        right, fact, truth = _held(reading, stated, place, name)
        if right:
            return
        end = start + len(stated.quote)
        said = f"“{stated.quote}” says {stated.value!r} of {truth}, as the semantic judge read it"
        if right is None:
            yield from unverified(
                self,
                reading,
                start,
                end,
                f"{said}, which could not be compared.",
                kind=kind,
                about=fact.key,
                layer=_LAYERS[kind],
                fact=fact,
            )
            return
        yield finding(
            self,
            reading,
            start,
            end,
            f"{said}, which is not so.",
            rule=fact.key,
            layer=_LAYERS[kind],
            fact=fact,
        )


def _held(
    reading: Reading, stated: StatedFact, place: PlaceFacts, name: str
) -> tuple[bool | None, FactReference, str]:
    """Return whether a statement is right (``None``: unknown), the fact, and the fact in words."""
    policy = next((each for each in place.policies if each.key == name), None)
    offer = next((each for each in reading.facts.offers if each.code == name), None)
    if stated.fact.startswith("policy:") and policy is not None:
        fact = reference(policy)
        return _policy(reading, policy, stated), fact, f"{policy.label} ({fact.value})"
    if stated.fact.startswith("offer:") and offer is not None:
        fact = FactReference(offer.code, offer.standing, offer.name, offer.version)
        return _offer(reading, offer, stated), fact, f"{offer.name}, which {offer.reason}"
    if stated.fact == "hours":
        told = _told(place, stated.day)
        return _hours(place, stated), FactReference("hours", told, place.name), told
    return None, FactReference(stated.fact, "not set here", place.name), "something not set here"


def _policy(reading: Reading, policy: PolicyFact, stated: StatedFact) -> bool | None:
    value, said = policy.value, stated.value
    if isinstance(value, bool):
        word = said.casefold().strip(" .")
        return value if word in _YES else (not value) if word in _NO else None
    if isinstance(value, int | float):
        written = _UNIT_WORDS.get(policy.unit, "{}").format(said) if _is_bare(said) else said
        answers = [same_amount(each, value, policy.unit) for each in quantities(Text(written))]
        compared = [answer for answer in answers if answer is not None]
        if compared:
            return any(compared)
        return float(said) == value if _is_bare(said) else None
    listed = value if isinstance(value, tuple) else (value,)
    if any(_words(said) == _words(each) for each in listed):
        return True
    # The grammar of policies knows the words of choices and lists, in a sentence of its own making.
    sentence = replace(
        reading.case, text=f"Our {policy.label} is {said}.", stated=(), customer_message=""
    )
    found = Policies().find(Reading(sentence, reading.ruleset))
    if any(each.rule == policy.key for each in found):
        return False
    # A choice in quite other words is another choice; one that shares some may be the same.
    shares = any(set(_words(said)) & set(_words(each)) for each in listed)
    return None if shares or isinstance(value, tuple) else False


def _is_bare(said: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", said) is not None


def _words(value: str) -> list[str]:
    return value.casefold().replace("_", " ").split()


def _offer(reading: Reading, offer: OfferFact, stated: StatedFact) -> bool | None:
    word = stated.value.casefold().strip(" .")
    if word not in {"usable", "not usable"}:
        return None
    stands = offer.standing
    if stated.day is not None and stands in {OfferStanding.WRONG_WEEKDAY, OfferStanding.UPCOMING}:
        stands = standing(
            offer.terms,
            location=reading.facts.place.code,
            location_state=reading.facts.place.state,
            customer_state=reading.facts.customer.state,
            on=stated.day,
        )[0]
    return (stands == OfferStanding.ACTIVE) is (word == "usable")


def _hours(place: PlaceFacts, stated: StatedFact) -> bool | None:
    if stated.day is None:
        # A statement about no day in particular is right when it holds on some day of the week.
        answers = [_of_day(hours, stated.value) for hours in place.schedule.weekly]
        return True if True in answers else None if None in answers else False
    return _of_day(place.schedule.on(stated.day)[0], stated.value)


def _of_day(hours: DayHours, said: str) -> bool | None:
    word = said.casefold().strip(" .")
    if hours.kind is DayKind.UNKNOWN:
        return None
    if word in {"open", "closed"}:
        return (hours.kind is DayKind.OPEN) is (word == "open")
    found = _OPENING.fullmatch(word)
    if found is None:
        return None
    opens, closes = _minute(found["opens"]), _minute(found["closes"])
    if hours.kind is not DayKind.OPEN:
        return False
    return any(
        (opens is None or opens % 1440 in {start % 1440, hours.intervals[0][0] % 1440})
        and (closes is None or closes % 1440 in {end % 1440, hours.intervals[-1][1] % 1440})
        for start, end in hours.intervals
    )


def _minute(clock: str) -> int | None:
    if clock == "?":
        return None
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _told(place: PlaceFacts, day: date | None) -> str:
    if day is not None:
        return f"the hours of {place.name} on {day} ({place.schedule.on(day)[0].describe()})"
    week = ", ".join(
        f"{name} {hours.describe()}"
        for name, hours in zip(WEEKDAYS, place.schedule.weekly, strict=True)
    )
    return f"the hours of {place.name} ({week})"
