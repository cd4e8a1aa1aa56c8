"""What is wrong with an article at the locations where it holds, as rows that are kept current."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from compliance.gate.checks.offers import Offers
from compliance.gate.checks.policies import Policies
from compliance.gate.types import PassageFact
from drafting.context.articles import places_named
from drafting.context.configuration import StoredConfiguration
from drafting.knowledge.groups import BrandWorld, Case, world_of
from drafting.knowledge.quarantine import Scene, examine
from drafting.knowledge.scope import overdue, successor_of
from drafting.models.knowledge import ArticleFlag, FlagKind
from locations.models import ArticleStatus, KnowledgeArticle
from locations.offers import OfferStanding

# Hours differ from store to store and are examined when a reply is written.
CHECKS: Final = (Policies(), Offers())
EXAMPLES: Final = 5
_PASSAGE_MOST: Final = 2_000


@dataclass(slots=True)
class Found:
    """One flag as it should be, with the locations where it holds."""

    kind: FlagKind
    reason: str
    since: date
    rule: str = ""
    passage: str = ""
    stored_value: str = ""
    stored_source: str = ""
    places: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, str]:
        """By what a flag is the same flag, whatever its reason says now."""
        return self.kind.value, self.rule, hashlib.sha256(self.passage.encode()).hexdigest()


def examine_articles(articles: Iterable[KnowledgeArticle], at: datetime) -> int:
    """Work out and store the flags of articles (with their brands) at a moment; count articles."""
    count = 0
    for article in articles:
        store(article, flags_of(article, world_of(article.brand, at)), at)
        count += 1
    return count


def flags_of(article: KnowledgeArticle, world: BrandWorld) -> list[Found]:
    """Return what is wrong with an article now, everywhere that it holds."""
    today = world.at.date()
    changed = article.updated_at.date()
    found: list[Found] = []
    if article.status == ArticleStatus.ACTIVE:
        found.extend(_passages(article, world, today))
        doubt = overdue(article, on=today)
        if doubt and article.review_by is not None:
            since = article.review_by + timedelta(days=1)
            found.append(Found(FlagKind.REVIEW, doubt, since))
    elif article.status == ArticleStatus.SUPERSEDED:
        successor = successor_of(article)
        name = f"{successor.title} ({successor.code})" if successor else "another article"
        found.append(Found(FlagKind.SUPERSEDED, f"{name} is used in its place", changed))
    else:
        found.append(Found(FlagKind.DEPRECATED, "is marked as deprecated", changed))
    if article.missing_since is not None:
        gone = f"is gone from {article.source}, where it was “{article.source_id}”"
        found.append(Found(FlagKind.MISSING, gone, article.missing_since))
    if not found:
        return []
    everywhere = list(world.places(article))
    for each in found:
        each.places = each.places or everywhere
    return found


def _passages(article: KnowledgeArticle, world: BrandWorld, today: date) -> Iterator[Found]:
    found: dict[tuple[str, str, str], Found] = {}
    for case in world.cases_of(article):
        for passage in _objections(article, case):
            each = _found(passage, case, world, today)
            if each is not None:
                found.setdefault(each.key, each).places.extend(case.codes)
    yield from found.values()


def _objections(article: KnowledgeArticle, case: Case) -> tuple[PassageFact, ...]:
    configuration = StoredConfiguration()
    on = case.known.at.date()
    scene = Scene(
        case.known,
        lambda text: places_named(configuration, text, case.home, on),
        checks=CHECKS,
    )
    (examined,) = examine([(article.title, article.body, scene)])
    return examined.quarantined


def _found(passage: PassageFact, case: Case, world: BrandWorld, today: date) -> Found | None:
    since = today
    offer = world.offers.get(passage.rule) if passage.kind == FlagKind.OFFER else None
    if offer is not None:
        stands = next(each for each in case.known.offers if each.code == offer.code).standing
        if stands == OfferStanding.UPCOMING:
            return None  # nothing to mend: the passage waits for its offer
        if offer.end is not None and offer.end < today:
            since = offer.end + timedelta(days=1)
    fact = passage.fact
    return Found(
        kind=FlagKind(passage.kind),
        reason=passage.reason,
        since=since,
        rule=passage.rule[:120],
        passage=passage.text[:_PASSAGE_MOST],
        stored_value=fact.value if fact else "",
        stored_source=(fact.source if fact else "")[:200],
    )


@transaction.atomic
def store(article: KnowledgeArticle, found: Iterable[Found], at: datetime) -> None:
    """Bring an article's flags in line with what was found; a flag that stays keeps its date."""
    stored = {
        (flag.kind, flag.rule, flag.passage_sha256): flag
        for flag in ArticleFlag.objects.select_for_update().filter(article=article)
    }
    wanted = {each.key: each for each in found}
    gone = [flag.pk for key, flag in stored.items() if key not in wanted]
    if gone:
        ArticleFlag.objects.filter(pk__in=gone).delete()
    fresh, changed = [], []
    for key, each in wanted.items():
        flag = stored.get(key)
        if flag is None:
            flag = ArticleFlag(
                article=article,
                kind=each.kind,
                rule=each.rule,
                passage=each.passage,
                passage_sha256=key[2],
                since=each.since,
                noticed_at=at,
            )
            fresh.append(flag)
        else:
            flag.since = min(flag.since, each.since)
            changed.append(flag)
        flag.reason = each.reason
        flag.stored_value = each.stored_value
        flag.stored_source = each.stored_source
        flag.places = len(each.places)
        flag.examples = sorted(each.places)[:EXAMPLES]
    ArticleFlag.objects.bulk_create(fresh)
    fields = ("since", "reason", "stored_value", "stored_source", "places", "examples")
    ArticleFlag.objects.bulk_update(changed, fields)
