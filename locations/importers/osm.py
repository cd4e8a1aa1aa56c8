"""OpenStreetMap: the answer of an Overpass query, or a table with an ``opening_hours`` column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import ClassVar, Final

from locations.importers.csv_table import rows_of
from locations.importers.identities import hours_type_of, identity_of
from locations.importers.json_files import Node, entries, load, part, text
from locations.importers.osm_hours import ExpressionError
from locations.importers.osm_rules import read_expression
from locations.importers.registry import Importer, Reading
from locations.importers.times import doubtful
from locations.importers.values import (
    Caution,
    DayOf,
    ImportFileError,
    Notice,
    Place,
    WeekOf,
    shown,
)

_NOTE: Final = "from opening_hours"
_KEY: Final = "opening_hours"
_NO_HOURS: Final = frozenset({"url", "signed", "covid19", "source"})


class OsmImporter(Importer):
    """OpenStreetMap."""

    name: ClassVar = "osm"
    title: ClassVar = "OpenStreetMap opening_hours"
    about: ClassVar = "JSON of an Overpass query, or a CSV with the columns code and opening_hours."
    endings: ClassVar = (".json", ".csv")

    def places(self, data: bytes, reading: Reading) -> Iterable[Place]:
        """Yield a place for each element or row.

        Raises:
            ImportFileError: when it is neither such JSON nor such a table.
        """
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
            return self._elements(data, reading)
        return self._rows(data, reading)

    def _elements(self, data: bytes, reading: Reading) -> Iterator[Place]:
        for path, element in entries(load(data), "elements"):
            tags = part(element, "tags")
            if not tags:
                continue
            texts = _texts(element, tags)
            hours = {
                key.partition(":")[2]: text(tags, key)
                for key in tags
                if key == _KEY or key.startswith(f"{_KEY}:")
            }
            yield _place(path, _code(element, tags), texts, hours, reading)

    def _rows(self, data: bytes, reading: Reading) -> Iterator[Place]:
        for where, row in rows_of(data):
            if "opening_hours" not in row.texts:
                raise ImportFileError(
                    ["The header has no column “opening_hours”; choose the CSV format instead?"]
                )
            hours = {row.get("hours_type"): row.get("opening_hours")}
            yield _place(where, row.get("code"), row.texts, hours, reading)


def _place(
    where: str, code: str, texts: Mapping[str, str], hours: Mapping[str, str], reading: Reading
) -> Place:
    identity, notices = identity_of(where, texts, reading.country)
    written = texts.get("country", "").strip()
    country = written.upper() if len(written) == 2 else reading.country
    weeks: list[WeekOf] = []
    dated: list[DayOf] = []
    for suffix, expression in hours.items():
        if not expression or suffix in _NO_HOURS:
            continue
        kind, faults = hours_type_of(where, suffix)
        notices += faults
        if kind is not None:
            notices += read_hours(where, kind, expression, (country, reading.today), weeks, dated)
    return Place(where, code, identity, tuple(weeks), tuple(dated), notices=tuple(notices))


def read_hours(
    where: str,
    kind: str,
    expression: str,
    when: tuple[str, date],
    weeks: list[WeekOf],
    dated: list[DayOf],
) -> Iterator[Notice]:
    """Read one string into ``weeks`` and ``dated``, yielding what to look at."""
    country, today = when
    try:
        hours = read_expression(expression, country, today)
    except ExpressionError as error:
        message = f"“{shown(expression)}” is {error}; these hours are not imported"
        yield Notice(where, Caution.UNREADABLE, message)
        return
    for caution, message in hours.remarks:
        yield Notice(where, caution, message)
    if any(day is not None for day in hours.week):
        weeks.append(WeekOf(kind, hours.week))
        yield from doubtful(where, hours.week)
    dated.extend(DayOf(kind, on, day.describe(), _NOTE) for on, day in hours.dated)


def _texts(element: Node, tags: Node) -> dict[str, str]:
    street = " ".join(filter(None, (text(tags, "addr:housenumber"), text(tags, "addr:street"))))
    center = part(element, "center") or element
    return {
        "name": text(tags, "name"),
        "address": street or text(tags, "addr:full"),
        "city": text(tags, "addr:city"),
        "state": text(tags, "addr:state"),
        "country": text(tags, "addr:country"),
        "phone": text(tags, "phone") or text(tags, "contact:phone"),
        "latitude": text(center, "lat"),
        "longitude": text(center, "lon"),
    }


def _code(element: Node, tags: Node) -> str:
    """Return the operator's own reference, else the number that OpenStreetMap gave."""
    for key in ["ref", *sorted(key for key in tags if key.startswith("ref:"))]:
        if text(tags, key):
            return text(tags, key)
    return f"{text(element, 'type') or 'node'}-{text(element, 'id')}"
