"""A context payload as sections to read: every fact with where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from compliance.gate.types import ArticleFact, OfferFact, PlaceFacts, PolicyFact
from console.resolved.links import NO_LINKS, Links
from console.resolved.tables import Cell, Column, Part, Row, Section, Weight, named, text
from console.resolved.words import FIELDS, NOT_RECORDED, Recorded, field_rows, name_of, others, say
from console.standing import policy_line
from drafting.context.configuration import DATED_HOURS_AHEAD, DATED_HOURS_BACK
from drafting.context.payload import ContextPayload
from locations.hours import CLOSED, REGULAR, DayKind, Schedule

DAYS_AHEAD = 14

_POLICIES = (
    Column("Term"),
    Column("Value"),
    Column("Layer", Weight.ORIGIN),
    Column("From", Weight.ORIGIN),
    Column("Instead of", Weight.ORIGIN),
)
_HOURS = (Column("Day"), Column("Hours"), Column("Comes from", Weight.ORIGIN))
_OFFERS = (
    Column("Offer"),
    Column("Standing"),
    Column("Why", Weight.SAYS),
    Column("Terms"),
    Column("Version", Weight.ORIGIN),
)
_ARTICLES = (
    Column("Article"),
    Column("Standing"),
    Column("Why", Weight.SAYS),
    Column("Passages that may not be used"),
    Column("Version", Weight.ORIGIN),
)
_LEFT_OUT = (Column("What"), Column("Why"))
_TRUNCATED = (Column("What"), Column("Which"))
_MESSAGES = (Column("From"), Column("Text"))
# Of another moment it is always another one; the hours say what differs.
_THE_MOMENT = frozenset({"moment", "next"})
_HAVE_SECTIONS = (
    *("facts", "tone", "channel", "messages", "ticket_class"),
    *("left_out", "truncated", "version"),
)
# Usable first, then what will or did hold, then what never does.
_OFFER_ORDER = (
    *("active", "wrong_weekday", "upcoming", "recently_ended", "not_for_this_ticket"),
    *("excluded_state", "not_here", "ended"),
)


def coming_days(at: datetime) -> tuple[date, ...]:
    """The dates that a page shows hours of: two weeks from a local moment."""
    return tuple(at.date() + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))


def days_of_all(payloads: Sequence[ContextPayload]) -> tuple[date, ...]:
    """The coming days of every one of these payloads, as far as each of them knows its hours."""
    moments = [payload.facts.at.date() for payload in payloads]
    first = max(moments) - DATED_HOURS_BACK
    last = min(moments) + DATED_HOURS_AHEAD
    days = {day for payload in payloads for day in coming_days(payload.facts.at)}
    return tuple(sorted(day for day in days if first <= day <= last))


def payload_sections(
    payload: ContextPayload,
    *,
    rules: Section,
    links: Links = NO_LINKS,
    recorded: Recorded | None = None,
    days: Sequence[date] | None = None,
) -> list[Section]:
    """Return what a reply is held to, its rules included; hours of ``days``, by default the coming.

    ``recorded`` says what a stored payload lacks.
    """
    known = recorded or Recorded()
    on = payload.facts.at.date()
    dates = coming_days(payload.facts.at) if days is None else tuple(days)
    found = [_identity(payload, known)]
    found += _place(payload.facts.place, "facts.place", on, dates, links=links, recorded=known)
    found += [
        _offers(payload.facts.offers, links),
        _articles(payload.facts.articles, links),
        _tone(payload, links, known),
        _channel(payload, links, known),
        rules,
    ]
    for place in payload.facts.elsewhere:
        named_too = _place(place, "facts.elsewhere", on, dates, links=links, recorded=known)
        found += [_of(place, section) for section in named_too]
    return found


def _identity(payload: ContextPayload, recorded: Recorded) -> Section:
    facts = payload.facts
    place, schedule = facts.place, facts.place.schedule
    is_open = schedule.is_open_at(facts.at)
    own = (
        ("moment", f"{say(facts.at)} ({schedule.zone})"),
        ("open", "not known" if is_open is None else say(is_open)),
        ("closure", "none" if schedule.closure is None else schedule.closure.describe()),
        ("next", _next_change(schedule, facts.at)),
        ("class", payload.ticket_class or "none given"),
        ("save", NOT_RECORDED if recorded.lacks("facts.save_offers") else say(facts.save_offers)),
    )
    titles = {
        "moment": "local time",
        "open": "open at that moment",
        "next": "next change",
        "class": "ticket class",
        "save": "save-offers may be used",
    }
    rows = [Row(key, (text(titles.get(key, key)), text(words))) for key, words in own]
    rows += field_rows(
        place, "facts.place", recorded, leave_out=("schedule", "policies", "services")
    )
    rows += [
        Row(f"brand.{row.key}", (text(f"brand {row.cells[0][0].text}"), row.cells[1]))
        for row in field_rows(facts.brand, "facts.brand", recorded)
    ]
    return Section("identity", "Identity and status", FIELDS, tuple(rows), not_compared=_THE_MOMENT)


def _next_change(schedule: Schedule, at: datetime) -> str:
    change = schedule.next_change(at)
    if change is None:
        return "none within two weeks, or not known"
    moment, opens = change
    return f"{'opens' if opens else 'closes'} {say(moment)}"


def _place(
    place: PlaceFacts,
    path: str,
    on: date,
    days: Sequence[date],
    *,
    links: Links,
    recorded: Recorded,
) -> list[Section]:
    services = () if recorded.lacks(f"{path}.services") else place.services
    schedules = [("main", place.schedule), *((s.hours_type, s.schedule) for s in services)]
    hours = [
        _hours(kind, schedule, days, unsure=recorded.lacks(f"{path}.schedule.unconfirmed"))
        for kind, schedule in schedules
    ]
    return [*hours, _policies(place.policies, on, links)]


def _of(place: PlaceFacts, section: Section) -> Section:
    return Section(
        f"{place.code}:{section.key}",
        f"{section.title} at {place.name}, named as well",
        section.columns,
        section.rows,
        section.empty,
        section.notes,
    )


def _hours(kind: str, schedule: Schedule, days: Sequence[date], *, unsure: bool) -> Section:
    rows = []
    for day in days:
        hours, _ = schedule.on(day)
        tag = "" if hours.is_known else "upcoming"
        cells = text(say(day)), text(hours.describe(), tag=tag), text(_hours_origin(schedule, day))
        rows.append(Row(day.isoformat(), cells))
    title = "Hours of the coming 14 days" if kind == "main" else f"Hours: {name_of(kind)}"
    notes = (f"Unconfirmed holidays: {NOT_RECORDED}.",) if unsure else ()
    return Section(f"hours:{kind}", title, _HOURS, tuple(rows), notes=notes)


def _hours_origin(schedule: Schedule, day: date) -> str:
    hours, exception = schedule.on(day)
    if exception is not None:
        if schedule.closure is not None and schedule.closure.covers(day):
            return f"the location’s status: {schedule.closure.describe()}"
        note = f": {exception.note}" if exception.note else ""
        if exception.hours == REGULAR:
            return f"week, confirmed by a dated row{note}"
        return f"dated row{note}"
    holiday = schedule.unconfirmed_on(day)
    if holiday is not None:
        usual = schedule.weekly[day.weekday()].describe()
        return f"unconfirmed: {holiday.holiday}, no dated row yet (the week says {usual})"
    if hours.kind is DayKind.UNKNOWN:
        return "unknown: the week has no hours for this weekday"
    return "week, closed on this weekday" if hours == CLOSED else "week"


def _policies(policies: Iterable[PolicyFact], on: date, links: Links) -> Section:
    rows = []
    for policy in policies:
        line = policy_line(policy)
        since = f", since {line.since:%-d %b %Y}" if line.since else ""
        version = f", version {line.version}{since}"
        origin = text("not recorded")
        if line.row:
            url = links.policy_value(policy.key, line.row, on)
            origin = Part(line.row, url=url), Part(version)
        overrode = [Part(row, url=links.policy_value(policy.key, row, on)) for row in line.overrode]
        rows.append(
            Row(
                policy.key,
                (
                    named(line.label, policy.key),
                    text(f"{line.value} {line.measure}".strip()),
                    text(line.layer),
                    origin,
                    _listed(overrode),
                ),
            )
        )
    return Section(
        "policies",
        "Policy terms",
        _POLICIES,
        tuple(rows),
        empty="No policy value applies here: a reply that promises one has nothing to stand on. "
        "Add values under Policy values, for the operator, the vertical, the brand or this "
        "location.",
    )


def _listed(parts: Sequence[Part]) -> Cell:
    found: list[Part] = []
    for number, part in enumerate(parts):
        found += [Part(", ")] if number else []
        found.append(part)
    return tuple(found) or text("")


def _offers(offers: Iterable[OfferFact], links: Links) -> Section:
    ordered = sorted(offers, key=lambda offer: (_rank(offer.standing), offer.code))
    shown = ("code", "name", "standing", "reason", "version", "terms_text", "terms")
    rows = tuple(
        Row(
            offer.code,
            (
                named(offer.name, offer.code, url=links.row("locations_promotion", offer.code)),
                text(name_of(offer.standing), tag=offer.standing),
                text(offer.reason),
                text("; ".join(filter(None, (offer.terms_text, others(offer, shown))))),
                text(str(offer.version)),
            ),
        )
        for offer in ordered
    )
    return Section("offers", "Offers", _OFFERS, rows, empty="The brand has no offer.")


def _rank(standing: str) -> int:
    known = standing in _OFFER_ORDER
    return _OFFER_ORDER.index(standing) if known else len(_OFFER_ORDER)


def _articles(articles: Iterable[ArticleFact], links: Links) -> Section:
    ordered = sorted(articles, key=lambda a: (a.standing != "usable", a.standing, a.code))
    shown = ("code", "title", "body", "standing", "reason", "version", "passages")
    rows = tuple(
        Row(
            article.code,
            (
                named(
                    article.title,
                    article.code,
                    url=links.row("locations_knowledgearticle", article.code),
                ),
                text(
                    name_of(article.standing),
                    tag="active" if article.standing == "usable" else "upcoming",
                ),
                text("; ".join(filter(None, (article.reason, others(article, shown))))),
                text("\n".join(f"“{each.text}”: {each.reason}" for each in article.passages)),
                text(str(article.version)),
            ),
        )
        for article in ordered
    )
    return Section(
        "articles",
        "Knowledge articles",
        _ARTICLES,
        rows,
        empty="No article of the brand answers to what is said. Those that do are found by the "
        "words of the customer’s message.",
    )


def _tone(payload: ContextPayload, links: Links, recorded: Recorded) -> Section:
    rows = field_rows(payload.tone, "tone", recorded, leave_out=("code", "version"))
    overlays: list[Part] = [
        Part(code, url=links.row("compliance_toneoverlay", code))
        for code in payload.tone.code.split("+")
        if code
    ]
    merged = Row("code", (text("merged from"), _listed(overlays)))
    return Section("tone", "Voice", FIELDS, (merged, *rows))


def _channel(payload: ContextPayload, links: Links, recorded: Recorded) -> Section:
    channel = payload.channel
    url = links.row("compliance_channelrestriction", channel.code)
    first = Row("code", (text("channel"), text(channel.code, url=url)))
    rows = field_rows(channel, "channel", recorded, leave_out=("code",))
    return Section("channel", "Channel restrictions", FIELDS, (first, *rows))


# --- Only of a stored payload ------------------------------------------------------------------


def left_out_section(payload: ContextPayload) -> Section:
    """Return what the operator has and this reply may not use, and why."""
    rows = tuple(
        Row(
            f"{each.kind}:{each.code}",
            ((Part(f"{each.kind} "), Part(each.code, is_code=True)), text(each.reason)),
        )
        for each in payload.left_out
    )
    return Section("left-out", "Left out, and why", _LEFT_OUT, rows, empty="Nothing was left out.")


def truncated_section(payload: ContextPayload, recorded: Recorded) -> Section:
    """Return what was cut to keep the payload within its size, first what was cut first."""
    rows = tuple(
        Row(each.what, (text(name_of(each.what)), text(", ".join(each.names))))
        for each in payload.truncated
    )
    unknown = recorded.lacks("truncated")
    return Section(
        "truncated",
        "Cut for its size",
        _TRUNCATED,
        rows,
        empty=f"{NOT_RECORDED.capitalize()}." if unknown else "Nothing had to be cut.",
    )


def customer_section(payload: ContextPayload, recorded: Recorded) -> Section:
    """Return the customer as of arrival, field by field."""
    rows = field_rows(payload.customer, "facts.customer", recorded)
    return Section("customer", "The customer, as of arrival", FIELDS, rows)


def conversation_section(payload: ContextPayload) -> Section:
    """Return the messages up to the one that was answered."""
    rows = tuple(
        Row(str(number), (text(message.author), text(message.text)))
        for number, message in enumerate(payload.messages)
    )
    return Section("conversation", "Conversation", _MESSAGES, rows, empty="No message was kept.")


def other_rows(payload: ContextPayload, recorded: Recorded) -> tuple[Row, ...]:
    """Return what a payload says of itself that has no section of its own."""
    return field_rows(payload, "", recorded, leave_out=_HAVE_SECTIONS)
