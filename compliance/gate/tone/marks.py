"""Exclamation marks and emoji that a voice has no room for, with the edits that take them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from compliance.gate.lexicon import words
from compliance.gate.tone.emoji import find_emoji, find_emoticons, fold_emoji, skip_emoji
from compliance.gate.tone.voice import Voice
from compliance.gate.types import Edit

_RUN = re.compile(r"[!?！？‼⁉]*[!！‼⁉][!?！？‼⁉]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark too many, in the original text, and the edit that removes it, where one is safe.

    ``stranger``: an emoji that is none of the voice's, however many it may use.
    """

    start: int
    end: int
    edit: Edit | None
    stranger: bool = False


def find_exclamations(voice: Voice) -> list[tuple[int, int, int]]:
    """Return the span of each of the voice's runs of exclamation marks, and how many it has."""
    return [
        (*found.span(), _weight(found.group()))
        for found in (_RUN.finditer(voice.text.original) if "!" in voice.text.norm else ())
        if voice.owns_original(*found.span())
    ]


def _weight(run: str) -> int:
    return run.count("!") + run.count("！") + run.count("⁉") + 2 * run.count("‼")


def surplus_exclamations(voice: Voice, limit: int) -> list[Mark]:
    """Return each run of exclamation marks that goes past ``limit``; earlier ones may stay."""
    original = voice.text.original
    used = 0
    found: list[Mark] = []
    for run in _RUN.finditer(original) if "!" in voice.text.norm else ():
        if not voice.owns_original(*run.span()):
            continue
        weight = _weight(run.group())
        if used + weight <= limit:
            used += weight
            continue
        asks = any(mark in run.group() for mark in "?？⁉")
        if asks:
            calmer = "?"
        elif used < limit:
            calmer = "!"
            used += 1
        else:
            calmer = _full_stop(original, run.start(), run.end())
        reason = f"at most {limit} exclamation marks" if limit else "no exclamation marks"
        found.append(Mark(run.start(), run.end(), Edit(run.start(), run.end(), calmer, reason)))
    return found


def _full_stop(original: str, start: int, end: int) -> str:
    """Return what stands instead of "!": nothing inside brackets or beside another stop."""
    after = original[end : end + 1]
    before = original[start - 1 : start]
    if after in {")", ",", ";", ":", ".", "-"} and after:
        return ""
    return "" if before in {".", ",", ";", ":", "…", ""} else "."


def surplus_emoji(voice: Voice, limit: int | None, allowed: tuple[str, ...] = ()) -> list[Mark]:
    """Return each emoji past ``limit`` and each that is none of ``allowed`` (empty: any may stay).

    ``None`` is no limit; where none is allowed, typed faces count too.
    """
    original = voice.text.original
    spans = list(find_emoji(original))
    if limit == 0:
        spans = sorted([*spans, *find_emoticons(original)])
    own = [span for span in spans if voice.owns_original(*span)]
    known = {fold_emoji(one) for one in allowed}
    strangers = {span for span in own if known and fold_emoji(original[slice(*span)]) not in known}
    kept = set([span for span in own if span not in strangers][:limit])
    leading = _leading(original, own, kept)
    reason = f"at most {limit} emoji" if limit else "no emoji"
    marks: list[Mark] = []
    previous_end = -1
    for index, (start, end) in enumerate(own):
        if (start, end) in kept:
            continue
        stranger = (start, end) in strangers
        why = "not one of this voice's emoji" if stranger and limit != 0 else reason
        if (start, end) in leading:
            # The emoji that stays takes the place of the one that goes.
            edit: Edit | None = Edit(start, own[index + 1][0], "", why)
        else:
            edit = _without(original, start, end, previous_end, why)
        marks.append(Mark(start, end, edit, stranger))
        previous_end = end
    return marks


def _leading(
    original: str, own: list[tuple[int, int]], kept: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return the emoji after which nothing but further ones stand before one that stays."""
    leading: set[tuple[int, int]] = set()
    for left, right in reversed(list(pairwise(own))):
        beside = not original[left[1] : right[0]].strip(" ")
        if beside and (right in kept or right in leading):
            leading.add(left)
    return leading


def _without(original: str, start: int, end: int, previous_end: int, reason: str) -> Edit | None:
    """Take an emoji out with the space before it; a sentence that it closed gets a full stop.

    A keycap leaves its digit, and an emoji that does a word's work leaves nothing to mend.
    """
    if original[start] in _KEYS:
        gap = " " if original[end : end + 1].isalpha() else ""
        return Edit(start, end, original[start] + gap, reason)
    if _is_word(original, start, end):
        return None
    first = start
    while first > max(0, previous_end) and original[first - 1] in " \t":
        first -= 1
    if previous_end >= 0 and first == previous_end:
        return Edit(first, end, "", reason)
    before = original[first - 1] if first else "\n"
    after = _visible_after(original, end)
    if before == "\n":
        # A line that opens with an emoji: the space after it goes, not a line break before it.
        while end < len(original) and original[end] in " \t":
            end += 1
        return Edit(first, end, "", reason)
    glued = first == start and end < len(original) and original[end].isalnum()
    if (before.isalnum() or before in ")\"'”’%") and (
        after in {"", "\n"} or (after.isupper() and not glued)
    ):
        return Edit(first, end, ".", reason)
    if glued:
        return Edit(first, end + 1, " " + original[end], reason)
    return Edit(first, end, "", reason)


def _is_word(original: str, start: int, end: int) -> bool:
    """Say whether an emoji is a verb ("We ❤️ our guests") or a noun ("Bring the 🐶.")."""
    before = _LAST_WORD.search(original, max(0, start - 20), start)
    after = _NEXT_WORD.match(original, end)
    if before is None:
        return False
    if before[1].casefold() in _SUBJECTS:
        return after is not None and after[1].casefold() in _OBJECTS
    return before[1].casefold() in _LEADS and after is None


_KEYS = frozenset("0123456789#*")
# Emoji of one run do one work together.
_LAST_WORD = re.compile(r"\b([A-Za-z]+)[^\w.,;:!?\n]*$")
_NEXT_WORD = re.compile(r"[^\w.,;:!?\n]*(\w+)")
_SUBJECTS = words("i we they")
_OBJECTS = words("you it them our your my their the a an this that these those all every")
# No sentence ends in one of these.
_LEADS = words("a an the our your my their and or")


def _visible_after(original: str, end: int) -> str:
    """Return the next letter, mark or line break after an emoji and its like."""
    return original[end : end + 100][skip_emoji(original[end : end + 100]) :][:1]
