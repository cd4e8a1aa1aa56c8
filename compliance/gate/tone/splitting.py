"""Where an over-long sentence falls into two that can each stand alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from compliance.gate.text import Text, Token
from compliance.gate.tone.clauses import hangs_together, opens_clause, stands_alone
from compliance.gate.tone.sentences import Measured, SpokenWords
from compliance.gate.tone.voice import Voice

# What is longer than this is no sentence that splitting would help.
_MOST_WORDS: Final = 200
_MOST_CHARACTERS: Final = 2_000
# What a joining word becomes where a sentence starts with it.
_JOINERS: Final = {"and": "", "but": "But ", "so": "So "}
_TURNS: Final = ("however", "otherwise", "therefore", "instead")
# "So far", "so that": no joining word.
_AFTER_SO: Final = ("that", "far", "long", "much", "as")


@dataclass(frozen=True, slots=True)
class Split:
    """A place where a sentence can end: ``start:end`` of the original becomes ``replacement``.

    ``words_before`` counts the words of the sentence in front of it, ``words_gone`` that many and
    the joining word where it goes.
    """

    start: int
    end: int
    replacement: str
    words_before: int
    words_gone: int


def split_points(voice: Voice, sentence: Measured) -> list[Split]:
    """Return the places where a sentence falls into two clauses that can each stand alone.

    None in a question, nor where the second clause might hang on the first.
    """
    text = voice.text
    if text.original[sentence.start : sentence.end].rstrip(")]\"'”’").endswith("?"):
        return []
    tokens = text.tokens_between(
        text.norm_position(sentence.start), text.norm_position(sentence.end)
    )
    place = _Place(text, sentence.start, SpokenWords(voice))
    found = (
        _split_after(place, tokens, index)
        for index, token in enumerate(tokens)
        if (token.text == ";" or token.text in _JOINERS) and voice.own(token.start, token.end)
    )
    return [split for split in found if split is not None]


@dataclass(frozen=True, slots=True)
class _Place:
    """The sentence in hand: its text, where it starts, and how its words are counted."""

    text: Text
    start: int
    spoken: SpokenWords


def _split_after(place: _Place, tokens: tuple[Token, ...], index: int) -> Split | None:
    """Return the split at a semicolon or joining word; ``None`` where there is none."""
    joint = tokens[index].text
    comma = index > 0 and tokens[index - 1].text == ","
    left, right = tokens[: index - comma], tokens[index + 1 :]
    opener = _JOINERS.get(joint, "")
    if joint == ";":
        return _split_at_semicolon(place, left, right)
    # Without a comma only "and" before a new subject surely opens a clause.
    if not comma and joint != "and":
        return None
    if joint == "so" and right and right[0].text in _AFTER_SO:
        return None
    if not opens_clause(place.text, right) or not stands_alone(place.text, left):
        return None
    if hangs_together(left, right, f", {joint}" if comma else joint):
        return None
    return _split_at(place, left, right[0], opener)


def _split_at_semicolon(
    place: _Place, left: tuple[Token, ...], right: tuple[Token, ...]
) -> Split | None:
    opener = ""
    said = tuple(token.text for token in right[:2])
    clause = right
    if said[1:] == (",",) and said[0] in _TURNS:
        clause = right[2:]
    elif said[:1] and said[0] in _JOINERS:
        clause = right = right[1:]
        opener = _JOINERS[said[0]]
    if not opens_clause(place.text, clause) or not stands_alone(place.text, left):
        return None
    return _split_at(place, left, right[0], opener)


def _split_at(place: _Place, left: tuple[Token, ...], first: Token, opener: str) -> Split:
    text = place.text
    start = text.span(left[-1].start, left[-1].end)[1]
    begin = text.span(first.start, first.end)[0]
    before = place.spoken.between(place.start, start)
    # The dot of "5 p.m." ends the sentence as well.
    stop = " " if text.original[start - 1] == "." else ". "
    if opener:
        return Split(start, begin, stop + opener, before, before)
    gone = before + place.spoken.between(start, begin)
    return Split(start, begin + 1, stop + text.original[begin].upper(), before, gone)


def choose_splits(voice: Voice, sentence: Measured, limit: int) -> tuple[Split, ...]:
    """Return the fewest splits that bring a sentence under ``limit`` words; none if impossible."""
    if sentence.words > _MOST_WORDS or sentence.end - sentence.start > _MOST_CHARACTERS:
        return ()
    points = split_points(voice, sentence)
    chosen: list[Split] = []
    done = 0
    while sentence.words - done > limit:
        fitting = [
            point
            for point in points
            if done < point.words_gone and point.words_before - done <= limit
        ]
        if not fitting:
            return ()
        chosen.append(fitting[-1])
        done = fitting[-1].words_gone
    return tuple(chosen)
