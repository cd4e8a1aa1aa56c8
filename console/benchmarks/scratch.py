"""A database of its own for measurements: made empty, migrated, and dropped afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from console.privileges.roles import connected_as


@contextmanager
def scratch_database() -> Iterator[None]:
    """Work in a new database on the same server, as its owner; what is stored stays as it is.

    Raises:
        ProgrammingError: when the database's user may not create databases.
    """
    with connected_as(settings.DATABASE_OWNER):
        stored = str(connection.settings_dict["NAME"])
        name = f"{stored[:30]}_bench_{uuid.uuid4().hex[:8]}"
        _statement("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name)
        _use(name)
        try:
            call_command("migrate", verbosity=0, interactive=False)
            yield
        finally:
            _use(stored)
            _statement("DROP DATABASE {} WITH (FORCE)", name)


def _use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _statement(text: str, name: str) -> None:
    """Run a statement about a database, which no transaction may hold."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(text).format(sql.Identifier(name)).as_string(cursor.connection))
