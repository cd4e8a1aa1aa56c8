"""An import from its upload to its end: preview, confirmation, history."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from locations import changes
from locations.importers.defaults import Defaults
from locations.importers.plan import Line, Plan, plan_import
from locations.importers.registry import Reading, importer
from locations.importers.values import ImportFileError
from locations.models import (
    DatedHours,
    ImportLine,
    ImportRun,
    ImportState,
    Location,
    WeeklyHours,
)
from locations.models.tracked import Tracked

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Two imports at once would each plan from what the other is about to change.
_LOCK: Final = "draftgate location import"
# A preview is confirmed soon or never; a record is kept longer, its lines for the latest only.
PREVIEW_DAYS: Final = 7
RUNS_KEPT: Final = 200
LINES_KEPT: Final = 20
_PROBLEMS_KEPT: Final = 200
_DATES_SHOWN: Final = 60


def prepare(format_name: str, data: bytes, defaults: Defaults, today: date) -> Plan:
    """Read a file and compare it with what is stored, writing nothing.

    Raises:
        ImportFileError: when the file cannot be used.
    """
    places = importer(format_name).read(data, Reading(today, defaults.country or "US"))
    return plan_import(places, defaults, today)


def start_run(
    *,
    format_name: str,
    file_name: str,
    data: bytes,
    defaults: Defaults,
    actor: User | None,
    today: date,
) -> ImportRun:
    """Store an upload with its preview; nothing else is changed.

    Raises:
        ImportFileError: when the file cannot be used; nothing is stored then.
    """
    plan = prepare(format_name, data, defaults, today)
    with transaction.atomic():
        run = ImportRun(
            format=format_name,
            file_name=file_name[-200:],
            file=data,
            sha256=hashlib.sha256(data).hexdigest(),
            defaults=defaults.as_json(),
            created_by=actor,
        )
        _show(run, plan)
        forget_old(run)
    return run


def refresh(run: ImportRun, today: date) -> None:
    """Preview a waiting run anew, against what is stored now.

    Raises:
        ImportFileError: when the file can no longer be used.
    """
    defaults = Defaults.from_json(run.defaults)
    plan = prepare(run.format, bytes(run.file or b""), defaults, today)
    with transaction.atomic():
        run.lines.all().delete()
        _show(run, plan)


def apply_run(*, run: ImportRun, actor: User | None, reason: str, today: date) -> Plan:
    """Apply what a run's preview showed, all of it in one transaction, or nothing.

    Raises:
        ValidationError: without a reason, when the preview has problems or was applied already.
        StaleVersionError: when what is stored has changed since the preview.
    """
    changes.require_reason(reason)
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [_LOCK])
            current = ImportRun.objects.select_for_update().get(pk=run.pk)
            if not current.waits:
                raise ValidationError("This import was applied already; upload the file again.")
            defaults = Defaults.from_json(current.defaults)
            plan = prepare(current.format, bytes(current.file or b""), defaults, today)
            if plan.problems:
                raise ValidationError(
                    f"Nothing was imported: {plan.problems[0]} Mend the file and upload it again."
                )
            if plan.fingerprint != current.fingerprint:
                raise changes.StaleVersionError(
                    "Nothing was imported: what is stored has changed since this preview. "
                    "Look at the new preview and confirm that one."
                )
            _write(plan.lines, actor, reason)
            current.state, current.file = ImportState.APPLIED, None
            current.applied_at, current.applied_by = timezone.now(), actor
            current.reason = reason.strip()
            current.save()
    except ImportFileError as error:
        raise ValidationError(list(error.problems)) from error
    except IntegrityError as error:
        raise changes.StaleVersionError(
            "Nothing was imported: somebody else wrote one of these rows at the same moment. "
            "Look at the new preview and confirm that one."
        ) from error
    return plan


def _write(lines: Sequence[Line], actor: User | None, reason: str) -> None:
    """Write locations first, then their hours; a constant number of queries for each 500 rows."""
    rows: list[Tracked] = list(chain.from_iterable(line.write for line in lines))
    for model in (Location, WeeklyHours, DatedHours):
        own: list[Any] = [row for row in rows if type(row) is model]
        for row in own:
            if model is not Location:
                # A location that was only just created has its number now.
                row.location = row.location
        new: list[Any] = []
        stored: list[Any] = []
        for row in own:
            (new if row.pk is None else stored).append(row)
        changes.create_many(rows=new, actor=actor, reason=reason)
        changes.save_many(rows=stored, actor=actor, reason=reason)
    for row in chain.from_iterable(line.drop for line in lines):
        changes.delete(row=row, actor=actor, reason=reason)


def _show(run: ImportRun, plan: Plan) -> None:
    """Store what a plan says, for the pages of the preview."""
    run.fingerprint, run.counts = plan.fingerprint, plan.count()
    run.problems = [problem[:500] for problem in plan.problems[:_PROBLEMS_KEPT]]
    run.save()
    ImportLine.objects.bulk_create(
        (
            ImportLine(
                run=run,
                position=position,
                code=line.code[:200],
                name=line.location.name[:200],
                outcome=line.outcome,
                cautions=min(line.doubts, 32_000),
                detail=detail_of(line),
            )
            for position, line in enumerate(plan.lines)
        ),
        batch_size=1_000,
    )


def detail_of(line: Line) -> dict[str, Any]:
    """Return what a line shows: fields, weeks, dates (the first ones), cautions, problems."""
    return {
        "where": line.place.where,
        "fields": [[change.name, change.old, change.new] for change in line.fields],
        "weeks": [
            {"type": week.hours_type, "days": [[day.name, day.old, day.new] for day in week.days]}
            for week in line.weeks
        ],
        "dates": [
            [date_.hours_type, date_.on.isoformat(), date_.old, date_.new]
            for date_ in line.dates[:_DATES_SHOWN]
        ],
        "more_dates": max(0, len(line.dates) - _DATES_SHOWN),
        "notices": [[note.place, note.caution.value, note.message] for note in line.notices[:100]],
        "problems": line.problems[:20],
    }


def forget_old(latest: ImportRun) -> None:
    """Drop previews that nobody confirmed, old records, and the lines of all but the latest."""
    long_ago = timezone.now() - timedelta(days=PREVIEW_DAYS)
    ImportRun.objects.filter(state=ImportState.PREVIEWED, created_at__lt=long_ago).delete()
    kept = list(ImportRun.objects.values_list("pk", flat=True)[:RUNS_KEPT])
    ImportRun.objects.exclude(pk__in=kept).exclude(pk=latest.pk).delete()
    ImportLine.objects.exclude(run__in=kept[:LINES_KEPT]).exclude(run=latest).delete()
    # One file a person is enough: what was previewed before is not confirmed any more.
    ImportRun.objects.filter(
        state=ImportState.PREVIEWED, created_by=latest.created_by, file__isnull=False
    ).exclude(pk=latest.pk).update(file=None)
