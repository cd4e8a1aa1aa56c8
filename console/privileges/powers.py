"""What a role of the database could undo: the application's should be able to undo nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import connection

from console.privileges.wanted import records

# pg_trigger.h: before 2, delete 8, update 16, truncate 32.
_BEFORE, _DELETE, _UPDATE, _TRUNCATE = 2, 8, 16, 32
_MOST_NAMED: Final = 3
WHAT_TO_DO: Final = (
    "Let another role own the tables (DATABASE_OWNER_URL) and run manage.py database_roles; with "
    "--check it names all that is amiss."
)

# Asked as of this database, this schema and these tables. A superuser has all of it.
_POWERS: Final = """
    SELECT r.rolsuper, r.rolcreaterole,
        pg_has_role(r.oid, d.datdba, 'MEMBER'),
        pg_has_role(r.oid, n.nspowner, 'MEMBER'),
        EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = n.oid
            AND pg_has_role(r.oid, p.proowner, 'MEMBER')),
        has_parameter_privilege(r.oid, 'session_replication_role', 'SET'),
        EXISTS (SELECT FROM pg_roles g
            WHERE g.oid <> r.oid AND pg_has_role(r.oid, g.oid, 'MEMBER') AND (g.rolsuper
                OR g.rolname IN ('pg_write_server_files', 'pg_execute_server_program'))),
        has_schema_privilege(r.oid, n.oid, 'CREATE')
            OR has_database_privilege(r.oid, d.oid, 'CREATE')
            OR has_database_privilege(r.oid, d.oid, 'TEMPORARY')
    FROM pg_roles r, pg_database d, pg_namespace n
    WHERE r.rolname = coalesce(%s, current_user) AND d.datname = current_database()
        AND n.oid = current_schema()::regnamespace
"""
_TABLES: Final = """
    SELECT c.relname, pg_has_role(r.oid, c.relowner, 'MEMBER'),
        has_table_privilege(r.oid, c.oid, 'UPDATE'), has_table_privilege(r.oid, c.oid, 'DELETE'),
        has_table_privilege(r.oid, c.oid, 'TRUNCATE')
            OR has_table_privilege(r.oid, c.oid, 'TRIGGER'),
        ARRAY(SELECT t.tgtype::int FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
            AND starts_with(p.proname, 'refuse_'))
    FROM pg_roles r, pg_class c
    WHERE r.rolname = coalesce(%s, current_user) AND c.relname = ANY(%s)
        AND c.relnamespace = current_schema()::regnamespace
    ORDER BY c.relname
"""
_SAID: Final = (
    "is a superuser",
    "may create roles, and make itself a member of others",
    "owns the database, or may become who does",
    "owns the schema, or may become who does",
    "owns functions that triggers run, or may become who does",
    "may set session_replication_role, which switches triggers off",
    "may become a superuser, or write files and run programs of the server",
    "may make tables, functions or schemas that stand in for the real ones",
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong: what the role could do, and tables whose triggers do not refuse all."""

    role: tuple[str, ...]
    unprotected: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each of them as a sentence for people; none when all is well."""
        lacking = (
            (f"Triggers are off or missing: {_listed(self.unprotected)}.",)
            if self.unprotected
            else ()
        )
        return (*(f"The application's role {each}." for each in self.role), *lacking)


def examine(role: str | None = None) -> Findings:
    """Return what a role, or the one that is connected, could do to records. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_POWERS, [role])
        powers = cursor.fetchone() or ()
        kept = {record.table: record for record in records()}
        cursor.execute(_TABLES, [role, list(kept)])
        rows = cursor.fetchall()
    found = [said for said, has in zip(_SAID, powers, strict=False) if has]
    owned, changes, lacking = [], [], []
    for table, owns, updates, deletes, empties, triggers in rows:
        record = kept[table]
        if owns:
            owned.append(table)
        if updates or empties or (deletes and not record.erasable):
            changes.append(table)
        needed = _UPDATE | _TRUNCATE | (0 if record.erasable else _DELETE)
        if needed & ~_refused(triggers):
            lacking.append(table)
    if powers and powers[0]:
        # The rest follows.
        found = [_SAID[0]]
    else:
        if owned:
            found.append(f"owns {_listed(owned)}, or may become who does")
        if changes and not owned:
            found.append(f"may change or empty {_listed(changes)}, but for their triggers")
    return Findings(tuple(found), tuple(lacking))


def _refused(triggers: list[int]) -> int:
    refused = 0
    for events in triggers:
        refused |= events if events & _BEFORE else 0
    return refused


def _listed(tables: list[str] | tuple[str, ...]) -> str:
    named = ", ".join(tables[:_MOST_NAMED])
    more = len(tables) - _MOST_NAMED
    return f"{named} and {more} more tables" if more > 0 else named
