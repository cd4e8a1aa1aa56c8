"""Masks secrets in what people write, before it is stored: numbers of cards and accounts, codes.

Payment cards, social security numbers, IBANs, and what is called by its name: account and routing
numbers, security codes, PINs, passwords, passports and driver's licences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

CARD_MASK: Final = "[card number removed, ends in {last}]"
SSN_MASK: Final = "[social security number removed]"
IBAN_MASK: Final = "[bank account number removed]"
NAMED_MASK: Final = "[{what} removed]"

_SPACE: Final = r" \t\u00a0\u2007\u2009\u202f"
_DASH: Final = r"\-\u2010-\u2015\u2212"
# What shows nothing: soft hyphens, joiners, marks of direction.
_UNSEEN: Final = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

# Groups of ASCII or other decimal digits with little between them: a card number, perhaps with a
# telephone number before it or its expiry date behind it.
_RUN: Final = re.compile(rf"\d+(?:[{_SPACE}{_DASH}{_UNSEEN}\r\n._/]{{1,4}}\d+)*")
# Between digits of one number however they are grouped; wider gaps only fit the printed grouping.
_NARROW: Final = re.compile(rf"[{_SPACE}{_DASH}.]")
# As printed on cards: the usual four, American Express, Diners Club, and the odd lengths.
_PRINTED: Final = ((4, 4, 4, 4, 3), (4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 1))
# Digits that touch a letter are part of a code, but for these words.
_IN_CODE: Final = re.compile(r"[^\W\d_]-?$")
_NAMES_A_CARD: Final = re.compile(
    r"(?:card|cc|visa|amex|mastercard|discover|number|no|nr)-?$", re.IGNORECASE
)
_CODE_GOES_ON: Final = re.compile(r"[^\W\d_]")
_NAMES_ITS_DATE: Final = re.compile(r"exp|cvv|cvc|valid|and\b", re.IGNORECASE)

_APART: Final = rf"[{_SPACE}{_DASH}{_UNSEEN}.]{{1,3}}"
# Three groups; the numbers that are never issued (000, 666, 9xx; 00; 0000) are something else.
_SSN: Final = re.compile(
    rf"(?:(?<!\w)(?<!\w[\-+])|(?<=ssn))(\d{{3}}){_APART}(\d{{2}}){_APART}(\d{{4}})(?![\w]|-\d)",
    re.IGNORECASE,
)
_SSN_NAMED: Final = re.compile(
    r"(?<![^\W_])(?:ssn|social(?:[ \t]+security)?)\W{0,5}(?:(?:number|no|num|is|was)\b\W{0,5}){0,3}"
    rf"(\d(?:[{_SPACE}{_DASH}{_UNSEEN}.]{{0,3}}\d){{8}})(?!\w)",
    re.IGNORECASE,
)

# ISO 13616: country, two check digits, up to 30 letters and digits, often printed in fours.
_IBAN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \u00a0]?[A-Za-z0-9]{4}){2,7}"
    r"(?:[ \u00a0]?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])"
)
# Between the name of a secret and the secret itself.
_IS: Final = r"\W{0,4}(?:(?:number|no|num|nr|code|is|was|to|be|it'?s)\b\W{0,4}){0,4}"
_DIGITS: Final = rf"\d(?:[{_SPACE}{_DASH}{_UNSEEN}]?\d)"
# A secret that is only known by the name before it: what it is, its name, and its own form.
_NAMED: Final = tuple(
    (what, re.compile(rf"(?<![^\W_])(?:{name}){_IS}(?P<secret>{form})(?![\w-])", re.IGNORECASE))
    for what, name, form in (
        (
            "security code",
            r"cvv2?|cvc2?|cid|security code|card verification (?:code|value)",
            r"\d{3,4}",
        ),
        ("PIN", r"(?:my |the |atm |debit |card )pin|pin (?:code|number)", r"\d{4,8}"),
        (
            "account number",
            r"(?:bank |checking |savings )?acc(?:oun)?t (?:number|no|num|nr|#)|acct #?",
            _DIGITS + "{7,16}",
        ),
        ("routing number", r"(?:aba|routing)(?: (?:number|no))?|rtn", r"\d{9}"),
        ("passport number", r"passport(?: (?:number|no))?", r"[A-Z]{0,2}\d{6,9}"),
        (
            "driver's licence number",
            r"(?:driver'?s?|driving) licen[cs]e(?: (?:number|no))?|dl (?:number|no|#)",
            r"[A-Z]{0,3}\d[A-Z0-9-]{5,14}",
        ),
        (
            "password",
            r"(?:my |the )?(?:password|passcode|passwd|pwd)\s*(?::|=|\bis\b)",
            r"(?=\S*\d)[^\s\[]{4,64}",
        ),
    )
)


def mask(text: str) -> str:
    """Return the text without secrets; of a card number the last four digits are kept.

    A card number has 13 to 19 digits, a valid check digit (Luhn, ISO/IEC 7812-1 annex B) and a
    first digit that issuers use; an IBAN has valid check digits (ISO 7064, MOD 97-10). Phone
    numbers and order ids stay. Masking twice changes nothing.
    """
    # What is left after one number was taken out may stand alone now.
    while (masked := _mask_once(text)) != text:
        text = masked
    return text


def _mask_once(text: str) -> str:
    text = _RUN.sub(_cards, text)
    text = _SSN.sub(_ssn, text)
    text = _IBAN.sub(_iban, text)
    for what, pattern in _NAMED:
        text = pattern.sub(partial(_named, what), text)
    return _SSN_NAMED.sub(lambda found: found[0].replace(found[1], SSN_MASK), text)


def _cards(run: re.Match[str]) -> str:
    """Mask every card number in a run of digit groups."""
    groups = list(re.finditer(r"\d+", run[0]))
    parts: list[str] = []
    done = at = 0
    while at < len(groups):
        number = next(
            (found for found in _candidates(run, groups, at) if _is_card_number(found)), ()
        )
        if number:
            last_four = _digits(number)[-4:]
            parts += run[0][done : number[0].start()], CARD_MASK.format(last=last_four)
            done = number[-1].end()
        at += len(number) or 1
    return "".join((*parts, run[0][done:]))


def _candidates(
    run: re.Match[str], groups: Sequence[re.Match[str]], at: int
) -> Iterator[Sequence[re.Match[str]]]:
    """Give the groups from ``at`` on that may be one number, however written or as printed."""
    if at == 0 or not _is_close(run, groups, at):
        end = at + 1
        while end < len(groups) and _is_close(run, groups, end):
            end += 1
        if not (at == 0 and _continues_code(run)) and not (end == len(groups) and _has_tail(run)):
            yield groups[at:end]
    for shape in _PRINTED:
        found = groups[at : at + len(shape)]
        if tuple(len(group[0]) for group in found) == shape:
            yield found


def _is_close(run: re.Match[str], groups: Sequence[re.Match[str]], at: int) -> bool:
    between = run[0][groups[at - 1].end() : groups[at].start()]
    return _NARROW.fullmatch(between) is not None


def _continues_code(run: re.Match[str]) -> bool:
    before = run.string[max(0, run.start() - 12) : run.start()]
    return bool(_IN_CODE.search(before)) and not _NAMES_A_CARD.search(before)


def _has_tail(run: re.Match[str]) -> bool:
    behind = run.string[run.end() : run.end() + 5]
    return bool(_CODE_GOES_ON.match(behind)) and not _NAMES_ITS_DATE.match(behind)


def _digits(groups: Sequence[re.Match[str]]) -> str:
    return "".join(str(int(char)) for group in groups for char in group[0])


def _is_card_number(groups: Sequence[re.Match[str]]) -> bool:
    if not 13 <= sum(len(group[0]) for group in groups) <= 19:
        return False
    digits = _digits(groups)
    return digits[0] in "23456" and len(set(digits)) > 1 and passes_luhn(digits)


def _ssn(found: re.Match[str]) -> str:
    area, group, serial = (int(part) for part in found.groups())
    if area in {0, 666} or area >= 900 or group == 0 or serial == 0:
        return found[0]
    return SSN_MASK


def _iban(found: re.Match[str]) -> str:
    """Mask the longest run of groups that is an account number: a word may follow it."""
    groups = list(re.finditer(r"[A-Za-z0-9]+", found[0]))
    for last in reversed(groups):
        characters = "".join(group[0] for group in groups if group.end() <= last.end()).upper()
        turned = characters[4:] + characters[:4]
        if (
            15 <= len(characters) <= 34
            and int("".join(str(int(char, 36)) for char in turned)) % 97 == 1
        ):
            return IBAN_MASK + found[0][last.end() :]
    return found[0]


def _named(what: str, found: re.Match[str]) -> str:
    start, end = (at - found.start() for at in found.span("secret"))
    return found[0][:start] + NAMED_MASK.format(what=what) + found[0][end:]


def passes_luhn(digits: str) -> bool:
    """Whether a string of decimal digits ends in its Luhn check digit."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
