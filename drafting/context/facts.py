"""From configuration rows to the frozen facts that the payload embeds and the gate reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from compliance.gate.types import (
    BrandFacts,
    OfferFact,
    PlaceFacts,
    PolicyFact,
    Unit,
)
from drafting.context.configuration import DATED_HOURS_AHEAD, names_of
from locations.hours import (
    UNKNOWN_WEEK,
    Closure,
    Schedule,
    TypedSchedule,
    UnconfirmedDay,
    beside,
    parse_dated,
    parse_day,
)
from locations.hours import DatedHours as DatedHoursValue
from locations.models import (
    Brand,
    DatedHours,
    HoursType,
    Location,
    LocationStatus,
    PolicyValue,
    Promotion,
    WeeklyHours,
)
from locations.offers import OfferStanding, OfferTerms, first_usable, instead, standing
from locations.public_holidays import holidays_between
from locations.resolve import LayerValue, PolicyLayer, resolve

MOST_LOCATIONS_TOLD: Final = 50


def brand_facts(brand: Brand) -> BrandFacts:
    """Return what a reply may need to know of its brand."""
    return BrandFacts(code=brand.code, name=brand.name, domain=brand.domain, loyalty=brand.loyalty)


def place_facts(
    location: Location,
    *,
    on: date,
    weekly_hours: Iterable[WeeklyHours],
    dated_hours: Iterable[DatedHours],
    policy_values: Iterable[PolicyValue],
) -> PlaceFacts:
    """Return what is true of a location on a date, with the provenance of every policy value."""
    schedule, services = _hours(location, weekly_hours, dated_hours, on)
    return PlaceFacts(
        code=location.code,
        name=location.name,
        vertical=location.vertical.code,
        city=location.city,
        state=location.state,
        ownership=location.ownership,
        staffing=location.staffing,
        phone=location.phone,
        address=location.address,
        status=location.status,
        schedule=schedule,
        policies=_policies(location, policy_values, on),
        names=names_of(location),
        licence_states=tuple(location.licence_states),
        services=services,
    )


def _hours(
    location: Location, weekly: Iterable[WeeklyHours], dated: Iterable[DatedHours], on: date
) -> tuple[Schedule, tuple[TypedSchedule, ...]]:
    """Return the doors' schedule and those of the other hours types, in order of their names."""
    weeks = {
        row.hours_type: tuple(map(parse_day, row.days()))
        for row in weekly
        if row.location.code == location.code
    }
    dates: dict[str, list[DatedHoursValue]] = {}
    for row in sorted(dated, key=lambda row: row.on):
        if row.location.code == location.code:
            value = DatedHoursValue(on=row.on, hours=parse_dated(row.hours), note=row.note)
            dates.setdefault(row.hours_type, []).append(value)
    main = Schedule(
        zone=location.zone,
        weekly=weeks.get(HoursType.MAIN, UNKNOWN_WEEK),
        dated=tuple(dates.get(HoursType.MAIN, ())),
        closure=_closure(location, on),
        unconfirmed=unconfirmed_days(location, dates.get(HoursType.MAIN, ()), on),
    )
    return main, tuple(
        TypedSchedule(each, beside(main, each, weeks.get(each, UNKNOWN_WEEK), dates.get(each, ())))
        for each in sorted((weeks.keys() | dates.keys()) - {HoursType.MAIN.value})
    )


def _closure(location: Location, on: date) -> Closure | None:
    """Return the closure that a location is in on a date; one that is over is none."""
    if location.status == LocationStatus.CLOSED:
        return Closure(for_good=True)
    closure = Closure(location.reopens_on)
    if location.status == LocationStatus.TEMPORARILY_CLOSED and closure.covers(on):
        return closure
    return None


def unconfirmed_days(
    location: Location, dated: Iterable[DatedHoursValue], on: date
) -> tuple[UnconfirmedDay, ...]:
    """Return the holidays that the brand wants confirmed here and no dated row speaks of.

    They reach as far as dated hours do: a reply in June may speak of Christmas.
    """
    decided = {entry.on for entry in dated}
    asked = holidays_between(
        location.state,
        location.brand.confirm_holidays,
        on - timedelta(days=1),
        on + DATED_HOURS_AHEAD,
    )
    return tuple(UnconfirmedDay(day, name) for day, name in asked if day not in decided)


def applies_to(value: PolicyValue, location: Location) -> bool:
    """Say whether everything that a value's scope names fits a location."""
    return (
        (value.vertical is None or value.vertical.code == location.vertical.code)
        and (value.brand is None or value.brand.code == location.brand.code)
        and (not value.ownership or value.ownership == location.ownership)
        and (not value.state or value.state == location.state)
        and (value.location is None or value.location.code == location.code)
    )


def _policies(
    location: Location, values: Iterable[PolicyValue], on: date
) -> tuple[PolicyFact, ...]:
    applying = [value for value in values if applies_to(value, location)]
    terms = {value.term.key: value.term for value in applying}
    resolved = resolve(
        (
            LayerValue(
                key=value.term.key,
                layer=PolicyLayer(value.layer),
                row=value.row,
                version=value.version,
                value=tuple(value.value) if isinstance(value.value, list) else value.value,
                valid_from=value.valid_from,
                valid_to=value.valid_to,
            )
            for value in applying
        ),
        on,
    )
    return tuple(
        PolicyFact(
            key=key,
            label=terms[key].label or key.replace("_", " "),
            topic=terms[key].topic,
            unit=Unit(terms[key].unit),
            value=found.value,
            words=tuple(terms[key].words),
            sentence=terms[key].sentence,
            provenance=found.provenance,
        )
        for key, found in resolved.items()
    )


def offer_facts(
    promotions: Iterable[Promotion],
    *,
    home: Location,
    customer_state: str | None,
    save_offers: bool,
    on: date,
    elsewhere: Iterable[str] = (),
) -> tuple[OfferFact, ...]:
    """Return offers of the brand with their standing here, for this customer, ticket and date.

    ``elsewhere`` are the codes of the other places that the payload holds.

    An offer that cannot be used names the first of its replacements that can.
    """
    rows = sorted(promotions, key=lambda row: row.code)
    stands = {
        row.code: standing(
            row.offer_terms,
            location=home.code,
            location_state=home.state,
            customer_state=customer_state,
            on=on,
            save_offers=save_offers,
            recent_days=home.brand.ended_offer_days,
        )
        for row in rows
    }
    by_code = {row.code: row for row in rows}
    places = frozenset((home.code, *elsewhere))

    def replacement(row: Promotion) -> Promotion | None:
        return first_usable(
            row,
            successor=lambda each: by_code.get(each.replaced_by.code) if each.replaced_by else None,
            is_usable=lambda each: stands[each.code][0] is OfferStanding.ACTIVE,
        )

    facts: list[OfferFact] = []
    for row in rows:
        now, reason = stands[row.code]
        other = None if now is OfferStanding.ACTIVE else replacement(row)
        facts.append(
            OfferFact(
                code=row.code,
                name=row.name,
                aliases=tuple(row.aliases),
                terms_text=row.terms,
                terms=_told_terms(row, places),
                standing=now.value,
                reason=reason + (instead(other.name) if other else ""),
                version=row.version,
                kind=row.kind,
                replaced_by=other.code if other else "",
            )
        )
    return tuple(facts)


def _told_terms(row: Promotion, places: frozenset[str]) -> OfferTerms:
    """Return an offer's terms; of hundreds of locations only those that the payload speaks of."""
    terms = row.offer_terms
    if len(terms.locations) <= MOST_LOCATIONS_TOLD:
        return terms
    told = tuple(code for code in terms.locations if code in places) or terms.locations[:1]
    return replace(terms, locations=told)
