"""Voices merged of layers: the most specific overlay says a field, whatever order they come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.models import ToneOverlay
from compliance.voices import tone_overlay
from locations.models import Brand, Location, Vertical

VERTICAL, BRAND, PLACE = Vertical(code="spa"), Brand(code="lumen"), Location(code="lumen-elm")


def layers() -> list[ToneOverlay]:
    """A trade, its texts, a brand and a location, the widest first."""
    return [
        ToneOverlay(
            code="spa",
            version=2,
            vertical=VERTICAL,
            emoji_max=0,
            contractions="avoid",
            reply_words_min=20,
            reply_words_max=90,
            prohibited=["cheap"],
            replacements={"Cheap": "affordable", "asap": "soon"},
        ),
        ToneOverlay(code="spa-sms", vertical=VERTICAL, channel="sms", emoji_max=1),
        ToneOverlay(code="lumen", brand=BRAND, reply_words_max=60, replacements={"cheap": "fair"}),
        ToneOverlay(code="elm", version=3, location=PLACE, contractions="use", prohibited=["hey"]),
    ]


@given(st.permutations(layers()))
def test_the_most_specific_says_a_field_in_any_order(rows: list[ToneOverlay]) -> None:
    voice = tone_overlay(rows, "email")
    assert (voice.emoji_max, voice.source("emoji_max")) == (0, ("spa", 2))
    assert (voice.contractions, voice.source("contractions")) == ("use", ("elm", 3))
    assert voice.prohibited == ("cheap", "hey")


def test_a_band_is_never_made_of_two() -> None:
    assert tone_overlay(layers(), "email").reply_words == (None, 60)


def test_a_channel_has_its_own() -> None:
    voice = tone_overlay(layers(), "sms")
    assert (voice.emoji_max, voice.source("emoji_max")) == (1, ("spa-sms", 1))
    assert voice.contractions == "use"


def test_one_phrase_has_one_swap_however_it_is_written() -> None:
    assert tone_overlay(layers(), "email").replacements == (("asap", "soon"), ("cheap", "fair"))
