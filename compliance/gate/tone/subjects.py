"""Whether a pronoun is what a statement speaks of, so that its verb may lean on it."""

from __future__ import annotations

from compliance.gate.tone.forming_words import (
    ALWAYS_SUBJECT,
    ASKING,
    ASKING_FOR,
    AUXILIARIES,
    BEFORE_OBJECT,
    CARRIED_ON,
    CLAUSE_OPENERS,
    CLOSES_GAP,
    DETERMINERS,
    LEAVES_GAP,
    NO_BASE_FORM,
    NO_OPENER_OF_THAT,
    OF_TIME,
    SENTENCE_OPENERS,
    TAKES_CLAUSE,
)
from compliance.gate.tone.neighbours import JOINED, Neighbours
from compliance.gate.tone.participles import is_participle

_ENDS_CLAUSE = frozenset('.,!?;:()"')
# Verbs and comparisons end so rather than what something is called.
_NO_NAME = ("ing", "ed", "est")
# What is called so may be several, and "are" may speak of it.
_NO_SINGLE_NAME = (*_NO_NAME, "s", "people", "men", "ren")
# "It looks like you are in": here alone "like" opens a statement.
_APPEARS = frozenset("look looks looked sound sounds seem seems feel feels".split())  # noqa: SIM905
_COMPARES = frozenset(["as", "so", "such", "same", "not", "just", "exactly"])
# As many words as a clause has before "and I" at least, where "and" joins clauses.
_WORDS_OF_CLAUSE = 4


def stands_as_subject(around: Neighbours, at: int, verb: str) -> bool:
    """Say whether the pronoun at token ``at`` is the subject of the ``verb`` that follows it."""
    subject = around.words[at]
    before = around.before(at)
    if before in JOINED:
        return False
    if subject in ASKING:
        return True
    if before in AUXILIARIES or before.endswith("n't"):
        return False
    if before in {"and", "or", "nor"}:
        return verb in {"is", "has"} or _opens_clause(around, at - 1)
    if not before or subject in ALWAYS_SUBJECT:
        return True
    if subject == "here":
        return before in {"so", "but", "that"}
    return _introduced(around, at, subject, before, verb)


def _introduced(around: Neighbours, at: int, subject: str, before: str, verb: str) -> bool:
    """Say whether the word before a pronoun shows that a statement begins with it."""
    earlier = around.before(at - 1)
    # "The item you have ordered": what an article names is no verb that acts on "you".
    named = earlier in DETERMINERS and "'" not in before and before not in NO_BASE_FORM
    if subject == "that" and (before in NO_OPENER_OF_THAT or before in CARRIED_ON or named):
        return before not in NO_OPENER_OF_THAT
    if subject == "there" and before in {"what", "than", "as"}:
        return False
    if _opens_statement(before, earlier, subject):
        return True
    if subject not in {"you", "it"}:
        return False
    if named or earlier in ASKING_FOR or before == "else":
        return True
    if verb in {"are", "have"}:
        return _is_named(around, at, _NO_SINGLE_NAME)
    # What is named seldom wishes: "the payment method you would like".
    wishes = verb == "would" and around.after(at + 1) in {"like", "prefer", "rather"}
    return wishes and _is_named(around, at, _NO_NAME)


def _opens_statement(before: str, earlier: str, subject: str) -> bool:
    """Say whether a statement begins after the words before a pronoun."""
    if before in TAKES_CLAUSE:
        return earlier != "to" or subject == "you"
    if before == "like":
        return earlier in _APPEARS
    if not earlier and (before in SENTENCE_OPENERS or before.endswith("ly")):
        return True
    return before in CLAUSE_OPENERS or (before == "not" and earlier == "or")


def _is_named(around: Neighbours, at: int, no_name: tuple[str, ...]) -> bool:
    """Say whether an article and a name stand before "you", with no verb that acts on it.

    So in "the trouble you are having", but not in "the people who helped you are here".
    """
    for index in range(at - 1, max(-1, at - 5), -1):
        word = around.words[index]
        if word in DETERMINERS or word in ASKING_FOR:
            return index < at - 1
        if word in NO_BASE_FORM or word in AUXILIARIES or word in BEFORE_OBJECT:
            return False
        if not word.isalpha() or word.endswith(no_name) or is_participle(word):
            return False
    return False


def _opens_clause(around: Neighbours, at: int) -> bool:
    """Say whether an "and" at token ``at`` begins a clause and joins no two people."""
    if not around.before(at):
        return True
    words: list[str] = []
    for word in reversed(around.words[max(0, at - 30) : at]):
        if word in _ENDS_CLAUSE:
            break
        if word[0].isalnum():
            words.append(word)
    if "both" in words or "between" in words:
        return False
    if len(words) >= _WORDS_OF_CLAUSE:
        return True
    text = around.text
    named = text.original[text.span(*text.tokens[at - 1][1:])[0]].isupper()
    return len(words) > 1 and not named and not any(word in DETERMINERS for word in words)


def leaves_gap(around: Neighbours, at: int) -> bool:
    """Say whether what the verb after the subject at ``at`` needs may stand before it.

    In "where we are" and "as busy as we are" nothing follows the verb that completes it.
    """
    if not around.before(at):
        return False
    named = around.before(at - 1) in DETERMINERS or _is_named(around, at, _NO_SINGLE_NAME)
    if named and around.words[at] != "that":
        return True
    for index in range(at - 1, max(-1, at - 9), -1):
        word = around.words[index].partition("'")[0]
        if word in CLOSES_GAP or word in _ENDS_CLAUSE:
            return False
        if word in LEAVES_GAP:
            return word != "as" or not _gives_reason(around, index)
    return False


def _gives_reason(around: Neighbours, index: int) -> bool:
    """Say whether an "as" compares nothing: "as soon as it is in", "as they are new"."""
    earlier = around.words[max(0, index - 5) : index]
    compares = any(word in _COMPARES or word.endswith("n't") for word in earlier)
    return not compares or earlier[-1] in OF_TIME
