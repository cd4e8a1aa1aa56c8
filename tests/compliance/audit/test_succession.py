"""A log is closed and the next one opened: no event is lost, and none changes logs."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from datetime import timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from compliance.audit import keys, succession
from compliance.audit.bundle import read_keys
from compliance.audit.canonical import canonical, read_canonical
from compliance.audit.continuity import RefusedError
from compliance.audit.events import Actor, Happening, append, open_log, stamp
from compliance.audit.export import CannotExportError, export
from compliance.audit.inspection import inspect
from compliance.audit.keys import KeyFaultError
from compliance.audit.selection import Selection
from compliance.audit.self_check import SelfCheck
from compliance.audit.sequencer import sequence
from compliance.audit.succession import (
    CannotAdoptError,
    CannotCloseError,
    adopt,
    succeed,
)
from compliance.audit.verification import LogCheck
from compliance.models import (
    ActorKind,
    AuditCheck,
    AuditEvent,
    AuditKey,
    AuditLeaf,
    AuditLog,
    EventType,
    PendingEvent,
)
from tests.compliance.audit.conftest import AT

pytestmark = pytest.mark.django_db

OPERATOR = Actor(ActorKind.OPERATOR, "lee", "Lee Ortiz")
WHY = "The disk with the latest state is gone."


@pytest.fixture
def follow():
    """Close the open log and open the next one."""

    def go(*, unsigned: bool = False, reason: str = WHY):
        return succeed(reason=reason, actor=OPERATOR, now=AT, unsigned=unsigned)

    return go


def faults(log: AuditLog) -> list[str]:
    check = LogCheck(AuditLog.objects.get(pk=log.pk))
    while check.step():
        pass
    return check.faults


def said(event: AuditEvent) -> dict:
    return read_canonical(bytes(event.body))


# --- A log that can be signed --------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_what_waits_gets_its_place_and_the_next_log_names_the_one_before(
    key, folder, happen, place, follow
) -> None:
    happen(3)
    place()
    happen(2)
    done = follow()
    old, new = AuditLog.objects.order_by("pk")
    assert (done.closed, done.opened, done.waiting, done.trouble) == (old, new, 0, ())
    assert old.origin.endswith("/audit/1")
    assert new.origin == old.origin.removesuffix("1") + "2"
    assert (old.size, old.closed_at) == (6, AT)
    last = AuditLeaf.objects.select_related("event").get(log=old, index=5).event
    assert said(last)["type"] == "log.closed"
    assert said(last)["details"] == {"next": new.origin, "reason": WHY}
    at_the_end = (folder / "checkpoint").read_text()

    happen(2)
    assert place() == 3
    first = AuditLeaf.objects.select_related("event").get(log=new, index=0).event
    assert said(first)["type"] == "log.opened"
    assert said(first)["actor"]["name"] == "Lee Ortiz"
    assert said(first)["details"] == {
        "reason": WHY,
        "earlier": {
            "log": old.origin,
            "size": 6,
            "root": bytes(old.checkpoints.get(size=6).root).hex(),
            "checkpoint": at_the_end,
            "published": None,
            "waiting": 0,
            "waiting_root": None,
        },
    }
    assert (folder / f"checkpoint.{old.origin.replace('/', '_')}").read_text() == at_the_end
    assert (folder / "checkpoint").read_text().startswith(new.origin)
    assert keys.signers()[0].name == new.origin
    assert keys.signers_of(old.origin)[0].name == old.origin
    assert faults(old) == faults(new) == []


@pytest.mark.django_db(transaction=True)
def test_a_closed_log_is_exported_and_verified(key, happen, place, follow, tmp_path) -> None:
    happen(3)
    place()
    done = follow()
    happen(1)
    place()
    path, later = tmp_path / "export.zip", AT + timedelta(days=1)
    export(path, selection=Selection(), actor=OPERATOR, now=later, origin=done.closed.origin)
    row = AuditKey.objects.get(log=done.closed)
    found = inspect(path, trusted=read_keys(f"{row.vkey} {row.since}-\n"), now=stamp(later))
    assert (found.origin, found.events, found.faults) == (done.closed.origin, 4, ())
    with pytest.raises(CannotExportError, match="no log nowhere"):
        export(path, selection=Selection(), actor=OPERATOR, now=later, origin="nowhere")


@pytest.mark.django_db(transaction=True)
def test_closed_logs_are_checked_as_well(key, happen, place, follow, as_owner) -> None:
    happen(3)
    place()
    old = follow().closed
    place()
    leaf = AuditLeaf.objects.get(log=old, index=1)
    with as_owner():
        AuditEvent.objects.filter(pk=leaf.event_id).update(location="oak")
    for _ in range(2):
        worker = SelfCheck()
        for _ in range(5):
            worker.turn(open_log().opened_at + timedelta(days=2))
    found = dict(AuditCheck.objects.values_list("log__origin", "faults"))
    assert len(found) == 2
    assert len(found[old.origin]) == 1
    assert "location" in found[old.origin][0]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2_001])
def test_it_takes_a_reason(key, happen, follow, reason) -> None:
    happen(1)
    with pytest.raises(CannotCloseError, match="Say why"):
        follow(reason=reason)


# --- A log that cannot be signed -----------------------------------------------------------------


@pytest.fixture
def restored(key, folder, happen, place, go_back):
    """A log of seven events whose database was brought back to three, and used on."""
    happen(3)
    place()
    happen(4)
    place()
    lost = (folder / "checkpoint").read_text()
    go_back(3)
    happen(2)
    with pytest.raises(RefusedError, match="audit_log next --unsigned"):
        place()
    return lost


@pytest.mark.django_db(transaction=True)
def test_a_log_whose_later_state_is_lost_is_left_as_it_is(
    restored, happen, place, follow, as_owner
) -> None:
    with pytest.raises(CannotCloseError, match=r"cannot be signed.*--unsigned"):
        follow()
    old = AuditLog.objects.get()
    assert (old.closed_at, AuditEvent.objects.count()) == (None, 5)

    done = follow(unsigned=True)
    assert done.waiting == 2
    happen(1)
    assert place() == 2
    told = said(AuditEvent.objects.get(type=EventType.LOG_OPENED))["details"]["earlier"]
    assert (told["size"], told["waiting"], told["published"]) == (3, 2, restored)
    assert faults(done.closed) == faults(done.opened) == []
    assert PendingEvent.objects.count() == 2

    event = PendingEvent.objects.select_related("event").earliest("number").event
    forged = canonical({**said(event), "location": "oak"})
    with as_owner():
        AuditEvent.objects.filter(pk=event.pk).update(body=forged, location="oak")
    (fault,) = faults(done.opened)
    assert fault.startswith(f"The waiting root of the log before it, {done.closed.origin}, is not")


@pytest.mark.django_db(transaction=True)
def test_a_database_made_anew_begins_a_log_of_another_name(
    key, folder, happen, place, follow, go_back
) -> None:
    happen(2)
    place()
    held = (folder / "checkpoint").read_text()
    go_back(0)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE compliance_auditkey DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM compliance_auditkey")
        cursor.execute("ALTER TABLE compliance_auditkey ENABLE TRIGGER USER")
    happen(1)
    with pytest.raises(RefusedError, match="next --unsigned"):
        place()
    done = follow(unsigned=True)
    place()
    told = said(AuditEvent.objects.get(type=EventType.LOG_OPENED))["details"]["earlier"]
    assert (told["size"], told["checkpoint"], told["published"]) == (0, None, held)
    assert faults(done.closed) == faults(done.opened) == []


@pytest.mark.django_db(transaction=True)
def test_a_log_whose_key_is_lost_goes_on_under_another_name(
    key, folder, happen, place, follow
) -> None:
    happen(2)
    place()
    happen(1)
    (folder / "key").unlink()
    with pytest.raises(CannotCloseError, match="There is no key"):
        follow()
    done = follow(unsigned=True)
    assert (done.waiting, done.trouble) == (1, ())
    assert place() == 1
    assert faults(done.closed) == faults(done.opened) == []


@pytest.mark.django_db(transaction=True)
def test_a_log_that_somebody_opened_by_hand_is_found(key, happen, place) -> None:
    happen(2)
    place()
    AuditLog.objects.update(closed_at=AT)
    other = AuditLog.objects.create(origin="log.example/audit/7", opened_at=AT)
    keys.create(other.origin)
    happen(1)
    place()
    assert faults(other) == [
        f"It does not begin with an event that names the log before it, {key.name}."
    ]


# --- Beside others -------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_who_writes_is_waited_for_and_who_comes_later_writes_to_the_next_log(
    key, happen, place, follow
) -> None:
    """One writes before, one while the log is being closed: each event has the log it names."""
    happen(1)
    place()
    wrote, end = threading.Event(), threading.Event()
    logs: dict[str, str] = {}

    def write(name: str, wait: threading.Event | None) -> None:
        with transaction.atomic():
            (event,) = append(Happening(EventType.DRAFT_SENT, AT))
            logs[name] = said(event)["log"]
            wrote.set()
            if wait is not None:
                wait.wait(20)
        connection.close()

    def close() -> None:
        follow()
        connection.close()

    first = threading.Thread(target=write, args=("before", end))
    first.start()
    assert wrote.wait(20)
    closing = threading.Thread(target=close)
    closing.start()
    waiting_for_locks(1)
    second = threading.Thread(target=write, args=("meanwhile", None))
    second.start()
    waiting_for_locks(2)
    end.set()
    for thread in (first, closing, second):
        thread.join(20)
    old, new = AuditLog.objects.order_by("pk")
    assert logs == {"before": old.origin, "meanwhile": new.origin}
    place()
    assert not PendingEvent.objects.exists()
    assert faults(old) == faults(new) == []


def waiting_for_locks(count: int) -> None:
    """Wait until so many of this database's processes wait for an advisory lock."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND"
                " database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            )
            if cursor.fetchone()[0] >= count:
                return
        time.sleep(0.02)
    raise AssertionError("Nobody waits.")


def beside(failed: list[BaseException], work, *given) -> threading.Thread:
    """Work on a thread with a connection of its own; what it raises is kept."""

    def run() -> None:
        try:
            work(*given)
        except BaseException as error:  # noqa: BLE001  (the test looks at it)
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
def test_logs_follow_on_each_other_under_writers_and_sequencers(key, happen, follow) -> None:
    happen(1)
    done = threading.Event()
    failed: list[BaseException] = []
    written = [0] * 4

    def write(number: int) -> None:
        chance = Random(number)  # noqa: S311
        while not done.is_set():
            with transaction.atomic():
                append(*[Happening(EventType.DRAFT_SHOWN, AT)] * 2)
                time.sleep(chance.random() * 0.02)
                if chance.random() < 0.2:
                    transaction.set_rollback(True)
                else:
                    written[number] += 2

    def place_on() -> None:
        while not done.is_set():
            # Between the commit and the new key there is a moment without one.
            with suppress(RefusedError, KeyFaultError):
                sequence(most=20, now=AT)
            time.sleep(0.01)

    threads = [*(beside(failed, write, number) for number in range(4)), beside(failed, place_on)]
    for _ in range(3):
        time.sleep(0.3)
        follow()
    time.sleep(0.2)
    done.set()
    for thread in threads:
        thread.join(60)
    while sequence(now=AT):
        pass
    assert failed == []
    logs = list(AuditLog.objects.order_by("pk"))
    assert [log.origin[-1] for log in logs] == ["1", "2", "3", "4"]
    assert sum(log.size for log in logs) == 1 + sum(written) + 2 * 3
    assert not PendingEvent.objects.exists()
    for log in logs:
        assert faults(log) == []


@pytest.mark.django_db(transaction=True)
def test_whoever_does_not_come_to_an_end_keeps_the_log_open(
    key, happen, follow, monkeypatch
) -> None:
    monkeypatch.setattr(succession, "_WAIT_SECONDS", 1)
    happen(1)
    wrote, end = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            append(Happening(EventType.DRAFT_SENT, AT))
            wrote.set()
            end.wait(20)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    assert wrote.wait(20)
    try:
        with pytest.raises(CannotCloseError, match="did not come to an end"):
            follow()
    finally:
        end.set()
        thread.join()
    assert AuditLog.objects.get().closed_at is None


# --- A machine that is new -----------------------------------------------------------------------


def test_a_machine_without_a_published_checkpoint_does_not_guess(
    key, folder, happen, place, as_owner
) -> None:
    happen(2)
    place()
    there = (folder / "checkpoint").read_bytes()
    (folder / "checkpoint").unlink()
    happen(1)
    with pytest.raises(RefusedError, match="audit_log adopt"):
        place()
    (folder / "checkpoint").write_bytes(there)
    with pytest.raises(CannotAdoptError, match="already"):
        adopt()
    assert place() == 1

    (folder / "checkpoint").unlink()
    assert adopt().size == 3
    happen(1)
    assert place() == 1


def test_an_older_file_of_another_machine_is_brought_up_to_date(key, folder, happen, place) -> None:
    happen(2)
    place()
    older = (folder / "checkpoint").read_bytes()
    happen(2)
    place()
    newer = (folder / "checkpoint").read_bytes()
    (folder / "checkpoint").write_bytes(older)
    assert place() == 0
    assert (folder / "checkpoint").read_bytes() == newer


def test_what_does_not_hold_is_not_adopted(key, folder, happen, place, as_owner) -> None:
    with pytest.raises(CannotAdoptError, match="Nothing is signed"):
        adopt()
    happen(2)
    place()
    (folder / "checkpoint").unlink()
    with as_owner():
        AuditEvent.objects.update(location="oak")
    with pytest.raises(CannotAdoptError, match="does not hold"):
        adopt()


# --- The command ---------------------------------------------------------------------------------


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("audit_log", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_it_did(key, folder, happen, place) -> None:
    happen(2)
    place()
    with pytest.raises(CommandError, match="Say why"):
        command("next")
    assert "/audit/2 is open" in command("next", "--reason", WHY, "--by", "lee")
    first, second = command("list").splitlines()
    assert first == f"{key.name}: 3 events, closed {AT:%Y-%m-%d} " + first[-5:]
    assert second.endswith("/audit/2: 0 events, open; 1 have no place")
    place()
    (folder / "checkpoint").unlink()
    assert "1 events on this machine" in command("adopt")
    out = StringIO()
    call_command("audit_verify", stdout=out)
    assert f"{key.name}: 3 events" in out.getvalue()
    assert "/audit/2: 1 events" in out.getvalue()
    assert "Nothing is wrong." in out.getvalue()
