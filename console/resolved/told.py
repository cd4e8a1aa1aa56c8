"""What a model is told of a stored payload, word for word, and what of the customer stays here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from compliance.gate.types import CustomerFacts, Rule
from console.resolved.words import name_of
from drafting.context.payload import ContextPayload
from drafting.context.prompt import CUSTOMER_FIELDS, prompt_data, prompt_version


@dataclass(frozen=True, slots=True)
class Told:
    """The JSON of a prompt, the version of its template, and what of the customer is not in it."""

    data: str
    version: str
    sent: tuple[str, ...]
    kept: tuple[str, ...]


def told(payload: ContextPayload, rules: Sequence[Rule], customer_fields: Sequence[str]) -> Told:
    """Return what a model is told when these fields of the customer may be sent."""
    data = prompt_data(payload, rules, customer_fields=customer_fields)
    return Told(
        data=json.dumps(data, ensure_ascii=False, indent=1),
        version=prompt_version(customer_fields),
        sent=tuple(map(name_of, customer_fields)),
        kept=tuple(kept_of(payload.customer, customer_fields)),
    )


def kept_of(customer: CustomerFacts, customer_fields: Sequence[str]) -> list[str]:
    """Return what is known of a customer and not sent: whatever can go without a trace.

    It is found by leaving each part out and looking whether that changes what is sent.
    """
    sent = _sent(customer, customer_fields)
    kept: list[str] = []
    for part in fields(customer):
        value = getattr(customer, part.name)
        empty = part.default if part.default is not MISSING else ()
        if value == empty:
            continue
        if _sent(_with(customer, part.name, empty), customer_fields) == sent:
            kept.append(name_of(part.name))
        elif part.name == "name" and value not in json.dumps(sent, ensure_ascii=False):
            kept.append("name, but for the first")
        elif isinstance(value, tuple):
            kept += _kept_of_each(customer, part.name, value, customer_fields)
    return kept


def _kept_of_each(
    customer: CustomerFacts, name: str, items: tuple[Any, ...], customer_fields: Sequence[str]
) -> list[str]:
    """Return what of a list's members is not sent: some of them, or some of their fields."""
    sent = _sent(customer, customer_fields)

    def changes(members: tuple[Any, ...]) -> bool:
        return _sent(_with(customer, name, members), customer_fields) != sent

    spared = sum(not changes(items[:at] + items[at + 1 :]) for at in range(len(items)))
    found = [f"{spared} of {len(items)} {name_of(name)}"] if spared else []
    if is_dataclass(items[0]):
        found += [
            f"{name_of(part.name)} of the {name_of(name)}"
            for part in fields(items[0])
            if any(getattr(item, part.name) for item in items)
            and not changes(tuple(replace(i, **{part.name: _blank(i, part.name)}) for i in items))
        ]
    return found


def _blank(item: Any, name: str) -> Any:
    value = getattr(item, name)
    return date(2000, 1, 1) if isinstance(value, date) else type(value)()


def _with(customer: CustomerFacts, name: str, value: Any) -> CustomerFacts:
    changed: dict[str, Any] = {name: value}
    return replace(customer, **changed)


def _sent(customer: CustomerFacts, customer_fields: Sequence[str]) -> dict[str, Any]:
    return {name: CUSTOMER_FIELDS[name](customer) for name in customer_fields}
