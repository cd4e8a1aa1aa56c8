"""Contractions and what they stand for; a possessive or a name with an apostrophe is none.

What cannot be told from its neighbours is reported without an expansion, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from compliance.gate.text import Token
from compliance.gate.tone.contraction_words import (
    ASKED,
    DETERMINERS,
    FIXED,
    FRONT_CUT,
    NEGATED,
    OPENS_QUESTION,
    PREDICATES,
    PRONOUNS,
    SUBJECTS,
    WHOLE_WORDS,
    WITHOUT_APOSTROPHE,
)
from compliance.gate.tone.endings import is_or_has, next_words, would_or_had
from compliance.gate.tone.participles import has_object, takes_has

_SPELLED_OTHERWISE = frozenset([*FIXED, *WITHOUT_APOSTROPHE])


@dataclass(frozen=True, slots=True)
class Contraction:
    """A contraction from ``start`` to ``end`` of the normalised text.

    ``expansion`` is in lower case and stands for ``start:replace_end`` (a question turns two
    words around: "don't we" is "do we not"); ``None`` when the meaning is open.
    """

    start: int
    end: int
    expansion: str | None
    replace_end: int


def find_contractions(tokens: tuple[Token, ...]) -> list[Contraction]:
    """Return the contractions among tokens, in order."""
    found: list[Contraction] = []
    for index, token in enumerate(tokens):
        word = token[0]
        if "'" not in word and word not in _SPELLED_OTHERWISE:
            continue
        if word == "'":
            front = _front_cut(tokens, index)
            if front is not None:
                found.append(front)
            continue
        word = WITHOUT_APOSTROPHE.get(word, word)
        if _is_no_contraction(word):
            continue
        contraction = _read(tokens, index, word)
        if contraction is not None:
            found.append(contraction)
    return found


def _is_no_contraction(word: str) -> bool:
    """Names such as O'Neill and L'Oreal, and words that have no long form."""
    head, _, tail = word.partition("'")
    one_letter_name = len(head) == 1 and len(tail) > 2 and word not in FIXED
    return word in WHOLE_WORDS or (one_letter_name and "'" not in tail and head != "i")


def _read(tokens: tuple[Token, ...], index: int, word: str) -> Contraction | None:
    token = tokens[index]
    if word in FIXED:
        return Contraction(token.start, token.end, _fixed(tokens, index, word), token.end)
    if word in NEGATED or word == "ain't":
        return _negated(tokens, index, word)
    parts = word.split("'")
    if parts[:2] == ["y", "all"]:
        parts = ["you all", *parts[2:]]
    words = parts[0].split()
    for part in parts[1:]:
        expanded = _ending(tokens, index, words[-1], part, last=part is parts[-1])
        if expanded == "":
            return None
        if expanded is None:
            return Contraction(token.start, token.end, None, token.end)
        words += expanded.split()
        if words[-1] == "not":
            # "wouldn't've": the first part carried the n of n't.
            words[-2] = words[-2].removesuffix("n")
    return Contraction(token.start, token.end, " ".join(words), token.end)


def _ending(
    tokens: tuple[Token, ...], index: int, subject: str, ending: str, *, last: bool
) -> str | None:
    """Expand one ending: its words, ``None`` when open, an empty string when no contraction."""
    plain = {"ll": "will", "ve": "have", "re": "are", "m": "am", "t": "not", "all": "all"}
    if ending in plain:
        return plain[ending]
    if ending == "d":
        return would_or_had(tokens, index, subject) if last else "would"
    if ending == "s":
        return is_or_has(tokens, index, subject)
    return ""


def _fixed(tokens: tuple[Token, ...], index: int, word: str) -> str:
    before = tokens[index - 1].text if index else ""
    if word == "gotta" and (before.endswith("'ve") or before in {"have", "has"}):
        return "got to"
    if word == "gotta" and (before.endswith("'s") or before in {"he", "she", "it", "that"}):
        return "has to" if not before.endswith("'s") else "got to"
    return FIXED[word]


def _negated(tokens: tuple[Token, ...], index: int, word: str) -> Contraction:
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    expansion: str | None = NEGATED.get(word) or _aint(tokens, index)
    if expansion is None or after is None or not _turns(tokens, index):
        before = tokens[index - 1] if index else None
        opens = before is None or not before.is_word
        if (
            expansion
            and (before is None or opens or before.text in OPENS_QUESTION)
            and asks(tokens, index)
        ):
            turned = _turned(tokens, index, expansion)
            thing = after is not None and after.text in DETERMINERS
            if turned is not None or (opens and (thing or word != "don't")):
                return turned or Contraction(token.start, token.end, None, token.end)
        return Contraction(token.start, token.end, expansion, token.end)
    verb = "can" if word == "can't" else expansion.removesuffix(" not")
    if asks(tokens, index):
        # "Aren't I" is short for what nobody would say: "am I not".
        verb = "am" if (verb, after.text) == ("are", "i") else verb
        return Contraction(token.start, token.end, f"{verb} {after.text} not", after.end)
    if word == "don't" and after.text == "you":
        return Contraction(token.start, token.end, "do not", after.end)
    return Contraction(token.start, token.end, expansion, token.end)


def _turns(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the word after a negated verb is its subject: not so in "it wasn't there?"."""
    before = tokens[index - 1] if index else None
    if tokens[index + 1].text == "there":
        return before is None or not before.is_word or before.text in SUBJECTS - PRONOUNS
    return tokens[index + 1].text in ASKED and (before is None or before.text not in PRONOUNS)


def _turned(tokens: tuple[Token, ...], index: int, expansion: str) -> Contraction | None:
    """Turn a question around its thing: "isn't the store open" is "is the store not open".

    ``None`` where the end of the noun phrase is not known.
    """
    if index + 1 >= len(tokens) or tokens[index + 1].text not in DETERMINERS:
        return None
    verb = "can" if expansion == "cannot" else expansion.removesuffix(" not")
    for end in range(index + 3, min(index + 6, len(tokens))):
        if not tokens[end - 1].is_word:
            return None
        if tokens[end].text in PREDICATES:
            named = " ".join(token.text for token in tokens[index + 1 : end])
            start, last = tokens[index].start, tokens[end - 1].end
            return Contraction(start, last, f"{verb} {named} not", last)
    return None


def _aint(tokens: tuple[Token, ...], index: int) -> str | None:
    before = tokens[index - 1].text if index else ""
    word, following, _ = next_words(tokens, index)
    has = takes_has(word, following) or has_object(word, following, "")
    if before == "i":
        return "have not" if has else "am not"
    if before in {"we", "you", "they", "these", "those"}:
        return "have not" if has else "are not"
    if before in {"he", "she", "it", "this", "that", "there"}:
        return "has not" if has else "is not"
    return None


def asks(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the sentence around a token ends in a question mark."""
    for token in tokens[index + 1 : index + 60]:
        if token.text in ".!":
            return False
        if token.text == "?":
            return True
    return False


def _front_cut(tokens: tuple[Token, ...], index: int) -> Contraction | None:
    """Read "'em" and "'til": an apostrophe that opens a word and no quotation."""
    if index + 1 >= len(tokens) or tokens[index + 1].start != tokens[index].end:
        return None
    if index and tokens[index - 1].end == tokens[index].start and tokens[index - 1].is_word:
        return None
    token = tokens[index + 1]
    expansion = FRONT_CUT.get("'" + token.text)
    closes = index + 2 < len(tokens) and tokens[index + 2].text == "'"
    if expansion is None or closes:
        return None
    return Contraction(tokens[index].start, token.end, expansion, token.end)
