"""The demo's tickets: read from the repository, taken in and drafted like any others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from drafting import intake, jobs, pipeline
from drafting.models import DraftJob, JobState, Ticket

SOURCE: Final = "demo"


@dataclass(frozen=True, slots=True)
class DemoTicket:
    """A ticket with its moment; ``draft`` is what a model without context would suggest."""

    external_id: str
    location: str
    channel: str
    customer: str | None
    customer_state: str | None
    at: datetime
    text: str
    draft: str = ""


def read(path: Path) -> list[DemoTicket]:
    """Read the tickets, one JSON object a line."""
    tickets = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            row.pop("from")
            tickets.append(DemoTicket(**row | {"at": datetime.fromisoformat(row["at"])}))
    return tickets


def is_loaded() -> bool:
    """Whether the demo's tickets have come this way before."""
    return Ticket.objects.filter(source=SOURCE).exists()


def run(tickets: list[DemoTicket]) -> Iterator[JobState | None]:
    """Send each ticket through the whole line and say how its job ended.

    What is stored already is not taken in again, only drafted if that was left undone.
    """
    stored = {
        external_id: (job, state)
        for external_id, job, state in DraftJob.objects.filter(ticket__source=SOURCE).values_list(
            "ticket__external_id", "pk", "state"
        )
    }
    for ticket in tickets:
        job, state = stored.get(ticket.external_id, (None, JobState.QUEUED.value))
        if job is None:
            job = DraftJob.objects.values_list("pk", flat=True).get(ticket=_take_in(ticket))
        if state in {JobState.DONE, JobState.FAILED}:
            yield None
            continue
        held = jobs.claim(job_id=job)
        yield None if held is None else pipeline.work(held)


def _take_in(ticket: DemoTicket) -> Ticket:
    received = intake.receive(
        source=SOURCE,
        external_id=ticket.external_id,
        location_code=ticket.location,
        channel=ticket.channel,
        messages=[intake.Incoming(ticket.text)],
        customer_code=ticket.customer,
        customer_state=ticket.customer_state,
        arrived_at=ticket.at,
        actor=None,
        wish=intake.DraftWish(
            as_of=ticket.at,
            backend="scripted" if ticket.draft else "composer",
            scripted_text=ticket.draft,
        ),
    )
    return received.ticket
