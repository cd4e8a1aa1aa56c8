"""Which offers a payload carries: all of a few, of many those that matter or are named.

The choice is one pure function over rows. The database is asked for no fewer rows than it takes,
so the stored configuration and one in memory choose the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from locations.models import Location, Promotion
from locations.models.lookups import OFFERS_BY_KEYS
from locations.naming import code_key, name_keys, spoken_offers

# A brand with no more offers has all of them in every payload; of more, so many that matter here.
MOST_OFFERS: Final = 200
# So many of the offers that a text may name; more than that no reply can mean.
MOST_NAMED: Final = 50
SOON: Final = timedelta(days=30)


def chosen(
    rows: Iterable[Promotion], *, are_all: bool, home: Location, on: date, spoken: str
) -> list[Promotion]:
    """Return the offers that a payload carries, each with the offers that replace it.

    Of more than :data:`MOST_OFFERS` those that run here now, start soon or ended recently, the
    most relevant first, and those that ``spoken`` may name. ``are_all`` says that the rows are all
    that the brand has, not a choice of many.
    """
    offers = list(rows)
    if are_all and len(offers) <= MOST_OFFERS:
        return offers
    near = sorted((row for row in offers if _is_near(row, home, on)), key=lambda r: _order(r, on))
    picked = {row.code: row for row in (*near[:MOST_OFFERS], *_named(offers, spoken))}
    for row in list(picked.values()):
        current = row.replaced_by
        while current is not None and current.code not in picked:
            picked[current.code] = current
            current = current.replaced_by
    return list(picked.values())


def _is_near(row: Promotion, home: Location, on: date) -> bool:
    since = on - timedelta(days=home.brand.ended_offer_days)
    return (
        (not row.locations or home.code in row.locations)
        and home.state not in row.excluded_states
        and (row.end is None or row.end >= since)
        and (row.start is None or row.start <= on + SOON)
    )


def _order(row: Promotion, on: date) -> tuple[int, bool, date, str]:
    """What runs now before what is to come and what is over; then what is closest to its place."""
    if row.end is not None and row.end < on:
        phase = 2
    else:
        phase = 1 if row.start is not None and row.start > on else 0
    return phase, not row.locations, row.end or date.max, row.code


def _named(offers: Iterable[Promotion], spoken: str) -> list[Promotion]:
    """Return the offers that a text may name, those named in full first."""
    said = spoken_offers(spoken)
    found: list[tuple[float, str, Promotion]] = []
    for row in offers:
        names = (keys for name in (row.name, *row.aliases) if (keys := name_keys(name)))
        share = max((len(keys & said) / len(keys) for keys in names), default=0.0)
        if code_key(row.code) in said:
            share = 1.0
        if share:
            found.append((-share, row.code, row))
    found.sort(key=lambda each: each[:2])
    return [row for _, _, row in found[:MOST_NAMED]]


def stored(home: Location, *, on: date, spoken: str) -> list[Promotion]:
    """Return the stored offers that a payload carries, linked to their replacements.

    One query: of many offers only what :func:`chosen` may take is read.
    """
    parameters: Mapping[str, Any] = {
        "brand": home.brand_id,
        "most": MOST_OFFERS,
        "home": home.code,
        "state": home.state,
        "since": on - timedelta(days=home.brand.ended_offer_days),
        "on": on,
        "soon": on + SOON,
        "said": sorted(spoken_offers(spoken)),
    }
    rows = {row.pk: row for row in Promotion.objects.raw(_CANDIDATES, parameters)}
    for row in rows.values():
        # Filled in from what was read: following the link would be a query an offer.
        row.replaced_by = rows.get(row.replaced_by_id) if row.replaced_by_id else None
    are_all = all(getattr(row, "are_all", False) for row in rows.values())
    return chosen(rows.values(), are_all=are_all, home=home, on=on, spoken=spoken)


_CANDIDATES: Final = f"""
WITH RECURSIVE size AS (
    SELECT count(*) <= %(most)s AS is_small
    FROM (SELECT FROM locations_promotion WHERE brand_id = %(brand)s LIMIT %(most)s + 1) few
), picked AS (
    SELECT id, replaced_by_id FROM locations_promotion
    WHERE brand_id = %(brand)s AND (SELECT is_small FROM size)
    UNION
    (
        SELECT id, replaced_by_id FROM locations_promotion
        WHERE brand_id = %(brand)s AND NOT (SELECT is_small FROM size)
            AND (cardinality(locations) = 0 OR %(home)s = ANY(locations))
            AND NOT %(state)s = ANY(excluded_states)
            AND ("end" IS NULL OR "end" >= %(since)s)
            AND (start IS NULL OR start <= %(soon)s)
        ORDER BY
            CASE WHEN "end" < %(on)s THEN 2 WHEN start > %(on)s THEN 1 ELSE 0 END,
            cardinality(locations) = 0,
            "end" NULLS LAST,
            code COLLATE "C"
        LIMIT %(most)s
    )
    UNION
    SELECT keyed.id, keyed.replaced_by_id FROM {OFFERS_BY_KEYS}
    WHERE NOT (SELECT is_small FROM size)
), chain AS (
    SELECT id, replaced_by_id FROM picked
    UNION
    -- One by one: the planner would rather read the whole table for a chain of three.
    SELECT later.id, later.replaced_by_id
    FROM chain, LATERAL (
        SELECT id, replaced_by_id FROM locations_promotion
        WHERE id = chain.replaced_by_id OFFSET 0
    ) later
    WHERE chain.replaced_by_id IS NOT NULL
)
SELECT *, (SELECT is_small FROM size) AS are_all
FROM locations_promotion WHERE id = ANY(ARRAY(SELECT id FROM chain))
"""  # noqa: S608  (our own constant)
