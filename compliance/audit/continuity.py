"""Whether a log may be signed on: what it has must be what was signed and published before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance.audit.checkpoints import read_checkpoint
from compliance.audit.merkle import Frontier, ProofError
from compliance.audit.notes import NoteError, Verifier
from compliance.audit.published import read_published
from compliance.audit.stored import root_of
from compliance.models import AuditCheckpoint, AuditLog

_LOST: Final = (
    " If that state is lost for good, close this log and open the next one: `manage.py audit_log "
    "next --unsigned --reason ...`."
)


class RefusedError(Exception):
    """The log must not be signed as it stands; the message says why, to a person."""


def continued(log: AuditLog, last: AuditCheckpoint | None, known: Sequence[Verifier]) -> Frontier:
    """Return the tree to go on from: the one that was signed last, and was published.

    Raises:
        RefusedError: when it is not.
    """
    try:
        tree = Frontier(log.size, tuple(map(bytes, log.roots)))
    except ValueError as error:
        raise RefusedError(f"The row of the log {log.origin} was changed: {error}") from None
    if last is None:
        if log.size:
            raise RefusedError(
                f"The log {log.origin} has {log.size:,} events and no checkpoint: its rows were "
                "changed or lost."
            )
    else:
        _signed_last(log, tree, last, known)
    _published_before(log, tree, known)
    return tree


def _signed_last(
    log: AuditLog, tree: Frontier, last: AuditCheckpoint, known: Sequence[Verifier]
) -> None:
    try:
        signed = read_checkpoint(last.note.encode(), known, origin=log.origin)
    except NoteError as error:
        raise RefusedError(
            f"The last checkpoint in the database, of {last.size:,} events, does not hold: {error}"
        ) from None
    if (signed.size, signed.root) != (tree.size, tree.root):
        raise RefusedError(
            f"The log has {tree.size:,} events, and what was signed last are {signed.size:,}"
            f"{' others' if signed.size == tree.size else ''}: rows were changed or lost."
        )


def _published_before(log: AuditLog, tree: Frontier, known: Sequence[Verifier]) -> None:
    """Refuse a database that is behind what was published, or that went another way."""
    try:
        published = read_published(known, origin=log.origin)
    except (NoteError, OSError) as error:
        said = error if isinstance(error, NoteError) else type(error).__name__
        raise RefusedError(
            f"The published checkpoint cannot be used, and nothing is signed without it: {said}"
        ) from None
    if published is None and tree.size:
        raise RefusedError(
            f"{tree.size:,} events are signed, and nothing of that was published on this machine: "
            "it cannot tell whether the database is an older state of itself. Copy the file "
            "DRAFTGATE_AUDIT_CHECKPOINT_FILE from where the log was signed last; or, if you know "
            "that this is the latest state, `manage.py audit_log adopt`."
        )
    if published is None or not published.size:
        return
    if published.size > tree.size:
        raise RefusedError(
            f"{published.size:,} events were signed and published, and the database has "
            f"{tree.size:,}: it is an older state of itself, such as a restored backup. Restore "
            "the later state; signing other events in place of the lost ones would be a forgery."
            f"{_LOST}"
        )
    try:
        root = tree.root if published.size == tree.size else root_of(log, published.size)
    except ProofError as error:
        raise RefusedError(f"The tree does not lead to what was published: {error}") from None
    if root != published.root:
        raise RefusedError(
            f"The first {published.size:,} events are not those that were signed and published: "
            "this database went another way since, such as a restored backup that was used on."
            f"{_LOST}"
        )
