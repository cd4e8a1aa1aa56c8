"""The commands on the log: they say what they found, and their status does too."""

from __future__ import annotations

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from compliance.audit.events import SYSTEM, Happening, append, open_log
from compliance.audit.succession import succeed
from compliance.models import AuditCheckpoint, AuditLeaf, EventType
from tests.compliance.audit.owner import as_table_owner

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(settings, tmp_path):
    """A draft with one event in a signed log, and the folder of its key and checkpoint."""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "checkpoint")
    draft = uuid4()
    with transaction.atomic():
        append(Happening(EventType.DRAFT_SHOWN, timezone.now(), draft=draft))
    said("audit_key", "create")
    assert said("audit_sequence") == "1 events got their place in the log.\n"
    return draft, tmp_path


def said(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_an_empty_log(db):
    assert "no log yet" in said("audit_verify")


def test_a_log_in_order_and_what_that_does_not_show(signed):
    draft, folder = signed
    found = said("audit_verify")
    assert "1 events and 1 checkpoints derived anew; 0 events wait" in found
    assert "Nothing is wrong." in found
    assert "--checkpoint FILE" in found
    (folder / "vkey").write_text(said("audit_key", "show", "--all"))
    held = ("--vkey", str(folder / "vkey"), "--checkpoint", str(folder / "checkpoint"))
    assert "What this cannot show" not in said("audit_verify", *held)
    out = StringIO()
    with pytest.raises(CommandError, match="does not hold: 1 faults"):
        call_command("audit_verify", "--draft", str(draft), stdout=out)
    assert "1 events, of which 0 wait" in out.getvalue()
    assert "there is no such draft any more" in out.getvalue()
    assert "0 events after the first 1" in said("audit_verify", "--since", "1")


def test_a_log_that_does_not_hold_ends_with_status_1(signed):
    leaf = AuditLeaf.objects.get()
    with as_table_owner() as cursor:
        cursor.execute("UPDATE compliance_auditevent SET location = 'oak'")
    out = StringIO()
    with pytest.raises(CommandError) as ended:
        call_command("audit_verify", stdout=out)
    assert ended.value.returncode == 1
    assert f"! Index 0, event {leaf.event_id}: Its column location" in out.getvalue()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--since", "7"),
        ("--draft", str(uuid4())),
        ("--vkey", "/nonexistent/file"),
        ("--vkey", __file__),
        ("--checkpoint", "/nonexistent/file"),
    ],
)
def test_what_cannot_be_checked_ends_with_status_2(signed, arguments):
    with pytest.raises(CommandError) as ended:
        said("audit_verify", *arguments)
    assert ended.value.returncode == 2


def test_an_export_that_is_not_there_cannot_be_checked(signed, tmp_path):
    trusted = tmp_path / "vkeys"
    trusted.write_text(said("audit_key", "show"))
    with pytest.raises(CommandError, match="There is no file") as ended:
        said("audit_check", str(tmp_path / "none.zip"), "--vkey", str(trusted))
    assert ended.value.returncode == 2


def test_a_refusal_is_an_error(signed):
    _, folder = signed
    (folder / "checkpoint").write_text("nothing")
    with pytest.raises(CommandError, match="published checkpoint cannot be used"):
        said("audit_sequence")
    assert AuditCheckpoint.objects.count() == 1


def test_without_a_key(settings, tmp_path):
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "key")
    with pytest.raises(CommandError, match="no key at"):
        said("audit_sequence")


def test_the_key_of_an_earlier_log_is_not_shown_as_that_of_the_open_one(signed, settings):
    _, folder = signed
    first = said("audit_key", "show")
    settings.DRAFTGATE_AUDIT_KEY = (folder / "key").read_text().strip()
    name = open_log().origin
    succeed(reason="Test.", actor=SYSTEM, now=timezone.now(), unsigned=False)
    with pytest.raises(CommandError, match=f"/audit/2 has no key yet: .* is of {name}"):
        said("audit_key", "show")
    assert said("audit_key", "show", "--log", name, "--all").startswith(first.strip())
    with pytest.raises(CommandError, match="No key is known"):
        said("audit_key", "show", "--log", "log.example/audit/9")
