"""Say what is wrong with the stored rules and concepts."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from console.rulebook.survey import survey


class Command(BaseCommand):
    help = (
        "Checks all stored rules and concepts: which cannot be used, do not find their own "
        "examples, or bind nobody. Ends with an error when drafts are held because of one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = survey(timezone.localdate())
        for trouble in found:
            sign = "!" if trouble.holds else "~"
            self.stdout.write(f"{sign} {trouble.what}: {trouble.why}")
        holding = sum(trouble.holds for trouble in found)
        if holding:
            raise CommandError(f"Drafts are held because of {holding} of {len(found)}.")
        self.stdout.write("Nothing is wrong." if not found else f"{len(found)} to look at.")
