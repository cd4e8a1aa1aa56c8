"""The edits that put a text in where something calls for it, for rules and voices alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from compliance.gate.derivation import Derived, derive
from compliance.gate.detection import Hit
from compliance.gate.placing import insertion, removal
from compliance.gate.reading import Reading
from compliance.gate.types import Edit, Placement

_NO_ROOM: Final = "no room for the disclosure it asks for"


def disclosure_edits(
    reading: Reading,
    hits: Sequence[Hit],
    *,
    texts: Sequence[str],
    length: int,
    placement: Placement = Placement.AFTER,
) -> tuple[tuple[Edit, ...], int]:
    """Return the edits that supply a disclosure, and the length of the draft with them.

    The first of ``texts`` that the channel has room for goes in. Without one, or rather than one
    that takes more than half of the channel, the sentences that trigger it go, if others stay.
    """
    limit = reading.case.channel.max_chars
    fitting = [
        text
        for text in texts
        if text and (limit is None or length + len(text) + 1 <= limit - _reserved(reading))
    ]
    for text in fitting:
        if limit is None or len(text) * 2 <= limit:
            return _inserted(reading, text, hits, placement, length)
    edits = removal(reading, hits, _NO_ROOM)
    if edits:
        return edits, length - sum(edit.end - edit.start for edit in edits)
    if fitting:
        return _inserted(reading, fitting[0], hits, placement, length)
    return (), length


def _inserted(
    reading: Reading, text: str, hits: Sequence[Hit], placement: Placement, length: int
) -> tuple[tuple[Edit, ...], int]:
    edit = insertion(reading, text, placement, hits)
    return (edit,), length + len(edit.replacement)


def _reserved(reading: Reading) -> int:
    """Return the room that the channel's own line will take."""
    channel = reading.case.channel
    missing = channel.promo_must_include and channel.promo_must_include not in reading.case.text
    return len(channel.opt_out_line) + 1 if missing else 0


def trigger_hits(reading: Reading, trigger: str) -> list[Hit]:
    """Return where a draft does what a trigger sentence describes ("mentions side effects")."""
    return reading.detection.hits(_trigger(trigger).detectors)


def recognises(trigger: str) -> bool:
    """Say whether anything in a draft could ever be what a trigger sentence describes."""
    return bool(_trigger(trigger).detectors)


@lru_cache(maxsize=1_000)
def _trigger(trigger: str) -> Derived:
    return derive(trigger, (), mention=True)
