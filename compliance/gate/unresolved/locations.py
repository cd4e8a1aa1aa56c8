"""Locations that a draft calls ours and nobody here knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.lexicon import words
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading
from compliance.gate.unresolved.statement import Unresolved

_SITE = (
    r"(?:store|shop|location|branch|salon|spa|clinic|restaurant|office|studio|center|gym|hotel|"
    r"practice|site)"
)
_NAME = r"(?P<name>[A-Z][\w'’.-]*(?:[ -](?:of |the )?[A-Z][\w'’.-]*){0,3})"
_NAMED: Final = (
    re.compile(rf"\b[Oo]ur (?:own |sister )?{_NAME} {_SITE}\b(?!s)"),
    re.compile(rf"\b[Oo]ur (?:own |sister |other )?{_SITE} (?:in|at|on) (?:the )?{_NAME}"),
)
# Capitals that name no place.
_NO_PLACE: Final = words(
    "sunday monday tuesday wednesday thursday friday saturday january february march april may "
    "june july august september october november december holiday thanksgiving christmas easter "
    "the store shop main new north south east west downtown google apple facebook instagram"
)


def unresolved_locations(reading: Reading) -> Iterator[Unresolved]:
    """Yield each name of a location of ours that is none that this reply could know."""
    facts, text = reading.facts, reading.text
    ours = " ".join(
        name
        for place in (facts.place, *facts.elsewhere)
        for name in (place.name, *place.names, place.city, place.address)
    ).casefold()
    ours += f" {facts.brand.name} {facts.brand.loyalty}".casefold()
    told: set[str] = set()
    for pattern in _NAMED:
        for hit in pattern.finditer(text.original):
            name = re.sub(r"['’]s$", "", hit["name"].rstrip(".,'’-"))
            parts = [part.casefold() for part in re.split(r"[ -]", name)]
            if name in told or all(part in ours or part in _NO_PLACE for part in parts):
                continue
            start = hit.start("name")
            end = start + len(name)
            how = polarity(text, start, end)
            if how.negated or how.reported:
                continue
            told.add(name)
            yield Unresolved(
                start,
                end,
                "policy",
                "location",
                f"{facts.brand.name} has no location that is called {name}: correct the name, or "
                "add the location; what is said of it was not checked.",
            )
