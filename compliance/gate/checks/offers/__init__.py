"""Offers in a reply, held against their standing, dates and terms."""

from __future__ import annotations

from compliance.gate.checks.offers.check import Offers

__all__ = ["Offers"]
