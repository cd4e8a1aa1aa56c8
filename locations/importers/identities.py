"""Names, addresses, states and kinds of hours, as files of any format write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from locations.hours import HoursError
from locations.importers.states import read_state
from locations.importers.times import read_date
from locations.importers.values import Caution, Identity, Notice, shown

_STATUSES: Final = {
    "": None,
    "active": "active",
    "open": "active",
    "openforbusinessunspecified": None,
    "temporarilyclosed": "temporarily_closed",
    "closedtemporarily": "temporarily_closed",
    "closed": "closed",
    "closedforgood": "closed",
    "closedpermanently": "closed",
    "permanentlyclosed": "closed",
}
_TYPES: Final = {
    "": "main",
    "main": "main",
    "regular": "main",
    "store": "main",
    "pickup": "pickup",
    "curbsidepickup": "pickup",
    "drivethrough": "drive_through",
    "drivethru": "drive_through",
    "delivery": "delivery",
    "takeout": "takeout",
    "takeaway": "takeout",
    "kitchen": "kitchen",
    "senior": "senior",
    "pharmacy": "pharmacy",
    "phone": "phone",
    "online": "online",
    "onlineservice": "online",
}
_SIGNS: Final = re.compile(r"[^a-z0-9]")


def key_of(text: str) -> str:
    """Return a word for comparison: without case, spaces and signs."""
    return _SIGNS.sub("", text.casefold())


def hours_type_of(where: str, text: str) -> tuple[str | None, list[Notice]]:
    """Return the hours type of a name, or ``None`` and the caution that it is not known."""
    key = key_of(text)
    kind = _TYPES.get(key) or _TYPES.get(key.removesuffix("hours") or key)
    if kind is not None:
        return kind, []
    known = ", ".join(sorted(set(_TYPES.values())))
    message = f"“{shown(text)}” is none of {known}; these hours are not imported"
    return None, [Notice(where, Caution.HOURS_TYPE, message)]


def identity_of(
    where: str, texts: Mapping[str, str], country: str
) -> tuple[Identity, list[Notice]]:
    """Return what texts by field say about a place; an empty text says nothing."""
    notices: list[Notice] = []
    said = {field: " ".join(text.split()) for field, text in texts.items() if text.strip()}
    state = None
    if "state" in said:
        written = said.get("country", "")
        state, remark = read_state(said["state"], written if len(written) == 2 else country)
        if remark:
            notices.append(Notice(where, Caution.STATE, remark))
    status = None
    if "status" in said:
        status = _STATUSES.get(key_of(said["status"]))
        if status is None and key_of(said["status"]) not in _STATUSES:
            message = f"“{shown(said['status'])}” is no status; the stored one stays"
            notices.append(Notice(where, Caution.STATUS, message))
    return Identity(
        name=said.get("name", "")[:200] or None,
        brand=said.get("brand"),
        vertical=said.get("vertical"),
        ownership=said["ownership"].casefold() if "ownership" in said else None,
        address=said.get("address", "")[:300] or None,
        city=said.get("city", "")[:120] or None,
        state=state,
        zone=said.get("zone"),
        phone=said.get("phone", "")[:40] or None,
        status=status,
        reopens_on=_day(where, said.get("reopens_on", ""), notices),
        latitude=_degrees(said.get("latitude", ""), 90),
        longitude=_degrees(said.get("longitude", ""), 180),
    ), notices


def _day(where: str, text: str, notices: list[Notice]) -> date | None:
    if not text:
        return None
    try:
        return read_date(text)
    except HoursError as error:
        notices.append(Notice(where, Caution.STATUS, f"reopening: {error}; not imported"))
        return None


def _degrees(text: str, most: int) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if -most <= found <= most else None
