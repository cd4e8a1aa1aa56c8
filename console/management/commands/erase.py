"""Erases what is stored about a customer, or about one ticket of an unknown sender."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafting.errors import Conflict, Unusable
from drafting.models import Customer, Ticket
from drafting.privacy.erasing import AlreadyErasedError, Order, erase_customer, erase_ticket
from drafting.privacy.holds import HeldError
from drafting.privacy.repeating import RepeatError, missing_here
from drafting.privacy.stored import Counts, Stored, stored_of, stored_of_ticket


class Command(BaseCommand):
    help = (
        "Destroys the keys and salts of what is stored about a customer or a ticket, for good. "
        "With --repeat it does so again for what an export of the log tells of and this database "
        "does not know of: after a backup was restored. Ends with status 1 when a hold keeps it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("customer", nargs="?", default="", help="the code of a customer")
        which.add_argument("--ticket", type=UUID, help="our id of a ticket of an unknown sender")
        which.add_argument(
            "--repeat", type=Path, help="an export of the log, newer than the backup"
        )
        parser.add_argument("--reason", default="", help="why; it is kept, so name nobody in it")
        parser.add_argument("--by", default="", help="the operator who does it; the system else")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["repeat"]:
            self._repeat(options)
            return
        row = self._find(options)
        found = stored_of(row) if isinstance(row, Customer) else stored_of_ticket(row)
        if options["dry_run"]:
            self._tell(found)
            return
        order = Order(actor=_actor(options["by"]), reason=options["reason"])
        try:
            erasure = _erase(row, order)
        except AlreadyErasedError as error:
            self.stdout.write(str(error))
            return
        except (Conflict, Unusable, PermissionDenied) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Erased: {in_words(Counts(**erasure.counts))}.")

    def _find(self, options: dict[str, Any]) -> Customer | Ticket:
        if options["ticket"]:
            ticket = Ticket.objects.filter(pk=options["ticket"]).first()
            if ticket is None:
                raise CommandError("There is no ticket with this id.")
            return ticket
        customer = Customer.objects.filter(code=options["customer"]).first()
        if customer is None:
            raise CommandError(f"There is no customer “{options['customer']}”.")
        return customer

    def _tell(self, found: Stored) -> None:
        self.stdout.write(f"Would be erased: {in_words(found.counts)}.")
        for hold in found.holds:
            self.stdout.write(f"! kept by {hold} ({hold.of_what})")
        if found.holds:
            raise CommandError("A legal hold keeps this; nothing would be erased.")

    def _repeat(self, options: dict[str, Any]) -> None:
        try:
            missing = missing_here(options["repeat"])
        except RepeatError as error:
            raise CommandError(str(error), returncode=2) from error
        kept = 0
        for each in missing:
            self.stdout.write(f"{each}")
            if options["dry_run"] or each.row is None:
                continue
            reason = options["reason"] or f"Repeated after a restore: erasure {each.erasure}."
            order = Order(_actor(options["by"]), reason, keeps_record=each.keeps_record)
            try:
                _erase(each.row, order)
            except HeldError as error:
                kept += 1
                self.stdout.write(f"! {error}")
            except Conflict as error:
                self.stdout.write(str(error))
        self.stdout.write(f"{len(missing)} erasures were not known here.")
        if kept:
            raise CommandError(f"Legal holds keep {kept} of them.")


def in_words(counts: Counts) -> str:
    """Return counts as a person reads them: what there is none of is left out."""
    named = counts.as_json().items()
    return ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in named if count)


def _erase(row: Customer | Ticket, order: Order) -> Any:
    if isinstance(row, Customer):
        return erase_customer(customer=row, order=order)
    return erase_ticket(ticket=row, order=order)


def _actor(name: str) -> User | None:
    if not name:
        return None
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no user “{name}”.")
    return user
