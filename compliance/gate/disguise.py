"""What a reader makes of words that are written so that no pattern finds them.

Letters spaced out, digits for letters, words cut in two, doubled letters, a phrase broken over
lines: read literally they are other words, and sometimes they mean to be ("SAVE20", "e-mail"). So
a text with such words is read twice, as it stands and as it is revealed here, and a guess only
counts where it gives a known word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from compliance.gate.folding import Folded, undisguised
from compliance.gate.guesses import Guesses
from compliance.gate.lexicon import words
from compliance.gate.types import Edit, Finding
from compliance.gate.vocabulary import Vocabulary

_BREAK: Final = re.compile(r"(?<=[^\s.!?:;>|])[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t>]*(?=[^\s\-*•>#|])")
# A line that ends with one of these goes on in the next.
_OPEN_ENDS: Final = words(
    "a an the to of in on at for from with by and or but is are was were be been will can could "
    "your our my their his her this these those until till than as if when not any "
    "all every each between within without about into per only has have had do does did"
)
_LONGEST_LINE: Final = 200
# "Dear Ms. Jones," stands on a line of its own.
_SALUTATION: Final = 5


def reveal(original: str, vocabulary: Vocabulary, more: Iterable[str] = ()) -> Folded | None:
    """Return what a reader makes of a text in disguise; ``None`` where there is none.

    ``more`` are texts whose words are known as well.
    """
    text, changed = undisguised(original)
    guess = Guesses(vocabulary.extended(more))
    steps = (
        *(_signs_between, _joined_lines, guess.spaced, guess.cut, guess.words, guess.split),
        guess.shouted,
    )
    for step in steps:
        edits = list(step(text.text))
        if edits:
            text = _replaced(text, edits)
            changed = True
    return text if changed and text.text != original else None


def mapped(found: Finding, text: Folded, original: str) -> Finding:
    """Return a finding on a revealed text as one on the original."""
    start, end = _span(text, found.start, found.end, original)
    edits = tuple(
        Edit(*_span(text, edit.start, edit.end, original), edit.replacement, edit.reason)
        for edit in found.edits
    )
    excerpt = original[start:end]
    message = found.message
    if excerpt != found.excerpt:
        read = found.excerpt if len(found.excerpt) <= 80 else f"{found.excerpt[:79]}…"
        message = f"{message} The words are disguised; they read “{read}”."
    return replace(found, start=start, end=end, excerpt=excerpt, message=message, edits=edits)


def found_again(text: Folded, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return where spans of the original are in a revealed text."""
    found = []
    for start, end in spans:
        inside = [
            at
            for at, (first, last) in enumerate(zip(text.starts, text.ends, strict=True))
            if start <= first and last <= end
        ]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return tuple(found)


def _span(text: Folded, start: int, end: int, original: str) -> tuple[int, int]:
    if start == end:
        at = text.ends[start - 1] if 0 < start <= len(text.ends) else 0
        return (at, at) if start < len(text.text) else (len(original), len(original))
    return text.starts[start], text.ends[end - 1]


def _replaced(text: Folded, edits: Iterable[tuple[int, int, str]]) -> Folded:
    """Replace spans in order; a new character stands for the whole of what it replaces."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end, fresh in edits:
        out.append(text.text[position:start] + fresh)
        starts.extend(text.starts[position:start])
        ends.extend(text.ends[position:start])
        starts.extend([text.starts[start]] * len(fresh))
        ends.extend([text.ends[end - 1]] * len(fresh))
        position = end
    out.append(text.text[position:])
    starts.extend(text.starts[position:])
    ends.extend(text.ends[position:])
    return Folded("".join(out), starts, ends)


_PICTURES: Final = re.compile(
    r"(?<=[^\W_]) ?(?:(?![\w\s]|[\x00-\x7f]|[‘’“”–—…°£€¢©®™])\W[\ufe0f\u200d]?){1,8} ?(?=[a-z0-9$])"
)


def _signs_between(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield pictures between the words of a sentence."""
    if text.isascii():
        return
    for found in _PICTURES.finditer(text):
        if " " in found.group() and unicodedata.category(found.group().strip()[0])[0] == "S":
            yield *found.span(), " "


def _joined_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield line breaks within a sentence, as in a letter of fixed width."""
    if "\n" not in text:
        return
    for found in _BREAK.finditer(text):
        before = text[max(0, found.start() - 20) : found.start()]
        last = before.split()[-1].lower() if before.split() else ""
        if text[found.end()].islower() or last in _OPEN_ENDS:
            yield *found.span(), " "
