"""Masks payment card and social security numbers in what customers write, before it is stored."""

from __future__ import annotations

import re
from typing import Final

CARD_MASK: Final = "[card number removed, ends in {last}]"
SSN_MASK: Final = "[social security number removed]"

# Runs of 13 to 19 ASCII or other decimal digits, with at most one space, dash or dot between two.
_BETWEEN = r"[ \t\u00a0\u2007\u2009\u202f\-\u2010-\u2015\u2212.]?"
_CARD: Final = re.compile(rf"(?<![\w\-])\d(?:{_BETWEEN}\d){{12,18}}(?![\w]|-\d)")
_DASH = r"[ \u00a0\-\u2010-\u2015\u2212]"
# Three groups; the numbers that are never issued (000, 666, 9xx; 00; 0000) are something else.
_SSN: Final = re.compile(rf"(?<![\w\-+])(\d{{3}}){_DASH}(\d{{2}}){_DASH}(\d{{4}})(?![\w]|-\d)")
_SSN_BARE: Final = re.compile(
    r"\b(?:ssn|social[ \t]+security(?:[ \t]+(?:number|no\.?|#))?)\b\W{0,5}(?:is|was|:|=)?\W{0,3}"
    r"(\d{9})(?!\w)",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """Return the text with card numbers (their last four kept) and social security numbers removed.

    A card number has 13 to 19 digits, a valid check digit (Luhn, ISO/IEC 7812-1 annex B) and a
    first digit that issuers use. Phone numbers and order ids stay. Masking twice changes nothing.
    """
    text = _CARD.sub(_card, text)
    text = _SSN.sub(_ssn, text)
    return _SSN_BARE.sub(lambda found: found[0].replace(found[1], SSN_MASK), text)


def _card(found: re.Match[str]) -> str:
    digits = "".join(str(int(char)) for char in found[0] if char.isdecimal())
    if digits[0] not in "23456" or len(set(digits)) == 1 or not passes_luhn(digits):
        return found[0]
    return CARD_MASK.format(last=digits[-4:])


def _ssn(found: re.Match[str]) -> str:
    area, group, serial = (int(part) for part in found.groups())
    if area in {0, 666} or area >= 900 or group == 0 or serial == 0:
        return found[0]
    return SSN_MASK


def passes_luhn(digits: str) -> bool:
    """Whether a string of decimal digits ends in its Luhn check digit."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
