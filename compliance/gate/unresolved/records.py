"""Details of an order, an account or points, told to somebody who is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.dates import days
from compliance.gate.lexicon import stem
from compliance.gate.polarity import polarity
from compliance.gate.quantities import quantities, same_amount
from compliance.gate.reading import Reading
from compliance.gate.records import is_paid_sum, record_contradictions
from compliance.gate.types import Unit
from compliance.gate.unresolved.statement import Unresolved

_THING = (
    r"(?:order|package|parcel|shipment|repair|refund|payment|claim|appointment|booking|reservation|"
    r"application|membership|exchange|delivery|prescription)"
)
_STATE = re.compile(
    rf"\byour (?:[\w-]+ ){{0,2}}?{_THING} (?:(?P<past>shipped|arrived|left|went out|came in)|"
    r"(?:has|is|was|have|'s)(?: (?:now|already|all|been|just|currently|still))* "
    r"(?P<state>shipped|delivered|ready|processed|confirmed|complete|completed|cancell?ed|issued|"
    r"approved|scheduled|booked|dispatched|posted|refunded|on its way|out for delivery|in transit|"
    r"set for|received|pending|in progress|packed|finished|done))\b"
)
_DID = (
    r"\byou(?:'ve| have| had)? (?:bought|purchased|ordered|placed|booked|visited|picked up|came in|"
    r"paid|returned|called)\b"
)
_ANYTHING_DONE = re.compile(_DID)
_BOUGHT = re.compile(rf"{_DID}[^.;:?!]{{0,50}}?\b(?:on|of)\s(?:the\s)?$")
_CASE = re.compile(r"\b(?:if|once|when|whenever|until|after|before|unless|as soon as|in case)\b")


def unresolved_records(reading: Reading) -> Iterator[Unresolved]:
    """Yield what a draft tells of the records of a customer whom nobody has identified.

    What the customer wrote in the message may be taken up.
    """
    customer = reading.facts.customer
    if customer.code is not None or customer.orders or customer.points is not None:
        return
    for start, end, what in (*_figures(reading), *_states(reading), *_dates(reading)):
        written = reading.text.excerpt(start, end)
        yield Unresolved(
            start,
            end,
            "data",
            what,
            f"“{written}” is told of a customer who is not known, so no record could be looked "
            "at: give the ticket its customer, or leave it out.",
        )


def _figures(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield balances, tiers and totals."""
    text = reading.text
    asked = quantities(reading.message)
    for wrong in record_contradictions(reading):
        written = text.excerpt(wrong.start, wrong.end).casefold()
        if written not in reading.message.norm:
            yield wrong.start, wrong.end, wrong.record
    for amount in quantities(text):
        if amount.unit is not Unit.MONEY or not is_paid_sum(reading, amount):
            continue
        if any(same_amount(amount, each.value, each.unit) for each in asked):
            continue
        yield amount.start, amount.end, "total"


def _states(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where an order stands: shipped, ready, confirmed."""
    text = reading.text
    heard = {stem(word) for word in re.findall(r"[a-z]+", reading.message.norm)}
    for hit in _STATE.finditer(text.norm):
        start, end = text.span(*hit.span())
        sentence = text.sentence_at(start)
        led = text.norm[sentence.norm_start : hit.start()]
        how = polarity(text, start, end)
        said = {stem(word) for word in (hit["state"] or hit["past"]).split()}
        if how.asserted and not how.question and not _CASE.search(led) and not said <= heard:
            yield start, end, "order"


def _dates(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield on which day something was bought."""
    text, today = reading.text, reading.facts.at.date()
    if not _ANYTHING_DONE.search(text.norm):
        return
    asked = {day for one in days(reading.message.norm, today) for day in one.dates}
    for mention in days(text.norm, today):
        start, end = text.span(mention.start, mention.end)
        sentence = text.sentence_at(start)
        before = text.norm[sentence.norm_start : mention.start]
        if not _BOUGHT.search(before) or set(mention.dates) <= asked or _CASE.search(before):
            continue
        how = polarity(text, start, end)
        if how.asserted and not how.question:
            yield start, end, "order_date"
