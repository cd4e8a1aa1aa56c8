"""Database functions that names are indexed by; see :mod:`locations.naming`."""

from __future__ import annotations

from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Func, TextField


class PlaceKey(Func):
    """The key of a place's name or city."""

    function = "draftgate_place_key"
    arity = 1
    output_field = TextField()


class PlaceTail(Func):
    """The key of the last two words of a place's name."""

    function = "draftgate_place_tail"
    arity = 1
    output_field = TextField()


class OfferKeys(Func):
    """The keys of an offer: of its code, its name and its aliases."""

    function = "draftgate_offer_keys"
    arity = 3
    output_field = ArrayField(CharField())


# The offers of a brand that have one of many keys, to stand in a FROM. Key by key, because the
# planner prefers a scan to an index for thousands of keys at once, which takes a thousand times as
# long. An offer stands there once for each of its keys.
OFFERS_BY_KEYS: Final = """
    unnest(%(said)s::text[]) said(key) CROSS JOIN LATERAL (
        SELECT id, code, name, aliases, replaced_by_id FROM locations_promotion
        WHERE brand_id = %(brand)s
            AND draftgate_offer_keys(code, name, aliases) @> ARRAY[said.key]
        OFFSET 0
    ) keyed
"""

# The locations of a brand that are named, beside one of them: by name, or by the city or the end of
# the name, of which the first few by code. The keys come as arrays: hundreds of parameters, once
# for each time that they are needed, take longer than the search. The parameters: names, cities,
# cities, the brand, the location, names, cities, cities, and how many in a city, twice.
NAMED_PLACES: Final = """
    SELECT id FROM (
        SELECT id,
            name_key = ANY(%s::text[]) AS by_name,
            city_key = ANY(%s::text[]) AS by_city,
            tail_key = ANY(%s::text[]) AS by_tail,
            row_number() OVER (PARTITION BY city_key ORDER BY code COLLATE "C") AS nth,
            row_number() OVER (PARTITION BY tail_key ORDER BY code COLLATE "C") AS nth_tail
        FROM (
            SELECT id, code, draftgate_place_key(name) AS name_key,
                draftgate_place_key(city) AS city_key, draftgate_place_tail(name) AS tail_key
            FROM locations_location
            WHERE brand_id = %s AND id <> %s AND (
                draftgate_place_key(name) = ANY(%s::text[])
                OR draftgate_place_key(city) = ANY(%s::text[])
                OR draftgate_place_tail(name) = ANY(%s::text[])
            )
        ) keyed
    ) numbered
    WHERE by_name OR (by_city AND nth <= %s) OR (by_tail AND nth_tail <= %s)
"""
