"""Brings the roles of the database in line with the models, as far as it is let."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import DatabaseError, connection, transaction
from psycopg import sql

from console.privileges.plan import Step, plan
from console.privileges.roles import Roles, configured
from console.privileges.stored import read

# To revoke a privilege on a table takes those on its columns along, which are granted again.
_ROUNDS: Final = 3
# Any number will do, as long as nothing else locks it: two migrations must not grant at once.
_LOCK: Final = 4_719_303


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, and what the database refused, each with its reason."""

    done: tuple[Step, ...]
    refused: tuple[tuple[Step, str], ...]


def steps(roles: Roles) -> list[Step]:
    """Return what is to be done; none when everything is as it should be."""
    with connection.cursor() as cursor:
        return plan(read(cursor, roles), roles)


def apply(roles: Roles, *, passwords: Mapping[str, str] | None = None) -> Outcome:
    """Do what is to be done. What one statement is refused keeps no other back, unless it must.

    ``passwords`` by role are for roles that are created. They reach the server as verifiers only
    (SCRAM-SHA-256, RFC 5802), whatever it logs.
    """
    done: list[Step] = []
    refused: list[tuple[Step, str]] = []
    with transaction.atomic():
        _alone()
        for _ in range(_ROUNDS):
            known = [step for step, _ in refused]
            todo = [step for step in steps(roles) if step not in known]
            if not todo:
                break
            for step in todo:
                why = _refusal(_with_password(step, passwords or {}))
                if not why:
                    done.append(step)
                    continue
                refused.append((step, why))
                if step.needed:
                    return Outcome(tuple(done), tuple(refused))
    return Outcome(tuple(done), tuple(refused))


def grant(**kwargs: Any) -> None:
    """Grant what the roles may do with the tables as they are now; does nothing twice.

    Takes and ignores what Django's `post_migrate` sends, so that every `migrate` ends with it: a
    table that is new is as closed as the others. Nothing is granted without roles of their own, or
    before `database_roles` made them; what an owner may not do stays for it as well.
    """
    roles = configured()
    if roles is None:
        return
    with connection.cursor() as cursor:
        stored = read(cursor, roles)
    if stored.user == roles.owner and {roles.owner, *roles.served} <= set(stored.roles):
        apply(roles)


def set_passwords(passwords: Mapping[str, str]) -> None:
    """Set the passwords of roles that exist, sent as verifiers only.

    Raises:
        DatabaseError: where the role that is connected may not.
    """
    with transaction.atomic():
        for role, password in passwords.items():
            verifier = sql.Literal(_verifier(role, password))
            _execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), verifier))


def _with_password(step: Step, passwords: Mapping[str, str]) -> sql.Composed:
    password = passwords.get(step.creates)
    if not password:
        return step.statement
    verifier = sql.Literal(_verifier(step.creates, password))
    return step.statement + sql.SQL(" PASSWORD ") + verifier


def _verifier(role: str, password: str) -> str:
    connection.ensure_connection()
    made: bytes = connection.connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    )
    return made.decode()


def _refusal(statement: sql.Composed) -> str:
    try:
        with transaction.atomic():
            _execute(statement)
    except DatabaseError as error:
        # The first line: the rest repeats the statement.
        return str(error).partition("\n")[0]
    return ""


def _execute(statement: sql.Composed) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(cursor.connection))


def _alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
