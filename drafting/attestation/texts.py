"""Finds the texts of drafts again that events committed themselves to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from uuid import UUID

from compliance.models import AuditEvent, GateDecision
from compliance.sealing.keyring import ErasedError
from compliance.sealing.reading import fetch_keys
from drafting.models import (
    Approval,
    Draft,
    RecallLine,
    ReviewItem,
    ScheduledReply,
    SentReply,
)


def texts_of(events: Sequence[AuditEvent]) -> Mapping[UUID, Sequence[str]]:
    """Return for each event the texts that are kept of its draft, each once. Eight queries.

    Fingerprints that events commit themselves to are among them, as hexadecimal text. A text that
    was erased is none of them, nor one that somebody edited and did not send.

    Raises:
        SealError: when a text was changed in the database.
        MasterKeyError: when there is no master key that opens them.
    """
    drafts = {event.draft for event in events if event.draft is not None}
    written = Draft.objects.filter(pk__in=drafts).select_related("context")
    sent = SentReply.objects.filter(draft__in=drafts)
    held = ReviewItem.objects.filter(draft__in=drafts)
    waiting = ScheduledReply.objects.filter(draft__in=drafts)
    approved = Approval.objects.filter(draft__in=drafts)
    recalled = RecallLine.objects.filter(draft__in=drafts)
    gated = GateDecision.objects.filter(subject__in=drafts)
    rows = [
        *(
            (row.pk, row, ("candidate_text", "other_text", "shown_text"))
            for row in written.defer("context__payload")
        ),
        *((row.draft_id, row, ("text",)) for row in sent),
        *((row.draft_id, row, ("text",)) for row in held),
        *((row.draft_id, row, ("text",)) for row in waiting),
        *((row.draft_id, row, ("reason",)) for row in approved),
        *((row.draft_id, row.recall, ("reason",)) for row in recalled.select_related("recall")),
        *((row.subject, row, ("output_text", "facts_sha256")) for row in gated),
    ]
    rows += [(row.pk, row.context, ("sha256",)) for _, row, _ in rows if isinstance(row, Draft)]
    fetch_keys(row for _, row, _ in rows)
    found: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    for draft, row, names in rows:
        for name in names:
            with suppress(ErasedError):
                if text := getattr(row, name):
                    found[draft][text] = None
    return {
        event.pk: tuple(found[event.draft])
        for event in events
        if event.draft is not None and event.draft in found
    }
