"""The sequencer: no gap, no fork, nothing twice, whoever is killed and whoever else is at it."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.db.models import Count

from compliance.audit import keys
from compliance.audit.checkpoints import read_checkpoint, verify_proof
from compliance.audit.continuity import RefusedError
from compliance.audit.events import Happening, append, open_log
from compliance.audit.keys import KeyFaultError
from compliance.audit.notes import new_signer
from compliance.audit.stored import proof_of
from compliance.audit.succession import adopt
from compliance.models import (
    AuditCheckpoint,
    AuditEvent,
    AuditLeaf,
    AuditLog,
    AuditNode,
    EventType,
    PendingEvent,
)

pytestmark = pytest.mark.django_db


def indexes() -> list[int]:
    return list(AuditLeaf.objects.order_by("index").values_list("index", flat=True))


def published(folder: Path, key) -> int:
    written = (folder / "checkpoint").read_bytes()
    return read_checkpoint(written, [key.verifier], origin=key.name).size


def test_events_get_their_places_in_order_and_are_proven(key, folder, happen, place, check) -> None:
    events = happen(7)
    assert place() == 7
    leaves = AuditLeaf.objects.select_related("event", "log").order_by("index")
    assert [leaf.event for leaf in leaves] == events
    assert not PendingEvent.objects.exists()
    for leaf in leaves:
        proof = proof_of(leaf)
        assert proof is not None
        verify_proof(proof.written, bytes(leaf.event.body), [key.verifier], origin=key.name)
    assert published(folder, key) == 7
    assert check().faults == []


def test_what_waits_for_nothing_is_not_signed(happen, place) -> None:
    assert place() == 0
    happen()
    assert (place(), place()) == (1, 0)
    assert AuditCheckpoint.objects.count() == 1


def test_a_backlog_goes_batch_by_batch_each_under_its_checkpoint(happen, place, check) -> None:
    happen(10)
    assert [place(4), place(4), place(4), place(4)] == [4, 4, 2, 0]
    assert indexes() == list(range(10))
    assert sorted(AuditCheckpoint.objects.values_list("size", flat=True)) == [4, 8, 10]
    happen(270)
    assert place() == 270
    assert sorted(AuditNode.objects.values_list("level").annotate(Count("id"))) == [(4, 17), (8, 1)]
    found = check()
    assert (found.read, found.checkpoints, found.faults) == (280, 4, [])


def test_without_a_key_events_wait(folder, happen) -> None:
    from compliance.audit.sequencer import sequence  # noqa: PLC0415

    happen(2)
    with pytest.raises(KeyFaultError, match="audit_key create"):
        sequence(now=AuditEvent.objects.latest("at").at)
    assert PendingEvent.objects.count() == 2


def test_an_event_that_is_none_goes_nowhere(key, happen, place) -> None:
    (event,) = happen()
    other = AuditEvent(
        log=event.log, type=event.type, at=event.at, actor_kind="system", body=bytes(event.body)
    )
    other.id = "01900000-0000-7000-8000-000000000000"
    other.save(force_insert=True)
    with pytest.raises(RefusedError, match="says that it is"):
        place()
    assert (AuditLeaf.objects.count(), PendingEvent.objects.count()) == (0, 2)
    assert "says that it is" in AuditLog.objects.get().refusal


# --- Killed anywhere -----------------------------------------------------------------------------


class Killed(BaseException):
    """What ends a process in the middle of something is no Exception."""


class Statements:
    """Counts statements, and ends the process at one of them."""

    def __init__(self, *, end_at: int) -> None:
        self.seen = 0
        self._end_at = end_at

    def __call__(self, execute, sql, params, many, context):
        self.seen += 1
        if self.seen == self._end_at:
            raise Killed
        return execute(sql, params, many, context)


@pytest.mark.django_db(transaction=True)
def test_killed_at_any_statement_nothing_is_lost_or_doubled(key, folder, happen, place, check):
    happen(3)
    place()
    at = survived = 0
    while not survived:
        happen(3)
        before = AuditEvent.objects.count()
        statements = Statements(end_at=at + 1)
        try:
            with connection.execute_wrapper(statements):
                place()
            survived = statements.seen
        except Killed:
            at += 1
        found = check()
        assert found.faults == []
        assert found.read + found.waiting == before
    assert at >= 8, "as many statements as a batch has"
    place()
    assert indexes() == list(range(AuditEvent.objects.count()))
    assert published(folder, key) == len(indexes())


class Cut:
    """Ends the connection's own process in the server right before one of the statements."""

    def __init__(self, *, end_at: int) -> None:
        self.seen = 0
        self._end_at = end_at

    def __call__(self, execute, sql, params, many, context):
        self.seen += 1
        if self.seen == self._end_at:
            url = connection.get_connection_params()
            with psycopg.connect(
                **{
                    name: url[name]
                    for name in ("host", "port", "user", "password", "dbname")
                    if url.get(name)
                },
                autocommit=True,
            ) as other:
                pid = connection.connection.info.backend_pid
                assert other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid]).fetchone()[0]
        return execute(sql, params, many, context)


@pytest.mark.django_db(transaction=True)
def test_cut_off_from_the_database_at_any_statement_nothing_is_lost(
    key, folder, happen, place, check
) -> None:
    happen(3)
    place()
    at = survived = 0
    while not survived:
        happen(3)
        before = AuditEvent.objects.count()
        cut = Cut(end_at=at + 1)
        try:
            with connection.execute_wrapper(cut):
                place()
            survived = cut.seen
        except OperationalError:
            at += 1
            connection.close()
        found = check()
        assert found.faults == []
        assert found.read + found.waiting == before
    assert at >= 8, "as many statements as a batch has"
    place()
    assert indexes() == list(range(AuditEvent.objects.count()))
    assert published(folder, key) == len(indexes())


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_keeps_the_last_published_checkpoint(
    key, folder, happen, place, check, monkeypatch
) -> None:
    """Signed and not published: the console says so, and what stood there stands."""
    happen(3)
    place()
    happen(2)

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("compliance.audit.published.os.fsync", full)
        with pytest.raises(RefusedError, match="cannot be published"):
            place()
    assert "cannot be published" in AuditLog.objects.get().refusal
    assert (published(folder, key), len(indexes())) == (3, 5)
    assert place() == 0
    assert (published(folder, key), AuditLog.objects.get().refusal) == (5, "")
    assert check().faults == []


@pytest.mark.django_db(transaction=True)
def test_killed_before_publishing_the_next_turn_publishes(
    key, folder, happen, place, check, monkeypatch
) -> None:
    happen(3)
    place()
    happen(2)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("compliance.audit.sequencer.publish", killed)
        with pytest.raises(Killed):
            place()
    assert (published(folder, key), len(indexes())) == (3, 5)
    assert place() == 0
    assert published(folder, key) == 5
    assert check().faults == []


# --- Several at once -----------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_several_sequencers_beside_writers_leave_one_log(key, folder, happen, place, check) -> None:
    happen(1)
    done = threading.Event()
    failed: list[BaseException] = []

    def beside(work) -> threading.Thread:
        def run() -> None:
            try:
                work()
            except BaseException as error:  # noqa: BLE001  (the test looks at it)
                failed.append(error)
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    def sequencing() -> None:
        while not done.is_set():
            place(5)

    writers = [beside(lambda: happen(30)) for _ in range(3)]
    sequencers = [beside(sequencing) for _ in range(3)]
    for thread in writers:
        thread.join(60)
    done.set()
    for thread in sequencers:
        thread.join(60)
    while place(50):
        pass
    assert failed == []
    assert indexes() == list(range(91))
    assert published(folder, key) == 91
    assert check().faults == []


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_a_transaction_that_is_still_writing(key, happen, place, check) -> None:
    """Its event is numbered already, cannot be seen yet, and gets a later place."""
    wrote, end = threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            append(Happening(EventType.DRAFT_SENT, AuditLog.objects.get().opened_at))
            wrote.set()
            end.wait(20)
        connection.close()

    thread = threading.Thread(target=slowly)
    thread.start()
    assert wrote.wait(20)
    happen(2)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        assert place() == 2
    finally:
        end.set()
        thread.join()
    assert place() == 1
    assert AuditLeaf.objects.get(index=2).event.type == EventType.DRAFT_SENT
    assert check().faults == []


# --- A database that is not what it was ----------------------------------------------------------


def test_a_restored_backup_signs_nothing(key, folder, happen, place, go_back) -> None:
    happen(3)
    place()
    happen(4)
    place()
    go_back(3)
    for more in (1, 3, 5):
        happen(more)
        with pytest.raises(RefusedError, match=r"7 events were signed and published.*restored"):
            place()
    assert "restored backup" in AuditLog.objects.get().refusal
    assert AuditCheckpoint.objects.get().size == 3
    assert published(folder, key) == 7


def test_a_restored_backup_that_was_used_on_signs_nothing(
    key, folder, happen, place, go_back
) -> None:
    """Grown past what was published, taken for the latest: what was published still tells."""
    happen(3)
    place()
    happen(4)
    place()
    lost = (folder / "checkpoint").read_bytes()
    (folder / "checkpoint").unlink()
    go_back(3)
    adopt()
    happen(6)
    place()
    (folder / "checkpoint").write_bytes(lost)
    happen(1)
    with pytest.raises(RefusedError, match="another way"):
        place()
    assert (folder / "checkpoint").read_bytes() == lost


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE compliance_auditlog SET size = 2, roots = roots[:1]", "rows were changed"),
        ("UPDATE compliance_auditlog SET size = 4", "was changed"),
        ("UPDATE compliance_auditlog SET roots = '{a,b}'", "rows were changed"),
        ("DELETE FROM compliance_auditcheckpoint", "no checkpoint"),
        ("UPDATE compliance_auditcheckpoint SET note = replace(note, '3', '4')", "does not hold"),
        ("UPDATE compliance_auditkey SET vkey = 'none'", "key of the log was changed"),
    ],
)
def test_a_changed_log_is_not_signed_on(key, happen, place, as_owner, statement, told) -> None:
    happen(3)
    place()
    happen(1)
    with as_owner() as cursor:
        cursor.execute(statement)
    with pytest.raises(RefusedError, match=told):
        place()
    assert AuditLeaf.objects.count() == 3


@pytest.mark.parametrize("content", [b"", b"no checkpoint", b"\xff\xfe\n"])
def test_a_published_file_that_is_none_stops_it(key, folder, happen, place, content) -> None:
    happen(1)
    (folder / "checkpoint").write_bytes(content)
    with pytest.raises(RefusedError, match="published checkpoint cannot be used"):
        place()
    assert not AuditCheckpoint.objects.exists()


def test_a_smaller_checkpoint_never_replaces_a_larger_one(key, folder, happen, place) -> None:
    from compliance.audit.checkpoints import Checkpoint  # noqa: PLC0415
    from compliance.audit.published import publish  # noqa: PLC0415

    happen(3)
    place()
    small = Checkpoint(key.name, 2, bytes(32))
    assert not publish(small, small.signed([key]).written, [key.verifier])
    assert published(folder, key) == 3


def test_what_was_refused_goes_on_when_it_is_mended(key, folder, happen, place) -> None:
    happen(1)
    (folder / "checkpoint").write_bytes(b"?")
    with pytest.raises(RefusedError):
        place()
    assert AuditLog.objects.get().refusal
    (folder / "checkpoint").unlink()
    assert place() == 1
    assert AuditLog.objects.get().refusal == ""


def test_a_new_log_keeps_the_last_checkpoint_of_the_old_one(
    key, folder, settings, happen, place
) -> None:
    happen(2)
    place()
    old = open_log()
    before = (folder / "checkpoint").read_bytes()
    AuditLog.objects.update(closed_at=old.opened_at)
    AuditLog.objects.create(origin="log.example/audit/2", opened_at=old.opened_at)
    settings.DRAFTGATE_AUDIT_KEY = new_signer("log.example/audit/2").skey
    happen(1)
    assert place() == 1
    assert (folder / f"checkpoint.{old.origin.replace('/', '_')}").read_bytes() == before
    assert keys.signers()[0].name.encode() in (folder / "checkpoint").read_bytes()
