"""Lists the logs, closes one that cannot go on, and begins to publish on a new machine."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from compliance.audit.events import Actor
from compliance.audit.succession import CannotAdoptError, CannotCloseError, adopt, succeed
from compliance.models import ActorKind, AuditLog, PendingEvent
from console.accounts import operating_account


class Command(BaseCommand):
    help = (
        "Lists the logs (list), closes the open one and opens the next (next), or publishes its "
        "last checkpoint on a machine that has none yet (adopt)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("list", "next", "adopt"))
        parser.add_argument(
            "--reason", default="", help="next: why; it stands in the log for good, so name nobody"
        )
        parser.add_argument(
            "--unsigned",
            action="store_true",
            help="next: leave the log as it is, because it cannot be signed any more",
        )
        parser.add_argument("--by", default="", help="next: who does it, unless your account")

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {"list": self._list, "next": self._next, "adopt": self._adopt}
        try:
            actions[options["action"]](options)
        except (CannotCloseError, CannotAdoptError) as error:
            raise CommandError(str(error)) from error

    def _list(self, _options: Any) -> None:
        for log in AuditLog.objects.order_by("pk"):
            waiting = PendingEvent.objects.filter(event__log=log).count()
            until = f"closed {log.closed_at:%Y-%m-%d %H:%M}" if log.closed_at else "open"
            self.stdout.write(
                f"{log.origin}: {log.size:,} events, {until}"
                + (f"; {waiting:,} have no place" if waiting else "")
                + (f"; not signed: {log.refusal}" if log.refusal else "")
            )

    def _next(self, options: Any) -> None:
        by = options["by"] or operating_account()
        done = succeed(
            reason=options["reason"],
            actor=Actor(ActorKind.OPERATOR, by, by),
            now=datetime.now(UTC),
            unsigned=options["unsigned"],
        )
        self.stdout.write(
            f"{done.closed.origin} is closed with {done.closed.size:,} events; "
            f"{done.opened.origin} is open, and its first event names the one before."
        )
        if done.waiting:
            self.stdout.write(
                f"{done.waiting:,} events of {done.closed.origin} stay without a place; the first "
                "event of the new log proves their bytes."
            )
        for each in done.trouble:
            self.stderr.write(each)

    def _adopt(self, _options: Any) -> None:
        last = adopt()
        self.stdout.write(f"Published the checkpoint of {last.size:,} events on this machine.")
