"""Words spelt as the other side of the Atlantic does, and their spelling on this one.

What is right on both sides, or another word on one of them (check, program, tire), is left alone,
and so is a capital within a sentence: it may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from compliance.gate.text import Token
from compliance.gate.tone.capitals import is_keyword
from compliance.gate.tone.names import TITLES
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.spelling_words import spellings
from compliance.gate.tone.voice import Voice
from compliance.gate.tone.wording import same_case
from compliance.gate.types import Edit

Variant = Literal["us", "gb"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the other variant in the original text, and how this variant spells it."""

    start: int
    end: int
    wanted: str
    edit: Edit


# In British English "license" is the verb; after one of these it is surely the noun.
_NOUN_FOLLOWS: Final = frozenset(
    """a an the your our my their his her its valid driving driver's drivers' driver liquor business
    professional expired new current cosmetology software""".split()  # noqa: SIM905
)
_LICENCE: Final = {"license": "licence", "licenses": "licences"}
_SCREEN: Final = frozenset(["box", "boxes", "window", "windows"])
_LIST_ITEM: Final = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+$")
_GLUED_BEFORE: Final = frozenset("@#_/\\")
_TITLED: Final = re.compile(r" [A-Z][a-z]")
# The dot of "Mr. Grey" ends no sentence.
_TITLE_BEFORE: Final = re.compile(rf"\b(?i:{TITLES})\.\s+$")


def find_spellings(voice: Voice, variant: Variant) -> list[Spelling]:
    """Return the words of the other variant; for ``gb`` both -ise and -ize are right."""
    tables = spellings()
    table = tables.american if variant == "us" else tables.british
    tokens = voice.text.tokens
    found: list[Spelling] = []
    for token, wanted in _foreign(tokens, table, variant):
        start, end = voice.text.span(token.start, token.start + len(token.text.partition("'")[0]))
        said = voice.text.original[start:end]
        if not _is_plain(voice, token, start, end) or _is_name(voice.text.original, start, said):
            continue
        if said.isupper() and is_keyword(voice.text.original, start, end):
            continue
        edit = Edit(start, end, same_case(wanted, said), _REASON[variant])
        found.append(Spelling(start, end, edit.replacement, edit))
    return found


_REASON: Final = {"us": "this voice spells as in America", "gb": "this voice spells as in Britain"}


def _foreign(
    tokens: tuple[Token, ...], table: dict[str, str], variant: Variant
) -> Iterator[tuple[Token, str]]:
    """Yield the words of the other variant with their spelling in this one."""
    for index, token in enumerate(tokens):
        word = token.text
        wanted = table.get(word)
        if wanted is None and "'" in word:
            wanted = table.get(word.removesuffix("'s"))
        if wanted is None and variant == "gb" and word in _LICENCE:
            before = tokens[index - 1].text if index else ""
            wanted = _LICENCE[word] if before in _NOUN_FOLLOWS else None
        if wanted is not None and not _is_screen(tokens, index):
            yield token, wanted


def _is_screen(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a word is the dialog of a dialog box, which is one in Britain too."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return tokens[index].text == "dialog" and after in _SCREEN


def _is_plain(voice: Voice, token: Token, start: int, end: int) -> bool:
    """Say whether a word is the voice's own and stands as it is written, no part of an address."""
    original = voice.text.original
    if not voice.own(token.start, token.end):
        return False
    if not token.text.startswith(original[start:end].casefold()):
        return False  # disguised, or marked up within
    before, after = original[start - 1 : start], original[end : end + 2]
    domain = after[:1] == "." and after[1:].isalnum()
    return not (before in _GLUED_BEFORE and before) and after[:1] not in {"_", "@"} and not domain


def _is_name(original: str, start: int, said: str) -> bool:
    """Say whether a capital makes a word a name, or the first word of one."""
    if not said[0].isupper() or (said.isupper() and len(said) > 1):
        return False
    line = original[max(0, start - 40) : start]
    if _TITLE_BEFORE.search(line):
        return True
    if opens_sentence(original, start) or _LIST_ITEM.search(line):
        # "Harbor View is open": the next capital says that both are a name.
        return _TITLED.match(original, start + len(said)) is not None
    return True
