"""Applying the edits of findings to a draft so that what is left still reads well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from compliance.gate.types import Edit, Finding, Severity

_RANK: Final = {Severity.BLOCK: 0, Severity.MODIFY: 1, Severity.ADVISE: 2}
_CONNECTIVE: Final = re.compile(
    r"(?:also|however|but|and|so|plus|in addition|likewise|that said|additionally|moreover|"
    r"furthermore|even so|still|then again|on top of that|better yet|otherwise|even better)"
    r"(?:,\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_LONE_CONNECTIVE: Final = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:also|however|but|and|so|plus|in addition|additionally|moreover)"
    r"\s*,?\s*$",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"(?:^|(?<=\n))[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]*$")
_GREETING: Final = re.compile(
    r"^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.,!?\n]{0,40}"
    r"(?:,(?-i: [A-Z][\w'’-]*){1,3}(?= *(?:[,.!\n]|$)))?[,.!]?|"
    # "Thanks for asking, we are open": a comma and a subject, and more is said than thanks.
    r"(?:thank you|thanks)\b(?:[^.,!?\n]|,(?! (?:i|you|he|she|it|we|they|there|this|that|"
    r"these|those|the|an?|my|your|our|his|her|its|their|yes|no|please)\b)){0,60}[,.!]?|"
    r"welcome(?: aboard| back| in)?\b[^.,!?\n]{0,30}(?=[.!\n]|$)[.!]?|"
    r"reply stop[^.\n]*\.?)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fixed:
    """An edited text, the edits that made it, and its origin.

    ``origin`` says for each character the offset it had before, or -1 for a new one.
    """

    text: str
    edits: tuple[Edit, ...]
    origin: tuple[int, ...]


def choose(findings: Iterable[Finding], kept: Sequence[tuple[int, int]] = ()) -> tuple[Edit, ...]:
    """Return the edits to apply, in text order, never overlapping.

    What rewrites or removes goes first; a text that must be added waits for a round of its own,
    because what called for it may be gone by then. Where findings compete for the same words the
    longest edit wins, then the graver finding, then the rule's id; the edits of one finding go
    together or not at all. What is added at one place stands in that order too. An edit that would
    touch one of the ``kept`` spans is none.
    """
    mendable = [
        found
        for found in findings
        if found.edits and not any(_touches(edit, span) for edit in found.edits for span in kept)
    ]
    changing = [found for found in mendable if any(edit.start < edit.end for edit in found.edits)]
    ranked = sorted(
        changing or mendable,
        key=lambda found: (
            -max(edit.end - edit.start for edit in found.edits),
            _RANK[found.severity],
            found.rule,
            found.start,
        ),
    )
    chosen: list[Edit] = []
    for found in ranked:
        fresh = [edit for edit in found.edits if not _repeats(edit, chosen)]
        if not any(_clashes(edit, other) for edit in fresh for other in chosen):
            chosen.extend(fresh)
    return tuple(sorted(chosen, key=lambda edit: (edit.start, edit.end)))


def apply(text: str, edits: Sequence[Edit], kept: Sequence[tuple[int, int]] = ()) -> Fixed:
    """Apply edits that do not overlap, tidying only the seams they leave.

    A seam takes no word and no capital from what opens a ``kept`` span.
    """
    out: list[str] = []
    origin: list[int] = []
    position = 0
    for edit in edits:
        out.extend(text[position : edit.start])
        origin.extend(range(position, edit.start))
        position = max(position, edit.end)
        replacement = _fitted(edit, text, "".join(out[-200:]))
        if replacement:
            out.extend(replacement)
            origin.extend([-1] * len(replacement))
        else:
            position = _close_seam(out, origin, text, position, kept)
            continue
        if out[-1] in ".!?" and text[position : position + 1] in {".", "!"}:
            position += 1
    out.extend(text[position:])
    origin.extend(range(position, len(text)))
    while out and out[-1].isspace() and not text[-1:].isspace():
        out.pop()
        origin.pop()
    return Fixed("".join(out), tuple(edits), tuple(origin))


def compose(original: str, fixed: Sequence[Fixed]) -> tuple[Edit, ...]:
    """Return the edits of several rounds as edits of the original text."""
    if not fixed:
        return ()
    origin: tuple[int, ...] = tuple(range(len(original)))
    for round_ in fixed:
        origin = tuple(origin[at] if at >= 0 else -1 for at in round_.origin)
    text = fixed[-1].text
    edits: list[Edit] = []
    start, fresh = 0, ""
    for char, at in zip([*text, ""], [*origin, len(original)], strict=True):
        if at < 0:
            fresh += char
            continue
        if at > start or fresh:
            edits.append(Edit(start, at, fresh))
        start, fresh = at + 1, ""
    return tuple(edits)


def says_nothing(text: str) -> bool:
    """Say whether greetings, thanks and opt-out lines are all that a reply consists of."""
    rest = text
    while found := _GREETING.match(rest):
        if not found.end():
            break
        rest = rest[found.end() :]
    return len(re.findall(r"\w+", rest)) < 2


def _repeats(edit: Edit, chosen: list[Edit]) -> bool:
    return any(
        (edit.start, edit.end, edit.replacement.strip())
        == (other.start, other.end, other.replacement.strip())
        # An inserted text that another edit inserts too is needed once.
        or (
            edit.start == edit.end
            and bool(edit.replacement.strip())
            and edit.replacement.strip() == other.replacement.strip()
        )
        for other in chosen
    )


def _clashes(edit: Edit, other: Edit) -> bool:
    if edit.start == edit.end and other.start == other.end:
        return False
    if edit.start == edit.end:
        return other.start < edit.start < other.end
    if other.start == other.end:
        return edit.start < other.start < edit.end
    return edit.start < other.end and other.start < edit.end


def _touches(edit: Edit, span: tuple[int, int]) -> bool:
    start, end = span
    if edit.start == edit.end:
        return start < edit.start < end
    return edit.start < end and start < edit.end


def _starts_sentence(before: str) -> bool:
    kept = before.rstrip(" \t\"'(*_-•")
    return not kept or kept[-1] in ".!?:\n"


def _fitted(edit: Edit, text: str, before: str) -> str:
    """Return the replacement with the spaces and the capital that its place asks for."""
    replacement = edit.replacement
    if not replacement.strip():
        return ""
    if edit.start == edit.end:
        after = text[edit.end : edit.end + 1]
        if before and not before[-1].isspace() and not replacement[0].isspace():
            replacement = " " + replacement
        if after and not after.isspace() and after not in ".,!?;:)" and replacement[-1] != " ":
            replacement += " "
        return replacement
    if _starts_sentence(before) and replacement[0].islower():
        replacement = replacement[0].upper() + replacement[1:]
    return replacement


def _close_seam(
    out: list[str],
    origin: list[int],
    text: str,
    position: int,
    kept: Sequence[tuple[int, int]],
) -> int:
    """Close the gap that a removal leaves; return where the kept text goes on."""
    if lone := _LONE_CONNECTIVE.search(tail := "".join(out[-200:])):
        _drop(out, origin, len(tail) - lone.start())
    rest = text[position:].lstrip(" \t")
    at_break = not rest or rest.startswith("\n")
    if at_break and (bullet := _BULLET.search(tail := "".join(out[-200:]))):
        _drop(out, origin, len(tail) - bullet.start())
        position = _past(text, position, " \t\n")
    elif at_break or not out or out[-1].isspace():
        position = _past(text, position, " \t")
    if at_break:
        _trim(out, origin, " \t")
    position = _close_mark(out, origin, text, position)
    if not _starts_sentence("".join(out[-200:])):
        return position
    if any(start <= position < end for start, end in kept):
        return position
    if found := _CONNECTIVE.match(text, position):
        position = found.end()
    if position < len(text) and text[position].islower():
        capital = text[position].upper()  # "ß" becomes two letters
        out.extend(capital)
        origin.extend([-1] * len(capital))
        position += 1
    return position


def _close_mark(out: list[str], origin: list[int], text: str, position: int) -> int:
    """Join a punctuation mark to the words before it, or drop it where there are none."""
    stray = position < len(text) and text[position] in ".,;:!?"
    if not stray or (out and not out[-1].isspace()):
        return position
    _trim(out, origin, " ")
    if out and out[-1] not in ".,;:!?\n":
        return position
    return _past(text, position + 1, " ") if not out else position + 1


def _past(text: str, position: int, chars: str) -> int:
    while position < len(text) and text[position] in chars:
        position += 1
    return position


def _trim(out: list[str], origin: list[int], chars: str) -> None:
    while out and out[-1] in chars:
        _drop(out, origin, 1)


def _drop(out: list[str], origin: list[int], count: int) -> None:
    if count:
        del out[-count:]
        del origin[-count:]
