"""What the database says of its roles and of what they may do: read once, compared by the plan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.backends.utils import CursorWrapper

from console.privileges.roles import Roles
from console.privileges.wanted import Privilege

PUBLIC: Final = "public"

_HERE: Final = """
    SELECT current_user, current_database(), current_schema(),
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
"""
_ROLES: Final = """
    SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
        pg_has_role(current_user, oid, 'USAGE') AND pg_has_role(current_user, oid, 'MEMBER'),
        ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = pg_roles.oid)
    FROM pg_roles WHERE rolname = ANY(%s)
"""
# Tables, views and sequences; those of an extension are its own business. A sequence of a column
# has its table's owner.
_RELATIONS: Final = """
    SELECT c.relname, c.relkind, pg_get_userbyid(c.relowner), EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
            AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
            AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""
_ROUTINES: Final = """
    SELECT format('%%I(%%s)', p.proname, pg_get_function_identity_arguments(p.oid))
    FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace AND pg_get_userbyid(p.proowner) <> %s
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
            AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1
"""
_GRANTS: Final = """
    SELECT c.relname, '', coalesce(r.rolname, 'public'), a.privilege_type
    FROM pg_class c CROSS JOIN aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT c.relname, t.attname, coalesce(r.rolname, 'public'), a.privilege_type
    FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid AND NOT t.attisdropped
        CROSS JOIN aclexplode(t.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE c.relnamespace = current_schema()::regnamespace
"""
_DEFAULTS: Final = """
    SELECT d.defaclobjtype, coalesce(r.rolname, 'public'), a.privilege_type
    FROM pg_default_acl d CROSS JOIN aclexplode(d.defaclacl) a
        LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE d.defaclnamespace = current_schema()::regnamespace
        AND pg_get_userbyid(d.defaclrole) = %s
"""
# What a role may do by itself, as a member of others, or as anybody may.
_AROUND: Final = """
    SELECT has_database_privilege(%(role)s, current_database(), 'CONNECT'),
        has_database_privilege(%(role)s, current_database(), 'TEMPORARY'),
        has_database_privilege(%(role)s, current_database(), 'CREATE'),
        has_schema_privilege(%(role)s, current_schema(), 'USAGE'),
        has_schema_privilege(%(role)s, current_schema(), 'CREATE')
"""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that exists: its powers over roles and databases, and which roles it is in."""

    superuser: bool
    powers: tuple[str, ...]
    # Whether the role that is connected may do what this one may.
    usable: bool
    member_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A table, a view or a sequence with its owner."""

    kind: str
    owner: str
    # Whether it goes with its table, as the sequence of a column does.
    follows: bool

    @property
    def is_sequence(self) -> bool:
        """Whether it counts instead of holding rows."""
        return self.kind == "S"


@dataclass(frozen=True, slots=True)
class Around:
    """What a role may do with the database and the schema around the tables."""

    connect: bool
    temporary: bool
    create_schemas: bool
    usage: bool
    create: bool


@dataclass(slots=True)
class Stored:
    """How things stand, as far as it concerns the roles."""

    user: str
    superuser: bool
    database: str
    schema: str
    roles: dict[str, Role] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    foreign_routines: list[str] = field(default_factory=list)
    # By relation and role.
    grants: dict[tuple[str, str], frozenset[Privilege]] = field(default_factory=dict)
    # By kind of object, r or S, and role.
    defaults: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    around: dict[str, Around] = field(default_factory=dict)


def read(cursor: CursorWrapper, roles: Roles) -> Stored:
    """Read how things stand in the connected database and its schema. About a dozen queries."""
    cursor.execute(_HERE)
    user, database, schema, superuser = _one(cursor)
    found = Stored(user, superuser, database, schema)
    cursor.execute(_ROLES, [[roles.owner, *roles.served]])
    names = ("SUPERUSER", "CREATEROLE", "CREATEDB", "REPLICATION", "BYPASSRLS")
    for name, *has, usable, member_of in cursor.fetchall():
        powers = tuple(power for power, given in zip(names, has, strict=True) if given)
        found.roles[name] = Role(has[0], powers, usable, tuple(member_of))
    cursor.execute(_RELATIONS)
    for name, kind, owner, follows in cursor.fetchall():
        found.relations[name] = Relation(kind, owner, follows)
    cursor.execute(_ROUTINES, [roles.owner])
    found.foreign_routines = [name for (name,) in cursor.fetchall()]
    found.grants = _grants(cursor)
    cursor.execute(_DEFAULTS, [roles.owner])
    defaults: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, role, privilege in cursor.fetchall():
        defaults[kind, role].add(privilege)
    found.defaults = {key: frozenset(given) for key, given in defaults.items()}
    for role in (PUBLIC, *found.roles):
        cursor.execute(_AROUND, {"role": role})
        found.around[role] = Around(*_one(cursor))
    return found


def _grants(cursor: CursorWrapper) -> dict[tuple[str, str], frozenset[Privilege]]:
    """Return what was granted; what stands on several columns of a table is one privilege."""
    cursor.execute(_GRANTS)
    columns: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    given: dict[tuple[str, str], set[Privilege]] = defaultdict(set)
    for relation, column, role, privilege in cursor.fetchall():
        if column:
            columns[relation, role, privilege].add(column)
        else:
            given[relation, role].add((privilege, ()))
    for (relation, role, privilege), names in columns.items():
        given[relation, role].add((privilege, tuple(sorted(names))))
    return {key: frozenset(privileges) for key, privileges in given.items()}


def _one(cursor: CursorWrapper) -> tuple[Any, ...]:
    row = cursor.fetchone()
    if row is None:
        raise LookupError("The database said nothing about itself.")
    return tuple(row)
