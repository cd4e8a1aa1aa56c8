"""Queries per page: kept in a baseline, and never more for more rows.

`UPDATE_QUERY_COUNTS=1 pytest tests/console/test_query_counts.py` writes the baseline
anew after a wanted change.
"""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from compliance.models import AuditEvent, ComplianceRule, Concept, ToneOverlay, ToneProposal
from compliance.sealing import keyring
from drafting.models import ReviewItem
from locations.models import Brand, DatedHours, Location, PolicyTerm, PolicyValue, Vertical

BASELINE = Path(__file__).parent.parent / "query_counts.json"
RULE = {"kind": "prohibited_claim", "action": "block"}
CLEAN = "Thanks for asking. You can return the boots within 14 days of your purchase."
FAULTY = "Good news: this jacket is sold as is, so there is nothing to return."


def _count(get, path):
    get(path)  # what is cached per process is read now
    keyring.forget()  # but keys of texts, which are new for each person
    with CaptureQueriesContext(connection) as queries:
        answer = get(path)
    assert answer.status_code == (422 if path.endswith("=ald") else 200), path
    return len(queries)


def _grow(boston, drafted):
    """More of everything: locations, terms, values, exceptions, drafts."""
    brand, vertical = Brand.objects.get(), Vertical.objects.get()
    for number in range(8):
        Location.objects.create(
            code=f"ald-{number}",
            name=f"Alder {number}",
            brand=brand,
            vertical=vertical,
            city="Salem",
            state="US-MA",
            zone="America/New_York",
        )
        term = PolicyTerm.objects.create(key=f"term_{number}_days", unit="days")
        PolicyValue.objects.create(term=term, layer="location", location=boston, value=number)
        ComplianceRule.objects.create(code=f"R-{number}", claim="a hat is sold as is", **RULE)
        Concept.objects.create(name=f"words_{'abcdefgh'[number]}", about="x", expressions=["y"])
        DatedHours.objects.create(location=boston, on=f"2026-12-{number + 1:02d}", hours="closed")
        ToneOverlay.objects.create(code=f"v-{number}", location=boston, channel=f"c{number}")
        _learned(vertical, 5)
        drafted(CLEAN if number % 2 else FAULTY)


def _learned(vertical, fields):
    one = {"field": "emoji_max", "value": 0, "evidence": "none", "replies": 40, "kept": 40}
    return ToneProposal.objects.create(
        vertical=vertical,
        sample={"usable": 40, "read": 40, "measured": 40, "accepted": 40, "unseen": 1.0},
        proposals=[one | {"enforces": True, "excerpts": []}] * fields,
    )


def _measure(boston, draft, held, operator, reviewer, agent, api):
    staff, queue = Client(), Client()
    staff.force_login(operator)
    queue.force_login(reviewer)
    item = ReviewItem.objects.get(draft=held)
    told = AuditEvent.objects.filter(draft=held.pk).first()
    pages = {
        "admin index": (staff.get, "/admin/"),
        "admin location list": (staff.get, "/admin/locations/location/"),
        "admin policy value list": (staff.get, "/admin/locations/policyvalue/"),
        "admin location form": (staff.get, f"/admin/locations/location/{boston.pk}/change/"),
        "admin location history": (staff.get, f"/admin/locations/location/{boston.pk}/history/"),
        "admin draft list": (staff.get, "/admin/drafting/draft/"),
        "admin review item list": (staff.get, "/admin/drafting/reviewitem/"),
        "freshness board": (staff.get, "/knowledge/freshness/"),
        "review queue": (queue.get, "/review/"),
        "review item": (queue.get, f"/review/{item.pk}/"),
        "preview": (queue.get, f"/preview/?location={boston.code}&state=US-MA"),
        "preview for staff": (staff.get, f"/preview/?location={boston.code}&state=US-MA"),
        "preview of two": (
            staff.get,
            f"/preview/?location={boston.code}&with_location=ald-denver&with_at=2026-12-24T12:00",
        ),
        "preview search": (staff.get, "/preview/?location=ald"),
        "decision taken again": (staff.get, f"/decisions/{held.decision_id}/replay/"),
        "affected drafts": (queue.get, "/affected/?kind=rule&name=R1&version=1"),
        "affected drafts as JSON": (queue.get, "/affected.json?kind=rule&name=R1&version=1"),
        "affected drafts unasked": (queue.get, "/affected/"),
        "recall asked for": (queue.get, "/affected/recall/?condition=rule:R1:1"),
        "affected drafts as CSV": (queue.get, "/affected.csv?kind=rule&name=R1&version=1"),
        "audit log": (staff.get, "/audit/"),
        "audit events": (staff.get, "/audit/events/"),
        "audit events of a rule": (staff.get, "/audit/events/?rule=R1"),
        "audit event": (staff.get, f"/audit/events/{told.pk}/"),
        "audit timeline": (staff.get, f"/audit/drafts/{held.pk}/"),
        "audit timeline for reviewers": (queue.get, f"/audit/drafts/{held.pk}/"),
        "audit exports": (staff.get, "/audit/exports/?location=ald-boston"),
        "rules": (queue.get, "/rules/"),
        "rule": (queue.get, "/rules/R1/"),
        "concepts": (queue.get, "/concepts/"),
        "tone lab": (queue.get, "/voice/lab/"),
        "drift": (queue.get, "/voice/drift/"),
        "drift for staff": (staff.get, f"/voice/drift/?location={boston.code}&days=90"),
        "learning a voice": (staff.get, "/voice/learn/"),
        "learned voice": (staff.get, f"/voice/learn/{ToneProposal.objects.last().pk}/"),
        "draft payload": (queue.get, f"/drafts/{held.pk}/payload/"),
        "draft payload for staff": (staff.get, f"/drafts/{held.pk}/payload/"),
        "api locations": (api(agent).get, "/api/v1/locations/"),
        "api drafts": (api(agent).get, "/api/v1/drafts/"),
        "api affected": (api(operator).get, "/api/v1/affected/?condition=rule:R1:1"),
        "api ticket": (api(agent).get, f"/api/v1/tickets/{draft.ticket_id}/"),
        "api pull": (api(agent).get, f"/api/v1/drafts/{draft.pk}/"),
    }
    return {name: _count(get, path) for name, (get, path) in pages.items()}


def test_queries_stay_as_they_are_however_many_rows(
    boston, drafted, operator, reviewer, agent, api
):
    draft, held = drafted(CLEAN), drafted(FAULTY)
    _learned(boston.vertical, 1)
    # A decision by rules that hold no more is taken again from their history.
    ComplianceRule.objects.create(code="R-later", claim="a coat is sold as is", **RULE)
    few = _measure(boston, draft, held, operator, reviewer, agent, api)
    _grow(boston, drafted)
    many = _measure(boston, draft, held, operator, reviewer, agent, api)
    # A longer inline renders longer selects, but never asks again for each of its rows.
    assert {name: many[name] - few[name] for name in few if many[name] > few[name]} == {}
    kept = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        BASELINE.write_text(json.dumps(many, indent=2) + "\n", encoding="utf-8")
        pytest.skip("the baseline was written")
    worse = {name: (kept.get(name), many[name]) for name in many if many[name] > kept.get(name, 0)}
    assert worse == {}, "queries before and now; regenerate the baseline if this is wanted"
