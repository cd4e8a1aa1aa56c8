"""What a draft says is paid or still to pay, held against what an order's status says is paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from compliance.gate.numerals import number_value
from compliance.gate.polarity import polarity
from compliance.gate.quantities import Quantity, quantities
from compliance.gate.reading import Reading
from compliance.gate.records import REASON, WrongRecord
from compliance.gate.types import Edit, FactReference, OrderFact, Unit

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
_PUT_DOWN = re.compile(
    r"\b(?:deposit|down ?payment)(?: of)? \$?(?P<sum>\d[\d,]*(?:\.\d+)?) (?:paid|received)\b"
)
# Right before a sum, or right after it: the deposit that was paid, and what is left to pay.
_DEPOSIT_IS = re.compile(
    r"\b(?:your (?:\w+ )?deposit (?:of|was|is)|you(?:'ve| have)?(?: already)? (?:paid|left|sent"
    r"|made)(?: us)? (?:an?|your|the) deposit of|you(?:'ve| have)?(?: already)? put down)\s$"
)
_IS_DEPOSIT = re.compile(
    r"(?: deposit)?(?: that)? you(?:'ve| have)?(?: already)? (?:put down|left as a deposit)\b"
    r"| deposit (?:you (?:paid|left|sent|made)|is (?:with us|paid|in|on file))\b"
)
_YOUR_DEPOSIT = re.compile(r"\byour\s$")
_BALANCE_IS = re.compile(
    r"\b(?:(?:remaining|outstanding|open) (?:balance|amount|sum|payment)(?: due)?"
    r"(?: is|'s| of| comes to)?"
    r"|(?:the|your) (?:balance|rest|remainder)(?: due| owed| left)?(?: is|'s| of| comes to|,)"
    r"|you (?:still |now |only )?owe(?: us)?|(?:that|which|this) leaves(?: you)?(?: with)?)"
    r"(?: (?:just|only|still|exactly))?\s$"
)
_UNPAID = re.compile(
    r"\b(?P<what>[a-z]{3,}) (?:unpaid|overdue|past due|outstanding|in arrears|declined|failed)\b"
)
_IN_FULL = re.compile(
    r"\b(?:(?P<is>is|are|been|you(?:'ve| have)) (?:now |already |all )*"
    r"(?:paid (?:in full|off)|fully paid)"
    r"|nothing (?:more |left )?(?:to pay|is owed|is due)|no (?:remaining )?balance)(?!\w)"
)
_ONLY_THEN = re.compile(r"\b(?:once|when|after|as soon as|until|if|would|could)\b")
_SUPPOSED = re.compile(r"\b(?:if|would|could|might|\w+'d|once|add|another|extra|instead)\b")


def payment_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield what is asked for although it is paid, and wrong sums of what is paid or left."""
    yield from _still_due(reading)
    yield from _not_paid(reading)
    orders = reading.facts.customer.orders
    noted = [(order, hit) for order in orders if (hit := _PUT_DOWN.search(order.status.lower()))]
    if len(noted) == 1:
        order, hit = noted[0]
        paid = number_value(hit["sum"]) or 0.0
        yield from _wrong_sums(reading, order, paid)
        if paid < (number_value(order.total) or 0.0):
            yield from _said_of_status(reading, order, _IN_FULL)


def _wrong_sums(reading: Reading, order: OrderFact, paid: float) -> Iterator[WrongRecord]:
    text = reading.text
    left = (number_value(order.total) or 0.0) - paid
    for each in quantities(text):
        if each.unit is not Unit.MONEY:
            continue
        sentence = text.sentence_at(each.start)
        before = text.norm[sentence.norm_start : each.norm_start]
        if _says_deposit(text.norm, before, each):
            right, of = paid, "deposit"
        elif _BALANCE_IS.search(before):
            right, of = left, "balance"
        else:
            continue
        how = polarity(text, each.start, each.end)
        if abs(each.value - right) < 0.011 or _SUPPOSED.search(before):
            continue
        if not how.asserted or how.question or how.conditional or right <= 0:
            continue
        shown = f"${right:,.2f}".removesuffix(".00")
        yield WrongRecord(
            each.start,
            each.end,
            "total",
            f"The draft says {text.excerpt(each.start, each.end)}; the {of} of {order.item} is "
            f"{shown}: {order.status}, of ${order.total}.",
            FactReference(f"order.{order.id}.{of}", shown),
            (Edit(each.start, each.end, shown, REASON),),
        )


def _says_deposit(norm: str, before: str, each: Quantity) -> bool:
    """Say whether a sum is told as the deposit that the customer has paid."""
    if _DEPOSIT_IS.search(before) or _IS_DEPOSIT.match(norm, each.norm_end):
        return True
    return bool(_YOUR_DEPOSIT.search(before)) and norm.startswith(" deposit", each.norm_end)


def _still_due(reading: Reading) -> Iterator[WrongRecord]:
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


def _not_paid(reading: Reading) -> Iterator[WrongRecord]:
    """Read "you're all paid up" against a status that says what is unpaid."""
    for order in reading.facts.customer.orders:
        unpaid = _UNPAID.search(order.status.lower())
        if unpaid:
            yield from _said_of_status(reading, order, _settled(unpaid["what"]))


def _said_of_status(
    reading: Reading, order: OrderFact, pattern: re.Pattern[str]
) -> Iterator[WrongRecord]:
    """Yield each place where a draft says plainly what an order's status does not bear out."""
    text = reading.text
    for hit in pattern.finditer(text.norm):
        start, end = text.span(*hit.span())
        sentence = text.sentence_at(start)
        how = polarity(text, start, end)
        if how.reported or how.question or how.conditional or (hit["is"] and how.negated):
            continue
        if _ONLY_THEN.search(text.norm, sentence.norm_start, hit.start()):
            continue
        yield WrongRecord(
            start,
            end,
            "status",
            f"The draft says “{text.excerpt(start, end)}”; the status of {order.item} is "
            f"{order.status}.",
            FactReference(f"order.{order.id}.status", order.status),
        )


@lru_cache(maxsize=256)
def _settled(what: str) -> re.Pattern[str]:
    """Return how a draft says that nothing is owed of what a status calls unpaid."""
    of = rf"(?:{re.escape(what.rstrip('s'))}s?|account|balance|bill|dues|membership|payments?)"
    done = (
        r"(?:paid(?: up| in full)?|up to date|current|settled|in good standing|squared away"
        r"|caught up)"
    )
    return re.compile(
        rf"\b(?:(?P<is>you(?:'re| are)|your (?:[\w-]+ ){{0,2}}{of} (?:is|are|was|were|has been))"
        rf"(?: all| now| already| fully| completely)* {done}"
        r"|nothing (?:more )?(?:is )?(?:owed|due|outstanding|to pay)"
        r"|(?:you|we) (?:don't|do not) (?:owe|show)(?: \w+){0,2} (?:anything|any|a|nothing)"
        r"|you owe (?:us )?nothing"
        rf"|(?:received|got|(?:we|we've) have) (?:your|the) (?:\w+ )?{of})(?!\w)"
    )
