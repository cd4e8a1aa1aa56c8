"""The checks, in the order in which they read a draft."""

from __future__ import annotations

from compliance.gate.checks.channel import Channel
from compliance.gate.checks.claims import Claims
from compliance.gate.checks.data import CustomerData
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.checks.hours import Hours
from compliance.gate.checks.offers import Offers
from compliance.gate.checks.policies import Policies
from compliance.gate.checks.quiet import QuietHours
from compliance.gate.checks.slots import Slots
from compliance.gate.checks.sources import Sources
from compliance.gate.checks.stated import Stated
from compliance.gate.checks.tone import Tone
from compliance.gate.checks.unverified import UnverifiedStatements
from compliance.gate.reading import Check

CHECKS: tuple[Check, ...] = (
    Claims(),
    Disclosures(),
    Policies(),
    Hours(),
    Offers(),
    Sources(),
    CustomerData(),
    Slots(),
    Stated(),
    UnverifiedStatements(),
    Tone(),
    Channel(),
    QuietHours(),
)
