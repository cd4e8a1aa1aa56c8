"""The exact difference between two pieces of plain data, such as a decision and its replay."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from compliance.gate.fingerprint import Json, canonical

_ABSENT: Final = object()


class Change(StrEnum):
    """What became of a value."""

    OTHER = "other"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value at a path (``findings.0.message``) that was one thing and is another.

    ``was`` is ``None`` for what is new, ``now`` for what is gone.
    """

    path: str
    change: Change
    was: Json = None
    now: Json = None

    def __str__(self) -> str:
        if self.change is Change.GONE:
            return f"{self.path}: was {_shown(self.was)}, is gone"
        if self.change is Change.NEW:
            return f"{self.path}: was not there, is {_shown(self.now)}"
        return f"{self.path}: was {_shown(self.was)}, is {_shown(self.now)}"


def differences(was: Json, now: Json, path: str = "") -> tuple[Difference, ...]:
    """Return where two values differ; nothing exactly when their canonical JSON is the same."""
    if isinstance(was, dict) and isinstance(now, dict):
        keys = sorted(was.keys() | now.keys())
        pairs = [(key, was.get(key, _ABSENT), now.get(key, _ABSENT)) for key in keys]
    elif isinstance(was, list) and isinstance(now, list):
        both = zip_longest(was, now, fillvalue=_ABSENT)
        pairs = [(str(place), one, other) for place, (one, other) in enumerate(both)]
    elif canonical(was) == canonical(now):
        return ()
    else:
        return (Difference(path, Change.OTHER, was, now),)
    found: list[Difference] = []
    for key, one, other in pairs:
        below = f"{path}.{key}" if path else key
        if one is _ABSENT:
            found.append(Difference(below, Change.NEW, now=other))  # type: ignore[arg-type]
        elif other is _ABSENT:
            found.append(Difference(below, Change.GONE, was=one))  # type: ignore[arg-type]
        else:
            found += differences(one, other, below)  # type: ignore[arg-type]
    return tuple(found)


def _shown(value: Json) -> str:
    return canonical(value).decode()
