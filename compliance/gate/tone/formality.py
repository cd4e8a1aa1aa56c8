"""How formal a draft is, from what can be seen in it: each marker with its place and weight."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from compliance.gate.text import Token
from compliance.gate.tone.address import Address, greeting
from compliance.gate.tone.contractions import Contraction, find_contractions
from compliance.gate.tone.emoji import find_emoji, find_emoticons
from compliance.gate.tone.formality_words import (
    GREETINGS,
    STATES,
    Entry,
    Kind,
    lexicon,
)
from compliance.gate.tone.marks import find_exclamations
from compliance.gate.tone.participles import is_adverb, is_participle
from compliance.gate.tone.voice import Voice


@dataclass(frozen=True, slots=True)
class Marker:
    """What makes a draft casual (a weight below 0) or formal (above), in the original text."""

    start: int
    end: int
    kind: Kind
    weight: float


@dataclass(frozen=True, slots=True)
class Formality:
    """A draft's formality from -1 (casual) to 1 (formal), its level, and what was counted."""

    value: float
    level: str
    markers: tuple[Marker, ...]


FORMAL_FROM: Final = 0.4
CASUAL_TO: Final = -0.4
# A marker in a few words says no more than in as many as this.
_LEAST_WORDS: Final = 40
# A text whose weights sum to this on a hundred words is at tanh(1), three quarters of the way.
_SCALE: Final = 12.0

_EMOJI: Final = -2.0
_EXCLAMATION: Final = -0.6
_CONTRACTION: Final = -0.5
_TITLE: Final = 2.0
_PASSIVE: Final = 0.7
_BE: Final = frozenset("is are was were be been being".split())  # noqa: SIM905
_STOPS: Final = frozenset(".!?,;:")


def formality(voice: Voice, contractions: Iterable[Contraction] | None = None) -> Formality:
    """Return how formal the voice's own speech is.

    ``contractions`` are the voice's own, where they are found already.
    """
    tokens = voice.text.tokens
    markers = sorted(
        [
            *_greeted(voice),
            *_listed(voice, tokens),
            *_contracted(voice, tokens, contractions),
            *_marks(voice),
        ],
        key=lambda one: (one.start, one.end),
    )
    words = len(voice.text.norm.split())
    total = sum(marker.weight for marker in markers)
    value = math.tanh(100 * total / max(words, _LEAST_WORDS) / _SCALE)
    level = "neutral"
    if value >= FORMAL_FROM:
        level = "formal"
    elif value <= CASUAL_TO:
        level = "casual"
    return Formality(round(value, 3), level, tuple(markers))


def _greeted(voice: Voice) -> Iterator[Marker]:
    opened = greeting(voice, "")
    if opened is None:
        return
    # "Heyyy" greets as "hey" does.
    words = opened.words.rstrip(opened.words[-1]) + opened.words[-1] if opened.words else ""
    weight = GREETINGS.get(words, 0.0)
    if weight:
        end = opened.start + len(opened.words)
        yield Marker(opened.start, end, Kind.GREETING, weight)
    if opened.address is Address.TITLE and opened.name is not None:
        yield Marker(*opened.name, Kind.TITLE, _TITLE)


def _listed(voice: Voice, tokens: tuple[Token, ...]) -> Iterator[Marker]:
    """Yield words and phrases of the lists, titles and passives."""
    firsts, words, phrases = lexicon()
    done = 0
    for index, token in enumerate(tokens):
        word = token.text
        if word in _BE:
            yield from _passive(voice, tokens, index)
        if word not in firsts or token.start < done:
            continue
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        single = words.get(word)
        longer = phrases.get((word, after), ())
        for entry in (*longer, single) if single is not None else longer:
            end = _match(voice, tokens, index, entry)
            if end is not None:
                done = tokens[end - 1].end
                if voice.own(token.start, done):
                    yield _marker(voice, token.start, done, entry.kind, entry.weight)
                break


def _marker(voice: Voice, start: int, end: int, kind: Kind, weight: float) -> Marker:
    return Marker(*voice.text.span(start, end), kind, weight)


def _match(voice: Voice, tokens: tuple[Token, ...], index: int, entry: Entry) -> int | None:
    """Return the index after an entry that stands at a token, in the place where it counts."""
    end = index + len(entry.words)
    if len(entry.words) > 1 and tuple(one.text for one in tokens[index:end]) != entry.words:
        return None
    after = tokens[end].text if end < len(tokens) else "."
    if entry.place == "any":
        return None if _is_name(voice, tokens, index) else end
    opens = index == 0 or tokens[index - 1].text in _STOPS or _opens_line(voice, tokens[index])
    if entry.place == "line":
        return (
            end if _opens_line(voice, tokens[index]) and _closes_line(voice, tokens, end) else None
        )
    apart = after in _STOPS or (end < len(tokens) and _opens_line(voice, tokens[end]))
    return end if opens and apart else None


def _is_name(voice: Voice, tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a capital within a sentence makes a word a name: in May, Buddy Guy."""
    start, end = voice.text.span(tokens[index].start, tokens[index].end)
    within = index > 0 and tokens[index - 1].is_word
    return within and voice.text.original[start:end].istitle()


def _opens_line(voice: Voice, token: Token) -> bool:
    original = voice.text.original
    start = voice.text.span(token.start, token.end)[0]
    nearest = max(0, start - 12)
    line = original.rfind("\n", nearest, start)
    if line < 0 and nearest:
        return False
    return not original[line + 1 : start].strip(" \t*_>")


def _closes_line(voice: Voice, tokens: tuple[Token, ...], end: int) -> bool:
    """Say whether nothing but a comma or stop follows on the line, or the draft's last words."""
    if end >= len(tokens) or _opens_line(voice, tokens[end]):
        return True
    after = end + 1
    return tokens[end].text in _STOPS and (
        after >= len(tokens) or _opens_line(voice, tokens[after])
    )


def _passive(voice: Voice, tokens: tuple[Token, ...], index: int) -> Iterator[Marker]:
    """Yield "has been sent" and "be carefully checked"; a state such as "is closed" is none."""
    at = index + 1
    while (
        at < len(tokens)
        and at < index + 3
        and (is_adverb(tokens[at].text) or tokens[at].text == "not")
    ):
        at += 1
    if at >= len(tokens) or tokens[at].text in STATES or not is_participle(tokens[at].text):
        return
    if voice.own(tokens[index].start, tokens[at].end):
        yield _marker(voice, tokens[index].start, tokens[at].end, Kind.PASSIVE, _PASSIVE)


def _contracted(
    voice: Voice, tokens: tuple[Token, ...], found: Iterable[Contraction] | None
) -> Iterator[Marker]:
    own = (
        [one for one in find_contractions(tokens) if voice.own(one.start, one.end)]
        if found is None
        else found
    )
    for one in own:
        yield _marker(voice, one.start, one.end, Kind.CONTRACTION, _CONTRACTION)


def _marks(voice: Voice) -> Iterator[Marker]:
    original = voice.text.original
    for start, end in (*find_emoji(original), *find_emoticons(original)):
        if voice.owns_original(start, end):
            yield Marker(start, end, Kind.EMOJI, _EMOJI)
    for start, end, count in find_exclamations(voice):
        yield Marker(start, end, Kind.EXCLAMATION, _EXCLAMATION * min(count, 3))
