"""Full card and account numbers, and what may stand instead of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading
from compliance.gate.types import Edit, Severity

_DIGITS = re.compile(
    r"(?<![\w+.$-])(?:\d(?:[ .-]?\d){7,18}|\d{3,6}(?:[/_]\d{3,6}){1,5})(?![\w])(?!\.\d)"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d[ -]?){2,}")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\b")
_ACCOUNT = re.compile(
    r"\b(?:accounts?|acct|a/c|iban|card|debit|credit|savings|checking|member(?:ship)?|loan|visa|"
    r"mastercard|amex|pan|ssn|social security)\b[^!?\n]{0,28}$"
)
# Long numbers that are none of these: phones, parcels, invoices, tickets.
_OTHERWISE = re.compile(
    r"\b(?:tracking|parcel|shipment|order|invoice|confirmation|ticket|case|reference|ref|routing|"
    r"aba|phone|call|text|fax|tel|serial|sku|upc|isbn|model|nmls|licen[cs]e)\b[^.!?]{0,24}$"
)
_DIRECTLY = re.compile(
    r"\b(?:account|acct|card|loan|member|membership)(?: (?:number|no\.?|is|#))*[ :#]*$"
)
_PHONE = re.compile(r"1?[ .-]?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}")


def passes_luhn(digits: str) -> bool:
    """Say whether a number's check digit is right (ISO/IEC 7812-1, annex B)."""
    total = 0
    for index, char in enumerate(reversed(digits)):
        value = int(char) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def account_numbers(reading: Reading) -> Iterator[Breach]:
    """Yield each full card or account number; the last four digits alone are fine.

    A card is 13 to 19 digits with a right check digit; an account number is 8 digits or more
    behind a word for an account.
    """
    text = reading.text
    norm = text.norm
    orders = {re.sub(r"\W", "", order.id.casefold()) for order in reading.facts.customer.orders}
    seen: list[tuple[int, int]] = []
    for found in [*_IBAN.finditer(norm), *_DIGITS.finditer(norm)]:
        digits = re.sub(r"[\W_]", "", found.group())
        before = norm[max(0, found.start() - 60) : found.start()]
        if digits in orders or any(a < found.end() and found.start() < b for a, b in seen):
            continue
        if not _is_account(digits, found.group(), before):
            continue
        seen.append(found.span())
        start, end = text.span(*found.span())
        yield Breach(
            start,
            end,
            "A full card or account number may not be sent; its last four digits may.",
            (_last_four(norm, found, start, end, digits[-4:]),),
            Severity.BLOCK,
        )


def _is_account(digits: str, written: str, before: str) -> bool:
    if digits[:1].isalpha():
        return _is_iban(digits)
    is_card = 13 <= len(digits) <= 19 and passes_luhn(digits) and len(set(digits)) > 1
    if _OTHERWISE.search(before) and not _ACCOUNT.search(before):
        return False
    if is_card:
        return True
    if _YEARS.fullmatch(written):
        return False
    if _PHONE.fullmatch(written) and not _DIRECTLY.search(before):
        return False
    return _ACCOUNT.search(before) is not None


def _is_iban(number: str) -> bool:
    """Check an IBAN's check digits (ISO 13616-1, ISO/IEC 7064 MOD 97-10)."""
    if not 15 <= len(number) <= 34:
        return False
    moved = number[4:] + number[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def _last_four(norm: str, found: re.Match[str], start: int, end: int, four: str) -> Edit:
    ending = norm[: found.start()].rstrip().endswith("ending in")
    return Edit(start, end, four if ending else f"ending in {four}", "the last four digits only")
