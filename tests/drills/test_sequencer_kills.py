"""Sequencers killed at random beside busy writers: no event without its place, and one log."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction

from compliance.audit.events import Happening, append, open_log
from compliance.audit.keys import create
from compliance.audit.sequencer import sequence
from compliance.audit.verification import LogCheck
from compliance.models import AuditCheckpoint, AuditEvent, AuditLeaf, AuditLog, EventType

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

ROUNDS = int(os.environ.get("KILLS", "200"))
WRITERS = 8
forked = multiprocessing.get_context("fork")


def write(stop) -> None:
    """Write events in transactions of different lengths, some of which come to nothing."""
    chance = random.Random(os.getpid())  # noqa: S311
    while not stop.is_set():
        with transaction.atomic():
            append(
                *(
                    Happening(EventType.DRAFT_SHOWN, datetime.now(UTC), draft=uuid4())
                    for _ in range(chance.randint(1, 4))
                )
            )
            time.sleep(chance.random() * 0.03)
            if chance.random() < 0.1:
                transaction.set_rollback(True)
    connection.close()


def sequence_on() -> None:
    """Sequence without a pause: a kill nearly always meets it in the middle of something."""
    while True:
        sequence(most=40, now=datetime.now(UTC))


def test_kills_leave_neither_a_gap_nor_a_fork(settings, tmp_path: Path, capsys) -> None:
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "key")
    published = tmp_path / "checkpoint"
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(published)
    create(open_log().origin)
    connection.close()
    chance = random.Random(7)  # noqa: S311
    stop = forked.Event()
    writers = [forked.Process(target=write, args=(stop,)) for _ in range(WRITERS)]
    for each in writers:
        each.start()
    sequencers = [forked.Process(target=sequence_on) for _ in range(2)]
    for each in sequencers:
        each.start()
    held: set[bytes] = set()
    try:
        for _ in range(ROUNDS):
            time.sleep(0.05 + chance.random() * 0.4)
            victim = chance.randrange(2)
            assert sequencers[victim].is_alive(), "it ended by itself"
            os.kill(sequencers[victim].pid or 0, signal.SIGKILL)
            sequencers[victim].join()
            if published.exists():
                held.add(published.read_bytes())
            sequencers[victim] = forked.Process(target=sequence_on)
            sequencers[victim].start()
    finally:
        stop.set()
        for each in writers:
            each.join(30)
        for each in sequencers:
            os.kill(each.pid or 0, signal.SIGKILL)
            each.join()

    while sequence(now=datetime.now(UTC)):
        pass
    check = LogCheck(AuditLog.objects.get(), outside=sorted(held))
    while check.step():
        pass
    events = AuditEvent.objects.count()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{ROUNDS} kills, {events:,} events, {AuditCheckpoint.objects.count():,} checkpoints"
            f", {len(held):,} of them held outside: {len(check.faults)} faults\n"
        )
    assert check.faults == []
    assert (check.read, check.waiting) == (events, 0)
    places = AuditLeaf.objects.order_by("index").values_list("index", flat=True)
    assert list(places) == list(range(events))
