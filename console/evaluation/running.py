"""Runs cases through the gate against a bundle, without reading or writing any stored data."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from compliance.gate.pipeline import gate
from compliance.gate.ruleset import RuleSet
from compliance.gate.types import Decision, GateFault, Verdict
from compliance.loading import ruleset_of
from console.bundles.rows import BundleRows
from console.evaluation.cases import Case
from drafting.classify import ClassCues, classify
from drafting.context.assemble import assemble
from drafting.context.configuration import MemoryConfiguration
from drafting.context.customers import customer_facts
from drafting.context.payload import ContextPayload, Message
from drafting.judge.calling import Judge, judged
from drafting.models import Customer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate decided about a case, and how long it took, in milliseconds.

    ``judge_fault`` says why the semantic judge gave no usable answer, if one was asked.
    """

    case: Case
    decision: Decision
    ms: float
    judge_fault: str = ""


def configuration_of(rows: BundleRows) -> MemoryConfiguration:
    """Return a bundle's rows as a configuration in memory."""
    return MemoryConfiguration(
        locations=rows.locations,
        weekly_hours=rows.weekly_hours,
        dated_hours=rows.dated_hours,
        policy_values=rows.policy_values,
        promotions=rows.promotions,
        articles=rows.articles,
        overlays=rows.overlays,
        concepts=rows.concepts,
        channels=rows.channels,
        quiet_hours=rows.quiet_hours,
        ticket_classes=rows.ticket_classes,
        operator=rows.operator[0] if rows.operator else None,
    )


class Evaluation:
    """A bundle, ready to judge cases. ``budget_seconds`` is the gate's own, for each draft.

    With a semantic ``judge`` its findings are inputs of the gate; its time is not counted.
    """

    def __init__(
        self,
        rows: BundleRows,
        *,
        judge: Judge | None = None,
        budget_seconds: float = 1.0,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._configuration = configuration_of(rows)
        self._customers: dict[str, Customer] = {row.code: row for row in rows.customers}
        self._rows = rows
        self._cues = tuple(
            ClassCues(row.code, tuple(row.cues), row.priority) for row in rows.ticket_classes
        )
        self._judge = judge
        self._budget = budget_seconds
        self._clock = clock

    @cached_property
    def ruleset(self) -> RuleSet:
        """The bundle's rules, compiled once."""
        return ruleset_of(self._rows.rules, self._rows.concepts)

    def payload(self, case: Case) -> ContextPayload:
        """Return the payload of a case at its moment.

        Raises:
            LookupError: when the location, the channel or the customer is not in the bundle.
        """
        if case.customer is not None and case.customer not in self._customers:
            raise LookupError(f"There is no customer “{case.customer}” in the bundle.")
        row = self._customers[case.customer] if case.customer is not None else None
        return assemble(
            self._configuration,
            location=case.location,
            channel=case.channel,
            at=case.at,
            customer=customer_facts(row, case.customer_state),
            messages=[Message("customer", case.ticket)],
            ticket_class=self._class_of(case.ticket),
            draft=case.draft,
        )

    def _class_of(self, ticket: str) -> str:
        """What a ticket is about, by the bundle's own cues; nothing where it has none."""
        return classify(ticket, self._cues)[0] or ""

    def outcomes(self, cases: Iterable[Case]) -> Iterator[Outcome]:
        """Judge cases one by one; the first is judged once beforehand, to warm the index."""
        warm = False
        for case in cases:
            if not warm:
                self.judge(case)
                warm = True
            yield self.judge(case)

    def judge(self, case: Case) -> Outcome:
        """Judge one case; whatever keeps the gate from deciding is a block with its reason."""
        started = self._clock()
        judge_fault = ""
        try:
            gate_input = self.payload(case).gate_input(case.draft)
            ruleset = self.ruleset
            if self._judge is not None:
                rules = ruleset.scope(gate_input.facts, gate_input.channel.code)
                gate_input = judged(gate_input, rules, judge=self._judge)
                judge_fault = gate_input.judge_fault
            started = self._clock()
            decision = gate(gate_input, ruleset, budget_seconds=self._budget)
        except Exception as error:  # noqa: BLE001 - whatever it is, it blocks
            fault = GateFault("payload", f"{type(error).__name__}: {error}")
            decision = Decision(Verdict.BLOCK, None, faults=(fault,))
        return Outcome(case, decision, (self._clock() - started) * 1000, judge_fault)
