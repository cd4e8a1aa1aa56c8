"""Hours of a service that the place keeps no schedule of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.checks.hours.services import SUBJECTS, named_services
from compliance.gate.polarity import clauses, polarity
from compliance.gate.reading import Reading
from compliance.gate.times import AllDay, ClockTime, TimeMention, TimeRange, times
from compliance.gate.unresolved.known import Known
from compliance.gate.unresolved.statement import Unresolved

_SERVING = re.compile(
    r"\b(?:opens?|opening|closes?|closing|hours|until|till|from|between|starts?|ends?|stops?|"
    r"runs?|available|staffed|answered|answers?|serves?|serving)\b"
)
# Times of one visit, one call or one parcel.
_ONE = re.compile(
    r"\b(?:your|you|appointment|scheduled|booked|reserved|today's order|call you|we'll call)\b"
)


def unresolved_services(reading: Reading) -> Iterator[Unresolved]:
    """Yield the first statement of hours for each service that keeps none here."""
    text, place = reading.text, reading.facts.place
    kept = {each.hours_type for each in place.services}
    known: Known | None = None
    told: set[str] = set()
    for sentence in text.sentences:
        for clause in clauses(text, sentence):
            said = text.norm[clause.norm_start : clause.norm_end]
            if not _SERVING.search(said) or _ONE.search(said):
                continue
            found = [
                each
                for each in times(text.norm, clause.norm_start, clause.norm_end)
                if not (isinstance(each, ClockTime) and each.bare)
            ]
            for hours_type, start, end in named_services(text.norm, clause, sentence):
                if hours_type in kept | told or not found or found[-1].start < end:
                    continue
                span = text.span(start, max(end, found[-1].end))
                how = polarity(text, *span)
                known = known or Known(reading)
                if how.negated or how.reported or how.question or _is_said(known, found):
                    continue
                told.add(hours_type)
                yield Unresolved(
                    *span,
                    "hours",
                    f"hours:{place.code}:{hours_type}",
                    f"{SUBJECTS[hours_type]} has no hours at {place.name} that this could be held "
                    f"against: add weekly hours of the type {hours_type.replace('_', ' ')}.",
                )


def _is_said(known: Known, found: list[TimeMention]) -> bool:
    """Say whether an article, a term or the customer names these times."""
    clocks: list[ClockTime] = []
    for each in found:
        if isinstance(each, AllDay):
            return False
        clocks += [each.opens, each.closes] if isinstance(each, TimeRange) else [each]
    return all(any(known.has_time(minute) for minute in each.readings) for each in clocks)
