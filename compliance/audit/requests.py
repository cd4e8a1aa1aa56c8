"""Exports on request: a page asks, a worker writes, for only workers need the log's key.

A file that holds texts is sealed with a key of its own, which is destroyed when it is forgotten.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from compliance.audit.events import Actor
from compliance.audit.export import CannotExportError, export
from compliance.audit.keys import KeyFaultError
from compliance.audit.opened import TextSource
from compliance.audit.selection import Selection
from compliance.gate.faults import named
from compliance.models import (
    ActorKind,
    AuditEvent,
    AuditExport,
    AuditExportPart,
    EventType,
    ExportState,
)
from compliance.sealing import keyring
from compliance.sealing.cipher import seal, unseal

logger = logging.getLogger(__name__)

# How long a file is kept: who asked for it is waiting for it, and it may hold texts.
KEPT: Final = timedelta(days=1)
_PART_BYTES: Final = 1_000_000
# Any number will do, as long as nothing else locks it.
_TEXTS_LOCK: Final = 4_719_305


def ask(
    *, selection: Selection, actor: Actor, now: datetime, with_texts: bool = False
) -> AuditExport:
    """Ask for an export; a worker writes it, with the event that tells of it."""
    return AuditExport.objects.create(
        asked_at=now,
        actor_kind=actor.kind,
        actor=actor.id,
        actor_name=actor.name,
        selection=selection.told,
        with_texts=with_texts,
    )


def write_next(*, texts: TextSource) -> bool:
    """Write the export that waits longest, unless another worker is at it; say whether one did.

    Its file, its event and its state are one transaction: whoever is killed leaves it waiting.
    """
    with transaction.atomic():
        waiting = AuditExport.objects.select_for_update(skip_locked=True)
        asked = waiting.filter(state=ExportState.ASKED).order_by("asked_at").first()
        if asked is None:
            return False
        try:
            with transaction.atomic():
                _write(asked, texts if asked.with_texts else None)
        except (CannotExportError, KeyFaultError) as error:
            _fail(asked, str(error))
        except (OperationalError, InterfaceError):
            raise  # of the database, which is waited for
        except Exception as error:  # noqa: BLE001  (whatever it is, who asked must see it)
            # Exceptions may carry texts in their arguments: only type and place are kept.
            logger.error("An export could not be written: %s", named(error))  # noqa: TRY400
            _fail(asked, f"Something failed ({named(error)}); the worker’s log says more.")
        return True


def forget_old(now: datetime) -> int:
    """Delete the files that were kept long enough; return of how many exports."""
    old = AuditExport.objects.filter(state=ExportState.DONE, finished_at__lte=now - KEPT)
    return _forget(old, now)


def forget_texts(now: datetime) -> int:
    """Delete every kept file that holds texts, as when some are erased; return how many.

    One that is being finished just now is waited for, and one that comes later sees what the
    transaction at hand has erased.
    """
    _await_texts()
    held = AuditExport.objects.filter(state=ExportState.DONE, with_texts=True)
    return _forget(held, now)


def content(asked: AuditExport) -> Iterator[bytes]:
    """Return the bytes of a file that was written, part by part: one query each.

    Raises:
        SealError: when it holds texts and was forgotten.
        MasterKeyError: when it holds texts and there is no master key.
    """
    key = None if asked.data_key_id is None else keyring.key(asked.data_key_id)
    return _parts(asked, key)


def _parts(asked: AuditExport, key: bytes | None) -> Iterator[bytes]:
    number = 0
    while part := asked.parts.filter(number=number).first():
        data = bytes(part.data)
        yield data if key is None else unseal(data, key=key, place=_place(asked, number))
        number += 1


def _place(asked: AuditExport, number: int) -> bytes:
    return f"compliance_auditexportpart/{asked.pk}/{number}".encode()


def _write(asked: AuditExport, texts: TextSource | None) -> None:
    erasures = _erasures()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.zip"
        written = export(
            path,
            selection=Selection.read(asked.selection),
            actor=Actor(ActorKind(asked.actor_kind), asked.actor, asked.actor_name),
            now=timezone.now(),
            texts=texts,
        )
        if texts is not None:
            _await_texts()
            if _erasures() != erasures:
                raise CannotExportError(
                    "Texts were erased while it was being written, and might be in it: ask again."
                )
            [asked.data_key_id] = keyring.make()
        with path.open("rb") as file:
            number = 0
            while data := file.read(_PART_BYTES):
                if asked.data_key_id is not None:
                    data = seal(
                        data,
                        key=keyring.key(asked.data_key_id),
                        key_id=asked.data_key_id,
                        place=_place(asked, number),
                    )
                AuditExportPart.objects.create(export=asked, number=number, data=data)
                number += 1
        asked.bytes = path.stat().st_size
    asked.events, asked.size = written.events, written.size
    asked.replies, asked.texts = written.replies, written.texts
    asked.state, asked.finished_at = ExportState.DONE, timezone.now()
    asked.save()


def _await_texts() -> None:
    """Let erasures and the ends of exports with texts wait for each other, to the transaction's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TEXTS_LOCK])


def _erasures() -> int:
    """Return how many erasures the log tells of, as far as they can be seen by now."""
    return AuditEvent.objects.filter(type=EventType.ERASURE).count()


def _fail(asked: AuditExport, why: str) -> None:
    asked.state, asked.why, asked.finished_at = ExportState.FAILED, why, timezone.now()
    asked.save(update_fields=["state", "why", "finished_at"])


def _forget(exports: QuerySet[AuditExport], now: datetime) -> int:
    with transaction.atomic():
        rows = dict(exports.values_list("pk", "data_key"))
        if not rows:
            return 0
        AuditExportPart.objects.filter(export__in=rows).delete()
        keyring.destroy(filter(None, rows.values()), at=now)
        return AuditExport.objects.filter(pk__in=rows).update(state=ExportState.GONE)
