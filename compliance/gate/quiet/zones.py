"""The time zones that a customer in a state may live by.

The boundaries are those of 49 CFR part 71; where a state keeps two clocks, both are named, and so
is the Navajo Nation's in Arizona, which alone changes with the seasons there. Names are IANA's.
"""

from __future__ import annotations

from typing import Final

_EASTERN: Final = "America/New_York"
_CENTRAL: Final = "America/Chicago"
_MOUNTAIN: Final = "America/Denver"
_PACIFIC: Final = "America/Los_Angeles"

_ONE_CLOCK: Final = {
    _EASTERN: "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV",
    _CENTRAL: "AL AR IA IL LA MN MO MS OK WI",
    _MOUNTAIN: "CO MT NM UT WY",
    _PACIFIC: "CA WA",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR",
    "America/St_Thomas": "VI",
    "Pacific/Guam": "GU",
    "Pacific/Saipan": "MP",
    "Pacific/Pago_Pago": "AS",
}
_SEVERAL_CLOCKS: Final = {
    "AK": ("America/Anchorage", "America/Adak"),
    "AZ": ("America/Phoenix", _MOUNTAIN),
    "FL": (_EASTERN, _CENTRAL),
    "ID": ("America/Boise", _PACIFIC),
    "IN": ("America/Indiana/Indianapolis", _CENTRAL),
    "KS": (_CENTRAL, _MOUNTAIN),
    "KY": (_EASTERN, _CENTRAL),
    "MI": ("America/Detroit", _CENTRAL),
    "ND": (_CENTRAL, _MOUNTAIN),
    "NE": (_CENTRAL, _MOUNTAIN),
    "NV": (_PACIFIC, _MOUNTAIN),
    "OR": (_PACIFIC, "America/Boise"),
    "SD": (_CENTRAL, _MOUNTAIN),
    "TN": (_EASTERN, _CENTRAL),
    "TX": (_CENTRAL, _MOUNTAIN),
    # Midway, Wake and the islands in between; nobody lives there for good.
    "UM": ("Pacific/Pago_Pago", "Pacific/Wake"),
}
STATE_ZONES: Final[dict[str, tuple[str, ...]]] = {
    **{f"US-{code}": (zone,) for zone, codes in _ONE_CLOCK.items() for code in codes.split()},
    **{f"US-{code}": zones for code, zones in _SEVERAL_CLOCKS.items()},
}
_TERRITORIES: Final = frozenset({"US-AS", "US-GU", "US-MP", "US-PR", "US-UM", "US-VI"})
# Where a customer of an unknown state is taken to be able to live: the fifty states and the
# capital. The clocks of the Pacific islands would halve the hours that are left to all others.
ANY_STATE: Final = tuple(sorted(STATE_ZONES.keys() - _TERRITORIES))
