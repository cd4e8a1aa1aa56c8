"""Characters as the gate reads them: spelling tricks undone, with where each one came from.

Two forms come of one pass. ``norm`` is what patterns are matched on: lower case, plain spaces, no
accents. ``plain`` is what a reader takes the text for: the same letters undisguised, but with
their case, accents and line breaks.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.homoglyphs import LOOKALIKES, latin_of

# Punctuation that models and phones write in many ways, folded to what a pattern can name.
_FOLD: Final = {
    **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("−﹣－˗⁃➖ー", "-"),
    "…": "...",
    "⁄": "/",
    "∕": "/",
    "․": ".",
    "\u2800": " ",
}
# What Unicode calls default-ignorable and is no format character, beside control characters:
# nothing of them is seen.
_IGNORABLE: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ENTITY: Final = re.compile(
    r"&(?:amp;)*(?:#\d{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};|"
    r"(?:nbsp|shy|amp|quot|lt|gt|copy|reg|[aeiouAEIOUnNcCyY](?:acute|grave|uml|circ|tilde|cedil))"
    r"(?![A-Za-z0-9=]))"
)
# Elements that a page does not show as words; what is no element of HTML is read like any text.
_ELEMENTS: Final = (
    "a|abbr|acronym|address|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|"
    "canvas|caption|center|cite|code|col|colgroup|data|dd|del|details|dfn|dialog|div|dl|dt|em|"
    "embed|fieldset|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|"
    "img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|noscript|object|ol|optgroup|"
    "option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|small|"
    "source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|"
    "th|thead|time|title|tr|tt|u|ul|var|video|wbr"
)
_TAG: Final = re.compile(
    rf"</?(?:{_ELEMENTS})(?=[\s/>])(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*>"
    r"|<!--.{0,200}?-->|<![A-Za-z][^<>]*>|<\?[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_UNKNOWN_TAG: Final = re.compile(r"(?<=\w)</?[A-Za-z][^<>\s]{0,60}/?>(?=\w)")
_BLOCK_TAG: Final = re.compile(
    r"</?(?:p|br|li|ul|ol|div|tr|td|th|table|h[1-6]|hr|section|blockquote|dt|dd)\b", re.IGNORECASE
)
_EMPHASIS: Final = re.compile(r"[*_~`]+")
_LINK: Final = re.compile(r"!?\[(?P<label>[^\[\]\n]{1,200})\]\((?P<url>[^()\n]{0,500})\)")
_ASCII_PLAIN: Final = re.compile(r"[\x20-\x7e\n]*")
_MARKED: Final = re.compile(r"[*_~`<&]|\]\(")
_SPACED_OUT: Final = re.compile(rf"{_MARKED.pattern}|\s\s|\n")
_WORD_RUN: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
# Below it, letters of European alphabets, which names are written in.
_PHONETIC: Final = "\u0250"
_OGONEK: Final = "ǫ"


@dataclass(frozen=True, slots=True)
class Folded:
    """A form of a text and, for each of its characters, where that came from: start and end."""

    text: str
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one character of the original, or one entity, is read as."""

    text: str
    start: int
    end: int


def normalise(original: str) -> tuple[Folded, tuple[tuple[int, int], ...]]:
    """Return ``norm`` and the spans of the invisible characters that it leaves out."""
    if _ASCII_PLAIN.fullmatch(original) and not _SPACED_OUT.search(original):
        # Most drafts: lower-casing plain ASCII keeps every offset.
        return _as_it_stands(original, original.lower()), ()
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    invisible: list[tuple[int, int]] = []
    for unit in _units(original, invisible):
        for part in lowered(unit.text):
            if part == " " and (not out or out[-1] == " "):
                continue
            out.append(part)
            starts.append(unit.start)
            ends.append(unit.end)
    return Folded("".join(out), starts, ends), tuple(invisible)


def _as_it_stands(original: str, text: str) -> Folded:
    spots = list(range(len(original) + 1))
    return Folded(text, spots[:-1], spots[1:])


def undisguised(original: str) -> tuple[Folded, bool]:
    """Return ``plain``, and whether it undoes a disguise of letters within words."""
    if _ASCII_PLAIN.fullmatch(original) and not _MARKED.search(original):
        return _as_it_stands(original, original), False
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for unit in _units(original, []):
        text = unit.text
        if len(text) == 1:
            text = _shown(text)
        for part in text:
            out.append(part)
            starts.append(unit.start)
            ends.append(unit.end)
    text = "".join(out)
    return Folded(text, starts, ends), _letters(text) != _letters(original)


def _letters(text: str) -> list[str]:
    """The words of a text as they stand, accents put together."""
    found = _LETTERS.findall(unicodedata.normalize("NFC", text))
    return [word for word in found if word.isalpha()]


def _units(original: str, invisible: list[tuple[int, int]]) -> Iterator[_Unit]:
    """Yield what is read, in order; note the invisible characters that are left out."""
    skip, decoded = _markup(original)
    swapped = _confused_positions(original)
    index, last = 0, ""
    while index < len(original):
        if index in skip:
            if _BLOCK_TAG.match(original, index) and last not in {"", " "}:
                # Items of a list are words apart, not one word.
                last = " "
                yield _Unit(last, index, skip[index])
            index = skip[index]
            continue
        char, end = original[index], index + 1
        if index in decoded:
            char, end = decoded[index]
        if len(char) == 1 and is_invisible(char):
            if index not in decoded and not _in_emoji(original, index):
                invisible.append((index, end))
        elif index in swapped:
            last = LOOKALIKES[char]
            yield _Unit(last, index, end)
        else:
            if char == _OGONEK and _is_small_capital(original[index - 1 : index + 2]):
                char = "q"  # small capitals have none of their own in most fonts
            last = " " if char.isspace() else char
            yield _Unit(char, index, end)
        index = end


def _is_small_capital(letters: str) -> bool:
    return any("SMALL CAPITAL" in unicodedata.name(char, "") for char in letters)


def is_invisible(char: str) -> bool:
    """Say whether nobody sees a character, and it parts no words."""
    category = unicodedata.category(char)
    return (
        category == "Cf"
        or (category == "Cc" and not char.isspace())
        or _IGNORABLE.match(char) is not None
    )


@lru_cache(maxsize=8_192)
def lowered(text: str) -> str:
    """Return a character, or what an entity stands for, as patterns are matched on it."""
    if len(text) != 1:
        return "".join(lowered(char) for char in text)
    if text.isspace():
        return " "
    if is_invisible(text):
        return ""
    if text in _FOLD:
        return _FOLD[text]
    if (shape := latin_of(text)) is not None:
        return shape.casefold()
    folded = "".join(
        _FOLD.get(part, latin_of(part) or _digit(part))
        for part in unicodedata.normalize("NFKD", text)
        if unicodedata.category(part) not in {"Mn", "Me", "Cf"}
    ).casefold()
    return " " if folded.isspace() else folded


@lru_cache(maxsize=8_192)
def _shown(char: str) -> str:
    """Return a character as a reader takes it: accents, case and line breaks stay."""
    if char.isspace():
        return " " if unicodedata.category(char) == "Zs" else char
    if char in _FOLD:
        return _FOLD[char]
    if char.isalpha() and char < _PHONETIC:
        return char  # of a name
    if (shape := latin_of(char)) is not None:
        return shape
    return "".join(_FOLD.get(part, _digit(part)) for part in unicodedata.normalize("NFKC", char))


def _digit(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return "-" if category == "Pd" else char


def _in_emoji(text: str, index: int) -> bool:
    """Say whether a joiner or variation selector belongs to an emoji, where it is legitimate."""
    if text[index] not in "\u200d\ufe0f\ufe0e" or index == 0:
        return False
    before = text[index - 1]
    return (
        unicodedata.category(before) in {"So", "Sk", "Mn", "Me"} or before in "\ufe0f#*0123456789"
    )


def _markup(original: str) -> tuple[dict[int, int], dict[int, tuple[str, int]]]:
    """Find what is markup, not words: tags and emphasis to skip, entities with their character."""
    skip: dict[int, int] = {}
    if "<" in original:
        for pattern in (_TAG, _UNKNOWN_TAG):
            skip.update((found.start(), found.end()) for found in pattern.finditer(original))
    if "](" in original:
        for found in _LINK.finditer(original):
            # A link's address is text like any other, unless the link stands within a word.
            if any(_around(original, found)):
                skip[found.start()] = found.start("label")
                skip[found.end("label")] = found.end()
    for found in _EMPHASIS.finditer(original):
        beside = _around(original, found)
        joins_words = "_" in found.group() and all(beside)
        if not joins_words and any(beside):
            skip.setdefault(found.start(), found.end())
    return skip, _entities(original) if "&" in original else {}


def _around(original: str, found: re.Match[str]) -> tuple[bool, bool]:
    """Say whether a letter or digit stands right before and right after."""
    before = original[found.start() - 1 : found.start()]
    return before.isalnum(), original[found.end() : found.end() + 1].isalnum()


def _entities(original: str) -> dict[int, tuple[str, int]]:
    """Return what each entity stands for, and where it ends, by where it begins."""
    decoded: dict[int, tuple[str, int]] = {}
    for found in _ENTITY.finditer(original):
        chars = html.unescape(re.sub("&(?:amp;)+", "&", found.group()))
        if not chars.startswith("&") or chars == "&":
            decoded[found.start()] = (chars, found.end())
    return decoded


def _confused_positions(original: str) -> set[int]:
    """Return the positions of letters of other scripts that are read as Latin ones.

    They are those of words that mix scripts, and of words all of whose letters look Latin where
    the text around them is written in Latin letters.
    """
    if original.isascii():
        return set()
    positions: set[int] = set()
    whole: list[range] = []
    foreign = latin = 0
    for found in _WORD_RUN.finditer(original):
        word = found.group()
        if word.isascii():
            latin += 1
            continue
        here = [at for at in range(found.start(), found.end()) if original[at] in LOOKALIKES]
        if any(_is_latin(char) for char in word):
            positions.update(here)
            latin += 1
        elif len(here) == sum(char.isalpha() for char in word):
            whole.append(range(found.start(), found.end()))
        else:
            foreign += 1
    if latin > foreign:
        for span in whole:
            positions.update(at for at in span if original[at] in LOOKALIKES)
    return positions


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
