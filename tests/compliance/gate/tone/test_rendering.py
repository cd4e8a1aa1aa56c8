"""A text in its voice: mended as the gate would, and shortened and swapped where that is asked."""

from __future__ import annotations

import pytest

from compliance.gate.tone.rendering import voiced
from compliance.gate.tone.speech import speech_in
from compliance.gate.types import ToneOverlay


def said(text: str, **voice: object) -> str:
    return voiced(speech_in(text, ToneOverlay(**voice)))


@pytest.mark.parametrize(
    ("text", "voice", "after"),
    [
        ("We are here, and it is late!! 🎉", {}, "We are here, and it is late!! 🎉"),
        ("We are here, and it is late.", {"contractions": "use"}, "We're here, and it's late."),
        ("We are here, as you are.", {"contractions": "use"}, "We're here, as you are."),
        ("We're here!! 🎉", {"exclamations_max": 0, "emoji_max": 0, "contractions": "avoid"},
         "We are here."),
        ("The colour is grey.", {"spelling": "us"}, "The color is gray."),
        ("We are glad to help.", {"replacements": (("glad", "delighted"),)},
         "We are delighted to help."),
        ("Glad to help.", {"replacements": (("glad", "delighted"),)}, "Delighted to help."),
        # A swap that holds what is swapped, or what is prohibited, is none.
        ("We are glad.", {"replacements": (("glad", "so glad"),)}, "We are glad."),
        ("We are glad.", {"replacements": (("glad", "super"),), "prohibited": ("super",)},
         "We are glad."),
        ("We are glad and happy.", {"replacements": (("glad", "happy"), ("happy", "glad"))},
         "We are glad and happy."),
        ('You wrote "we are glad".', {"replacements": (("glad", "delighted"),),
                                      "contractions": "use"}, 'You wrote "we are glad".'),
        # What a voice tolerates stays: nothing is joined or split for it.
        ("Yes. We have kept the table by the window for you. It is there.",
         {"sentence_band": (3, 20), "sentence_outside": 0.5},
         "Yes. We have kept the table by the window for you. It is there."),
        # Nothing is taken out that would leave a greeting only.
        ("Hello. Hang tight.", {"prohibited": ("hang tight",)}, "Hello. Hang tight."),
    ],
)  # fmt: skip
def test_a_text_in_its_voice(text, voice, after):
    assert said(text, **voice) == after


@pytest.mark.parametrize("contractions", ["use", "avoid"])
def test_a_text_in_its_voice_stays_as_it_is(contractions):
    voice = {
        "contractions": contractions,
        "exclamations_max": 1,
        "person": "first_plural",
        "sentence_max": 12,
        "replacements": (("thanks", "thank you"),),
    }
    text = "Thanks! I am glad that you are here, and I will hold your order F-12 until noon!!"
    once = said(text, **voice)
    assert once != text
    assert "F-12" in once
    assert said(once, **voice) == once
