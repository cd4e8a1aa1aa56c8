"""Which field of a CRM's JSON is which part of a customer record: a mapping an operator writes.

Pure. A path is names and numbers with dots between them (``profile.addresses.0.state``); the parts
of an order are paths inside one entry of the list that ``orders`` points to.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

# Left out of a mapping, a part is looked for under its own name.
PARTS: Final = (
    "name",
    "state",
    "loyalty.tier",
    "loyalty.points",
    "consents",
    "contacts",
    "orders",
    "order.id",
    "order.brand",
    "order.location",
    "order.item",
    "order.total",
    "order.date",
    "order.status",
    "order.channel",
    "order.details",
)
_PATH: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_STATE: Final = re.compile(r"(?:[A-Za-z]{2}-)?([A-Za-z]{2})")
MAX_ORDERS: Final = 200
MAX_CONTACTS: Final = 200
MAX_DETAILS: Final = 50
_MAX_TEXT: Final = 500


class MappingError(ValueError):
    """A mapping that cannot work; the message names the entry and what to write."""


class RecordError(ValueError):
    """An answer that is no customer record as the mapping describes it; the message says where."""


@dataclass(frozen=True, slots=True)
class CrmRecord:
    """What a CRM knows of a customer, checked; ``state`` is ISO 3166-2, empty when unknown."""

    name: str
    state: str = ""
    loyalty: dict[str, Any] | None = None
    consents: dict[str, bool] = field(default_factory=dict)
    orders: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)


def check_mapping(mapping: Any) -> dict[str, str]:
    """Return a mapping as written.

    Raises:
        MappingError: for a part that does not exist or a path that cannot be read.
    """
    if not isinstance(mapping, dict):
        raise MappingError("Write an object of part and path: {“name”: “profile.full_name”}.")
    for part, path in mapping.items():
        if part not in PARTS:
            raise MappingError(f"“{str(part)[:60]}” is no part; known are {', '.join(PARTS)}.")
        if not isinstance(path, str) or not _PATH.fullmatch(path):
            raise MappingError(f"{part}: write a path such as profile.address.state.")
    return mapping


def read_record(answer: Any, mapping: Mapping[str, str]) -> CrmRecord:
    """Read a CRM's JSON as a customer record; what it does not hold is unknown.

    Raises:
        RecordError: naming the part that is not what it must be; nothing is guessed.
    """
    if not isinstance(answer, dict):
        raise RecordError("The answer is no JSON object.")
    whole = [name for name in PARTS if not name.startswith("order.")]
    if all(_at(answer, mapping.get(name, name)) is None for name in whole):
        # An error told as an answer, or a mapping of another CRM, must not empty a record.
        raise RecordError("The answer holds no part of a record; check the mapping.")

    def part(name: str, read: Callable[[str, Any], Any], missing: Any) -> Any:
        value = _at(answer, mapping.get(name, name))
        return missing if value is None else read(name, value)

    tier = part("loyalty.tier", _text, "")
    points = part("loyalty.points", _whole, None)
    loyalty = {"tier": tier, "points": points} if tier or points is not None else None
    return CrmRecord(
        name=part("name", _text, ""),
        state=part("state", _state, ""),
        loyalty=loyalty,
        consents=part("consents", _consents, {}),
        orders=[
            _order(number, order, mapping)
            for number, order in enumerate(part("orders", _listed(MAX_ORDERS), []))
        ],
        contacts=[
            _text(f"contacts.{number}", line)
            for number, line in enumerate(part("contacts", _listed(MAX_CONTACTS), []))
        ],
    )


def _at(value: Any, path: str) -> Any:
    """Follow a path; ``None`` where it leads nowhere."""
    for step in path.split("."):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _order(number: int, order: Any, mapping: Mapping[str, str]) -> dict[str, Any]:
    where = f"orders.{number}"
    if not isinstance(order, dict):
        raise RecordError(f"{where} is no object.")

    def part(name: str, read: Callable[[str, Any], Any], missing: Any) -> Any:
        value = _at(order, mapping.get(f"order.{name}", name))
        return missing if value is None else read(f"{where}.{name}", value)

    read = {
        "id": part("id", _text, ""),
        "brand": part("brand", _text, ""),
        "location": part("location", _text, ""),
        "item": part("item", _text, ""),
        "total": part("total", _amount, 0),
        "date": part("date", _day, ""),
        "status": part("status", _text, ""),
    }
    further = {
        "channel": part("channel", _text, ""),
        "details": part("details", _details, {}),
    }
    read |= {name: value for name, value in further.items() if value}
    for name in ("id", "date"):
        if not read[name]:
            raise RecordError(f"{where}.{name} is missing; every order needs one.")
    return read


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RecordError(f"{name} is no text.")
    text = " ".join(str(value).split())
    if len(text) > _MAX_TEXT or not text.isprintable():
        raise RecordError(f"{name} is too long or holds control characters.")
    return text


def _whole(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise RecordError(f"{name} is no whole number.")
    return value


def _amount(name: str, value: Any) -> float:
    amount = -1.0
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        with suppress(ValueError, OverflowError):
            amount = float(value)
    if not 0 <= amount < 1e9:  # also false for what is no number at all
        raise RecordError(f"{name} is no amount of dollars.")
    return amount


def _day(name: str, value: Any) -> str:
    """A date, or the date of a moment, as ISO 8601."""
    if isinstance(value, str):
        with suppress(ValueError):
            if "T" in value:
                return datetime.fromisoformat(value).date().isoformat()
            return date.fromisoformat(value).isoformat()
    raise RecordError(f"{name} is no date such as 2026-11-02.")


def _state(name: str, value: Any) -> str:
    found = _STATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise RecordError(f"{name} is no state such as MA or US-MA.")
    text = value.strip().upper()
    return text if "-" in text else f"US-{text}"


def _consents(name: str, value: Any) -> dict[str, bool]:
    if not isinstance(value, dict) or not all(isinstance(given, bool) for given in value.values()):
        raise RecordError(f"{name} is no object of yes and no.")
    return {_text(name, key): given for key, given in value.items()}


def _details(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > MAX_DETAILS:
        raise RecordError(f"{name} is no object of at most {MAX_DETAILS} values.")
    return {_text(name, key): _detail(f"{name}.{key}", each) for key, each in value.items()}


def _detail(name: str, value: Any) -> str | int | float | bool:
    """Return a yes or no, a number or a text."""
    if isinstance(value, bool) or (isinstance(value, int | float) and math.isfinite(value)):
        return value
    return _text(name, value)


def _listed(most: int) -> Callable[[str, Any], list[Any]]:
    def read(name: str, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise RecordError(f"{name} is no list.")
        return value[:most]

    return read
