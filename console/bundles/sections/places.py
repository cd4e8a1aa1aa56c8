"""Sections ``brands``, ``verticals`` and ``locations`` (with hours), and the operator's own row."""

from __future__ import annotations

from typing import Any

from console.bundles.builder import Builder
from console.bundles.fields import Fields, did_you_mean
from console.bundles.nodes import Mapping
from console.bundles.problems import Place
from console.bundles.rows import BundleRows
from console.bundles.sections.hours import read_hours, write_hours
from console.bundles.writing import kept, short_state
from locations.models import (
    Brand,
    Location,
    LocationStatus,
    OperatorProfile,
    Ownership,
    StaleArticles,
    UnverifiedAction,
    Vertical,
    VerticalJudge,
)
from locations.models.unverified import UNVERIFIED_KINDS

# --- Reading -----------------------------------------------------------------------------------


def read_operator(root: Fields, builder: Builder) -> None:
    """Read ``as_of``, ``conventions`` and the operator's ``unverified``."""
    if not any(name in root for name in ("as_of", "conventions", "unverified")):
        return
    conventions = _texts(root.part("conventions"))
    row = OperatorProfile(as_of=root.day("as_of"), conventions=conventions, **_unverified(root))
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


def _unverified(part: Fields) -> dict[str, str]:
    """Read what is done about statements that no fact answers, by kind of facts."""
    actions = part.part("unverified")
    found = {
        f"unverified_{kind}": actions.choice(kind, ("", *UnverifiedAction.values), default="")
        for kind in UNVERIFIED_KINDS
    }
    actions.finish()
    return found


def read_brands(root: Fields, builder: Builder) -> None:
    """Read ``brands``: a mapping of codes."""
    for code, part in root.named_parts("brands"):
        row = Brand(
            code=code,
            name=part.text("name", required=True),
            line=part.text("line"),
            domain=part.text("domain"),
            loyalty=part.text("loyalty"),
            confirm_holidays=part.words("confirm_holidays"),
            stale_articles=part.choice(
                "stale_articles", StaleArticles.values, default=StaleArticles.EXCLUDE
            ),
        )
        days = part.integer("ended_offer_days")
        if days is not None:
            row.ended_offer_days = days
        builder.add(row, part, root.part("brands").place_of(code))
        part.finish()
        part.check(row)


def read_verticals(root: Fields, builder: Builder) -> None:
    """Read ``verticals`` (a mapping of codes), and those that other sections imply.

    A vertical need not be spelled out: having policy defaults, a voice or a location makes one,
    unless the bundle does spell its verticals out.
    """
    for code, part in root.named_parts("verticals"):
        row = Vertical(
            code=code,
            name=part.text("name") or named(code),
            judge=part.text("judge", default=VerticalJudge.OPTIONAL),
            **_unverified(part),
        )
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
            reopens_on=part.day("reopens_on"),
            licence_states=part.states("licence_states"),
        )
        hours = read_hours(part)
        part.node("policy")
        part.finish()
        part.check(row, {"zone": "tz"})
        if brand is None or vertical is None or not code:
            continue
        row.brand, row.vertical = brand, vertical
        builder.add(row, part)
        for found in hours:
            found.row.location = row
            builder.add(found.row, found.part, found.place)
            found.part.check(found.row, found.renamed)


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
    """Write ``as_of``, ``conventions`` and the operator's ``unverified``."""
    for row in rows.operator:
        return kept(
            {"as_of": row.as_of, "conventions": row.conventions, "unverified": row.unverified}
        )
    return {}


def write_brands(rows: BundleRows) -> dict[str, Any]:
    """Write ``brands``."""
    return {
        row.code: {
            "name": row.name,
            **kept(
                {
                    "line": row.line,
                    "domain": row.domain,
                    "loyalty": row.loyalty,
                    "confirm_holidays": row.confirm_holidays,
                }
            ),
            **_unless_usual(row),
        }
        for row in rows.brands
    }


def _unless_usual(row: Brand) -> dict[str, Any]:
    """Write what a brand has otherwise than one that says nothing of it."""
    usual = Brand()
    names = ("stale_articles", "ended_offer_days")
    return {
        name: getattr(row, name) for name in names if getattr(row, name) != getattr(usual, name)
    }


def write_verticals(rows: BundleRows) -> dict[str, Any]:
    """Write ``verticals``, all of them."""
    return {
        row.code: {
            "name": row.name,
            **({"judge": row.judge} if row.judge != VerticalJudge.OPTIONAL else {}),
            **kept({"unverified": row.unverified}),
        }
        for row in rows.verticals
    }


def write_locations(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``locations`` with their hours; the policies come from :mod:`.policies`."""
    hours = write_hours(rows)
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
        if place.reopens_on is not None:
            entry["reopens_on"] = place.reopens_on
        if place.licence_states:
            entry["licence_states"] = [short_state(state) for state in place.licence_states]
        entry.update(hours.get(place.code, {}))
        entry.setdefault("exceptions", {})
        written.append(entry)
    return written
