"""Findings as cards: which rule, where, why, and the fact a statement was compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from compliance.evaluate import is_about
from compliance.models import GateDecision
from console.review.passages import Passage, Span, passages
from console.review.suggestion import edits_in_words

KINDS = {
    "policy": "Policy",
    "hours": "Hours",
    "jurisdiction": "Jurisdiction",
    "tone": "Tone",
    "offer": "Offer",
    "channel": "Channel",
    "data": "Customer data",
    "fault": "Fault in the gate",
}
SEVERITIES = {"block": "blocks", "modify": "must change", "advise": "note"}
_WEIGHT = {"block": 0, "modify": 1, "advise": 2}


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, numbered as in the text."""

    number: int
    kind: str
    kind_name: str
    severity: str
    severity_name: str
    message: str
    rule: str
    version: int
    excerpt: str
    citation: str
    fact_key: str = ""
    fact_value: str = ""
    fact_source: str = ""
    fact_version: int = 0
    stands_after_edit: bool = False
    enforced: bool = True
    suggestions: tuple[str, ...] = ()


def cards(text: str, decision: GateDecision) -> list[Card]:
    """Return the findings on a text as cards, in the order of the text; faults first."""
    faults = [
        Card(
            number=0,
            kind="fault",
            kind_name=KINDS["fault"],
            severity="block",
            severity_name=SEVERITIES["block"],
            message=fault["message"],
            rule=fault["stage"],
            version=0,
            excerpt="",
            citation="",
        )
        for fault in decision.faults
    ]
    ordered = sorted(
        decision.findings, key=lambda each: (each["start"], _WEIGHT.get(each["severity"], 3))
    )
    remaining = {(each["check"], each["rule"]) for each in decision.remaining}
    return faults + [
        _card(finding, number, text, stands=(finding["check"], finding["rule"]) in remaining)
        for number, finding in enumerate(ordered, start=1)
    ]


def leftover(decision: GateDecision) -> list[str]:
    """Return what only arose on the edited text, in words: why a mended text was not enough."""
    known = {(each["check"], each["rule"]) for each in decision.findings}
    return [
        each["message"]
        for each in decision.remaining
        if (each["check"], each["rule"]) not in known and each["severity"] != "advise"
    ]


def highlighted(text: str, decision: GateDecision) -> list[Passage]:
    """Cut the gated text where findings stand; a text that was not gated stays whole."""
    if not is_about(decision, text):
        return [Passage(text)]
    ordered = sorted(
        decision.findings, key=lambda each: (each["start"], _WEIGHT.get(each["severity"], 3))
    )
    return passages(
        text,
        [
            Span(each["start"], each["end"], number, each["severity"])
            for number, each in enumerate(ordered, start=1)
        ],
    )


def kinds_of(decision: GateDecision) -> list[str]:
    """Return the kinds of what blocks, as words, each once; no text is read for it."""
    names = [KINDS.get(kind, kind) for kind in decision.layers]
    return [*names, KINDS["fault"]] if decision.faults else names


def reason_of(decision: GateDecision) -> str:
    """Return the weightiest finding's message: why the draft is held, in one sentence."""
    if decision.faults:
        return str(decision.faults[0]["message"])
    ordered = sorted(decision.findings, key=lambda each: _WEIGHT.get(each["severity"], 3))
    return str(ordered[0]["message"]) if ordered else "The gate gave no reason."


def _card(finding: dict[str, Any], number: int, text: str, *, stands: bool) -> Card:
    fact = finding.get("fact") or {}
    return Card(
        number=number,
        kind=finding["layer"],
        kind_name=KINDS.get(finding["layer"], finding["layer"]),
        severity=finding["severity"],
        severity_name=SEVERITIES.get(finding["severity"], finding["severity"]),
        message=finding["message"],
        rule=finding["rule"],
        version=finding["rule_version"],
        # Most messages quote it already.
        excerpt="" if finding["excerpt"] in finding["message"] else finding["excerpt"],
        citation=finding["citation"],
        fact_key=fact.get("key", ""),
        fact_value=fact.get("value", ""),
        fact_source=fact.get("source", ""),
        fact_version=fact.get("version", 0),
        stands_after_edit=stands,
        enforced=finding["mode"] == "enforce",
        suggestions=tuple(edits_in_words(finding, text)),
    )
