"""Commitments to texts: digests that prove a text with its salt, and tell nothing without."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

SALT_BYTES: Final = 32
TAG: Final = b"draftgate/text/v1\n"


def new_salt() -> bytes:
    """Return a random salt; each text of each event has its own."""
    return secrets.token_bytes(SALT_BYTES)


def commitment(text: str, salt: bytes) -> str:
    """Return the SHA-256, in hexadecimal, of a tag, the salt and the text in UTF-8.

    Raises:
        ValueError: when the salt has another length: texts could be guessed.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"A salt has {SALT_BYTES} bytes, not {len(salt)}.")
    return hashlib.sha256(TAG + salt + text.encode("utf-8", "surrogatepass")).hexdigest()
