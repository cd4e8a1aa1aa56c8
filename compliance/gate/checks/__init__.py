"""The checks, in the order in which they read a draft."""

from __future__ import annotations

from compliance.gate.checks.channel import Channel
from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.checks.tone import Tone
from compliance.gate.reading import Check

CHECKS: tuple[Check, ...] = (
    Claims(),
    Disclosures(),
    Channel(),
    Tone(),
)
