"""From stored rules, overlays and channel restrictions to the gate's frozen values."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection

from compliance.gate.quiet.windows import (
    LONGEST_HOLD,
    Clock,
    Concerns,
    QuietDay,
    QuietWindow,
)
from compliance.gate.ruleset import RuleSet, compile_rules
from compliance.gate.types import ChannelRules, RuleMode
from compliance.gate.unverified import Unverified, UnverifiedAction
from compliance.models import (
    EVERY_CHANNEL,
    ChannelRestriction,
    ComplianceRule,
    Concept,
    QuietHours,
)
from compliance.rule_values import read_rule
from locations.models import OperatorProfile, Vertical
from locations.public_holidays import holidays_between

_STAMP: Final = """
    SELECT current_database(),
        (SELECT md5(string_agg(concat_ws(' ', id, xmin, ctid), ',' ORDER BY id))
            FROM compliance_compliancerule),
        (SELECT md5(string_agg(concat_ws(' ', id, xmin, ctid), ',' ORDER BY id))
            FROM compliance_concept)
"""
_lock = threading.Lock()
_loaded: tuple[tuple[Any, ...], RuleSet] | None = None


def ruleset_of(rows: Iterable[ComplianceRule], concepts: Iterable[Concept]) -> RuleSet:
    """Compile rules in the order of their codes, so that equal rules give an equal set.

    A row that was written past the forms and cannot be read is kept as broken: it blocks what is
    in its scope, and no more.
    """
    read = [read_rule(row) for row in sorted(rows, key=lambda row: row.code)]
    own = sorted((row for row in concepts if row.active), key=lambda row: row.name)
    return compile_rules(
        tuple(rule for rule, why in read if not why),
        tuple(row.value for row in own),
        unreadable=tuple((rule, why) for rule, why in read if why and rule.mode != RuleMode.OFF),
    )


def stored_ruleset() -> RuleSet:
    """Return the compiled set of the stored rules; compiled again only after a row has changed.

    One query when nothing changed. Each row's place and writing transaction tell (PostgreSQL
    manual, 5.6 System Columns): no clock is trusted, and a change past the forms is met as well.
    """
    global _loaded  # noqa: PLW0603  (one compiled set a process)
    with connection.cursor() as cursor:
        cursor.execute(_STAMP)
        stamp = cursor.fetchone()
    with _lock:
        if _loaded is None or _loaded[0] != stamp:
            _loaded = stamp, ruleset_of(ComplianceRule.objects.all(), Concept.objects.all())
        return _loaded[1]


def unverified_actions(operator: OperatorProfile | None, vertical: Vertical) -> Unverified:
    """Return what is done about unverified statements: a vertical's own words go first."""
    wider = {} if operator is None else operator.unverified
    actions = {**wider, **vertical.unverified}
    return Unverified(**{kind: UnverifiedAction(action) for kind, action in actions.items()})


class UnknownChannelError(LookupError):
    """No restrictions are configured for this channel: nothing says what may go out on it."""


def channel_rules(
    code: str, rows: Iterable[ChannelRestriction], quiet: Iterable[QuietWindow] = ()
) -> ChannelRules:
    """Merge a channel's restrictions with those of every channel; ``quiet`` are its windows.

    Raises:
        UnknownChannelError: when the channel itself has no row.
    """
    by_code = {row.code: row for row in rows}
    own, every = by_code.get(code), by_code.get(EVERY_CHANNEL)
    if own is None:
        raise UnknownChannelError(
            f"There is no channel “{code}”; add it under channel restrictions."
        )
    return ChannelRules(
        code=code,
        max_chars=own.max_chars or (every.max_chars if every else None),
        promo_must_include=own.promo_must_include or (every.promo_must_include if every else ""),
        opt_out_line=own.opt_out_line,
        flags=frozenset(own.flags) | frozenset(every.flags if every else ()),
        quiet=tuple(quiet),
        version=own.version + (every.version if every else 0),
    )


def quiet_window(
    row: QuietHours, *, home: tuple[str, str], customer_state: str | None, at: datetime
) -> QuietWindow | None:
    """Return a window as the gate reads it at ``at``, ``None`` where it cannot concern a message.

    ``home`` is the location's state and zone. The holidays are those of every state whose clock
    may count, as far ahead as a message is ever held.
    """
    window = QuietWindow(
        code=row.code,
        hours=row.quiet,
        weekdays=tuple(row.weekdays),
        states=tuple(row.states),
        clock=Clock(row.clock),
        concerns=Concerns(row.concerns),
        answers_within_minutes=row.answers_within_minutes,
        citation=row.citation,
        version=row.version,
    )
    states = sorted({state for state, _ in window.clocks(home=home, customer_state=customer_state)})
    if not states:
        return None
    first = at.date() - timedelta(days=2)
    last = at.date() + LONGEST_HOLD + timedelta(days=2)
    return replace(
        window,
        holidays=tuple(
            QuietDay(state, on, name)
            for state in states
            for on, name in holidays_between(state, row.holidays, first, last)
        ),
    )
