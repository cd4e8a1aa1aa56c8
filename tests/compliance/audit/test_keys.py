"""The key: kept closed, never shown, and handed over in a way that others can follow."""

from __future__ import annotations

import stat
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from compliance.audit import keys
from compliance.audit.canonical import read_canonical
from compliance.audit.checkpoints import read_checkpoint
from compliance.audit.continuity import RefusedError
from compliance.audit.events import open_log
from compliance.audit.keys import KeyFaultError
from compliance.audit.notes import NoteError, new_signer
from compliance.models import AuditCheckpoint, AuditEvent, AuditKey, EventType

pytestmark = pytest.mark.django_db


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("audit_key", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue().strip()


def signed_by(size: int, signer) -> bool:
    note = AuditCheckpoint.objects.get(size=size).note.encode()
    try:
        read_checkpoint(note, [signer.verifier], origin=signer.name)
    except NoteError:
        return False
    return True


def test_a_key_is_made_closed_and_only_its_public_half_is_shown(folder) -> None:
    shown = command("create")
    (signer,) = keys.signers()
    assert shown == signer.verifier.vkey == command("show")
    assert signer.name == open_log().origin
    assert stat.S_IMODE((folder / "key").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["key"]
    assert signer.skey not in repr(keys.signers())


def test_a_key_that_is_there_stays(folder, key) -> None:
    with pytest.raises(CommandError, match="already"):
        command("create")
    assert keys.signers()[0].skey == key.skey


def test_a_log_that_was_signed_gets_no_other_first_key(folder, key, happen, place) -> None:
    happen(1)
    place()
    (folder / "key").unlink()
    with pytest.raises(CommandError, match="signed with a key already"):
        command("create")
    assert command("show") == key.verifier.vkey, "the public half is known without the private one"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o601])
def test_a_file_that_others_may_use_is_refused(folder, key, mode) -> None:
    (folder / "key").chmod(mode)
    with pytest.raises(KeyFaultError, match="chmod 600"):
        keys.signers()


@pytest.mark.parametrize("content", ["", "PRIVATE+KEY+a+00000000+AAAA", "a b c", "ü"])
def test_what_is_no_key_is_refused_without_repeating_it(folder, key, content) -> None:
    (folder / "key").write_text(content, encoding="utf-8")
    with pytest.raises(KeyFaultError) as refused:
        keys.signers()
    assert not content or content not in str(refused.value)


def test_a_key_from_the_environment(folder, settings) -> None:
    signer = new_signer(open_log().origin)
    settings.DRAFTGATE_AUDIT_KEY = signer.skey
    assert keys.signers()[0].skey == signer.skey
    with pytest.raises(CommandError, match="DRAFTGATE_AUDIT_KEY"):
        command("create")
    assert not folder.exists()


def test_one_key_takes_over_from_another(folder, key, happen, place, check) -> None:
    happen(3)
    place()
    shown = command("rotate")
    new, old = keys.signers()
    assert (shown, old.skey) == (new.verifier.vkey, key.skey)
    assert command("show") == key.verifier.vkey, "not yet"
    happen(2)

    # With a backlog the old key signs on; both sign where the log tells of it; then the new one.
    assert [place(1), place(1), place(1)] == [1, 1, 1]
    happen(1)
    assert place() == 1
    assert [signed_by(size, key) for size in (3, 4, 5, 6, 7)] == [True, True, True, True, False]
    assert [signed_by(size, new) for size in (3, 4, 5, 6, 7)] == [False, False, False, True, True]
    told = AuditEvent.objects.get(leaf__index=5)
    assert told.type == EventType.KEY_ROTATED
    assert read_canonical(bytes(told.body))["details"] == {
        "old": key.verifier.vkey,
        "new": new.verifier.vkey,
    }
    assert [signer.skey for signer in keys.signers()] == [new.skey], "the old one is gone"
    assert command("show") == new.verifier.vkey
    assert command("show", "--all").splitlines() == [
        f"{key.verifier.vkey} 3-6",
        f"{new.verifier.vkey} 6-",
    ]
    assert check(trusted=[key.verifier, new.verifier]).faults == []
    assert any("none of those given" in fault for fault in check(trusted=[key.verifier]).faults)


def test_a_takeover_waits_for_no_event(key, happen, place, check) -> None:
    happen(1)
    place()
    command("rotate")
    assert place() == 1
    assert check().faults == []


def test_one_takeover_after_the_other(key, happen, place) -> None:
    happen(1)
    place()
    command("rotate")
    with pytest.raises(CommandError, match="handed over already"):
        command("rotate")


def test_a_takeover_that_the_log_does_not_tell_of_is_found(
    key, happen, place, check, as_owner
) -> None:
    happen(1)
    place()
    command("rotate")
    place()
    new = keys.signers()[0]
    with as_owner():
        AuditKey.objects.filter(vkey=new.verifier.vkey).update(
            vkey=new_signer(key.name).verifier.vkey
        )
    found = check().faults
    assert "The keys that are recorded are not those that the log tells of." in found


def test_another_key_signs_nothing(folder, key, settings, happen, place) -> None:
    happen(1)
    place()
    happen(1)
    settings.DRAFTGATE_AUDIT_KEY = new_signer(key.name).skey
    with pytest.raises(RefusedError, match="another key"):
        place()
    settings.DRAFTGATE_AUDIT_KEY = new_signer("other.example/audit/1").skey
    with pytest.raises(RefusedError, match="of the log other"):
        place()
    settings.DRAFTGATE_AUDIT_KEY = ""
    assert place() == 1


def test_a_key_that_was_taken_over_from_does_not_come_back(
    folder, key, settings, happen, place
) -> None:
    happen(1)
    place()
    command("rotate")
    place()
    new = keys.signers()[0]
    settings.DRAFTGATE_AUDIT_KEY = f"{key.skey} {new.skey}"
    with pytest.raises(RefusedError, match="does not come back"):
        place()


def test_nothing_to_replace(folder) -> None:
    with pytest.raises(CommandError, match="no key to replace"):
        command("rotate")
