"""The names of the states of the United States, as a reply writes them."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut"
    "|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho"
    "|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland"
    "|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana"
    "|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York"
    "|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania"
    "|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah"
    "|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
)
STATE_NAMES: Final = {
    f"US-{code}": name for code, _, name in (each.partition(" ") for each in _NAMES.split("|"))
}


def names_state(norm: str, start: int, end: int, state: str) -> bool:
    """Say whether ``norm[start:end]`` names an ISO 3166-2 state of the United States in full."""
    name = STATE_NAMES.get(state)
    if name is None:
        return False
    # "New York City" and "West Virginia" are other names.
    spelt = re.escape(name.lower())
    return re.search(rf"(?<!west )\b{spelt}\b(?! city)", norm[start:end]) is not None
