"""The payload and the whole line on a stored configuration that grows; all of it rolled back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.db import connection, transaction

from compliance.gate.types import CustomerFacts
from console.benchmarks.timing import Timing, time_runs
from console.bundles.apply import import_bundle
from console.bundles.rows import BundleRows
from drafting import jobs
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.payload import ContextPayload, Message
from drafting.intake import DraftWish, Incoming, receive
from drafting.models import Draft
from drafting.pipeline import work
from locations.models import Location, PolicyValue, WeeklyHours

SIZES: Final = (10, 100, 1_000, 10_000)
MOMENT: Final = datetime(2026, 11, 3, 18, 0, tzinfo=UTC)
QUESTION: Final = "Hello, what are your hours tomorrow, and how long can I bring something back?"


@dataclass(frozen=True, slots=True)
class LineRow:
    """One size of configuration: database queries and milliseconds, per payload and per draft."""

    locations: int
    payload_queries: int
    payload: Timing
    draft_queries: int
    draft: Timing


def measure_line(rows: BundleRows, *, runs: int) -> Iterator[LineRow]:
    """Measure payloads, and tickets from arrival to a stored decision, as locations are added."""
    with rolled_back():
        if not Location.objects.exists():
            import_bundle(bundle=rows, actor=None, reason="To measure with")
        home = Location.objects.select_related("brand", "vertical").order_by("pk")[0]
        for size in SIZES:
            _grow(home, size)
            yield LineRow(
                locations=Location.objects.count(),
                payload_queries=_queries(lambda: _payload(home)),
                payload=time_runs(lambda _: _payload(home), runs=runs),
                draft_queries=_queries(lambda: draft_once(home)),
                draft=time_runs(lambda _: draft_once(home), runs=runs),
            )


def _payload(home: Location) -> ContextPayload:
    return assemble(
        StoredConfiguration(),
        location=home.code,
        channel="chat",
        at=MOMENT,
        customer=CustomerFacts(state=home.state),
        messages=[Message("customer", QUESTION)],
    )


def draft_once(home: Location) -> Draft:
    """Take a ticket in and have the composer answer it."""
    received = receive(
        source="benchmark",
        external_id=str(uuid.uuid4()),
        location_code=home.code,
        channel="chat",
        messages=[Incoming(QUESTION)],
        arrived_at=MOMENT,
        actor=None,
        wish=DraftWish(as_of=MOMENT, backend="composer"),
    )
    claimed = jobs.claim(job_id=received.ticket.jobs.get().pk)
    if claimed is None or work(claimed) != "done":
        raise RuntimeError("The ticket of the benchmark was not drafted.")
    return Draft.objects.select_related("ticket").get(ticket=received.ticket)


def _grow(home: Location, size: int) -> None:
    """Add locations of the same brand, each with hours and a policy value of its own."""
    missing = size - Location.objects.count()
    made = Location.objects.bulk_create(
        Location(
            code=f"benchmark-{uuid.uuid4().hex[:12]}",
            name=f"{home.brand.name.split()[0]} Branch {number}",
            brand=home.brand,
            vertical=home.vertical,
            city=f"Springfield {number}",
            state=home.state,
            zone=home.zone,
        )
        for number in range(missing)
    )
    term = PolicyValue.objects.select_related("term").order_by("pk")[0].term
    WeeklyHours.objects.bulk_create(WeeklyHours(location=row, mon="09:00-17:00") for row in made)
    PolicyValue.objects.bulk_create(
        PolicyValue(term=term, layer="location", location=row, value=30) for row in made
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _queries(action: Callable[[], object]) -> int:
    count = 0

    def counted(execute: Callable[..., Any], *args: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*args)

    action()
    with connection.execute_wrapper(counted):
        action()
    return count


@contextmanager
def rolled_back() -> Iterator[None]:
    """Take back whatever is stored meanwhile."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
