"""Reading sealed values of rows: all keys at once, and in words where one cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db import models

from compliance.sealing import keyring
from compliance.sealing.cipher import SealError, key_id_of
from compliance.sealing.fields import EMPTY, Sealed
from compliance.sealing.master import MasterKeyError


def in_words(read: Callable[[], str]) -> str:
    """Return a text, or why it cannot be read: that it was erased, say."""
    try:
        return read()
    except (SealError, MasterKeyError) as error:
        return str(error)


def readable(row: models.Model, name: str) -> str:
    """Return a sealed text of a row; nothing where there is none, or none that can be read."""
    try:
        return getattr(row, name) or ""
    except (SealError, MasterKeyError):
        return ""


def fetch_keys(rows: Iterable[models.Model]) -> None:
    """Fetch the keys of everything sealed in these rows, before it is read. One query at most."""
    wanted: set[UUID] = set()
    for row in rows:
        for value in row.__dict__.values():
            if isinstance(value, Sealed) and value.data != EMPTY:
                wanted.add(key_id_of(value.data))
    keyring.fetch(wanted)
