"""Changing the log as its tables' owner can: with the triggers off and the foreign keys gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_KEYS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND conrelid::regclass::text ~ '^compliance_(audit|pendingevent)'
"""
_TABLES = """
    SELECT oid::regclass::text FROM pg_class
    WHERE relkind = 'r' AND relname ~ '^compliance_(audit|pendingevent)' ORDER BY 1
"""


@contextmanager
def as_table_owner() -> Iterator[Any]:
    """Yield a cursor that no trigger and no foreign key of the log stops; they come back after."""
    with connection.cursor() as cursor:
        # What was written in this transaction is checked now: later is too late.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(_KEYS)
        keys = cursor.fetchall()
        cursor.execute(_TABLES)
        tables = [table for (table,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for table, name, _ in keys:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        try:
            yield cursor
        finally:
            for table, name, definition in keys:
                kept = definition.removesuffix(" NOT VALID")
                cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {kept} NOT VALID')
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
