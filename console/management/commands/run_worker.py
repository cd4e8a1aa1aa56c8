"""Runs a worker: drains the queue of drafts from the database until it is told to stop."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from drafting.worker import Worker


class Command(BaseCommand):
    help = "Writes and gates the drafts that wait in the database; stops cleanly on Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--poll-seconds", type=float, default=1.0, help="Pause when nothing waits (1)."
        )
        parser.add_argument(
            "--until-empty", action="store_true", help="Stop when nothing is due any more."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        worker = Worker(poll_seconds=options["poll_seconds"], until_empty=options["until_empty"])
        worker.stop_on_signals()
        self.stderr.write("The worker runs; Ctrl-C stops it after the draft at hand.")
        worker.run()
        self.stderr.write(f"The worker stopped; it worked on {worker.worked} drafts.")
