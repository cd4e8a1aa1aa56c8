"""Signed notes: official vectors, and every byte of a note and of a key matters."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from compliance.audit.notes import (
    KeySigner,
    NoteError,
    Verifier,
    new_signer,
    open_note,
    read_skey,
    read_vkey,
    sign_note,
)

VECTORS = Path(__file__).parents[4] / "shared" / "vectors"
NOTES = VECTORS / "signed-note" / "signed_note_vectors.json"
needs_vectors = pytest.mark.skipif(not VECTORS.exists(), reason="shared data is absent")


def given() -> dict[str, Any]:
    return json.loads(NOTES.read_text()) if NOTES.exists() else {"notes": [], "keys": {}}


@needs_vectors
@pytest.mark.parametrize("case", given()["notes"], ids=lambda case: case.get("name", "example"))
def test_published_notes(case: dict[str, Any]) -> None:
    keys = [read_vkey(each) for each in case.get("vkeys", [case.get("vkey")]) if each]
    if case["expect"] == "valid":
        note = open_note(case["note"].encode(), keys)
        expected = case.get("verified")
        assert expected is None or [each.name for each in note.verified] == expected
    else:
        with pytest.raises(NoteError):
            open_note(case["note"].encode(), keys)


@needs_vectors
def test_published_keys() -> None:
    keys = given()["keys"]
    peter = read_skey(keys["skey_peter"])
    assert peter.verifier.vkey == keys["vkey_peter"]
    assert peter.skey == keys["skey_peter"]
    assert read_vkey(keys["vkey_enoch"]).vkey == keys["vkey_enoch"]
    for bad in keys["bad_vkeys"]:
        with pytest.raises(NoteError):
            read_vkey(bad)


SIGNER = new_signer("log.example/audit/1")
WRITTEN = sign_note("log.example/audit/1\n7\nAAAA\n", [SIGNER]).written.encode()


def accepted(written: bytes, keys: list[Verifier]) -> bool:
    try:
        open_note(written, keys)
    except NoteError:
        return False
    return True


def test_every_truncation_and_every_changed_byte_of_a_note_is_refused() -> None:
    keys = [SIGNER.verifier]
    assert accepted(WRITTEN, keys)
    for length in range(len(WRITTEN)):
        assert not accepted(WRITTEN[:length], keys)
        assert not accepted(WRITTEN[length + 1 :], keys)
    for at in range(len(WRITTEN)):
        for bit in range(8):
            changed = bytearray(WRITTEN)
            changed[at] ^= 1 << bit
            assert not accepted(bytes(changed), keys), (at, bit)


def test_every_truncation_and_every_changed_byte_of_a_key_is_refused() -> None:
    vkey = SIGNER.verifier.vkey
    for length in range(len(vkey)):
        with pytest.raises(NoteError):
            read_vkey(vkey[:length])
    for at in range(len(vkey)):
        for letter in "A0+ z/\n":
            if letter == vkey[at]:
                continue
            with pytest.raises(NoteError):
                read_vkey(vkey[:at] + letter + vkey[at + 1 :])


def test_a_private_key_is_read_back_and_never_shown() -> None:
    again = read_skey(SIGNER.skey)
    assert again.verifier == SIGNER.verifier
    secret = SIGNER.skey.rpartition("+")[2]
    assert secret not in repr(SIGNER) + str(SIGNER)
    with pytest.raises(NoteError) as caught:
        read_skey(SIGNER.skey[:-2] + "!!")
    assert secret[:20] not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u2003b", "a\nb"])
def test_what_cannot_name_a_key(name: str) -> None:
    with pytest.raises(NoteError):
        new_signer(name)


@pytest.mark.parametrize("text", ["no end", "tab\there\n", "\r\n"])
def test_what_cannot_be_signed(text: str) -> None:
    with pytest.raises(NoteError):
        sign_note(text, [SIGNER])


def wycheproof() -> list[tuple[str, bytes, bytes, bytes, str]]:
    file = VECTORS / "ed25519" / "testvectors_v1" / "ed25519_test.json"
    if not file.exists():
        return []
    return [
        (
            f"{test['tcId']}",
            bytes.fromhex(group["publicKey"]["pk"]),
            bytes.fromhex(test["msg"]),
            bytes.fromhex(test["sig"]),
            test["result"],
        )
        for group in json.loads(file.read_text())["testGroups"]
        for test in group["tests"]
    ]


@needs_vectors
def test_published_signatures() -> None:
    cases = wycheproof()
    wrong = [
        name
        for name, public, message, signature, result in cases
        if Verifier("w", public).verifies(message, signature) != (result == "valid")
    ]
    assert (len(cases), wrong) == (151, [])


def test_a_signature_in_another_name_is_unknown() -> None:
    other = KeySigner("log.example/audit/2", SIGNER._private)
    assert not accepted(WRITTEN, [other.verifier])
    assert base64.b64decode(WRITTEN.split()[-1])[:4] == SIGNER.verifier.key_id
