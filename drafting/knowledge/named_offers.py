"""Which offers articles name, for a brand that has more offers than a payload carries.

A payload of such a brand knows the offers that matter here and those that the ticket names. An
article may name any other one, perhaps long ended, and is held against it all the same. What an
article names is kept in this process until an offer of any brand changes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from threading import Lock
from typing import Final

from django.db import connection

from locations.models import Location, Promotion
from locations.models.lookups import OFFERS_BY_KEYS
from locations.naming import spoken_offers, words

_KEPT: Final = 20_000
_READ: Final = 20_000


def named_in_each(offers: Iterable[Promotion], texts: Sequence[str]) -> list[list[Promotion]]:
    """Return the offers that each text names, by code, name or alias as whole words."""
    listed = [(row, _keys(row.code, row.name, row.aliases)) for row in offers]
    said = [_spoken(text) for text in texts]
    return [[row for row, keys in listed if any(key in text for key in keys)] for text in said]


def stored_in_each(home: Location, texts: Sequence[str], most: int) -> list[list[Promotion]] | None:
    """Return the stored offers that each text names; ``None`` while a brand has at most ``most``.

    One query, and two more for texts that were not read since the last change of an offer.
    """
    with connection.cursor() as cursor:
        # Every change of an offer has its entry in the history, so the newest one is a stamp.
        cursor.execute(
            "SELECT (SELECT max(history_id) FROM locations_historicalpromotion), count(*) > %s"
            " FROM (SELECT FROM locations_promotion WHERE brand_id = %s LIMIT %s) few",
            [most, home.brand_id, most + 1],
        )
        stamp, are_many = cursor.fetchone() or (None, False)
    if not are_many:
        return None
    keys = [(home.brand_id, stamp, hash(text)) for text in texts]
    found = {key: _kept.get(key) for key in keys}
    fresh = [(key, text) for key, text in zip(keys, texts, strict=True) if found[key] is None]
    if fresh:
        rows = _looked_up(home, [text for _, text in fresh])
        for (key, _), named in zip(fresh, named_in_each(rows, [t for _, t in fresh]), strict=True):
            found[key] = named
            _kept.put(key, named)
    return [found[key] or [] for key in keys]


def _looked_up(home: Location, texts: Sequence[str]) -> list[Promotion]:
    """Return the offers of the brand that any of the texts names, linked to their replacements."""
    keys = sorted(frozenset().union(*(spoken_offers(text[:_READ]) for text in texts)))
    said = [_spoken(text) for text in texts]
    with connection.cursor() as cursor:
        # The index finds more than is named: only names are read of those.
        cursor.execute(
            "SELECT DISTINCT keyed.id, keyed.code, keyed.name, keyed.aliases"  # noqa: S608  (our own constant)
            f" FROM {OFFERS_BY_KEYS}",
            {"brand": home.brand_id, "said": keys},
        )
        named = [
            pk
            for pk, code, name, aliases in cursor.fetchall()
            if any(key in text for key in _keys(code, name, aliases) for text in said)
        ]
    rows = Promotion.objects.filter(pk__in=named)
    return list(rows.select_related("replaced_by").order_by("code"))


def _spoken(text: str) -> str:
    return f" {' '.join(words(text[:_READ]))} "


def _keys(code: str, name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    plain = (" ".join(words(each)) for each in (code, name, *aliases))
    return tuple(f" {each} " for each in plain if each)


class _Kept:
    """What was read last, up to a number of texts; safe to use from several threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, list[Promotion]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> list[Promotion] | None:
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def put(self, key: Hashable, found: list[Promotion]) -> None:
        with self._lock:
            self._found[key] = found
            while len(self._found) > _KEPT:
                self._found.popitem(last=False)


_kept = _Kept()
