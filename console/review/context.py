"""The context a draft was made from, restored from its stored payload for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from compliance.models import GateDecision
from console.standing import PolicyLine, in_words
from locations.hours import (
    Closure,
    DatedHours,
    DayHours,
    DayKind,
    Schedule,
    UnconfirmedDay,
)


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer with where it stands for this location and customer."""

    name: str
    code: str
    standing: str
    reason: str

    @property
    def standing_name(self) -> str:
        """The standing in words: not here, ended, active."""
        return self.standing.replace("_", " ")


@dataclass(frozen=True, slots=True)
class ContextView:
    """What the draft was written from: ``asked`` are the policy values that findings speak of.

    ``outdated`` says that a finding compares with a newer value than the draft was written from.
    """

    at: datetime
    place: str
    state: str
    ownership: str
    today: str
    today_note: str
    asked: tuple[PolicyLine, ...]
    others: tuple[PolicyLine, ...]
    offers: tuple[OfferLine, ...]
    customer: str
    customer_state: str
    tier: str
    orders: tuple[dict[str, Any], ...]
    outdated: bool


def context_view(payload: dict[str, Any], decision: GateDecision) -> ContextView:
    """Return a stored payload in words, what the findings speak of first."""
    facts = payload["facts"]
    place, customer = facts["place"], facts["customer"]
    at = datetime.fromisoformat(facts["at"])
    schedule = _schedule(place["schedule"])
    hours, exception = schedule.on(at.date())
    findings = decision.findings
    spoken = {finding["rule"] for finding in findings} | {
        (finding.get("fact") or {}).get("key", "") for finding in findings
    }
    lines = [_policy(policy) for policy in place["policies"]]
    return ContextView(
        at=at,
        place=f"{place['name']} ({place['code']})",
        state=place["state"],
        ownership=place["ownership"],
        today="; ".join((hours.describe(), *_services(place, at, hours))),
        today_note=exception.note if exception else _holiday(schedule, at),
        asked=tuple(line for line in lines if line.key in spoken),
        others=tuple(line for line in lines if line.key not in spoken),
        offers=tuple(
            OfferLine(offer["name"], offer["code"], offer["standing"], offer["reason"])
            for offer in facts["offers"]
        ),
        customer=customer.get("name") or "an unknown sender",
        customer_state=customer.get("state") or "unknown",
        tier=customer.get("tier") or "",
        orders=tuple(customer.get("orders") or ()),
        outdated=any(_differs(line, finding.get("fact")) for line in lines for finding in findings),
    )


def _differs(line: PolicyLine, fact: dict[str, Any] | None) -> bool:
    """Whether a finding's fact is the same term in another version, or from another row."""
    if not fact or fact.get("key") != line.key or not fact.get("source"):
        return False
    return fact["version"] != line.version or line.row not in fact["source"]


def readable_zone(name: str) -> str:
    """Return a zone's name if there is such a zone, otherwise UTC: times must show all the same."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return "UTC"
    return name


def _policy(policy: dict[str, Any]) -> PolicyLine:
    source = policy.get("provenance") or {}
    since = source.get("valid_from")
    return PolicyLine(
        key=policy["key"],
        label=policy["label"],
        value=in_words(policy["value"]),
        unit=policy["unit"],
        layer=source.get("layer", ""),
        row=source.get("row", ""),
        version=source.get("version", 0),
        since=date.fromisoformat(since) if since else None,
        overrode=tuple(source.get("overrode") or ()),
    )


def _holiday(schedule: Schedule, at: datetime) -> str:
    unconfirmed = schedule.unconfirmed_on(at.date())
    return f"{unconfirmed.holiday}, not confirmed" if unconfirmed else ""


def _services(place: dict[str, Any], at: datetime, doors: DayHours) -> list[str]:
    """Return the hours of other types that day, where they differ from the doors'."""
    said: list[str] = []
    for each in place.get("services", ()):
        own = _schedule(each["schedule"]).on(at.date())[0]
        if own != doors:
            said.append(f"{each['hours_type'].replace('_', ' ')} {own.describe()}")
    return said


def _schedule(stored: dict[str, Any]) -> Schedule:
    return Schedule(
        zone=stored["zone"],
        weekly=tuple(_day(day) for day in stored["weekly"]),
        dated=tuple(
            DatedHours(date.fromisoformat(each["on"]), _day(each["hours"]), each["note"])
            for each in stored["dated"]
        ),
        closure=_closure(stored.get("closure")),
        unconfirmed=tuple(
            UnconfirmedDay(date.fromisoformat(each["on"]), each["holiday"])
            for each in stored.get("unconfirmed", ())
        ),
    )


def _closure(stored: dict[str, Any] | None) -> Closure | None:
    if stored is None:
        return None
    until = stored["reopens_on"]
    return Closure(date.fromisoformat(until) if until else None, stored["for_good"])


def _day(stored: dict[str, Any]) -> DayHours:
    return DayHours(
        DayKind(stored["kind"]), tuple((start, end) for start, end in stored["intervals"])
    )
