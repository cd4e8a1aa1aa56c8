"""An export verifies: with our own verifier, and by its guide with openssl and sha256sum alone."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction

from compliance.audit import keys
from compliance.audit.attesting import attest
from compliance.audit.bundle import read_keys
from compliance.audit.canonical import read_canonical
from compliance.audit.events import Actor, Happening, append, open_log, stamp
from compliance.audit.export import CannotExportError, export
from compliance.audit.inspection import inspect
from compliance.audit.selection import Selection
from compliance.audit.sequencer import sequence
from compliance.audit.statements import open_envelope, read_statement
from compliance.models import (
    ActorKind,
    AuditCheckpoint,
    AuditEvent,
    AuditKey,
    AuditLeaf,
    AuditSalt,
    EventType,
)
from tests.compliance.audit.conftest import AT

pytestmark = pytest.mark.django_db

NOW = AT + timedelta(days=3)
AUDITOR = Actor(ActorKind.OPERATOR, "lee", "Lee Ortiz")
AGENT = Actor(ActorKind.AGENT, "dana", "Dana Ruiz")
REPLY = "Hello. You can return it within 30 days."


def trusted():
    rows = AuditKey.objects.all()
    return read_keys("".join(f"{k.vkey} {k.since}-{k.until or ''}\n" for k in rows))


def tell(*happenings: Happening) -> list[AuditEvent]:
    with transaction.atomic():
        return append(*happenings)


@pytest.fixture
def log(key, happen):
    """Two days of events with two sent replies: five, then eight."""
    draft = uuid4()
    gated = {"rules": [{"id": "no-cure", "version": 3, "result": "pass"}], "verdict": "pass"}
    other = {"rules": [{"id": "no-cure-2", "version": 1, "result": "pass"}]}
    happen(2)
    tell(
        Happening(EventType.GATE_DECIDED, AT, draft=draft, location="elm", details=gated),
        Happening(EventType.GATE_DECIDED, AT, draft=uuid4(), location="elm", details=other),
        Happening(
            EventType.DRAFT_SENT,
            AT,
            actor=AGENT,
            draft=draft,
            location="elm",
            ticket="T-7",
            details={"verdict": "pass"},
            texts={"text": REPLY},
        ),
    )
    sequence(now=AT)
    happen(6)
    tell(
        Happening(
            EventType.DRAFT_SENT,
            AT + timedelta(days=1),
            actor=Actor(ActorKind.AGENT, "kim", "Kim Park"),
            draft=uuid4(),
            location="oak",
            details={"verdict": "modify"},
            texts={"text": "We open at 9.", "note": "shorter"},
        ),
        Happening(
            EventType.CONFIGURATION_PUBLISHED,
            AT + timedelta(days=1),
            details={"code": "no-cure", "model": "compliance.compliancerule", "version": 3},
        ),
    )
    sequence(now=AT + timedelta(days=1))
    return draft


@pytest.fixture
def taken(log, tmp_path):
    """Export, and return the file."""

    def take(selection=None, **options):
        path = tmp_path / "out.zip"
        export(path, selection=selection or Selection(), actor=AUDITOR, now=NOW, **options)
        return path

    return take


def looked_at(path, **options):
    return inspect(path, trusted=trusted(), now=stamp(NOW), **options)


def indexes(path) -> list[int]:
    with zipfile.ZipFile(path) as file:
        found = [re.fullmatch(r"proofs/(\d+)\.tlog-proof", name) for name in file.namelist()]
    return [int(each[1]) for each in found if each]


def test_the_whole_log_holds(taken) -> None:
    found = looked_at(taken())
    assert found.faults == ()
    assert (found.events, found.size, found.statements, found.whole) == (13, 13, 2, True)


def test_the_export_is_in_the_log(taken) -> None:
    path = taken(Selection(location="oak"))
    told = read_canonical(bytes(AuditEvent.objects.get(type=EventType.LOG_EXPORTED).body))
    assert told["actor"] == {"kind": "operator", "id": "lee", "name": "Lee Ortiz"}
    assert told["details"] == {
        "selection": {"location": "oak"},
        "events": 1,
        "size": 13,
        "texts": False,
    }
    assert looked_at(path).faults == ()


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(since=AT + timedelta(hours=1)), [11, 12]),
        (Selection(until=AT + timedelta(seconds=1)), [0, 2, 3, 4, 5]),
        (Selection(location="oak"), [11]),
        (Selection(ticket="T-7"), [4]),
        (Selection(agent="kim"), [11]),
        (Selection(rule="no-cure"), [2, 4, 12]),
        (Selection(rule="no-cur"), []),
        (Selection(agent="dana", until=AT + timedelta(seconds=1)), [0, 2, 4, 5]),
    ],
)
def test_what_is_selected_holds_by_itself(taken, selection, expected) -> None:
    path = taken(selection)
    found = looked_at(path)
    assert (indexes(path), found.faults, found.whole) == (expected, (), False)


def test_a_draft_by_its_id(taken, log) -> None:
    assert indexes(taken(Selection(draft=log))) == [2, 4]


def test_slices_do_not_show(taken, monkeypatch) -> None:
    monkeypatch.setattr("compliance.audit.selection.SLICE", 3)
    found = looked_at(taken())
    assert (found.events, found.faults) == (13, ())


def test_queries_do_not_grow_with_the_events(taken, happen, django_assert_max_num_queries) -> None:
    happen(60)
    sequence(now=NOW)
    with django_assert_max_num_queries(26):
        taken()


def test_a_statement_says_who_sent_what_by_which_decision(taken, key) -> None:
    with zipfile.ZipFile(taken()) as file:
        enclosed = json.loads(file.read("attestations/4.dsse.json"))
    leaf = AuditLeaf.objects.get(index=4)
    said = read_statement(open_envelope(enclosed, [key.verifier]))
    event = read_canonical(bytes(leaf.event.body))
    assert said["subject"] == [
        {"name": f"draft/{event['draft']}", "digest": {"sha256": event["texts"][0]["sha256"]}}
    ]
    assert said["predicate"]["agent"] == {"kind": "agent", "id": "dana", "name": "Dana Ruiz"}
    assert said["predicate"]["decision"] == {"verdict": "pass"}
    assert said["predicate"]["event"] == {"id": event["id"], "index": 4}
    assert attest(leaf) == enclosed
    assert attest(AuditLeaf.objects.get(index=3)) is None


def test_earlier_checkpoints_are_compared(taken, happen) -> None:
    held = AuditCheckpoint.objects.get(size=5).note.encode()
    for _ in range(2):
        happen(1)
        sequence(now=AT + timedelta(days=1))
    between = AuditCheckpoint.objects.get(size=13).note.encode()
    # Of the second day the last ones are there; the one before them was asked for.
    assert looked_at(taken(), outside=[held]).faults == ()
    (fault,) = looked_at(taken(), outside=[between]).faults
    assert (fault.kind, "--held 13" in fault.text) == ("outside", True)
    assert looked_at(taken(held=[13]), outside=[held, between]).faults == ()
    with pytest.raises(CannotExportError, match="no checkpoint of 7"):
        taken(held=[7])


def test_a_key_that_took_over_is_followed(taken, happen) -> None:
    keys.rotate(open_log().origin)
    happen(1)
    sequence(now=AT + timedelta(days=2))
    happen(1)
    sequence(now=AT + timedelta(days=2))
    path = taken()
    assert looked_at(path).faults == ()
    first, second = trusted()
    kinds = {each.kind for each in inspect(path, trusted=[second], now=stamp(NOW)).faults}
    assert kinds == {"keys", "earlier", "consistency"}
    (fault,) = inspect(path, trusted=[first], now=stamp(NOW)).faults[-1:]
    assert fault.kind == "checkpoint"


def test_texts_go_along_only_when_asked_for(taken) -> None:
    with zipfile.ZipFile(taken()) as file:
        assert "texts.ndjson" not in file.namelist()
        assert all(REPLY.encode() not in file.read(name) for name in file.namelist())
    path = taken(texts=lambda events: {event.pk: ["Other.", REPLY] for event in events})
    with zipfile.ZipFile(path) as file:
        (line,) = file.read("texts.ndjson").splitlines()
    assert (json.loads(line)["index"], json.loads(line)["text"]) == (4, REPLY)
    assert looked_at(path).faults == ()


def test_texts_that_cannot_be_had_are_counted(log, tmp_path) -> None:
    def exported(texts):
        return export(
            tmp_path / "out.zip", selection=Selection(), actor=AUDITOR, now=NOW, texts=texts
        )

    stated = AuditSalt.objects.count()
    kept = exported(lambda events: {event.pk: [REPLY] for event in events})
    assert (kept.texts, kept.erased, kept.missing) == (1, 0, stated - 1)
    AuditSalt.objects.filter(event__leaf__index=4).delete()
    gone = exported(lambda events: {event.pk: [REPLY] for event in events})
    assert (gone.texts, gone.erased, gone.missing) == (0, 1, stated - 1)
    assert looked_at(tmp_path / "out.zip").faults == ()
    output = StringIO()
    call_command("audit_export", str(tmp_path / "by.zip"), with_texts=True, stdout=output)
    assert "1 are not, because they were erased" in output.getvalue()


def test_nothing_is_left_of_an_export_that_fails(taken, tmp_path, folder) -> None:
    (folder / "key").unlink()
    with pytest.raises(keys.KeyFaultError):
        taken()
    assert list(tmp_path.glob("out*")) == []


def test_nothing_signed_is_nothing_to_export(happen, tmp_path) -> None:
    happen(1)
    with pytest.raises(CannotExportError):
        export(tmp_path / "out.zip", selection=Selection(), actor=AUDITOR, now=NOW)


def blocks(language: str, path) -> list[str]:
    with zipfile.ZipFile(path) as file:
        guide = file.read("VERIFY.md").decode()
    return re.findall(rf"^```{language}\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)


def followed(path, folder) -> subprocess.CompletedProcess[str]:
    """Do what the guide says, where nothing but the export is."""
    with zipfile.ZipFile(path) as file:
        file.extractall(folder)
    (script,) = blocks("bash", path)
    return subprocess.run(
        ["/bin/bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("selection", [Selection(), Selection(location="oak"), Selection(rule="?")])
def test_the_guide_works_with_openssl_alone(taken, tmp_path, selection) -> None:
    done = followed(taken(selection), tmp_path / "unpacked")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Everything holds."), done.stderr


def test_the_guide_works_for_a_log_of_one(key, happen, tmp_path) -> None:
    happen(1)
    sequence(now=AT)
    path = tmp_path / "out.zip"
    export(path, selection=Selection(), actor=AUDITOR, now=NOW)
    assert looked_at(path).faults == ()
    assert followed(path, tmp_path / "unpacked").returncode == 0


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("events.ndjson", '"Dana Ruiz"', '"Dana Rui2"'),
        ("checkpoint", "\n13\n", "\n14\n"),
        ("manifest.dsse.json", '"payload":"ey', '"payload":"eX'),
        ("attestations/4.dsse.json", '"payload":"ey', '"payload":"eX'),
        ("tile/0/000.p/13", "", "x"),
        ("tile/entries/000.p/13", "Dana Ruiz", "Dana Rui2"),
        ("proofs/6.tlog-proof", "\n\n", "\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n"),
    ],
)
def test_the_guide_notices(taken, tmp_path, name, old, new) -> None:
    folder = tmp_path / "unpacked"
    path = taken()
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(changed, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            assert part != name or old.encode() in content
            changed_part = content.replace(old.encode(), new.encode(), 1)
            after.writestr(part, changed_part if part == name else content)
    assert followed(changed, folder).returncode != 0


def test_the_commands(log, tmp_path) -> None:
    path, vkeys = tmp_path / "all.zip", tmp_path / "vkeys"
    output = StringIO()
    call_command("audit_key", "show", "--all", stdout=output)
    vkeys.write_text(output.getvalue(), encoding="utf-8")
    (tmp_path / "held").write_text(AuditCheckpoint.objects.get(size=5).note, encoding="utf-8")
    output = StringIO()
    given = {"vkey": vkeys, "checkpoint": [tmp_path / "held"], "stdout": output}
    with time_machine.travel(NOW, tick=False):
        call_command("audit_export", str(path), "--since=2026-11-01", by="lee", stdout=output)
        call_command("audit_check", str(path), **given)
    assert "Wrote 13 of 13 events and statements on 2 sent replies" in output.getvalue()
    assert "Nothing is wrong." in output.getvalue()
    (tmp_path / "broken.zip").write_bytes(path.read_bytes()[:-40])
    with pytest.raises(CommandError, match="does not hold") as failed:
        call_command("audit_check", str(tmp_path / "broken.zip"), **given)
    assert failed.value.returncode == 1
    with pytest.raises(CommandError) as failed:
        call_command("audit_check", str(path), vkey=tmp_path / "absent", stdout=output)
    assert failed.value.returncode == 2
