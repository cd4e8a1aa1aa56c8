"""The context a draft was made from, restored from its stored payload for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from compliance.gate.types import OrderFact, PlaceFacts
from compliance.models import GateDecision
from console.standing import PolicyLine, policy_line
from drafting.context.restoring import restore_payload
from locations.hours import DayHours, Schedule


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
    orders: tuple[OrderFact, ...]
    outdated: bool


def context_view(payload: dict[str, Any], decision: GateDecision) -> ContextView:
    """Return a stored payload in words, what the findings speak of first.

    Raises:
        RestoringError: when the payload is none that this version can read.
    """
    facts = restore_payload(payload).value.facts
    place, customer = facts.place, facts.customer
    hours, exception = place.schedule.on(facts.at.date())
    findings = decision.findings
    spoken = {finding["rule"] for finding in findings} | {
        (finding.get("fact") or {}).get("key", "") for finding in findings
    }
    lines = [policy_line(policy) for policy in place.policies]
    return ContextView(
        at=facts.at,
        place=f"{place.name} ({place.code})",
        state=place.state,
        ownership=place.ownership,
        today="; ".join((hours.describe(), *_services(place, facts.at, hours))),
        today_note=exception.note if exception else _holiday(place.schedule, facts.at),
        asked=tuple(line for line in lines if line.key in spoken),
        others=tuple(line for line in lines if line.key not in spoken),
        offers=tuple(
            OfferLine(offer.name, offer.code, offer.standing, offer.reason)
            for offer in facts.offers
        ),
        customer=customer.name or "an unknown sender",
        customer_state=customer.state or "unknown",
        tier=customer.tier,
        orders=customer.orders,
        outdated=any(_differs(line, finding.get("fact")) for line in lines for finding in findings),
    )


def _differs(line: PolicyLine, fact: dict[str, Any] | None) -> bool:
    """Whether a finding's fact is the same term in another version, or from another row."""
    if not fact or fact.get("key") != line.key or not fact.get("source"):
        return False
    return fact["version"] != line.version or line.row not in fact["source"]


def _holiday(schedule: Schedule, at: datetime) -> str:
    unconfirmed = schedule.unconfirmed_on(at.date())
    return f"{unconfirmed.holiday}, not confirmed" if unconfirmed else ""


def _services(place: PlaceFacts, at: datetime, doors: DayHours) -> list[str]:
    """Return the hours of other types that day, where they differ from the doors'."""
    said: list[str] = []
    for each in place.services:
        own = each.schedule.on(at.date())[0]
        if own != doors:
            said.append(f"{each.hours_type.replace('_', ' ')} {own.describe()}")
    return said


def readable_zone(name: str) -> str:
    """Return a zone's name if there is such a zone, otherwise UTC: times must show all the same."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return "UTC"
    return name
