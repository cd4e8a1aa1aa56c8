"""Text messages are read over shoulders: a full name and a treatment do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading
from compliance.gate.types import Edit

_TREATMENT = re.compile(
    r"\b(?:treatments?|facials?|massages?|peels?|laser|fillers?|botox|injections?|injectables?|"
    r"microneedling|dermaplaning|wax(?:ing)?|body wrap|scrub|procedures?|surger(?:y|ies)|"
    r"therap(?:y|ies)|"
    r"consultations?|exams?|check-?ups?|cleanings?|fillings?|crowns?|implants?|root canal|"
    r"whitening|"
    r"extractions?|vaccin\w+|shots?|screenings?|scans?|x-rays?|mri|sessions?|appointments?|"
    r"biops\w+|"
    r"physio\w*|chiropract\w+|acupuncture|prescriptions?|medications?|refills?|test results?|"
    r"blood work|lab results?|grooming|spay\w*|neuter\w*|dental)\b"
)
_GREETED = re.compile(
    r"\b(?:Hi|Hello|Dear|Hey|Thanks|Thank you|Good (?:morning|afternoon|evening)),? "
    r"(?P<title>(?:Mr|Mrs|Ms|Mx|Dr)\.? )?(?P<first>[A-Z][\w'’-]+) "
    r"(?P<last>[A-Z][\w'’-]+)(?=[,.!?:])"
)
_PATIENT = re.compile(
    r"\b(?:for|patient|client|guest) (?P<first>[A-Z][a-z'’-]+) (?P<last>[A-Z][a-z'’-]+)\b"
)


def full_names_with_treatment(reading: Reading) -> Iterator[Breach]:
    """Yield each person's full name in a draft that speaks of a treatment; a first name stays."""
    text = reading.text
    items = [item for order in reading.facts.customer.orders if (item := order.item.casefold())]
    if not _TREATMENT.search(text.norm) and not any(item in text.norm for item in items):
        return
    for start, end, first in sorted(_full_names(reading)):
        yield Breach(
            start,
            end,
            "A full name does not go with a treatment on this channel.",
            (Edit(start, end, first, "the first name is enough"),),
        )


def _full_names(reading: Reading) -> set[tuple[int, int, str]]:
    original = reading.text.original
    found: set[tuple[int, int, str]] = set()
    parts = reading.facts.customer.name.split()
    if len(parts) > 1:
        name = r"\s+".join(re.escape(part) for part in parts)
        for match in re.finditer(rf"(?<!\w){name}(?!\w)", original, re.IGNORECASE):
            found.add((*match.span(), original[match.start() :].split()[0]))
    ours = {
        word
        for place in (reading.facts.place, *reading.facts.elsewhere)
        for name in (*place.names, place.name, reading.facts.brand.name)
        for word in name.split()
    }
    for pattern in (_GREETED, _PATIENT):
        for match in pattern.finditer(original):
            span = match.start("first"), match.end("last")
            known = match["first"] in ours or match["last"] in ours
            in_offer = any(match["first"] in offer.name.split() for offer in reading.facts.offers)
            if not (known or in_offer) and not any(
                a < span[1] and span[0] < b for a, b, _ in found
            ):
                found.add((*span, match["first"]))
    return found
