"""The whole way of a ticket, and what people and commands do beside it, as the application's role.

Each step would end in an error of the database where a grant is missing.
"""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from compliance.models import AuditEvent, AuditExport, EventType, GateDecision
from compliance.sealing import keyring
from drafting import scheduling
from drafting.attestation.exporting import step
from drafting.models import (
    Approval,
    DraftStatus,
    Erasure,
    LegalHold,
    RetentionRule,
    ReviewItem,
    ScheduledReply,
    SentReply,
)
from drafting.privacy.retention import run
from drafting.worker import Worker
from locations import changes
from tests.console.conftest import CLEAN, FAULTY

# Before the other fixtures: what they store is stored by the application's role as well.
pytestmark = pytest.mark.usefixtures("as_application")

# What happens in a day; erasures and exports are asked for by people.
DAY = {
    EventType.PAYLOAD_ASSEMBLED,
    EventType.DRAFT_GENERATED,
    EventType.GATE_DECIDED,
    EventType.DRAFT_SHOWN,
    EventType.DRAFT_EDITED,
    EventType.DRAFT_SENT,
    EventType.DRAFT_DISCARDED,
    EventType.REVIEW_APPROVED,
    EventType.REVIEW_REJECTED,
    EventType.CONFIGURATION_PUBLISHED,
    EventType.LOG_EXPORTED,
}


def said(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture
def log(settings, tmp_path):
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "checkpoint")
    said("audit_key", "create")
    return tmp_path


@pytest.fixture
def calls(api, agent):
    """The API, as an agent calls it."""
    return api(agent)


def page_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def review(reviewer):
    """Decide about a held draft, on its page."""

    def review(draft, decide: str, **more: str) -> None:
        item = ReviewItem.objects.get(draft=draft)
        page = page_of(reviewer)
        assert page.get(f"/review/{item.pk}/").status_code == 200
        given = {"reason": "The store agreed to it.", "seen_version": item.version, **more}
        assert page.post(f"/review/{item.pk}/{decide}/", given).status_code == 302

    return review


def test_a_day(log, boston, drafted, calls, review, operator, roles):
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        assert cursor.fetchone() == (roles.application,)

    # Over the API in, drafted by a worker, pulled, sent with an edit of the agent's.
    arrived = calls.post(
        "/api/v1/tickets/",
        {
            "source": "helpdesk",
            "external_id": "1001",
            "location": boston.code,
            "channel": "email",
            "messages": [{"text": "How long do I have to return my boots?"}],
        },
        format="json",
    )
    assert arrived.status_code == 201, arrived.content
    Worker(poll_seconds=0.01, until_empty=True).run()
    (listed,) = calls.get("/api/v1/drafts/").json()["results"]
    assert listed["id"]
    sent = drafted(CLEAN)
    address = f"/api/v1/drafts/{sent.pk}/"
    text = calls.get(address).json()["text"]
    refused = calls.post(f"{address}send/", {"text": FAULTY}, format="json")
    assert refused.status_code == 422
    answered = calls.post(f"{address}send/", {"text": text + " See you soon."}, format="json")
    assert answered.status_code == 200, answered.content

    # Held, approved and sent; held, edited; held and rejected; overtaken by the customer.
    approved, edited, rejected = drafted(FAULTY), drafted(FAULTY), drafted(FAULTY)
    review(approved, "approve")
    review(edited, "edit", text=CLEAN)
    review(rejected, "reject")
    shown = calls.get(f"/api/v1/drafts/{approved.pk}/").json()["text"]
    answered = calls.post(f"/api/v1/drafts/{approved.pk}/send/", {"text": shown}, format="json")
    assert answered.status_code == 200, answered.content

    # Sent later, by a worker.
    later = drafted(CLEAN)
    when = (timezone.now() + timedelta(hours=1)).isoformat()
    answered = calls.post(
        f"/api/v1/drafts/{later.pk}/send/", {"text": CLEAN, "send_at": when}, format="json"
    )
    assert answered.status_code == 202, answered.content
    while scheduling.step(at=timezone.now() + timedelta(hours=2)):
        pass
    assert ScheduledReply.objects.get().state == "sent"

    # A change of the configuration, with its history.
    boston.phone = "617-555-0166"
    changes.save(row=boston, actor=operator, reason="It has a telephone now.")
    change = page_of(operator)
    said("bundle_export", str(log / "bundle.yaml"))
    said("bundle_import", str(log / "bundle.yaml"))
    for page in ("/", "/admin/", f"/admin/locations/location/{boston.pk}/history/"):
        assert change.get(page, follow=True).status_code == 200

    # The log: sequenced, verified, exported, checked, replayed, its key replaced.
    said("audit_sequence")
    said("audit_key", "rotate")
    said("audit_sequence")
    assert "Nothing is wrong." in said("audit_verify")
    said("audit_export", str(log / "out.zip"), "--with-texts")
    decision = GateDecision.objects.filter(subject=sent.pk).exclude(case_digest="").first()
    assert decision is not None
    assert "Identical" in said("decision_replay", str(decision.pk))
    said("audit_sequence")

    assert Approval.objects.count() == 1
    assert SentReply.objects.count() >= 2
    sent.refresh_from_db()
    assert sent.status == DraftStatus.SENT
    told = set(AuditEvent.objects.values_list("type", flat=True))
    assert set(DAY) - told == set()


def test_people_are_held_and_erased_and_the_next_log_is_begun(
    log, boston, drafted, calls, api, operator, caplog
):
    fed = api(operator).put("/api/v1/customers/c1/", {"name": "Dana Whitlock"}, format="json")
    assert fed.status_code in {200, 201}, fed.content
    for number, known in enumerate(({"customer": "c1"}, {})):
        arrived = calls.post(
            "/api/v1/tickets/",
            {
                "source": "helpdesk",
                "external_id": f"200{number}",
                "location": boston.code,
                "channel": "email",
                **known,
                "messages": [{"text": "How long do I have to return my boots?"}],
            },
            format="json",
        )
        assert arrived.status_code == 201, arrived.content
    Worker(poll_seconds=0.01, until_empty=True).run()
    alone, old = drafted(CLEAN), drafted(FAULTY)
    said("audit_sequence")

    # An export with texts waits to be fetched.
    keeper = page_of(operator)
    asked = {"texts": "on", "confirm": "on"}
    assert keeper.post("/audit/exports/", asked).status_code == 302
    assert step()
    assert AuditExport.objects.get().state == "done"

    # A hold keeps a customer until it is released; then pages erase them, and a ticket alone.
    place = {"customer": "c1", "matter": "Case 1", "reason": "Counsel asked."}
    assert keeper.post("/privacy/holds/", place).status_code == 302, place
    hold = LegalHold.objects.get()
    given = {"reason": "Asked for.", "confirm": "c1"}
    assert keeper.post("/privacy/customers/c1/erase/", given).status_code == 409
    released = keeper.post(f"/privacy/holds/{hold.pk}/release/", {"reason": "It is over."})
    assert released.status_code == 302
    assert keeper.post("/privacy/customers/c1/erase/", given).status_code == 302
    given = {"reason": "Asked for.", "confirm": str(alone.ticket_id)}
    assert keeper.post(f"/privacy/tickets/{alone.ticket_id}/erase/", given).status_code == 302
    assert AuditExport.objects.get().state == "gone"
    # A process that serves pages forgets what it parsed, too.
    assert "Error calling forget_texts" not in caplog.text

    # What was kept long enough goes by itself.
    rule = RetentionRule(days=30)
    changes.save(row=rule, actor=operator, reason="Thirty days are enough.")
    done = run(at=timezone.now() + timedelta(days=60))
    assert done is not None
    assert (done.failures, done.tickets) == ([], 2)
    assert Erasure.objects.filter(ticket=old.ticket).count() == 1

    # The data keys are wrapped anew, and the log is closed and goes on as another.
    with transaction.atomic():
        assert keyring.rewrap() == 0
    said("audit_sequence")
    assert "is open" in said("audit_log", "next", "--reason", "A new year.")
    said("audit_sequence")
    assert "Nothing is wrong." in said("audit_verify")
    told = set(AuditEvent.objects.values_list("type", flat=True))
    assert {EventType.ERASURE, EventType.HOLD_PLACED, EventType.HOLD_RELEASED} <= told
