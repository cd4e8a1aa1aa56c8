"""How many years of school a draft asks for: the Flesch-Kincaid grade.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom (1975), Derivation of New
Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        said = () if sentence.aside else tuple(_words(voice, sentence))
        counted += bool(said)
        words += len(said)
        spoken += sum(map(syllables, said))
    if counted < LEAST_SENTENCES or words < LEAST_WORDS:
        return None
    return round(0.39 * words / counted + 11.8 * spoken / words - 15.59, 2)


def _words(voice: Voice, sentence: Measured) -> Iterator[str]:
    """Yield the words of a sentence that are the voice's own and no names."""
    text = voice.text
    first = True
    for token in text.tokens_between(
        text.norm_position(sentence.start), text.norm_position(sentence.end)
    ):
        if not ("a" <= token.text[0] <= "z"):
            continue
        start, end = text.span(token.start, token.end)
        if text.original[start].isupper():
            # A capital within a sentence makes a name; two and more, an acronym or a code.
            written = text.original[start:end]
            named = not first and written != "I" and not written.startswith(("I'", "I’"))
            if named or (len(written) > 1 and written.isupper()):
                first = False
                continue
        first = False
        if voice.own(token.start, token.end) and not _is_code(text.norm, token.start, token.end):
            yield token.text


def _is_code(norm: str, start: int, end: int) -> bool:
    """Say whether digits touch a word: 3b, x-12."""
    return norm[start - 1 : start].isdigit() or norm[end : end + 1].isdigit()
