"""The edit that puts a rule's approved wording in place of a claim, grammar kept."""

from __future__ import annotations

from typing import Final

from compliance.gate.lexicon import stem, words
from compliance.gate.polarity import clauses
from compliance.gate.text import Text, Token
from compliance.gate.types import Edit

_AUX: Final = words(
    "is are was were be been will would can could may might must shall should do does did has have "
    "had is it's that's they're we're you're i'm"
)
_BE: Final = words("is are was were be been being feels feel seems remains stays it's that's")
_VERBS: Final = frozenset(
    stem(verb)
    for verb in words(
        "vary remove remain depend apply differ need work give help come take cost include expire "
        "stay get receive support feel make offer provide require cure heal relieve treat ease fix "
        "flush detoxify cleanse purge guarantee promise prevent protect keep stop eliminate "
        "reverse reduce banish draw pull sweat erase lower "
        "earn pay cover refer bring send tell sell lose "
        "drop end melt alleviate resolve calm soothe combat fight clear fall grow return last "
        "absorb waive skip double approve qualify put move invest"
    )
)
_SMALL: Final = words(
    "a an the of to in on at for from with by and or but as than if when that which who is are was "
    "were be will can may do does not no so because while until after before"
)
_BAD_SUBJECTS: Final = words("you we i if when to by for with while after before and or but so")
_JOINTS: Final = words("and but so yet because while although though plus which who")


def replace_sentence(text: Text, start: int, end: int, replacement: str) -> Edit:
    """Return the edit that puts a sentence in place of those that hold the span."""
    first, last = text.sentence_at(start), text.sentence_at(max(start, end - 1))
    return Edit(first.start, last.end, replacement, "approved wording")


def replace_claim(text: Text, start: int, end: int, replacement: str) -> Edit:
    """Return the edit that puts a wording in place of a claim, or of the clause that holds it."""
    sentence = text.sentence_at(start)
    parts = clauses(text, sentence)
    held = [part for part in parts if part.start < end and part.end > start]
    if not held:
        return replace_sentence(text, start, end, _as_sentence(replacement, sentence_end="."))
    begin, finish = held[0].start, max(held[-1].end, end)
    tokens = text.tokens_between(held[0].norm_start, held[-1].norm_end)
    kind = _kind(replacement)
    while tokens and (tokens[0].text in _JOINTS or not tokens[0].is_word):
        tokens = tokens[1:]
    if not tokens:
        return replace_sentence(text, start, end, _as_sentence(replacement, sentence_end="."))
    begin = text.span(tokens[0].start, tokens[0].end)[0]
    before = [token for token in tokens if text.span(token.start, token.end)[0] < start]
    inside = [token for token in tokens if token not in before]
    finish = _without_closing(text, begin, finish)
    if kind == "predicate":
        subject = _subject(before)
        if subject:
            at = text.span(subject[-1].start, subject[-1].end)[1]
            return Edit(at, finish, f" {replacement}", "approved wording")
        return Edit(begin, finish, _cased(text, begin, f"this {replacement}"), "approved wording")
    if kind == "phrase":
        return _replace_phrase(text, (start, end), (begin, finish), before, inside, replacement)
    return Edit(begin, finish, _cased(text, begin, replacement), "approved wording")


def _replace_phrase(
    text: Text,
    claim: tuple[int, int],
    clause: tuple[int, int],
    before: list[Token],
    inside: list[Token],
    replacement: str,
) -> Edit:
    start, end = claim
    begin, finish = clause
    previous = before[-1].text if before else ""
    starts_with_verb = (
        bool(inside)
        and stem(inside[0].text) in _VERBS
        and previous
        not in {
            "a",
            "an",
            "the",
            "of",
        }
    )
    article = replacement.partition(" ")[0].lower() in {"a", "an", "the"}
    if previous in _BE and before:
        return Edit(start, finish if article else end, replacement, "approved wording")
    if previous in {"a", "an", "the"}:
        start = text.span(before[-1].start, before[-1].end)[0]
        end = _noun_end(text, end)
        return Edit(start, end, replacement, "approved wording")
    has_verb = any(token.text in _AUX for token in inside)
    if before and not starts_with_verb and not has_verb and not replacement.startswith("subject"):
        end = _noun_end(text, end, most=2 if article else 1)
        return Edit(start, end, replacement, "approved wording")
    return Edit(begin, finish, _cased(text, begin, f"it is {replacement}"), "approved wording")


def _noun_end(text: Text, end: int, most: int = 2) -> int:
    """Return where the noun phrase ends that an adjective at ``end`` belongs to."""
    sentence = text.sentence_at(max(0, end - 1))
    for token in text.tokens_between(text.norm_position(end), sentence.norm_end)[:most]:
        plain = token.is_word and token.text not in _SMALL and stem(token.text) not in _VERBS
        if not plain:
            break
        end = text.span(token.start, token.end)[1]
    return end


def _kind(replacement: str) -> str:
    found = [piece.strip(".,;:") for piece in replacement.lower().split()]
    if found[0] in _AUX or (stem(found[0]) in _VERBS and found[0].endswith("s")):
        return "predicate"
    if (
        any(word in _AUX or stem(word) in _VERBS for word in found[1:])
        and not found[0].endswith(("ed", "ing"))
        and found[0] not in {"a", "an"}
    ):
        return "clause"
    if any(word in _AUX for word in found[1:]):
        return "clause"
    return "phrase"


def _subject(before: list[Token]) -> list[Token]:
    """Return the words before the first verb of a clause, when they can be its subject."""
    subject: list[Token] = []
    for token in before:
        if token.text in _AUX or (subject and stem(token.text) in _VERBS):
            break
        subject.append(token)
    if not subject or subject[0].text in _BAD_SUBJECTS or not subject[-1].is_word:
        return []
    return subject if subject[-1].text not in _SMALL else []


def _without_closing(text: Text, begin: int, end: int) -> int:
    while end > begin and text.original[end - 1] in " .!?,;:)\"'":
        end -= 1
    return end


def _as_sentence(replacement: str, sentence_end: str) -> str:
    capital = replacement[0].upper() + replacement[1:]
    return capital if capital[-1] in ".!?" else capital + sentence_end


def _cased(text: Text, at: int, replacement: str) -> str:
    opens = text.original[:at].rstrip(" \"'(*")
    if not opens or opens[-1] in ".!?\n:" or at == text.sentence_at(at).start:
        return replacement[0].upper() + replacement[1:]
    if replacement.partition(" ")[0].isupper():
        return replacement
    return replacement[0].lower() + replacement[1:]
