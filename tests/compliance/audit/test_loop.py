"""What workers do beside their work: the log goes on, is checked, and says what is wrong."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from compliance.audit.loop import Loop
from compliance.audit.self_check import SelfCheck
from compliance.audit.verification import LogCheck
from compliance.models import AuditCheck, AuditEvent, AuditLeaf, PendingEvent
from drafting.worker import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def go_over(monkeypatch):
    """Run the turns that one worker has within so many minutes from now."""
    monkeypatch.setattr("compliance.audit.self_check._ASK_EVERY", 0.0)
    now = timezone.now()

    def run(worker: SelfCheck, minutes: int = 0, turns: int = 20) -> None:
        for _ in range(turns):
            worker.turn(now + timedelta(minutes=minutes))

    return run


def test_a_turn_takes_all_that_waits(key, happen, monkeypatch) -> None:
    monkeypatch.setattr("compliance.audit.loop.MOST", 1)
    happen(3)
    Loop().turn()
    assert (AuditLeaf.objects.count(), PendingEvent.objects.count()) == (3, 0)


def test_what_is_wrong_is_said_once(folder, happen, caplog) -> None:
    happen(1)
    loop = Loop()
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            loop.turn()
    (told,) = caplog.records
    assert "audit_key create" in told.getMessage()


@pytest.mark.parametrize("error", [OperationalError("gone"), ValueError("unforeseen")])
def test_whatever_fails_is_tried_again(key, happen, monkeypatch, caplog, error) -> None:
    happen(1)
    loop = Loop()
    monkeypatch.setattr(connection, "close", lambda: None)
    with monkeypatch.context() as patched:

        def fails(**_: object) -> int:
            raise error

        patched.setattr("compliance.audit.loop.sequence", fails)
        loop.turn()
    assert not AuditLeaf.objects.exists()
    loop.turn()
    assert AuditLeaf.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_sequences_beside_its_work(key, happen) -> None:
    happen(2)
    worker = Worker(poll_seconds=0.05)

    def work() -> None:
        worker.run()
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for _ in range(200):
            if AuditLeaf.objects.count() == 2:
                break
            threading.Event().wait(0.05)
        happen(1)
    finally:
        worker.stop()
        thread.join(20)
    assert not thread.is_alive()
    assert AuditLeaf.objects.count() == 3, "what was written before the end has its place"
    assert not any(each.name == "sequencer" for each in threading.enumerate())


def test_the_log_is_checked_by_itself(key, happen, place, as_owner, go_over) -> None:
    happen(3)
    place()
    worker = SelfCheck()
    go_over(worker, minutes=61)
    found = AuditCheck.objects.get()
    assert (found.size, found.faults, found.finished_at) == (3, [], found.started_at)

    leaf = AuditLeaf.objects.get(index=1)
    with as_owner():
        AuditEvent.objects.filter(pk=leaf.event_id).update(actor="ada")
    go_over(worker, minutes=90)
    assert AuditCheck.objects.get().faults == [], "it is not time yet"
    go_over(worker, minutes=122)
    (fault,) = AuditCheck.objects.get().faults
    assert fault.startswith("Index 1, event")


def test_one_worker_checks_and_another_takes_over_from_it(key, happen, place, go_over) -> None:
    happen(3)
    place()
    first, second = SelfCheck(), SelfCheck()
    go_over(first, minutes=61, turns=1)
    go_over(second, minutes=62)
    assert AuditCheck.objects.get().finished_at is None, "the first one is at it"
    go_over(second, minutes=64)
    assert AuditCheck.objects.get().finished_at is not None


def test_a_check_that_cannot_go_on_is_a_fault(key, happen, place, go_over, monkeypatch) -> None:
    happen(1)
    place()
    with monkeypatch.context() as patched:

        def fails(_: object) -> bool:
            raise ValueError("unforeseen")

        patched.setattr(LogCheck, "step", fails)
        with pytest.raises(ValueError, match="unforeseen"):
            go_over(SelfCheck(), minutes=61)
    (fault,) = AuditCheck.objects.get().faults
    assert fault.startswith("The check came to a stop after 0 events: ValueError at ")
    go_over(SelfCheck(), minutes=64)
    assert AuditCheck.objects.get().faults == []
