"""What a draft still asks a customer to pay, held against what an order's status says is paid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading
from compliance.gate.records import WrongRecord
from compliance.gate.types import FactReference

_PAID = re.compile(
    r"\b(?P<what>deposit|payment|balance|invoice|bill|fee|installment)\b(?: [\w.$-]+){0,2}? "
    r"(?:paid|received|settled|cleared)\b"
)
_DUE_BEFORE = (
    r"\b(?:(?:still )?(?:need|require|await|expect)(?:s|ing)?|waiting (?:for|on)|(?:please )?pay"
    r"|owes?|missing|(?:not|n't)(?: yet)? (?:received?|got|gotten|seen)|collect|send)"
)
_DUE_AFTER = (
    r"(?:outstanding|unpaid|overdue|due|missing|owed"
    r"|(?:not|n't)(?: \w+){0,2} (?:paid|received|arrived)"
    r"|(?:is|remains) (?:still )?(?:open|required|needed|to be paid))\b"
)
_NOTHING_DUE = re.compile(
    r"\b(?:no|nothing|isn't|not) (?:\w+ )?"
    r"(?:due|outstanding|owed|needed|required|missing|unpaid|overdue)\b"
)


def payment_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield what is asked for although an order's status says that it is paid."""
    text = reading.text
    for order in reading.facts.customer.orders:
        for paid in _PAID.finditer(order.status.lower()):
            due = re.compile(
                rf"{_DUE_BEFORE} (?:the |your |that )(?:\w+ )?(?P<what>{paid['what']})\b"
                rf"|\b(?P<of>{paid['what']})(?: [\w-]+){{0,4}}? {_DUE_AFTER}"
            )
            for hit in due.finditer(text.norm):
                start, end = text.span(*hit.span())
                how = polarity(text, start, start + 1)
                denied = _NOTHING_DUE.search(text.norm, *hit.span()) is not None
                if denied or not how.asserted or how.question or how.conditional:
                    continue
                yield WrongRecord(
                    start,
                    end,
                    "status",
                    f"The draft says “{text.excerpt(start, end)}”; the status of {order.item} is "
                    f"{order.status}.",
                    FactReference(f"order.{order.id}.status", order.status),
                )
