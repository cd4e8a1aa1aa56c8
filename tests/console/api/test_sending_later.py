"""Quiet hours over the API: the refusal that names the moment, and replies that wait for it."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from compliance.models import ChannelRestriction, QuietHours
from console.standing import attention_items
from drafting import scheduling
from drafting.models import DraftStatus, ScheduledReply, SentReply
from locations.models import PolicyValue
from tests.console.conftest import CLEAN


@pytest.fixture
def quiet(boston):
    """No e-mail before eleven at night; drafts of these tests live at noon in Boston."""
    return QuietHours.objects.create(
        code="day",
        channel=ChannelRestriction.objects.get(code="email"),
        hours="00:00-23:00",
        clock="location",
    )


@pytest.fixture
def visible(quiet, drafted):
    made = drafted()
    assert made.status == DraftStatus.VISIBLE
    return made


def in_eleven_hours(stamp: str) -> bool:
    return (
        timedelta(hours=10, minutes=58)
        < datetime.fromisoformat(stamp) - timezone.now()
        < (timedelta(hours=11))
    )


def test_a_pull_tells_from_when_on_it_may_go_and_why(api, agent, visible):
    pulled = api(agent).get(f"/api/v1/drafts/{visible.pk}/").json()
    assert pulled["text"] == CLEAN
    assert in_eleven_hours(pulled["hold_until"])
    (note,) = pulled["notes"]
    assert (note["kind"], note["severity"], note["rule"]) == ("channel", "advise", "day")
    assert "on the location's clock" in note["message"]
    assert pulled["scheduled"] is None


def test_a_send_is_refused_with_a_code_and_the_moment(api, agent, visible):
    answer = api(agent).post(f"/api/v1/drafts/{visible.pk}/send/", {"text": CLEAN})
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "quiet_hours"
    assert in_eleven_hours(error["hold_until"])
    assert error["hold_until"] in error["message"]
    assert error["proposal"] is None
    assert not SentReply.objects.exists()


def test_a_reply_waits_for_the_moment_that_was_named_and_can_be_taken_back(api, agent, visible):
    client, path = api(agent), f"/api/v1/drafts/{visible.pk}/send/"
    moment = client.post(path, {"text": CLEAN}).json()["error"]["hold_until"]
    early = (datetime.fromisoformat(moment) - timedelta(hours=1)).isoformat()
    refused = client.post(path, {"text": CLEAN, "send_at": early})
    assert refused.status_code == 422
    assert refused.json()["error"]["code"] == "quiet_hours"
    later = (datetime.fromisoformat(moment) + timedelta(seconds=30)).isoformat()
    answer = client.post(path, {"text": CLEAN, "send_at": later})
    assert answer.status_code == 202
    assert answer.json()["status"] == "scheduled"
    assert datetime.fromisoformat(answer.json()["send_at"]) == datetime.fromisoformat(later)
    pulled = client.get(f"/api/v1/drafts/{visible.pk}/").json()
    assert (pulled["status"], pulled["scheduled"]["status"]) == ("visible", "scheduled")
    taken = client.delete(path)
    assert (taken.status_code, taken.json()["status"]) == (200, "cancelled")
    assert client.delete(path).status_code == 409


@pytest.mark.parametrize("wrong", ["tomorrow", "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])
def test_a_moment_that_cannot_be_used_is_named(api, agent, visible, wrong):
    body = {"text": CLEAN, "send_at": wrong}
    answer = api(agent).post(f"/api/v1/drafts/{visible.pk}/send/", body)
    assert answer.status_code == 400
    assert "send_at" in answer.json()["error"]["fields"]


def test_a_misspelt_field_is_not_taken_for_sending_at_once(api, agent, drafted):
    body = {"text": CLEAN, "sent_at": "2099-01-01T00:00:00Z"}
    answer = api(agent).post(f"/api/v1/drafts/{drafted().pk}/send/", body)
    assert answer.status_code == 400
    assert not SentReply.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("outsider", 404), ("reviewer", 403), (None, 401)])
def test_nobody_else_takes_it_back(api, visible, who, status, request):
    client = api(request.getfixturevalue(who) if who else None)
    assert client.delete(f"/api/v1/drafts/{visible.pk}/send/").status_code == status


def test_what_did_not_go_is_seen_and_says_nothing_of_a_text_that_is_held(
    api, agent, visible, boston, operator, reviewer, client
):
    text = "Boots may come back to us within 14 days of your purchase."
    later = timezone.now() + timedelta(hours=11, minutes=1)
    own = api(agent).post(
        f"/api/v1/drafts/{visible.pk}/send/", {"text": text, "send_at": later.isoformat()}
    )
    assert own.status_code == 202, own.json()
    value = PolicyValue.objects.get(location=boston)
    value.value = 7
    value.save()
    assert scheduling.step(at=later)
    assert ScheduledReply.objects.get().state == "refused"
    (item,) = (each for each in attention_items(timezone.now()) if "later" in each.what)
    assert (item.count, item.urgent) == (1, True)
    client.force_login(operator)
    assert "14 days" in client.get(item.url).content.decode()
    client.force_login(reviewer)
    page = client.get(f"/drafts/{visible.pk}/payload/").content.decode()
    assert "To go out later" in page
    assert "agnes" in page
    # The pull finds the same fault in the draft itself, and takes it back.
    pulled = api(agent).get(f"/api/v1/drafts/{visible.pk}/").json()
    assert pulled["status"] == "held"
    assert pulled["scheduled"]["status"] == "refused"
    assert pulled["scheduled"]["message"] == ""
    assert pulled["hold_until"] is None
    assert pulled["notes"] == []
    assert [each for each in attention_items(timezone.now()) if "later" in each.what] == []


def test_a_reviewer_reads_from_when_on_a_held_draft_could_go(quiet, held, reviewer, client):
    client.force_login(reviewer)
    page = client.get(f"/review/{held.review.pk}/").content.decode()
    assert "may not go out before Tuesday, 3 November 2026, 23:00" in page
    payload = client.get(f"/drafts/{held.pk}/payload/").content.decode()
    assert "may not go out before Tuesday, 3 November 2026, 23:00" in payload
    assert "00:00-23:00" in payload
