"""Values, bands and fields of a voice in the words of its pages."""

from __future__ import annotations

from typing import Any, Final

from compliance.gate.tone.report import Dimension, Standing
from compliance.gate.types import Disclaimer, ToneOverlay
from compliance.models import ToneOverlay as ToneOverlayRow

STANDINGS: Final = {
    Standing.PASS: "passes",
    Standing.NEAR: "near",
    Standing.FAIL: "fails",
}
_SHARE: Final = "%"
_COLUMNS: Final = tuple(field.name for field in ToneOverlayRow._meta.fields)


def amount(value: float | None, unit: str) -> str:
    """Return a value with its unit: ``8.5 words``, ``1 phrase``, ``20 %``."""
    if value is None:
        return "too little to tell"
    if unit == _SHARE:
        return f"{value * 100:.3g} %"
    return f"{round(value, 1):g} {unit.removesuffix('s') if value == 1 else unit}"


def band(measured: Dimension, unit: str) -> str:
    """Return the band of a dimension: ``at most 34 words``, ``8 to 24 words``, ``none``.

    Empty where it has none.
    """
    low, high = measured.low, measured.high
    if low is not None and high is not None:
        return f"{number(low, unit)} to {amount(high, unit)}"
    if high is not None:
        return f"at most {amount(high, unit)}" if high else "none"
    return f"at least {amount(low, unit)}" if low is not None else ""


def number(value: float, unit: str) -> str:
    """Return a value without its unit, as it stands before another one."""
    return f"{value * 100:.3g}" if unit == _SHARE else f"{round(value, 1):g}"


def columns_of(field: str) -> tuple[str, ...]:
    """Return the columns of an overlay that say a field of its voice, as they are stored."""
    if field in _COLUMNS:
        return (field,)
    return tuple(name for name in _COLUMNS if name.startswith(f"{field}_"))


def title_of(field: str) -> str:
    """Return the name of a field of a voice: ``Sentence mean``."""
    return field.replace("_", " ").capitalize()


def said(voice: ToneOverlay, field: str) -> list[str]:
    """Return what a voice says in a field, a line each; nothing where it says nothing."""
    value: Any = getattr(voice, field)
    if value in (None, "", (), (None, None)):
        return []
    if isinstance(value, Disclaimer):
        where = f"Stands {_PLACES[value.placement.value]}."
        return [f"Where a reply {value.trigger}: “{value.text}”", where]
    if isinstance(value, tuple):
        return _several(field, value)
    if field == "sentence_outside":
        return [amount(value, _SHARE)]
    return [_choice(field, value)]


_PLACES: Final = {"after": "after what calls for it", "start": "at the start", "end": "at the end"}


def _several(field: str, value: tuple[Any, ...]) -> list[str]:
    if field == "sentence_quantiles":
        return [f"{part} % of sentences up to {words:g} words" for part, words in value]
    if isinstance(value[0], str):
        return list(value)
    if isinstance(value[0], tuple):
        return [f"{phrase} → {swap or 'left out'}" for phrase, swap in value]
    low, high = value
    if low is None or high is None:
        return [f"at least {low:g}" if high is None else f"at most {high:g}"]
    return [f"{low:g} to {high:g}"]


def _choice(field: str, value: object) -> str:
    column = next((each for each in ToneOverlayRow._meta.fields if each.name == field), None)
    choices = dict(column.flatchoices) if column is not None else {}
    return str(choices.get(value, value))
