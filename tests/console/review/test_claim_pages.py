"""Claims on the pages: who has a draft, taking it, giving it back, and a way on for the others."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from compliance.models import AuditEvent
from drafting.models import ReviewItem
from locations.models import RosterEntry


@pytest.fixture
def ana(boston):
    user = User.objects.create_user("ana", first_name="Ana", last_name="<Reyes>")
    user.groups.add(Group.objects.get(name="reviewer"))
    RosterEntry.objects.create(user=user, location=boston)
    return user


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def item(held):
    return held.review


def claim(user, item, **headers):
    return client_of(user).post(f"/review/{item.pk}/claim/", **headers)


def test_the_button_takes_a_draft_and_gives_it_back(item, reviewer):
    client = client_of(reviewer)
    page = client.get(f"/review/{item.pk}/").content.decode()
    assert "I take this one" in page
    assert "15 minutes" in page
    answer = client.post(f"/review/{item.pk}/claim/?kind=jurisdiction", follow=True)
    assert answer.redirect_chain == [(f"/review/{item.pk}/?kind=jurisdiction", 302)]
    page = answer.content.decode()
    assert "You have it" in page
    assert "I take this one" not in page
    answer = client.post(f"/review/{item.pk}/claim/release/", follow=True)
    assert answer.redirect_chain == [("/review/", 302)]
    assert "Given back" in answer.content.decode()
    item.refresh_from_db()
    assert item.claimed_by is None


def test_others_see_who_has_it_and_how_to_go_on(item, reviewer, ana, auditor):
    claim(ana, item)
    page = client_of(reviewer).get(f"/review/{item.pk}/").content.decode()
    assert "Ana &lt;Reyes&gt; has it" in page
    assert 'name="note"' in page
    assert "Gate this text" not in page
    assert "Approve in spite" not in page
    reader = client_of(auditor).get(f"/review/{item.pk}/").content.decode()
    assert "Ana &lt;Reyes&gt; has it since" in reader
    assert "Take it over" not in reader


def test_a_decision_while_another_has_it_is_refused_with_a_way_on(item, reviewer, ana):
    claim(ana, item)
    for action, said in (
        ("approve", {"reason": "All my reasons"}),
        ("reject", {"reason": "All my reasons"}),
        ("edit", {"text": "All my reasons"}),
    ):
        answer = client_of(reviewer).post(
            f"/review/{item.pk}/{action}/", {"seen_version": item.version, **said}
        )
        assert answer.status_code == 409
        page = answer.content.decode()
        assert "has had this draft in hand since" in page
        assert "All my reasons" in page
        assert f'action="/review/{item.pk}/claim/over/"' in page
    item.refresh_from_db()
    assert item.state == "open"


def test_taking_it_over_shows_the_note(item, reviewer, ana):
    claim(ana, item)
    client = client_of(reviewer)
    answer = client.post(f"/review/{item.pk}/claim/over/", {"note": ""}, follow=True)
    assert "Say why you take it over" in answer.content.decode()
    answer = client.post(f"/review/{item.pk}/claim/over/", {"note": "Ana left <b>"}, follow=True)
    assert "You have this draft in hand now" in answer.content.decode()
    page = client_of(ana).get(f"/review/{item.pk}/").content.decode()
    assert "rita has it" in page
    assert "Ana left &lt;b&gt;" in page


def test_beginning_to_type_asks_for_a_part_of_the_page_only(item, reviewer, ana):
    answer = claim(ana, item, headers={"X-Live": "1"})
    assert answer.status_code == 200
    assert "You have it" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    answer = claim(reviewer, item, headers={"X-Live": "1"})
    assert answer.status_code == 409
    assert "Ana &lt;Reyes&gt; has it" in answer.content.decode()
    (event,) = AuditEvent.objects.filter(type="review.claimed")
    assert b'"how":"typing"' in bytes(event.body)


def test_reading_ones_own_keeps_it_and_reading_anothers_does_not(item, reviewer, ana):
    claim(ana, item)
    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=False):
        item.refresh_from_db()
        before = item.claim_until
        client_of(reviewer).get(f"/review/{item.pk}/")
        item.refresh_from_db()
        assert item.claim_until == before
        client_of(ana).get(f"/review/{item.pk}/")
        item.refresh_from_db()
        assert item.claim_until > before


def test_the_queue_tells_and_filters(drafted, reviewer, ana):
    faulty = "Good news: this jacket is sold as is, so there is nothing to return."
    items = [drafted(faulty).review for _ in range(3)]
    claim(reviewer, items[0])
    claim(ana, items[1])
    client = client_of(reviewer)
    page = client.get("/review/").content.decode()
    assert page.count("Yours since") == 1
    assert page.count("Ana &lt;Reyes&gt; has it since") == 1
    for asked, wanted in (("mine", items[:1]), ("taken", items[1:2]), ("free", items[2:])):
        page = client.get(f"/review/?claim={asked}").content.decode()
        assert [each for each in items if f"/review/{each.pk}/?claim={asked}" in page] == wanted
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        page = client.get("/review/?claim=free").content.decode()
        assert "3 held drafts" in page
        assert "has it since" not in page


def test_after_a_decision_the_next_is_one_that_nobody_else_has(drafted, reviewer, ana):
    faulty = "Good news: this jacket is sold as is, so there is nothing to return."
    items = [drafted(faulty).review for _ in range(3)]
    claim(ana, items[1])
    answer = client_of(reviewer).post(
        f"/review/{items[0].pk}/reject/", {"reason": "No", "seen_version": 1}
    )
    assert answer["Location"] == f"/review/{items[2].pk}/"


def test_what_was_decided_meanwhile_cannot_be_taken(item, reviewer, ana):
    client_of(ana).post(f"/review/{item.pk}/reject/", {"reason": "No", "seen_version": 1})
    answer = client_of(reviewer).post(f"/review/{item.pk}/claim/", follow=True)
    assert "no longer waiting: ana closed it" in answer.content.decode()
    assert ReviewItem.objects.get(pk=item.pk).state == "rejected"
