"""Says what the gate makes of one text, and why; stores nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.gate.types import Verdict
from compliance.loading import UnknownChannelError
from console.explaining.trying import Trial, try_text
from console.explaining.words import in_words


class Command(BaseCommand):
    help = (
        "Explains what the gate makes of one text at a location, from the configuration as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", help="the reply; - reads it from standard input")
        parser.add_argument("--location", required=True, help="code of the location")
        parser.add_argument("--channel", default="email")
        parser.add_argument(
            "--at", help="moment as ISO 8601, local to the location unless it has an offset; now"
        )
        parser.add_argument("--customer", default="", help="code of the customer")
        parser.add_argument("--customer-state", default="", help="where they are: US-MA")
        parser.add_argument("--message", default="", help="what the customer wrote")

    def handle(self, *args: Any, **options: Any) -> None:
        text = sys.stdin.read() if options["text"] == "-" else options["text"]
        trial = Trial(
            location=options["location"],
            channel=options["channel"],
            text=text.rstrip("\n"),
            at=_moment(options["at"]),
            customer=options["customer"],
            customer_state=options["customer_state"],
            message=options["message"],
        )
        try:
            tried = try_text(trial)
        except (LookupError, UnknownChannelError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(in_words(tried))
        if tried.evaluation.decision.verdict is Verdict.BLOCK:
            sys.exit(3)  # so that a script can tell a held text from a failed command


def _moment(given: str | None) -> datetime:
    if given is None:
        return timezone.now()
    try:
        return datetime.fromisoformat(given)
    except ValueError as error:
        raise CommandError(
            f"“{given}” is no moment; write 2026-11-02T13:00 or 2026-11-02T13:00-05:00."
        ) from error
