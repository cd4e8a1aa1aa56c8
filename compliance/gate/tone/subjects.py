"""Whether a pronoun is what a statement speaks of, so that its verb may lean on it."""

from __future__ import annotations

from compliance.gate.text import Text
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

_JOINED = frozenset("/&@#_=")
_ENDS_CLAUSE = frozenset('.,!?;:()"')
# Plurals, verbs and comparisons: what a thing on its own is not called.
_NO_NAME = ("s", "ing", "ed", "est", "people", "men", "ren")
_COMPARES = frozenset(["as", "so", "such", "same", "not", "just", "exactly"])
# As many words as a clause has before "and I" at least, where "and" joins clauses.
_WORDS_OF_CLAUSE = 4


def word_before(text: Text, index: int) -> str:
    """Return the word before a token on its line; empty where punctuation or nothing stands."""
    if not index:
        return ""
    tokens = text.tokens
    token = tokens[index - 1]
    if token.text in _JOINED and token.end == tokens[index].start:
        return token.text
    if token.text == "&":
        return "and"
    if index > 1 and tokens[index - 2].text == "@" and tokens[index - 2].end == token.start:
        # Whom a message on social media answers opens it, and is no part of its sentence.
        return ""
    return token.text if token.is_word and not _broken(text, index - 1) else ""


def word_after(text: Text, index: int) -> str:
    """Return the word after a token on its line; empty where punctuation or nothing stands."""
    tokens = text.tokens
    if index + 1 >= len(tokens) or not tokens[index + 1].is_word or _broken(text, index):
        return ""
    return tokens[index + 1].text


def _broken(text: Text, index: int) -> bool:
    """Say whether the line ends between a token and the next one."""
    token, following = text.tokens[index], text.tokens[index + 1]
    if following.start == token.end + 1 and text.norm[token.end] == " ":
        start, end = text.span(token.end, following.start)
        return "\n" in text.original[start:end]
    return (
        "\n" in text.original[text.span(token.start, token.end)[1] : text.span(*following[1:])[0]]
    )


def stands_as_subject(text: Text, at: int, verb: str) -> bool:
    """Say whether the pronoun at token ``at`` is the subject of the ``verb`` that follows it."""
    subject = text.tokens[at].text
    before = word_before(text, at)
    if before in _JOINED:
        return False
    if subject in ASKING:
        return True
    if before in AUXILIARIES or before.endswith("n't"):
        return False
    if before in {"and", "or", "nor"}:
        return verb in {"is", "has"} or _opens_clause(text, at - 1)
    if not before or subject in ALWAYS_SUBJECT:
        return True
    if subject == "here":
        return before in {"so", "but", "that"}
    return _introduced(text, at, subject, before, verb)


def _introduced(text: Text, at: int, subject: str, before: str, verb: str) -> bool:
    """Say whether the word before a pronoun shows that a statement begins with it."""
    earlier = word_before(text, at - 1)
    named = earlier in DETERMINERS and "'" not in before
    if subject == "that":
        if before in CARRIED_ON or named:
            return True
        if before in NO_OPENER_OF_THAT:
            return False
    if subject == "there" and before in {"what", "than", "as"}:
        return False
    if before in CLAUSE_OPENERS:
        return True
    if before in TAKES_CLAUSE:
        return earlier != "to" or subject == "you"
    if not earlier and (before in SENTENCE_OPENERS or before.endswith("ly")):
        return True
    # "the item you have ordered": what an article names is no verb that acts on "you".
    if subject not in {"you", "it"}:
        return False
    return named or earlier in ASKING_FOR or (verb in {"are", "have"} and _is_singular(text, at))


def _is_singular(text: Text, at: int) -> bool:
    """Say whether one thing is named before "you": "are" then cannot be its verb.

    So in "the trouble you are having", but not in "the people who helped you are here".
    """
    for index in range(at - 1, max(0, at - 4), -1):
        word = text.tokens[index].text
        if word in DETERMINERS:
            return index < at - 1
        if word in NO_BASE_FORM or word in AUXILIARIES or word in BEFORE_OBJECT:
            return False
        if not word.isalpha() or word.endswith(_NO_NAME):
            return False
    return False


def _opens_clause(text: Text, at: int) -> bool:
    """Say whether an "and" at token ``at`` begins a clause and joins no two people."""
    if not word_before(text, at):
        return True
    words: list[str] = []
    for token in reversed(text.tokens[max(0, at - 30) : at]):
        if token.text in _ENDS_CLAUSE:
            break
        if token.is_word:
            words.append(token.text)
    if "both" in words or "between" in words:
        return False
    if len(words) >= _WORDS_OF_CLAUSE:
        return True
    start, _ = text.span(text.tokens[at - 1].start, text.tokens[at - 1].end)
    named = text.original[start].isupper()
    return len(words) > 1 and not named and not any(word in DETERMINERS for word in words)


def leaves_gap(text: Text, at: int) -> bool:
    """Say whether what the verb after the subject at ``at`` needs may stand before it.

    In "where we are" and "as busy as we are" nothing follows the verb that completes it.
    """
    if not word_before(text, at):
        return False
    tokens = text.tokens
    named = word_before(text, at - 1) in DETERMINERS or _is_singular(text, at)
    if named and tokens[at].text != "that":
        return True
    for index in range(at - 1, max(-1, at - 9), -1):
        word = tokens[index].text
        if word in CLOSES_GAP or word in _ENDS_CLAUSE:
            return False
        if word in LEAVES_GAP:
            return word != "as" or not _gives_reason(text, index)
    return False


def _gives_reason(text: Text, index: int) -> bool:
    """Say whether an "as" compares nothing: "as soon as it is in", "as they are new"."""
    earlier = [token.text for token in text.tokens[max(0, index - 5) : index]]
    compares = any(word in _COMPARES or word.endswith("n't") for word in earlier)
    return not compares or earlier[-1] in OF_TIME
