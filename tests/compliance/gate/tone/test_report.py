"""A text's distance from a voice, dimension by dimension."""

from __future__ import annotations

import pytest

from compliance.gate.tone.dimensions import tone_report
from compliance.gate.tone.report import Standing, ToneReport
from compliance.gate.tone.speech import speech_in
from compliance.gate.types import ToneOverlay

VOICE = ToneOverlay(
    sentence_mean=(6.0, 12.0),
    sentence_max=14,
    contractions="avoid",
    emoji_max=0,
    exclamations_max=1,
    person="first_plural",
    prohibited=("hey",),
)


def measure(text: str, voice: ToneOverlay) -> ToneReport:
    return tone_report(speech_in(text, voice), unconstrained=True)


def test_measures_each_dimension() -> None:
    report = measure("Hey! I'm glad you wrote to us today. We'll call you at noon 🎉", VOICE)
    values = {one.name: (one.value, one.standing) for one in report.dimensions}
    assert values["contractions"] == (2, Standing.FAIL)
    assert values["emoji"] == (1, Standing.FAIL)
    assert values["exclamations"] == (1, Standing.PASS)
    assert values["person"] == (1, Standing.FAIL)
    assert values["prohibited"] == (1, Standing.FAIL)
    assert report["sentence_max"].value == 7
    with pytest.raises(KeyError):
        report["poetry"]


def test_a_single_draft_is_only_near_a_mean() -> None:
    report = measure("We open at nine. We close at five.", VOICE)
    assert report["sentence_mean"].standing is Standing.NEAR
    assert measure("Yes. We do. Come by.", VOICE)["sentence_mean"].standing is Standing.FAIL


def test_list_lines_and_greetings_do_not_count_in_the_mean() -> None:
    text = "Hello Ines,\nPlease bring these with you today:\n- card\n- form\n- leash\nKind regards,"
    assert measure(text, VOICE)["sentence_mean"].standing is not Standing.FAIL
    signed = "Dear Ines,\n\nThank you for writing.\nIt is open.\n\nKind regards,\nAna\nLumen"
    assert measure(signed, VOICE)["sentence_mean"].standing is not Standing.FAIL


def test_an_empty_text_passes() -> None:
    assert all(one.standing is Standing.PASS for one in measure("", VOICE).dimensions)
