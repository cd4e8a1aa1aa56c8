"""The slots of reply templates: which there are, and what a template's body asks for."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.slots import slots_in, stray_braces
from locations.models import HoursType

SLOTS: Final[dict[str, str]] = {
    "greeting": "a greeting in the location's voice, with the customer's first name where the "
    "channel allows it: “Hello Dana,”",
    "closing": "a closing in the location's voice with its name; nothing on SMS and chat",
    "customer.first_name": "the customer's first name; never on a public channel",
    "customer.tier": "the loyalty tier: “gold”",
    "customer.points": "the loyalty points: “1,250”",
    "brand.name": "the brand's name",
    "brand.domain": "the brand's own internet domain",
    "brand.loyalty": "the name of the loyalty programme",
    "location.name": "the location's name",
    "location.city": "its city",
    "location.phone": "its phone number",
    "location.address": "its street address",
    "hours.today": "today's hours: “open from 10 a.m. to 8 p.m.” or “closed”",
    "hours.tomorrow": "tomorrow's hours, in the same words",
    "hours.week": "the regular week: “Monday closed; Tuesday through Sunday 10 a.m. to 8 p.m.”; "
    "left out where the sentence would become too long for the voice",
    "hours.date": "the hours on the days that the customer names: “closed on Thursday, "
    "November 26”",
    "hours.reopens": "the day on which a temporarily closed location opens again: “Tuesday, "
    "December 1”",
    "offers.active": "the offers that can be used here today, those closest to the question first, "
    "as many as the sentence may hold: “Trail Days (25% off hiking boots, through November 15)”",
    "offers.sentences": "the same offers, a sentence each, for a voice with short sentences",
    "offers.asked": "the offer that the customer names, if it can be used here today",
    "offers.unavailable": "why the offer that the customer names cannot be used: “Wing Week ended "
    "on October 25, 2026”",
    "policies.asked": "whole sentences on the policies that the customer asks about, from the "
    "terms' own wording",
    "order.id": "the id of the order the customer speaks of; never on a public channel",
    "order.item": "what was ordered",
    "order.date": "when: “October 24, 2026”",
    "order.status": "where it stands: “booked”",
}

HOURS_SLOTS: Final[dict[str, str]] = {
    "hours.<type>.today": "today's hours of another hours type where the location has it, such as "
    "{hours.pickup.today}; so too tomorrow, week and date",
}

POLICY_SLOTS: Final[dict[str, str]] = {
    "policy.<key>": "the value of a policy term in words: “30 days”, “store credit”, “$25”; a "
    "number of 0, “none”, yes and no leave their line out",
    "policy.<key>.sentence": "the term's own sentence with its value; one without a value slot "
    "stands only while the term is true",
}

_POLICY: Final = re.compile(r"policy\.[a-z][a-z0-9_]*(?:\.sentence)?")
_SERVICE: Final = re.compile(
    rf"hours\.(?P<type>{'|'.join(HoursType.values)})\.(?P<when>today|tomorrow|week|date)"
)


def unknown_slots(body: str) -> list[str]:
    """The slots of a template that nothing can ever fill, and stray braces as they stand."""
    wrong = [f"{{{slot}}}" for slot in slots_in(body) if not _is_known(slot)]
    return wrong + stray_braces(body)


def _is_known(slot: str) -> bool:
    return slot in SLOTS or _POLICY.fullmatch(slot) is not None or service_slot(slot) is not None


def service_slot(slot: str) -> tuple[str, str] | None:
    """The hours type and the day that a slot such as ``hours.pickup.today`` asks for."""
    found = _SERVICE.fullmatch(slot)
    return None if found is None else (found["type"], found["when"])
