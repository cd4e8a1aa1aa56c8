"""Data keys, made, fetched and destroyed. Each is kept in memory for a minute at most.

So another process may still open what was erased within the last minute, and no later.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from compliance.models.sealing import DataKey
from compliance.sealing.cipher import SealError, keyed_digest, new_key
from compliance.sealing.master import MasterKeyError, Wrapper, wrappers

SECONDS: Final = 60.0
_MOST: Final = 4096


class ErasedError(SealError):
    """What is asked for was erased: its key is destroyed."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"Erased on {at:%B %-d, %Y}.")
        self.at = at


@dataclass(frozen=True, slots=True, repr=False)
class _Held:
    key: bytes
    until: float


_held: OrderedDict[UUID, _Held] = OrderedDict()
_lock = threading.Lock()


def make(how_many: int = 1) -> list[UUID]:
    """Make data keys, in the transaction at hand, and return their ids. One query.

    Raises:
        MasterKeyError: when there is no master key: then nothing may be stored.
    """
    wrapper = wrappers()[0]
    made = {uuid4(): new_key() for _ in range(how_many)}
    DataKey.objects.bulk_create(
        DataKey(id=key_id, wrapped=wrapper.wrap(key, key_id=key_id), master=wrapper.name)
        for key_id, key in made.items()
    )
    for key_id, key in made.items():
        _keep(key_id, key)
    return list(made)


def key(key_id: UUID) -> bytes:
    """Return a data key. One query, none within the next minute.

    Raises:
        ErasedError: when it is destroyed.
        SealError: when there is no such key.
        MasterKeyError: when the master key that wrapped it is not here.
    """
    known = _known(key_id)
    if known is not None:
        return known
    row = DataKey.objects.filter(pk=key_id).first()
    if row is None:
        raise SealError("There is no key for this sealed value.")
    return _opened(row, _named())


def fetch(key_ids: Iterable[UUID]) -> None:
    """Fetch many data keys at once, for what is read next. One query, none when all are here.

    Keys that are destroyed or unknown are left out, and all without their master key: what they
    sealed says so when it is read.
    """
    wanted = {key_id for key_id in key_ids if _known(key_id) is None}
    if not wanted:
        return
    with suppress(MasterKeyError):
        named = _named()
        for row in DataKey.objects.filter(pk__in=wanted, destroyed_at=None):
            _opened(row, named)


def digest(data: bytes, key_id: UUID) -> str:
    """Return the keyed digest of bytes under a data key; raises as :func:`key` does."""
    return keyed_digest(data, key=key(key_id))


def destroy(key_ids: Iterable[UUID], *, at: datetime) -> int:
    """Destroy data keys for good and return how many there were. One query.

    For the erasure of a person's texts only, which tells the log of it in the same transaction.
    """
    doomed = list(key_ids)
    destroyed = DataKey.objects.filter(pk__in=doomed, destroyed_at=None).update(
        wrapped=None, destroyed_at=at
    )
    forget(doomed)
    return destroyed


def forget(key_ids: Iterable[UUID] | None = None) -> None:
    """Drop keys from memory; all of them when none are named."""
    with _lock:
        for key_id in list(_held) if key_ids is None else key_ids:
            _held.pop(key_id, None)


def rewrap(*, most: int = 1000) -> int:
    """Wrap up to so many data keys by the first master key that another wrapped; how many."""
    first, *_ = wrappers()
    named = _named()
    rows = list(
        DataKey.objects.select_for_update(skip_locked=True)
        .filter(destroyed_at=None)
        .exclude(master=first.name)[:most]
    )
    for row in rows:
        row.wrapped = first.wrap(_opened(row, named), key_id=row.pk)
        row.master = first.name
    DataKey.objects.bulk_update(rows, ["wrapped", "master"])
    return len(rows)


def _named() -> dict[str, Wrapper]:
    return {each.name: each for each in wrappers()}


def _opened(row: DataKey, named: dict[str, Wrapper]) -> bytes:
    if row.wrapped is None:
        assert row.destroyed_at is not None  # noqa: S101  (a constraint says so)
        raise ErasedError(row.destroyed_at)
    wrapper = named.get(row.master)
    if wrapper is None:
        raise MasterKeyError(
            f"The master key {row.master} is not here, which wrapped the key of this text."
        )
    opened = wrapper.unwrap(bytes(row.wrapped), key_id=row.pk)
    _keep(row.pk, opened)
    return opened


def _known(key_id: UUID) -> bytes | None:
    with _lock:
        held = _held.get(key_id)
        if held is None or held.until < time.monotonic():
            return None
        _held.move_to_end(key_id)
        return held.key


def _keep(key_id: UUID, opened: bytes) -> None:
    with _lock:
        _held[key_id] = _Held(opened, time.monotonic() + SECONDS)
        _held.move_to_end(key_id)
        while len(_held) > _MOST:
            _held.popitem(last=False)
