"""Tables: one row a location, or a further row for another hours type or one date."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar, Final

from locations.hours import WEEKDAY_NAMES, WEEKDAYS, DayHours, HoursError
from locations.importers.identities import hours_type_of, identity_of
from locations.importers.registry import Importer, Reading
from locations.importers.times import doubtful, read_date, read_dated, read_day
from locations.importers.values import (
    Caution,
    DayOf,
    ImportFileError,
    Notice,
    Place,
    Week,
    WeekOf,
    shown,
)

MAIN: Final = "main"
_LONGEST_CELL: Final = 4_000
_DELIMITERS: Final = ",;\t|"
# What a column may be called; compared without case, spaces and signs.
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "code": ("code", "storecode", "storeid", "storenumber", "locationid", "id", "ref", "store"),
    "name": ("name", "businessname", "locationname", "title", "storename"),
    "brand": ("brand", "brandcode"),
    "vertical": ("vertical", "trade"),
    "ownership": ("ownership",),
    "address": ("address", "street", "streetaddress", "addressline1", "address1"),
    "city": ("city", "locality", "town", "suburb"),
    "state": ("state", "administrativearea", "province", "region", "stateprovince"),
    "country": ("country", "countryregion", "countrycode", "regioncode"),
    "zone": ("zone", "timezone", "tz"),
    "phone": ("phone", "primaryphone", "telephone", "phonenumber", "tel"),
    "status": ("status", "openstatus"),
    "reopens_on": ("reopenson", "reopendate", "reopeningdate", "reopens"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "hours_type": ("hourstype", "hourskind"),
    "opening_hours": ("openinghours", "osmhours"),
    "date": ("date", "on", "exceptiondate"),
    "hours": ("hours", "datehours"),
    "note": ("note", "reason"),
    "special": ("specialhours", "holidayhours", "exceptions"),
}
_COLUMNS: Final = {name: field for field, names in _NAMES.items() for name in names}
_DAY_COLUMNS: Final = {
    spelled + ending: number
    for number, (short, long) in enumerate(zip(WEEKDAYS, WEEKDAY_NAMES, strict=True))
    for spelled in {short, short[:2], long.casefold(), long[:4].casefold()}
    for ending in ("", "hours")
}
_SPECIAL: Final = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})\s*[:=]\s*")


class CsvImporter(Importer):
    """CSV with a column per weekday."""

    name: ClassVar = "csv"
    title: ClassVar = "CSV with weekday columns"
    about: ClassVar = (
        "A table with a header: code, name, city, state, ..., mon to sun. Also the spreadsheet "
        "that Google Business Profile exports."
    )
    endings: ClassVar = (".csv", ".tsv", ".txt")

    def places(self, data: bytes, reading: Reading) -> Iterable[Place]:
        """Yield a place for each row.

        Raises:
            ImportFileError: when there is no table, or no column for codes.
        """
        for where, row in rows_of(data):
            yield from self._place(where, row, reading)

    def _place(self, where: str, row: Row, reading: Reading) -> Iterator[Place]:
        notices: list[Notice] = []
        kind, faults = hours_type_of(where, row.get("hours_type"))
        notices += faults
        identity, faults = identity_of(where, row.texts, reading.country)
        notices += faults
        dated = [*_dated(where, row, kind or MAIN, notices)]
        week = _week(where, row, notices)
        weeks: tuple[WeekOf, ...] = ()
        if kind is not None and any(day is not None for day in week):
            weeks = (WeekOf(kind, week),)
            notices += doubtful(where, week)
            notices += _silent(where, week)
        yield Place(
            where=where,
            code=row.get("code"),
            identity=identity,
            weeks=weeks,
            dated=tuple(dated) if kind is not None else (),
            notices=tuple(notices),
        )


class Row:
    """One row's texts by what their columns mean, and its seven days."""

    __slots__ = ("days", "texts")

    def __init__(self, fields: list[str | int | None], cells: list[str]) -> None:
        self.texts: dict[str, str] = {}
        self.days: list[str] = [""] * 7
        for field, cell in zip(fields, cells, strict=False):
            text = cell.replace("\x00", "").strip()[:_LONGEST_CELL]
            if isinstance(field, int):
                self.days[field] = text
            elif field is not None:
                self.texts[field] = text

    def get(self, field: str) -> str:
        """Return a text; empty when the column is not there."""
        return self.texts.get(field, "")


def rows_of(data: bytes) -> Iterator[tuple[str, Row]]:
    """Yield each row with its place, ``line 2``; the dialect is found out from the header.

    Raises:
        ImportFileError: when it is no text, has no header, or no column for codes.
    """
    reader = csv.reader(io.StringIO(decoded(data), newline=""), _dialect(decoded(data)))
    header: list[str] | None = None
    fields: list[str | int | None] = []
    before = 0
    try:
        for cells in reader:
            # A cell may span lines: a row is named by its first.
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = cells
                fields = _fields(cells)
                continue
            row = Row(fields, cells)
            if not row.get("code"):
                raise ImportFileError(
                    [f"line {line}: the code is missing; give each row its code."]
                )
            yield f"line {line}", row
    except csv.Error as error:
        raise ImportFileError(
            [f"line {reader.line_num}: not readable as CSV ({error})."]
        ) from error


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 with its mark, else UTF-8, else Windows-1252.

    Raises:
        ImportFileError: when it is no text.
    """
    marked = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ImportFileError(["The file is not text; save it as CSV in UTF-8."])


def _dialect(text: str) -> type[csv.Dialect]:
    header = next((line for line in text.splitlines()[:50] if line.strip()), "")
    counted = {sign: header.count(sign) for sign in _DELIMITERS}

    class Found(csv.excel):
        delimiter = max(counted, key=lambda sign: counted[sign])
        skipinitialspace = True

    return Found


def _fields(header: list[str]) -> list[str | int | None]:
    fields: list[str | int | None] = []
    for title in header:
        key = re.sub(r"[^a-z0-9]", "", title.casefold())
        field: str | int | None = _DAY_COLUMNS.get(key, _COLUMNS.get(key))
        if field is not None and field in fields:
            raise ImportFileError(
                [f"Two columns mean the same, the second is “{shown(title)}”; rename or drop one."]
            )
        fields.append(field)
    if "code" not in fields:
        message = "The header has no column for the code of a location; call one “code”"
        raise ImportFileError([f"{message}. It has: {shown(', '.join(header))}."])
    return fields


def _week(where: str, row: Row, notices: list[Notice]) -> Week:
    days: list[DayHours | None] = []
    for number, text in enumerate(row.days):
        day = None
        try:
            day = read_day(text)
        except HoursError as error:
            notices.append(
                Notice(where, Caution.UNREADABLE, f"{WEEKDAY_NAMES[number]}: {error}; not imported")
            )
        days.append(day)
    return tuple(days)


def _silent(where: str, week: Week) -> list[Notice]:
    """Say which days have an empty cell, although others have hours."""
    empty = [WEEKDAY_NAMES[number] for number, day in enumerate(week) if day is None]
    if not empty:
        return []
    message = f"{', '.join(empty)}: nothing read, so what is stored stays (unknown if nothing is)"
    return [Notice(where, Caution.DAY_LOST, message)]


def _dated(where: str, row: Row, kind: str, notices: list[Notice]) -> Iterator[DayOf]:
    written = [(row.get("date"), row.get("hours"))] if row.get("date") else []
    parts = _SPECIAL.split(row.get("special"))
    if parts[0].strip(" ,;"):
        message = f"special hours: “{shown(parts[0])}” has no date; write 2026-11-26: closed"
        notices.append(Notice(where, Caution.UNREADABLE, message))
    written += [
        (day, hours.strip().strip(",;"))
        for day, hours in zip(parts[1::2], parts[2::2], strict=True)
    ]
    for day_text, hours_text in written:
        try:
            on: date = read_date(day_text)
            hours = read_dated(hours_text or "no hours given")
            if hours is not None:
                yield DayOf(kind, on, hours.describe(), row.get("note")[:200])
        except HoursError as error:
            notices.append(Notice(where, Caution.UNREADABLE, f"{error}; not imported"))
