"""What each field of an overlay does, shown on a sample by the gate itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from compliance.gate.concepts import expressions_of, plain_ones
from compliance.gate.concepts.own import OwnConcept
from compliance.gate.ruleset import RuleSet, compile_rules
from compliance.gate.tone.classes import own_classes
from compliance.gate.tone.dimensions import DIMENSIONS
from compliance.gate.tone.guidance import tone_guidance
from compliance.gate.tone.permitted import parse
from compliance.gate.tone.phrases import SIGN
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    PlaceFacts,
    ToneOverlay,
)
from compliance.models import Concept
from compliance.models import ToneOverlay as ToneOverlayRow
from compliance.voices import tone_overlay
from console.voice import words
from console.voice.samples import EXAMPLES
from console.voice.trying import Attempt, Change, attempt
from locations.admin.forms import form_field
from locations.hours import UNKNOWN_WEEK, Schedule

_FACTS: Final = Facts(
    at=datetime(2026, 3, 4, 12, tzinfo=UTC),
    brand=BrandFacts("sample", "Sample"),
    place=PlaceFacts(
        code="sample",
        name="Sample",
        vertical="sample",
        city="",
        state="",
        ownership="",
        staffing="",
        phone="",
        address="",
        status="open",
        schedule=Schedule("UTC", UNKNOWN_WEEK),
    ),
    customer=CustomerFacts(name="Ana Ruiz"),
)
# What a greeting's placeholders are filled with in the sample.
_SLOTS: Final = {
    "first_name": "Ana",
    "name": "Ana Ruiz",
    "location": _FACTS.place.name,
    "brand": _FACTS.brand.name,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An example worked out: the sample in pieces, how it measures, and what a writer is told.

    ``voiced`` is the sample in full voice, where that is another text than what the gate makes.
    ``fault`` says why what is typed cannot be read; then there is nothing else.
    """

    changes: tuple[Change, ...] = ()
    measured: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    voiced: str = ""
    fault: str = ""


# Samples are short: only a machine that is busy, or a process just started, takes long over one.
_PATIENCE: Final = 20.0
# What a writer is told of a long list, before it is cut short.
_MOST_TOLD: Final = 3
_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})


def shown(name: str, typed: Mapping[str, Any]) -> Shown:
    """Work an example out for what a form holds, typed or stored.

    Raises:
        KeyError: for a field that has no example.
    """
    example = EXAMPLES[name]
    try:
        values = _values((name, *example.takes), typed)
    except ValidationError as error:
        return Shown(fault=" ".join(error.messages))
    if values[name] in _EMPTY:
        needed = (values.get(other) for other in example.beside)
        if not example.says_when_empty or any(value in _EMPTY for value in needed):
            return Shown()
    values |= {
        other: value for other, value in example.beside.items() if values.get(other) in _EMPTY
    }
    row = ToneOverlayRow(code="typed", **values)
    if faults := _faults(row, values):
        return Shown(fault=" ".join(faults))
    if name == "replacements":
        # A swap is made where its phrase is not to be said.
        row.prohibited = list(row.replacements)
    own = Concept.objects.in_force() if row.classes else ()
    voice = tone_overlay([row], channel="", own=lambda: own)
    text = example.text.replace("{}", _first(values[name], own))
    case = GateInput(text, _FACTS, ChannelRules("sample"), voice)
    tried = attempt(case, _no_rules(own), seconds=_PATIENCE)
    failed = [fault.message for fault in tried.decision.faults]
    return Shown(
        changes=tried.changes,
        measured=_measured(name, tried),
        told=_told(voice),
        held=tuple(dict.fromkeys((*failed, *(found.message for found in tried.stands)))),
        voiced="".join(change.now for change in tried.voiced),
    )


_COLUMNS: Final = {column.name: column for column in ToneOverlayRow._meta.fields}


@lru_cache(maxsize=2)
def _no_rules(own: tuple[OwnConcept, ...]) -> RuleSet:
    return compile_rules((), own)


def _told(voice: ToneOverlay) -> tuple[str, ...]:
    lines = [line.removeprefix("- ") for line in tone_guidance(voice).splitlines()]
    more = len(lines) - _MOST_TOLD
    return (*lines[:_MOST_TOLD], *([f"and {more} more"] if more > 0 else []))


def _values(names: tuple[str, ...], typed: Mapping[str, Any]) -> dict[str, Any]:
    """Read fields as the form does; an empty one has its default.

    Raises:
        ValidationError: for what the form would refuse.
    """
    values: dict[str, Any] = {}
    for name in dict.fromkeys(names):
        column = _COLUMNS[name]
        as_form = form_field(column) or column.formfield() or forms.CharField(required=False)
        value = as_form.clean(typed.get(name, ""))
        values[name] = column.get_default() if value is None else value
    return values


def _faults(row: ToneOverlayRow, names: Collection[str]) -> list[str]:
    """Return why these fields of an overlay would not be saved."""
    try:
        row.clean_fields(exclude=_COLUMNS.keys() - set(names))
    except ValidationError as error:
        return error.messages
    return [why for name, told in row.faults().items() if name in names for why in told]


def _first(value: Any, own: tuple[OwnConcept, ...]) -> str:
    """Return the first phrase of a field, as a reply would have it; of a class, one of its own."""
    if not isinstance(value, list | dict):
        return ""
    phrase = parse(str(next(iter(value)))).text
    if phrase.startswith(SIGN):
        name = phrase.removeprefix(SIGN)
        mine = (one for each in own_classes((name,), own) for one in each.samples)
        phrase = next(chain(mine, plain_ones(expressions_of(name))), phrase)
    for slot, filled in _SLOTS.items():
        phrase = phrase.replace(f"{{{slot}}}", filled)
    return phrase


def _measured(name: str, tried: Attempt) -> tuple[str, ...]:
    """Return how the sample stands on each dimension that measures a field."""
    voice: ToneOverlay = tried.case.tone
    report = tried.report
    if report is None:
        return ()
    lines = []
    for dimension in DIMENSIONS:
        columns = {column for each in dimension.fields for column in words.columns_of(each)}
        if name in columns and dimension.constrained(voice):
            measured = report[dimension.name]
            value = words.amount(measured.value, dimension.unit)
            wanted = words.band(measured, dimension.unit)
            lines.append(
                f"{dimension.title}: {value}, wanted {wanted}: {words.STANDINGS[measured.standing]}"
            )
    return tuple(lines)
