"""What the events of the attestation log cost: drafts with and without them, by turns."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest import mock

from django.contrib.auth.models import Group, User
from django.db import connection
from django.utils import timezone

from console.benchmarks.line import draft_once, rolled_back
from console.bundles.apply import import_bundle
from console.bundles.rows import BundleRows
from drafting import gating, pipeline, pulls, sending
from locations.models import Location, RosterEntry
from locations.roles import AGENT

_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class EventsRow:
    """One stretch of a draft's life, without events and with them: milliseconds a run.

    All are medians, ``added`` and ``cpu_added`` those of the differences within pairs; but of the
    database's own process, which is only counted in ticks, the means, or ``None`` where it cannot
    be seen. ``load`` is what the machine had to do, on average over the last minute.
    """

    what: str
    runs: int
    without: float
    with_events: float
    added: float
    cpu_without: float
    cpu_with_events: float
    cpu_added: float
    database_cpu_without: float | None
    database_cpu_with_events: float | None
    load: float


@dataclass(frozen=True, slots=True)
class _Run:
    wall: float
    cpu: float
    database: float | None


def measure_events(rows: BundleRows, *, runs: int) -> Iterator[EventsRow]:
    """Measure a draft alone, and one that is pulled and sent; runs with and without by turns."""
    with rolled_back():
        if not Location.objects.exists():
            import_bundle(bundle=rows, actor=None, reason="To measure with")
        home = Location.objects.select_related("brand", "vertical").order_by("pk")[0]
        agent = User.objects.create_user("benchmark-agent")
        agent.groups.add(Group.objects.get_or_create(name=AGENT)[0])
        RosterEntry.objects.create(user=agent, everywhere=True)
        yield _compare("drafted", lambda: draft_once(home), runs)
        yield _compare("drafted, pulled, sent", lambda: _whole_life(home, agent), runs)


def _whole_life(home: Location, agent: User) -> None:
    draft = draft_once(home)
    now = timezone.now()
    text = pulls.pull(draft=draft, actor=agent, at=now).text
    if text is None or sending.send(draft=draft, actor=agent, text=text, at=now).sent is None:
        raise RuntimeError("The reply of the benchmark was not sent.")


def _compare(what: str, action: Callable[[], object], runs: int) -> EventsRow:
    without: list[_Run] = []
    with_events: list[_Run] = []
    backend = _backend()
    for number in range(runs + 3):
        # Whichever goes first meets warmer or colder caches: each is first every other time.
        for events in (True, False) if number % 2 else (False, True):
            with ExitStack() as stack:
                if not events:
                    stack.enter_context(_no_events())
                run = _timed(action, backend)
            if number >= 3:
                (with_events if events else without).append(run)
    return EventsRow(
        what=what,
        runs=runs,
        without=statistics.median(run.wall for run in without),
        with_events=statistics.median(run.wall for run in with_events),
        added=statistics.median(
            more.wall - less.wall for more, less in zip(with_events, without, strict=True)
        ),
        cpu_without=statistics.median(run.cpu for run in without),
        cpu_with_events=statistics.median(run.cpu for run in with_events),
        cpu_added=statistics.median(
            more.cpu - less.cpu for more, less in zip(with_events, without, strict=True)
        ),
        database_cpu_without=_mean(without),
        database_cpu_with_events=_mean(with_events),
        load=os.getloadavg()[0],
    )


def _mean(runs: list[_Run]) -> float | None:
    seen = [run.database for run in runs if run.database is not None]
    return statistics.fmean(seen) if seen else None


def _timed(action: Callable[[], object], backend: Path | None) -> _Run:
    gc.collect()
    gc.disable()
    try:
        database, cpu, wall = _ticks(backend), time.process_time(), time.perf_counter()
        action()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        after = _ticks(backend)
    finally:
        gc.enable()
    spent = None if database is None or after is None else (after - database) / _TICKS * 1000
    return _Run(wall * 1000, cpu * 1000, spent)


@contextmanager
def _no_events() -> Iterator[None]:
    """Leave the events out, and all that is done for them: for this measurement only."""
    with (
        mock.patch.multiple(pipeline, append=mock.DEFAULT, made=lambda *_: ()),
        mock.patch.multiple(gating, append=mock.DEFAULT, decided=lambda *_: ()),
        mock.patch.object(pulls, "show"),
        mock.patch.object(sending, "events"),
    ):
        yield


def _backend() -> Path | None:
    """Return where Linux counts the time of the process that serves our connection, if it does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        place = Path(f"/proc/{cursor.fetchone()[0]}")
    try:
        is_ours = "postgres" in (place / "comm").read_text()
    except OSError:
        return None
    return place / "stat" if is_ours else None


def _ticks(backend: Path | None) -> int | None:
    """Return the ticks spent by a process (proc_pid_stat, utime and stime)."""
    if backend is None:
        return None
    parts = backend.read_text().rpartition(")")[2].split()
    return int(parts[11]) + int(parts[12])
