"""The JSON Schema of a stored payload, made from the frozen values themselves.

JSON Schema 2020-12. What is written here is what :func:`compliance.gate.fingerprint.plain` writes:
dates as ISO 8601, enums as their values, tuples and sets as arrays.
"""

from __future__ import annotations

import inspect
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Final

from drafting.context.payload import PAYLOAD_VERSION, ContextPayload

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}


def payload_schema() -> dict[str, Any]:
    """Return the schema of a context payload of the present version."""
    kinds: dict[str, dict[str, Any]] = {}
    _schema(ContextPayload, kinds)
    top = kinds.pop(ContextPayload.__name__)
    top["properties"]["version"] = {"const": PAYLOAD_VERSION}
    return {
        "$schema": DIALECT,
        "title": "Draftgate context payload",
        **top,
        "$defs": dict(sorted(kinds.items())),
    }


def _schema(kind: Any, kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    origin, members = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return _any_of([_schema(member, kinds) for member in members])
    if origin in {tuple, frozenset}:
        return _array(origin, members, kinds)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in kinds:
            kinds[kind.__name__] = {}  # known by now, should it name itself
            kinds[kind.__name__] = _object(kind, kinds)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    raise TypeError(f"{kind!r} has no JSON Schema")


def _any_of(members: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a union, scalars without more to say as one list of types."""
    distinct = [each for at, each in enumerate(members) if each not in members[:at]]
    if all(each.keys() == {"type"} for each in distinct):
        return {"type": [each["type"] for each in distinct]}
    return {"anyOf": distinct}


def _array(origin: Any, members: tuple[Any, ...], kinds: dict[str, Any]) -> dict[str, Any]:
    if origin is tuple and members[-1] is not Ellipsis:
        return {
            "type": "array",
            "prefixItems": [_schema(member, kinds) for member in members],
            "items": False,
            "minItems": len(members),
        }
    unique = {"uniqueItems": True} if origin is frozenset else {}
    return {"type": "array", "items": _schema(members[0], kinds), **unique}


def _object(kind: type[Any], kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    annotated = typing.get_type_hints(kind)
    parts = fields(kind)
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "properties": {part.name: _schema(annotated[part.name], kinds) for part in parts},
        "required": [part.name for part in parts],
        "additionalProperties": False,
    }
