"""Measures the assembly of payloads as an operator grows: queries, times, and what search takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from compliance.gate.fingerprint import canonical
from console.benchmarks.operators import Sizes, grow, moment, questions, store_frame
from console.benchmarks.scratch import scratch_database
from console.benchmarks.timing import Timing, time_runs
from console.bundles.rows import BundleRows
from drafting.context.payload import ContextPayload
from drafting.gating import payload_for
from drafting.intake import Incoming, receive
from drafting.models import TicketMessage
from locations.models import Location

# How a query of the full-text search is known.
_SEARCHES: Final = ("tsvector", "tsquery", "word_similarity")


@dataclass(frozen=True, slots=True)
class PayloadRow:
    """One size of operator. Shares are of the first time's whole; ``setup`` is in seconds.

    ``payload`` is of tickets seen for the first time, ``again`` of the same ones right after it,
    when what was read of their articles is still known to the process.
    """

    sizes: Sizes
    setup: float
    queries: int
    payload: Timing
    again: Timing
    database_share: float
    search_share: float
    bytes_most: int


class _Watch:
    """Counts the queries of a run and adds up what they took."""

    def __init__(self) -> None:
        self.queries = 0
        self.database = 0.0
        self.search = 0.0

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        started = time.perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            took = time.perf_counter() - started
            self.queries += 1
            self.database += took
            if any(word in sql for word in _SEARCHES):
                self.search += took


def measure_payload(
    rows: BundleRows, *, full: Sizes, steps: tuple[int, ...], runs: int
) -> Iterator[PayloadRow]:
    """Measure tickets that came in at locations all over, as everything grows in proportion."""
    with scratch_database():
        brand, vertical = store_frame(rows)
        for step in steps:
            started = time.perf_counter()
            sizes = full.share(step)
            grow(brand, vertical, sizes)
            setup = time.perf_counter() - started
            yield _measured(sizes, setup, runs)


def _measured(sizes: Sizes, setup: float, runs: int) -> PayloadRow:
    asked = _arrived(sizes, runs + 3)
    at = moment()
    queries = 0
    made: list[ContextPayload] = []
    watch = _Watch()

    def assemble(number: int) -> None:
        nonlocal queries
        before = watch.queries
        message = asked[number]
        payload = payload_for(ticket=message.ticket, message=message, at=at)
        made.append(payload)
        queries = max(queries, watch.queries - before)

    with connection.execute_wrapper(watch):
        started = time.perf_counter()
        timing = time_runs(assemble, runs=runs)
        whole = time.perf_counter() - started
    database, search = watch.database, watch.search
    again = time_runs(assemble, runs=runs)
    return PayloadRow(
        sizes=sizes,
        setup=setup,
        queries=queries,
        payload=timing,
        again=again,
        database_share=database / whole,
        search_share=search / whole,
        bytes_most=max(len(canonical(payload)) for payload in made),
    )


def _arrived(sizes: Sizes, count: int) -> list[TicketMessage]:
    """Bring tickets in at places far apart; they are drafted only in so far as they are read."""
    codes = list(Location.objects.order_by("pk").values_list("code", flat=True))
    tickets = [
        receive(
            source="benchmark",
            external_id=f"{sizes.locations} {number}",
            location_code=codes[number * 7919 % len(codes)],
            channel="email",
            messages=[Incoming(text)],
            arrived_at=moment(),
            actor=None,
        ).ticket.pk
        for number, text in enumerate(questions(count, sizes.offers))
    ]
    found = TicketMessage.objects.filter(ticket__in=tickets).select_related(
        "ticket__location__brand", "ticket__ticket_class"
    )
    return sorted(found, key=lambda row: tickets.index(row.ticket_id))
