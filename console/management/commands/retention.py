"""Erases what was kept as long as the rules of retention say, as workers do by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from drafting.privacy.retention import due, free, held, rules, run


class Command(BaseCommand):
    help = "Erases the texts and records that are due, and says what holds keep back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what is due")

    def handle(self, *args: Any, **options: Any) -> None:
        ordered = rules()
        if not ordered:
            self.stdout.write("No rule says how long texts are kept: nothing is ever due.")
            return
        at = timezone.now()
        if options["dry_run"]:
            found = due(at, ordered)
            rows = (found.tickets, found.customers, found.records)
            tickets, texts, records = (free(each).count() for each in rows)
            kept = sum(held(each).count() for each in rows)
            self.stdout.write(
                f"Due: {tickets:,} tickets of unknown senders, the texts of {texts:,} customers, "
                f"and {records:,} customers with their records. Kept by holds: {kept:,}."
            )
            return
        done = run(at=at)
        if done is None:
            return
        self.stdout.write(
            f"Erased: {done.tickets:,} tickets and {done.customers:,} customers. "
            f"Kept by holds: {done.held:,}."
        )
        for failure in done.failures:
            self.stdout.write(f"! {failure['of']} {failure['id']}: {failure['why']}")
        if done.failures:
            raise CommandError(f"{len(done.failures):,} could not be erased.")
