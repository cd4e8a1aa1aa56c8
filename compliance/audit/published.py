"""The last checkpoint outside of the database: a file that a restored backup does not take back."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from compliance.audit.checkpoints import Checkpoint, read_checkpoint
from compliance.audit.notes import NoteError, Verifier


def read_published(verifiers: Iterable[Verifier], *, origin: str) -> Checkpoint | None:
    """Return the published checkpoint of a log, an earlier one's too; nothing when there is none.

    Raises:
        NoteError: when it is malformed, or signed by no known key.
        OSError: when it is there and cannot be read.
    """
    written = published_note(origin)
    return None if written is None else read_checkpoint(written, verifiers, origin=origin)


def published_note(origin: str) -> bytes | None:
    """Return the published checkpoint of a log as it is written, with nothing verified.

    Raises:
        NoteError: when the file of the log that was open last holds no checkpoint.
        OSError: when it is there and cannot be read.
    """
    for path in (_path(), _path_of(origin)):
        try:
            written = path.read_bytes()
        except FileNotFoundError:
            continue
        if _origin(written) == origin:
            return written
    return None


def publish(checkpoint: Checkpoint, written: str, verifiers: Iterable[Verifier]) -> bool:
    """Put a signed checkpoint in place of a smaller one; say whether it stands there now.

    A checkpoint of an earlier log is kept beside it, under the name of that log.

    Raises:
        NoteError: when what stands there is malformed, or signed by no known key.
        OSError: when the file cannot be written; what stood there still does.
    """
    path = _path()
    path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    with _alone(path):
        before = read_published(verifiers, origin=checkpoint.origin)
        if before is not None and before.size >= checkpoint.size:
            return False
        if path.exists():
            origin = _origin(path.read_bytes())
            if origin != checkpoint.origin:
                path.replace(_path_of(origin))
        unfinished = path.with_name(f"{path.name}.unfinished")
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _settle(path.parent)
    return True


def _path() -> Path:
    return Path(settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE)


def _path_of(origin: str) -> Path:
    """Return where the last checkpoint of a log is kept once another one is published."""
    path = _path()
    return path.with_name(f"{path.name}.{origin.replace('/', '_')}")


def _origin(written: bytes) -> str:
    """Return the name of the log that a checkpoint says it is of.

    Raises:
        NoteError: when it says none.
    """
    first, line_break, _ = written.partition(b"\n")
    try:
        origin = first.decode()
    except UnicodeDecodeError:
        origin = ""
    if not origin or not line_break:
        raise NoteError("The file holds no checkpoint.")
    return origin


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock of the file: of two sequencers, the slower must not undo the faster."""
    lock = os.open(path.with_name(f"{path.name}.lock"), os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _settle(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
