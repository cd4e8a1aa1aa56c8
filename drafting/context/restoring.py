"""Frozen values from the plain JSON that they were stored as, read by their own annotations.

The inverse of :func:`compliance.gate.fingerprint.plain`: ``restore(T, plain(value)).value`` equals
``value``. What was stored before a field existed takes the field's default and is named as missing,
so that a page can say *not recorded* instead of *none*.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from compliance.gate.types import Facts, GateInput
from drafting.context.payload import ContextPayload

T = TypeVar("T")


class RestoringError(ValueError):
    """Stored data that does not fit the type; the message names the field by its path."""


@dataclass(frozen=True, slots=True)
class Restored(Generic[T]):
    """A value, with the paths of the fields that the stored data lacks (``facts.place.services``)
    and of those that only the stored data has. The members of a list share one path.
    """

    value: T
    missing: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Reading:
    missing: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)


def restore(kind: type[T], stored: object) -> Restored[T]:
    """Read plain JSON data as a value of ``kind``, a dataclass or anything its fields may be.

    Raises:
        RestoringError: naming the field, when its data is of another type than annotated, or is
            missing and has no default.
    """
    reading = _Reading()
    value = _read(kind, stored, "", reading)
    return Restored(value, frozenset(reading.missing), frozenset(reading.unread))


def restore_payload(stored: object) -> Restored[ContextPayload]:
    """Read a stored context payload, of this version or an older one.

    Its moment is in the location's zone again, as when it was assembled, unless that zone's clock
    has been changed for it since.

    Raises:
        RestoringError: as :func:`restore`.
    """
    found = restore(ContextPayload, stored)
    return replace(found, value=replace(found.value, facts=_on_its_clock(found.value.facts)))


def restore_case(stored: object) -> Restored[GateInput]:
    """Read what the gate read, of this version or an older one; its moment as that of a payload.

    Raises:
        RestoringError: as :func:`restore`.
    """
    found = restore(GateInput, stored)
    return replace(found, value=replace(found.value, facts=_on_its_clock(found.value.facts)))


def _on_its_clock(facts: Facts) -> Facts:
    try:
        local = facts.at.astimezone(ZoneInfo(facts.place.schedule.zone))
    except (KeyError, ValueError, OSError):
        return facts
    return replace(facts, at=local) if local.utcoffset() == facts.at.utcoffset() else facts


def _read(kind: Any, stored: object, path: str, reading: _Reading) -> Any:
    if kind in _SCALARS:
        return _SCALARS[kind](stored, path)
    origin = typing.get_origin(kind)
    if origin is typing.Union or origin is types.UnionType:
        return _one_of(typing.get_args(kind), stored, path, reading)
    if origin is tuple:
        return _tuple(typing.get_args(kind), stored, path, reading)
    if origin is frozenset:
        (item,) = typing.get_args(kind)
        return frozenset(_read(item, each, path, reading) for each in _list(stored, path))
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(stored)
        except ValueError:
            raise _unfit(path, f"one of {', '.join(str(e.value) for e in kind)}", stored) from None
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, stored, path, reading)
    raise TypeError(f"{path or 'the value'}: nothing reads {kind!r} from JSON")


def _dataclass(kind: type[Any], stored: object, path: str, reading: _Reading) -> Any:
    if not isinstance(stored, Mapping):
        raise _unfit(path, "an object", stored)
    annotated = _annotations(typing.cast("Hashable", kind))
    given: dict[str, Any] = {}
    for part in fields(kind):
        at = f"{path}.{part.name}" if path else part.name
        if part.name in stored:
            given[part.name] = _read(annotated[part.name], stored[part.name], at, reading)
        elif part.default is MISSING and part.default_factory is MISSING:
            raise RestoringError(f"{at} is missing in what was stored")
        else:
            reading.missing.add(at)
    for name in stored.keys() - annotated.keys():
        reading.unread.add(f"{path}.{name}" if path else str(name))
    return kind(**given)


def _tuple(
    members: tuple[Any, ...], stored: object, path: str, reading: _Reading
) -> tuple[Any, ...]:
    items = _list(stored, path)
    if len(members) == 2 and members[1] is Ellipsis:
        return tuple(_read(members[0], item, path, reading) for item in items)
    if len(items) != len(members):
        raise _unfit(path, f"a list of {len(members)}", stored)
    return tuple(
        _read(kind, item, path, reading) for kind, item in zip(members, items, strict=True)
    )


def _one_of(kinds: tuple[Any, ...], stored: object, path: str, reading: _Reading) -> Any:
    """Read data as the member of a union that it fits best; scalars fit without conversion."""
    for kind in kinds:
        exact = _EXACT.get(kind)
        if exact is not None and type(stored) is exact:
            return stored
    fitting: list[tuple[Any, _Reading]] = []
    for kind in kinds:
        if kind in _EXACT and kind is not float:
            continue
        tried = _Reading()
        with suppress(RestoringError):
            fitting.append((_read(kind, stored, path, tried), tried))
    if not fitting:
        raise _unfit(path, " or ".join(_named(kind) for kind in kinds), stored)
    value, best = min(fitting, key=lambda fit: len(fit[1].missing) + len(fit[1].unread))
    reading.missing |= best.missing
    reading.unread |= best.unread
    return value


@lru_cache(maxsize=256)
def _annotations(kind: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _list(stored: object, path: str) -> list[Any] | tuple[Any, ...]:
    if isinstance(stored, list | tuple):
        return stored
    raise _unfit(path, "a list", stored)


def _exactly(kind: type[Any]) -> Callable[[object, str], Any]:
    def read(stored: object, path: str) -> Any:
        if type(stored) is not kind:
            raise _unfit(path, _named(kind), stored)
        return stored

    return read


def _float(stored: object, path: str) -> float:
    # Canonical JSON writes 18.0 as 18.
    if isinstance(stored, int | float) and not isinstance(stored, bool):
        return float(stored)
    raise _unfit(path, "a number", stored)


def _iso(kind: type[date]) -> Callable[[object, str], Any]:
    def read(stored: object, path: str) -> Any:
        try:
            return kind.fromisoformat(typing.cast("str", stored))
        except (TypeError, ValueError):
            raise _unfit(path, f"an ISO 8601 {kind.__name__}", stored) from None

    return read


def _unfit(path: str, expected: str, stored: object) -> RestoringError:
    shown = f"{stored!r:.40}" if isinstance(stored, str | int | float | bool) else _named(stored)
    return RestoringError(f"{path or 'the value'}: expected {expected}, found {shown}")


def _named(kind: object) -> str:
    kind = typing.get_origin(kind) or kind
    if isinstance(kind, type):
        return "nothing" if kind is types.NoneType else kind.__name__
    return "nothing" if kind is None else type(kind).__name__


_EXACT: dict[Any, type[Any]] = {each: each for each in (str, int, float, bool, types.NoneType)}
_SCALARS: dict[Any, Callable[[object, str], Any]] = {
    **{each: _exactly(each) for each in (str, int, bool, types.NoneType)},
    float: _float,
    date: _iso(date),
    datetime: _iso(datetime),
}
