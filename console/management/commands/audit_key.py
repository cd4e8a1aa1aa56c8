"""Makes, shows and replaces the key that the log is signed with."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from compliance.audit import keys
from compliance.audit.events import open_log
from compliance.audit.keys import KeyFaultError
from compliance.models import AuditKey


class Command(BaseCommand):
    help = "Makes, shows or replaces the key that checkpoints are signed with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("create", "show", "rotate"))
        parser.add_argument(
            "--log", default="", help="show: those of a closed log; else of the open one"
        )
        parser.add_argument(
            "--all", action="store_true", help="show: every key, with the sizes that it signed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {"create": self._create, "rotate": self._rotate, "show": self._show}
        try:
            actions[options["action"]](every=options["all"], origin=options["log"])
        except KeyFaultError as error:
            raise CommandError(str(error)) from error

    def _create(self, **_: Any) -> None:
        log = open_log()
        in_use = AuditKey.objects.filter(log=log, until=None).first()
        if in_use is not None:
            raise CommandError(
                f"The log is signed with a key already: {in_use.vkey}. Bring its private key to "
                f"{settings.DRAFTGATE_AUDIT_KEY_FILE}; `manage.py audit_key rotate` replaces it."
            )
        self.stdout.write(keys.create(log.origin).verifier.vkey)

    def _rotate(self, **_: Any) -> None:
        log = open_log()
        if not AuditKey.objects.filter(log=log).exists():
            raise CommandError("Nothing is signed yet: there is no key to replace.")
        made = keys.rotate(log.origin)
        self.stdout.write(made.verifier.vkey)
        self.stderr.write(
            "The next checkpoint is signed by both keys, later ones by this one only. Give it to "
            "everybody who has the old one."
        )

    def _show(self, *, every: bool, origin: str) -> None:
        wanted = Q(log__origin=origin) if origin else Q(log__closed_at=None)
        recorded = AuditKey.objects.filter(wanted)
        if origin and not recorded.exists():
            raise CommandError(f"No key is known of a log {origin}.")
        if every:
            for key in recorded:
                self.stdout.write(
                    f"{key.vkey} {key.since}-{'' if key.until is None else key.until}"
                )
            return
        in_use = recorded.filter(until=None).first()
        if in_use is not None:
            self.stdout.write(in_use.vkey)
            return
        log, signer = open_log(), keys.signers()[0]
        if signer.name != log.origin:
            raise CommandError(
                f"The log {log.origin} has no key yet: the one at hand is of {signer.name}. "
                "`manage.py audit_key create` makes one."
            )
        self.stdout.write(signer.verifier.vkey)
