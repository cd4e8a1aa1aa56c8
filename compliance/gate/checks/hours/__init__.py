"""Statements of opening hours, compared with the hours of the place and day they speak of."""

from __future__ import annotations

from compliance.gate.checks.hours.check import Hours

__all__ = ["Hours"]
