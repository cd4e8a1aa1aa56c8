"""Verifies an export of a log, offline."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from compliance.audit.bundle import read_keys
from compliance.audit.events import stamp
from compliance.audit.inspection import inspect
from compliance.audit.notes import NoteError


class Command(BaseCommand):
    help = (
        "Verifies an export without the database it is from. Ends with status 1 when something "
        "in it does not hold, with 2 when it cannot be checked."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="the export")
        parser.add_argument(
            "--vkey",
            type=Path,
            required=True,
            help="a file with the public keys to trust, from another source than the export",
        )
        parser.add_argument(
            "--checkpoint",
            type=Path,
            action="append",
            default=[],
            help="a checkpoint that somebody held outside; may be given several times",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            trusted = read_keys(options["vkey"].read_text(encoding="utf-8"))
            outside = [path.read_bytes() for path in options["checkpoint"]]
        except (OSError, UnicodeDecodeError, NoteError) as error:
            raise CommandError(str(error), returncode=2) from error
        if not options["path"].is_file():
            raise CommandError(f"There is no file {options['path']}.", returncode=2)
        found = inspect(
            options["path"], trusted=trusted, outside=outside, now=stamp(datetime.now(UTC))
        )
        self.stdout.write(
            f"{found.origin}: {found.events:,} of {found.size:,} events and statements on "
            f"{found.statements:,} sent replies."
        )
        for fault in found.faults:
            self.stdout.write(f"! {fault.kind}: {fault.text}")
        if found.faults:
            raise CommandError(f"The export does not hold: {len(found.faults):,} faults.")
        self.stdout.write("Nothing is wrong.")
        if not outside:
            self.stdout.write(
                "What this cannot show: that nobody wrote the whole log anew with its key. A "
                "checkpoint that somebody else holds shows it: --checkpoint FILE."
            )
