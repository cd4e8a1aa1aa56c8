"""Ed25519 at its edges: three verifiers have to say the same of every signature.

The published vectors have every low-order and every non-canonical point as a key and as the first
half of a signature. A verifier may accept some of them (RFC 8032 leaves room for it); what must not
be is that one export holds for one verifier and not for the other.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from compliance.audit.notes import Verifier, new_signer
from tests.compliance.audit.test_mutations import GO, go_program, needs_go
from tests.compliance.audit.test_notes import VECTORS, needs_vectors

EDGES = VECTORS / "ed25519" / "ed25519" / "ed25519vectors.json"
# SubjectPublicKeyInfo of an Ed25519 key, RFC 8410, before the key itself.
_SPKI = bytes.fromhex("302a300506032b6570032100")


def cases() -> list[dict]:
    return json.loads(EDGES.read_text())


def ours(case: dict) -> bool:
    key = Verifier("w", bytes.fromhex(case["key"]))
    return key.verifies(case["msg"].encode(), bytes.fromhex(case["sig"]))


@needs_vectors
def test_what_we_accept_at_the_edges() -> None:
    """That of RFC 8032 without cofactor: R in its one spelling, and nothing that is left over.

    A key in another spelling than its own, or of low order, verifies what fits it: no such key is
    ever made, and who trusts one has got it from somewhere else than from here.
    """
    found = [(case, ours(case)) for case in cases()]
    accepted = [set(case["flags"] or ()) for case, verdict in found if verdict]
    assert (len(found), len(accepted)) == (914, 208)
    assert not any({"non_canonical_R", "low_order_residue"} & flags for flags in accepted)
    refused = Counter(
        flag for case, verdict in found if not verdict for flag in set(case["flags"] or ())
    )
    assert refused["non_canonical_R"]
    assert refused["low_order_residue"]


@needs_vectors
@needs_go
def test_go_says_the_same(tmp_path: Path) -> None:
    given = cases()
    asked = [
        {"key": each["key"], "signature": each["sig"], "message": each["msg"].encode().hex()}
        for each in given
    ]
    done = subprocess.run(
        [str(go_program(GO.parent / "signatures", tmp_path))],
        input="".join(json.dumps(each) + "\n" for each in asked),
        capture_output=True,
        text=True,
        check=True,
    )
    verdicts = [line == "true" for line in done.stdout.splitlines()]
    assert len(verdicts) == len(given)
    other = [
        case["number"] for case, go in zip(given, verdicts, strict=True) if go is not ours(case)
    ]
    assert other == []


@needs_vectors
def test_openssl_says_the_same_of_each_kind(tmp_path: Path) -> None:
    """The program that the guide of an export names; two of every kind, it is slow to start."""
    seen: Counter[tuple] = Counter()
    other = []
    for case in cases():
        kind = (tuple(case["flags"] or ()), ours(case))
        seen[kind] += 1
        if seen[kind] > 2:
            continue
        parts = {
            "key": _SPKI + bytes.fromhex(case["key"]),
            "signature": bytes.fromhex(case["sig"]),
            "message": case["msg"].encode(),
        }
        for name, content in parts.items():
            (tmp_path / name).write_bytes(content)
        done = subprocess.run(
            [
                *("openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key"),
                *("-rawin", "-in", "message", "-sigfile", "signature"),
            ],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        if (done.returncode == 0) is not kind[1]:
            other.append(case["number"])
    assert other == []
    assert len(seen) > 50


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda signature: signature + b"\0", "longer"),
        (lambda signature: signature[:-1], "shorter"),
        (lambda signature: signature[:32] + b"\xff" * 32, "a scalar beyond the order"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_signature_of_another_form_is_refused(change, what) -> None:
    signer = new_signer("log.example/audit/1")
    signature = signer.sign(b"hello")
    assert signer.verifier.verifies(b"hello", signature)
    assert not signer.verifier.verifies(b"hello", change(signature)), what
