"""A day at the demo operator: the log tells of all of it, and of nobody in person."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from rest_framework.test import APIClient

from compliance.audit.canonical import read_canonical
from compliance.gate.fingerprint import canonical
from compliance.models import AuditEvent, GateDecision
from console.models import issue
from drafting.models import (
    Approval,
    ContextRecord,
    Customer,
    Draft,
    DraftStatus,
    ReviewItem,
    SentReply,
    TicketMessage,
)
from locations.queries import visible_locations

WORD = re.compile(r"[^\W\d_]+")


@pytest.fixture
def day(db, settings, tmp_path, monkeypatch):
    """Some of the demo's tickets, pulled, sent as they are and otherwise, and reviewed."""
    from console.demo import tickets  # noqa: PLC0415 - after the settings stand

    settings.VAR_DIR = tmp_path
    whole = tickets.read
    monkeypatch.setattr(tickets, "read", lambda path: whole(path)[:24])
    call_command("demo_load", stdout=io.StringIO(), stderr=io.StringIO())
    for agent in User.objects.filter(groups__name="agent"):
        api = APIClient()
        api.credentials(HTTP_AUTHORIZATION=f"Bearer {issue(user=agent)[1]}")
        mine = Draft.objects.at(visible_locations(agent)).filter(status=DraftStatus.VISIBLE)
        for number, draft in enumerate(mine):
            address = f"/api/v1/drafts/{draft.pk}/"
            text = api.get(address).json()["text"]
            if text is not None:
                more = " Ask for Wendelin at 617-555-0123." if number % 2 else ""
                api.post(f"{address}send/", {"text": text + more}, format="json")
    pages = Client()
    pages.force_login(User.objects.get(groups__name="reviewer"))
    for number, item in enumerate(ReviewItem.objects.filter(state="open")):
        address = f"/review/{item.pk}/"
        assert pages.get(address).status_code == 200
        said = {"reason": "Wendelin Oakhurst rang us about it", "seen_version": item.version}
        decide = "approve" if number % 2 else "reject"
        assert pages.post(f"{address}{decide}/", said).status_code == 302
    return [read_canonical(bytes(event.body)) for event in AuditEvent.objects.all()]


def strings(value):
    if isinstance(value, dict):
        for name, each in value.items():
            yield from strings(name)
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


def phrases(text):
    """Every three words in a row, in small letters."""
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}


def test_a_day_is_told_without_a_word_of_anybody(day):
    kinds = {body["type"] for body in day}
    assert kinds >= {
        "payload.assembled",
        "draft.generated",
        "gate.decided",
        "draft.shown",
        "draft.edited",
        "draft.sent",
        "draft.discarded",
        "review.approved",
        "review.rejected",
        "configuration.published",
    }
    assert sum(body["type"] == "gate.decided" for body in day) == GateDecision.objects.count()
    said = [text for body in day for text in strings(body)]
    alone = set(said)
    for customer in Customer.objects.all():
        assert customer.code not in alone
        assert not [text for text in said if customer.name in text]
    assert not [text for text in said if re.search(r"@|\d{3}-\d{3}-\d{4}|Wendelin", text)]
    written = {"wendelin oakhurst rang"}
    for message in TicketMessage.objects.all():
        written |= phrases(message.text)
    for draft in Draft.objects.all():
        written |= phrases(draft.candidate_text) | phrases(draft.shown_text or "")
    assert len(written) > 500
    assert not written & {phrase for text in said for phrase in phrases(text)}


def test_no_fingerprint_of_a_customers_data_can_be_tried_out(day):
    """Whoever guesses what was read or written must find nothing to compare the guess with."""
    said = {text for body in day for text in strings(body)}
    read = {context.sha256 for context in ContextRecord.objects.all()}
    for decision in GateDecision.objects.all():
        read |= {decision.facts_sha256, decision.facts_digest}
        read |= {decision.case_digest, decision.input_digest}
    read |= set(SentReply.objects.values_list("text_digest", flat=True))
    read |= set(Approval.objects.values_list("text_digest", flat=True))
    assert len(read) > 50
    assert not said & read
    configured = set(GateDecision.objects.values_list("ruleset_sha256", flat=True)) - {""}
    assert configured <= said


def test_a_day_verifies_for_strangers(day, settings, tmp_path):
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "audit" / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "audit" / "checkpoint")
    shown = io.StringIO()
    call_command("audit_key", "create", stdout=shown)
    call_command("audit_sequence", stdout=io.StringIO())
    (tmp_path / "vkey").write_text(shown.getvalue(), encoding="utf-8")
    path = tmp_path / "day.zip"
    call_command("audit_export", str(path), "--with-texts", by="lee", stdout=io.StringIO())
    checked = io.StringIO()
    call_command("audit_check", str(path), vkey=tmp_path / "vkey", stdout=checked)
    assert "Nothing is wrong." in checked.getvalue()

    with zipfile.ZipFile(path) as file:
        released = [json.loads(line) for line in file.read("texts.ndjson").splitlines()]
        written = [read_canonical(line) for line in file.read("events.ndjson").splitlines()]
        statements = [name for name in file.namelist() if name.startswith("attestations/")]
    assert len(written) == len(day)
    sent = {at: body for at, body in enumerate(written) if body["type"] == "draft.sent"}
    assert len(statements) == len(sent) == SentReply.objects.count()
    assert {
        each["index"]: each["text"]
        for each in released
        if each["index"] in sent and each["name"] == "text"
    } == {at: SentReply.objects.get(draft=body["draft"]).text for at, body in sent.items()}
    payloads = {each["text"] for each in released if each["name"] == "payload"}
    assert payloads == {
        hashlib.sha256(canonical(record.payload)).hexdigest()
        for record in ContextRecord.objects.all()
    }
    assert {each["text"] for each in released if each["name"] == "facts"} == {
        decision.facts_sha256 for decision in GateDecision.objects.all()
    }
