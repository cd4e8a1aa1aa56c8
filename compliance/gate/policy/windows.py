"""What follows from a window and an order's date: still open, already closed, open until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from compliance.gate.dates import days
from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term, label_of
from compliance.gate.types import Edit, OrderFact, Unit

_CLOSED = re.compile(
    r"\b(?:windows?|period|deadline|time|date) (?:has |is |have |"
    r"had )?(?:already |now |unfortunately )*(?P<closed>(?:has |is |"
    r"have )?(?:already |now )*(?:closed|passed|ended|expired|lapsed|run out|"
    r"over|gone|up))\b|\b(?:past|outside(?: of)?|beyond|missed|out of) (?:the|"
    r"our|your|that|its) (?:[\w-]+ ){0,3}(?:window|period|deadline)\b|"
    r"\btoo late (?:to|for)\b|\bno longer (?:eligible|returnable|refundable|"
    r"within|inside|in the)\b"
)
_OPEN = re.compile(
    r"\b(?:still|well|comfortably|safely|just|are|you're|is|it's|"
    r"falls?) (?:well |still |comfortably )?(?:inside|within|in) (?:the|our|"
    r"your|that|its) (?:[\w-]+ ){0,3}(?:window|period|limit)\b|\b(?:window|"
    r"period) is still open\b|\bstill (?:eligible|returnable|refundable|"
    r"(?:have|got) (?:plenty of )?time)\b|\bplenty of time (?:left|"
    r"to (?:return|bring|send|exchange))\b"
)
_LAST_DAY = re.compile(
    r"(?:\b(?:until|till|through|by|before|no later than|last day (?:is|"
    r"to \w+ (?:it )?is)|deadline is) (?:the )?)$"
)


def window_statements(statements: Statements) -> list[Stated]:
    """Return wrong conclusions about the customer's order from a term that is a window."""
    if not statements.reading.facts.customer.orders:
        return []
    return [*_standing(statements), *_last_days(statements)]


def _standing(statements: Statements) -> Iterator[Stated]:
    text = statements.text
    today = statements.reading.facts.at.date()
    for pattern, says_open in ((_CLOSED, False), (_OPEN, True)):
        for hit in pattern.finditer(text.norm):
            start, end = text.span(*hit.span())
            how = statements.polarity_of(start, end)
            if how.reported or how.question or how.conditional:
                continue
            ends = _end_of(statements, hit.start(), hit.end())
            if ends is None:
                continue
            term, order, last = ends
            stated_open = says_open is not how.negated
            if stated_open is (today <= last):
                continue
            yield Stated(
                start,
                end,
                f"“{text.excerpt(start, end)}” (bought {order.on:%B} {order.on.day}, so the last "
                f"day is {last:%B} {last.day})",
                term.fact,
                statements.place_at(start),
            )


def _last_days(statements: Statements) -> Iterator[Stated]:
    text = statements.text
    for mention in days(text.norm, statements.reading.facts.at.date()):
        if len(mention.dates) != 1 or not _LAST_DAY.search(
            text.norm[max(0, mention.start - 32) : mention.start]
        ):
            continue
        start, end = text.span(mention.start, mention.end)
        how = statements.polarity_of(start, end)
        ends = _end_of(statements, mention.start, mention.end)
        if ends is None or how.reported or how.question or how.negated:
            continue
        term, order, last = ends
        # Whether the day of purchase counts is not stored: a day either way is no contradiction.
        if any(abs((said - last).days) <= 1 for said in (*mention.dates, *mention.instead)):
            continue
        weekday = re.match(r"\w+day\b", text.excerpt(start, end))
        written = f"{last:%A}, {last:%B} {last.day}" if weekday else f"{last:%B} {last.day}"
        yield Stated(
            start,
            end,
            f"{text.excerpt(start, end)} as the last day for what was bought on "
            f"{order.on:%B} {order.on.day}",
            term.fact,
            statements.place_at(start),
            Edit(start, end, written, f"states the last day by {label_of(term.fact)}"),
        )


def _end_of(statements: Statements, start: int, end: int) -> tuple[Term, OrderFact, date] | None:
    """Return the window that is spoken of, the order, and the last day, when all are clear."""
    place = statements.place_at(statements.text.span(start, end)[0])
    terms = tuple(
        term
        for term in statements.live(place)
        if term.fact.unit is Unit.DAYS
        and isinstance(term.fact.value, int)
        and term.fact.value > 0
        and (term.has("return") or term.has("exchange") or term.has("touch_up") or term.has("redo"))
    )
    candidates = statements.candidates(start, end, terms)
    order = _order(statements, start)
    if len(candidates) != 1 or order is None:
        return None
    term = candidates[0].term
    value = term.fact.value
    if not isinstance(value, int):
        return None
    return term, order, order.on + timedelta(days=value)


def _order(statements: Statements, position: int) -> OrderFact | None:
    orders = statements.reading.facts.customer.orders
    if len(orders) == 1:
        return orders[0]
    sentence, _, _ = statements.clause_of(position)
    words = statements.text.norm[sentence.norm_start : sentence.norm_end]
    asked = statements.reading.message.norm
    for said in (words, statements.text.norm, asked):
        named = [order for order in orders if _named(order, said)]
        if len(named) == 1:
            return named[0]
    return None


def _named(order: OrderFact, words: str) -> bool:
    if order.id.lower() in words or f"{order.on:%B} {order.on.day}".lower() in words:
        return True
    return any(
        re.search(rf"\b{re.escape(word.rstrip('s'))}s?\b", words)
        for word in re.findall(r"[a-z]{4,}", order.item.lower())
    )
