"""Small shapes that several sections write."""

from __future__ import annotations

from typing import Any


def kept(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without empty ones: what a bundle leaves out is empty."""
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}


def short_state(state: str) -> str:
    """Return a state as a bundle writes it: ``US-MA`` is ``MA``, others stay whole."""
    code = state.removeprefix("US-")
    return code if len(code) == 2 and code.isalpha() else state


def number(value: float | None) -> float | int | None:
    """Return a number without a fraction that is not there."""
    return int(value) if value is not None and float(value).is_integer() else value
