"""What the endings "'s" and "'d" stand for, told by the words that follow."""

from __future__ import annotations

from compliance.gate.text import Token
from compliance.gate.tone.contraction_words import (
    AFTER_ING,
    AFTER_STATE,
    ASKED,
    BUSY,
    DETERMINERS,
    OPENS_QUESTION,
    PLACED,
    PRONOUNS,
    SHOWS_VERB,
    STATE,
    SUBJECTS,
    VAGUE,
)
from compliance.gate.tone.participles import (
    happens_of_itself,
    has_object,
    is_adverb,
    is_participle,
    takes_has,
)


def next_words(tokens: tuple[Token, ...], index: int) -> tuple[str, str, str]:
    """Return the next verb-like word after adverbs, and the two words after it."""
    last = len(tokens) - 1
    for position in range(index + 1, min(index + 4, last) + 1):
        word = tokens[position][0]
        if not word[0].isalpha():
            break
        if not is_adverb(word) or word == "rather":
            following = tokens[position + 1][0] if position < last else ""
            return word, following, tokens[position + 2][0] if position + 1 < last else ""
    return "", "", ""


def would_or_had(tokens: tuple[Token, ...], index: int, subject: str) -> str | None:
    """Read the "'d" of the token at ``index``: a verb, ``None`` when open."""
    word, _, _ = next_words(tokens, index)
    if subject in {"where", "how", "what", "why", "when"}:
        return "did" if word in ASKED else None
    if word in {"better", "best", "no", "a", "an"} or is_participle(word):
        return "had"
    if not word:
        return None if subject not in PRONOUNS else "would"
    return "would"


def is_or_has(tokens: tuple[Token, ...], index: int, subject: str) -> str | None:
    """Read the "'s" of the token at ``index``: a verb, empty where it is a possessive."""
    word, following, later = next_words(tokens, index)
    acts = has_object(word, following, later)
    if subject in SUBJECTS:
        several = subject in {"there", "here"} and _is_several(tokens, index + (word == "been"))
        if word == "been" and several:
            return "have"
        of_itself = takes_has(word, following) or happens_of_itself(word, following)
        if acts or of_itself or (subject in OPENS_QUESTION and _asks_what_was(tokens, index)):
            return "has"
        return "are" if several else "is"
    if index and subject == "one" and tokens[index - 1].text in {"this", "that", "which", "each"}:
        return "is"
    direct = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if takes_has(word, following) and (direct == word or subject in VAGUE):
        return "has"
    if direct == word and acts and following != "it":
        return "has"
    if direct in STATE:
        return "is" if following in AFTER_STATE or following[:1] in ".,;!?" else ""
    return "is" if direct in SHOWS_VERB or _opens_predicate(tokens, index) else ""


def _asks_what_was(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a question's verb follows what it asks about: "where's the form gone"."""
    after = [token.text for token in tokens[index + 1 : index + 6]]
    if not after or not (after[0] in ASKED or after[0] in DETERMINERS):
        return False
    for word in after[1:]:
        if not word.isalpha() or word in PRONOUNS:
            return False
        if word in {"been", "gone", "got", "happened", "become", "said"}:
            return True
    return False


def _opens_predicate(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a place or an act follows a noun's "'s": "dinner's at six"."""
    if any(
        token.text in {"is", "was", "are", "were"} for token in tokens[max(0, index - 3) : index]
    ):
        return False
    direct = tokens[index + 1].text if index + 1 < len(tokens) else ""
    after = tokens[index + 2].text if index + 2 < len(tokens) else ""
    if direct in PLACED:
        return after != "-"
    if direct.endswith("ing") and len(direct) > 4:
        return after in AFTER_ING or (direct in BUSY and after in {"for", "on", "with", "by", "."})
    return False


def _is_several(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether "there's" counts several things: "there's two tables"."""
    after = [token.text for token in tokens[index + 1 : index + 3]] + [""]
    if after[:2] == ["a", "few"]:
        return True
    word = after[0]
    return word in {"two", "three", "four", "five", "six", "ten", "many", "several", "plenty"} or (
        word.isdigit() and word != "1"
    )
