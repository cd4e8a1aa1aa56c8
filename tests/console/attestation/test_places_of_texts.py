"""Every place that shows somebody the text of a draft is known, and tells the log of it.

All pages and endpoints are asked for by everybody; where a text of a draft is in the answer, an
event must name who saw it. A new place fails until it stands in the list, and until it tells.
"""

from __future__ import annotations

import html
import re
from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.contrib import admin
from django.test import Client
from django.utils import timezone

from compliance.models import AuditEvent, GateDecision
from drafting import pulls, scheduling, sending
from drafting.models import Draft, ReviewItem
from tests.console.attestation.histories import BLOCKED, FINE, FINE_TOO, MENDED
from tests.console.attestation.line import Line
from tests.console.attestation.told import every_event
from tests.console.test_access_matrix import EXPECTED, _own_routes

PLACES = {
    "api:draft",
    "review:item",
    "payload",
    "audit:timeline",
    "audit:event",
    "drafting.Draft",
    "drafting.ReviewItem",
    "drafting.SentReply",
    "drafting.ScheduledReply",
}
# Where a draft's words stand although it is none of its text that is shown.
OTHERWISE = {
    # What the customer said before, as it arrived: the agents' own replies are among it.
    "api:ticket",
}


@pytest.fixture
def texts(people, model):
    """Drafts in every state, and each text that one of them has."""
    line = Line(people, model)
    line.ticket(FINE)
    line.ticket(BLOCKED)
    line.ticket(MENDED)
    line.model_writes(f"{BLOCKED} Really.", f"{BLOCKED} Sorry.")
    sent, waits = line.ticket(FINE), line.ticket(FINE)
    agent, now = people["agent"], timezone.now()
    pulls.pull(draft=sent, actor=agent, at=now)
    sending.send(draft=sent, actor=agent, text=FINE_TOO, at=now)
    later = f"{FINE} See you soon."
    scheduling.schedule(draft=waits, actor=agent, text=later, send_at=now + timedelta(days=1))
    found = {FINE_TOO, later}
    for draft in Draft.objects.all():
        found |= {draft.candidate_text, draft.other_text, draft.shown_text}
    found |= {decision.output_text for decision in GateDecision.objects.all()}
    # What people are told of these drafts before they open anything does not count.
    return {text for text in found if text}


def _words(answer):
    """What a person reads: without marks, in one line."""
    if answer.status_code != 200:
        return ""
    raw = b"".join(answer) if answer.streaming else answer.content
    plain = html.unescape(re.sub("<[^>]*>", "", raw.decode(errors="replace")))
    return " ".join(plain.replace("\\n", " ").split())


def _ids():
    drafts = list(Draft.objects.select_related("message__job"))
    return {
        "<int:pk>": [item.pk for item in ReviewItem.objects.all()],
        "<uuid:draft_id>": [draft.pk for draft in drafts],
        "<uuid:ticket_id>": [draft.ticket_id for draft in drafts],
        "<uuid:decision_id>": [draft.decision_id for draft in drafts],
        "<uuid:job_id>": [draft.message.job.pk for draft in drafts],
        "<uuid:event_id>": list(
            AuditEvent.objects.filter(type__in=("draft.sent", "gate.decided")).values_list(
                "pk", flat=True
            )
        ),
        "<uuid:export_id>": [uuid4()],
        "<str:code>": ["nobody"],
        "<slug:rule>": ["R1"],
        "<slug:field>": ["contractions"],
    }


def _addresses():
    """Every page and endpoint that is read, with every row that it can be asked for."""
    ids = _ids()
    for name, route in _own_routes():
        if EXPECTED[name][0] != "get":
            continue
        parts = re.findall("<.*?>", route)
        for chosen in product(*(ids.get(part, [uuid4()]) for part in parts)):
            path = route
            for part, value in zip(parts, chosen, strict=True):
                path = path.replace(part, str(value), 1)
            yield name, f"/{path}"
    for model in admin.site._registry:
        label = f"{model._meta.app_label}/{model._meta.model_name}"
        yield model._meta.label, f"/admin/{label}/"
        for row in model._default_manager.all()[:12]:
            yield model._meta.label, f"/admin/{label}/{row.pk}/change/"


def test_who_reads_a_text_is_named(texts, people, api):
    whole = {text: " ".join(text.split()) for text in texts}
    places, untold = set(), []
    for role in ("agent", "reviewer", "operator", "auditor"):
        user = people[role]
        pages, calls = Client(), api(user)
        pages.force_login(user)
        for name, path in _addresses():
            if name in OTHERWISE:
                continue
            read = _words((calls if name.startswith("api:") else pages).get(path))
            if seen := {text for text, words in whole.items() if words in read}:
                places.add(name)
                told = [
                    opens
                    for body, opens in every_event()
                    if (body["type"], body["actor"]["id"]) == ("draft.shown", user.username)
                ]
                untold += [
                    (role, path, text)
                    for text in seen
                    # A text that holds another one shows it as well.
                    if not any(
                        opens(each, "text")
                        for opens in told
                        for each in texts
                        if whole[text] in whole[each]
                    )
                ]
    assert untold == []
    assert places == PLACES
