"""Contractions as edits of the original text, in full or shortened, in the case of what stood."""

from __future__ import annotations

from compliance.gate.text import Text
from compliance.gate.tone.contractions import Contraction
from compliance.gate.tone.settle import narrowed
from compliance.gate.tone.wording import capitalised, same_case
from compliance.gate.types import Edit


def expansion_edit(text: Text, one: Contraction) -> Edit | None:
    """Return the edit that writes a contraction in full, ``None`` where its meaning is open."""
    if one.expansion is None:
        return None
    start, end = text.span(one.start, one.replace_end)
    before = text.original[start:end]
    words = one.expansion
    if words.startswith("i ") and before[:1] == "I":
        words = "I" + words[1:]
    elif before[:1].isupper() and not before.split("'")[0].split("’")[0].isupper():
        words = capitalised(words)
    else:
        words = same_case(words, before)
    edit = Edit(start, end, words, "this voice writes words in full")
    # "it's" keeps its first word: only what changes is an edit, so no seam touches the rest.
    return narrowed(text.original, edit) if before[:1] == words[:1] else edit
