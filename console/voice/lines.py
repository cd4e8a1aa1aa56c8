"""The rows of the tone lab: each dimension of a text, and each field of a voice with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Final

from django.urls import reverse

from compliance.gate.tone.dimensions import DIMENSIONS
from compliance.gate.tone.report import Dimension, Standing, ToneReport
from compliance.gate.types import FieldSource, ToneOverlay
from compliance.models import ToneOverlay as ToneOverlayRow
from console.review.passages import Span, passages
from console.voice import words
from console.voice.trying import Attempt

# How a standing looks, in the classes that findings have.
_LOOKS: Final = {Standing.PASS: "advise", Standing.NEAR: "modify", Standing.FAIL: "block"}
# What says no more of a voice than its other fields do.
_ABOUT_ITSELF: Final = frozenset({"code", "version", "sources", "classes"})


@dataclass(frozen=True, slots=True)
class Origin:
    """The overlay that says a field: its code, version and scope, and where it is edited."""

    code: str
    version: int
    layer: str
    url: str


@dataclass(frozen=True, slots=True)
class DimensionLine:
    """A dimension of a text: measured, its band, how that stands, and who says so.

    ``after`` is the value of the mended text, empty where it is the same. ``standing`` is empty
    where the voice says nothing.
    """

    number: int
    title: str
    value: str
    band: str
    standing: str
    look: str
    enforced: bool
    after: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of a voice: what it says and where from; empty where nothing says it."""

    title: str
    says: tuple[str, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text, with the dimensions that are at fault in it; ``opens`` begin here."""

    text: str
    look: str = ""
    titles: str = ""
    opens: tuple[tuple[int, str], ...] = ()


class Origins:
    """Finds the overlays behind the fields of a voice; links them for those who may open them."""

    def __init__(self, voice: ToneOverlay, rows: Iterable[ToneOverlayRow], *, opens: bool) -> None:
        self._voice = voice
        self._rows = {row.code: row for row in rows}
        self._opens = opens

    def of(self, *named: str) -> tuple[Origin, ...]:
        """Return the overlays that say some fields, each once, the widest first; maybe none."""
        found = {
            each.code: self._origin(each)
            for name in reversed(named)
            for each in self._voice.sources
            if each.field == name
        }
        return tuple(found.values())

    def _origin(self, source: FieldSource) -> Origin:
        row = self._rows[source.code]
        url = ""
        if self._opens:
            page = reverse("admin:compliance_toneoverlay_change", args=(row.pk,))
            url = f"{page}#id_{words.columns_of(source.field)[0]}"
        return Origin(row.code, source.version, layer(row), url)


def layer(row: ToneOverlayRow) -> str:
    """Return the scope of an overlay in words: ``location Fernway Back Bay, on sms``."""
    scopes = (("trade", row.vertical), ("brand", row.brand), ("location", row.location))
    named = [f"{name} {scope.name}" for name, scope in scopes if scope is not None]
    return ", ".join([*named, f"on {row.channel}"] if row.channel else named)


def dimension_lines(tried: Attempt, report: ToneReport, origins: Origins) -> list[DimensionLine]:
    """Return every dimension of a text: first those that its voice speaks of."""
    mended = {each.name: each for each in _after(tried)}
    lines = []
    ordered = sorted(DIMENSIONS, key=lambda each: not each.constrained(tried.case.tone))
    for number, dimension in enumerate(ordered, start=1):
        measured = report[dimension.name]
        speaks = dimension.constrained(tried.case.tone)
        after = mended.get(dimension.name)
        lines.append(
            DimensionLine(
                number=number,
                title=dimension.title,
                value=words.amount(measured.value, dimension.unit),
                band=words.band(measured, dimension.unit) if speaks else "",
                standing=words.STANDINGS[measured.standing] if speaks else "",
                look=_LOOKS[measured.standing],
                enforced=dimension.enforced,
                after=_changed(measured, after, dimension.unit),
                origins=origins.of(*dimension.fields),
            )
        )
    return lines


def _after(tried: Attempt) -> Sequence[Dimension]:
    report = tried.decision.tone
    return () if report is None else report.dimensions


def _changed(before: Dimension, after: Dimension | None, unit: str) -> str:
    if after is None or (after.value, after.standing) == (before.value, before.standing):
        return ""
    return f"{words.amount(after.value, unit)}, {words.STANDINGS[after.standing]}"


def marked(tried: Attempt, report: ToneReport, lines: Iterable[DimensionLine]) -> list[Marked]:
    """Return a text in stretches, marked where a dimension that its voice speaks of is at fault."""
    titles = {line.number: line.title for line in lines}
    numbers = {title: number for number, title in titles.items()}
    spans = [
        Span(start, end, numbers[dimension.title], _LOOKS[measured.standing])
        for dimension in DIMENSIONS
        if dimension.constrained(tried.case.tone)
        and (measured := report[dimension.name]).standing is not Standing.PASS
        for start, end in measured.spans
    ]
    return [
        Marked(
            text=each.text,
            look=each.severity,
            titles=", ".join(dict.fromkeys(titles[number] for number in each.numbers)),
            opens=tuple((number, titles[number]) for number in dict.fromkeys(each.opens)),
        )
        for each in passages(tried.case.text, spans)
    ]


def field_lines(voice: ToneOverlay, origins: Origins) -> list[FieldLine]:
    """Return every field of a voice, those that nothing says last."""
    lines = []
    for field in fields(ToneOverlay):
        if field.name in _ABOUT_ITSELF:
            continue
        found = origins.of(field.name)
        says = tuple(words.said(voice, field.name)) if found else ()
        lines.append(FieldLine(words.title_of(field.name), says, found))
    return sorted(lines, key=lambda line: not line.origins)
