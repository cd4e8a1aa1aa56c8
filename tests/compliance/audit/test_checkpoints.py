"""Checkpoints and proofs: read back, and refused in any other form."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from compliance.audit.checkpoints import Checkpoint, Proof, read_checkpoint, verify_proof
from compliance.audit.merkle import EMPTY_ROOT, Frontier, ProofError, inclusion_proof, leaf_hash
from compliance.audit.notes import NoteError, new_signer, sign_note
from compliance.audit.statements import (
    envelope,
    open_envelope,
    pre_authentication,
    read_statement,
    statement,
)

VECTORS = Path(__file__).parents[4] / "shared" / "vectors"
ORIGIN = "log.example/audit/1"
SIGNER = new_signer(ORIGIN)
LEAVES = [f"event {number}".encode() for number in range(11)]
TREE, _NODES = Frontier().appended(leaf_hash(each) for each in LEAVES)
NODES = {(node.level, node.index): node.hash for node in _NODES}
CHECKPOINT = Checkpoint(ORIGIN, TREE.size, TREE.root).signed([SIGNER]).written


def proof_of(index: int) -> str:
    hashes = inclusion_proof(index, TREE.size, lambda level, at: NODES[level, at])
    return Proof(index, tuple(hashes), CHECKPOINT).written


def test_a_checkpoint_is_read_back() -> None:
    found = read_checkpoint(CHECKPOINT.encode(), [SIGNER.verifier], origin=ORIGIN)
    assert found == Checkpoint(ORIGIN, 11, TREE.root)


ROOT = base64.b64encode(EMPTY_ROOT).decode()


@pytest.mark.parametrize(
    "text",
    [
        f"other.example/audit/1\n0\n{ROOT}\n",
        f"{ORIGIN}\n00\n{ROOT}\n",
        f"{ORIGIN}\n-1\n{ROOT}\n",
        f"{ORIGIN}\n+1\n{ROOT}\n",
        f"{ORIGIN}\n\n{ROOT}\n",
        f"{ORIGIN}\n1\nAAAA\n",
        f"{ORIGIN}\n1\n{ROOT[:-1]}\n",
        f"{ORIGIN}\n1\n",
        f"{ORIGIN}\n1\n{ROOT}\nextension\n",
        f"\n1\n{ROOT}\n",
    ],
)
def test_signed_texts_that_are_no_checkpoint(text: str) -> None:
    written = sign_note(text, [SIGNER]).written.encode()
    with pytest.raises(NoteError):
        read_checkpoint(written, [SIGNER.verifier], origin=ORIGIN)


def test_every_leaf_is_proved_and_no_other() -> None:
    for index, leaf in enumerate(LEAVES):
        found = verify_proof(proof_of(index), leaf, [SIGNER.verifier], origin=ORIGIN)
        assert found.size == TREE.size
        with pytest.raises(ProofError):
            verify_proof(proof_of(index), leaf + b"!", [SIGNER.verifier], origin=ORIGIN)


def test_every_line_of_a_proof_matters() -> None:
    lines = proof_of(4).split("\n")
    for at in range(len(lines) - 1):
        cut = "\n".join(lines[:at] + lines[at + 1 :])
        with pytest.raises((NoteError, ProofError)):
            verify_proof(cut, LEAVES[4], [SIGNER.verifier], origin=ORIGIN)


def test_a_checkpoint_of_another_key_or_log_proves_nothing() -> None:
    for signer, origin in ((new_signer(ORIGIN), ORIGIN), (SIGNER, "log.example/audit/2")):
        with pytest.raises(NoteError):
            verify_proof(proof_of(4), LEAVES[4], [signer.verifier], origin=origin)


@pytest.mark.skipif(not VECTORS.exists(), reason="shared data is absent")
def test_published_envelope() -> None:
    given = json.loads((VECTORS / "dsse" / "dsse_vector.json").read_text())
    body = given["serialized_body"].encode()
    assert pre_authentication(given["payload_type"], body) == given["pae"].encode()
    assert base64.b64decode(given["envelope"]["payload"]) == body


def test_a_statement_is_signed_as_its_bytes() -> None:
    said = statement(
        name="draft/1", sha256="ab" * 32, predicate_type="https://x.example/1", predicate={"a": "b"}
    )
    enclosed = envelope(said, SIGNER)
    assert open_envelope(json.loads(json.dumps(enclosed)), [SIGNER.verifier]) == said
    assert read_statement(said)["subject"][0]["digest"] == {"sha256": "ab" * 32}
    for changed in (
        {**enclosed, "payload": base64.b64encode(said + b" ").decode()},
        {**enclosed, "payloadType": "text/plain"},
        {**enclosed, "signatures": []},
        {"payload": 1},
        {},
    ):
        with pytest.raises(NoteError):
            open_envelope(changed, [SIGNER.verifier])
    with pytest.raises(NoteError):
        open_envelope(enclosed, [new_signer(ORIGIN).verifier])
    with pytest.raises(NoteError):
        read_statement(b"{}")
