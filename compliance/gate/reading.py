"""One draft being read against one case: what every check receives."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from compliance.gate.text import Text
from compliance.gate.types import (
    Edit,
    FactReference,
    Finding,
    GateInput,
    Layer,
    RuleMode,
    Severity,
)

if TYPE_CHECKING:
    from compliance.gate.ruleset import RuleSet


class Reading:
    """A gate input with its text parsed once; analyses that several checks share hang here."""

    def __init__(self, case: GateInput, ruleset: RuleSet | None = None) -> None:
        self.case = case
        self.facts = case.facts
        self.ruleset = ruleset

    @cached_property
    def text(self) -> Text:
        """The draft's text."""
        return Text(self.case.text)

    @cached_property
    def message(self) -> Text:
        """The customer's message."""
        return Text(self.case.customer_message)


class Check(Protocol):
    """A check: declared on top, one method below, no state of its own."""

    id: ClassVar[str]
    title: ClassVar[str]
    version: ClassVar[int]
    layer: ClassVar[Layer]

    def find(self, reading: Reading) -> list[Finding]:
        """Return what the check has to say about the draft."""
        ...


def finding(
    check: Check,
    reading: Reading,
    start: int,
    end: int,
    message: str,
    *,
    rule: str,
    severity: Severity = Severity.MODIFY,
    layer: Layer | None = None,
    rule_version: int = 1,
    citation: str = "",
    fact: FactReference | None = None,
    edits: tuple[Edit, ...] = (),
    mode: RuleMode = RuleMode.ENFORCE,
) -> Finding:
    """Build a finding of ``check`` on the original span ``start:end``."""
    return Finding(
        check=check.id,
        rule=rule,
        layer=layer or check.layer,
        severity=severity,
        start=start,
        end=end,
        excerpt=reading.text.excerpt(start, end),
        message=message,
        rule_version=rule_version,
        check_version=check.version,
        citation=citation,
        fact=fact,
        edits=edits,
        mode=mode,
    )
