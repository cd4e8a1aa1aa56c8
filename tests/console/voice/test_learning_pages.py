"""Learning a voice on its pages: upload, evidence, taking over; who may, and what is stored."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from compliance.models import ToneOverlay, ToneProposal
from locations import changes
from tests.compliance.learning.voices import CALM_REPLIES, LIVELY_REPLIES

SECRETS = ("Anna", "4111", "555-0137", "ana@example.com", "Lumen team")
SECRETIVE = (
    "Good morning Anna,\n\nThank you. Your card 4111 1111 1111 1111 is on file, and we will call "
    "you on (212) 555-0137 or write to ana@example.com tomorrow.\n\nWarmly yours,\nLumen"
)
REPLIES = [*CALM_REPLIES, SECRETIVE]


def table(replies=REPLIES, title="reply"):
    rows = [title, *('"' + reply.replace('"', '""') + '"' for reply in replies)]
    return SimpleUploadedFile("replies.csv", "\n".join(rows).encode())


@pytest.fixture
def staff(operator):
    client = Client()
    client.force_login(operator)
    return client


def upload(client, *, file=None, **given):
    given = {"vertical": "retail", "channel": "", **given}
    return client.post("/voice/learn/", {"file": file or table(), **given})


@pytest.fixture
def proposal(staff):
    answer = upload(staff)
    assert answer.status_code == 302, answer.content.decode()
    return ToneProposal.objects.get()


def take(client, proposal, *fields, reason="our own replies"):
    return client.post(
        f"/voice/learn/{proposal.pk}/", {"fields_taken": list(fields), "reason": reason}
    )


def test_an_upload_leads_to_what_was_learned(staff, proposal):
    page = staff.get(f"/voice/learn/{proposal.pk}/").content.decode()
    assert "Learned for Retail" in page
    assert "61 of 61 replies without emoji; the most is 0." in page
    assert "Good morning {first_name}," in page
    assert page.count('name="fields_taken"') == len(proposal.proposals)
    assert ToneOverlay.objects.count() == 0


def test_of_the_file_nothing_is_stored_that_names_anybody(proposal):
    stored = json.dumps(
        [proposal.sample, proposal.proposals, proposal.declined], ensure_ascii=False
    )
    assert not [each for each in SECRETS if each in stored]
    assert any(each["excerpts"] for each in proposal.proposals)
    longest = max(len(text) for each in proposal.proposals for text in each["excerpts"])
    assert longest < 150


def test_what_is_ticked_makes_an_overlay_where_there_was_none(staff, proposal, operator):
    answer = take(staff, proposal, "emoji_max", "reply_words", "greetings", "sentence_quantiles")
    assert answer.status_code == 302, answer.content.decode()
    row = ToneOverlay.objects.get()
    assert (row.vertical.code, row.brand, row.location, row.channel) == ("retail", None, None, "")
    assert row.emoji_max == 0
    assert row.greetings == ["Good morning {first_name},", "Good morning,"]
    assert row.reply_words_min < row.reply_words_max
    assert row.contractions == ""  # proposed, and not ticked
    entry = row.history.get()
    assert entry.history_user == operator
    assert entry.history_change_reason.startswith(
        "our own replies (learned from 61 approved replies on "
    )
    assert f"SHA-256 {proposal.sha256[:12]}" in entry.history_change_reason
    proposal.refresh_from_db()
    assert set(proposal.accepted) == {
        "emoji_max",
        "reply_words",
        "greetings",
        "sentence_quantiles",
    }


def test_all_fields_can_be_taken_over_and_more_of_them_later(staff, proposal):
    names = [each["field"] for each in proposal.proposals]
    assert take(staff, proposal, names[0]).status_code == 302
    assert take(staff, proposal, *names[1:]).status_code == 302
    assert ToneOverlay.objects.get().version == 2
    page = staff.get(f"/voice/learn/{proposal.pk}/").content.decode()
    assert page.count("taken over</span>") == len(names)
    assert 'name="fields_taken"' not in page


def test_phrases_are_added_to_those_of_the_overlay(staff, boston, operator):
    row = ToneOverlay(code="own", vertical=boston.vertical, greetings=["Good day,"])
    changes.save(row=row, actor=operator, reason="ours")
    upload(staff)
    proposal = ToneProposal.objects.get()
    page = staff.get(f"/voice/learn/{proposal.pk}/").content.decode()
    assert "Good day," in page
    assert take(staff, proposal, "greetings").status_code == 302
    row.refresh_from_db()
    assert row.greetings == ["Good day,", "Good morning {first_name},", "Good morning,"]


@pytest.mark.parametrize("existing", [True, False])
def test_an_overlay_that_moved_on_is_not_overwritten(staff, boston, operator, existing):
    row = ToneOverlay(code="own", vertical=boston.vertical, emoji_max=3)
    if existing:
        changes.save(row=row, actor=operator, reason="ours")
    upload(staff)
    changes.save(row=row, actor=operator, reason="later")
    answer = take(staff, ToneProposal.objects.get(), "emoji_max")
    assert answer.status_code == 422
    assert "has changed since" in answer.content.decode()
    row.refresh_from_db()
    assert row.emoji_max == 3


@pytest.mark.parametrize(
    ("fields", "reason", "told"),
    [
        ([], "why", "Tick at least one field"),
        (["emoji_max"], " ", "Say why this changes"),
        (["disclaimer"], "why", "Select a valid choice"),
    ],
)
def test_taking_over_needs_a_field_and_a_reason(staff, proposal, fields, reason, told):
    answer = take(staff, proposal, *fields, reason=reason)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert ToneOverlay.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"file": table(REPLIES[:5])}, "5 usable replies of 5; at least 30 are needed"),
        ({"file": table(title="notes")}, "no column is called text, reply, body"),
        ({"file": SimpleUploadedFile("a.csv", b"\x89PNG\x00\x00")}, "not text"),
        ({"file": SimpleUploadedFile("a.csv", b"")}, "The file is empty"),
        ({"vertical": ""}, "Choose a trade or a brand"),
        ({"location": "nowhere"}, "There is no location “nowhere”"),
        ({"location": "ald-boston"}, "leave these at any"),
        ({"channel": "fax"}, "Select a valid choice"),
    ],
)
def test_a_wrong_file_or_scope_is_said_at_the_field(staff, given, told):
    answer = upload(staff, **given)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert ToneProposal.objects.count() == 0


def test_a_location_and_a_channel_have_a_voice_of_their_own(staff, boston):
    lively = table(LIVELY_REPLIES)
    upload(staff, file=lively, vertical="", location=boston.code, channel="chat")
    proposal = ToneProposal.objects.get()
    assert take(staff, proposal, "emoji_max", "emoji_allowed").status_code == 302
    row = ToneOverlay.objects.get()
    assert (row.location, row.channel, row.vertical) == (boston, "chat", None)
    assert sorted(row.emoji_allowed) == ["🍔", "🔥"]


def test_an_auditor_reads_and_changes_nothing(proposal, auditor):
    client = Client()
    client.force_login(auditor)
    page = client.get(f"/voice/learn/{proposal.pk}/").content.decode()
    assert "Field by field" in page
    assert 'name="fields_taken"' not in page
    assert take(client, proposal, "emoji_max").status_code == 403
    assert upload(client).status_code == 403
    assert ToneOverlay.objects.count() == 0


def test_others_see_nothing_of_it(proposal, agent, reviewer, outsider):
    for user in (agent, reviewer, outsider):
        client = Client()
        client.force_login(user)
        for path in ("/voice/learn/", f"/voice/learn/{proposal.pk}/"):
            assert client.get(path).status_code == 403


def test_the_list_names_what_was_learned(staff, proposal):
    page = staff.get("/voice/learn/").content.decode()
    assert f"/voice/learn/{proposal.pk}/" in page
    assert f"0 of {len(proposal.proposals)} fields" in page


def test_text_of_the_replies_is_escaped(staff):
    replies = [
        f"We open <b>early</b> <script>alert(1)</script> and close late, {each}"
        for each in ("<i>now</i>", "soon")
    ] + CALM_REPLIES
    upload(staff, file=table(replies))
    page = staff.get(f"/voice/learn/{ToneProposal.objects.get().pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<b>early" not in page
