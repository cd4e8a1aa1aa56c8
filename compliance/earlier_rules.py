"""The rules and concepts as they were, put together again from their history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from compliance.gate.ruleset import RuleSet
from compliance.loading import ruleset_of, stored_ruleset
from compliance.models import ComplianceRule, Concept

# Clocks of several machines differ by seconds, not by more changes than this.
MOST_TRIED: Final = 50


def ruleset_then(at: datetime, sha256: str) -> RuleSet:
    """Return the rule set with this fingerprint; if there is none in the history, that of ``at``.

    What is looked at first are the rules of ``at``, then those of the changes nearest to it: a
    decision is stored a little after its rules were read. Five queries at most.
    """
    current = stored_ruleset()
    if current.fingerprint == sha256:
        return current
    rules = list(ComplianceRule.history.order_by("history_date", "history_id"))
    concepts = list(Concept.history.order_by("history_date", "history_id"))
    dates = {record.history_date for record in (*rules, *concepts)}
    nearest: RuleSet | None = None
    for moment in _nearest_first(dates, at):
        tried = ruleset_of(_rows(rules, moment), _rows(concepts, moment))
        if tried.fingerprint == sha256:
            return tried
        nearest = nearest or tried
    return nearest or ruleset_of((), ())


def _nearest_first(dates: Iterable[datetime], at: datetime) -> list[datetime]:
    """The moments with a state of their own, that of ``at`` first."""
    in_force = max((date for date in dates if date <= at), default=at)
    others = sorted(set(dates) - {in_force}, key=lambda date: abs(date - at))
    return [in_force, *others][:MOST_TRIED]


def _rows(records: Iterable[Any], at: datetime) -> Iterator[Any]:
    """The rows as they stood, from their records in order of time."""
    latest = {record.id: record for record in records if record.history_date <= at}
    return (record.instance for record in latest.values() if record.history_type != "-")
