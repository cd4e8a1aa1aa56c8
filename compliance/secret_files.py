"""Files that hold keys: readable by their owner only, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


class SecretFileError(Exception):
    """A file of keys that cannot be used; the message holds nothing of it."""


class MissingSecretFileError(SecretFileError):
    """There is no such file."""


def read(path: Path) -> str:
    """Return what a closed file holds.

    Raises:
        MissingSecretFileError: when there is none.
        SecretFileError: when others can read it, or nobody can.
    """
    try:
        with path.open(encoding="ascii") as file:
            mode = os.fstat(file.fileno()).st_mode
            if mode & 0o077:
                raise SecretFileError(
                    f"Others than its owner may use {path}; `chmod 600 {path}`, and consider "
                    "whether somebody has read the key."
                )
            return file.read()
    except FileNotFoundError:
        raise MissingSecretFileError(f"There is no key at {path}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SecretFileError(f"{path} cannot be read: {type(error).__name__}.") from None


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises:
        SecretFileError: when it is, or cannot be written.
    """
    unfinished = _written(path, text)
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise SecretFileError(f"There is a key at {path} already; it stays as it is.") from None
    finally:
        unfinished.unlink()


def replace(path: Path, text: str) -> None:
    """Write a file in the place of the one that is there.

    Raises:
        SecretFileError: when it cannot be written; then the old one stays.
    """
    _written(path, text).replace(path)


def _written(path: Path, text: str) -> Path:
    """Write a file beside the real one, whole and on the disk before it has its name."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(unfinished, flags, 0o600), "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise SecretFileError(f"{path} cannot be written: {type(error).__name__}.") from None
    return unfinished
