"""The drift page: drafts as written, after the gate and as sent, against the voice of a scope."""

import re
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from compliance.models import ToneOverlay
from console.voice.drift import drift
from console.voice.form import DriftForm
from drafting import sending
from drafting.models import Draft
from locations.models import Vertical

CONTRACTED = "Thanks for asking. You can return the boots here, and it's quick."
FULL = "Thanks for asking. You can return the boots here, and it is quick."


@pytest.fixture
def voice(boston):
    return ToneOverlay.objects.create(
        code="quiet", vertical=Vertical.objects.get(), contractions="avoid", sentence_max=20
    )


@pytest.fixture
def page(reviewer, voice):
    client = Client()
    client.force_login(reviewer)
    return client


def _plain(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def _drift(user, address=""):
    form = DriftForm(QueryDict(address), user=user)
    assert form.is_valid(), form.errors
    since = timezone.now() - timedelta(days=form.cleaned_data["days"])
    return drift(user, form.scope, since=since)


def _line(found, title):
    return next(line for line in found.lines if line.title == title)


def _sent(draft, agent, text):
    done = sending.send(draft=draft, actor=agent, text=text, at=timezone.now())
    assert done.sent is not None
    return done.sent


def test_what_was_written_is_told_from_what_the_gate_let_out(voice, drafted, reviewer):
    for text in (CONTRACTED, CONTRACTED, FULL):
        drafted(text)
    line = _line(_drift(reviewer), "Contractions")
    written, gated, sent = (cell and cell.spread for _, cell in line.cells)
    assert (written.count, written.fail) == (3, 2)
    assert (gated.count, gated.fail) == (3, 0)
    assert sent is None


def test_what_agents_sent_is_measured(voice, drafted, agent, reviewer):
    _sent(drafted(FULL), agent, FULL)
    found = _drift(reviewer)
    assert found.series[2].measured == 1
    assert _line(found, "Longest sentence").cells[2][1].words == "10 words"
    assert found.elsewhen == 0


def test_a_voice_that_changed_since_is_told(voice, drafted, agent, reviewer, page):
    _sent(drafted(FULL), agent, FULL)
    voice.sentence_max = 30
    voice.version += 1
    voice.save()
    assert _drift(reviewer).elsewhen == 1
    assert "1 of what was sent was held against a voice that has changed" in _plain(
        page.get("/voice/drift/")
    )


def test_held_drafts_count_as_written_only(voice, drafted, reviewer):
    drafted(" ".join(["word"] * 30) + ".")
    found = _drift(reviewer)
    assert found.held == 1
    assert _line(found, "Longest sentence").cells[0][1].spread.fail == 1
    assert _line(found, "Longest sentence").cells[1][1] is None


def test_other_channels_and_older_drafts_stay_out(voice, drafted, reviewer):
    drafted(FULL, channel="chat")
    drafted(FULL)
    Draft.objects.filter(ticket__channel="email").update(
        created_at=timezone.now() - timedelta(days=31)
    )
    assert _drift(reviewer).series[0].total == 0
    assert _drift(reviewer, "days=90").series[0].total == 1
    assert _drift(reviewer, "channel=chat").series[0].total == 1


def test_drafts_of_other_stores_are_not_for_a_store_reviewer(
    voice, drafted, reviewer, operator, denver
):
    drafted(FULL, location="ald-denver")
    assert _drift(reviewer).series[0].total == 0
    assert _drift(operator).series[0].total == 1


def test_the_empty_page_says_why(page):
    said = _plain(page.get("/voice/drift/"))
    assert "Nothing was measured here in this time." in said


@pytest.mark.parametrize("address", ["days=8", "days=x", "channel=pigeon", "location=zzz"])
def test_a_question_that_has_no_answer_is_refused_at_its_field(page, address):
    assert page.get(f"/voice/drift/?{address}").status_code == 422


def test_the_page_shows_every_series(page, drafted, agent):
    _sent(drafted(CONTRACTED), agent, FULL)
    said = _plain(page.get("/voice/drift/"))
    assert "1 of 1 measured: drafts as they were generated" in said
    assert "1 contraction" in said
    assert "1 fails of 1" in said
