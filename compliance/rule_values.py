"""From a stored rule to the gate's frozen value, however the row was written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError

from compliance.gate.types import (
    BindsOn,
    FiresOn,
    JudgeUse,
    MissingValue,
    Placement,
    Rule,
    RuleAction,
    RuleKind,
    RuleMode,
)
from locations.models.fields import state_validator

if TYPE_CHECKING:
    from compliance.models import ComplianceRule

_Choice = TypeVar("_Choice", bound=StrEnum)


def read_rule(row: ComplianceRule) -> tuple[Rule, str]:
    """Return a stored rule as the gate reads it, and why it cannot be used; nothing when it can.

    What cannot be read of its scope is read as the widest, so that nobody overlooks it: a rule
    whose state does not exist binds everywhere.
    """
    read = _Row(row)
    kind = read.one_of(RuleKind, "kind", RuleKind.PROHIBITED_CLAIM)
    action = read.one_of(RuleAction, "action", RuleAction.BLOCK)
    mode = read.one_of(RuleMode, "mode", RuleMode.ENFORCE)
    judge = read.one_of(JudgeUse, "judge", JudgeUse.OPTIONAL) if row.judge else None
    fires_on = read.one_of(FiresOn, "fires_on", FiresOn.REPLY)
    placement = read.one_of(Placement, "placement", Placement.AFTER)
    missing_value = read.one_of(MissingValue, "missing_value", MissingValue.BLOCK)
    params = read.params()
    inner = len(read.faults)
    binds_on = read.one_of(BindsOn, "binds_on", BindsOn.EVERYWHERE)
    remote = row.binds_on_remote_sale
    on_remote = read.one_of(BindsOn, "binds_on_remote_sale", binds_on) if remote else None
    read.states()
    if len(read.faults) > inner:
        binds_on, on_remote = BindsOn.EVERYWHERE, None
    rule = Rule(
        code=row.code,
        version=row.version or 1,
        kind=kind,
        claim=row.claim,
        action=action,
        binds_on=binds_on,
        states=tuple(row.states),
        verticals=tuple(row.verticals),
        brands=tuple(row.brands),
        locations=tuple(row.locations),
        channels=tuple(row.channels),
        examples=tuple(row.examples),
        counter_examples=tuple(row.counter_examples),
        detectors=tuple(row.detectors),
        text=row.text,
        short_text=row.short_text,
        must_mention=tuple(row.must_mention),
        mode=mode,
        judge=judge,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        citation=row.citation,
        fires_on=fires_on,
        customer_says=tuple(row.customer_says),
        customer_detectors=tuple(row.customer_detectors),
        verbatim=row.verbatim,
        placement=placement,
        once_per_conversation=row.once_per_conversation,
        missing_value=missing_value,
        binds_on_remote_sale=on_remote,
        localities=tuple(row.localities),
        conditions=row.conditions,
        permitted_when=row.permitted_when,
        exemptions=tuple(row.exemptions),
        except_rules=tuple(row.except_rules),
        params=params,
        topic=row.topic,
    )
    return rule, "; ".join(read.faults)


class _Row:
    """A row read value by value; what cannot be read is noted."""

    def __init__(self, row: ComplianceRule) -> None:
        self._row = row
        self.faults: list[str] = []

    def one_of(self, values: type[_Choice], name: str, otherwise: _Choice) -> _Choice:
        """Return a choice, or another where the row names none."""
        written = getattr(self._row, name)
        try:
            return values(written)
        except ValueError:
            self.faults.append(f"its {name.replace('_', ' ')} “{written}” is not known")
            return otherwise

    def params(self) -> tuple[tuple[str, str], ...]:
        """Return what a parameter stands for by state."""
        written: Any = self._row.params
        if isinstance(written, dict):
            return tuple(sorted(written.items()))
        self.faults.append("its values by state are no pairs")
        return ()

    def states(self) -> None:
        """Note states that do not exist."""
        for state in self._row.states:
            try:
                state_validator(state)
            except ValidationError:
                self.faults.append(f"“{state}” is no state")
