"""Finds the texts of drafts again that events committed themselves to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from compliance.models import AuditEvent, GateDecision
from drafting.models import (
    Approval,
    Draft,
    RecallLine,
    ReviewItem,
    ScheduledReply,
    SentReply,
)


def texts_of(events: Sequence[AuditEvent]) -> Mapping[UUID, Sequence[str]]:
    """Return for each event the texts that are kept of its draft, each once. Seven queries.

    Fingerprints that events commit themselves to are among them, as hexadecimal text.

    A text that somebody edited and did not send is not kept.
    """
    drafts = {event.draft for event in events if event.draft is not None}
    found: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    written = Draft.objects.filter(pk__in=drafts)
    for draft, *texts in written.values_list(
        "pk", "candidate_text", "other_text", "shown_text", "context__sha256"
    ):
        found[draft] |= dict.fromkeys(text for text in texts if text)
    for rows in (
        SentReply.objects.filter(draft__in=drafts).values_list("draft_id", "text"),
        ReviewItem.objects.filter(draft__in=drafts).values_list("draft_id", "text"),
        Approval.objects.filter(draft__in=drafts).values_list("draft_id", "reason"),
        ScheduledReply.objects.filter(draft__in=drafts).values_list("draft_id", "text"),
        RecallLine.objects.filter(draft__in=drafts).values_list("draft_id", "recall__reason"),
    ):
        for draft, text in rows:
            found[draft][text] = None
    gated = GateDecision.objects.filter(subject__in=drafts)
    for draft, *texts in gated.values_list("subject", "output_text", "facts_sha256"):
        found[draft] |= dict.fromkeys(text for text in texts if text)
    return {
        event.pk: tuple(found[event.draft])
        for event in events
        if event.draft is not None and event.draft in found
    }
