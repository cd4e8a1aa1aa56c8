"""The true words that replace wrong ones about an offer, and the removal of what cannot stay."""

from __future__ import annotations

import re
from datetime import date

from compliance.gate.checks.offers.deals import Amount, AmountKind
from compliance.gate.fixes import apply, says_nothing
from compliance.gate.parts import part_of
from compliance.gate.polarity import clauses
from compliance.gate.reading import Reading
from compliance.gate.states import STATE_NAMES
from compliance.gate.text import Sentence, Text
from compliance.gate.types import Edit, OfferFact, PlaceFacts
from locations.hours import WEEKDAYS
from locations.offers import OfferStanding

_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
# A sentence that only makes sense after the offer it explains.
_DEPENDS = re.compile(
    r"\s*(?:it|it's|it'll|this|that|that's|they|just\s(?:show|mention|use|enter|bring|ask)|simply|use\s(?:the\s)?"
    r"(?:promo\s)?code|(?:be\ssure\sto\s|please\s)?mention|the\s(?:offer|deal|promotion|special|discount|sale"
    r"|code|bonus))\b",
    re.IGNORECASE,
)
# A clause that says what follows from the offer before it: "..., so take 25% off".
_FOLLOWS = re.compile(
    r"[\s,;:-]*(?:so|then|thus|hence|therefore|meaning|which|giving|saving|and\s(?:so|then|that|it|this"
    r"|(?:you\s(?:can\s|will\s)?|you'll\s)?(?:take|get|gets|save|enjoy|grab|use|enter|pay|have)))\b"
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


def standing_of(offer: OfferFact, place: PlaceFacts, state: OfferStanding, today: date) -> str:
    """Return a plain sentence that says where an offer stands; none about one kept back."""
    terms = offer.terms
    if state is OfferStanding.NOT_FOR_THIS_TICKET:
        return ""
    if state is OfferStanding.ENDED and terms.end is not None:
        return f"{offer.name} ended on {_short_date(terms.end, today)}."
    if state is OfferStanding.UPCOMING and terms.start is not None:
        return f"{offer.name} starts on {_short_date(terms.start, today)}."
    if state is OfferStanding.NOT_HERE:
        return f"{offer.name} is not available at {place.name}."
    if state is OfferStanding.EXCLUDED_STATE:
        names = [STATE_NAMES[code] for code in terms.excluded_states if code in STATE_NAMES]
        return f"{offer.name} is not available in {' or '.join(names)}." if names else ""
    if state is OfferStanding.WRONG_WEEKDAY or terms.weekdays:
        return f"{offer.name} runs on {weekdays(terms.weekdays)}."
    return f"{offer.name} runs through {_short_date(terms.end, today)}." if terms.end else ""


def _short_date(day: date, today: date) -> str:
    written = f"{day:%B} {day.day}"
    return written if day.year == today.year else f"{written}, {day.year}"


def _with_what_follows(text: Text, sentence: Sentence, end: int) -> int:
    """Return where what is said of an offer ends: clauses that follow from it belong to it."""
    for clause in clauses(text, sentence):
        words = text.norm[clause.norm_start : clause.norm_end]
        if clause.norm_start >= end and not _FOLLOWS.match(words):
            break
        end = max(end, clause.norm_start + len(words.rstrip()))
    return end


def without(reading: Reading, index: int, start: int, end: int, truth: str) -> tuple[Edit, ...]:
    """Return edits that take the offer named in ``start:end`` (in ``norm``) out of a sentence.

    The part that speaks of it goes, or the sentence with what leans on it; where that leaves
    nothing, ``truth`` takes the sentence's place.
    """
    text, original = reading.text, reading.case.text
    sentences = text.sentences
    part = part_of(text, sentences[index], start, _with_what_follows(text, sentences[index], end))
    if part is not None:
        doomed = [(part.cut_start, part.cut_end)]
    else:
        doomed = [(sentences[index].start, sentences[index].end)]
    if index > 0 and (part is None or part.leads):
        before = sentences[index - 1]
        if _YES.fullmatch(original[before.start : before.end]):
            doomed.insert(0, (before.start, before.end))
    after = index + 1
    while after < len(sentences) and _DEPENDS.match(
        original[sentences[after].start : sentences[after].end]
    ):
        doomed.append((sentences[after].start, sentences[after].end))
        after += 1
    edits = tuple(Edit(a, b, "", "removes the offer") for a, b in doomed)
    if not says_nothing(apply(original, edits).text):
        return edits
    own = next((edit for edit in edits if edit.start == sentences[index].start), None)
    if not truth or own is None:
        return ()
    told = Edit(own.start, own.end, truth, "says where the offer stands")
    return tuple(told if edit is own else edit for edit in edits)
