"""The tone lab: what a text measures, what becomes of it, and which overlay says so."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, Verdict
from compliance.gate.types import ToneOverlay as Voice
from compliance.models import GateDecision, ToneOverlay
from console.voice.scope import ScopeForm
from console.voice.trying import apart, attempt
from locations.models import Brand, RosterEntry, Vertical
from tests.compliance.gate.checks.rule_makers import place, reply

TEXT = "Hi Ana! We're glad you wrote, and it's free."


@pytest.fixture
def voice(boston):
    return ToneOverlay.objects.create(
        code="quiet",
        vertical=Vertical.objects.get(),
        contractions="avoid",
        exclamations_max=0,
        sentence_max=20,
    )


@pytest.fixture
def page(reviewer, voice):
    client = Client()
    client.force_login(reviewer)
    return client


def _asked(**changed):
    return {"text": TEXT, "of": "retail/alder", "channel": "email"} | changed


def _plain(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def test_a_text_is_measured_mended_and_explained(page):
    shown = page.post("/voice/lab/", _asked())
    said = _plain(shown)
    assert shown.status_code == 200
    assert "It keeps to this voice once it is mended" in said
    assert "“We&#x27;re” → “We are” This voice writes words in full" in said
    assert "“it&#x27;s” → “it is”" in said
    assert "2 contractions" in said
    assert "quiet version 1 trade Retail" in said
    assert not GateDecision.objects.exists()


def test_marks_say_in_words_what_is_at_fault(page):
    said = page.post("/voice/lab/", _asked()).content.decode()
    assert '<mark class="block" title="Contractions">We&#x27;re</mark>' in said
    assert 'aria-label="Contractions"' in said


def test_what_cannot_be_mended_is_told_with_the_reason(page):
    long = " ".join(["word"] * 30) + "."
    said = _plain(page.post("/voice/lab/", _asked(text=long)))
    assert "It would be held back" in said
    assert "This sentence has 30 words; this voice allows 20." in said
    assert "What a person has to mend" in said


def test_a_channels_own_overlay_is_named_with_its_layer(page):
    ToneOverlay.objects.create(
        code="quiet-chat", vertical=Vertical.objects.get(), channel="chat", exclamations_max=3
    )
    said = _plain(page.post("/voice/lab/", _asked(channel="chat")))
    assert "at most 3 marks" in said
    assert "quiet-chat version 1 trade Retail, on chat" in said


def test_a_locations_own_voice_counts_only_for_it(page, boston):
    ToneOverlay.objects.create(code="harbour", location=boston, exclamations_max=5)
    assert "at most 5 marks" not in _plain(page.post("/voice/lab/", _asked()))
    assert "at most 5 marks" in _plain(page.post("/voice/lab/", _asked(location="ald-boston")))


def test_fields_that_nothing_says_are_listed(page):
    said = _plain(page.get("/voice/lab/?of=retail"))
    assert "Nothing says: Sentence mean" in said
    assert "avoid: “we are”" in said


def test_links_to_the_configuration_are_for_those_who_may_open_it(page, operator, voice):
    address = f"/admin/compliance/toneoverlay/{voice.pk}/change/#id_contractions"
    assert address not in page.get("/voice/lab/").content.decode()
    page.force_login(operator)
    assert address in page.get("/voice/lab/").content.decode()


def test_typing_gets_the_answer_alone(page):
    shown = page.post("/voice/lab/", _asked(), headers={"X-Live": "1"})
    assert "<html" not in shown.content.decode()
    assert "once it is mended" in shown.content.decode()
    empty = page.post("/voice/lab/", _asked(text=""), headers={"X-Live": "1"})
    assert empty.status_code == 200
    assert "Type or paste a text." in empty.content.decode()


@pytest.mark.parametrize(
    ("changed", "hint"),
    [
        ({"text": " \n "}, "Type or paste a text."),
        ({"text": "x" * 20_001}, "20000"),
        ({"of": "spa/none"}, "is of this trade and brand"),
        ({"location": "zzz"}, "No location of yours"),
        ({"location": "ald-denver"}, "No location of yours"),
        ({"channel": "pigeon"}, "Choose a channel"),
    ],
)
def test_bad_input_is_told_at_its_field(page, changed, hint):
    shown = page.post("/voice/lab/", _asked(**changed))
    assert shown.status_code == 422
    assert hint in shown.content.decode()


def test_hostile_text_is_text(page):
    said = page.post(
        "/voice/lab/", _asked(text="<img src=x onerror=alert(1)> we're", message="</textarea><b>")
    )
    assert b"<img src=x" not in said.content
    assert b"</textarea><b>" not in said.content


def test_another_language_is_said_to_be_one(page):
    text = "Guten Tag, leider ist die Jacke erst am Montag wieder bei uns im Laden zu haben."
    assert "only English is read" in _plain(page.post("/voice/lab/", _asked(text=text)))


def test_without_a_location_of_ones_own_the_page_says_so(page):
    RosterEntry.objects.all().delete()
    shown = page.get("/voice/lab/")
    assert shown.status_code == 200
    assert "No location of yours" in shown.content.decode()


def test_a_scope_is_of_a_persons_own_locations(reviewer, denver):
    denver.brand = Brand.objects.create(code="other", name="Other")
    denver.save()
    form = ScopeForm(None, user=reviewer)
    assert [code for code, _ in form.fields["of"].widget.choices] == ["retail", "retail/alder"]


@given(st.text(alphabet="We'resoI'm! .\n", max_size=80))
def test_changes_together_are_the_mended_text(text):
    case = reply(text, ChannelRules("chat"), where=place())
    case = replace(
        case, tone=Voice(contractions="avoid", exclamations_max=0, person="first_plural")
    )
    tried = attempt(case, compile_rules(()), seconds=60)
    assert "".join(each.was if each.number else each.now for each in tried.changes) == text
    if tried.decision.verdict is not Verdict.BLOCK:
        assert "".join(each.now for each in tried.changes) == tried.decision.text_after


def test_what_only_steers_is_shown_apart(page, voice):
    voice.contractions = "use"
    voice.save()
    shown = page.post("/voice/lab/", _asked(text="We are glad you wrote, and it is free."))
    said = _plain(shown)
    assert "It keeps to this voice pass" in said
    assert "In full voice We&#x27;re glad you wrote, and it&#x27;s free." in said.replace(
        "’", "&#x27;"
    )


@given(st.text(alphabet="ab \n", max_size=30), st.text(alphabet="ab \n", max_size=30))
def test_pieces_beside_another_text_lose_nothing(before, after):
    parts = apart(before, after)
    assert "".join(each.now for each in parts) == after
    assert "".join(each.was if each.number else each.now for each in parts) == before
