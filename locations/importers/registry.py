"""The formats that can be imported: one class each, found by its name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final

from locations.importers.values import (
    MAX_BYTES,
    MAX_ROWS,
    Caution,
    ImportFileError,
    Notice,
    Place,
    shown,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands beside the file: the day of the import and the country of bare states."""

    today: date
    country: str = "US"


class Importer(ABC):
    """Reads one format. A subclass with a ``name`` registers itself."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    # One line for the person who chooses.
    about: ClassVar[str] = ""
    endings: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.name in _IMPORTERS:
            raise TypeError(f"two importers are called {cls.name}")
        if cls.name:
            _IMPORTERS[cls.name] = cls

    @abstractmethod
    def places(self, data: bytes, reading: Reading) -> Iterable[Place]:
        """Yield the places of a file.

        Raises:
            ImportFileError: when the file as a whole cannot be read.
        """

    def read(self, data: bytes, reading: Reading) -> tuple[Place, ...]:
        """Read a whole file within its bounds; places of one code are joined.

        Raises:
            ImportFileError: when the file is too large, empty or of another format.
        """
        if len(data) > MAX_BYTES:
            raise ImportFileError(
                [f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read. Split it."]
            )
        found: list[Place] = []
        for place in self.places(data, reading):
            if len(found) >= MAX_ROWS:
                raise ImportFileError([f"The file has more than {MAX_ROWS:,} rows. Split it."])
            found.append(without_past(place, reading.today))
        if not found:
            raise ImportFileError(["The file has no location; is it of the chosen format?"])
        return _joined(found)


_IMPORTERS: Final[dict[str, type[Importer]]] = {}


def importers() -> dict[str, type[Importer]]:
    """Return every importer by its name, in the order of their titles."""
    # Registered by being imported; not before they are needed.
    from locations.importers import csv_table, google, osm, yext  # noqa: F401, PLC0415

    return dict(sorted(_IMPORTERS.items(), key=lambda item: item[1].title))


def importer(name: str) -> Importer:
    """Return the importer of a name.

    Raises:
        ImportFileError: naming the formats there are.
    """
    known = importers()
    if name not in known:
        raise ImportFileError([f"There is no format “{shown(name)}”; choose {', '.join(known)}."])
    return known[name]()


def without_past(place: Place, today: date) -> Place:
    """Leave out exceptions of days gone by, with a caution for each place that has some."""
    past = sorted({day.on for day in place.dated if day.on < today})
    if not past:
        return place
    listed = ", ".join(map(str, past[:5])) + (" and more" if len(past) > 5 else "")
    kept = tuple(day for day in place.dated if day.on >= today)
    caution = Notice(place.where, Caution.PAST, f"{listed}: gone by, not imported")
    return replace(place, dated=kept, notices=(*place.notices, caution))


def _joined(found: list[Place]) -> tuple[Place, ...]:
    """Join rows of one code: further hours types and dates are added, a repetition is not."""
    by_code: dict[str, Place] = {}
    for place in found:
        # Places without a code are none of each other's; the plan refuses them one by one.
        key = place.code or place.where
        first = by_code.get(key)
        by_code[key] = place if first is None else _join(first, place)
    return tuple(by_code.values())


def _join(first: Place, other: Place) -> Place:
    weeks = {week.hours_type for week in first.weeks}
    days = {(day.hours_type, day.on) for day in first.dated}
    repeated = sorted(week.hours_type for week in other.weeks if week.hours_type in weeks)
    repeated += [str(day.on) for day in other.dated if (day.hours_type, day.on) in days]
    new = not (other.weeks or other.dated)
    notices: Iterator[Notice] = iter(())
    if repeated or new:
        what = f" ({shown(', '.join(repeated))})" if repeated else ""
        notices = iter(
            [
                Notice(
                    other.where,
                    Caution.DUPLICATE,
                    f"“{shown(other.code)}” stands at {first.where} already; "
                    f"what is repeated here{what} is not used",
                )
            ]
        )
    return replace(
        first,
        weeks=(*first.weeks, *(week for week in other.weeks if week.hours_type not in weeks)),
        dated=(*first.dated, *(day for day in other.dated if (day.hours_type, day.on) not in days)),
        complete=first.complete | other.complete,
        notices=(*first.notices, *other.notices, *notices),
    )
