"""A sample for each field of an overlay, on which the field shows what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

# Where a voice applies is no part of how it sounds.
SCOPE: Final = frozenset({"code", "vertical", "brand", "location", "channel"})

_SHORT: Final = "We have your order. It is here. Come by. The desk is open."
_LONG: Final = (
    "Your table is ready. We have kept the one by the window for you and your friends, so please "
    "come to the desk when you arrive and our team will take you there. See you then."
)


@dataclass(frozen=True, slots=True)
class Example:
    """The sample of a field; ``{}`` in it stands for the first phrase that the field holds.

    ``shows`` is a value, as it is typed, for the reference. ``takes`` are other fields that it is
    read with, ``beside`` what fields say where the form leaves them empty. ``says_when_empty``:
    the field has a default that works without it.
    """

    text: str
    shows: str
    takes: tuple[str, ...] = ()
    beside: Mapping[str, Any] = field(default_factory=dict)
    says_when_empty: bool = False


_MEAN: Final = ("sentence_mean_min", "sentence_mean_max")
_BAND: Final = ("sentence_band_min", "sentence_band_max", "sentence_outside_pct")
_DISCLAIMER: Final = ("disclaimer_trigger", "disclaimer_text", "disclaimer_placement")
_INFORMS: Final = {
    "disclaimer_trigger": "mentions side effects",
    "disclaimer_text": "This is general information.",
}
_STIFF: Final = (
    "Reimbursement necessitates documentation of the original transaction, which our department "
    "verifies individually. Identification is required at collection, and additional information "
    "accompanies your confirmation. Applications submitted subsequently are considered the "
    "following week."
)
_EFFECTS: Final = "The usual side effects are mild. They pass within two days. See you on Monday."

EXAMPLES: Final[Mapping[str, Example]] = {
    "sentence_mean_min": Example(_SHORT, "12", _MEAN, {"sentence_mean_max": 60.0}),
    "sentence_mean_max": Example(_LONG, "8", _MEAN, {"sentence_mean_min": 1.0}),
    "sentence_max": Example(_LONG, "12"),
    "sentence_band_min": Example(_LONG, "6", _BAND, {"sentence_band_max": 60}),
    "sentence_band_max": Example(_LONG, "12", _BAND, {"sentence_band_min": 1}),
    "sentence_outside_pct": Example(
        _LONG, "0", _BAND, {"sentence_band_min": 3, "sentence_band_max": 12}, says_when_empty=True
    ),
    "sentence_quantiles": Example(_LONG, '{"50": 8, "90": 20}'),
    "reply_words_min": Example(_SHORT, "40", ("reply_words_max",)),
    "reply_words_max": Example(_LONG, "20", ("reply_words_min",)),
    "reading_grade_min": Example(_LONG, "6", ("reading_grade_max",)),
    "reading_grade_max": Example(_STIFF, "8", ("reading_grade_min",)),
    "contractions": Example("We’re open and it is free.", "avoid"),
    "spelling": Example("The color of your favourite jacket is back in our center.", "us"),
    "person": Example("I have checked your order, and we will send it today.", "first_plural"),
    "second_person": Example("Your table is ready. The desk is open until nine.", "avoid"),
    "address": Example("Hello Ana,\n\nThe jacket is here. It waits at the desk.", "none"),
    "formality": Example("Thanks a lot! Please be advised that the stuff is here.", "formal"),
    "register": Example("The jacket is here.", "calm, unhurried"),
    "greetings": Example("{}\n\nThe jacket is here.", "Hello {first_name},"),
    "closings": Example("The jacket is here.\n\n{}", "Warmly,"),
    "permitted": Example("{}. The jacket is here.", "With pleasure"),
    "prohibited": Example("The jacket is here, {}.", "to be honest", ("replacements",)),
    "replacements": Example("The jacket is here, {}.", '{"awesome": "wonderful"}'),
    "emoji_max": Example("The jacket is here 🎉🎉 See you soon 😊", "1", ("emoji_allowed",)),
    "emoji_allowed": Example("The jacket is here 🎉 See you soon 😊", "😊", ("emoji_max",)),
    "exclamations_max": Example("Good news! The jacket is here! See you soon!", "1"),
    "capitals_max": Example("The jacket is FINALLY here. Please do NOT wait.", "0"),
    "disclaimer_trigger": Example(_EFFECTS, "mentions side effects", _DISCLAIMER, _INFORMS),
    "disclaimer_text": Example(_EFFECTS, "Ask us before you book.", _DISCLAIMER, _INFORMS),
    "disclaimer_placement": Example(_EFFECTS, "end", _DISCLAIMER, _INFORMS, says_when_empty=True),
}
