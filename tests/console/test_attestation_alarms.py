"""What is wrong with the log of decisions is seen by whoever opens the console."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from compliance.audit.events import Happening, append
from compliance.models import AuditCheck, AuditLog, EventType
from console.standing import attention_items

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def log(now) -> AuditLog:
    """A log with one event that waits."""
    with transaction.atomic():
        append(Happening(EventType.DRAFT_SHOWN, now))
    return AuditLog.objects.get()


def told(at) -> list[str]:
    return [item.what for item in attention_items(at) if "log of decisions" in item.what]


def test_a_log_in_order_needs_nobody(log, now):
    AuditCheck.objects.create(log=log, started_at=now, seen_at=now, finished_at=now, size=1)
    assert told(now + timedelta(seconds=30)) == []


def test_events_that_wait_for_long_are_told_of(log, now):
    (what,) = told(now + timedelta(minutes=3))
    assert "events wait" in what
    assert "audit_key create" in what


@pytest.mark.parametrize("days", [-90, 90])
def test_an_event_of_another_moment_has_waited_since_it_was_written(now, days):
    with transaction.atomic():
        append(Happening(EventType.DRAFT_SHOWN, now + timedelta(days=days)))
    assert told(now + timedelta(seconds=30)) == []
    (what,) = told(now + timedelta(minutes=3))
    assert "events wait" in what


def test_a_log_that_is_not_signed_says_why(log, now, operator):
    AuditLog.objects.update(refusal="7 events were signed, and the database has 3.")
    (what,) = told(now + timedelta(minutes=3))
    assert "not signed any more: 7 events were signed" in what
    client = Client()
    client.force_login(operator)
    assert "7 events were signed" in client.get("/admin/").content.decode()


def test_what_the_self_check_found_is_told_of_and_listed(log, now, operator):
    check = AuditCheck.objects.create(
        log=log, started_at=now, seen_at=now, size=9, faults=["Index 5: <gone>.", "Index 6: x."]
    )
    (item,) = (each for each in attention_items(now) if "log of decisions" in each.what)
    assert (item.count, item.urgent) == (2, True)
    client = Client()
    client.force_login(operator)
    assert "2 faults" in client.get(item.url).content.decode()
    page = client.get(f"/admin/compliance/auditcheck/{check.pk}/change/").content.decode()
    assert "Index 5: &lt;gone&gt;." in page
