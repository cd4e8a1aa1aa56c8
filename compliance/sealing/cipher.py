"""Sealing bytes with AES-256-GCM (NIST SP 800-38D), bound to the key and the place they are for.

A sealed value is ``version (1) | key id (16) | nonce (12) | ciphertext and tag``, so that a row
says itself which key opens it. What a place is, :mod:`compliance.sealing.fields` says: sealed bytes
that are moved to another row or column no longer open.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
_VERSION: Final = b"\x01"
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_HEADER: Final = len(_VERSION) + 16
_LEAST: Final = _HEADER + _NONCE_BYTES + _TAG_BYTES
_PURPOSE: Final = b"draftgate/sealed/v1\n"
_DIGESTS: Final = b"draftgate/digest/v1\n"


class SealError(Exception):
    """Sealed bytes that do not open: of another key or place, changed, or none at all."""


def new_key() -> bytes:
    """Return a random key."""
    return secrets.token_bytes(KEY_BYTES)


def seal(plain: bytes, *, key: bytes, key_id: UUID, place: bytes) -> bytes:
    """Return bytes that only this key opens, and only at this place."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    header = _VERSION + key_id.bytes
    return header + nonce + AESGCM(key).encrypt(nonce, plain, _PURPOSE + header + place)


def unseal(sealed: bytes, *, key: bytes, place: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        SealError: when it was sealed with another key or for another place, or was changed.
    """
    key_id_of(sealed)
    header, nonce = sealed[:_HEADER], sealed[_HEADER : _HEADER + _NONCE_BYTES]
    try:
        return AESGCM(key).decrypt(
            nonce, sealed[_HEADER + _NONCE_BYTES :], _PURPOSE + header + place
        )
    except InvalidTag:
        raise SealError("A sealed value was changed, or stands in another place.") from None


def key_id_of(sealed: bytes) -> UUID:
    """Return the id of the key that opens sealed bytes.

    Raises:
        SealError: when these are none.
    """
    if len(sealed) < _LEAST or not sealed.startswith(_VERSION):
        raise SealError("These are no sealed bytes.")
    return UUID(bytes=sealed[len(_VERSION) : _HEADER])


def keyed_digest(data: bytes, *, key: bytes) -> str:
    """Return a digest (HMAC-SHA-256, RFC 2104, in hexadecimal) that nobody can guess at.

    Equal data under one key has equal digests; without the key they tell nothing about it.
    """
    own = hmac.digest(key, _DIGESTS, hashlib.sha256)
    return hmac.new(own, data, hashlib.sha256).hexdigest()
