"""Takes a decision of the gate again."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from compliance.gate.fingerprint import plain
from compliance.models import GateDecision
from drafting.replay import Outcome, replay


class Command(BaseCommand):
    help = (
        "Takes a stored decision again, from what it was taken from and by the rules of then. "
        "Ends with status 1 when the result is another, with 2 when it cannot be taken again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("decision", type=UUID, help="the id of the decision")
        parser.add_argument("--json", action="store_true", help="write the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        decision = GateDecision.objects.filter(pk=options["decision"]).first()
        if decision is None:
            raise CommandError("There is no decision with this id.", returncode=2)
        found = replay(decision)
        if options["json"]:
            told = {"decision": str(decision.pk), **plain(found)}  # type: ignore[dict-item]
            self.stdout.write(json.dumps(told, indent=2, ensure_ascii=False))
        else:
            for note in found.notes:
                self.stdout.write(note)
            for difference in found.differences:
                self.stdout.write(f"! {difference}")
        if found.outcome is Outcome.IMPOSSIBLE:
            raise CommandError(f"It cannot be taken again. {found.why}", returncode=2)
        if found.outcome is Outcome.DIFFERENT:
            raise CommandError(f"The decision is another: {len(found.differences)} differences.")
        if not options["json"]:
            self.stdout.write(f"Identical: {decision.verdict}, to the byte.")
