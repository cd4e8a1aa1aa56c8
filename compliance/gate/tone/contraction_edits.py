"""Contractions as edits of the original text, in full or shortened, in the case of what stood."""

from __future__ import annotations

import re

from compliance.gate.text import Text
from compliance.gate.tone.contractions import Contraction
from compliance.gate.tone.forming import Contractible, find_contractible, find_stranded
from compliance.gate.tone.settle import narrowed
from compliance.gate.tone.voice import Voice
from compliance.gate.tone.wording import capitalised, same_case
from compliance.gate.types import Edit

_I = re.compile(r"\bi\b")


def expansion_edit(text: Text, one: Contraction) -> Edit | None:
    """Return the edit that writes a contraction in full, ``None`` where its meaning is open."""
    if one.expansion is None:
        return None
    start, end = text.span(one.start, one.replace_end)
    before = text.original[start:end]
    words = one.expansion
    words = _I.sub("I", words)
    if before[:1].isupper() and not before.split("'")[0].split("’")[0].isupper():
        words = capitalised(words)
    else:
        words = same_case(words, before)
    edit = Edit(start, end, words, "this voice writes words in full")
    # "it's" keeps its first word: only what changes is an edit, so no seam touches the rest.
    return narrowed(text.original, edit) if before[:1] == words[:1] else edit


def contraction_edit(text: Text, one: Contractible) -> Edit:
    """Return the edit that runs words together, with the apostrophe that the text has."""
    start, end = text.span(one.start, one.end)
    before = text.original[start:end]
    form = one.form.replace("'", "’") if "’" in text.original else one.form
    edit = Edit(start, end, same_case(form, before), "this voice uses contractions")
    return narrowed(text.original, edit)


def form_contractions(voice: Voice) -> tuple[Edit, ...]:
    """Return the edits that contract a draft's own speech wherever that is English for certain.

    A contraction that cannot stand where it does ("wherever it's.") is written in full.
    """
    text = voice.text
    edits = [
        contraction_edit(text, one)
        for one in find_contractible(text)
        if voice.own(one.start, one.end)
    ]
    stranded = [
        expansion_edit(text, one)
        for one in find_stranded(text.tokens)
        if voice.own(one.start, one.end)
    ]
    edits += [edit for edit in stranded if edit is not None]
    return tuple(sorted(edits, key=lambda edit: edit.start))
