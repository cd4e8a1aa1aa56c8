"""The private key that checkpoints are signed with: from the environment, or from a closed file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings

from compliance import secret_files
from compliance.audit.notes import KeySigner, NoteError, new_signer, read_skey
from compliance.secret_files import MissingSecretFileError, SecretFileError

# The key in use, or the one that takes over, and the one that it takes over from.
_MOST_KEYS: Final = 2


class KeyFaultError(Exception):
    """There is no key to sign with, or none that may be used; the message never holds any of it."""


def signers() -> tuple[KeySigner, ...]:
    """Return the keys to sign with: the one that is to be used first, then the one before it.

    The second is there only until the first has taken over.

    Raises:
        KeyFaultError: when there is none, when others can read its file, or when it is no key.
    """
    if settings.DRAFTGATE_AUDIT_KEY:
        return _read(settings.DRAFTGATE_AUDIT_KEY, "DRAFTGATE_AUDIT_KEY")
    return _read_file(_path())


def signers_of(origin: str) -> tuple[KeySigner, ...]:
    """Return the keys of a log: those in use, or those that were put aside when it was closed.

    Raises:
        KeyFaultError: when they are not there, or cannot be used.
    """
    aside = _aside(origin)
    return _read_file(aside) if aside.exists() else signers()


def create(origin: str) -> KeySigner:
    """Make a key for a log and keep it in the file; one of that log which is there already stays.

    The key of an earlier log is put aside, under that log's name.

    Raises:
        KeyFaultError: when there is one already, or the file cannot be written.
    """
    if settings.DRAFTGATE_AUDIT_KEY:
        raise KeyFaultError(
            "The key is in DRAFTGATE_AUDIT_KEY, where only its owner can change it: without it, "
            f"`manage.py audit_key create` makes one in {_path()}, to be kept there or moved."
        )
    made = _new(origin)
    _put_aside(origin)
    _write(secret_files.create, [made])
    return made


def rotate(origin: str) -> KeySigner:
    """Put a new key before the one in use; the sequencer hands over with its next checkpoint.

    Raises:
        KeyFaultError: when the key is in the environment, where only its owner can change it, or
            when one hand-over is still under way.
    """
    if settings.DRAFTGATE_AUDIT_KEY:
        raise KeyFaultError(
            "The key is in DRAFTGATE_AUDIT_KEY: put a new one before it, with a space between "
            "them, and restart the workers. Take the old one out once `manage.py audit_key show` "
            "prints the new one."
        )
    held = signers()
    if len(held) > 1:
        raise KeyFaultError("A key is being handed over already; the next checkpoint does it.")
    made = _new(origin)
    _write(secret_files.replace, [made, *held])
    return made


def forget_earlier() -> None:
    """Take the key that was taken over from out of the file; it signs nothing any more."""
    if settings.DRAFTGATE_AUDIT_KEY:
        return
    first, *_ = signers()
    _write(secret_files.replace, [first])


def _put_aside(origin: str) -> None:
    """Rename the file of keys if they are another log's: what that log is to say is signed so."""
    path = _path()
    try:
        held = signers() if path.exists() else ()
        names = {each.name for each in held} - {origin}
        if names and len(names) == len({each.name for each in held}):
            path.rename(_aside(held[0].name))
    except OSError as error:
        raise KeyFaultError(f"{path} cannot be put aside: {type(error).__name__}.") from None


def _read_file(path: Path) -> tuple[KeySigner, ...]:
    try:
        return _read(secret_files.read(path), str(path))
    except MissingSecretFileError:
        raise KeyFaultError(
            f"There is no key at {path}; `manage.py audit_key create` makes one."
        ) from None
    except SecretFileError as error:
        raise KeyFaultError(str(error)) from None


def _aside(origin: str) -> Path:
    path = _path()
    return path.with_name(f"{path.name}.{origin.replace('/', '_')}")


def _path() -> Path:
    return Path(settings.DRAFTGATE_AUDIT_KEY_FILE)


def _new(origin: str) -> KeySigner:
    try:
        return new_signer(origin)
    except NoteError as error:
        raise KeyFaultError(f"{error} DRAFTGATE_AUDIT_HOST names the log.") from None


def _read(text: str, where: str) -> tuple[KeySigner, ...]:
    written = text.split()
    if not 1 <= len(written) <= _MOST_KEYS:
        raise KeyFaultError(f"{where} holds {len(written)} keys; it should be one, or two.")
    try:
        return tuple(read_skey(each) for each in written)
    except NoteError as error:
        raise KeyFaultError(f"{where}: {error}") from None


def _write(how: Callable[[Path, str], None], held: list[KeySigner]) -> None:
    try:
        how(_path(), "".join(f"{each.skey}\n" for each in held))
    except SecretFileError as error:
        raise KeyFaultError(str(error)) from None
