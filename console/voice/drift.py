"""How replies kept to a voice lately: as written, as the gate let them out, as agents sent them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from django.db.models import QuerySet

from compliance.gate.concepts.own import OwnConcept
from compliance.gate.fingerprint import fingerprint
from compliance.gate.tone.dimensions import DIMENSIONS, tone_report
from compliance.gate.tone.report import Standing
from compliance.gate.tone.speech import speech_in
from compliance.gate.types import ToneOverlay, Verdict
from compliance.models import Concept
from compliance.models import ToneOverlay as ToneOverlayRow
from compliance.voices import tone_overlay
from console.voice import words
from console.voice.scope import Scope
from console.voice.spread import (
    Advice,
    Band,
    Bar,
    Scale,
    Spread,
    advise,
    scale_of,
    spread_of,
)
from drafting.models import Draft, SentReply
from locations.models import Location
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# The latest of more are read: a page answers at once, and habits show in fewer.
MOST_TEXTS: Final = 3_000

# Bands come with a measured text; which one makes no difference, if it has a few sentences.
_ANY_TEXT: Final = "The desk is open. " * 10

Values = dict[str, list[tuple[float, Standing]]]


@dataclass(slots=True)
class Series:
    """The texts of one kind: how many there are, how many of them are read and measured."""

    title: str
    about: str
    total: int = 0
    measured: int = 0
    values: Values = field(default_factory=dict)

    def take(self, report: Mapping[str, Any] | None) -> None:
        """Add the values of a stored report, if there is one."""
        if report is None:
            return
        self.measured += 1
        for each in report["dimensions"]:
            # A text that is too short to tell is no text with a value of nothing.
            if each["value"] is not None:
                measured = each["value"], Standing(each["standing"])
                self.values.setdefault(each["name"], []).append(measured)


@dataclass(frozen=True, slots=True)
class Cell:
    """A spread in words, with its bar."""

    spread: Spread
    words: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Line:
    """A dimension with the band that its voice has now, and a cell a series, ``None`` if empty.

    ``consider`` is the band that the advice names, in words.
    """

    title: str
    speaks: bool
    band: str
    enforced: bool
    band_bar: Bar | None
    cells: tuple[tuple[str, Cell | None], ...]
    advice: Advice | None
    consider: str


@dataclass(frozen=True, slots=True)
class Drift:
    """Everything on the page; ``elsewhen`` of the sent texts were held against another voice."""

    series: tuple[Series, ...]
    lines: tuple[Line, ...]
    held: int
    elsewhen: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured."""
        return not any(series.measured for series in self.series)


def drift(user: User, scope: Scope, *, since: datetime) -> Drift:
    """Return how the replies of a scope kept to its voice since a moment.

    The number of queries never depends on how many there are.
    """
    places = _places(user, scope)
    written = Series("As written", "drafts as they were generated")
    gated = Series("After the gate", "drafts that passed, with what it changed")
    sent = Series("As sent", "what agents sent in the end")
    drafts = Draft.objects.filter(
        ticket__location__in=places, ticket__channel=scope.channel, created_at__gte=since
    )
    written.total = drafts.count()
    held = 0
    for verdict, *reports in _measured(drafts, "-created_at", "decision__verdict"):
        written.take(_as_given(*reports))
        if verdict == Verdict.BLOCK:
            held += 1
        else:
            gated.total += 1
            gated.take(reports[-1])
    replies = SentReply.objects.filter(
        draft__ticket__location__in=places, draft__ticket__channel=scope.channel, sent_at__gte=since
    )
    sent.total = replies.count()
    now = _Voices(scope.channel)
    at = "draft__ticket__location"
    asked = (f"{at}_id", f"{at}__vertical_id", f"{at}__brand_id", "decision__tone_sha256")
    elsewhen = 0
    for place, trade, brand, voice, *reports in _measured(replies, "-sent_at", *asked):
        sent.take(_as_given(*reports))
        elsewhen += voice != now.fingerprint(place, trade, brand)
    series = (written, gated, sent)
    return Drift(series, _lines(series, scope.voice(now.of(scope))), held, elsewhen)


def _places(user: User, scope: Scope) -> QuerySet[Location]:
    places = visible_locations(user)
    if scope.by_location:
        return places.filter(pk=scope.place.pk)
    places = places.filter(vertical=scope.place.vertical_id)
    return places.filter(brand=scope.place.brand_id) if scope.by_brand else places


def _measured(rows: QuerySet[Any], newest: str, *asked: str) -> Iterable[Any]:
    """Return what is asked of the latest rows, then whether edits were made, and both reports."""
    reports = ("decision__edited", "decision__tone_given", "decision__tone_report")
    latest: Iterable[Any] = rows.order_by(newest).values_list(*asked, *reports)[:MOST_TEXTS]
    return latest


def _as_given(edited: bool, given: Any, last: Any) -> Any:
    """Return the report on a text before the gate's edits; older decisions did not keep it."""
    return given if edited else last


class _Voices:
    """The voices that are in force now, one query for all locations."""

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self._rows = list(ToneOverlayRow.objects.select_related("vertical", "brand", "location"))
        self._located = {row.location_id for row in self._rows}
        self._known: dict[tuple[int | None, int, int], str] = {}

    def of(self, scope: Scope) -> list[ToneOverlayRow]:
        """Return the overlays of a scope."""
        place = scope.place
        return self._matching(
            place.pk if scope.by_location else None,
            place.vertical_id,
            place.brand_id if scope.by_brand else None,
        )

    def fingerprint(self, place: int, trade: int, brand: int) -> str:
        """Return the fingerprint of a location's voice."""
        key = place if place in self._located else None, trade, brand
        if key not in self._known:
            rows = self._matching(*key)
            voice = tone_overlay(rows, self._channel, lambda: self._own)
            self._known[key] = fingerprint(voice)
        return self._known[key]

    @cached_property
    def _own(self) -> tuple[OwnConcept, ...]:
        return tuple(Concept.objects.in_force())

    def _matching(self, place: int | None, trade: int, brand: int | None) -> list[ToneOverlayRow]:
        return [
            row
            for row in self._rows
            if row.location_id in {None, place}
            and row.vertical_id in {None, trade}
            and row.brand_id in {None, brand}
        ]


def _lines(series: tuple[Series, ...], voice: ToneOverlay) -> tuple[Line, ...]:
    """Return a line for each dimension that the voice speaks of or that was measured."""
    bands = tone_report(speech_in(_ANY_TEXT, voice), unconstrained=True)
    lines = []
    for dimension in DIMENSIONS:
        spreads = tuple(spread_of(each.values.get(dimension.name, ())) for each in series)
        if not any(spreads):
            continue
        wanted = bands[dimension.name]
        band: Band = wanted.low, wanted.high
        scale = scale_of(spreads, band)
        advice = advise(*spreads, band=band)
        lines.append(
            Line(
                title=dimension.title,
                speaks=dimension.constrained(voice),
                band=words.band(wanted, dimension.unit),
                enforced=dimension.enforced,
                band_bar=scale.band(band),
                cells=tuple(
                    (each.title, _cell(spread, dimension.unit, scale))
                    for each, spread in zip(series, spreads, strict=True)
                ),
                advice=advice,
                consider=_consider(advice, dimension.unit),
            )
        )
    return tuple(sorted(lines, key=lambda line: line.advice is None))


def _cell(spread: Spread | None, unit: str, scale: Scale) -> Cell | None:
    if spread is None:
        return None
    said = words.amount(spread.median, unit)
    if spread.low != spread.high:
        median, low = (words.number(each, unit) for each in (spread.median, spread.low))
        said = f"{median}, mostly {low} to {words.amount(spread.high, unit)}"
    return Cell(spread, said, scale.spread(spread))


def _consider(advice: Advice | None, unit: str) -> str:
    if advice is None or advice.high is None:
        return ""
    high = words.amount(advice.high, unit)
    return (
        f"at most {high}" if advice.low is None else f"{words.number(advice.low, unit)} to {high}"
    )
