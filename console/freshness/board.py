"""What the freshness board shows: articles with what is wrong with them, and what used them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection
from django.db.models import Min, Prefetch, QuerySet

from drafting.models import ArticleCheck, ArticleFlag, FlagKind, KnowledgeClock
from locations.models import Brand, KnowledgeArticle
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Nobody has to mend what was taken out of use on purpose; it is shown when it is asked for.
SETTLED: Final = (FlagKind.SUPERSEDED, FlagKind.DEPRECATED)
TO_MEND: Final = tuple(kind for kind in FlagKind if kind not in SETTLED)
USED_DAYS: Final = 30
DRAFTS_SHOWN: Final = 3
NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; empty means everything that somebody has to mend."""

    brand: str = ""
    kind: str = ""
    owner: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Filters:
        """Take the filters from an address; what makes no sense there is left out."""
        kind = asked.get("kind", "")
        return cls(
            brand=asked.get("brand", "").replace("\x00", "")[:60],
            kind=kind if kind in FlagKind else "",
            owner=asked.get("owner", "").replace("\x00", "")[:150],
        )

    @property
    def chosen(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.brand or self.kind or self.owner)

    @property
    def query(self) -> str:
        """The filters as the end of an address: ``?brand=fernway``."""
        names = ("brand", "kind", "owner")
        chosen = {name: getattr(self, name) for name in names if getattr(self, name)}
        return f"?{urlencode(chosen)}" if chosen else ""


@dataclass(frozen=True, slots=True)
class Use:
    """How many drafts were written from an article lately, and the latest of them."""

    count: int
    latest: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """How far the examination is, so that an empty board can be told from a blind one."""

    checked_at: datetime | None
    waiting: int
    failed: int


def articles_for(user: User, filters: Filters) -> QuerySet[KnowledgeArticle]:
    """Return the flagged articles that fit, the longest flagged first, with their flags."""
    flags = ArticleFlag.objects.filter(kind__in=[filters.kind] if filters.kind else TO_MEND)
    articles = KnowledgeArticle.objects.filter(
        flags__in=flags, brand__in=visible_locations(user).values("brand")
    )
    if filters.brand:
        articles = articles.filter(brand__code=filters.brand)
    if filters.owner == NOBODY:
        articles = articles.filter(owner=None)
    elif filters.owner:
        articles = articles.filter(owner__username=filters.owner)
    return (
        articles.select_related("brand", "owner")
        .defer("body")
        .annotate(since=Min("flags__since"))
        .order_by("since", "code")
        .prefetch_related(
            Prefetch("flags", queryset=flags.order_by("since", "kind", "rule"), to_attr="shown")
        )
    )


def used_by(codes: Sequence[str], today: date) -> dict[str, Use]:
    """Return what was written from articles in the last days, by their codes. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, count(*), (array_agg(d.id ORDER BY d.created_at DESC))[1:%s]"
            " FROM drafting_draft d, unnest(d.articles) code"
            " WHERE d.created_at >= %s AND d.articles && %s::varchar[] AND code = ANY(%s)"
            " GROUP BY code",
            [DRAFTS_SHOWN, today - timedelta(days=USED_DAYS), list(codes), list(codes)],
        )
        return {code: Use(count, tuple(latest)) for code, count, latest in cursor.fetchall()}


def choices(user: User) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the brands and the owners that have flagged articles. Two queries."""
    flagged = KnowledgeArticle.objects.filter(
        flags__isnull=False, brand__in=visible_locations(user).values("brand")
    ).order_by()
    brands = Brand.objects.filter(pk__in=flagged.values("brand")).order_by("name")
    owners = flagged.exclude(owner=None).values_list("owner__username", flat=True).distinct()
    return list(brands.values_list("code", "name")), sorted(owners)


def examination() -> Examination:
    """Return how far the examination of articles is. Two queries."""
    clock = KnowledgeClock.objects.filter(pk=1).first()
    errors = list(ArticleCheck.objects.order_by().values_list("error", flat=True)[:10_000])
    failed = sum(bool(error) for error in errors)
    return Examination(clock.checked_at if clock else None, len(errors) - failed, failed)


def to_mend() -> int:
    """Count the articles that somebody has to mend. One query."""
    flags = ArticleFlag.objects.filter(kind__in=TO_MEND).order_by()
    return flags.values("article").distinct().count()
