"""Makes and replaces the master key, which the keys of people's texts are wrapped with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from compliance.models import DataKey
from compliance.sealing import keyring, master
from compliance.sealing.master import MasterKeyError


class Command(BaseCommand):
    help = "Makes, shows or replaces the master key of texts that are sealed at rest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("create", "show", "rotate", "rewrap"))

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {
            "create": self._create,
            "show": self._show,
            "rotate": self._rotate,
            "rewrap": self._rewrap,
        }
        try:
            actions[options["action"]]()
        except MasterKeyError as error:
            raise CommandError(str(error)) from error

    def _create(self) -> None:
        if DataKey.objects.filter(destroyed_at=None).exists():
            raise CommandError(
                "There are data keys already, which another master key wrapped: bring that one "
                "back. Without it nothing that was sealed can be read."
            )
        self.stdout.write(master.create().name)

    def _show(self) -> None:
        """Print the names of the keys, the first one in use, and how many data keys are theirs."""
        for each in master.wrappers():
            theirs = DataKey.objects.filter(master=each.name, destroyed_at=None).count()
            self.stdout.write(f"{each.name} wraps {theirs:,} data keys")

    def _rotate(self) -> None:
        made = master.add()
        self.stdout.write(made.name)
        self._rewrap()
        self.stderr.write("Restart every process, then run `manage.py master_key rewrap` again.")

    def _rewrap(self) -> None:
        """Wrap every data key by the first master key; forget the others once nothing is theirs."""
        done = 0
        while True:
            with transaction.atomic():
                some = keyring.rewrap()
            if not some:
                break
            done += some
        self.stdout.write(f"{done:,} data keys are wrapped by {master.wrappers()[0].name} now.")
