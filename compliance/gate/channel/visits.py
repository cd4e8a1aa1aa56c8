"""What a customer bought or had done, when and for how much: no matter for a public reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.channel.breach import Breach, without_sentence
from compliance.gate.channel.public import references
from compliance.gate.channel.visit_words import (
    BOOKED,
    DATE,
    DONE,
    GENERAL,
    MONEY,
    MONTHS,
    NARRATED,
    POINTS,
    PROCEDURE,
    RECORDS,
    STANDING,
    TREATMENT,
    VISIT,
    WHERE,
)
from compliance.gate.reading import Reading
from compliance.gate.tone.voice import merged

# The sentence speaks of this customer's own past or booked visit.
_PERSONAL: Final = re.compile(
    rf"\byour (?!next |future )(?:\S+ ){{0,4}}?(?:{VISIT})s?\b"
    r"|\byou(?:'d| had| have|'ve)? (?:visited|came|come in|bought|ordered|purchased|booked|stopped|"
    r"dined|stayed|ate|returned|exchanged|picked up|received|paid|spent|were (?:here|in|charged|"
    r"with|seen|treated|served|booked|our)|arrived|left|called|checked in|signed|joined|"
    r"saw|met|attended|tried|took|used|dropped off|"
    r"had (?:a|an|the|your)|are (?:booked|scheduled))\b"
    r"|\b(?:we|i)(?:'ve| have| can| do)? (?:also )?(?:see|saw|checked|found|looked up|pulled up|"
    r"have on (?:file|record))\b|\b(?:our|your|the) (?:records?|system|file|receipt) (?:shows?|"
    r"says?|indicates?)\b"
)
# "your brakes were done on June 12", "your suite on July 10", "your April 18 appointment"
_DATED_THING: Final = re.compile(
    rf"\byour (?!next |future )(?P<thing>(?:[\w'&-]+ ){{1,5}}?)(?:(?:{DONE})\b[^.!?]{{0,40}}?)?"
    rf"(?:(?:on|from|of|for|since|in) )?(?P<date>{DATE.pattern}|(?<=\bin )(?:{MONTHS})\b|"
    r"(?<=since )\d{4}\b)"
)
_DATED_FIRST: Final = re.compile(rf"\byour (?P<date>(?:{DATE.pattern}))(?: [\w'-]+){{1,3}}")
_TREATED: Final = re.compile(
    rf"\b(?:the|that|this) (?:[\w-]+ ){{0,3}}?(?:{VISIT}|{PROCEDURE})s? (?:(?:on|from|of) )?"
    rf"(?P<date>{DATE.pattern})"
)
_THING: Final = re.compile(rf"\byour (?P<thing>(?:[\w'&-]+ ){{0,4}}?[\w'&-]+)(?= (?:{DONE})\b)")
_HAD: Final = re.compile(
    rf"\byou(?:'d| had| have|'ve|)? ?(?:{NARRATED}) (?P<thing>[\w' &-]{{2,40}})"
)
_ADDRESSED: Final = re.compile(r"\byour?\b|\b(?:sorry|apolog|pleased|glad|happy|hear)")
_OF_YOURS: Final = re.compile(r"\byour (?:\w+ ){1,3}of $")
_WORD: Final = re.compile(r"[a-z][a-z'-]+")


def order_or_visit_details(reading: Reading) -> Iterator[Breach]:
    """Yield order numbers, items, dates, amounts and records of this customer.

    What the customer has made public in their own message may be taken up.
    """
    text = reading.text
    said = reading.message.norm
    message = "A public reply gives no details of an order or a visit."
    spans = {(breach.start, breach.end) for breach in references(reading)}
    if "you" in text.norm or "our " in text.norm or "we " in text.norm:
        for pattern in (RECORDS, TREATMENT, POINTS, BOOKED, WHERE, STANDING):
            for found in pattern.finditer(text.norm):
                if found.group().removeprefix("your ") not in said:
                    spans.add(text.span(*found.span()))
        spans.update(_moments(reading, said))
        spans.update(_things(reading, said))
    spans.update(_items(reading))
    for start, end in merged(sorted(spans)):
        edits = without_sentence(text, start, end, "no visit details in public")
        yield Breach(start, end, message, edits)


def _moments(reading: Reading, said: str) -> Iterator[tuple[int, int]]:
    """Yield dates and amounts in sentences about this customer's own visit."""
    text = reading.text
    for sentence in text.sentences:
        norm = text.norm[sentence.norm_start : sentence.norm_end]
        base = sentence.norm_start
        if _PERSONAL.search(norm):
            for pattern in (DATE, MONEY):
                for found in pattern.finditer(norm):
                    if found.group() not in said:
                        yield text.span(base + found.start(), base + found.end())
        if _ADDRESSED.search(norm):
            for start, end in (*_dates(norm, said), *_amounts(norm, said)):
                yield text.span(base + start, base + end)


def _dates(norm: str, said: str) -> Iterator[tuple[int, int]]:
    """Yield the dates that a sentence ties to something of the customer's."""
    for pattern in (_DATED_THING, _DATED_FIRST, _TREATED):
        for found in pattern.finditer(norm):
            thing = found.groupdict().get("thing")
            if found["date"] not in said and not (thing is not None and _is_message(thing)):
                yield found.span("date")


def _amounts(norm: str, said: str) -> Iterator[tuple[int, int]]:
    """Yield the amounts of something of the customer's: "your tab of $64"."""
    for found in MONEY.finditer(norm):
        if found.group() not in said and _OF_YOURS.search(norm, 0, found.start()):
            yield found.span()


def _is_message(thing: str) -> bool:
    """Say whether a thing is what the customer wrote, which everybody reads anyway."""
    return bool(
        {"review", "feedback", "comment", "comments", "message", "note", "post", "words", "rating"}
        & set(_WORD.findall(thing))
    )


def _things(reading: Reading, said: str) -> Iterator[tuple[int, int]]:
    """Yield what the customer is said to have had, unless in general words or their own."""
    text = reading.text
    words_said = {word.removesuffix("s") for word in _WORD.findall(said)}
    for pattern in (_THING, _HAD):
        for found in pattern.finditer(text.norm):
            words = _noun_phrase(
                [word.removesuffix("'s") for word in _WORD.findall(found["thing"])]
            )
            named = [
                word
                for word in words
                if word not in GENERAL
                and word.removesuffix("s") not in GENERAL
                and word.removesuffix("s") not in words_said
                and not word.endswith("ly")
            ]
            # The last word is what the phrase is about: "your wait at the bar" is about waiting.
            if named and words[-1] == named[-1]:
                yield text.span(*found.span())


def _noun_phrase(words: list[str]) -> list[str]:
    """Return the words of the first noun phrase: up to a word that opens something else."""
    phrase: list[str] = []
    for word in words:
        if word in _OPENS_NEXT or (phrase and word.endswith("ing") and phrase[-1] in GENERAL):
            break
        phrase.append(word)
    return phrase or ["it"]


_OPENS_NEXT: Final = frozenset(
    """and but or so because when while that which who with at in on from for to of by during
    after before was were is are did we our you your as than if about""".split()  # noqa: SIM905
)


def _items(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the customer's purchases, where a sentence about "you" names what they had not."""
    text = reading.text
    said = reading.message.norm
    for order in reading.facts.customer.orders:
        words = re.findall(r"[a-z][a-z'-]{3,}", order.item.casefold())
        if not words:
            continue
        pattern = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")s?\b")
        for sentence in text.sentences:
            norm = text.norm[sentence.norm_start : sentence.norm_end]
            if not re.search(r"\b(?:you|your|we see|we found)\b", norm):
                continue
            found = list(pattern.finditer(norm))
            if any(one.group().rstrip("s") not in said for one in found) and len(found) >= min(
                2, len(words)
            ):
                base = sentence.norm_start
                yield text.span(base + found[0].start(), base + found[-1].end())
