"""Events as bytes: canonical JSON (RFC 8785) that has one spelling and can be read back exactly."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

import rfc8785

# The length of an entry of a tlog-tiles bundle has two bytes.
MOST_BYTES: Final = 65_535
_MOST: Final = 2**53 - 1
# Of UTF-8, such bytes begin the characters beyond the basic plane.
_BEYOND: Final = re.compile(rb"[\xf0-\xff]")
# So many digits in a row may be a number that not every reader keeps; or a part of a digest.
_LONG: Final = re.compile(r"[0-9]{16}")
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class CanonicalError(ValueError):
    """A value cannot be an event, or bytes are not an event's canonical ones."""


def canonical(value: Mapping[str, Any]) -> bytes:
    """Return the bytes of an event.

    Raises:
        CanonicalError: for a fraction (scores are texts, money is cents), a number that not every
            reader keeps, a text that is none, and what takes more than an entry may.
    """
    written = _quickly(value)
    if written is None:
        _check(value, "")
        written = _spelled(dict(value))
    if len(written) > MOST_BYTES:
        raise CanonicalError(f"The event has {len(written):,} bytes; {MOST_BYTES:,} fit.")
    return written


def read_canonical(written: bytes) -> dict[str, Any]:
    """Return the event that bytes spell.

    Raises:
        CanonicalError: when they are not exactly what :func:`canonical` writes: twice the same
            name, another order, spaces, escapes that need not be.
    """
    try:
        text = written.decode()
        value = _QUICK.decode(text)
        spelled = _spelled(value)
        if spelled != written or _LONG.search(text):
            value = _STRICT.decode(text)
            spelled = _spelled(value)
    except CanonicalError:
        raise
    except (ValueError, RecursionError) as error:
        raise CanonicalError(f"The bytes are no event: {type(error).__name__}.") from None
    if not isinstance(value, dict):
        raise CanonicalError("The bytes are no event: there are no names in them.")
    if spelled != written:
        raise CanonicalError("The bytes are not in canonical form.")
    if len(written) > MOST_BYTES:
        raise CanonicalError(f"The event has {len(written):,} bytes; {MOST_BYTES:,} fit.")
    return value


def _quickly(value: Mapping[str, Any]) -> bytes | None:
    """Return the canonical bytes of a value that comes back from them as it was.

    Nothing where it does not, or where it takes a closer look to know.
    """
    try:
        text = _ENCODER.encode(value)
        written = text.encode()
        if _LONG.search(text) or _BEYOND.search(written) or _QUICK.decode(text) != value:
            return None
    except (ValueError, TypeError, RecursionError):
        return None
    return written


def _spelled(value: Any) -> bytes:
    """Return the canonical bytes of a value that has an exact form.

    Without fractions, and without characters beyond the basic plane, by which RFC 8785 sorts names
    in an order of its own, the standard library spells the same, ten times as fast.

    Raises:
        UnicodeEncodeError: when a text has no UTF-8 form.
    """
    written = _ENCODER.encode(value).encode()
    return bytes(rfc8785.dumps(value)) if _BEYOND.search(written) else written


def _check(value: Any, at: str) -> None:
    """Refuse what canonical JSON has no exact form for, wherever in a value it stands."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            if not isinstance(name, str):
                raise CanonicalError(f"{at or 'The event'} has a name that is no text.")
            _check_text(name, at)
            _check(each, f"{at}.{name}" if at else name)
    elif isinstance(value, list | tuple):
        for each in value:
            _check(each, at)
    elif isinstance(value, str):
        _check_text(value, at)
    elif isinstance(value, int):
        if abs(value) > _MOST:
            raise CanonicalError(f"{at} is a number that not every reader keeps.")
    elif value is not None:
        raise CanonicalError(f"{at} is a {type(value).__name__}, which an event cannot hold.")


def _check_text(value: str, at: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise CanonicalError(f"{at or 'The event'} has a text without a UTF-8 form.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise CanonicalError("The bytes are no event: a name stands twice.")
    return found


def _no_fraction(text: str) -> Any:
    raise CanonicalError(f"The bytes are no event: {text[:20]} has a fraction.")


def _kept_by_every_reader(text: str) -> int:
    value = int(text)
    if abs(value) > _MOST:
        raise CanonicalError("The bytes are no event: a number is not kept by every reader.")
    return value


# Of a name that stands twice this one keeps the last: the bytes that come of that are others.
_QUICK: Final = json.JSONDecoder(parse_float=_no_fraction, parse_constant=_no_fraction)
_STRICT: Final = json.JSONDecoder(
    object_pairs_hook=_once,
    parse_int=_kept_by_every_reader,
    parse_float=_no_fraction,
    parse_constant=_no_fraction,
)
