"""Quiet hours in the admin: what a form refuses, and where their history shows."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from compliance.models import ChannelRestriction, QuietHours
from locations import changes


@pytest.fixture
def email(boston):
    return ChannelRestriction.objects.get(code="email")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hours", "at night"),
        ("hours", "closed"),
        ("hours", "unknown"),
        ("hours", "24 hours"),
        ("weekdays", ["Monday"]),
        ("holidays", ["Festivus"]),
        ("states", ["US-XX"]),
        ("clock", "mine"),
        ("concerns", "some"),
        ("answers_within_minutes", -1),
    ],
)
def test_what_would_keep_nobody_quiet_is_refused(email, field, value):
    row = QuietHours(code="night", channel=email, **{"hours": "21:00-08:00", field: value})
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert set(refused.value.message_dict) == {field}


def test_whole_days_of_the_week_are_fine(email):
    QuietHours(code="sunday", channel=email, hours="24 hours", weekdays=["sun"]).full_clean()


def test_its_page_saves_with_a_reason_and_the_channel_shows_its_history(client, operator, email):
    client.force_login(operator)
    answer = client.post(
        "/admin/compliance/quiethours/add/",
        {
            "code": "night",
            "channel": email.pk,
            "hours": "21:00-08:00",
            "weekdays": "",
            "holidays": "Thanksgiving Day",
            "states": "US-FL",
            "clock": "customer",
            "concerns": "promotional",
            "answers_within_minutes": "15",
            "citation": "Fla. Stat. 501.616",
            "change_reason": "The telemarketing act of Florida",
            "seen_version": "",
        },
    )
    assert answer.status_code == 302, answer.content.decode()[:3000]
    row = QuietHours.objects.get()
    assert (row.states, row.concerns, row.answers_within_minutes) == (["US-FL"], "promotional", 15)
    history = client.get(f"/admin/compliance/channelrestriction/{email.pk}/history/")
    assert "The telemarketing act of Florida" in history.content.decode()


def test_a_channel_keeps_its_quiet_hours(email, operator):
    QuietHours.objects.create(code="night", channel=email, hours="21:00-08:00")
    with pytest.raises(ProtectedError):
        changes.delete(row=email, actor=operator, reason="Nobody writes e-mail any more")
