"""Database functions that names are indexed by; see :mod:`locations.naming`."""

from __future__ import annotations

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
