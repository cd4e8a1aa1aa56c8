"""Whether a span of a draft is asserted, negated, reported, conditional or asked.

The grammar is deliberately shallow: clauses are cut at punctuation and at conjunctions that open
a new subject and verb, and a negation reaches as far as its clause does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.lexicon import words
from compliance.gate.text import Sentence, Text, Token

_PRONOUNS: Final = words("i we you they he she it there this that these those")
_DETERMINERS: Final = words(
    "a an the our your my his her their its each every all any some no most many"
)
_FINITE: Final = words(
    "is are was were am be will would can could may might must shall should do does did has have "
    "had cannot can't won't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't "
    "couldn't wouldn't shouldn't it's that's we're you're they're i'm we'll you'll they'll it'll "
    "i'll we've you've they've i've there's we'd you'd they'd i'd"
)
# Verbs that a clause is known by although no auxiliary stands in it ("sales tax applies").
_THIRD: Final = words(
    "applies comes costs includes needs takes starts ends stays remains works goes runs requires "
    "depends varies expires opens closes gets makes covers gives lasts means begins happens"
)
_OPENERS: Final = words(
    "but however yet whereas although though because while so unless which who except"
)
_HARD: Final = frozenset({";", ":", "(", ")", "?", "!"})
_CONDITIONALS: Final = words("if unless whether provided assuming")
_NEGATORS: Final = words(
    "not never no none nothing nobody neither nor cannot without hardly unable nowhere"
)
# A word that looks negative and denies nothing, read with what follows it.
_PSEUDO: Final = (
    "no worries|no worry|no problem|no problems|no doubt|no matter|no later|no sooner|no less|"
    "no fewer|no better|no question|no need|no stress|no wonder|no trouble|no hassle|not only|"
    "not just|not merely|not simply|not to mention|not to worry|nothing but|no stranger|"
    "nothing short|none other|never mind|no other|nothing beats|no one else|without doubt|"
    "without question|without fail|without exception|without a doubt|no strings|no sweat|"
    "no biggie|no big|no ifs|no one beats|why not|not a problem|cannot wait|not worry|nope"
)
_PSEUDO_PHRASES: Final = tuple(tuple(phrase.split()) for phrase in _PSEUDO.split("|"))
_SOOTHERS: Final = words("worry hesitate forget miss fret stress panic fear wait")
_AVERTERS: Final = (
    ("rather", "than"),
    ("instead", "of"),
    ("far", "from"),
    ("stop", "short"),
    ("stops", "short"),
    ("as", "opposed"),
    ("no", "longer"),
    ("rule", "out"),
    ("rules", "out"),
)
# Verbs and nouns that deny what follows them, without a negative word of their own.
_DENIERS: Final = words(
    "avoid avoids refuse refuses decline declines deny denies refrain refrains prohibit prohibits "
    "prohibited forbid forbids prevents impossible false untrue incorrect wrong inaccurate "
    "myth misconception rumor rumour mistaken disclaim disclaims"
)
_HAPPENS: Final = words("go goes going gone went")
_REPORTERS: Final = words(
    "mention mentioned say said says tell told write wrote written ask asked asking asks hear "
    "heard read saw seen think thinks thought thinking believe believed believing assume assumed "
    "expect expected understood understand wonder wondering wondered wondered describe described "
    "suggest suggested claim claimed quote quoted note noted remember recall call called "
    "concerned worried hoping hoped"
)
_THIRD_PARTIES: Final = words(
    "friend friends neighbor neighbour sister brother colleague coworker someone somebody mother "
    "father mom dad wife husband partner article website sites blog blogs forum others competitor "
    "competitors"
)
_MOST_NEGATORS: Final = 12
_QUOTES: Final = frozenset('"')


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause's span, in the original text and in the normalised one."""

    start: int
    end: int
    norm_start: int
    norm_end: int


@dataclass(frozen=True, slots=True)
class Polarity:
    """How a span is put forward; all false means that it is plainly asserted."""

    negated: bool = False
    reported: bool = False
    conditional: bool = False
    question: bool = False

    @property
    def asserted(self) -> bool:
        """Say whether the draft itself puts the span forward as so."""
        return not (self.negated or self.reported)


@dataclass(frozen=True, slots=True)
class Standing:
    """The denials around a span, counted: two make an affirmation.

    ``within`` are the offsets (of the normalised text) of those inside it.
    """

    before: int
    after: int
    within: tuple[int, ...]
    reported: bool
    question: bool


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A sentence's tokens with its clauses and its negators, worked out once."""

    tokens: tuple[Token, ...]
    ranges: tuple[tuple[int, int], ...]
    negators: tuple[int, ...]
    quotes: tuple[int, ...]
    clauses: tuple[Clause, ...]


@lru_cache(maxsize=256)
def _parsed(text: Text, sentence: Sentence) -> _Parsed:
    tokens = text.tokens_between(sentence.norm_start, sentence.norm_end)
    ranges = tuple(_clause_ranges(tokens))
    limits = [(tokens[first].start, tokens[last - 1].end) for first, last in ranges]
    return _Parsed(
        tokens,
        ranges,
        tuple(_negators(tokens, 0, len(tokens))),
        tuple(index for index, token in enumerate(tokens) if token.text in _QUOTES),
        tuple(Clause(*text.span(start, end), start, end) for start, end in limits),
    )


def clauses(text: Text, sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order; together they cover its words."""
    return _parsed(text, sentence).clauses


def polarity(text: Text, start: int, end: int) -> Polarity:
    """Return how the original span ``start:end`` is put forward in its sentence."""
    sentence = text.sentence_at(start)
    parsed = _parsed(text, sentence)
    if not parsed.tokens:
        return Polarity()
    first, last = _covered(text, parsed, start, end)
    begin, finish = _range_of(parsed, first)
    return Polarity(
        negated=_negated_before(parsed, begin, first)
        or _negated_after(parsed.tokens, last, finish),
        reported=_reported(parsed, begin, first, last),
        conditional=_conditional(parsed.tokens, begin, first),
        question=_is_question(text, sentence),
    )


def standing(text: Text, start: int, end: int) -> Standing:
    """Return how the original span ``start:end`` stands in its sentence, denial by denial."""
    sentence = text.sentence_at(start)
    parsed = _parsed(text, sentence)
    tokens = parsed.tokens
    first, last = _covered(text, parsed, start, end)
    begin, _ = _range_of(parsed, first)
    _, finish = _range_of(parsed, last - 1)
    return Standing(
        before=len(_reaching(parsed, begin, first)),
        after=int(_negated_after(tokens, last, finish)),
        within=tuple(tokens[i].start for i in _between(parsed.negators, first, last)),
        reported=_reported(parsed, begin, first, last),
        question=_is_question(text, sentence),
    )


def _covered(text: Text, parsed: _Parsed, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that an original span covers, at least one."""
    tokens = parsed.tokens
    norm_start, norm_end = text.norm_position(start), text.norm_position(end)
    first = min(bisect_right(tokens, norm_start, key=lambda token: token.end), len(tokens) - 1)
    last = bisect_left(tokens, norm_end, key=lambda token: token.start)
    return first, max(last, first + 1)


def _between(places: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _is_question(text: Text, sentence: Sentence) -> bool:
    end = sentence.norm_end
    while end > sentence.norm_start and text.norm[end - 1] in " \"')":
        end -= 1
    return text.norm[end - 1 : end] == "?"


def _clause_ranges(tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    cuts = [0]
    for index in range(1, len(tokens)):
        if _opens_clause(tokens, index) and index > cuts[-1]:
            cuts.append(index)
    return [
        (first, last)
        for first, last in zip(cuts, [*cuts[1:], len(tokens)], strict=True)
        if first < last
    ]


def _opens_clause(tokens: tuple[Token, ...], index: int) -> bool:
    before, word = tokens[index - 1].text, tokens[index].text
    if before in _HARD:
        return True
    if before == "-":
        return tokens[index].start > tokens[index - 1].end
    if word in _OPENERS:
        return not (word == "so" and before in {"do", "or", "not"})
    if before == ",":
        joint = word in {"and", "so", "then", "plus", "please"}
        return word not in {"or", "nor"} and (
            word in _CONDITIONALS or _has_subject(tokens, index + 1 if joint else index)
        )
    if word in {"and", "plus"}:
        return _has_subject(tokens, index + 1)
    return False


def _has_subject(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a subject with its finite verb starts here."""
    if index >= len(tokens):
        return False
    head = tokens[index].text
    if head in _PRONOUNS or (head in _FINITE and "'" in head and head.split("'")[0] in _PRONOUNS):
        return True
    for later in tokens[index + 1 : index + 6]:
        if later.text in _FINITE or later.text in _THIRD:
            return head not in _FINITE
        if not later.is_word or later.text in {"and", "or", "nor", "that", "to"}:
            return False
    return False


def _range_of(parsed: _Parsed, position: int) -> tuple[int, int]:
    at = bisect_right(parsed.ranges, position, key=lambda limits: limits[0]) - 1
    return parsed.ranges[at] if at >= 0 else (0, len(parsed.tokens))


def _is_pseudo(tokens: tuple[Token, ...], index: int) -> bool:
    for phrase in _PSEUDO_PHRASES:
        if tuple(token.text for token in tokens[index : index + len(phrase)]) == phrase:
            return True
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return following in _SOOTHERS


def _negators(tokens: tuple[Token, ...], begin: int, stop: int) -> list[int]:
    found = []
    for index in range(begin, stop):
        word = tokens[index].text
        if word in _NEGATORS or word.endswith("n't"):
            if not _is_pseudo(tokens, index):
                found.append(index)
        elif (word in _DENIERS and not _goes_wrong(tokens, index)) or (
            index + 1 < len(tokens) and (word, tokens[index + 1].text) in _AVERTERS
        ):
            found.append(index)
    return found


def _goes_wrong(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether "wrong" tells of a mishap ("if anything goes wrong") and denies nothing."""
    return index > 0 and tokens[index - 1].text in _HAPPENS


def _reaching(parsed: _Parsed, begin: int, first: int) -> list[int]:
    """Return the negators of a clause whose reach takes in what follows them up to a token."""
    # Only the nearest few can matter; a sentence with more is no sentence.
    nearest = _between(parsed.negators, begin, first)[-_MOST_NEGATORS:]
    return [i for i in nearest if _reaches(parsed.tokens, begin, i, first)]


def _negated_before(parsed: _Parsed, begin: int, first: int) -> bool:
    reaching = _reaching(parsed, begin, first)
    # "not without", "never no": two negations in a row cancel each other.
    cancelled = len(reaching) == 2 and reaching[1] - reaching[0] <= 2
    return bool(reaching) and not cancelled


def _reaches(tokens: tuple[Token, ...], begin: int, negator: int, first: int) -> bool:
    word = tokens[negator].text
    between = [token.text for token in tokens[negator + 1 : first]]
    pair = (word, between[0]) if between else (word, "")
    if word == "without" or (pair in _AVERTERS and word != "no"):
        return not any(item in _PRONOUNS or item in _FINITE or item == "," for item in between)
    is_object = word == "no" and any(
        token.text in _FINITE or token.text in {"with", "at", "for"}
        for token in tokens[begin:negator]
    )
    if is_object:
        return not any(item in {"and", ",", "plus"} for item in between)
    if word in {"nothing", "none", "nobody"}:
        return "," not in between
    return True


def _negated_after(tokens: tuple[Token, ...], last: int, finish: int) -> bool:
    """Say whether the verb that the span is the subject of is negated."""
    for index in range(last, min(last + 5, finish)):
        word = tokens[index].text
        if word == "cannot" or word.endswith("n't"):
            return not _is_pseudo(tokens, index)
        if word in _FINITE:
            following = [token.text for token in tokens[index + 1 : index + 3]]
            negative = any(
                item in {"not", "never", "neither"} or item in _DENIERS for item in following
            )
            return negative and not _is_pseudo(tokens, index + 1)
        if not tokens[index].is_word and word not in {'"', "'"}:
            return False
        if word in {"and", "or", "but", "to", "when", "if", "that", "who"}:
            return False
    return False


def _reported(parsed: _Parsed, begin: int, first: int, last: int) -> bool:
    tokens = parsed.tokens
    head = [token.text for token in tokens[:first]]
    # A clause of our own after the report ("you asked, and yes, we promise") ends it.
    own = next(
        (i for i in range(len(head) - 1, -1, -1) if head[i] in {"but", "however", "yet"}), -1
    )
    if own >= 0:
        head = head[own + 1 :]
    elif begin and "," in {*head[begin - 1 : begin], tokens[begin].text}:
        # "You asked, and yes, we promise": the clause after the comma is our own.
        head = head[begin:]
    for index, word in enumerate(head):
        if word not in _REPORTERS:
            continue
        before = head[max(0, index - 4) : index]
        if "you" in before or any(item in _THIRD_PARTIES for item in before):
            return "us" not in head[index : index + 2] or "you" in before
        if index and word in {"asked", "asking", "told", "thinking"} and "you're" in before:
            return True
    return _quoted(parsed.quotes, first, last) and any(
        token.text in _REPORTERS or token.text in {"word", "term", "phrase", "myth"}
        for token in tokens
    )


def _quoted(quotes: tuple[int, ...], first: int, last: int) -> bool:
    opened = bisect_left(quotes, first)
    closed = len(quotes) - bisect_left(quotes, last)
    return opened % 2 == 1 and closed % 2 == 1


def _conditional(tokens: tuple[Token, ...], begin: int, first: int) -> bool:
    head = [token.text for token in tokens[begin:first]]
    return any(word in _CONDITIONALS for word in head) or head[:2] in (
        ["in", "case"],
        ["should", "you"],
        ["had", "you"],
    )
