"""What to examine again after a change, kept in a table until it is done.

A change of an offer, a term, an article, a brand or a location is noted in its own transaction, so
none is lost. Right after the commit a little of it is done at once; a worker does the rest, and
notices when a new day begins in a time zone.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from compliance.gate.faults import named
from drafting.knowledge.freshness import examine_articles
from drafting.knowledge.groups import world_of
from drafting.models.knowledge import ArticleCheck, ArticleFlag, KnowledgeClock
from locations.changes import Change
from locations.models import (
    Brand,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
)
from locations.models.tracked import Tracked

logger = logging.getLogger(__name__)

# So much of a batch is done before the next look at the queue of drafts.
AT_ONCE: Final = 25
_SECONDS: Final = 1.0
_CLOCK_EVERY: Final = 60.0
_looked_at = float("-inf")

# Columns of a location that decide which articles hold there, and what they are held against.
_DECIDE: Final = ("brand_id", "vertical_id", "ownership", "state", "zone", "status", "code")


# --- Noting changes -------------------------------------------------------------------------------


def note(changes: Sequence[Change]) -> None:
    """Queue what a change may affect; told by :mod:`locations.changes` inside its transaction."""
    subjects: dict[str, int | None] = {}
    for change in changes:
        for row in (change.before, change.after):
            if row is not None and _matters(change):
                subjects.update(_subjects(row))
    if not subjects:
        return
    queue(subjects)
    if not any(each[1] is _at_once for each in connection.run_on_commit):
        transaction.on_commit(_at_once, robust=True)


def queue(subjects: Mapping[str, int | None]) -> None:
    """Queue subjects with the brand whose articles they may affect; what waits already, once."""
    now = timezone.now()
    # What failed before is tried again when something changes.
    ArticleCheck.objects.filter(subject__in=list(subjects)).exclude(error="").delete()
    ArticleCheck.objects.bulk_create(
        (
            ArticleCheck(subject=subject, brand_id=brand, queued_at=now)
            for subject, brand in sorted(subjects.items())
        ),
        ignore_conflicts=True,
        batch_size=1_000,
    )


def _matters(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(before, Brand) and after is None:
        return False  # it had no articles any more
    if isinstance(before, Location) and isinstance(after, Location):
        return any(getattr(before, name) != getattr(after, name) for name in _DECIDE)
    if isinstance(before, Brand) and isinstance(after, Brand):
        return before.stale_articles != after.stale_articles
    return True


def _subjects(row: Tracked) -> dict[str, int | None]:
    if isinstance(row, KnowledgeArticle):
        return {f"article:{row.pk}": row.brand_id}
    if isinstance(row, Promotion):
        return {f"offer:{row.code}": row.brand_id}
    if isinstance(row, PolicyTerm):
        return {f"term:{row.key}": None}
    if isinstance(row, PolicyValue):
        brand = row.location.brand_id if row.location else row.brand_id
        suffix = f"@{brand}" if brand else ""
        return {f"term:{row.term.key}{suffix}"[:140]: brand}
    if isinstance(row, Brand):
        return {f"review:{row.pk}": row.pk}
    if isinstance(row, Location):
        return {f"brand:{row.brand_id}": row.brand_id}
    return {}


def _at_once() -> None:
    """Do a little right after the commit; whatever fails, the worker does it."""
    try:
        work(seconds=_SECONDS)
    except Exception as error:  # noqa: BLE001  (the change itself is stored, and stays queued)
        logger.warning("Articles are examined by a worker: %s", named(error))


# --- Doing it -------------------------------------------------------------------------------------


def work(*, seconds: float = _SECONDS, now: datetime | None = None) -> bool:
    """Examine what is queued for a while, and say whether there was anything.

    What is taken goes with the transaction that does it, so a worker that is killed loses nothing.
    What cannot be examined is kept with its error and stops nothing else.
    """
    until = time.monotonic() + seconds
    at = now or timezone.now()
    busy = False
    while time.monotonic() < until and _step(at):
        busy = True
    if busy:
        KnowledgeClock.objects.update_or_create(pk=1, defaults={"checked_at": at})
    return busy


def _step(at: datetime) -> bool:
    """Do the first subject, or the first articles of one brand."""
    waiting = ArticleCheck.objects.filter(error="").order_by("id")
    with transaction.atomic():
        locked = waiting.select_for_update(skip_locked=True, of=("self",))
        first = locked.first()
        if first is None:
            return False
        batch = [first]
        if first.kind == "article":
            same = locked.filter(subject__startswith="article:", brand=first.brand)
            batch = list(same[:AT_ONCE])
        # Deleted first: a change that comes meanwhile queues it anew.
        ArticleCheck.objects.filter(pk__in=[each.pk for each in batch]).delete()
        for check in batch:
            try:
                with transaction.atomic():
                    _do(check, at)
            except DatabaseError:
                raise
            except Exception as error:  # noqa: BLE001  (one article must not stop all others)
                logger.error("%s could not be examined: %s", check, named(error))  # noqa: TRY400
                check.error = named(error)[:300]
                check.save(force_insert=True)
    return True


def _do(check: ArticleCheck, at: datetime) -> None:
    if check.kind == "article":
        examine_articles(_with_links().filter(pk=int(check.name)), at)
    else:
        affected = _affected(check.kind, check.name, check.brand_id, at)
        queue({f"article:{pk}": brand for pk, brand in affected})


def _with_links() -> Any:
    return KnowledgeArticle.objects.select_related("brand", "superseded_by__superseded_by")


def _affected(
    kind: str, name: str, brand_id: int | None, now: datetime
) -> Iterator[tuple[int, int]]:
    """Return the articles, with their brands, that a change may concern."""
    articles = KnowledgeArticle.objects.all()
    if brand_id is not None:
        articles = articles.filter(brand_id=brand_id)
    flagged = set(
        ArticleFlag.objects.filter(article__in=articles, rule=name).values_list(
            "article_id", flat=True
        )
    )
    if kind == "review":
        due = articles.filter(Q(review_by__isnull=False) | Q(flags__kind="review")).distinct()
        yield from due.values_list("pk", "brand_id")
    elif kind in {"offer", "term"}:
        for pk, brand in _speaking_of(kind, name, articles, now):
            flagged.discard(pk)
            yield pk, brand
        yield from articles.filter(pk__in=flagged).values_list("pk", "brand_id")
    else:
        yield from articles.values_list("pk", "brand_id")


def _speaking_of(kind: str, name: str, articles: Any, now: datetime) -> Iterator[tuple[int, int]]:
    """Return the articles whose words may speak of an offer or a term."""
    worlds: dict[int, Callable[[str], bool]] = {}
    rows = articles.values_list("pk", "brand_id", "title", "body")
    for pk, brand_id, title, body in rows.iterator(chunk_size=500):
        speaks = worlds.get(brand_id)
        if speaks is None:
            world = world_of(Brand.objects.get(pk=brand_id), now)
            speaks = worlds[brand_id] = (
                world.offer_reader(name) if kind == "offer" else world.term_reader(name)
            )
        if speaks(f"{title}\n\n{body}"):
            yield pk, brand_id


# --- The clock ------------------------------------------------------------------------------------


def look_at_the_clock(now: datetime | None = None, *, force: bool = False) -> bool:
    """Queue what a new day changes, in the zones where one has begun; seldom asks the database.

    An offer that ended yesterday, a policy value that begins today, a review date that passed.
    """
    global _looked_at  # noqa: PLW0603  (one memory a process)
    if not force and time.monotonic() - _looked_at < _CLOCK_EVERY:
        return False
    _looked_at = time.monotonic()
    now = now or timezone.now()
    zones = Location.objects.order_by().values_list("zone", flat=True).distinct()
    today = {zone: now.astimezone(ZoneInfo(zone)).date() for zone in zones}
    with transaction.atomic():
        KnowledgeClock.objects.get_or_create(pk=1)
        clock = KnowledgeClock.objects.select_for_update().get(pk=1)
        dates = {zone: day.isoformat() for zone, day in today.items()}
        if clock.dates == dates:
            return False
        new = [
            (clock.dates.get(zone), day)
            for zone, day in today.items()
            if clock.dates.get(zone) != day.isoformat()
        ]
        since = min((date.fromisoformat(old) for old, _ in new if old), default=None)
        queue(_turning(since, max((day for _, day in new), default=now.date())))
        clock.dates = dates
        clock.save(update_fields=["dates"])
    return True


def _turning(since: date | None, until: date) -> dict[str, int | None]:
    """Return what begins or ends after ``since`` up to ``until``; everything when never asked."""
    if since is None:
        brands = Brand.objects.values_list("pk", flat=True)
        return {f"brand:{pk}": pk for pk in brands}
    ended = (since - timedelta(days=1), until - timedelta(days=1))
    begun = (since, until)
    found: dict[str, int | None] = {}
    for offer in Promotion.objects.filter(Q(end__range=ended) | Q(start__range=begun)):
        found.update(_subjects(offer))
    values = PolicyValue.objects.filter(Q(valid_to__range=ended) | Q(valid_from__range=begun))
    for value in values.select_related("term", "location"):
        found.update(_subjects(value))
    due = KnowledgeArticle.objects.filter(review_by__range=ended)
    found.update({f"article:{pk}": brand for pk, brand in due.values_list("pk", "brand_id")})
    return found


def step() -> bool:
    """Do what is due for a moment, between two drafts, and say whether there was anything.

    Raises:
        DatabaseError: when the database is away.
    """
    try:
        look_at_the_clock()
        return work(seconds=_SECONDS)
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001  (an article must not stop the drafting of replies)
        logger.error("Articles could not be examined: %s", named(error))  # noqa: TRY400
        return False
