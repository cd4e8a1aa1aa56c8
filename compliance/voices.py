"""From stored tone overlays to the voice that the gate reads: layers merged field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from compliance.gate.concepts.own import OwnConcept
from compliance.gate.tone.classes import classes_in, own_classes
from compliance.gate.types import Disclaimer, FieldSource, Placement, ToneOverlay
from compliance.models import ToneOverlay as ToneOverlayRow

_PERCENT: Final = 100


def _plain(name: str) -> Callable[[ToneOverlayRow], Any]:
    return lambda row: getattr(row, name)


def _lines(name: str) -> Callable[[ToneOverlayRow], Any]:
    return lambda row: tuple(getattr(row, name))


def _band(name: str) -> Callable[[ToneOverlayRow], Any]:
    """Read a band as one value: its ends are never taken from two overlays."""

    def read(row: ToneOverlayRow) -> Any:
        ends = getattr(row, f"{name}_min"), getattr(row, f"{name}_max")
        return None if ends == (None, None) else ends

    return read


def _outside(row: ToneOverlayRow) -> float | None:
    percent = row.sentence_outside_pct
    return None if percent is None else percent / _PERCENT


def _quantiles(row: ToneOverlayRow) -> tuple[tuple[int, float], ...]:
    return tuple(sorted((int(part), words) for part, words in row.sentence_quantiles.items()))


def _disclaimer(row: ToneOverlayRow) -> Disclaimer | None:
    if not (row.disclaimer_trigger and row.disclaimer_text):
        return None
    placement = Placement(row.disclaimer_placement or Placement.AFTER)
    return Disclaimer(row.disclaimer_trigger, row.disclaimer_text, placement)


# What one overlay says of each field of a voice; nothing, where it leaves the field to a wider one.
_SAID: Final[dict[str, Callable[[ToneOverlayRow], Any]]] = {
    "sentence_mean": _band("sentence_mean"),
    "sentence_max": _plain("sentence_max"),
    "sentence_band": _band("sentence_band"),
    "sentence_outside": _outside,
    "sentence_quantiles": _quantiles,
    "reply_words": _band("reply_words"),
    "reading_grade": _band("reading_grade"),
    "contractions": _plain("contractions"),
    "spelling": _plain("spelling"),
    "emoji_max": _plain("emoji_max"),
    "emoji_allowed": _lines("emoji_allowed"),
    "exclamations_max": _plain("exclamations_max"),
    "capitals_max": _plain("capitals_max"),
    "person": _plain("person"),
    "second_person": _plain("second_person"),
    "address": _plain("address"),
    "greetings": _lines("greetings"),
    "closings": _lines("closings"),
    "permitted": _lines("permitted"),
    "formality": _plain("formality"),
    "register": _plain("register"),
    "disclaimer": _disclaimer,
}


def _specificity(row: ToneOverlayRow) -> tuple[bool, bool, bool, bool]:
    return (
        row.location is not None,
        row.brand is not None,
        row.vertical is not None,
        bool(row.channel),
    )


def tone_overlay(
    rows: Iterable[ToneOverlayRow],
    channel: str,
    own: Callable[[], Iterable[OwnConcept]] = tuple,
) -> ToneOverlay:
    """Merge the overlays of a location for a channel, field by field, the most specific last.

    Of the overlays given, those of other channels are left out. Lists of prohibited phrases and
    replacements add up, where a swap of the most specific overlay wins. ``own`` gives the
    operator's concepts; it is asked only where an overlay names classes of phrases.
    """
    ordered = sorted(
        (row for row in rows if row.channel in {"", channel}),
        key=lambda row: (_specificity(row), row.code),
    )
    values: dict[str, Any] = {}
    sources: dict[str, FieldSource] = {}
    # By the phrase however it is written, as it is found in drafts.
    replacements: dict[str, tuple[str, str]] = {}
    adding: list[FieldSource] = []
    for row in ordered:
        for name, read in _SAID.items():
            said = read(row)
            if said not in (None, "", ()):
                values[name] = said
                sources[name] = FieldSource(name, row.code, row.version)
        replacements |= {
            phrase.strip().casefold(): (phrase, swap) for phrase, swap in row.replacements.items()
        }
        adding += [
            FieldSource(name, row.code, row.version)
            for name in ("prohibited", "replacements")
            if getattr(row, name)
        ]
    prohibited = tuple(dict.fromkeys(phrase for row in ordered for phrase in row.prohibited))
    named = classes_in((*prohibited, *(phrase for phrase, _ in replacements.values())))
    return ToneOverlay(
        code="+".join(row.code for row in ordered),
        version=sum(row.version for row in ordered) or 1,
        prohibited=prohibited,
        replacements=tuple(sorted(replacements.values())),
        classes=own_classes(named, own()) if named else (),
        sources=(*(sources[name] for name in sorted(sources)), *adding),
        **values,
    )
