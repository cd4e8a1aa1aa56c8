"""Words that a reply may run together ("we are" as "we're"), where that is English for certain.

A verb leans on its subject only when something that completes it follows; what may stand for two
things, or would read as something else, stays in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compliance.gate.text import Text, Token
from compliance.gate.tone.contraction_words import ASKED, DETERMINERS, SUBJECTS
from compliance.gate.tone.contractions import (
    Contraction,
    asks,
    find_contractions,
)
from compliance.gate.tone.endings import is_or_has, would_or_had
from compliance.gate.tone.forming_words import (
    AFTER_BETTER,
    AFTER_PARTICIPLE,
    ALWAYS_SUBJECT,
    ASKING,
    AUXILIARIES,
    BOUNDARY,
    ENDINGS,
    NO_ACT,
    NO_BASE_FORM,
    OF_TIME,
    OFTEN_DESCRIBES,
    ONLY_ACTS,
    PASSED_OVER,
    PREDICATES,
    SAME_AS_BASE,
    SHORTENED_NOT,
    VERBS,
    WHY_AND_HOW,
)
from compliance.gate.tone.neighbours import Neighbours
from compliance.gate.tone.participles import is_adverb, is_participle
from compliance.gate.tone.subjects import leaves_gap, stands_as_subject

# Words of one line in small letters: capitals, markup and other alphabets mean something.
_PLAIN = re.compile(r"[A-Za-z][a-z]*(?: +[a-z]+){0,2}")
_MONEY = frozenset("$£€")
_ENDS = frozenset(".,!?;:)")
_BE = frozenset(["am", "are", "is"])
_HAVE = frozenset(["have", "has", "had"])
_OBJECTS = frozenset(["you", "it", "him", "them", "us", "me"])
# "We're not" comes before "we aren't", but "there isn't" and "what isn't" before "there's not".
_BEFORE_NOT = (ALWAYS_SUBJECT | {"you", "it", "that"}) - ASKING
_LEANERS = {verb: subjects for verb, (_, subjects) in ENDINGS.items()}
_LEANING = frozenset(ending.removeprefix("'") for ending, _ in ENDINGS.values())


@dataclass(frozen=True, slots=True)
class Contractible:
    """Words from ``start`` to ``end`` of the normalised text, and what they run together to.

    ``form`` is in lower case.
    """

    start: int
    end: int
    form: str


def find_contractible(text: Text) -> list[Contractible]:
    """Return what may be contracted, in order; no two overlap."""
    found: list[Contractible] = []
    tokens = text.tokens
    around = Neighbours(text)
    for index, word in enumerate(around.words):
        if word not in VERBS:
            continue
        one = _at(around, tokens, index)
        if one is None or (found and one.start < found[-1].end):
            continue
        last = index + 1 if around.after(index) == "not" else index
        if _PLAIN.fullmatch(text.original, *text.span(one.start, tokens[last].end)):
            found.append(one)
    return found


def find_stranded(tokens: tuple[Token, ...]) -> list[Contraction]:
    """Return the contractions that nothing follows ("wherever it's."), which are no English."""
    starts = {
        token.start
        for index, token in enumerate(tokens)
        if "'" in token[0] and _is_stranded(tokens, index)
    }
    return [one for one in find_contractions(tokens) if one.start in starts] if starts else []


def _is_stranded(tokens: tuple[Token, ...], index: int) -> bool:
    head, _, ending = tokens[index].text.partition("'")
    if head not in SUBJECTS or ending not in _LEANING:
        return False
    after = [token.text for token in tokens[index + 1 : index + 3]]
    # "We'll... see" only hesitates.
    return not after or (after[0] in _ENDS and after != [".", "."])


def _at(around: Neighbours, tokens: tuple[Token, ...], index: int) -> Contractible | None:
    """Read what the verb at a token runs together with."""
    verb = tokens[index].text
    subject = tokens[index - 1].text if index else ""
    denies = index + 1 < len(tokens) and tokens[index + 1].text == "not"
    if verb == "cannot" or (denies and not (verb in _BE and subject in _BEFORE_NOT)):
        return _negated(around, tokens, index, verb)
    if (
        subject in _LEANERS.get(verb, ())
        and _is_completed(around, tokens, index, verb)
        and stands_as_subject(around, index - 1, verb)
    ):
        return Contractible(tokens[index - 1].start, tokens[index].end, subject + ENDINGS[verb][0])
    return _negated(around, tokens, index, verb) if denies else None


def _negated(
    around: Neighbours, tokens: tuple[Token, ...], index: int, verb: str
) -> Contractible | None:
    form = SHORTENED_NOT.get(verb)
    end = index if verb == "cannot" else index + 1
    before, after = around.before(index), around.after(end)
    if form is None or before == "or" or after in {"only", "least", "but"}:
        return None
    if after.partition("'")[0] in ASKED - {"there"} and (before or not asks(tokens, index)):
        return None
    if verb in _HAVE and before and (after in {"a", "an", "the", "any"} or _helped(before)):
        return None
    joined = end + 1 < len(tokens) and tokens[end + 1].start == tokens[end].end
    if joined and tokens[end + 1].text == "-":
        return None
    return Contractible(tokens[index].start, tokens[end].end, form)


def _helped(before: str) -> bool:
    """Say whether a word before *have* helps it: "would have not" is no "haven't"."""
    return (
        before == "to"
        or before in AUXILIARIES
        or before.endswith(("'d", "'ll", "'s", "'ve", "n't"))
    )


def _is_completed(around: Neighbours, tokens: tuple[Token, ...], index: int, verb: str) -> bool:
    """Say whether what follows a verb completes it, so that it may lean on its subject."""
    if verb == "am" and tokens[index + 1 : index + 2] and tokens[index + 1].text == "not":
        # No other form denies: "I'm not." stands where "I'm." cannot.
        return True
    if verb in _BE:
        return _is_told(around, tokens, index, verb)
    if verb == "has":
        return is_or_has(tokens, index, tokens[index - 1].text) == "has"
    if verb in _HAVE:
        return _is_perfect(around, tokens, index, verb)
    following = _past_adverbs(around, index)
    word = around.after(following)
    if not word.isalpha() or word in NO_BASE_FORM or word.endswith(("self", "selves")):
        return False
    return verb == "will" or would_or_had(tokens, index, tokens[index - 1].text) == "would"


def _past_adverbs(around: Neighbours, index: int) -> int:
    """Return the last of the adverbs that follow a token, or the token itself."""
    while True:
        word = around.after(index)
        if not word or word in PREDICATES or not (is_adverb(word) or word in PASSED_OVER):
            return index
        index += 1


def _is_told(around: Neighbours, tokens: tuple[Token, ...], index: int, verb: str) -> bool:
    """Say whether a form of *be* tells something of its subject."""
    subject = tokens[index - 1].text
    if verb == "is" and is_or_has(tokens, index, subject) != "is":
        return False
    last = _past_adverbs(around, index)
    word = around.after(last)
    if subject in ASKING:
        return _answers(around, last + 1, word)
    explains = word in WHY_AND_HOW or tokens[last].text == "all"
    if explains and subject in {"it", "that", "here"}:
        return not leaves_gap(around, index - 1)
    if not word:
        return last + 1 < len(tokens) and tokens[last + 1].text in _MONEY
    return not _bounds(word) and _completes(around, index, word)


def _completes(around: Neighbours, index: int, word: str) -> bool:
    """Say whether a word after *be* completes it, and stands beside no gap."""
    if _acts(word) or word in PREDICATES:
        return True
    if leaves_gap(around, index - 1):
        return False
    if word == "that" and around.before(index - 1) in WHY_AND_HOW:
        # "When it is that you are coming" asks with more weight on "is".
        return False
    # "Leave it as it is in the box": after "as" a place may stand beside the verb.
    plain_as = around.before(index - 1) == "as" and around.before(index - 2) not in OF_TIME
    return not plain_as or word in DETERMINERS or word not in NO_BASE_FORM


def _answers(around: Neighbours, index: int, word: str) -> bool:
    """Say whether a word after "what is" can complete it; "it" alone is too light to do so."""
    if word == "it":
        following = around.after(index)
        return _acts(following) or following in {"about", "like", "for"}
    return bool(word) and not _bounds(word)


def _bounds(word: str) -> bool:
    """Say whether a word begins nothing that could complete a verb: "and", "we'll", "isn't"."""
    head, _, ending = word.partition("'")
    return head in BOUNDARY or (ending == "t" and head.endswith("n"))


def _acts(word: str) -> bool:
    return (word.endswith("ing") and len(word) > 4 and word not in NO_ACT) or is_participle(word)


def _is_perfect(around: Neighbours, tokens: tuple[Token, ...], index: int, verb: str) -> bool:
    """Say whether *have* only helps a participle: "we have a table" owns one."""
    if verb == "had" and would_or_had(tokens, index, tokens[index - 1].text) != "had":
        return False
    last = _past_adverbs(around, index)
    word, after = around.after(last), around.after(last + 1).partition("'")[0]
    if word == "better":
        return verb == "had" and after in AFTER_BETTER
    if not is_participle(word) and not (verb == "have" and word in SAME_AS_BASE):
        return False
    if word == "left":
        return after in DETERMINERS or after in _OBJECTS
    if word in ONLY_ACTS:
        return True
    if not after or after in {"and", "or"}:
        return word not in OFTEN_DESCRIBES
    return after in AFTER_PARTICIPLE or after in BOUNDARY or after[0].isdigit() or is_adverb(after)
