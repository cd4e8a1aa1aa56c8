"""The true words that replace wrong ones about an offer, and the removal of what cannot stay."""

from __future__ import annotations

import re
from datetime import date

from compliance.gate.checks.offers.deals import Amount, AmountKind
from compliance.gate.fixes import apply, says_nothing
from compliance.gate.reading import Reading
from compliance.gate.types import Edit
from locations.hours import WEEKDAYS

_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
# A sentence that only makes sense after the offer it explains.
_DEPENDS = re.compile(
    r"\s*(?:it|it's|it'll|this|that|that's|they|just\s(?:show|mention|use|enter|bring|ask)|simply|use\s(?:the\s)?"
    r"(?:promo\s)?code|(?:be\ssure\sto\s|please\s)?mention|the\s(?:offer|deal|promotion|special|discount|sale"
    r"|code|bonus))\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\W*(?:yes|yep|yeah|absolutely|definitely|certainly|of course|sure(?: thing)?|good news"
    r"|great news|correct|indeed)\W*",
    re.IGNORECASE,
)


def weekdays(days: tuple[str, ...]) -> str:
    """Return weekday codes in words: ``Tuesdays and Fridays``."""
    names = [_NAMES[WEEKDAYS.index(day)] for day in days]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def long_date(day: date) -> str:
    """Return a date for a message: ``November 30, 2026``."""
    return f"{day:%B} {day.day}, {day.year}"


def date_like(day: date, words: str, today: date) -> str:
    """Write a date as the draft writes its own: with its weekday, in figures, with its year."""
    if re.fullmatch(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?", words):
        tail = words.count("/") == 2
        return f"{day.month}/{day.day}" + (f"/{day.year}" if tail else "")
    written = f"{day:%B} {day.day}"
    if re.match(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", words, re.IGNORECASE):
        written = f"{day:%A}, {written}"
    stated_year = re.search(r"\b20\d\d\b", words) is not None
    return f"{written}, {day.year}" if stated_year or day.year != today.year else written


def amount_like(right: Amount, words: str) -> str:
    """Write an amount as the draft writes its own: ``$5``, ``25%``, ``25 percent``."""
    value = f"{right.value:g}"
    if right.kind == AmountKind.MONEY:
        return (
            f"{value} dollars" if re.search(r"dollar|buck", words, re.IGNORECASE) else f"${value}"
        )
    if right.kind == AmountKind.PERCENT:
        spelt = re.search(r"per\s?cent", words, re.IGNORECASE)
        return f"{value} percent" if spelt else f"{value}%"
    if right.kind == AmountKind.FACTOR:
        return {2: "double", 3: "triple"}.get(int(right.value), f"{value}x")
    return re.sub(r"^\S+?(?=[\s-]|$)", value, words, count=1)


def without_sentence(reading: Reading, index: int) -> tuple[Edit, ...]:
    """Return edits that take a sentence out with what leans on it, or none if nothing is left."""
    text, original = reading.text, reading.case.text
    sentences = text.sentences
    doomed = [index]
    if index > 0:
        before = sentences[index - 1]
        if _YES.fullmatch(original[before.start : before.end]):
            doomed.insert(0, index - 1)
    after = index + 1
    while after < len(sentences) and _DEPENDS.match(
        original[sentences[after].start : sentences[after].end]
    ):
        doomed.append(after)
        after += 1
    edits = tuple(
        Edit(sentences[each].start, sentences[each].end, "", "removes the offer") for each in doomed
    )
    return () if says_nothing(apply(original, edits).text) else edits
