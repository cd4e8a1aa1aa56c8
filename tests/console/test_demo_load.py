"""The demo: every kind of outcome is seen, nothing comes twice, nobody's database is taken over."""

import io
import json
import re
import stat
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from compliance.models import GateDecision
from console.demo.address import remember
from console.models import ApiToken
from drafting.models import Draft, DraftJob, JobState, Ticket
from drafting.privacy.erasing import Order, erase_ticket
from locations.models import Location, PolicyValue

ROOT = Path(__file__).resolve().parents[2]
LICENCES = {"this project", "MIT", "CC-BY-4.0", "CDLA-Permissive-2.0", "Apache-2.0"}


def load(**options):
    said = io.StringIO()
    call_command("demo_load", stdout=said, stderr=io.StringIO(), **options)
    return said.getvalue()


@pytest.fixture
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def few(monkeypatch):
    """Only some of the tickets, for the questions that more of them do not answer better."""
    from console.demo import tickets  # noqa: PLC0415 - after the settings stand

    whole = tickets.read
    monkeypatch.setattr(tickets, "read", lambda path: whole(path)[:3])


def rows():
    lines = (ROOT / "demo" / "tickets.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_ticket_says_where_it_comes_from_and_may_be_used():
    tickets = rows()
    assert len(tickets) >= 60
    assert {row["from"]["licence"] for row in tickets} <= LICENCES
    assert 0.4 < sum("draft" in row for row in tickets) / len(tickets) < 0.6
    listed = (ROOT / "demo" / "SOURCES.md").read_text(encoding="utf-8")
    for source, count in Counter(row["from"]["source"] for row in tickets).items():
        assert re.search(rf"\| `{source}` \| {count} \|", listed)


def test_the_whole_demo(db, var):
    said = load()
    tickets = rows()
    assert Ticket.objects.count() == Draft.objects.count() == len(tickets)
    assert not DraftJob.objects.exclude(state=JobState.DONE).exists()
    verdicts = set(Draft.objects.values_list("decision__verdict", flat=True))
    assert verdicts == {"pass", "modify", "block"}
    for word in ("--- passed", "--- modified", "--- blocked", "by kind of failure"):
        assert word in said
    assert not GateDecision.objects.exclude(faults=[]).exists()
    # What the operator's own templates say is right to begin with.
    composed = Draft.objects.filter(backend="composer")
    assert not composed.filter(decision__verdict="block").exists()
    assert not Draft.objects.exclude(fallback_reason="").exists()


def test_a_second_run_adds_nothing_and_keeps_edits(db, var, few):
    first = load()
    counts = [model.objects.count() for model in (Ticket, Draft, GateDecision, User, ApiToken)]
    boston = Location.objects.get(code="fer-boston")
    PolicyValue.objects.filter(location=boston, term__key="return_window_days").update(value=21)
    second = load()
    assert counts == [
        model.objects.count() for model in (Ticket, Draft, GateDecision, User, ApiToken)
    ]
    assert PolicyValue.objects.filter(location=boston, value=21).exists()
    assert first.partition("logins")[2] == second.partition("logins")[2]


def test_it_still_starts_after_somebody_was_erased(db, var, few):
    load()
    order = Order(User.objects.get(username="operator"), "Asked for.")
    erase_ticket(ticket=Ticket.objects.filter(customer=None).first(), order=order)
    gone = Draft.objects.filter(ticket__data_key__destroyed_at__isnull=False).count()
    assert gone
    said = load()
    shown = Draft.objects.filter(ticket__data_key__destroyed_at=None).count()
    assert f"{shown} drafts" in said


def test_the_printed_logins_work_and_their_file_is_private(db, var, few):
    said = load()
    found = re.findall(r"^  (\w+) +([\w-]+) +(\S{12})$", said, re.MULTILINE)
    assert {role for role, _, _ in found} == {"operator", "reviewer", "agent", "auditor"}
    for _, username, password in found:
        assert Client().login(username=username, password=password)
    assert stat.S_IMODE((var / "demo_logins").stat().st_mode) == 0o600
    token = re.search(r"Bearer (dg_\S+)\"", said)[1]
    assert any(stored.matches(token) for stored in ApiToken.objects.all())


def test_a_password_that_somebody_chose_is_left_alone(db, var, few):
    load()
    user = User.objects.get(groups__name="operator")
    user.set_password("chosen by the operator")
    user.save()
    assert "a password of their own" in load()
    user.refresh_from_db()
    assert user.check_password("chosen by the operator")


def test_what_was_interrupted_is_finished(db, var, few):
    load()
    before = DraftJob.objects.count()
    job = DraftJob.objects.first()
    Draft.objects.filter(ticket=job.ticket).update(status="superseded")
    DraftJob.objects.filter(pk=job.pk).update(state=JobState.QUEUED, attempts=0)
    load()
    assert DraftJob.objects.filter(state=JobState.DONE).count() == before


def test_a_database_with_other_people_is_left_alone_unless_forced(db, var, few):
    User.objects.create_user("somebody")
    with pytest.raises(CommandError, match="--force"):
        load()
    assert User.objects.count() == 1
    assert not Ticket.objects.exists()
    load(force=True)
    assert Ticket.objects.count() == 3


def test_the_printed_call_leads_to_where_the_console_is_served(db, var, few):
    assert "http://127.0.0.1:8000/api/v1/drafts/" in load()
    remember("http://127.0.0.1:8123")
    assert "http://127.0.0.1:8123/api/v1/drafts/" in load()
    assert "https://desk.example/api/v1/drafts/" in load(url="https://desk.example")
