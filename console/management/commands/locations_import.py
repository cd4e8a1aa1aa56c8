"""Imports locations and hours: prints what would change and what looks wrong, then applies it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from locations.importers.defaults import Defaults
from locations.importers.plan import Line, Plan
from locations.importers.registry import importers
from locations.importers.runs import apply_run, prepare, start_run
from locations.importers.values import MAX_BYTES, ImportFileError
from locations.models import ImportOutcome

_PROBLEMS_SHOWN = 200
_SIGNS = {ImportOutcome.NEW: "+", ImportOutcome.CHANGED: "~", ImportOutcome.LEFT_OUT: "!"}


class Command(BaseCommand):
    help = "Imports locations and their hours from a file of another system."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("format", choices=sorted(importers()))
        parser.add_argument("file", type=Path)
        parser.add_argument("--brand", default="", help="code of new locations' brand")
        parser.add_argument("--vertical", default="", help="code of new locations' vertical")
        parser.add_argument("--zone", default="", help="their time zone where none can be found")
        parser.add_argument("--prefix", default="", help="what every code of the file is given")
        parser.add_argument("--country", default="US", help="country of states without one")
        parser.add_argument(
            "--leave-out", action="store_true", help="leave out what cannot be created or changed"
        )
        parser.add_argument("--dry-run", action="store_true", help="print only")
        parser.add_argument("--reason", help="why, for the history; names the file if left out")
        parser.add_argument("--user", help="who, for the history: a user name")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        actor = _actor(options["user"])
        names = ("brand", "vertical", "zone", "prefix", "country", "leave_out")
        defaults = Defaults(**{name: options[name] for name in names})
        today = timezone.localdate()
        reason = options["reason"] or f"imported from {path.name}"
        try:
            data = _bytes(path)
            plan = prepare(options["format"], data, defaults, today)
            for text in describe(plan):
                self.stdout.write(text)
            _refuse(plan.problems)
            if options["dry_run"]:
                self.stdout.write("Dry run: nothing was changed.")
                return
            run = start_run(
                format_name=options["format"],
                file_name=path.name,
                data=data,
                defaults=defaults,
                actor=actor,
                today=today,
            )
            apply_run(run=run, actor=actor, reason=reason, today=today)
        except ImportFileError as error:
            _refuse(error.problems)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write("Done.")


def _refuse(problems: Sequence[str]) -> None:
    if not problems:
        return
    listed = "\n".join(problems[:_PROBLEMS_SHOWN])
    ending = "" if len(problems) == 1 else "s"
    raise CommandError(f"{listed}\n{len(problems)} problem{ending}; nothing was changed.")


def _actor(name: str | None) -> User | None:
    if not name:
        return None
    actor = User.objects.filter(username=name, is_active=True).first()
    if actor is None:
        raise CommandError(f"There is no user “{name}”.")
    return actor


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def describe(plan: Plan) -> list[str]:
    """Return a plan as lines: each location with its changes and cautions, then the counts."""
    lines: list[str] = []
    for line in plan.lines:
        if line.outcome is not ImportOutcome.UNCHANGED or line.notices:
            lines += _of(line)
    counts = plan.count()
    lines.append(
        f"{counts['new']} new, {counts['changed']} to change, {counts['unchanged']} unchanged, "
        f"{counts['left_out']} left out, {counts['cautions']} cautions."
    )
    return lines


def _of(line: Line) -> list[str]:
    name = f" {line.location.name}" if line.location.name else ""
    lines = [f"{_SIGNS.get(line.outcome, ' ')} {line.code}{name} ({line.place.where})"]
    lines += [f"    {item.name}: {item.old or '-'} -> {item.new or '-'}" for item in line.fields]
    for week in line.weeks:
        lines += [
            f"    {week.hours_type} {day.name}: {day.old or '-'} -> {day.new}"
            for day in week.days
            if day.old != day.new
        ]
    lines += [
        f"    {item.hours_type} {item.on}: {item.old or '-'} -> {item.new or 'the regular week'}"
        for item in line.dates
    ]
    return lines + [f"    ! {notice}" for notice in line.notices]
