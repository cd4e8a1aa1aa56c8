"""The log under load: writers in processes of their own, a sequencer beside them, then a check."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from compliance.audit.events import Actor, Happening, append, open_log
from compliance.audit.keys import create
from compliance.audit.loop import PAUSE_SECONDS
from compliance.audit.sequencer import MOST, sequence
from compliance.audit.verification import LogCheck
from compliance.models import ActorKind, AuditLeaf, AuditLog, EventType
from console.benchmarks.scratch import scratch_database
from console.benchmarks.timing import Timing, timing_of

_TEXT: Final = "You can return the jacket within 21 days, unworn, with its receipt. " * 8
_RULES: Final = [{"code": f"US-MA-{number}", "version": 3, "result": "pass"} for number in range(8)]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Events a second, milliseconds until they are under a checkpoint, microseconds of CPU each.

    CPU is that of our own processes; the database server's is not in it. ``load`` is what the
    machine had to do before, on average over a minute.
    """

    writers: int
    events: int
    per_second: float
    lag: Timing
    writer_cpu: float
    sequencer_cpu: float
    check_per_event: float
    faults: int
    load: float


def measure_appends(*, writers: int, seconds: float) -> Iterator[AuditRow]:
    """Write events for a while: as many as can be, then half as many a second."""
    most = _measure(writers, seconds, per_second=0)
    yield most
    yield _measure(writers, seconds, per_second=most.per_second / 2)


def _measure(writers: int, seconds: float, *, per_second: float) -> AuditRow:
    """Write events, each in a transaction of its own, in a database of its own."""
    apart = writers / per_second if per_second else 0.0
    load = os.getloadavg()[0]
    with scratch_database(), tempfile.TemporaryDirectory() as folder, _own_files(Path(folder)):
        create(open_log().origin)
        # A process that begins must not share a connection with another.
        connection.close()
        forked = multiprocessing.get_context("fork")
        told, tell = forked.Pipe(duplex=False)
        sequencer = forked.Process(target=_sequence, args=(tell,))
        sequencer.start()
        until = time.monotonic() + seconds
        pipes: list[Connection] = []
        for _ in range(writers):
            heard, say = forked.Pipe(duplex=False)
            forked.Process(target=_write, args=(until, apart, say)).start()
            pipes.append(heard)
        written = [pipe.recv() for pipe in pipes]
        _wait_until_empty(sum(count for count, _ in written))
        os.kill(sequencer.pid or 0, signal.SIGTERM)
        sizes, sequencer_cpu = told.recv()
        sequencer.join()
        return _row(writers, seconds, written, sizes, sequencer_cpu, load)


def _row(
    writers: int,
    seconds: float,
    written: list[tuple[int, float]],
    sizes: list[tuple[int, datetime]],
    sequencer_cpu: float,
    load: float,
) -> AuditRow:
    events = sum(count for count, _ in written)
    started = time.perf_counter()
    check = LogCheck(AuditLog.objects.get())
    while check.step():
        pass
    checked = time.perf_counter() - started
    return AuditRow(
        writers=writers,
        events=check.read,
        per_second=events / seconds,
        lag=_lag(sizes),
        writer_cpu=1e6 * sum(cpu for _, cpu in written) / events,
        sequencer_cpu=1e6 * sequencer_cpu / events,
        check_per_event=1e6 * checked / events,
        faults=len(check.faults),
        load=load,
    )


def _lag(sizes: list[tuple[int, datetime]]) -> Timing:
    """Return how long events took from their moment to a checkpoint that is published."""
    waits: list[float] = []
    ends = iter(sizes)
    size, at = next(ends)
    leaves = AuditLeaf.objects.order_by("index").values_list("index", "event__at")
    for index, happened in leaves.iterator():
        while index >= size:
            size, at = next(ends)
        waits.append(1000 * (at - happened).total_seconds())
    return timing_of(waits)


def _write(until: float, apart: float, say: Connection) -> None:
    """Write what a gated draft writes; tell how often, and the CPU it took."""
    count, before = 0, time.process_time()
    following = time.monotonic()
    while time.monotonic() < until:
        following += apart
        time.sleep(max(0.0, following - time.monotonic()))
        with transaction.atomic():
            append(
                Happening(
                    EventType.GATE_DECIDED,
                    timezone.now(),
                    actor=Actor(ActorKind.AGENT, "agent", "Agent"),
                    location="elm",
                    ticket=f"T-{count}",
                    draft=uuid4(),
                    details={"verdict": "pass", "rules": _RULES, "payload": "0" * 64},
                    texts={"draft": _TEXT},
                )
            )
        count += 1
    say.send((count, time.process_time() - before))
    connection.close()


def _sequence(tell: Connection) -> None:
    """Sequence as a worker does; tell when which size was published, and the CPU it took."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    sizes: list[tuple[int, datetime]] = []
    size, before = 0, time.process_time()
    while not stop.wait(PAUSE_SECONDS):
        taken = MOST
        while taken >= MOST:
            taken = sequence(now=timezone.now())
            size += taken
            sizes.append((size, timezone.now()))
    tell.send((sizes, time.process_time() - before))
    connection.close()


def _wait_until_empty(events: int) -> None:
    while AuditLog.objects.get().size < events:
        time.sleep(0.1)


@contextmanager
def _own_files(folder: Path) -> Iterator[None]:
    """Use a key and a published checkpoint of this measurement's own, and no debugging."""
    own: dict[str, Any] = {
        # A debugging connection keeps every statement, which no operator's does.
        "DEBUG": False,
        "DRAFTGATE_AUDIT_KEY": "",
        "DRAFTGATE_AUDIT_KEY_FILE": str(folder / "key"),
        "DRAFTGATE_AUDIT_CHECKPOINT_FILE": str(folder / "checkpoint"),
    }
    kept = {name: getattr(settings, name) for name in own}
    for name, value in own.items():
        setattr(settings, name, value)
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(settings, name, value)
