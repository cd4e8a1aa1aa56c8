"""Writes the signed statement on one sent reply."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from compliance.audit.attesting import attest
from compliance.audit.keys import KeyFaultError
from drafting.attestation.sent import NotSentError, leaf_of


class Command(BaseCommand):
    help = (
        "Writes who sent which reply by which decision, as an in-toto statement in a DSSE envelope "
        "that is signed with the log's key."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "of", metavar="DRAFT_OR_REPLY", help="the id of a draft that was sent, or of its reply"
        )
        parser.add_argument("--out", type=Path, help="the file to write; else it is printed")

    def handle(self, *args: Any, **options: Any) -> None:
        given: str = options["of"]
        try:
            stated = attest(leaf_of(_draft(given), reply=_reply(given)))
        except (NotSentError, KeyFaultError) as error:
            raise CommandError(str(error)) from error
        if stated is None:
            raise CommandError("No checkpoint covers it yet: `manage.py audit_sequence` signs one.")
        written = json.dumps(stated, separators=(",", ":"), sort_keys=True)
        if options["out"] is None:
            self.stdout.write(written)
            return
        try:
            options["out"].write_text(written, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{options['out']} cannot be written: {error.strerror}.") from error


def _draft(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def _reply(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None
