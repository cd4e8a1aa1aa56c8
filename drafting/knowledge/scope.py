"""Where an article holds, and where it stands on a date."""

from __future__ import annotations

from datetime import date
from typing import Final

from drafting.knowledge.ranking import USABLE
from locations.models import ArticleStatus, KnowledgeArticle, Location, StaleArticles

_LONGEST_CHAIN: Final = 20


def in_scope(article: KnowledgeArticle, *, home: Location, channel: str) -> bool:
    """Say whether an article holds for a location on a channel; an empty scope holds for all."""
    return (
        (not article.verticals or home.vertical.code in article.verticals)
        and (not article.states or home.state in article.states)
        and (not article.include or home.code in article.include)
        and home.code not in article.exclude
        and (not article.channels or channel in article.channels)
    )


def standing_of(
    article: KnowledgeArticle, *, home: Location, channel: str, on: date
) -> tuple[str, str]:
    """Return whether an article may be used here on this date, and if not, why."""
    if not in_scope(article, home=home, channel=channel):
        return "out_of_scope", f"does not hold for {home.code} on {channel}"
    return state_of(article, on=on)


def state_of(article: KnowledgeArticle, *, on: date) -> tuple[str, str]:
    """Return whether an article may be used on a date where it holds, and if not, why."""
    if article.status == ArticleStatus.DEPRECATED:
        return "deprecated", "is deprecated"
    if article.status == ArticleStatus.SUPERSEDED:
        successor = successor_of(article)
        return "superseded", f"is superseded by {successor.code if successor else 'another one'}"
    doubt = overdue(article, on=on)
    if doubt and article.brand.stale_articles == StaleArticles.EXCLUDE:
        return "stale", doubt
    return USABLE, "is in scope and current"


def may_be_used(article: KnowledgeArticle, *, on: date) -> bool:
    """Say whether an article may be used on a date where it holds."""
    return state_of(article, on=on)[0] == USABLE


def overdue(article: KnowledgeArticle, *, on: date) -> str:
    """Say since when an article's review is due; empty while it is not."""
    if article.review_by is None or on <= article.review_by:
        return ""
    return f"was due for review by {article.review_by.isoformat()}"


def successor_of(article: KnowledgeArticle) -> KnowledgeArticle | None:
    """Return the article that is used in place of a superseded one: the last of the chain."""
    found: KnowledgeArticle | None = article.superseded_by
    for _ in range(_LONGEST_CHAIN):
        if found is None or found.status != ArticleStatus.SUPERSEDED:
            return found
        found = found.superseded_by
    return found
