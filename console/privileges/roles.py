"""The roles of the database: who owns the tables, who works with them, who only reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

# PostgreSQL cuts names at 63 bytes; the longest ending has 9.
_LONGEST: Final = 54


@dataclass(frozen=True, slots=True)
class Roles:
    """Four roles of one database. The last two are groups: nobody logs in as them.

    The owner changes the schema, the application everything else; auditors read what was decided,
    and a backup reads all there is.
    """

    owner: str
    application: str
    auditor: str
    backup: str

    @classmethod
    def of(cls, database: str, *, owner: str, application: str) -> Roles:
        """The roles of a database, whose name the groups carry: several may share a server."""
        stem = database[:_LONGEST]
        return cls(owner, application, f"{stem}_auditor", f"{stem}_backup")

    @property
    def served(self) -> tuple[str, str, str]:
        """Those that work with tables which are not theirs."""
        return self.application, self.auditor, self.backup


def configured() -> Roles | None:
    """The roles that the addresses name; None where one role owns the tables and serves."""
    owner = settings.DATABASE_OWNER
    application = settings.DATABASE_APPLICATION_ROLE
    if owner is None or not owner["USER"] or owner["USER"] == application:
        return None
    return Roles.of(str(owner["NAME"]), owner=str(owner["USER"]), application=application)


@contextmanager
def connected_as(address: dict[str, Any] | None) -> Iterator[None]:
    """Work over another address of the database, as one of its other roles.

    None changes nothing, nor does the address of the role that is connected already. The
    connection in use stays open beside it, with the locks it holds. For commands only: all threads
    of the process that connect meanwhile use that address.
    """
    shared = connections.settings[DEFAULT_DB_ALIAS]
    if address is None or shared["USER"] == address["USER"]:
        yield
        return
    own = {name: shared[name] for name in address}
    connection = connections[DEFAULT_DB_ALIAS]
    shared.update(address)
    connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        shared.update(own)
        connections[DEFAULT_DB_ALIAS] = connection
