"""Scores as people and machines read them: a table, one case in full, JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from console.evaluation.scoring import Score, summary

_COLUMNS = (
    ("faulty", "faulty"),
    ("clean", "clean"),
    ("leak", "leak_rate"),
    ("false alarm", "false_alarm_rate"),
    ("attributed", "attribution_rate"),
    ("modify", "modify_share"),
    ("block", "block_share"),
    ("over-block", "over_blocks"),
    ("median ms", "median_ms"),
    ("p95 ms", "p95_ms"),
)


def as_json(scores: Sequence[Score]) -> dict[str, Any]:
    """Return the whole report as plain data."""
    return {"summary": summary(scores), "cases": [score.as_json() for score in scores]}


def table(scores: Sequence[Score]) -> str:
    """Return the numbers as a table, a line for each kind of failure."""
    rows = [["", *(title for title, _ in _COLUMNS)]]
    for kind, numbers in summary(scores).items():
        rows.append([kind, *(_cell(name, numbers[name]) for _, name in _COLUMNS)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cell(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    if name.endswith(("_rate", "_share")):
        return f"{value:.1%}"
    return f"{value:.1f}" if name.endswith("_ms") else str(value)


def overview(scores: Sequence[Score]) -> str:
    """Return the table, and the cases that went wrong."""
    return f"{table(scores)}\n{worst(scores)}".rstrip()


def worst(scores: Sequence[Score]) -> str:
    """Return the cases that went wrong, by kind of error, as ids."""
    lines: list[str] = []
    for title, name in (
        ("leaks", "leak"),
        ("false alarms", "false_alarm"),
        ("over-blocks", "over_block"),
    ):
        ids = [score.case.id for score in scores if getattr(score, name)]
        if ids:
            lines.append(f"{title}: {', '.join(ids)}")
    return "\n".join(lines)


def explained(score: Score) -> str:
    """Return one case in full: draft, findings with their words, edits and result."""
    case, decision = score.case, score.outcome.decision
    lines = [
        f"{case.id}: {case.location}, {case.channel}, {case.at.isoformat()}",
        f"customer: {case.customer or '-'} in {case.customer_state or '-'}",
        f"ticket: {case.ticket}",
        f"draft: {case.draft}",
        f"expected: {'/'.join(case.expected.verdicts)} {' '.join(case.expected.failures)}",
        f"why: {case.why}",
        f"verdict: {decision.verdict.value}"
        + "".join(
            f", {name.replace('_', ' ')}"
            for name in ("leak", "false_alarm", "over_block", "attributed")
            if getattr(score, name)
        ),
    ]
    for title, findings in (("found", decision.findings), ("remaining", decision.remaining)):
        lines += [
            f"  {title} {item.layer.value}/{item.check} {item.rule} {item.severity.value} "
            f"[{item.start}:{item.end}] “{item.excerpt}”: {item.message}"
            for item in findings
        ]
    lines += [f"  fault {fault.stage}: {fault.message}" for fault in decision.faults]
    lines += [
        f"  edit [{edit.start}:{edit.end}] “{case.draft[edit.start : edit.end]}”"
        f" -> “{edit.replacement}”"
        for edit in decision.edits
    ]
    lines.append(f"after: {decision.text_after if decision.text_after is not None else '-'}")
    return "\n".join(lines)
