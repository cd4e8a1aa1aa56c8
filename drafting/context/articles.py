"""From articles to facts: where each one stands here and now, and what may be used of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from compliance.gate.types import ArticleFact, Facts, PassageFact, PlaceFacts
from drafting.context.configuration import Configuration
from drafting.context.facts import offer_facts, place_facts
from drafting.knowledge.quarantine import QUARANTINED, Examined, Scene, examine
from drafting.knowledge.ranking import USABLE
from drafting.knowledge.scope import overdue, standing_of, successor_of
from locations.models import ArticleStatus, KnowledgeArticle, Location


def article_facts(
    configuration: Configuration,
    *,
    home: Location,
    channel: str,
    known: Facts,
    spoken: str,
    cited: Sequence[str] = (),
) -> tuple[ArticleFact, ...]:
    """Return the articles that may matter to what is said, by code, each with its standing.

    ``known`` are the facts of the place, the customer and the offers; ``cited`` are codes that a
    draft names as its sources.
    """
    on = known.at.date()
    rows = sorted(
        configuration.articles(home, spoken=spoken, channel=channel, on=on, cited=cited),
        key=lambda row: row.code,
    )
    standings = [standing_of(row, home=home, channel=channel, on=on) for row in rows]
    usable = [row for row, (stands, _) in zip(rows, standings, strict=True) if stands == USABLE]
    scenes = _scenes(configuration, usable, home=home, known=known)
    found = examine((row.title, row.body, scene) for row, scene in zip(usable, scenes, strict=True))
    examined = dict(zip((row.code for row in usable), found, strict=True))
    return tuple(
        _fact(row, stands, reason, examined.get(row.code), on)
        for row, (stands, reason) in zip(rows, standings, strict=True)
    )


def _scenes(
    configuration: Configuration, rows: Sequence[KnowledgeArticle], *, home: Location, known: Facts
) -> list[Scene]:
    """Return what each article is held against: of many offers those that it names itself."""
    on = known.at.date()
    named = configuration.offers_in(home, [f"{row.title}\n{row.body}" for row in rows])

    def elsewhere(text: str) -> Sequence[PlaceFacts]:
        return places_named(configuration, text, home, on)

    if named is None:
        return [Scene(known, elsewhere)] * len(rows)
    bare = Scene(replace(known, offers=()), elsewhere)
    return [
        bare.with_offers(
            offer_facts(
                offers,
                home=home,
                customer_state=known.customer.state,
                save_offers=known.save_offers,
                on=on,
            )
        )
        for offers in named
    ]


def places_named(
    configuration: Configuration, text: str, home: Location, on: date
) -> Sequence[PlaceFacts]:
    """Return the policies and names of the other locations that articles speak of."""
    places = configuration.named_in(text, home)
    if not places:
        return ()
    weekly = list(configuration.weekly_hours(places))
    dated = list(configuration.dated_hours(places, on))
    values = list(configuration.policy_values(places))
    return tuple(
        place_facts(place, on=on, weekly_hours=weekly, dated_hours=dated, policy_values=values)
        for place in places
    )


def _fact(
    row: KnowledgeArticle, stands: str, reason: str, examined: Examined | None, on: date
) -> ArticleFact:
    body, note = row.body, ""
    passages: tuple[PassageFact, ...] = ()
    if examined is not None:
        passages = examined.quarantined
        if examined.nothing_left:
            stands, reason = QUARANTINED, passages[0].reason
        else:
            body = examined.body
            note = overdue(row, on=on)
    successor = successor_of(row) if stands == ArticleStatus.SUPERSEDED else None
    return ArticleFact(
        code=row.code,
        title=row.title,
        body=body,
        standing=stands,
        reason=reason,
        version=row.version,
        passages=passages,
        note=note,
        successor=successor.code if successor else "",
    )


def reasons_of(articles: Iterable[ArticleFact]) -> Iterable[tuple[str, str, str]]:
    """Return what is left out of the articles: kind, code and reason; passages after articles."""
    every = tuple(articles)
    for article in every:
        if article.standing != USABLE:
            yield "article", article.code, article.reason
    for article in every:
        if article.standing == USABLE:
            for passage in article.passages:
                yield "passage", article.code, f"“{_shortened(passage.text)}” {passage.reason}"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79].rstrip() + "…"
