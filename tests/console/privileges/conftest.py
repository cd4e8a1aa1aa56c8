"""The roles of the test database, made by the product itself, and connections as each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django
import psycopg
import pytest
from psycopg import sql

# pytest reads this file before it configures itself when this folder is named on its command line.
django.setup()

# ruff: noqa: E402
from django.db import connection

from console.privileges import granting
from console.privileges.roles import Roles, connected_as

PASSWORD = "a password with 'quotes' in it"


def execute(text: str, *names: str) -> None:
    """Run a statement as the owner; names go into its braces."""
    with connection.cursor() as cursor:
        composed = sql.SQL(text).format(*map(sql.Identifier, names))
        cursor.execute(composed.as_string(cursor.connection))


def address(role: str, password: str = PASSWORD) -> dict[str, object]:
    """The test database as settings describe it, for another role."""
    found = connection.settings_dict
    own = {name: found[name] for name in ("ENGINE", "NAME", "HOST", "PORT", "OPTIONS")}
    return own | {"USER": role, "PASSWORD": password}


@contextmanager
def session(role: str, password: str = PASSWORD) -> Iterator[psycopg.Connection]:
    """A connection of the role's own, each statement in a transaction of its own."""
    found = address(role, password)
    with psycopg.connect(
        dbname=found["NAME"],
        user=role,
        password=password,
        host=found["HOST"] or None,
        port=found["PORT"] or None,
        autocommit=True,
    ) as opened:
        yield opened


@pytest.fixture(scope="session")
def roles(django_db_setup, django_db_blocker) -> Iterator[Roles]:
    """The four roles of this run's database; who owns it is whoever the tests connect as."""
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            (owner,) = cursor.fetchone()
        name = str(connection.settings_dict["NAME"])
        made = Roles.of(name, owner=owner, application=f"{name}_app")
        outcome = granting.apply(made, passwords={made.application: PASSWORD})
        assert outcome.refused == ()
        assert granting.steps(made) == []
    yield made
    with django_db_blocker.unblock():
        for role in made.served:
            forget(role)


def forget(role: str) -> None:
    """Take away what a role was granted here, and the role."""
    execute("GRANT {} TO CURRENT_USER", role)
    execute("DROP OWNED BY {}", role)
    execute("DROP ROLE {}", role)


@pytest.fixture(scope="session")
def application(roles: Roles) -> Iterator[psycopg.Connection]:
    """A session of the application's role, as anybody has who can run SQL through the product."""
    with session(roles.application) as opened:
        yield opened


@pytest.fixture
def as_application(transactional_db, roles: Roles) -> Iterator[None]:
    """Everything that this process does is done as the application's role."""
    with connected_as(address(roles.application)):
        yield


@pytest.fixture
def make_role(roles: Roles, db) -> Iterator[Callable[..., str]]:
    """Make roles for one test, with the attributes of CREATE ROLE; committed, and dropped after."""
    made: list[str] = []

    def make(name: str, attributes: str = "LOGIN") -> str:
        role = f"{roles.application}_{name}"
        with psycopg.connect(**owner_parameters(), autocommit=True) as opened:
            opened.execute(
                sql.SQL("CREATE ROLE {} {} PASSWORD {}").format(
                    sql.Identifier(role), sql.SQL(attributes), sql.Literal(PASSWORD)
                )
            )
        made.append(role)
        return role

    yield make
    with psycopg.connect(**owner_parameters(), autocommit=True) as opened:
        for role in reversed(made):
            for text in ("GRANT {} TO CURRENT_USER", "DROP OWNED BY {}", "DROP ROLE {}"):
                opened.execute(sql.SQL(text).format(sql.Identifier(role)))


def owner_parameters() -> dict[str, object]:
    """How psycopg reaches the test database as its owner."""
    found = connection.settings_dict
    return {
        "dbname": found["NAME"],
        "user": found["USER"],
        "password": found["PASSWORD"],
        "host": found["HOST"] or None,
        "port": found["PORT"] or None,
    }
