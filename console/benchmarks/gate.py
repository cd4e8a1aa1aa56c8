"""The gate on a 120-word reply, with growing numbers of rules over many states and verticals."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Final

from compliance.gate.pipeline import gate
from compliance.gate.ruleset import RuleSet, compile_rules
from compliance.gate.types import BindsOn, CustomerFacts, Decision, GateInput, Rule
from compliance.rule_values import read_rule
from console.benchmarks.timing import Timing, time_runs
from console.bundles.rows import BundleRows
from console.evaluation.running import configuration_of
from drafting.context.assemble import assemble
from drafting.context.payload import Message

SIZES: Final = (100, 1_000, 10_000)
# Trades and things, so that no two made-up rules share their phrases.
_TRADES = ("boat", "piano", "bakery", "garden", "ski", "camera", "bicycle", "carpet", "window")
_THINGS = ("rental", "warranty", "delivery", "lesson", "repair", "service", "voucher", "insurance")
_CLAIMS = ("is free of charge", "lasts forever", "is guaranteed", "never fails", "costs nothing")
_STATES = tuple(
    f"US-{code}"
    for code in [
        "AL",
        "AK",
        "AR",
        "CT",
        "DE",
        "HI",
        "ID",
        "IN",
        "IA",
        "KS",
        "KY",
        "LA",
        "ME",
        "MD",
        "MI",
        "MN",
    ]
)

REPLY: Final = (
    "Thank you for writing to us about your order and your plans for the coming week. We have "
    "looked at what you asked and we are glad to help. The team at the desk will have everything "
    "ready when you arrive, and you may bring a friend along if you like. Please tell us in "
    "advance if anything changes, so that we can find another time that suits you. Parking is "
    "behind the building, and the entrance is next to the bakery on the corner. If you would "
    "rather write than call, simply answer this message and someone will come back to you the "
    "same afternoon. We look forward to seeing you soon and thank you for your patience with us."
)


@dataclass(frozen=True, slots=True)
class GateRow:
    """One size of rule set: how long it took to compile, what it weighs, how fast it decides."""

    rules: int
    in_scope: int
    compile_seconds: float
    memory_mb: float
    timing: Timing


def measure_gate(rows: BundleRows, *, runs: int) -> Iterator[GateRow]:
    """Measure the full pass, every layer on, for each size of rule set."""
    own = tuple(read_rule(row)[0] for row in rows.rules)
    case = bench_case(rows)
    for size in SIZES:
        rules = (*own, *made_up_rules(own, size))[:size]
        before = _resident_mb()
        started = time.perf_counter()
        ruleset = compile_rules(rules)
        gate(case, ruleset)
        compiled = time.perf_counter() - started
        yield GateRow(
            rules=len(rules),
            in_scope=len(ruleset.scope(case.facts, case.channel.code)),
            compile_seconds=compiled,
            memory_mb=_resident_mb() - before,
            timing=time_runs(partial(_decide, case, ruleset), runs=runs),
        )


def bench_case(rows: BundleRows) -> GateInput:
    """Return the reply as written at an operator's first location."""
    home = rows.locations[0]
    payload = assemble(
        configuration_of(rows),
        location=home.code,
        channel="chat" if any(row.code == "chat" for row in rows.channels) else "email",
        at=datetime(2026, 11, 3, 18, 0, tzinfo=UTC),
        customer=CustomerFacts(state=home.state),
        messages=[Message("customer", "Hello, can you help me with my visit next week?")],
    )
    return payload.gate_input(REPLY)


def made_up_rules(patterns: tuple[Rule, ...], count: int) -> Iterator[Rule]:
    """Make up rules in the shape of real ones, for states and things all over the country."""
    for number in range(count):
        trade, thing, claim, state = (
            words[number // step % len(words)]
            for words, step in ((_TRADES, 1), (_THINGS, 9), (_CLAIMS, 72), (_STATES, 5))
        )
        yield replace(
            patterns[number % len(patterns)],
            code=f"made-up-{number}",
            binds_on=BindsOn.LOCATION,
            states=(state,),
            claim=f"a {trade} {thing} of series {number} {claim}",
            examples=(f"{trade} {thing} {number} {claim}",),
            counter_examples=(),
            detectors=(),
        )


def _decide(case: GateInput, ruleset: RuleSet, _run: int) -> Decision:
    return gate(case, ruleset)


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
