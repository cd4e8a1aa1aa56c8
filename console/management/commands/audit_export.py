"""Exports the log, or a part of it, for strangers to verify."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from compliance.audit.events import Actor
from compliance.audit.export import CannotExportError, export
from compliance.audit.keys import KeyFaultError
from compliance.audit.selection import Selection
from compliance.models import ActorKind
from console.accounts import operating_account
from drafting.attestation.texts import texts_of


class Command(BaseCommand):
    help = (
        "Writes the log, or what is selected of it, to a zip file that verifies offline. The log "
        "itself records who took which export."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="the zip file to write")
        parser.add_argument("--log", default="", help="a closed log; the open one unless named")
        parser.add_argument("--since", type=_moment, help="from this moment on (UTC)")
        parser.add_argument("--until", type=_moment, help="before this moment (UTC)")
        parser.add_argument("--location", default="", help="the code of a location")
        parser.add_argument(
            "--agent", default="", help="what this user did, and every event of those drafts"
        )
        parser.add_argument("--ticket", default="", help="the id of a ticket")
        parser.add_argument(
            "--rule", default="", help="the versions of this rule, and the drafts gated under it"
        )
        parser.add_argument("--draft", type=UUID, help="the id of a draft")
        parser.add_argument(
            "--held",
            type=int,
            action="append",
            default=[],
            metavar="SIZE",
            help="a checkpoint that somebody holds, to be compared; may be given several times",
        )
        parser.add_argument(
            "--with-texts",
            action="store_true",
            help="release the texts of drafts and replies, with the salts that prove them",
        )
        parser.add_argument("--by", default="", help="who takes it, unless it is your account")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["path"]
        by = options["by"] or operating_account()
        names = ("since", "until", "location", "agent", "ticket", "rule", "draft")
        try:
            written = export(
                path,
                origin=options["log"],
                selection=Selection(**{name: options[name] for name in names}),
                actor=Actor(ActorKind.OPERATOR, by, by),
                now=datetime.now(UTC),
                held=options["held"],
                texts=texts_of if options["with_texts"] else None,
            )
        except (CannotExportError, KeyFaultError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(
            f"Wrote {written.events:,} of {written.size:,} events and statements on "
            f"{written.replies:,} sent replies to {path}."
        )
        if options["with_texts"]:
            self.stdout.write(
                f"{written.texts:,} texts are in it: keep it as you keep them. {written.erased:,} "
                f"are not, because they were erased, and {written.missing:,} because they are not "
                "kept or do not match."
            )


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
