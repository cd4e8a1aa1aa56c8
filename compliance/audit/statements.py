"""Who did what to which text: an in-toto Statement v1 in a DSSE v1 envelope."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import rfc8785

from compliance.audit.notes import NoteError, Signer, Verifier

PAYLOAD_TYPE: Final = "application/vnd.in-toto+json"
_STATEMENT: Final = "https://in-toto.io/Statement/v1"


def statement(
    *, name: str, sha256: str, predicate_type: str, predicate: Mapping[str, Any]
) -> bytes:
    """Return the bytes of a statement about one text, named and known by its commitment."""
    return rfc8785.dumps(
        {
            "_type": _STATEMENT,
            "subject": [{"name": name, "digest": {"sha256": sha256}}],
            "predicateType": predicate_type,
            "predicate": dict(predicate),
        }
    )


def pre_authentication(payload_type: str, payload: bytes) -> bytes:
    """Return what is signed (DSSE v1.0.2, PAE); lengths are in bytes."""
    kind = payload_type.encode()
    return b" ".join(
        (b"DSSEv1", b"%d" % len(kind), kind, b"%d" % len(payload), payload),
    )


def envelope(payload: bytes, signer: Signer, *, payload_type: str = PAYLOAD_TYPE) -> dict[str, Any]:
    """Return a payload with its signature, as JSON data."""
    signed = signer.sign(pre_authentication(payload_type, payload))
    return {
        "payload": base64.b64encode(payload).decode(),
        "payloadType": payload_type,
        "signatures": [
            {
                "keyid": signer.verifier.key_id.hex(),
                "sig": base64.b64encode(signed).decode(),
            }
        ],
    }


def open_envelope(
    enclosed: Mapping[str, Any], verifiers: Iterable[Verifier], *, payload_type: str = PAYLOAD_TYPE
) -> bytes:
    """Return the bytes that an envelope's signature is of: these, not others that mean the same.

    A key's identity is a hint only; every known key is tried.

    Raises:
        NoteError: when it is malformed, of another type, or signed by no known key.
    """
    try:
        payload = base64.b64decode(enclosed["payload"], validate=True)
        signatures = [
            base64.b64decode(each["sig"], validate=True) for each in enclosed["signatures"]
        ]
        stated = enclosed["payloadType"]
    except (KeyError, TypeError, AttributeError, binascii.Error, ValueError):
        raise NoteError("The envelope is malformed.") from None
    if stated != payload_type:
        raise NoteError("The envelope holds something else.")
    message = pre_authentication(payload_type, payload)
    known = tuple(verifiers)
    if not any(key.verifies(message, each) for each in signatures for key in known):
        raise NoteError("No known key has signed this envelope.")
    return payload


def read_statement(payload: bytes) -> dict[str, Any]:
    """Return a statement's data.

    Raises:
        NoteError: when the bytes are no statement.
    """
    try:
        found = json.loads(payload)
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("_type") != _STATEMENT:
        raise NoteError("The payload is no in-toto statement.")
    return found
