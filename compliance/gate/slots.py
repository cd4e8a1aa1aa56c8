"""Slots in the texts of rules: ``{cancel_url}`` is a policy term, ``{location.phone}`` a fact.

What is known of the customer is never one: a text that law or the operator fixed is the same for
everybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from compliance.gate.types import Facts
from compliance.gate.value_words import policy_words

_SLOT: Final = re.compile(r"\{([^{}]*)\}")
_SLOT_AND_STOP: Final = re.compile(r"\{([^{}]*)\}([.]?)")
_TERM: Final = re.compile(r"[a-z][a-z0-9_]*")
# Where a value is entered, by the part of a slot before the full stop.
_ENTERED: Final = {"location": "on the location's page", "brand": "on the brand's page"}

FACT_SLOTS: Final[dict[str, Callable[[Facts], str]]] = {
    "brand.name": lambda facts: facts.brand.name,
    "brand.domain": lambda facts: facts.brand.domain,
    "location.name": lambda facts: facts.place.name,
    "location.city": lambda facts: facts.place.city,
    "location.phone": lambda facts: facts.place.phone,
    "location.address": lambda facts: facts.place.address,
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its slots filled; ``missing`` says of each empty one what it is and where its
    value is entered. With any, there is no text.
    """

    text: str
    missing: tuple[str, ...] = ()


def slots_in(text: str) -> list[str]:
    """Return the slots that a text asks for, in order, known or not."""
    return [found.strip() for found in _SLOT.findall(text)]


def stray_braces(text: str) -> list[str]:
    """Return the braces of a text that belong to no slot."""
    rest = _SLOT.sub("", text)
    return [brace for brace in "{}" if brace in rest]


def has_braces(text: str) -> bool:
    """Say whether there is anything to fill in a text."""
    return "{" in text or "}" in text


def fill(text: str, facts: Facts) -> Filled:
    """Put what holds at the location in place of a text's slots."""
    if not has_braces(text):
        return Filled(text)
    values: dict[str, str] = {}
    missing = [f"a stray “{brace}” in its text" for brace in stray_braces(text)]
    for slot in dict.fromkeys(slots_in(text)):
        value = _value(slot, facts)
        if value is None:
            missing.append(_lacking(slot, facts))
        else:
            values[slot] = value
    if missing:
        return Filled("", tuple(missing))
    return Filled(substitute(text, values))


def substitute(text: str, values: Mapping[str, str]) -> str:
    """Put values in place of slots, once: a value's own braces stay text."""
    return _SLOT_AND_STOP.sub(
        # “... to 8 p.m.” already ends the sentence that the text ends again.
        lambda found: (
            (value := values[found[1].strip()]) + ("" if value.endswith(".") else found[2])
        ),
        text,
    )


def term_slots(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the policy terms that texts ask for, each once."""
    named = (slot for text in texts for slot in slots_in(text))
    return tuple(dict.fromkeys(slot for slot in named if _TERM.fullmatch(slot)))


def slot_problems(text: str) -> tuple[str, ...]:
    """Return what is wrong with the slots of a text that no value could mend."""
    found = [
        f"A “{brace}” stands alone; a slot is written {{key}}." for brace in stray_braces(text)
    ]
    for slot in dict.fromkeys(slots_in(text)):
        if slot in FACT_SLOTS or _TERM.fullmatch(slot):
            continue
        if slot.partition(".")[0] in {"customer", "order"}:
            found.append(f"{{{slot}}} is what is known of a customer, which no rule's text holds.")
            continue
        known = ", ".join(f"{{{name}}}" for name in FACT_SLOTS)
        found.append(f"{{{slot}}} is no slot: write the key of a policy term, or one of {known}.")
    return tuple(found)


def _value(slot: str, facts: Facts) -> str | None:
    if slot in FACT_SLOTS:
        said: str | None = FACT_SLOTS[slot](facts)
    else:
        fact = next((one for one in facts.place.policies if one.key == slot), None)
        said = None if fact is None else policy_words(fact)
    # A line break in a value must not end a line of the reply.
    said = " ".join((said or "").split())
    return said if said and not has_braces(said) else None


def _lacking(slot: str, facts: Facts) -> str:
    part, _, name = slot.partition(".")
    if slot in FACT_SLOTS:
        return f"{{{slot}}}: {facts.place.name} has no {name}; enter it {_ENTERED[part]}"
    held = next((one for one in facts.place.policies if one.key == slot), None)
    if held is None:
        return (
            f"{{{slot}}}: {facts.place.name} has no value for it; enter one under Policy values, "
            f"for the term {slot}"
        )
    return (
        f"{{{slot}}}: the value of {held.label or slot} at {facts.place.name} cannot be written "
        "in a text; change it under Policy values, or keep the rule to places where it applies"
    )
