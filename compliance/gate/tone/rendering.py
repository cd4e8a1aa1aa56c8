"""A text written in its voice: mended as the gate would mend it, and what a voice only steers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from compliance.gate import fixes
from compliance.gate.reading import Reading
from compliance.gate.tone.contraction_edits import form_contractions
from compliance.gate.tone.dimensions import DIMENSIONS, tone_report
from compliance.gate.tone.mending import mend_phrase
from compliance.gate.tone.phrases import find_phrases, mentions
from compliance.gate.tone.report import Standing
from compliance.gate.tone.settle import Plan
from compliance.gate.tone.speech import Speech, speech_in, speech_of
from compliance.gate.types import Edit

# One mend may uncover another, and texts that are added wait for all of them.
_MAX_ROUNDS: Final = 5


def voiced(speech: Speech) -> str:
    """Return a draft's text as its voice would write it, where that is sure.

    Facts, names, numbers and quoted words stay as they are. What has no safe mend stays too: the
    gate has the last word.
    """
    for _ in range(_MAX_ROUNDS):
        edits = _edits(speech)
        if not edits:
            break
        kept = speech.reading.kept if speech.reading is not None else ()
        text = fixes.apply(speech.text.original, edits, kept).text
        if fixes.says_nothing(text) and not fixes.says_nothing(speech.text.original):
            break
        speech = _respoken(speech, text)
    return speech.text.original


def _respoken(speech: Speech, text: str) -> Speech:
    """Return the speech of another text in the same case."""
    reading = speech.reading
    if reading is None:
        return speech_in(text, speech.overlay)
    return speech_of(Reading(replace(reading.case, text=text), reading.ruleset))


def _edits(speech: Speech) -> list[Edit]:
    plan = Plan(speech.text.original)
    report = tone_report(speech)
    failing = {each.name for each in report.dimensions if each.standing is Standing.FAIL}
    for dimension in DIMENSIONS:
        if dimension.enforced and dimension.name in failing:
            for broken in dimension.breaks(speech):
                plan.agree(broken.edits)
    for edit in (*_swaps(speech), *_formed(speech)):
        plan.agree((edit,))
    changing = [edit for edit in plan.edits if edit.start < edit.end]
    return changing or list(plan.edits)


def _swaps(speech: Speech) -> Iterator[Edit]:
    """Yield the approved swaps of phrases that are not prohibited, only better said otherwise."""
    overlay = speech.overlay
    swapped = tuple(phrase for phrase, _ in overlay.replacements)
    for use in find_phrases(speech.text, swapped) if swapped else ():
        if use.phrase in overlay.prohibited or not speech.voice.own(use.start, use.end):
            continue
        edit = mend_phrase(speech.text, use, overlay)
        # A swap that brings back what is swapped would never end.
        if edit is None or mentions(edit.replacement, swapped):
            continue
        if not speech.prohibits(edit.replacement):
            yield edit


def _formed(speech: Speech) -> Iterable[Edit]:
    """Return the edits that shorten words, where a voice uses contractions."""
    return form_contractions(speech.voice) if speech.overlay.contractions == "use" else ()
