"""States as files write them, to ISO 3166-2; what was only guessed is said."""

from __future__ import annotations

import re
from typing import Final

_US_NAMES: Final = (
    "AL Alabama|AK Alaska|AS American Samoa|AZ Arizona|AR Arkansas|CA California|CO Colorado|"
    "CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|GU Guam|HI Hawaii|"
    "ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|"
    "MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MP Northern Mariana Islands|"
    "MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|"
    "NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|"
    "PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|"
    "TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|VI Virgin Islands|WA Washington|"
    "WV West Virginia|WI Wisconsin|WY Wyoming"
)
_BY_NAME: Final = {
    name.casefold(): code
    for code, _, name in (entry.partition(" ") for entry in _US_NAMES.split("|"))
}
_CODES: Final = frozenset(_BY_NAME.values()) | {"UM"}
_ISO: Final = re.compile(r"([A-Za-z]{2})[-_ ]([A-Za-z0-9]{1,3})")


def read_state(text: str, country: str = "US") -> tuple[str, str]:
    """Return a state as ISO 3166-2 and, when it was not written plainly, what was made of it.

    ``country`` is the two-letter country of the address. An unknown state is returned as written,
    for the plan to refuse.
    """
    written = " ".join(text.split())
    country = (country or "US").upper()
    found = _ISO.fullmatch(written)
    if found is not None:
        state = f"{found[1]}-{found[2]}".upper()
        return state, "" if state == written else f"“{written}” was read as {state}"
    if country == "US":
        code = _BY_NAME.get(written.casefold()) or written.upper().rstrip(".")
        if code not in _CODES:
            return written, f"“{written}” is no state of the US"
        plain = written == code or written.casefold() in _BY_NAME
        return f"US-{code}", "" if plain else f"“{written}” was read as US-{code}"
    if re.fullmatch(r"[A-Za-z0-9]{1,3}", written):
        state = f"{country}-{written.upper()}"
        plain = written == written.upper()
        return state, "" if plain else f"“{written}” was read as {state}"
    return written, f"“{written}” is not written as a state of {country}, such as {country}-AB"
