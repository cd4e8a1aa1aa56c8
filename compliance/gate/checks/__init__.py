"""The checks, in the order in which they read a draft."""

from __future__ import annotations

from compliance.gate.reading import Check

CHECKS: tuple[Check, ...] = ()
