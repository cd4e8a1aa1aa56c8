"""Gives waiting events their places in the log."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from compliance.audit.continuity import RefusedError
from compliance.audit.keys import KeyFaultError
from compliance.audit.loop import Loop
from compliance.audit.sequencer import MOST, sequence


class Command(BaseCommand):
    help = (
        "Puts the events that wait into the log and signs it, as workers do by themselves; "
        "with --loop until it is told to stop."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on until Ctrl-C")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["loop"]:
            stop = threading.Event()
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
            self.stderr.write("The sequencer runs; Ctrl-C stops it.")
            Loop().run(stop)
            return
        total = 0
        try:
            while (taken := sequence(now=timezone.now())) >= MOST:
                total += taken
        except (KeyFaultError, RefusedError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{total + taken:,} events got their place in the log.")
