"""Lists of affected drafts for other programs, without a word of what was written."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet

from drafting.affected import Asked, Counts, was_made_under
from drafting.models import Draft

_COLUMNS: Final = (
    "draft",
    "ticket",
    "location",
    "channel",
    "made",
    "status",
    "held_to",
    "recalled",
    "sent",
    "agent",
)
_AT_ONCE: Final = 1000


def joined(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    """Some affected drafts with what lists show of them, and nothing of their texts."""
    return drafts.select_related("ticket__location", "sent__agent").only(
        "status",
        "created_at",
        "class_fingerprint",
        "recall_id",
        "ticket__external_id",
        "ticket__channel",
        "ticket__location__code",
        "sent__sent_at",
        "sent__agent__username",
    )


def lines(asked: Asked, drafts: Sequence[Draft]) -> Iterator[dict[str, Any]]:
    """Yield affected drafts as plain data. One query."""
    made = was_made_under(asked, drafts)
    for draft in drafts:
        yield _line(draft, made_under=draft.pk in made)


def _line(draft: Draft, *, made_under: bool) -> dict[str, Any]:
    sent = getattr(draft, "sent", None)
    return {
        "draft": str(draft.pk),
        "ticket": str(draft.ticket_id),
        "location": draft.ticket.location.code,
        "channel": draft.ticket.channel,
        "made": draft.created_at.isoformat(),
        "status": draft.status,
        "held_to": "when made" if made_under else "later",
        "recalled": draft.recall_id is not None,
        "sent": sent.sent_at.isoformat() if sent else None,
        "agent": sent.agent.get_username() if sent else None,
    }


class _Echo:
    """Where the CSV writer writes: it gives each line back."""

    def write(self, text: str) -> str:
        """Return the line."""
        return text


def _all(asked: Asked, drafts: QuerySet[Draft]) -> Iterator[dict[str, Any]]:
    rows = joined(drafts).iterator(chunk_size=_AT_ONCE)
    while part := list(islice(rows, _AT_ONCE)):
        yield from lines(asked, part)


def csv_lines(asked: Asked, drafts: QuerySet[Draft]) -> Iterator[str]:
    """Yield affected drafts as lines of CSV, with a first one that names the columns."""
    writer = csv.writer(_Echo())
    yield writer.writerow(_COLUMNS)
    for values in _all(asked, drafts):
        yield writer.writerow([_cell(values[name]) for name in _COLUMNS])


def json_lines(asked: Asked, found: Counts, drafts: QuerySet[Draft]) -> Iterator[str]:
    """Yield one JSON document: what was asked for, the counts, and the drafts."""
    head = {
        "condition": asked.condition,
        "since": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
        "counts": asdict(found),
    }
    yield json.dumps(head)[:-1] + ', "drafts": ['
    comma = "\n"
    for values in _all(asked, drafts):
        yield comma + json.dumps(values)
        comma = ",\n"
    yield "\n]}\n"


def _cell(value: Any) -> str:
    """Keep a spreadsheet from reading a name as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in "=+-@" else text
