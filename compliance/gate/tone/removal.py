"""Taking words out of a draft so that what stays still reads well."""

from __future__ import annotations

from compliance.gate.text import Text
from compliance.gate.tone.wording import capitalised
from compliance.gate.types import Edit

_STOPS = ".!?"
_VERBS = frozenset(
    "is are was were will can may must has have had does do did would should could".split()  # noqa: SIM905
)


def remove_words(original: str, start: int, end: int, reason: str) -> Edit:
    """Remove ``start:end`` with a space; a sentence's new first word gets its capital."""
    opens = opens_sentence(original, start)
    while end < len(original) and original[end] in " \t":
        end += 1
    at_end = end >= len(original) or original[end] in "\n" + ".,;:!?)"
    if at_end:
        while start and original[start - 1] in " \t":
            start -= 1
    if opens and end < len(original) and original[end].islower():
        return Edit(start, end + 1, original[end].upper(), reason)
    return Edit(start, end, "", reason)


def opens_sentence(original: str, position: int) -> bool:
    """Say whether a word at ``position`` is a sentence's first."""
    before = original[max(0, position - 40) : position].rstrip(" \t\"'“‘(*_")
    return not before or before[-1] in ".!?\n…" or ord(before[-1]) > 0x2500


def remove_sentence(text: Text, start: int, end: int, reason: str) -> Edit | None:
    """Remove the sentence that covers ``start``, or ``None`` when nothing else would be left."""
    sentence = text.sentence_at(start)
    if len(text.sentences) < 2 or end > sentence.end:
        return None
    first, last = sentence.start, sentence.end
    original = text.original
    while last < len(original) and original[last] in " \t":
        last += 1
    starts_line = first == 0 or original[first - 1] == "\n"
    ends_line = last >= len(original) or original[last] == "\n"
    if ends_line:
        while first and original[first - 1] in " \t":
            first -= 1
        if starts_line:
            # The line was this sentence: take its break too.
            if last < len(original):
                last += 1
            elif first:
                first -= 1
    return Edit(first, last, "", reason)


def detached(original: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Return what to take out when commas or a sentence's edges set ``start:end`` apart.

    The third value says whether what follows opens the sentence; ``None`` when the words belong
    to the sentence.
    """
    left, right = start, end
    while left and original[left - 1] in " \t":
        left -= 1
    while right < len(original) and original[right] in " \t":
        right += 1
    before = original[left - 1] if left else ""
    after = original[right] if right < len(original) else ""
    at_start = not before or before in _STOPS + "\n"
    if at_start and after == ",":
        return start, right + 1, True
    if at_start and after and after in _STOPS:
        while right < len(original) and original[right] in _STOPS:
            right += 1
        return start, right, True
    if before == "," and after == ",":
        # "The room, you see, is calm": a verb after the second comma asks for neither.
        following = original[right + 1 :].split(maxsplit=1)
        goes_on = bool(following) and following[0].casefold() in _VERBS
        return left - 1, right + 1 if goes_on else right, False
    if before == "," and (not after or after in _STOPS):
        return left - 1, right, False
    return None


def drop_detached(original: str, span: tuple[int, int, bool], reason: str) -> Edit:
    """Remove a span found by :func:`detached`."""
    start, end, opens = span
    if not opens:
        return Edit(start, end, "", reason)
    while end < len(original) and original[end] in " \t":
        end += 1
    if end < len(original) and original[end].isalpha():
        return Edit(start, end + 1, capitalised(original[end]), reason)
    return Edit(start, end, "", reason)
