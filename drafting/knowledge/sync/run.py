"""One run of a source: what is new, changed, gone or refused, stored as one piece.

Articles are written like every change of the configuration, each with its reason; one that did not
change gets no new version. What vanished at the source is marked and never deleted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from drafting.knowledge.sync.documents import Delivery, Document, Source, SourceFailed
from drafting.knowledge.sync.feed import Feed
from drafting.knowledge.sync.folder import Folder
from drafting.models import KnowledgeRun, KnowledgeSource, SourceKind, WhenMissing
from locations import changes
from locations.models import ArticleStatus, KnowledgeArticle

SOURCES: Final[Mapping[str, Source]] = {
    SourceKind.FOLDER: Folder(),
    SourceKind.FEED: Feed(),
}
_MOST_PROBLEMS: Final = 200


@dataclass(slots=True)
class Outcome:
    """What a run did, or would do; problems are names and what to do about them."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    error: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether everything that the source has was taken over."""
        return not self.error and not self.problems


def synchronize(
    *, source: KnowledgeSource, now: datetime | None = None, dry_run: bool = False
) -> Outcome:
    """Take over what a source has; with ``dry_run`` only say what that would change.

    A source that cannot be read changes nothing; the run is recorded with the reason.
    """
    started = now or timezone.now()
    last = KnowledgeRun.objects.filter(source=source, error="").order_by("-pk").first()
    # What was configured or refused before is read again, whatever the source says of itself.
    same = last is not None and last.source_version == source.version and not last.problems
    outcome = Outcome()
    delivery: Delivery | None = None
    try:
        delivery = SOURCES[source.kind].deliver(
            source,
            etag=last.etag if last is not None and same else "",
            last_modified=last.last_modified if last is not None and same else "",
        )
        with transaction.atomic():
            # Two runs of one source would create its articles twice.
            KnowledgeSource.objects.select_for_update().get(pk=source.pk)
            if delivery is not None:
                _take_over(source, delivery, outcome, started)
            if dry_run:
                transaction.set_rollback(True)
    except SourceFailed as error:
        outcome = Outcome(error=str(error))
    if not dry_run:
        _record(source, outcome, delivery, last, started)
    return outcome


def _take_over(
    source: KnowledgeSource, delivery: Delivery, outcome: Outcome, now: datetime
) -> None:
    known = {
        row.source_id: row
        for row in KnowledgeArticle.objects.select_related("brand").filter(source=source.code)
    }
    present = [row for row in known.values() if row.missing_since is None]
    if present and not delivery.documents:
        raise SourceFailed(
            f"It has no articles any more, but {len(present)} came from it. Nothing was changed; "
            "if that is right, deprecate them and switch the source off."
        )
    outcome.problems.extend(delivery.refused)
    for each in delivery.documents:
        outcome.warnings.extend((each.id, warning) for warning in each.warnings)
        try:
            with transaction.atomic():
                _store(source, each, known.get(each.id), outcome, now.date())
        except ValidationError as error:
            outcome.problems.append((each.id, " ".join(error.messages)))
    there = {each.id for each in delivery.documents} | {name for name, _ in delivery.refused}
    for row in present:
        if row.source_id not in there:
            _mark_missing(source, row, now.date())
            outcome.missing.append(row.code)


def _store(
    source: KnowledgeSource,
    each: Document,
    row: KnowledgeArticle | None,
    outcome: Outcome,
    today: date,
) -> None:
    if row is None:
        row = _new(source, each, today)
        done = outcome.created
    elif row.missing_since is not None:
        row.missing_since = None
        if source.when_missing == WhenMissing.DEPRECATE:
            row.status = ArticleStatus.ACTIVE
        done = outcome.back
    elif row.source_sha256 == each.sha256 and row.source_url == each.url:
        outcome.unchanged += 1
        return
    else:
        done = outcome.updated
    row.title, row.body, row.source_url = each.title, each.body, each.url
    row.source_sha256 = each.sha256
    changes.save(row=row, actor=None, reason=f"Taken over from {source.code}.")
    done.append(row.code)


def _new(source: KnowledgeSource, each: Document, today: date) -> KnowledgeArticle:
    review = source.review_days
    return KnowledgeArticle(
        code=_code(source, each),
        brand=source.brand,
        verticals=list(source.verticals),
        states=list(source.states),
        channels=list(source.channels),
        owner=source.owner,
        review_by=today + timedelta(days=review) if review else None,
        source=source.code,
        source_id=each.id,
    )


def _code(source: KnowledgeSource, each: Document) -> str:
    """Return a code that nobody has: the source and the name there, as far as they fit."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", re.sub(r"\.\w{2,8}$", "", each.id)).strip("-")
    stem = f"{source.code}-{name or 'article'}"[:52].rstrip("-")
    taken = set(
        KnowledgeArticle.objects.filter(code__startswith=stem).values_list("code", flat=True)
    )
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code


def _mark_missing(source: KnowledgeSource, row: KnowledgeArticle, today: date) -> None:
    row.missing_since = today
    if source.when_missing == WhenMissing.DEPRECATE and row.status == ArticleStatus.ACTIVE:
        row.status = ArticleStatus.DEPRECATED
    changes.save(row=row, actor=None, reason=f"Gone from {source.code}.")


def _record(
    source: KnowledgeSource,
    outcome: Outcome,
    delivery: Delivery | None,
    last: KnowledgeRun | None,
    started: datetime,
) -> None:
    unchanged = delivery is None and not outcome.error and last is not None
    told = delivery if delivery is not None else (last if unchanged else None)
    KnowledgeRun.objects.create(
        source=source,
        source_version=source.version,
        started_at=started,
        finished_at=timezone.now(),
        created=len(outcome.created),
        updated=len(outcome.updated) + len(outcome.back),
        unchanged=outcome.unchanged,
        missing=len(outcome.missing),
        problems=[list(each) for each in outcome.problems[:_MOST_PROBLEMS]],
        warnings=[list(each) for each in outcome.warnings[:_MOST_PROBLEMS]],
        error=outcome.error[:500],
        etag=told.etag if told is not None else "",
        last_modified=told.last_modified if told is not None else "",
    )
