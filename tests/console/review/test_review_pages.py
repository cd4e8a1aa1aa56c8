"""A reviewer clears the queue: sees why, decides, and goes on with the next."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from drafting import review
from drafting.models import Approval, Draft, DraftJob, ReviewItem
from locations import changes
from locations.models import PolicyValue

FAULTY = "Good news: this jacket is sold as is, so there is nothing to return."
HOSTILE = (
    'It is sold as is <script>alert(1)</script> <img src=x onerror="alert(2)"> '
    "<a href='javascript:alert(3)'>link</a> </mark></textarea><script>alert(4)</script>."
)


@pytest.fixture
def client(reviewer):
    client = Client()
    client.force_login(reviewer)
    return client


@pytest.fixture
def item(held):
    return ReviewItem.objects.get(draft=held)


def test_the_queue_says_where_why_and_how_long(client, item):
    shown = client.get("/review/").content.decode()
    assert "Alder Harbor" in shown
    assert "sold as is" in shown
    assert "Jurisdiction" in shown
    assert "waiting" in shown
    assert f"/review/{item.pk}/" in shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=jurisdiction", True),
        ("kind=hours", False),
        ("kind=nonsense", True),
        ("channel=email", True),
        ("channel=chat", False),
        ("location=ald-boston", True),
        ("location=ald-denver", False),
        ("location=%00", True),
        ("page=99", True),
    ],
)
def test_filters_live_in_the_address(client, item, query, found):
    shown = client.get(f"/review/?{query}").content.decode()
    assert (f'href="/review/{item.pk}/' in shown) is found


def test_an_empty_queue_says_why_it_is_empty(client, drafted):
    drafted()
    shown = client.get("/review/").content.decode()
    assert "Nothing waits for you" in shown
    assert "1 passed" in shown
    assert "The last draft was made" in shown
    assert "the worker is up to date" in shown


def test_a_worker_that_stands_still_is_not_a_quiet_day(client, drafted):
    draft = drafted()
    DraftJob.objects.filter(ticket=draft.ticket).update(
        state="queued", run_after=timezone.now() - timedelta(minutes=5)
    )
    shown = client.get("/review/").content.decode()
    assert "The worker seems to stand still" in shown
    assert "run_worker" in shown


def test_the_page_shows_ticket_findings_and_context(client, item):
    shown = client.get(f"/review/{item.pk}/").content.decode()
    assert "Can I return my boots?" in shown
    marked = "".join(re.findall(r'<mark class="block">([^<]*)</mark>', shown))
    assert "as is" in marked, marked
    assert 'href="#finding-1"' in shown
    assert 'id="finding-1"' in shown
    assert "version 1" in shown
    assert "an act of the state" in shown
    assert "location:ald-boston, version 1" in shown, "policies with their provenance"
    assert "Tuesday, 3 November 2026, 12:00" in shown, "in the location's own time"
    assert "10:00-19:00" in shown
    assert "Boot Week" in shown


def test_approving_shows_the_text_to_agents(client, item, api, agent):
    answer = client.post(
        f"/review/{item.pk}/approve/",
        {"reason": "Counsel allows it for outlet goods", "seen_version": item.version},
        follow=True,
    )
    assert "Approved" in answer.content.decode()
    approval = Approval.objects.get()
    assert approval.reason == "Counsel allows it for outlet goods"
    assert approval.reviewer.username == "rita"
    pulled = api(agent).get(f"/api/v1/drafts/{item.draft_id}/")
    assert pulled.data["verdict"] == "approved"
    assert pulled.data["text"] == FAULTY


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_decision_without_a_reason_is_not_taken(client, item, action):
    answer = client.post(f"/review/{item.pk}/{action}/", {"seen_version": item.version})
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    assert ReviewItem.objects.get().state == "open"


def test_an_edit_that_passes_is_shown_and_the_next_draft_comes_up(client, item, drafted):
    other = ReviewItem.objects.get(draft=drafted(FAULTY))
    answer = client.post(
        f"/review/{item.pk}/edit/",
        {"text": "You can return it within 14 days.", "seen_version": item.version},
        follow=True,
    )
    assert "passed the gate" in answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"/review/{other.pk}/"
    assert Draft.objects.get(pk=item.draft_id).shown_text == "You can return it within 14 days."


def test_an_edit_that_is_blocked_stays_with_its_new_findings(client, item):
    answer = client.post(
        f"/review/{item.pk}/edit/",
        {"text": "It comes with no warranty, sorry.", "seen_version": item.version},
        follow=True,
    )
    shown = answer.content.decode()
    assert "still blocks" in shown
    assert "no warranty" in shown
    assert ReviewItem.objects.get().state == "open"
    assert Draft.objects.get(pk=item.draft_id).shown_text is None


def test_an_edit_that_the_gate_would_change_comes_with_its_version(client, item):
    answer = client.post(
        f"/review/{item.pk}/edit/",
        {"text": "You can return it within 90 days.", "seen_version": item.version},
        follow=True,
    )
    shown = answer.content.decode()
    assert "The gate would change your text" in shown
    suggestion = re.search(r'<textarea id="suggestion"[^>]*>([^<]*)<', shown).group(1)
    assert "14 days" in suggestion
    item.refresh_from_db()
    client.post(f"/review/{item.pk}/edit/", {"text": suggestion, "seen_version": item.version})
    assert Draft.objects.get(pk=item.draft_id).shown_text == suggestion


def test_rejecting_hides_the_draft(client, item, api, agent):
    client.post(
        f"/review/{item.pk}/reject/", {"reason": "Not our tone", "seen_version": item.version}
    )
    pulled = api(agent).get(f"/api/v1/drafts/{item.draft_id}/")
    assert pulled.data["status"] == "rejected"
    assert pulled.data["text"] is None


@pytest.mark.parametrize("action", ["approve", "edit", "reject"])
def test_who_comes_second_reads_what_the_other_did(client, item, reviewer, action):
    review.reject(item=item, actor=reviewer, reason="mine", seen_version=item.version)
    answer = client.post(
        f"/review/{item.pk}/{action}/",
        {"reason": "I wrote this", "text": "I wrote this", "seen_version": item.version},
    )
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "rita closed it as rejected" in shown
    assert "I wrote this" in shown, "what was typed is not lost"


@pytest.mark.parametrize("seen", ["", "0", "-1", "abc", "99999999999999999999"])
def test_a_version_that_was_never_seen(client, item, seen):
    answer = client.post(f"/review/{item.pk}/approve/", {"reason": "because", "seen_version": seen})
    assert answer.status_code == 409
    assert not Approval.objects.exists()


def test_hostile_text_is_shown_and_never_run(client, drafted):
    draft = drafted(HOSTILE, message="<script>alert('ticket')</script>")
    item = ReviewItem.objects.get(draft=draft)
    for path in ("/review/", f"/review/{item.pk}/"):
        shown = client.get(path).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "href='javascript" not in shown
        assert shown.count("</textarea>") == shown.count("<textarea")
    page = client.post(
        f"/review/{item.pk}/approve/",
        {"reason": "", "seen_version": item.version},
    )
    assert "<script>alert" not in page.content.decode()


def test_operators_and_auditors_read_and_do_not_decide(operator, auditor, item):
    for user in (operator, auditor):
        client = Client()
        client.force_login(user)
        shown = client.get(f"/review/{item.pk}/").content.decode()
        assert "a reviewer of this location decides" in shown
        assert 'id="approve-reason"' not in shown


def test_the_home_page_leads_to_the_work(agent, reviewer, operator, auditor):
    for user, place in ((reviewer, "/review/"), (operator, "/admin/"), (auditor, "/admin/")):
        client = Client()
        client.force_login(user)
        assert client.get("/")["Location"] == place
    client = Client()
    client.force_login(agent)
    shown = client.get("/").content.decode()
    assert "How agents use Draftgate" in shown
    assert "ald-boston" in shown


def test_a_ticket_without_a_draft_is_shown_with_its_reason_and_tried_again(
    client, other_reviewer, auditor, held
):
    DraftJob.objects.update(state="failed", attempts=5, last_error="The model is <b>gone</b>.")
    job = DraftJob.objects.get()
    again = f"/review/failed/{job.pk}/retry/"
    shown = client.get("/review/").content.decode()
    assert "The model is &lt;b&gt;gone&lt;/b&gt;." in shown
    assert again in shown
    elsewhere, reader = Client(), Client()
    elsewhere.force_login(other_reviewer)
    reader.force_login(auditor)
    assert "The model is" not in elsewhere.get("/review/").content.decode()
    assert elsewhere.post(again).status_code == 404
    assert again not in reader.get("/review/").content.decode()
    assert "waits for a draft again" in client.post(again, follow=True).content.decode()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("queued", 0)
    assert client.post(again).status_code == 404


def test_a_note_that_cannot_be_kept_is_refused(client, item):
    sent = {"text": "You can return it.", "note": "a\x00b", "seen_version": item.version}
    assert client.post(f"/review/{item.pk}/edit/", sent).status_code == 422


def test_a_value_that_changed_since_the_draft_is_pointed_out(client, item, operator):
    shown = client.get(f"/review/{item.pk}/").content.decode()
    assert "has changed since the draft was written" not in shown
    value = PolicyValue.objects.get(location=item.draft.ticket.location)
    value.value = 21
    changes.save(row=value, actor=operator, reason="21 from today")
    sent = {"seen_version": item.version, "text": f"{FAULTY} Return it within 90 days."}
    client.post(f"/review/{item.pk}/edit/", sent)
    shown = client.get(f"/review/{item.pk}/").content.decode()
    assert "at Alder Harbor it is 21 days" in shown
    assert "has changed since the draft was written" in shown
