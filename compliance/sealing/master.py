"""The master key that data keys are wrapped with: from the environment, or from a closed file.

Whoever keeps it elsewhere (a key management service) gives another :class:`Wrapper`; nothing else
knows how a data key is wrapped.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from compliance import secret_files
from compliance.sealing.cipher import KEY_BYTES, new_key
from compliance.secret_files import MissingSecretFileError, SecretFileError

_NONCE_BYTES: Final = 12
_PURPOSE: Final = b"draftgate/data key/v1\n"
_NAMING: Final = b"draftgate/master key/v1\n"


class MasterKeyError(Exception):
    """There is no master key, or not the one that is needed; the message holds none of it."""


class Wrapper(Protocol):
    """Wraps data keys so that they may be stored; ``name`` is kept beside what it wrapped."""

    @property
    def name(self) -> str:
        """What tells this master key from others; nothing of the key itself."""

    def wrap(self, key: bytes, *, key_id: UUID) -> bytes:
        """Return a data key as it may be stored."""

    def unwrap(self, wrapped: bytes, *, key_id: UUID) -> bytes:
        """Return the data key; raises :class:`MasterKeyError` when it is not this one's."""


@dataclass(frozen=True, slots=True, repr=False)
class MasterKey:
    """A master key that this machine holds: AES-256-GCM, bound to the data key's id."""

    _secret: bytes

    @property
    def name(self) -> str:
        """The first bytes of a digest of the key, in hexadecimal."""
        return hashlib.sha256(_NAMING + self._secret).hexdigest()[:16]

    @property
    def text(self) -> str:
        """The key as its file has it."""
        return base64.b64encode(self._secret).decode("ascii")

    def wrap(self, key: bytes, *, key_id: UUID) -> bytes:
        """Return ``nonce (12) | ciphertext and tag``."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._secret).encrypt(nonce, key, _PURPOSE + key_id.bytes)

    def unwrap(self, wrapped: bytes, *, key_id: UUID) -> bytes:
        """Return the data key.

        Raises:
            MasterKeyError: when another key wrapped it, or it was changed.
        """
        nonce, sealed = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
        try:
            return AESGCM(self._secret).decrypt(nonce, sealed, _PURPOSE + key_id.bytes)
        except (InvalidTag, ValueError):
            raise MasterKeyError("A stored data key was changed.") from None


def wrappers() -> tuple[Wrapper, ...]:
    """Return the master keys: the one to wrap with, then earlier ones that only unwrap.

    Raises:
        MasterKeyError: when there is none, when others can read its file, or when it is no key.
    """
    if settings.DRAFTGATE_MASTER_KEY:
        return _read(settings.DRAFTGATE_MASTER_KEY, "DRAFTGATE_MASTER_KEY")
    path = _path()
    try:
        return _read(secret_files.read(path), str(path))
    except MissingSecretFileError:
        raise MasterKeyError(
            f"There is no master key at {path}, so no text about a person can be stored or read. "
            "`manage.py master_key create` makes one; where there was one, bring it back."
        ) from None
    except SecretFileError as error:
        raise MasterKeyError(str(error)) from None


def create() -> MasterKey:
    """Make a master key and keep it in the file; one that is there already stays.

    Raises:
        MasterKeyError: when there is one already, or the file cannot be written.
    """
    _require_file()
    made = MasterKey(new_key())
    try:
        secret_files.create(_path(), f"{made.text}\n")
    except SecretFileError as error:
        raise MasterKeyError(str(error)) from None
    return made


def add() -> MasterKey:
    """Put a new master key before those in the file: what is wrapped from now on is wrapped by it.

    Raises:
        MasterKeyError: when keys are in the environment, where only their owner can change them,
            or the file cannot be written.
    """
    _require_file()
    made = MasterKey(new_key())
    held = [made, *(each for each in wrappers() if isinstance(each, MasterKey))]
    _keep(held)
    return made


def forget_earlier() -> None:
    """Take every key out of the file but the first; to be called when nothing is theirs any more.

    Raises:
        MasterKeyError: as :func:`add`.
    """
    _require_file()
    _keep([each for each in wrappers()[:1] if isinstance(each, MasterKey)])


def _keep(held: list[MasterKey]) -> None:
    try:
        secret_files.replace(_path(), "".join(f"{each.text}\n" for each in held))
    except SecretFileError as error:
        raise MasterKeyError(str(error)) from None


def _require_file() -> None:
    if settings.DRAFTGATE_MASTER_KEY:
        raise MasterKeyError(
            "The master key is in DRAFTGATE_MASTER_KEY: put a new one before it, with a space "
            "between them, restart, and run `manage.py master_key rewrap`."
        )


def _path() -> Path:
    return Path(settings.DRAFTGATE_MASTER_KEY_FILE)


@lru_cache(maxsize=4)
def _read(text: str, where: str) -> tuple[Wrapper, ...]:
    held: list[MasterKey] = []
    for written in text.split():
        try:
            secret = base64.b64decode(written, validate=True)
        except binascii.Error:
            secret = b""
        if len(secret) != KEY_BYTES:
            raise MasterKeyError(f"{where} holds no master key: {KEY_BYTES} bytes in base64.")
        held.append(MasterKey(secret))
    if not held:
        raise MasterKeyError(f"{where} is empty.")
    return tuple(held)
