"""A voice as instructions for whoever writes the draft: the same values that are measured.

What the operator wrote stands in them as JSON strings, so that no phrase can end its own quotation
or start a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from compliance.gate.concepts import expressions_of, plain_ones
from compliance.gate.tone.classes import MOST_SAMPLES, classes_in, in_words, phrases_in
from compliance.gate.tone.permitted import PLACEHOLDERS, parse
from compliance.gate.tone.phrases import SIGN
from compliance.gate.types import Disclaimer, Placement, ToneOverlay

_CHOICES: Final[dict[str, dict[str, str]]] = {
    "formality": {
        "formal": "Formal: whole sentences, “thank you” rather than “thanks”, no slang, no "
        "abbreviations such as “ASAP”.",
        "neutral": "Neither formal nor casual: everyday words, no slang, and no stiff phrases such "
        "as “herewith”.",
        "casual": "Casual: short everyday words as people say them, “thanks” rather than “thank "
        "you”, and no stiff phrases such as “please be advised”.",
    },
    "contractions": {
        "avoid": "Write words in full: “we are”, not “we’re”.",
        "use": "Use contractions where people do when they speak: “we’re”.",
    },
    "spelling": {
        "us": "Keep to American spelling: “color”, “center”.",
        "gb": "Keep to British spelling: “colour”, “centre”.",
    },
    "person": {
        "first_plural": "Speak as “we”; never as “I”.",
        "first_singular": "Speak as “I”; never as “we” where one writer is meant.",
        "first_plural_or_singular": "Speak as “we” or “I”.",
    },
    "second_person": {
        "use": "Speak to the customer as “you”.",
        "avoid": "Do not speak to the customer as “you”: “the table is ready”, not “your table”.",
    },
    "address": {
        "first_name": "Address the customer by first name; by none where the data has none.",
        "title": "Address the customer by title and family name, “Dear Ms. Ruiz,”, only where the "
        "data or the customer says the title; never guess one from a name. Where none is known, by "
        "the full name: “Dear Ana Ruiz,”.",
        "none": "Never call the customer by name: “Hello,”.",
    },
}
_PLACES: Final = {
    Placement.AFTER: "right after that sentence",
    Placement.START: "at the start of the reply",
    Placement.END: "at the end of the reply",
}
_FILLED: Final = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)


def tone_guidance(tone: ToneOverlay) -> str:
    """Return a voice as a list of instructions, one a line; empty when nothing is constrained.

    Equal overlays give equal text, so a prompt's fingerprint follows the overlay's.
    """
    return "\n".join(f"- {line}" for line in _instructions(tone))


def _instructions(tone: ToneOverlay) -> Iterator[str]:
    if tone.register:
        yield f"The voice in a few words: {_quoted(tone.register)}."
    yield from _chosen(tone, "formality")
    yield from _lengths(tone)
    for name in ("contractions", "spelling", "person", "second_person", "address"):
        yield from _chosen(tone, name)
    yield from _courtesies(tone)
    yield from _marks(tone)
    if tone.permitted:
        yield f"Phrases that suit this voice, where they fit: {_lines(tone.permitted)}."
    yield from _prohibited(tone)
    for phrase, swap in tone.replacements:
        words = f"any {_class(phrase)}" if phrase.startswith(SIGN) else _quoted(phrase)
        yield f"Instead of {words}, {f'say {_quoted(swap)}' if swap else 'say nothing'}."
    if tone.disclaimer is not None:
        yield _disclaimer(tone.disclaimer)


def _chosen(tone: ToneOverlay, name: str) -> Iterator[str]:
    said = _CHOICES[name].get(getattr(tone, name))
    if said is not None:
        yield said


def _lengths(tone: ToneOverlay) -> Iterator[str]:
    if tone.sentence_mean is not None:
        yield f"Sentences have {_band(*tone.sentence_mean)} words on average."
    if tone.sentence_band is not None:
        yield (
            f"An ordinary sentence has {_band(*tone.sentence_band)} words; at most "
            f"{tone.sentence_outside:.0%} of the sentences may be shorter or longer."
        )
    if tone.sentence_max is not None:
        yield f"No sentence has more than {tone.sentence_max} words."
    if tone.sentence_quantiles:
        aims = (f"{part}% of them at most {words:g}" for part, words in tone.sentence_quantiles)
        yield f"Aim for sentences of mixed lengths: {', '.join(aims)} words."
    if tone.reply_words != (None, None):
        yield f"The whole reply has {_band(*tone.reply_words)} words."
    if tone.reading_grade != (None, None):
        yield (
            f"Write for a school grade of {_band(*tone.reading_grade)} (Flesch-Kincaid): the lower "
            "it is, the shorter the words and sentences."
        )


def _band(low: float | None, high: float | None) -> str:
    if low is None:
        return f"at most {high:g}"
    return f"at least {low:g}" if high is None else f"{low:g} to {high:g}"


def _courtesies(tone: ToneOverlay) -> Iterator[str]:
    if tone.greetings:
        yield f"Open with the first of these that fits: {_lines(tone.greetings)}."
    if tone.closings:
        yield f"End with the first of these that fits: {_lines(tone.closings)}."
    if any("{" in line for line in (*tone.greetings, *tone.closings)):
        yield (
            f"Put the names from the data in place of {_FILLED}; a line whose name is not in the "
            "data does not fit."
        )


def _marks(tone: ToneOverlay) -> Iterator[str]:
    limits = (
        (tone.emoji_max, "emoji", "emoji"),
        (tone.exclamations_max, "exclamation mark", "exclamation marks"),
        (tone.capitals_max, "word in capitals for emphasis", "words in capitals for emphasis"),
    )
    for limit, one, more in limits:
        if limit is not None:
            yield f"At most {limit} {one if limit == 1 else more}." if limit else f"No {more}."
    if tone.emoji_allowed:
        yield f"No emoji but these: {', '.join(map(_quoted, tone.emoji_allowed))}."


def _prohibited(tone: ToneOverlay) -> Iterator[str]:
    words, classes = phrases_in(tone.prohibited), classes_in(tone.prohibited)
    if words:
        yield f"Never say: {', '.join(map(_quoted, words))}."
    if classes:
        kinds = "; ".join(f"{_class(name)}{_such_as(name, tone)}" for name in classes)
        yield f"Never use words of these kinds: {kinds}."


def _such_as(name: str, tone: ToneOverlay) -> str:
    """Write a few phrases of a class: the operator's own, else those that are shipped."""
    own = [each.samples for each in tone.classes if each.name == name]
    samples = own[0] if own else plain_ones(expressions_of(name))[:MOST_SAMPLES]
    return f" (such as {', '.join(map(_quoted, samples))})" if samples else ""


def _disclaimer(disclaimer: Disclaimer) -> str:
    return (
        f"Where the reply {_quoted(disclaimer.trigger)}, add word for word, "
        f"{_PLACES[disclaimer.placement]}: {_quoted(disclaimer.text)}"
    )


def _lines(lines: Iterable[str]) -> str:
    """Write permitted phrases, each with when it fits."""
    return "; ".join(
        f"{_quoted(each.text)} (when: {_quoted(each.when)})" if each.when else _quoted(each.text)
        for each in map(parse, lines)
    )


def _class(name: str) -> str:
    """Write what a class of phrases is called."""
    return _quoted(in_words(name.removeprefix(SIGN)))


def _quoted(text: str) -> str:
    """Write operators' words as one JSON string on one line, which no delimiter can stand in."""
    quoted = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return quoted.replace("<", "\\u003c").replace(">", "\\u003e")
