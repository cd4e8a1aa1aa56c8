"""What became of the demo's tickets, as a table and three examples in full."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from compliance.gate.types import RuleMode, Severity, Verdict
from console.demo.tickets import SOURCE
from drafting.models import Draft, DraftJob, JobState

_WORDS: Final = {
    Verdict.PASS.value: "passed",
    Verdict.MODIFY.value: "modified",
    Verdict.BLOCK.value: "blocked",
}
_WIDTH: Final = 96


def lines() -> Iterator[str]:
    """Return the summary of what is stored of the demo, line by line."""
    drafts = list(
        # Of what somebody has erased since, nothing can be told any more.
        Draft.objects.filter(ticket__source=SOURCE, ticket__data_key__destroyed_at=None)
        .select_related("decision", "ticket__location", "message")
        .order_by("ticket__arrived_at", "ticket__external_id")
    )
    failed = DraftJob.objects.filter(ticket__source=SOURCE, state=JobState.FAILED).count()
    yield from _table(drafts, failed)
    for verdict in _WORDS:
        example = _example(drafts, verdict)
        if example is not None:
            yield ""
            yield from _in_full(example)


def _table(drafts: list[Draft], failed: int) -> Iterator[str]:
    suggested = [draft for draft in drafts if draft.backend == "scripted"]
    composed = [draft for draft in drafts if draft.backend != "scripted"]
    yield f"{len(drafts)} drafts" + (f", {failed} tickets failed" if failed else "")
    yield f"{'':<36}{'passed':>9}{'modified':>10}{'blocked':>9}"
    for name, some in (
        ("suggested without context", suggested),
        ("composed from templates and facts", composed),
    ):
        count = Counter(draft.decision.verdict for draft in some)
        yield f"  {name:<34}{count['pass']:>9}{count['modify']:>10}{count['block']:>9}"
    kinds = Counter(kind for draft in drafts for kind in _kinds(draft))
    faults = sum(bool(draft.decision.faults) for draft in drafts)
    said = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    yield f"by kind of failure: {said or 'none'}" + (f"; gate faults {faults}" if faults else "")


def _kinds(draft: Draft) -> set[str]:
    return {found["layer"] for found in _acting(draft)}


def _acting(draft: Draft) -> list[dict[str, Any]]:
    return [
        found
        for found in draft.decision.findings
        if found["severity"] != Severity.ADVISE and found["mode"] == RuleMode.ENFORCE
    ]


def _example(drafts: list[Draft], verdict: str) -> Draft | None:
    """The draft that shows best what a verdict means: with the fewest findings, then short."""
    fitting = [
        draft
        for draft in drafts
        if draft.decision.verdict == verdict and (verdict == Verdict.PASS or _acting(draft))
    ]
    return min(fitting, key=lambda d: (len(_acting(d)), len(d.candidate_text)), default=None)


def _in_full(draft: Draft) -> Iterator[str]:
    place = draft.ticket.location
    verdict = _WORDS[draft.decision.verdict]
    yield f"--- {verdict}: {place.name}, {place.city}, {draft.ticket.channel} "
    yield from _part("customer", draft.message.text)
    yield from _part("draft", draft.candidate_text)
    for found in _acting(draft):
        yield from _part(found["layer"], f"“{found['excerpt']}”: {found['message']}")
    for fault in draft.decision.faults:
        yield from _part("fault", fault["message"])
    if draft.decision.verdict == Verdict.MODIFY:
        yield from _part("agents see", draft.shown_text or "")
    elif draft.decision.verdict == Verdict.BLOCK:
        yield from _part("agents see", "nothing; it waits in the review queue")


def _part(label: str, text: str) -> Iterator[str]:
    """A labelled text, wrapped; control characters of customers never reach a terminal."""
    clean = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    wrapped = textwrap.wrap(clean, _WIDTH - 14) or [""]
    for number, line in enumerate(wrapped):
        yield f"  {label if number == 0 else '':<12}{line}"
