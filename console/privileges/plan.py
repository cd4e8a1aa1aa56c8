"""The statements that bring the database's roles in line with the models; none when they are.

Each is written so that a person can read and run it: no password stands in one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from psycopg import sql

from console.privileges.roles import Roles
from console.privileges.stored import PUBLIC, Stored
from console.privileges.wanted import READ, Privilege, wanted

# Of a table that is made by a later migration, before `migrate` ends with exact grants.
_NEW_TABLES: Final = frozenset({"SELECT", "INSERT"})
_COUNT: Final = frozenset({"USAGE"})


@dataclass(frozen=True, slots=True)
class Step:
    """One statement, and what is amiss without it."""

    statement: sql.Composed
    why: str
    # The role that it creates, if it does.
    creates: str = ""
    # Whether the steps behind it come to nothing without it.
    needed: bool = False
    # Whether it serves the other steps only, and nothing is amiss without it.
    serves: bool = False


def plan(stored: Stored, roles: Roles) -> list[Step]:
    """Return all that is to be done, in order: roles, ownership, then what they may do."""
    steps = [
        *_roles(stored, roles),
        *_memberships(stored, roles),
        *_place(stored, roles),
        *_ownership(stored, roles),
        *_grants(stored, roles),
        *_sequences(stored, roles),
        *_defaults(stored, roles),
    ]
    owner = stored.roles.get(roles.owner)
    if not steps or stored.superuser or stored.user == roles.owner or (owner and owner.usable):
        return steps
    # What belongs to the owner is granted by the owner, whom an administrator has to become.
    names = {"owner": sql.Identifier(roles.owner)}
    before = sql.SQL("GRANT {owner} TO CURRENT_USER").format(**names)
    after = sql.SQL("REVOKE {owner} FROM CURRENT_USER").format(**names)
    first = sum(1 for step in steps if step.creates)
    return [
        *steps[:first],
        Step(
            before, f"for this only, {stored.user} acts as {roles.owner}", needed=True, serves=True
        ),
        *steps[first:],
        Step(after, "and no longer", serves=True),
    ]


def _roles(stored: Stored, roles: Roles) -> Iterator[Step]:
    for role in (roles.owner, *roles.served):
        if role in stored.roles:
            continue
        logs_in = "LOGIN" if role in {roles.owner, roles.application} else "NOLOGIN"
        made = sql.SQL("CREATE ROLE {} " + logs_in).format(sql.Identifier(role))
        yield Step(made, f"there is no role {role}", creates=role, needed=True)


def _memberships(stored: Stored, roles: Roles) -> Iterator[Step]:
    for role in roles.served:
        found = stored.roles.get(role)
        if found is None:
            continue
        for power in found.powers:
            taken = sql.SQL("ALTER ROLE {} NO" + power).format(sql.Identifier(role))
            yield Step(taken, f"{role} has {power}")
        if roles.owner in found.member_of:
            names = sql.Identifier(roles.owner), sql.Identifier(role)
            yield Step(
                sql.SQL("REVOKE {} FROM {}").format(*names), f"{role} may become {roles.owner}"
            )


def _place(stored: Stored, roles: Roles) -> Iterator[Step]:
    """The database and the schema: who may enter, and that only the owner makes anything there."""
    database, schema = sql.Identifier(stored.database), sql.Identifier(stored.schema)
    for role in (PUBLIC, *roles.served):
        found = stored.around.get(role)
        name = _name(role)
        if role != PUBLIC and (found is None or not found.connect):
            yield Step(
                sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, name),
                f"{role} may not connect to {stored.database}",
            )
        if role != PUBLIC and (found is None or not found.usage):
            yield Step(
                sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, name),
                f"{role} may not enter the schema {stored.schema}",
            )
        if found is None or (role in stored.roles and stored.roles[role].superuser):
            continue
        # What anybody may do is taken from all at once.
        anybody = stored.around[PUBLIC]
        for privilege, place, has, all_have in (
            ("TEMPORARY", "DATABASE", found.temporary, anybody.temporary),
            ("CREATE", "DATABASE", found.create_schemas, anybody.create_schemas),
            ("CREATE", "SCHEMA", found.create, anybody.create),
        ):
            if has and (role == PUBLIC or not all_have):
                where = database if place == "DATABASE" else schema
                yield Step(
                    sql.SQL(f"REVOKE {privilege} ON {place} {{}} FROM {{}}").format(where, name),
                    f"{_called(role)} may {_MAKES[privilege, place]}",
                )
    owner = stored.around.get(roles.owner)
    if owner is None or not (owner.usage and owner.create):
        yield Step(
            sql.SQL("GRANT USAGE, CREATE ON SCHEMA {} TO {}").format(
                schema, sql.Identifier(roles.owner)
            ),
            f"{roles.owner} may not make tables in {stored.schema}",
        )


_MAKES: Final = {
    ("TEMPORARY", "DATABASE"): "make temporary tables, which hide the real ones",
    ("CREATE", "DATABASE"): "make schemas, which hide the real one",
    ("CREATE", "SCHEMA"): "make tables and functions beside the real ones",
}


def _ownership(stored: Stored, roles: Roles) -> Iterator[Step]:
    owner = sql.Identifier(roles.owner)
    for name, relation in stored.relations.items():
        if relation.owner == roles.owner or relation.follows:
            continue
        kind = {"v": "VIEW", "m": "MATERIALIZED VIEW", "S": "SEQUENCE"}.get(relation.kind, "TABLE")
        yield Step(
            sql.SQL(f"ALTER {kind} {{}} OWNER TO {{}}").format(
                sql.Identifier(stored.schema, name), owner
            ),
            f"{name} belongs to {relation.owner}",
        )
    for signature in stored.foreign_routines:
        # Written by the server, quoted as it has to be.
        yield Step(
            sql.SQL("ALTER ROUTINE {}.{} OWNER TO {}").format(
                sql.Identifier(stored.schema),
                sql.SQL(signature),
                owner,
            ),
            f"{signature} does not belong to {roles.owner}",
        )


def _grants(stored: Stored, roles: Roles) -> Iterator[Step]:
    """Grants on tables, each statement for all the tables that it is the same for."""
    names = [name for name, relation in stored.relations.items() if not relation.is_sequence]
    missing: dict[tuple[str, Privilege], list[str]] = defaultdict(list)
    surplus: dict[tuple[str, Privilege], list[str]] = defaultdict(list)
    for table, by_role in wanted(names, roles).items():
        for role in (*roles.served, PUBLIC):
            want = by_role.get(role, frozenset())
            have = stored.grants.get((table, role), frozenset())
            for privilege in want - have:
                missing[role, privilege].append(table)
            for privilege in have - want:
                surplus[role, privilege].append(table)
    # What is too much goes first: of columns, some may stay.
    for (role, privilege), where in sorted(surplus.items()):
        yield Step(
            _on_tables("REVOKE {} ON TABLE {} FROM {}", stored, role, privilege, where),
            f"{_called(role)} may {_spoken(privilege)} {_listed(where)}",
        )
    for (role, privilege), where in sorted(missing.items()):
        yield Step(
            _on_tables("GRANT {} ON TABLE {} TO {}", stored, role, privilege, where),
            f"{role} may not {_spoken(privilege)} {_listed(where)}",
        )


def _sequences(stored: Stored, roles: Roles) -> Iterator[Step]:
    names = [name for name, relation in stored.relations.items() if relation.is_sequence]
    rights = {roles.application: _COUNT, roles.backup: READ}
    for role in (*roles.served, PUBLIC):
        want = frozenset((name, ()) for name in rights.get(role, ()))
        for verb, direction in (("REVOKE", "FROM"), ("GRANT", "TO")):
            where: dict[str, list[str]] = defaultdict(list)
            for name in names:
                have = stored.grants.get((name, role), frozenset())
                for privilege, _ in have - want if verb == "REVOKE" else want - have:
                    where[privilege].append(name)
            for privilege, sequences in sorted(where.items()):
                lacks = "may" if verb == "REVOKE" else "may not"
                yield Step(
                    sql.SQL(f"{verb} {privilege} ON SEQUENCE {{}} {direction} {{}}").format(
                        _qualified(stored, sequences), _name(role)
                    ),
                    f"{_called(role)} {lacks} {privilege} {_listed(sequences)}",
                )


def _defaults(stored: Stored, roles: Roles) -> Iterator[Step]:
    for kind, plural, rights in (
        ("r", "TABLES", {roles.application: _NEW_TABLES, roles.backup: READ}),
        ("S", "SEQUENCES", {roles.application: _COUNT, roles.backup: READ}),
    ):
        for role in (*roles.served, PUBLIC):
            have = stored.defaults.get((kind, role), frozenset())
            want = rights.get(role, frozenset())
            for verb, direction, which in (
                ("REVOKE", "FROM", have - want),
                ("GRANT", "TO", want - have),
            ):
                if not which:
                    continue
                yield Step(
                    sql.SQL(
                        f"ALTER DEFAULT PRIVILEGES FOR ROLE {{}} IN SCHEMA {{}} "
                        f"{verb} {', '.join(sorted(which))} ON {plural} {direction} {{}}"
                    ).format(
                        sql.Identifier(roles.owner), sql.Identifier(stored.schema), _name(role)
                    ),
                    f"{plural.lower()} of later migrations are granted otherwise to "
                    f"{_called(role)}",
                )


def _on_tables(
    text: str, stored: Stored, role: str, privilege: Privilege, where: list[str]
) -> sql.Composed:
    name, columns = privilege
    what: sql.Composable = sql.SQL(name)
    if columns:
        listed = sql.SQL(", ").join(map(sql.Identifier, columns))
        what = sql.SQL("{} ({})").format(what, listed)
    return sql.SQL(text).format(what, _qualified(stored, where), _name(role))


def _qualified(stored: Stored, names: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(stored.schema, name) for name in names)


def _name(role: str) -> sql.Composable:
    return sql.SQL("PUBLIC") if role == PUBLIC else sql.Identifier(role)


def _called(role: str) -> str:
    return "anybody" if role == PUBLIC else role


def _spoken(privilege: Privilege) -> str:
    name, columns = privilege
    return f"{name} ({', '.join(columns)}) of" if columns else name


def _listed(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more tables"
