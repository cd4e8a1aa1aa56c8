"""Ways of being served that keep hours of their own: pickup, the drive-through, the kitchen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from compliance.gate.checks.hours.cue_words import Cue
from compliance.gate.checks.hours.grammar import CueMention, Segment
from compliance.gate.polarity import Clause
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts

# The hours types by the words for them.
_WORDS = {
    "drive_through": r"drive[\s-]?(?:thru|through|up)s?(?:\s(?:lane|window))?",
    "pickup": r"(?:(?:curbside|in-store|store|order)\s)?pick-?\s?ups?(?:\sorders?)?\b"
    r"(?!\s(?:truck|line))"
    r"|curbside|click[\s-](?:and|&)[\s-]collect",
    "delivery": r"(?:home\s)?deliver(?:y|ies)(?:\sorders?)?|(?<=\bwe\s)(?:also\s|only\s)?deliver"
    r"(?=\s(?:[\w-]+\s){0,3}?(?:from|until|till?|between|through)\b)"
    r"|(?:(?<=\bnot\s)|(?<=n't\s))deliver(?=\s(?:on|this|today|tomorrow|tonight)\b)",
    "takeout": r"take-?\s?(?:out|away)s?|carry-?\s?outs?|to-go(?:\sorders)?",
    "kitchen": r"kitchen",
    "senior": r"seniors?(?:\s(?:citizens?|shopping|only))*",
    "pharmacy": r"pharmacy",
    "phone": r"(?:tele)?phone(?:\s(?:line|support|service))?s?|hotline|call\scent(?:er|re)",
    "online": r"(?:online|live)\s(?:chat|support|service)|online|chat",
}
_PATTERN = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()) + r")\b"
)
# One parcel, meal or errand, not the service.
_SINGLE = re.compile(
    r"\b(?:(?:your|my|his|her|their|this|that|an?)\s(?:\w+\s)?"
    r"|(?:schedul|reschedul|arrang|book|plan)\w*\s(?:the|your|a|for)\s)$"
)
_FETCHES = re.compile(r"(?:pick|collect|grab)\b")
_MEANS = re.compile(r"\b(?:for|of|by|via)\s(?:the\s|our\s)?$")
# Nothing between a service and its verb that could be another subject.
_SUBJECT = re.compile(
    r"(?:\s(?!(?:we|i|you|our|the|store|shop|doors?|until|before|after|when|while|if|once)\b)"
    r"[\w'-]+){0,5}\s*"
)
_NONE = re.compile(r"(?:\bno|\bnot|n't|\bnever|\bwithout)\s(?:\w+\s)?$")
SUBJECTS = {
    "pickup": "Pickup",
    "drive_through": "The drive-through",
    "delivery": "Delivery",
    "takeout": "Takeout",
    "kitchen": "The kitchen",
    "senior": "Senior shopping",
    "pharmacy": "The pharmacy",
    "phone": "Our phone line",
    "online": "Our online service",
}


@dataclass(frozen=True, slots=True)
class ServiceMention:
    """A service in the normalised text; ``means`` says that hours are told *for* it."""

    hours_type: str
    start: int
    end: int
    means: bool


def named_services(norm: str, clause: Clause, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Yield every service that a clause speaks of, whether a place keeps hours of it or not."""
    for hit in _PATTERN.finditer(norm, clause.norm_start, clause.norm_end):
        led = max(sentence.norm_start, hit.start() - 32)
        if not _SINGLE.search(norm, led, hit.start()):
            yield str(hit.lastgroup), *hit.span()


def services(norm: str, segment: Segment, place: PlaceFacts) -> tuple[ServiceMention, ...]:
    """Return the services named in a segment that keep hours of their own at a place."""
    kept = {each.hours_type for each in place.services}
    if not kept:
        return ()
    return tuple(
        ServiceMention(
            str(hit.lastgroup),
            hit.start(),
            hit.end(),
            _MEANS.search(norm, segment.start, hit.start()) is not None,
        )
        for hit in _PATTERN.finditer(norm, segment.start, segment.end)
        if hit.lastgroup in kept
        and not _SINGLE.search(norm, max(segment.sentence_start, hit.start() - 32), hit.start())
    )


def served(
    norm: str, cue: CueMention, spoken: tuple[ServiceMention, ...], place: PlaceFacts
) -> CueMention:
    """Return a cue, marked as speaking of a service where it does."""
    if cue.cue is Cue.VISIT and _FETCHES.match(norm, cue.start):
        own = place.schedule_of("pickup")
        return cue if own is None else replace(cue, hours_type="pickup")
    for each in chain((s for s in spoken if s.means), reversed(spoken)):
        subject = each.end <= cue.start and _SUBJECT.fullmatch(norm, each.end, cue.start)
        inside = cue.start < each.end and each.start < cue.end
        if each.means or inside or subject or (not cue.ours and each.end <= cue.start):
            return replace(cue, ours=True, hours_type=each.hours_type)
    return cue


def implied(norm: str, service: ServiceMention, inherited: CueMention | None) -> CueMention:
    """Return the cue that a service stands for where no verb does: *pickup from 9 to 6*.

    After another cue it tells the same of the service: *we close at 8, the drive-through at 10*.
    """
    none = _NONE.search(norm, max(0, service.start - 24), service.start) is not None
    if inherited is not None and not none:
        return replace(
            inherited,
            start=service.start,
            end=service.end,
            ours=True,
            hours_type=service.hours_type,
        )
    return CueMention(
        Cue.HOURS, service.start, service.end, negated=none, hours_type=service.hours_type
    )
