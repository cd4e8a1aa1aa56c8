"""After a backup was restored: erasures that an export tells of and that nobody knows here."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from compliance.audit.bundle import EVENTS, KeyRange
from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.events import stamp
from compliance.audit.inspection import inspect
from compliance.audit.notes import NoteError, read_vkey
from compliance.models import AuditKey, EventType
from drafting.models import Customer, Erasure, Ticket


class RepeatError(Exception):
    """An export that nothing may be erased by; the message says why."""


@dataclass(frozen=True, slots=True)
class Missing:
    """An erasure that is not known here, and what it was of, if that is there."""

    erasure: UUID
    at: str
    keeps_record: bool
    row: Customer | Ticket | None

    def __str__(self) -> str:
        if self.row is None:
            return f"{self.at[:10]}: what was erased is not here"
        what = "customer" if isinstance(self.row, Customer) else "ticket"
        return f"{self.at[:10]}: {what} {self.row}"


def missing_here(path: Path) -> list[Missing]:
    """Return the erasures of an export that this database does not know of, oldest first.

    Raises:
        RepeatError: when the export does not verify by the keys that this database knows.
    """
    _require_sound(path)
    told = {UUID(details["erasure"]): (at, ticket, details) for at, ticket, details in _told(path)}
    known = set(Erasure.objects.filter(pk__in=told).values_list("pk", flat=True))
    customers = Customer.objects.in_bulk(
        {details["customer"] for _, _, details in told.values()} - {None}
    )
    tickets = Ticket.objects.in_bulk({ticket for _, ticket, _ in told.values() if ticket})
    return [
        Missing(
            erasure=identity,
            at=at,
            keeps_record=details["record"] == "kept",
            row=tickets.get(UUID(ticket)) if ticket else customers.get(details["customer"]),
        )
        for identity, (at, ticket, details) in sorted(told.items(), key=lambda each: each[1][0])
        if identity not in known
    ]


def _require_sound(path: Path) -> None:
    try:
        keys = [
            KeyRange(read_vkey(key.vkey), key.since, key.until) for key in AuditKey.objects.all()
        ]
    except NoteError as error:
        raise RepeatError(f"The keys of the log cannot be read: {error}") from error
    found = inspect(path, trusted=keys, now=stamp(datetime.now(UTC)))
    if found.faults:
        raise RepeatError(f"The export does not hold: {found.faults[0].text}")


def _told(path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield when, of which ticket if of one, and the details of each whole erasure."""
    try:
        with zipfile.ZipFile(path) as file, file.open(EVENTS) as lines:
            for line in lines:
                said = read_canonical(line.rstrip(b"\n"))
                if said["type"] == EventType.ERASURE and "counts" in said["details"]:
                    yield said["at"], said["ticket"], said["details"]
    except (OSError, KeyError, zipfile.BadZipFile, zlib.error, CanonicalError) as error:
        raise RepeatError(f"The export cannot be read: {type(error).__name__}.") from error
