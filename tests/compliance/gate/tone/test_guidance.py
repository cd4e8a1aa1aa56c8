"""The voice in words: every enforced value is told, nothing unconstrained is."""

from __future__ import annotations

from dataclasses import replace

from compliance.gate.tone.guidance import tone_guidance
from compliance.gate.types import Disclaimer, ToneOverlay


def test_an_open_voice_says_nothing() -> None:
    assert tone_guidance(ToneOverlay()) == ""


def test_every_constraint_is_told() -> None:
    tone = ToneOverlay(
        sentence_mean=(8.0, 18.0),
        sentence_max=30,
        contractions="avoid",
        emoji_max=2,
        exclamations_max=1,
        person="first_plural",
        permitted=("gladly",),
        prohibited=("hey", "asap"),
        replacements=(("asap", "soon"),),
        register="calm",
        disclaimer=Disclaimer("quotes a rate", "Rates may change."),
    )
    text = tone_guidance(tone)
    for part in ("calm", "8 to 18", "30 words", "in full", "never as “I”", "At most 2 emoji",
                 "At most 1 exclamation", "“gladly”", "“hey”, “asap”", "say “soon”",
                 "quotes a rate", "Rates may change."):  # fmt: skip
        assert part in text
    assert "No emoji." in tone_guidance(replace(tone, emoji_max=0))
