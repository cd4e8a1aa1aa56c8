"""Whether words are a clause that could stand as a sentence, and whether another hangs on them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from compliance.gate.lexicon import words
from compliance.gate.text import Text, Token

_NOMINATIVES: Final = words("i we they he she")
_PRONOUNS: Final = _NOMINATIVES | words(
    "you it there this that these those everything everyone someone nothing nobody"
)
_DETERMINERS: Final = words(
    "our your my their his her its the a an all any most each every some both no"
)
# Verbs that are no nouns, so that one behind a noun makes a clause of it.
_VERBS: Final = words(
    """is are was were am will would can could may might must shall should do does did has have had
    cannot isn't aren't wasn't weren't won't can't don't doesn't didn't hasn't haven't hadn't
    couldn't wouldn't shouldn't takes gives makes keeps comes goes needs opens closes applies
    includes remains offers covers starts ends costs works runs helps shows carries serves brings
    lets gets says sends uses holds stays sees asks means looks seems went came left sent got took
    made found saw said told wrote kept gave paid bought brought held met began ran sold spoke"""
)
# These are nouns as often: the verb of a clause only behind "it", "you" and the like.
_NOUNS_TOO: Final = words(
    "offers covers starts ends costs works runs helps shows means looks uses stays left found saw"
)
_PRESENT: Final = words(
    """need take open close offer ask run start end come go stay apply include cost remain work
    cover keep give make mean help get receive pay save want see like look know hope"""
)
_VERB_ENDS: Final = ("'re", "'ll", "'ve", "'s", "'m", "'d", "n't", "ed")
_CONDITIONS: Final = words("if unless when whenever once provided providing given should whether")
_TIMES: Final = words("until till before after")
_SUBORDINATORS: Final = (
    _CONDITIONS
    | _TIMES
    | words("while although though because since as that which who whose where wherever so than")
)
_CONDITION_PHRASES: Final = (
    "as long as", "as soon as", "so long as", "in case", "in the event", "by the time", "assuming"
)  # fmt: skip
# What starts so is a part of a sentence, up to a verb that is hard to tell.
_EMBEDDERS: Final = words("what who how why which whoever whatever anyone had")
_REPORTS: Final = words(
    """said say says told tell wrote write mentioned mention asked ask claimed claim reported report
    stated thought wondered"""
)
_ATTITUDES: Final = words(
    """hope think believe know understand see hear heard sure afraid glad happy sorry guess feel
    felt wish expect assume promise guarantee confirm note realize mean worried suppose"""
)
_NEGATIONS: Final = words("not no never cannot nobody nothing neither nor hardly")
_PAIRED: Final = words("between both either neither whether nor")
# Who does this gets that: without the joint, the second is promised to everybody.
_ASKS: Final = words(
    "please need needs must require requires just only let you call reply send bring"
)
# "Bring it by, and the money goes back": only then.
_IMPERATIVES: Final = words(
    """please just simply bring call reply send come stop let give ask tell visit pick drop show use
    text email check book keep take fill sign pop grab hand mail return feel make try scan tap click
    open log enter add choose select leave order contact"""
)
_OUTCOMES: Final = words("will would can could get gets receive may won't shall")


def opens_clause(text: Text, tokens: tuple[Token, ...]) -> bool:
    """Say whether words start with a subject that a finite verb soon follows."""
    if len(tokens) < 3:
        return False
    first = tokens[0].text
    if _capitalised(text, tokens[0]) and first.partition("'")[0] != "i":
        return False
    if "'" in first:
        return first.partition("'")[0] in _PRONOUNS
    if first in _NOMINATIVES:
        return tokens[1].is_word
    soon = _until_mark(tokens[1:6])
    if first == "you":
        return any(
            _is_verb(text, token, _VERBS | _PRESENT) or token.text.endswith("ed")
            for token in soon[:2]
        )
    if first in _PRONOUNS:
        # "And that you were": no subject, but a part of what went before.
        if soon and soon[0].text in _PRONOUNS | _DETERMINERS:
            return False
        return any(_is_verb(text, token, _VERBS | _PRESENT) for token in soon[:4])
    return first in _DETERMINERS and _has_subject_and_verb(text, soon)


def _has_subject_and_verb(text: Text, soon: tuple[Token, ...]) -> bool:
    """Say whether a noun and then its verb follow, nothing that only describes the noun between."""
    for index, token in enumerate(soon):
        if token.text in _PRONOUNS | _DETERMINERS | _SUBORDINATORS and (
            index == 0 or soon[index - 1].text not in {"of", "for", "in", "at", "on", "with"}
        ):
            return False
        if index and _is_verb(text, token, _VERBS - _NOUNS_TOO):
            return True
    return False


def _is_verb(text: Text, token: Token, known: frozenset[str]) -> bool:
    return token.text in known and not _capitalised(text, token)


def holds_verb(said: list[str]) -> bool:
    """Say whether words of the normalised text hold a verb, so that they are more than a word."""
    return any(word in _VERBS | _PRESENT or word.endswith(_VERB_ENDS) for word in said)


def _capitalised(text: Text, token: Token) -> bool:
    start, end = text.span(token.start, token.end)
    return text.original[start:end][:1].isupper()


def _until_mark(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for index, token in enumerate(tokens):
        if not token.is_word and token.text not in "-$":
            return tokens[:index]
    return tokens


def stands_alone(text: Text, tokens: tuple[Token, ...]) -> bool:
    """Say whether the words before a split hold a main clause, and nothing half said."""
    if len(tokens) < 3 or _is_half(text, tokens):
        return False
    said = [token.text for token in tokens]
    if said[0] in _SUBORDINATORS and said[0] not in {"that", "so"}:
        if "," not in said:
            return False
        said = said[said.index(",") + 1 :]
    return (
        any(word in _VERBS or word.endswith(_VERB_ENDS) for word in said)
        or not _PRONOUNS.isdisjoint(said[:2])
        or said[0] in {"please", "thank", "thanks"}
    )


def _is_half(text: Text, tokens: tuple[Token, ...]) -> bool:
    """Say whether an opening mark is not closed, or words lead up to what is to come."""
    marks = [token.text for token in tokens]
    last = tokens[-1]
    if marks.count("(") != marks.count(")") or marks.count('"') % 2 or ":" in marks:
        return True
    if not last.is_word and last.text not in {".", ")", "%"}:
        return True
    return any(
        token.text == "-" and text.norm[token.start - 1 : token.start] == " " for token in tokens
    )


def hangs_together(left: tuple[Token, ...], right: tuple[Token, ...], joint: str) -> bool:
    """Say whether the right clause might be meant within the left one, or under its condition.

    ``joint`` is the joining word, with a comma in front of it where one is written.
    """
    said = [token.text for token in left]
    if not _PAIRED.isdisjoint(said) or said[:2] == ["not", "only"]:
        return True
    if joint == ", but":
        return False
    if _is_conditional(said, right):
        return True
    if joint.startswith(","):
        return joint == ", and" and (_is_listing(said) or _is_reported(said))
    if _is_reported(said) or not _SUBORDINATORS.isdisjoint(said):
        return True
    ours = all(word.partition("'")[0] in {"i", "we"} for word in (said[0], right[0].text))
    return not _ATTITUDES.isdisjoint(said) and not ours


def _is_conditional(said: list[str], right: tuple[Token, ...]) -> bool:
    if said[0] in _EMBEDDERS | _IMPERATIVES or not _CONDITIONS.isdisjoint(said):
        return True
    # "Until the part arrives", but "until Friday".
    if any(
        word in _TIMES and (after in _PRONOUNS or after in _DETERMINERS)
        for word, after in pairwise(said)
    ):
        return True
    if any(phrase in " ".join(said) for phrase in _CONDITION_PHRASES):
        return True
    outcome = any(token.text in _OUTCOMES or token.text.endswith("'ll") for token in right[:4])
    return outcome and not _ASKS.isdisjoint(said) and said[0] not in {"thank", "thanks"}


def _is_reported(said: list[str]) -> bool:
    negated = any(word in _NEGATIONS or word.endswith("n't") for word in said)
    return not _REPORTS.isdisjoint(said) or (negated and not _ATTITUDES.isdisjoint(said))


def _is_listing(said: list[str]) -> bool:
    """Say whether a comma before ", and" may make it a list's last: not that of "Yes, we ..."."""
    first = said.index(",") + 1 if said[0] in _SUBORDINATORS and "," in said else 0
    if "," not in said[first:]:
        return False
    last = len(said) - 1 - said[::-1].index(",")
    return any(_is_said(word) for word in said[first:last])


def _is_said(word: str) -> bool:
    return word.partition("'")[0] in _PRONOUNS or word in _VERBS or word.endswith("ed")
