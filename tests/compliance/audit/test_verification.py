"""Tampering by whoever owns the database: what is found, named, and what only others can show."""

from __future__ import annotations

from uuid import uuid4

import pytest

from compliance.audit.canonical import canonical, read_canonical
from compliance.audit.draft_check import check_draft
from compliance.audit.notes import new_signer
from compliance.audit.verification import MOST_FAULTS, SLICE, CannotCheckError
from compliance.models import AuditCheckpoint, AuditEvent, AuditLeaf, AuditLog

pytestmark = pytest.mark.django_db


def edited(event: AuditEvent) -> bytes:
    """The bytes of an event that tells of somebody else, in order in every other way."""
    said = read_canonical(bytes(event.body))
    said["actor"] = {**said["actor"], "name": "Ada Moss"}
    return canonical(said)


@pytest.fixture
def log(happen, place):
    """Eleven events under three checkpoints, and the last checkpoint as somebody else holds it."""
    for count in (4, 4, 3):
        happen(count)
        place()
    return AuditCheckpoint.objects.get(size=11).note.encode()


def test_nothing_is_wrong(log, check) -> None:
    found = check(outside=[log])
    assert (found.read, found.checkpoints, found.waiting, found.faults) == (11, 3, 0, [])


@pytest.mark.parametrize(
    ("version", "is_read"), [(1, True), (2, True), (3, False), (True, False), ("1", False)]
)
def test_events_of_every_version_so_far_are_read(
    happen, place, check, monkeypatch, version, is_read
) -> None:
    monkeypatch.setattr("compliance.audit.events.EVENT_VERSION", version)
    (event,) = happen()
    place()
    assert (check().faults == []) is is_read
    assert (check_draft(event.draft).faults == ()) is is_read


def test_it_goes_slice_by_slice(happen, place, check, monkeypatch) -> None:
    monkeypatch.setattr("compliance.audit.verification.SLICE", 3)
    for count in (1, 5, 2, 8):
        happen(count)
        place(4)
    while place(4):
        pass
    found = check()
    assert (found.read, found.faults) == (16, [])
    assert SLICE >= 100


def test_an_edited_event_is_named(log, check, as_owner) -> None:
    leaf = AuditLeaf.objects.select_related("event").get(index=5)
    with as_owner():
        AuditEvent.objects.filter(pk=leaf.event_id).update(body=edited(leaf.event))
    assert check().faults == [
        f"Index 5, event {leaf.event_id}: its bytes are not those that went into the log."
    ]


def test_an_edited_event_with_its_leaf_is_found_by_what_stands_over_it(
    log, check, as_owner
) -> None:
    from compliance.audit.merkle import leaf_hash  # noqa: PLC0415

    leaf = AuditLeaf.objects.select_related("event").get(index=5)
    body = edited(leaf.event)
    with as_owner():
        AuditEvent.objects.filter(pk=leaf.event_id).update(body=body)
        AuditLeaf.objects.filter(pk=leaf.pk).update(hash=leaf_hash(body))
    found = check().faults
    assert "The checkpoint of 8: the events before it give another root." in found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("location = 'oak'", "Its column location says “oak”, and the event says “elm”."),
        ("actor = 'ada'", "Its column actor says “ada”, and the event says “dana”."),
        ("draft = NULL", "Its column draft says “None”"),
        ("at = at + interval '1 second'", "Its column at says"),
        ("body = '{}'", "It is of the version None"),
        ("body = 'x'", "The bytes are no event"),
    ],
)
def test_a_column_that_says_something_else_is_named(log, check, as_owner, change, told) -> None:
    leaf = AuditLeaf.objects.get(index=9)
    with as_owner() as cursor:
        cursor.execute(
            f"UPDATE compliance_auditevent SET {change} WHERE id = %s",  # noqa: S608
            [leaf.event_id],
        )
    found = check().faults
    assert any(f"Index 9, event {leaf.event_id}: {told}" in fault for fault in found)


def test_two_swapped_events_are_found(log, check, as_owner) -> None:
    first, second = AuditLeaf.objects.filter(index__in=(2, 6)).order_by("index")
    with as_owner():
        AuditLeaf.objects.filter(pk=first.pk).update(event=uuid4())
        AuditLeaf.objects.filter(pk=second.pk).update(event=first.event_id)
        AuditLeaf.objects.filter(pk=first.pk).update(event=second.event_id)
    assert [fault.partition(",")[0] for fault in check().faults] == ["Index 2", "Index 6"]
    with as_owner():
        AuditLeaf.objects.filter(pk=first.pk).update(hash=bytes(second.hash))
        AuditLeaf.objects.filter(pk=second.pk).update(hash=bytes(first.hash))
    found = check().faults
    for size in (4, 8, 11):
        assert f"The checkpoint of {size}: the events before it give another root." in found


def test_a_deleted_tail_is_found(log, check, as_owner) -> None:
    with as_owner() as cursor:
        cursor.execute("DELETE FROM compliance_auditleaf WHERE index >= 9")
    found = check().faults
    assert "Index 9: there is no such leaf; 11 are signed." in found
    assert sum("it has no place in the log" in fault for fault in found) == 2


def test_a_tail_deleted_with_every_trace_in_the_database_is_found(log, check, go_back) -> None:
    go_back(8)
    assert check().faults == [
        "The published checkpoint has 11 events, and the log 8: the last ones are gone."
    ]


def test_a_deleted_event_is_named(log, check, as_owner) -> None:
    leaf = AuditLeaf.objects.get(index=0)
    with as_owner():
        AuditEvent.objects.filter(pk=leaf.event_id)._raw_delete("default")
    assert check().faults == [f"Index 0, event {leaf.event_id}: the event is gone."]


def test_all_written_anew_with_the_key_is_shown_only_by_a_checkpoint_held_outside(
    log, check, as_owner, place, folder
) -> None:
    """Whoever has the database, the key and the published file can write another log."""
    events = AuditEvent.objects.order_by("leaf__index")
    bodies = [(event.pk, edited(event)) for event in events]
    with as_owner() as cursor:
        for table in ("leaf", "node", "checkpoint", "key"):
            cursor.execute(f"DELETE FROM compliance_audit{table}")  # noqa: S608
        AuditLog.objects.update(size=0, roots=[])
        for pk, body in bodies:
            cursor.execute("UPDATE compliance_auditevent SET body = %s WHERE id = %s", [body, pk])
            cursor.execute("INSERT INTO compliance_pendingevent (event_id) VALUES (%s)", [pk])
    (folder / "checkpoint").unlink()
    assert place() == 11
    assert check().faults == []
    assert check(outside=[log]).faults == [
        "The given checkpoint of 11 events has another root: they were rewritten."
    ]


CHANGES = {
    "DELETE FROM compliance_auditcheckpoint WHERE size = 11": (
        "The log has 11 events, and no checkpoint of that size."
    ),
    "UPDATE compliance_auditcheckpoint SET size = 7 WHERE size = 8": (
        "The checkpoint of 7: what was signed is not what is stored."
    ),
    "UPDATE compliance_auditcheckpoint SET note = replace(note, E'\\n8\\n', E'\\n9\\n')": (
        "is not of this text"
    ),
    "UPDATE compliance_auditkey SET since = 5": (
        "The checkpoint of 4: no key is recorded for that size."
    ),
    "UPDATE compliance_auditkey SET vkey = 'x'": (
        "The checkpoint of 4: no key is recorded for that size."
    ),
    "DELETE FROM compliance_auditkey": "The checkpoint of 4: no key is recorded for that size.",
    "UPDATE compliance_auditcheckpoint SET root = sha256(root) WHERE size = 8": (
        "The checkpoint of 8: the events before it give another root."
    ),
    "UPDATE compliance_auditlog SET roots = roots[1:1] || '{x,y}'::bytea[]": (
        "The row of the log has other roots than its 11 events."
    ),
}


@pytest.mark.parametrize(("statement", "told"), CHANGES.items())
def test_a_changed_tree_is_found(log, check, as_owner, statement, told) -> None:
    with as_owner() as cursor:
        cursor.execute(statement)
    assert any(told in fault for fault in check().faults)


NODE_CHANGES = {
    "DELETE FROM compliance_auditnode WHERE index = 1": (
        "Indexes 16 to 31: the node over them is missing."
    ),
    "UPDATE compliance_auditnode SET hash = sha256(hash) WHERE index = 0": (
        "Indexes 0 to 15: the node over them is not what its leaves give."
    ),
    "UPDATE compliance_auditnode SET index = 90 WHERE index = 1": (
        "There are 1 nodes beyond the end of the log."
    ),
}


@pytest.mark.parametrize(("statement", "told"), NODE_CHANGES.items())
def test_a_changed_node_is_found(happen, place, check, as_owner, statement, told) -> None:
    happen(40)
    place()
    with as_owner() as cursor:
        cursor.execute(statement)
        assert cursor.rowcount == 1
    assert told in check().faults


def test_many_faults_are_not_all_told(log, check, as_owner, happen, place) -> None:
    happen(MOST_FAULTS + 10)
    place()
    with as_owner() as cursor:
        cursor.execute("UPDATE compliance_auditevent SET actor = 'ada', location = 'oak'")
    found = check().faults
    assert len(found) == MOST_FAULTS + 1
    assert found[-1].startswith("And more")


def test_from_a_checkpoint_on(log, check, as_owner) -> None:
    found = check(since=4)
    assert (found.read, found.checkpoints, found.faults) == (7, 3, [])
    first, later = AuditLeaf.objects.filter(index__in=(3, 4)).order_by("index")
    with as_owner():
        AuditEvent.objects.filter(pk__in=(first.event_id, later.event_id)).update(actor="ada")
    # What came before the trusted checkpoint is taken as it was found then.
    assert [fault.partition(",")[0] for fault in check(since=4).faults] == ["Index 4"]
    with pytest.raises(CannotCheckError, match="no checkpoint of 5"):
        check(since=5)


def test_only_with_keys_that_are_trusted(log, check, key) -> None:
    assert check(trusted=[key.verifier], outside=[log]).faults == []
    stranger = new_signer(key.name).verifier
    assert any("none of those given" in fault for fault in check(trusted=[stranger]).faults)


# --- One draft -----------------------------------------------------------------------------------


def test_one_draft_is_proven_by_itself(
    log, happen, place, as_owner, django_assert_max_num_queries
) -> None:
    draft = uuid4()
    happen(2, draft=draft)
    place()
    happen(1, draft=draft)
    with django_assert_max_num_queries(2 + 2 * 3):
        found = check_draft(draft)
    assert (found.events, found.waiting, found.faults) == (3, 1, ())

    event = AuditEvent.objects.get(draft=draft, leaf__index=11)
    with as_owner():
        AuditEvent.objects.filter(pk=event.pk).update(body=edited(event))
    assert check_draft(draft).faults == (
        f"Index 11, event {event.pk}: The proof leads to another root.",
    )


def test_a_draft_nobody_knows_of_has_no_events(log) -> None:
    assert check_draft(uuid4()).events == 0
