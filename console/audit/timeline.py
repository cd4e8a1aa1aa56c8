"""What happened to a draft, in the order of the log, a part at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import F, Q, QuerySet

from compliance.audit.opened import opened
from compliance.models import AuditCheckpoint, AuditEvent
from console.audit.told import Told, told
from drafting.attestation.texts import texts_of

PER_PART: Final = 100
_AFTER: Final = re.compile(r"([0-9]{1,18})\.([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a draft's events; ``after`` leads to the next ones, where there are more."""

    told: tuple[Told, ...]
    after: str

    @property
    def faults(self) -> int:
        """How many of these events are not as they should be."""
        return sum(bool(each.faults) for each in self.told)


def part_of(draft: UUID, *, after: str = "") -> Part:
    """Return events of a draft with the texts that are left. A dozen queries, however many.

    ``after`` is what an earlier part gave; what is none begins at the first event.
    """
    found = events_of(draft)
    if place := _AFTER.fullmatch(after):
        log, index = map(int, place.groups())
        found = found.filter(Q(leaf=None) | Q(log=log, leaf__index__gt=index) | Q(log__gt=log))
    rows = list(found[: PER_PART + 1])
    shown = rows[:PER_PART]
    texts, signed = opened(shown, texts_of), _signed(shown)
    last = getattr(shown[-1], "leaf", None) if len(rows) > PER_PART else None
    return Part(
        told=tuple(
            told(event, texts[event.pk], signed=signed.get(event.log_id, 0)) for event in shown
        ),
        after=f"{last.log_id}.{last.index}" if last is not None else "",
    )


def events_of(draft: UUID) -> QuerySet[AuditEvent]:
    """Return the events of a draft in the order of the log; those that wait for a place come last.

    A log follows the one that was opened before it.
    """
    found = AuditEvent.objects.filter(draft=draft).select_related("log", "leaf", "pending")
    return found.order_by(
        F("leaf__log").asc(nulls_last=True),
        F("leaf__index").asc(nulls_last=True),
        "pending__number",
        "at",
    )


def _signed(events: list[AuditEvent]) -> dict[int, int]:
    """Return for each log of these events how many of its events are signed. One query."""
    tops = AuditCheckpoint.objects.filter(log__in={event.log_id for event in events})
    latest = tops.order_by("log", "-size").distinct("log")
    return dict(latest.values_list("log", "size"))
