"""Where an over-long sentence falls into two that can each stand alone."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.gate.text import Text, Token
from compliance.gate.tone.sentences import Measured, count_words
from compliance.gate.tone.voice import Voice

_SUBJECTS = frozenset("i we you they he she it there this that these those".split())  # noqa: SIM905
_DETERMINERS = frozenset(
    "our your their his her its my the a an all most any each every some both no".split()  # noqa: SIM905
)
_FINITE = frozenset(
    """is are was were am will would can could may might must shall should do does did has have had
    cannot needs need takes take opens open closes close offers offer asks ask runs run starts
    start ends end comes come goes go stays stay applies apply includes include costs cost remains
    remain works work covers cover keeps keep gives give makes make means mean helps help isn't
    aren't wasn't weren't won't can't don't doesn't didn't hasn't haven't couldn't
    wouldn't""".split()  # noqa: SIM905
)
_SUBORDINATORS = frozenset(
    """if when while although though because since once unless as after before until whether where
    whenever wherever provided given should were""".split()  # noqa: SIM905
)
# What is longer than this is no sentence that splitting would help.
_READABLE = 200
_JOINERS = {"and": "", "but": "But ", "so": "So "}


@dataclass(frozen=True, slots=True)
class Split:
    """A place where a sentence can end: ``start:end`` of the original becomes ``replacement``.

    ``words_before`` counts the words of the sentence in front of it.
    """

    start: int
    end: int
    replacement: str
    words_before: int


def split_points(voice: Voice, sentence: Measured) -> list[Split]:
    """Return the places where a sentence falls into two clauses that can each stand alone."""
    text = voice.text
    tokens = text.tokens_between(
        text.norm_position(sentence.start), text.norm_position(sentence.end)
    )
    points: list[Split] = []
    for index, token in enumerate(tokens):
        if token.text not in {";", "and", "but", "so"} or not voice.own(token.start, token.end):
            continue
        joiner_at = index + 1 if token.text == ";" else index
        joiner = tokens[joiner_at].text if joiner_at < len(tokens) else ""
        right_at = joiner_at + 1 if joiner in _JOINERS else joiner_at
        comma = index > 0 and tokens[index - 1].text == ","
        left = tokens[: index - 1 if comma else index]
        right = tokens[right_at:]
        # Without a comma only "and" before a new subject surely opens a clause.
        if token.text in {"but", "so"} and not comma:
            continue
        if token.text == "so" and right and right[0].text in {"that", "far", "long", "much"}:
            continue
        if not (_stands_alone(left) and _is_clause(right)):
            continue
        points.append(_split_at(text, sentence, left, right, _JOINERS.get(joiner, "")))
    return points


def _split_at(
    text: Text,
    sentence: Measured,
    left: tuple[Token, ...],
    right: tuple[Token, ...],
    opener: str,
) -> Split:
    start = text.span(left[-1].start, left[-1].end)[1]
    first = text.span(right[0].start, right[0].end)[0]
    before = count_words(text.original[sentence.start : start])
    if opener:
        return Split(start, first, f". {opener}", before)
    return Split(start, first + 1, ". " + text.original[first].upper(), before)


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    """Say whether words start with a subject that a finite verb soon follows."""
    if len(tokens) < 3:
        return False
    first = tokens[0].text
    if first.partition("'")[0] in _SUBJECTS and first not in {"that", "it", "this"}:
        return "'" in first or tokens[1].is_word
    if first in {"it", "this", "that"} or first in _DETERMINERS:
        return any(token.text in _FINITE for token in _until_mark(tokens[1:6]))
    return first in {"it's", "that's", "there's"}


def _until_mark(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for index, token in enumerate(tokens):
        if not token.is_word and token.text not in "-$":
            return tokens[:index]
    return tokens


def _stands_alone(tokens: tuple[Token, ...]) -> bool:
    """Say whether the words before a split hold a main clause."""
    if len(tokens) < 3:
        return False
    opens_with_condition = tokens[0].text in _SUBORDINATORS
    if opens_with_condition:
        commas = [index for index, token in enumerate(tokens) if token.text == ","]
        if not commas:
            return False
        tokens = tokens[commas[0] + 1 :]
    if any(token.text in {"between", "both", "either", "whether"} for token in tokens):
        return False
    # An opening bracket or quotation that the split would cut in two.
    marks = [token.text for token in tokens]
    if marks.count("(") != marks.count(")") or marks.count('"') % 2:
        return False
    return any(
        token.text in _FINITE or "'" in token.text or token.text in {"please", "thank"}
        for token in tokens
    ) or any(token.text in _SUBJECTS for token in tokens[:2])


def choose_splits(voice: Voice, sentence: Measured, limit: int) -> tuple[Split, ...]:
    """Return the fewest splits that bring a sentence under ``limit`` words; none if impossible."""
    if sentence.words > _READABLE:
        return ()
    points = split_points(voice, sentence)
    chosen: list[Split] = []
    done = 0
    while sentence.words - done > limit:
        fitting = [
            point
            for point in points
            if done < point.words_before and point.words_before - done <= limit
        ]
        if not fitting:
            return ()
        chosen.append(fitting[-1])
        done = fitting[-1].words_before
    return tuple(chosen)
