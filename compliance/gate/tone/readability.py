"""How many years of school a draft asks for: the Flesch-Kincaid grade.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom (1975), Derivation of New
Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from compliance.gate.tone.sentences import Measured, measure_sentences
from compliance.gate.tone.syllables import syllables
from compliance.gate.tone.voice import Voice

# On less text the formula says nothing.
LEAST_SENTENCES: Final = 3
LEAST_WORDS: Final = 30


def reading_grade(voice: Voice, sentences: Iterable[Measured] | None = None) -> float | None:
    """Return the grade, ``None`` for a text too short to have one.

    Greetings, sign-offs and lists are no sentences; names, codes, links and numbers are no words.
    ``sentences`` are those of the draft, where they are measured already.
    """
    counted = words = spoken = 0
    for sentence in measure_sentences(voice) if sentences is None else sentences:
        said = [] if sentence.aside else _words(voice, sentence)
        counted += bool(said)
        words += len(said)
        spoken += sum(map(syllables, said))
    if counted < LEAST_SENTENCES or words < LEAST_WORDS:
        return None
    return round(0.39 * words / counted + 11.8 * spoken / words - 15.59, 2)


# No part of a code: neither letters nor digits touch it.
_WORD: Final = re.compile(r"[a-z](?<![a-z0-9'].)[a-z]*(?:'[a-z]+)*(?![a-z0-9])")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]\w*")


def _words(voice: Voice, sentence: Measured) -> list[str]:
    """Return the words of a sentence that are the voice's own and no names."""
    text = voice.text
    first, last = text.norm_position(sentence.start), text.norm_position(sentence.end)
    pieces: list[tuple[int, int]] = []
    at = first
    for capital in _CAPITAL.finditer(text.original, sentence.start, sentence.end):
        start = text.norm_position(capital.start())
        # Within a sentence it makes a name; two and more, an acronym or a code.
        within = start > first + 2
        if capital.group() != "I" and (within or capital.group()[1:].isupper()):
            pieces.append((at, start))
            at = text.norm_position(capital.end())
    pieces.append((at, last))
    if voice.own(first, last):
        return [word for piece in pieces for word in _WORD.findall(text.norm, *piece)]
    found = (word for piece in pieces for word in _WORD.finditer(text.norm, *piece))
    return [word.group() for word in found if voice.own(*word.span())]
