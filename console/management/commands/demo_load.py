"""Loads the demonstration: operator, people, and tickets through the whole line."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from console.bundles.apply import import_bundle
from console.bundles.problems import BundleError
from console.bundles.rows import BundleRows
from console.bundles.schema import read_bundle
from console.demo import summary, tickets
from console.demo.address import address
from console.demo.logins import Logins


class Command(BaseCommand):
    help = "Loads a fictional operator and real tickets; a second run adds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--force", action="store_true", help="also into a database that others already use"
        )
        parser.add_argument(
            "--url", help="where the console is served; by default where `up` served it last"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        demo = Path(settings.BASE_DIR) / "demo"
        try:
            bundle = read_bundle(demo / "world")
        except BundleError as error:
            raise CommandError(str(error)) from error
        people = {person.username: person.roles for person in bundle.people}
        if not options["force"]:
            _refuse_strangers(people)
        if not tickets.is_loaded():
            self._import(bundle)
        logins = Logins(Path(settings.VAR_DIR) / "demo_logins")
        known = logins.of(people)
        self._draft(tickets.read(demo / "tickets.jsonl"))
        for line in summary.lines():
            self.stdout.write(line)
        self.stdout.write("\nlogins")
        for login in known:
            password = login.password or "(a password of their own)"
            self.stdout.write(f"  {', '.join(login.roles):<10} {login.username:<12} {password}")
        agent, token = logins.token_of(people)
        if token:
            self.stdout.write(f"\nthe API, as {agent}")
            self.stdout.write(
                f'  curl -H "Authorization: Bearer {token}" {options["url"] or address()}'
                "/api/v1/drafts/"
            )

    def _import(self, bundle: BundleRows) -> None:
        """Import the operator, before the first ticket only: later, edits of people stand."""
        try:
            import_bundle(bundle=bundle, actor=None, reason="The demo operator is loaded.")
        except BundleError as error:
            raise CommandError(
                f"{error}\nThe demo operator does not fit what is stored; nothing was changed."
            ) from error

    def _draft(self, rows: list[tickets.DemoTicket]) -> None:
        started = time.monotonic()
        worked = sum(state is not None for state in self._shown(tickets.run(rows), len(rows)))
        if worked:
            self.stdout.write(f"{worked} tickets in {time.monotonic() - started:.1f} s\n")

    def _shown(self, states: Iterable[Any], total: int) -> Iterator[Any]:
        """Show progress: a bar on a terminal, a line now and then elsewhere."""
        if self.stderr.isatty():
            yield from tqdm(states, total=total, desc="tickets", unit="", leave=False)
            return
        for number, state in enumerate(states, 1):
            if state is not None and (number % 20 == 0 or number == total):
                self.stderr.write(f"tickets: {number} of {total}")
            yield state


def _refuse_strangers(people: dict[str, tuple[str, ...]]) -> None:
    others = User.objects.exclude(username__in=people)
    if others.exists() and not tickets.is_loaded():
        raise CommandError(
            f"This database has {others.count()} users of its own and never held the demo: nothing "
            "was loaded, as the demo brings people with passwords that it prints. To load it here "
            "all the same: manage.py demo_load --force"
        )
