"""Prohibited phrases: where a draft uses one, in any spelling and regular inflection.

A phrase matches whole words only ("hey" is not in "they", "super" not in "supervisor"). Hyphens,
contractions and drawn-out letters make no difference ("baby smooth", "do not panic", "heyyy").
A phrase of one word also matches its regular inflections (cheap: cheaper, cheapest, cheaply; zap:
zaps, zapped, zapping), because an operator who bans a word bans the word, not a spelling of it;
in longer phrases every word stands as written, since "dealing with it" is not "deal with it".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from compliance.gate.text import DRAWN_OUT, Text, Token
from compliance.gate.tone.contractions import find_contractions

_VOWELS = "aeiou"
# What names a class of phrases among phrases.
SIGN: Final = "@"
# Tokens that the longest phrase, its hyphens and its dots may take.
_WINDOW = 32


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A use of ``phrase`` from ``start`` to ``end`` of the normalised text, as ``words``.

    ``ending`` is the inflection that was added to it (``""`` when it stands as listed); ``named``
    is the name of the class that lists it, where it was prohibited by that.
    """

    phrase: str
    start: int
    end: int
    words: tuple[str, ...]
    ending: str = ""
    named: str = ""


class _Word(NamedTuple):
    text: str
    start: int
    end: int


_Index: TypeAlias = dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]


def find_phrases(text: Text, phrases: tuple[str, ...]) -> list[PhraseUse]:
    """Return the uses of phrases in order, the longest of those that start at one word.

    Classes of phrases are left out: :mod:`compliance.gate.tone.classes` finds them.
    """
    index = _index(phrases)
    tokens = text.tokens
    drawn_out = text.drawn_out
    found: list[PhraseUse] = []
    done = 0
    # Most words start no phrase: they are passed over without a call.
    starts = [
        position
        for position, token in enumerate(tokens)
        if (word := token.text) in index
        or drawn_out
        or "'" in word
        or word == "cannot"
        or (len(word) == 1 and word.isalpha())
    ]
    for position in starts:
        if tokens[position].start < done or not _may_start(
            tokens, position, index, drawn_out=drawn_out
        ):
            continue
        use = _longest_at(_stream(tokens[position : position + _WINDOW]), 0, index)
        if use is not None and (use.ending != "ed" or _is_verb(tokens, position)):
            found.append(use)
            done = use.end
    return found


def _is_verb(tokens: tuple[Token, ...], position: int) -> bool:
    """Tell what somebody did ("you get zapped") from a property ("a chilled towel")."""
    before = tokens[position - 1].text if position else ""
    return before.partition("'")[0] in _BEFORE_VERB or before.endswith("ly")


def _may_start(tokens: tuple[Token, ...], position: int, index: _Index, *, drawn_out: bool) -> bool:
    """Say whether a phrase may start at a token; cheap, and never wrongly false."""
    word = tokens[position].text
    if word in index:
        return drawn_out or _may_go_on(tokens, position, index[word])
    if "'" in word:
        return True
    if len(word) == 1:
        return word.isalpha() and position + 1 < len(tokens) and tokens[position + 1].text == "."
    return word == "cannot" or (drawn_out and DRAWN_OUT.search(word) is not None)


def _may_go_on(
    tokens: tuple[Token, ...],
    position: int,
    candidates: tuple[tuple[tuple[str, ...], str, str], ...],
) -> bool:
    """Say whether the next word begins as the second one of a phrase does; never wrongly false."""
    after = position + 1
    if after < len(tokens) and tokens[after].text == "-":
        after += 1
    initial = tokens[after].text[0] if after < len(tokens) else ""
    return initial in {".", "'"} or any(
        len(wanted) == 1 or wanted[1][0] == initial for wanted, _, _ in candidates
    )


def mentions(text: str, phrases: tuple[str, ...]) -> bool:
    """Say whether a text uses any of the phrases."""
    return bool(phrases) and bool(find_phrases(Text(text), phrases))


def _longest_at(words: list[_Word], position: int, index: _Index) -> PhraseUse | None:
    first = words[position].text
    candidates = index.get(first)
    if candidates is None:
        drawn = DRAWN_OUT.search(first) is not None
        candidates = index.get(_shortened(first)) if drawn else None
    for wanted, phrase, ending in candidates or ():
        piece = words[position : position + len(wanted)]
        if len(piece) == len(wanted) and all(
            word.text == want or _shortened(word.text) == want
            for word, want in zip(piece, wanted, strict=True)
        ):
            return PhraseUse(
                phrase,
                piece[0].start,
                piece[-1].end,
                tuple(word.text for word in piece),
                ending,
            )
    return None


def _shortened(word: str) -> str:
    return DRAWN_OUT.sub(r"\1", word)


def _stream(tokens: tuple[Token, ...]) -> list[_Word]:
    """Return the words of a text, contractions in full, hyphens left out, dotted letters joined.

    Other punctuation stays, so that a phrase never runs across it.
    """
    expanded = {found.start: found.expansion for found in find_contractions(tokens)}
    words: list[_Word] = []
    for index, token in enumerate(tokens):
        text = token.text
        if text == "-" and _joins(tokens, index):
            continue
        expansion = expanded.get(token.start)
        if expansion and "'" in text and " not " not in expansion:
            # A question turned around ("don't you") keeps its own order here.
            words += [_Word(part, token.start, token.end) for part in _full(text, expansion)]
        elif expansion and text.endswith("n't"):
            words += [_Word(part, token.start, token.end) for part in (text[:-3], "not")]
        elif text == "cannot":
            words += [_Word("can", token.start, token.end), _Word("not", token.start, token.end)]
        else:
            words.append(_Word(text, token.start, token.end))
    return _join_initials(words)


def _full(text: str, expansion: str) -> list[str]:
    return ["can", "not"] if text == "can't" else expansion.split()


def _joins(tokens: tuple[Token, ...], index: int) -> bool:
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index + 1].start == tokens[index].end
    )


def _join_initials(words: list[_Word]) -> list[_Word]:
    """Join dotted letters: a.s.a.p. is one word."""
    joined: list[_Word] = []
    index = 0
    while index < len(words):
        letters = words[index].text
        end = index + 1
        while (
            len(words[end - 1].text) == 1
            and words[end - 1].text.isalpha()
            and end + 1 < len(words)
            and words[end].text == "."
            and len(words[end + 1].text) == 1
            and words[end + 1].text.isalpha()
            and words[end + 1].start == words[end - 1].end + 1
        ):
            letters += words[end + 1].text
            end += 2
        if len(letters) > 2 and end - index > 2:
            joined.append(_Word(letters, words[index].start, words[end - 1].end))
        else:
            joined.append(words[index])
            end = index + 1
        index = end
    return joined


@lru_cache(maxsize=512)
def _index(phrases: tuple[str, ...]) -> _Index:
    """Index phrases by their first word, longest first."""
    found: dict[str, set[tuple[tuple[str, ...], str, str]]] = {}
    for phrase in phrases:
        if phrase.lstrip().startswith(SIGN):
            continue
        words = [word.text for word in _stream(Text(phrase).tokens)]
        while words and not words[-1][0].isalnum():
            words.pop()
        while words and not words[0][0].isalnum():
            words.pop(0)
        if not words:
            continue
        found.setdefault(words[0], set()).add((tuple(words), phrase, ""))
        if len(words) == 1:
            for form, ending in inflections(words[0]):
                found.setdefault(form, set()).add(((form,), phrase, ending))
        elif words[0] == "a" and len(words) > 2:
            # "a no-brainer" is banned after any article.
            found.setdefault(words[1], set()).add((tuple(words[1:]), phrase, ""))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[2], entry[1])))
        for first, entries in found.items()
    }


def inflections(word: str) -> list[tuple[str, str]]:
    """Return a word's regular inflected forms with their endings; short words have none."""
    if len(word) < 3 or not word.isalpha() or not word.isascii() or word in _FUNCTION_WORDS:
        return []
    if word.endswith("e"):
        return [(word + "s", "s"), (word + "d", "ed"), (word[:-1] + "ing", "ing")] + [
            (word + ending[1:], ending) for ending in ("er", "est")
        ]
    if word.endswith("y") and word[-2] not in _VOWELS:
        stem = word[:-1] + "i"
        forms = [(stem + "es", "s"), (stem + "ed", "ed"), (word + "ing", "ing")]
        return [*forms, (stem + "er", "er"), (stem + "est", "est"), (stem + "ly", "ly")]
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    doubled = _doubles(word)
    stem = word + word[-1] if doubled else word
    return [
        (plural, "s"),
        (stem + "ed", "ed"),
        (stem + "ing", "ing"),
        (stem + "er", "er"),
        (stem + "est", "est"),
        (word + "ly", "ly"),
    ]


_BEFORE_VERB = frozenset(
    """i you he she it we they who is are was were be been being get gets got getting has have had
    and just not""".split()  # noqa: SIM905
)
_FUNCTION_WORDS = frozenset(
    "hey yes yep nope the and but not you our his her its for with off out all any can may".split()  # noqa: SIM905
)


def _doubles(word: str) -> bool:
    """Say whether the last letter doubles before an ending (zap, zapped)."""
    return (
        len(word) <= 4
        and word[-1] not in _VOWELS + "wxy"
        and word[-2] in _VOWELS
        and (len(word) < 3 or word[-3] not in _VOWELS)
    )
