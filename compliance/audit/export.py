"""Writes a part of the log, or the whole of it, so that strangers can verify it without us."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import TruncDate

from compliance.audit.attesting import signer_of
from compliance.audit.bundle import (
    CHECKPOINT,
    EVENTS,
    GUIDE,
    KEYS,
    MANIFEST,
    TEXTS,
    KeyRange,
    attestation_name,
    consistency_name,
    earlier_name,
    predicate_type,
    proof_name,
    reply_statement,
    sha256_of,
)
from compliance.audit.canonical import read_canonical
from compliance.audit.checkpoints import Proof, written_hashes
from compliance.audit.events import Actor, Happening, append, stamp
from compliance.audit.merkle import NodeReader, consistency_proof, inclusion_proof
from compliance.audit.notes import Signer, read_vkey
from compliance.audit.opened import Opened, TextSource, opened
from compliance.audit.selection import Selection, sliced
from compliance.audit.statements import envelope, statement
from compliance.audit.stored import with_hashes
from compliance.audit.tiles import written_tiles
from compliance.models import (
    AuditCheckpoint,
    AuditKey,
    AuditLog,
    EventType,
)

GUIDE_TEXT: Final = Path(__file__).with_name("VERIFY.md")
_WRITTEN: Final = (1980, 1, 1, 0, 0, 0)


class CannotExportError(Exception):
    """There is nothing to export, or not what was asked for; the message says which."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many events of a log of which size, and how many replies with them.

    Of the texts that were to be released, ``erased`` have no salt any more, and of ``missing`` none
    that is kept is the text.
    """

    events: int
    size: int
    replies: int
    texts: int
    erased: int = 0
    missing: int = 0


def export(
    path: Path,
    *,
    selection: Selection,
    actor: Actor,
    now: datetime,
    held: Sequence[int] = (),
    texts: TextSource | None = None,
    origin: str = "",
) -> Exported:
    """Write the selected events to a zip file, after an event that tells who took which.

    ``held`` are sizes of checkpoints that somebody holds: the export shows that it extends them,
    as it does for the last checkpoint of each day. With ``texts`` the texts themselves go along,
    with the salts that prove them. ``origin`` names a closed log; without it the open one is
    meant. The file has its name only once it is whole.

    Raises:
        CannotExportError: when nothing is signed yet, or a held checkpoint is not there.
        KeyFaultError: when the log's key is not at hand.
        OSError: when the file cannot be written.
    """
    wanted = Q(origin=origin) if origin else Q(closed_at=None)
    log = AuditLog.objects.filter(wanted).first()
    if log is None and origin:
        raise CannotExportError(f"There is no log {origin}.")
    top = AuditCheckpoint.objects.filter(log=log).first() if log else None
    if log is None or top is None:
        raise CannotExportError("Nothing is signed yet: there is nothing to export.")
    signer = signer_of(log)
    leaves = selection.leaves(log, top.size)
    count = leaves.count()
    told = {"selection": selection.told, "events": count, "size": top.size}
    with transaction.atomic():
        append(
            Happening(
                EventType.LOG_EXPORTED, now, actor, details={**told, "texts": texts is not None}
            )
        )
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as file:
            writing = _Writing(file, log, top, signer)
            writing.checkpoints(held)
            events = writing.events(leaves)
            writing.proofs(leaves)
            if not selection.told:
                writing.tiles(leaves)
            replies = writing.attestations(leaves)
            released = writing.texts(leaves, texts) if texts else None
            writing.manifest(
                subject=events,
                predicate={
                    **told,
                    "origin": log.origin,
                    "exported_at": stamp(now),
                    "exported_by": {"kind": actor.kind.value, "id": actor.id, "name": actor.name},
                    "texts": None if released is None else released.sha256,
                },
            )
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    if released is None:
        return Exported(count, top.size, replies, 0)
    return Exported(count, top.size, replies, released.number, released.erased, released.missing)


@dataclass(frozen=True, slots=True)
class _Released:
    """The texts that were written: their SHA-256 and number, and how many could not be had."""

    sha256: str
    number: int
    erased: int
    missing: int


class _Writing:
    """A bundle that is being written, part by part, a slice of events at a time."""

    def __init__(
        self, file: zipfile.ZipFile, log: AuditLog, top: AuditCheckpoint, signer: Signer
    ) -> None:
        self._file = file
        self._log = log
        self._top = top
        self._signer = signer

    def checkpoints(self, held: Sequence[int]) -> None:
        """Write the latest checkpoint, earlier ones, and that each extends the one before."""
        self._put(CHECKPOINT, self._top.note)
        before: AuditCheckpoint | None = None
        for row in self._earlier(held):
            self._put(earlier_name(row.size), row.note)
            if before is not None:
                self._consistency(before.size, row.size)
            before = row
        if before is not None:
            self._consistency(before.size, self._top.size)

    def _earlier(self, held: Sequence[int]) -> list[AuditCheckpoint]:
        """Return the last checkpoint of each day, those of new keys, and those that are held."""
        rows = AuditCheckpoint.objects.filter(log=self._log, size__lt=self._top.size)
        days = rows.annotate(day=TruncDate("signed_at", tzinfo=UTC)).order_by("day", "-size")
        handed = AuditKey.objects.filter(log=self._log).values("until")
        last_of_day = [row.pk for row in days.distinct("day").only("pk")]
        wanted = Q(pk__in=last_of_day) | Q(size__in=handed)
        found = list(rows.filter(wanted | Q(size__in=held)).order_by("size"))
        missing = set(held) - {row.size for row in found} - {self._top.size}
        if missing:
            raise CannotExportError(f"The log has no checkpoint of {min(missing):,} events.")
        return found

    def _consistency(self, first: int, second: int) -> None:
        hashes = with_hashes(self._log, lambda read: consistency_proof(first, second, read))
        self._put(consistency_name(first, second), written_hashes(hashes))

    def events(self, leaves: Any) -> str:
        """Write the events, each on a line; return the SHA-256 of them all."""
        return self._lines(
            EVENTS, (bytes(leaf.event.body) for part in sliced(leaves) for leaf in part)
        )

    def proofs(self, leaves: Any) -> None:
        """Write for each event the proof that the checkpoint covers it. Two queries a slice."""
        size, note = self._top.size, self._top.note
        for part in sliced(leaves):
            indexes = [leaf.index for leaf in part]

            def ask(read: NodeReader, indexes: list[int] = indexes) -> list[list[bytes]]:
                return [inclusion_proof(index, size, read) for index in indexes]

            for index, hashes in zip(indexes, with_hashes(self._log, ask), strict=True):
                self._put(proof_name(index), Proof(index, tuple(hashes), note).written)

    def tiles(self, leaves: Any) -> None:
        """Write the whole tree and its entries as other tools read them (C2SP tlog-tiles)."""
        bodies = (bytes(leaf.event.body) for part in sliced(leaves) for leaf in part)
        for name, content in written_tiles(bodies):
            self._put(name, content)

    def attestations(self, leaves: Any) -> int:
        """Write a signed statement for each reply that was sent; return how many."""
        count = 0
        for part in sliced(leaves.filter(event__type=EventType.DRAFT_SENT)):
            for leaf in part:
                said = read_canonical(bytes(leaf.event.body))
                payload = reply_statement(said, index=leaf.index, checkpoint=self._top.note)
                if payload is not None:
                    self._put(attestation_name(leaf.index), _json(envelope(payload, self._signer)))
                    count += 1
        return count

    def texts(self, leaves: Any, source: TextSource) -> _Released:
        """Write the texts that can be had, with their salts."""
        number = erased = missing = 0

        def lines() -> Iterator[bytes]:
            nonlocal number, erased, missing
            for part in sliced(leaves):
                found = opened([leaf.event for leaf in part], source)
                for leaf in part:
                    for each in found[leaf.event_id]:
                        if each.salt is None:
                            erased += 1
                        elif each.text is None:
                            missing += 1
                        else:
                            number += 1
                            yield _json(_line(leaf.index, each)).encode()

        return _Released(self._lines(TEXTS, lines()), number, erased, missing)

    def manifest(self, *, subject: str, predicate: dict[str, Any]) -> None:
        """Write the keys, the guide, and the signed statement on what the bundle holds."""
        recorded = [
            KeyRange(read_vkey(key.vkey), key.since, key.until).line
            for key in AuditKey.objects.filter(log=self._log)
        ]
        guide = GUIDE_TEXT.read_bytes()
        self._put(KEYS, "".join(f"{line}\n" for line in recorded))
        self._put(GUIDE, guide)
        payload = statement(
            name=EVENTS,
            sha256=subject,
            predicate_type=predicate_type(self._log.origin, "export"),
            predicate={**predicate, "keys": recorded, "guide": sha256_of(guide)},
        )
        self._put(MANIFEST, _json(envelope(payload, self._signer)))

    def _lines(self, name: str, lines: Iterator[bytes]) -> str:
        digest = hashlib.sha256()
        with self._file.open(_named(name), "w", force_zip64=True) as part:
            for line in lines:
                digest.update(line + b"\n")
                part.write(line + b"\n")
        return digest.hexdigest()

    def _put(self, name: str, content: str | bytes) -> None:
        self._file.writestr(_named(name), content)


def _line(index: int, text: Opened) -> dict[str, Any]:
    salt = "" if text.salt is None else text.salt.hex()
    return {"index": index, "name": text.name, "salt": salt, "text": text.text}


def _named(name: str) -> zipfile.ZipInfo:
    named = zipfile.ZipInfo(name, _WRITTEN)
    named.compress_type = zipfile.ZIP_DEFLATED
    return named


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
