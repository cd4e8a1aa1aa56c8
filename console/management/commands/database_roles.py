"""Makes the roles of the database and gives each what it needs, or says what is amiss."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, OperationalError, connection

from console.privileges import granting
from console.privileges.plan import Step
from console.privileges.powers import examine
from console.privileges.roles import Roles, configured, connected_as

_NOT_NAMED = (
    "One role owns the tables and serves: it could switch off what protects the records. Name two: "
    "DATABASE_OWNER_URL for who owns the tables, DATABASE_URL for who serves. Then run this over "
    "DATABASE_ADMIN_URL, the address of a role that may create roles."
)


class Command(BaseCommand):
    help = (
        "Makes the owner's, the application's, the auditors' and the backup's role, and grants "
        "each what it needs. Works over DATABASE_ADMIN_URL if set, else over DATABASE_OWNER_URL. "
        "New roles get the passwords of their addresses."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--dry-run", action="store_true", help="print the SQL, and run nothing")
        what.add_argument(
            "--check", action="store_true", help="say what is amiss, with status 1; change nothing"
        )
        what.add_argument(
            "--passwords",
            action="store_true",
            help="also give the roles that exist the passwords of their addresses",
        )

    def handle(self, *args: Any, dry_run: bool, check: bool, passwords: bool, **kw: Any) -> None:
        roles = configured()
        if roles is None or settings.DATABASE_OWNER is None:
            raise CommandError(_NOT_NAMED)
        secrets = {
            roles.application: connection.settings_dict["PASSWORD"],
            roles.owner: str(settings.DATABASE_OWNER["PASSWORD"]),
        }
        with connected_as(settings.DATABASE_ADMIN or settings.DATABASE_OWNER):
            try:
                connection.ensure_connection()
            except OperationalError as error:
                raise CommandError(f"{_unreached()}: {error}") from error
            if dry_run:
                self._print(granting.steps(roles), roles)
            elif check:
                self._check(roles)
            else:
                self._apply(roles, secrets, passwords=passwords)

    def _print(self, steps: list[Step], roles: Roles) -> None:
        """Write a script for psql: what stands in it is no secret."""
        if not steps:
            self.stdout.write("-- Everything is as it should be.")
            return
        self.stdout.write("BEGIN;")
        for step in steps:
            self.stdout.write(f"-- {step.why}")
            self.stdout.write(f"{_sql(step)};")
        self.stdout.write("COMMIT;")
        for role in (roles.owner, roles.application):
            if any(step.creates == role for step in steps):
                self.stdout.write(f"-- Then, in psql: \\password {_quoted(role)}")

    def _check(self, roles: Roles) -> None:
        steps = granting.steps(roles)
        amiss = [f"{step.why}." for step in steps if not step.serves]
        if not any(step.creates == roles.application for step in steps):
            amiss += examine(roles.application).sentences
        for each in amiss:
            self.stdout.write(each)
        if amiss:
            raise CommandError("The roles are not as they should be: run `database_roles`.")
        self.stdout.write(_stand(roles))

    def _apply(self, roles: Roles, secrets: dict[str, str], *, passwords: bool) -> None:
        outcome = granting.apply(roles, passwords=secrets)
        made = {step.creates for step in outcome.done}
        for step in outcome.done:
            self.stdout.write(f"done     {_sql(step)}")
        for step, why in outcome.refused:
            self.stdout.write(f"refused  {_sql(step)}\n         {why}")
        for role in (roles.owner, roles.application):
            if role in made and not secrets[role]:
                self.stdout.write(
                    f"{role} has no password, as its address has none. In psql: \\password "
                    f"{_quoted(role)}"
                )
        if outcome.refused:
            raise CommandError(
                f"{connection.settings_dict['USER']} may not do all of it. Set DATABASE_ADMIN_URL "
                "to the address of a role that may, or hand the server's administrator what "
                "--dry-run prints."
            )
        if passwords:
            self._set_passwords({role: secret for role, secret in secrets.items() if secret})
        remaining = examine(roles.application).sentences
        for each in remaining:
            self.stdout.write(each)
        if remaining:
            raise CommandError("No grant changes this: an administrator has to.")
        self.stdout.write(_stand(roles))

    def _set_passwords(self, secrets: dict[str, str]) -> None:
        try:
            granting.set_passwords(secrets)
        except DatabaseError as error:
            why = str(error).partition("\n")[0]
            raise CommandError(f"Passwords were not set: {why}.") from error
        self.stdout.write(
            f"Passwords were set: {', '.join(secrets) or 'none is in the addresses'}."
        )


def _stand(roles: Roles) -> str:
    return (
        f"The roles stand: {roles.owner} owns the tables, {roles.application} works with them. "
        f"Grant {roles.auditor} to auditors and {roles.backup} to who makes backups."
    )


def _unreached() -> str:
    name = "DATABASE_ADMIN_URL" if settings.DATABASE_ADMIN else "DATABASE_OWNER_URL"
    return f"The database of {name} does not answer"


def _sql(step: Step) -> str:
    with connection.cursor() as cursor:
        return step.statement.as_string(cursor.connection)


def _quoted(role: str) -> str:
    return connection.ops.quote_name(role)
