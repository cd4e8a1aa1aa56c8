"""Sections ``brands``, ``verticals`` and ``locations`` (with hours), and the operator's own row."""

from __future__ import annotations

from typing import Any

from console.bundles.builder import Builder
from console.bundles.fields import Fields, did_you_mean
from console.bundles.nodes import Mapping, Node, Scalar, Sequence
from console.bundles.problems import Place
from console.bundles.rows import BundleRows
from console.bundles.writing import kept, short_state
from locations.hours import WEEKDAYS
from locations.models import (
    Brand,
    DatedHours,
    Location,
    LocationStatus,
    OperatorProfile,
    Ownership,
    Vertical,
    WeeklyHours,
)

CLOSED, UNKNOWN = "closed", "unknown"


# --- Reading -----------------------------------------------------------------------------------


def read_operator(root: Fields, builder: Builder) -> None:
    """Read ``as_of`` and ``conventions``."""
    if "as_of" not in root and "conventions" not in root:
        return
    conventions = _texts(root.part("conventions"))
    row = OperatorProfile(as_of=root.day("as_of"), conventions=conventions)
    builder.add(row, root)
    root.check(row)


def _texts(part: Fields, depth: int = 0) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for name in part.names():
        node = part.node(name)
        if isinstance(node, Mapping) and depth == 0:
            texts[name] = _texts(part.part(name), depth + 1)
        else:
            texts[name] = part.text(name)
    return texts


def read_brands(root: Fields, builder: Builder) -> None:
    """Read ``brands``: a mapping of codes."""
    for code, part in root.named_parts("brands"):
        row = Brand(
            code=code,
            name=part.text("name", required=True),
            line=part.text("line"),
            domain=part.text("domain"),
            loyalty=part.text("loyalty"),
        )
        builder.add(row, part, root.part("brands").place_of(code))
        part.finish()
        part.check(row)


def read_verticals(root: Fields, builder: Builder) -> None:
    """Read ``verticals`` (a mapping of codes), and those that other sections imply.

    A vertical need not be spelled out: having policy defaults, a voice or a location makes one,
    unless the bundle does spell its verticals out.
    """
    for code, part in root.named_parts("verticals"):
        row = Vertical(code=code, name=part.text("name") or named(code))
        builder.add(row, part, root.part("verticals").place_of(code))
        part.finish()
        part.check(row)
    if builder.keys(Vertical):
        return
    for section in ("policy_defaults", "voices"):
        for code, part in root.named_parts(section):
            scoped = any(name in part for name in ("vertical", "brand", "location"))
            if not (section == "voices" and scoped):
                _imply(code, root.part(section).place_of(code), builder)
    for part in root.parts("locations"):
        if part.text("vertical"):
            _imply(part.text("vertical"), part.place_of("vertical"), builder)


def _imply(code: str, place: Place, builder: Builder) -> None:
    if builder.find(Vertical, code) is None:
        builder.derive(Vertical(code=code, name=named(code)), place)


def named(code: str) -> str:
    """Return a readable name for a code without one."""
    return code.replace("_", " ").replace("-", " ").capitalize()


def read_locations(root: Fields, builder: Builder) -> None:
    """Read ``locations``: a list; their ``policy`` is read with the policies."""
    for part in root.parts("locations"):
        brand = builder.brand(part, required=True)
        vertical = builder.vertical(part, required=True)
        code = part.code()
        row = Location(
            code=code,
            name=part.text("name", required=True),
            ownership=part.text("ownership", default=Ownership.CORPORATE),
            staffing=part.text("staffing"),
            address=part.text("address"),
            city=part.text("city", required=True),
            state=part.state("state", required=True),
            zone=part.text("tz", required=True),
            phone=part.text("phone"),
            status=part.text("status", default=LocationStatus.ACTIVE),
            licence_states=part.states("licence_states"),
        )
        weekly = _week(part)
        dated = _dated(part)
        part.node("policy")
        part.finish()
        part.check(row, {"zone": "tz"})
        if brand is None or vertical is None or not code:
            continue
        row.brand, row.vertical = brand, vertical
        builder.add(row, part)
        if weekly is not None:
            weekly.location = row
            builder.add(weekly, part.part("hours"))
            part.part("hours").check(weekly)
        for exception, place in dated:
            exception.location = row
            builder.add(exception, part.part("exceptions"), place)
            part.part("exceptions").check(exception, {"hours": str(exception.on)})


def _week(part: Fields) -> WeeklyHours | None:
    """Read the week; a day that is not written is unknown, which is not closed."""
    if "hours" not in part:
        return None
    week = part.part("hours")
    days = {day: _day(week.node(day), week, day) for day in WEEKDAYS}
    week.finish()
    return WeeklyHours(**days)


def _day(node: Node | None, part: Fields, name: str) -> str:
    """Read one day: a list of ranges, or a text as the hours are shown."""
    if node is None:
        return UNKNOWN
    if isinstance(node, Sequence) and not node.items:
        return CLOSED
    return ", ".join(part.words(name)) or UNKNOWN


def _dated(part: Fields) -> list[tuple[DatedHours, Place]]:
    rows: list[tuple[DatedHours, Place]] = []
    exceptions = part.part("exceptions")
    for name in exceptions.names():
        node, place = exceptions.node(name), exceptions.place_of(name)
        day = exceptions.as_day(Scalar(place, name), name)
        note = ""
        if isinstance(node, Mapping):
            detail = exceptions.part(name)
            hours, note = _day(detail.node("hours"), detail, "hours"), detail.text("note")
            detail.finish()
        else:
            hours = _day(node, exceptions, name)
        if day is not None:
            rows.append((DatedHours(on=day, hours=hours, note=note), place))
    return rows


def expect_locations(
    codes: list[str], brand: Brand, part: Fields, name: str, builder: Builder
) -> None:
    """Note codes that are no location of a brand."""
    own = {row.code for row in builder.all(Location) if row.brand.code == brand.code}
    for code in codes:
        if code not in own:
            part.fault(name, f"“{code}” is no location of {brand.code}; {did_you_mean(code, own)}")


# --- Writing -----------------------------------------------------------------------------------


def write_operator(rows: BundleRows) -> dict[str, Any]:
    """Write ``as_of`` and ``conventions``."""
    for row in rows.operator:
        return kept({"as_of": row.as_of, "conventions": row.conventions})
    return {}


def write_brands(rows: BundleRows) -> dict[str, Any]:
    """Write ``brands``."""
    return {
        row.code: {
            "name": row.name,
            **kept({"line": row.line, "domain": row.domain, "loyalty": row.loyalty}),
        }
        for row in rows.brands
    }


def write_verticals(rows: BundleRows) -> dict[str, Any]:
    """Write ``verticals``, all of them."""
    return {row.code: {"name": row.name} for row in rows.verticals}


def write_locations(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``locations`` with their hours; the policies come from :mod:`.policies`."""
    weeks = {row.location.code: row for row in rows.weekly_hours}
    dated: dict[str, dict[Any, Any]] = {}
    for row in rows.dated_hours:
        ranges = _hours(row.hours)
        dated.setdefault(row.location.code, {})[row.on] = (
            {"hours": ranges, **kept({"note": row.note})} if row.note or ranges is None else ranges
        )
    written: list[dict[str, Any]] = []
    for place in rows.locations:
        entry: dict[str, Any] = {
            "id": place.code,
            "brand": place.brand.code,
            "vertical": place.vertical.code,
            "name": place.name,
            "city": place.city,
            "state": short_state(place.state),
            "tz": place.zone,
            "ownership": place.ownership,
            **kept({"staffing": place.staffing, "address": place.address, "phone": place.phone}),
        }
        if place.status != LocationStatus.ACTIVE:
            entry["status"] = place.status
        if place.licence_states:
            entry["licence_states"] = [short_state(state) for state in place.licence_states]
        week = weeks.get(place.code)
        if week is not None:
            hours = {day: _hours(getattr(week, day)) for day in WEEKDAYS}
            entry["hours"] = {day: text for day, text in hours.items() if text is not None}
        entry["exceptions"] = dated.get(place.code, {})
        written.append(entry)
    return written


def _hours(text: str) -> list[str] | str | None:
    """Write a day's hours as a list of ranges, keeping any other spelling as a text."""
    if text == UNKNOWN:
        return None
    if text == CLOSED:
        return []
    ranges = text.split(", ")
    if all("-" in part and "," not in part and part == part.strip() for part in ranges):
        return ranges
    return text
