"""How a draft greets and names its reader, and the greeting without the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from compliance.gate.tone.emoji import skip_emoji
from compliance.gate.tone.names import PARTICLES, SUFFIXES, TITLE, TITLES, given_first
from compliance.gate.tone.voice import Span, Voice, normal_form
from compliance.gate.types import Edit
from compliance.gate.vocabulary import shipped_words


class Address(StrEnum):
    """How a greeting names its reader; a given name or surname alone is ``FIRST_NAME``."""

    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    TITLE = "title"
    GROUP = "group"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Greeting:
    """A draft's opening greeting.

    ``words`` are the greeting's own in lower case ("good morning"), empty where a name alone opens.
    ``name`` is the span of whom it addresses. ``without_name`` takes the customer's name out of it.
    """

    start: int
    end: int
    words: str
    address: Address
    name: Span | None = None
    without_name: Edit | None = None


_SUBJECT: Final = re.compile(r"\s*subject:[^\n]*\n", re.IGNORECASE)
_HANDLE: Final = re.compile(r"[\s*_~>]*(?:@\w+[\s,]*)*")
_DAYS: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|new year|holidays|birthday|anniversary|"
    r"easter|thanksgiving|diwali|hanukkah"
)
_GREETING: Final = re.compile(
    rf"(?P<words>good (?:morning|afternoon|evening|day)|hello+|hi+(?:ya)?|he+y+a?|howdy|greetings|"
    rf"dear|yo|(?P<bare>morning|afternoon|evening|welcome(?: back)?|happy (?:{_DAYS})))"
    rf"(?![\w'’-])(?:[ ](?:again|there(?=[ ][^\W\d_]+[,.!:\n]))(?!\w))?",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"(?P<comma>,?) ?(?P<who>there|all|y'all|every(?:one|body)|folks|guys|friends?|neighbou?rs?|"
    r"(?:\w+ ){0,2}team|sir|madam|sir or madam|sirs|ladies and gentlemen|ma'am|"
    r"(?:(?:our|valued|dear|loyal|esteemed) ){0,2}(?:customer|guest|client|member|patient|shopper|"
    r"visitor|traveller|traveler|friend)s?)(?=[ \t]*(?:[-,.;:!–—]|\n|$))",
    re.IGNORECASE,
)
_THERE: Final = re.compile(r"(?P<comma>,?) ?(?P<who>there)\b", re.IGNORECASE)
_WORD: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAMED: Final = re.compile(
    rf"(?P<comma>,?) ?(?P<who>(?P<title>(?i:{TITLES})\.? )?(?P<name>{_WORD}"
    rf"(?: (?:(?:{PARTICLES} )*{_WORD}|[A-Z]\.(?=[ ,])))*))(?![\w'’@])"
)
_STOP: Final = re.compile(r"[ \t]*(?:[-,.;:!?–—]|\n|$)")
_JOINED: Final = re.compile(r" *(?:&|and\b|,? or\b)")
# "Anna, thanks": what a name is set apart with where it opens a draft.
_APART: Final = re.compile(r"[ \t]*(?:[,:!.;]|[ ][-–—][ ]|\n)[-,:!.;–—]*\s*")
# "Rose, our hygienist, is in": a verb after the second comma makes the name its subject.
APPOSED: Final = re.compile(
    r", [^,.!?;:\n]{1,60}, (?:is|are|was|were|will|can|has|had|does|did|may|might|would|could|"
    r"should|must|[a-z]+s (?:you|your|our|the|an?))\b"
)
_REASON: Final = "this voice greets without a name"


def greeting(voice: Voice, customer_name: str) -> Greeting | None:
    """Return how a draft opens, or ``None`` where it greets nobody and names nobody."""
    original = voice.text.original
    start = _opening(original)
    found = _GREETING.match(original, start)
    parts = name_parts(customer_name)
    if found is None:
        return _name_alone(original, start, parts)
    words = " ".join(found["words"].casefold().split())
    group = _GROUP.match(original, found.end()) or _THERE.match(original, found.end())
    if group is not None:
        name = Span(*group.span("who"))
        return Greeting(start, name.end, words, Address.GROUP, name)
    named = _named(original, found.end(), parts)
    if named is None:
        bare = found["bare"] is not None or words == "dear"
        if bare and not (_STOP.match(original, found.end()) and words != "dear"):
            return _welcome(original, start, found.end(), words)
        return Greeting(start, found.end(), words, Address.NONE)
    comma, name, address = named
    edit = None
    if _is_of(original[name.start : name.end], parts) and not _JOINED.match(original, name.end):
        edit = _without(original, found.span("words"), Span(comma, name.end), words)
    return Greeting(start, name.end, words, address, name, edit)


def _opening(original: str) -> int:
    """Return where a draft's first words start: past a subject line, a handle and emoji."""
    subject = _SUBJECT.match(original)
    start = subject.end() if subject else 0
    handle = _HANDLE.match(original, start)
    start = handle.end() if handle else start
    start += skip_emoji(original[start : start + 60])
    while start < len(original) and original[start].isspace():
        start += 1
    return start


def _welcome(original: str, start: int, end: int, words: str) -> Greeting | None:
    """Read "Welcome to our spa" as a greeting; "Morning slots are free" is none."""
    goes_on = original.startswith((" to ", " aboard"), end)
    if words.startswith("welcome") and goes_on:
        return Greeting(start, end, words, Address.NONE)
    return None


@lru_cache(maxsize=256)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a customer's name as patterns are matched on, given name first."""
    words = [word for word in normal_form(given_first(name)).replace(",", " ").split() if word]
    while words and TITLE.match(words[0]):
        words.pop(0)
    while len(words) > 1 and words[-1].strip(".") in SUFFIXES:
        words.pop()
    return tuple(bare for word in words if (bare := word.strip(".")))


def _words_of(said: str) -> list[str]:
    words = [word.strip(".") for word in normal_form(said).split()]
    return words[1:] if words and TITLE.match(words[0]) and len(words) > 1 else words


def _is_of(said: str, parts: tuple[str, ...]) -> bool:
    """Say whether a form of address names the customer and nobody else."""
    words = _words_of(said)
    if not words or not parts:
        return False
    initial = len(words) > 1 and len(words[-1]) == 1 and words[-1] == parts[-1][0]
    return all(word in parts for word in (words[:-1] if initial else words))


def _named(
    original: str, position: int, parts: tuple[str, ...]
) -> tuple[int, Span, Address] | None:
    """Read a name after a greeting: where its comma or space starts, its span, its form."""
    own = _own_name(original, position, parts)
    found = _NAMED.match(original, position)
    if own is not None and (found is None or found.end() <= own.end):
        return position, own, _form(original[own.start : own.end], parts)
    if found is None or found.start("who") == position:
        return None
    span = Span(*found.span("who"))
    said = original[span.start : span.end]
    if found["title"] or _is_of(said, parts):
        return position, span, _form(said, parts)
    if own is not None and not _STOP.match(original, span.end):
        # "Hi Anna Thanks for": the name ends before the next sentence starts.
        return position, own, _form(original[own.start : own.end], parts)
    known = shipped_words().knows(found["name"].split()[0].casefold())
    joined = _JOINED.match(original, span.end) is not None
    if (found["comma"] and known) or not (_STOP.match(original, span.end) or joined):
        return None
    return position, span, Address.GROUP if joined else _form(said, parts)


def _own_name(original: str, position: int, parts: tuple[str, ...]) -> Span | None:
    """Return the span of the customer's name right there, in whatever case it is written."""
    pattern = own_pattern(parts)
    found = pattern.match(original, position) if pattern else None
    if found is None or _is_plain_word(original, found):
        return None
    return Span(*found.span("who"))


def _is_plain_word(original: str, found: re.Match[str]) -> bool:
    """Say whether what is spelt as a name goes on as a word: "Hi, will you", "Hello, mark it"."""
    said = found["who"]
    return (
        said.islower()
        and shipped_words().knows(said.split()[0])
        and not _STOP.match(original, found.end())
    )


@lru_cache(maxsize=256)
def own_pattern(parts: tuple[str, ...]) -> re.Pattern[str] | None:
    """Compile what matches a customer's name after a comma or a space."""
    if not parts:
        return None
    any_part = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
    initial = re.escape(parts[-1][0])
    return re.compile(
        rf"(?P<comma>,?)[ ]?(?P<who>(?:{TITLES}\.?[ ])?(?:{any_part})(?:[ ](?:{any_part}))*"
        rf"(?:[ ]{initial}\.?(?!\w))?)(?![\w'’@-])",
        re.IGNORECASE,
    )


def _form(said: str, parts: tuple[str, ...]) -> Address:
    if TITLE.match(said.split(maxsplit=1)[0]) and " " in said:
        return Address.TITLE
    words = _words_of(said)
    # "Mary Ann" of Mary Ann Smith is a given name of two words.
    given = len(parts) > len(words) and tuple(words) == parts[: len(words)]
    return Address.FIRST_NAME if len(words) == 1 or given else Address.FULL_NAME


def _without(original: str, greeted: tuple[int, int], name: Span, words: str) -> Edit:
    """Take a name out of a greeting; "Dear" alone is no English, so it becomes "Hello"."""
    before = ""
    start = name.start
    if words == "dear":
        start, before = greeted[0], "Hello"
    # "Hi Anna we open": without the name a comma parts the greeting from what follows.
    after = "" if _STOP.match(original, name.end) else ","
    return Edit(start, name.end, before + after, _REASON)


def _name_alone(original: str, start: int, parts: tuple[str, ...]) -> Greeting | None:
    """Read "Anna, thanks for writing": the customer's name opens the draft."""
    name = _own_name(original, start, parts)
    apart = _APART.match(original, name.end) if name else None
    if name is None or apart is None or APPOSED.match(original, name.end):
        return None
    end = apart.end()
    rest = original[end : end + 1]
    edit = Edit(name.start, end + 1, rest.upper(), _REASON) if rest else None
    form = _form(original[name.start : name.end], parts)
    return Greeting(start, name.end, "", form, name, edit)
