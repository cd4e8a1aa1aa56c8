"""One draft being read against one case: what every check receives."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from compliance.gate.concepts import shipped
from compliance.gate.detection import Detection, Hit
from compliance.gate.polarity import polarity
from compliance.gate.text import Text
from compliance.gate.types import (
    Edit,
    FactReference,
    Finding,
    GateInput,
    Layer,
    RuleKind,
    RuleMode,
    Severity,
)

if TYPE_CHECKING:
    from datetime import datetime

    from compliance.gate.ruleset import CompiledRule, RuleSet


# A customer may write far more than this; reading all of it would only use up the draft's time.
MAX_MESSAGE_CHARS: Final = 8_000


@lru_cache(maxsize=16)
def _heard(words: str) -> Text:
    """Return a message parsed; a reply is read more than once for one, and passages for a title."""
    return Text(words)


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
        """The customer's message, as far as it can matter to what a reply takes up."""
        return _heard(self.case.customer_message[:MAX_MESSAGE_CHARS])

    @cached_property
    def detection(self) -> Detection:
        """The draft scanned for the concepts that rules are made of."""
        concepts = shipped() if self.ruleset is None else self.ruleset.concepts
        return Detection(self.text, self.message, concepts)

    @cached_property
    def rules_in_scope(self) -> tuple[CompiledRule, ...]:
        """The usable rules that apply to this case."""
        if self.ruleset is None:
            return ()
        return self.ruleset.compiled_in_scope(self.facts, self.case.channel.code)

    @cached_property
    def _firing(self) -> set[int]:
        """The detectors that the index finds possible in this draft, by identity."""
        if self.ruleset is None:
            return set()
        read = self.detection.words
        return self.ruleset.firing(self.facts, self.case.channel.code, read)

    def hits(self, item: CompiledRule) -> list[Hit]:
        """Return where a rule's detectors fire in the draft."""
        possible = [one for one in item.detectors if id(one) in self._firing]
        found = self.detection.hits(possible) if possible else []
        found.extend(expression_hits(item, self.text))
        return found


def expression_hits(item: CompiledRule, text: Text) -> list[Hit]:
    """Return where a rule's regular expressions match what a text puts forward."""
    mentioned = item.rule.kind in {RuleKind.REQUIRED_DISCLOSURE, RuleKind.RESTRICTED_TOPIC}
    found = []
    for expression in item.expressions:
        for match in expression.finditer(text.norm):
            span = text.span(*match.span())
            empty = match.end() == match.start()
            if not empty and (mentioned or polarity(text, *span).asserted):
                found.append(Hit(*span))
    return found


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
    hold_until: datetime | None = None,
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
        hold_until=hold_until,
    )
