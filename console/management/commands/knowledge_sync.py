"""Takes articles over from help centres."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafting.knowledge.sync.run import Outcome, synchronize
from drafting.models import KnowledgeSource


class Command(BaseCommand):
    help = "Takes over what the configured help centres have; articles are never deleted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", nargs="?", help="One source; without it all that are in use.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Only say what would change; store nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sources = KnowledgeSource.objects.select_related("brand", "owner").order_by("code")
        code = options["code"]
        chosen = list(sources.filter(code=code) if code else sources.filter(active=True))
        if not chosen:
            known = ", ".join(sources.values_list("code", flat=True)) or "none yet"
            raise CommandError(
                f"There is no source “{code}”; there are: {known}."
                if code
                else "No source is in use; add one in the admin, under Knowledge sources."
            )
        failed = []
        for source in chosen:
            outcome = synchronize(source=source, dry_run=options["dry_run"])
            self._tell(source, outcome, dry_run=options["dry_run"])
            if not outcome.is_fine:
                failed.append(source.code)
        if failed:
            raise CommandError(f"Not everything was taken over from: {', '.join(failed)}.")

    def _tell(self, source: KnowledgeSource, outcome: Outcome, *, dry_run: bool) -> None:
        would = " (nothing was stored)" if dry_run else ""
        if outcome.error:
            self.stderr.write(f"{source.code}: {outcome.error} Nothing was changed.")
            return
        self.stdout.write(
            f"{source.code}: {len(outcome.created)} new, {len(outcome.updated)} changed, "
            f"{len(outcome.back)} back, {outcome.unchanged} unchanged, "
            f"{len(outcome.missing)} gone{would}"
        )
        for word, codes in (
            ("new", outcome.created),
            ("changed", outcome.updated),
            ("back", outcome.back),
            ("gone", outcome.missing),
        ):
            for code in codes:
                self.stdout.write(f"  {word:8} {code}")
        for name, warning in outcome.warnings:
            self.stdout.write(f"  note     {name}: {warning}")
        for name, problem in outcome.problems:
            self.stderr.write(f"  refused  {name}: {problem}")
