"""Where sentences end, as a reader of support replies would split them; in linear time.

Each mark that may end a sentence is looked up with the words around it: whether "p.m.", "Inc." or
"No." ends one is told by what follows. When in doubt an abbreviation ends none.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from compliance.gate import short_forms as forms
from compliance.gate.listing import item_markers
from compliance.gate.tone.emoji import find_emoji, find_emoticons

_STOP: Final = re.compile(r"[.!?…]+(?: \.(?!\w))*[)\]}\"'”’»*_]*")
_OPENING: Final = "([{\"'“‘«*_"
_CLOSING: Final = ")]}\"'”’»*_"
_AROUND: Final = _OPENING + _CLOSING + "`•⁃‣▪◦"
# A stop behind one of these is not that of a word.
_SHUT: Final = (")", "]", "}", '"', "”", "»", "`")
# What follows a stop: opening marks, a word, and the word after it.
_FOLLOWING: Final = re.compile(
    r"[(\[{\"'“‘«*_]*([^\s,;:!?.]{0,30})(\.?)(?:\S{0,30}\s+([^\s,;:!?.]{1,30}))?"
)
# Spaces, and tags of HTML, stand between sentences.
_SPACE: Final = re.compile(r"(?:\s|</?[a-zA-Z][^<>]{0,60}>)*")
_LETTER: Final = re.compile(r"[^\W_]")
_PART: Final = re.compile(r"[-–—/]")
# "sold out.We": nobody pressed the space bar; a domain has more than one word before its last dot.
_GLUED: Final = re.compile(r"(?:^|\s)(?:[a-z]{2,}(?:['’][a-z]+)?|[$\d.,:]+%?)$")
_ACRONYM: Final = re.compile(r"(?:(?:[a-z]|ph|ed|psy)\.)+[a-z]")
# The number of a list's item or of a step: its dot ends nothing.
_NUMBERED: Final = re.compile(r"(?:[•⁃‣▪◦*-]\s*)?(?:(?:step|option) )?\d{1,2}", re.IGNORECASE)
_VOWELS: Final = frozenset("aeiouy")
# A word of consonants only is short for another if it has no more letters than this.
_LONGEST_WITHOUT: Final = 5
# "At around 5 p.m." and the like: no sentence is that short and begins so.
_OPENING_WORDS: Final = 5
_FIGURES: Final = "0123456789.,:$€£#½¼¾"
_FIGURE: Final = re.compile(r"\d")
_COUNTS: Final = re.compile(r"\d$|^per$")
_FACE_MARKS: Final = (":", ";", "=", "<3", "^_^", "xD", "XD")
# No word that is looked up is longer, with the one before it.
_REACH: Final = 40
# In front of what is looked up where the sentence goes on before it.
_CUT_SHORT: Final = "…"


class _After(NamedTuple):
    """The two words after a stop, the first as written too."""

    first: str
    second: str
    written: str

    @property
    def capital(self) -> bool:
        """Say whether a capital follows."""
        return self.written[:1].isupper()

    @property
    def small(self) -> bool:
        """Say whether a small letter follows."""
        return self.written[:1].islower()

    @property
    def number(self) -> bool:
        """Say whether a number follows."""
        return self.written[:1].isdigit()

    @property
    def goes_on(self) -> bool:
        """Say whether a verb or a subject stands second: "Parking is", "Sundays we"."""
        return self.second in forms.VERBS or self.second in forms.SUBJECTS

    @property
    def begins(self) -> bool:
        """Say whether the words are likely to begin a sentence, not to go on with a name."""
        return self.capital and (self.first in forms.STARTERS or self.goes_on)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the span of every sentence, in order; a line break ends one, blanks are left out.

    Closing marks, emoji and typed faces behind a sentence belong to it, a list's number or bullet
    to its item.
    """
    found: list[tuple[int, int]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        begin = 0
        for end in (*_ends(line), len(line)):
            piece = line[begin:end]
            start = begin + len(piece) - len(piece.lstrip())
            stop = begin + len(piece.rstrip())
            if start < stop:
                found.append((offset + start, offset + stop))
            begin = end
        offset += len(line)
    return found


def _ends(line: str) -> list[int]:
    """Return where sentences end within a line."""
    faces = _faces(line)
    items = item_markers(line, faces)
    for start in items:
        faces.pop(start, None)
    marks = [found.span() for found in _STOP.finditer(line)]
    if faces or items:
        marks = sorted([*marks, *faces.items(), *((start, start) for start in items)])
    ends: list[int] = []
    begin = 0
    for start, end in marks:
        if start < begin:
            continue
        if start in items:
            cut = start
        elif start in faces:
            cut = _end_of_face(line, begin, start, end)
        elif begin in items and start < items[begin]:
            continue
        else:
            cut = _end_of_stop(line, begin, start, end, faces)
        if cut > begin:
            ends.append(cut)
            begin = _space_end(line, cut)
    return ends


def _faces(line: str) -> dict[int, int]:
    """Return where runs of emoji and typed faces start and end."""
    spans = list(find_emoji(line))
    if any(mark in line for mark in _FACE_MARKS):
        spans = sorted([*spans, *find_emoticons(line)])
    runs: dict[int, int] = {}
    first = last = -1
    for start, end in spans:
        if last < 0 or _space_end(line, last) != start:
            first = start
        runs[first] = last = end
    return runs


def _space_end(line: str, position: int) -> int:
    found = _SPACE.match(line, position)
    return found.end() if found else position


def _end_of_face(line: str, begin: int, start: int, end: int) -> int:
    """Return where a sentence ends that an emoji closes in place of a stop; 0 where none does."""
    following = _space_end(line, end)
    if following == end or not line[following : following + 1].isupper():
        return 0
    if _LETTER.search(line, begin, start) is None:
        return 0
    word = line[max(begin, start - _REACH) : start].split()[-1:]
    return 0 if word and word[0].strip(",").lower() in forms.NO_LAST_WORDS else end


def _end_of_stop(line: str, begin: int, start: int, end: int, faces: dict[int, int]) -> int:
    """Return where the sentence of a stop ends, with what belongs to it; 0 where it goes on."""
    if end == start + 1 and line[end : end + 1] == " " and end + 1 not in faces:
        word = line[max(begin, line.rfind(" ", begin, start) + 1) : start]
        # Most sentences end in a word that could be nothing else.
        if word.isalpha() and word.islower() and _is_plain(word) and line[start] != "…":
            return end
    following = _space_end(line, end)
    cut = faces.get(following, end)
    following = _space_end(line, cut)
    if following == len(line):
        return 0
    found = _FOLLOWING.match(line, following)
    written, dot, second = (found[1], found[2], found[3] or "") if found else ("", "", "")
    # "J. A. Smith": a letter with a dot is an initial, not the article.
    first = "" if dot and len(written) == 1 else _plain(written)
    after = _After(first, _plain(second), written)
    before = line[max(begin, start - _REACH) : start]
    if start - begin > _REACH:
        before = _CUT_SHORT + before
    if cut == following:
        return end if after.begins and _GLUED.search(before) else 0
    mark = line[start:end].rstrip(_CLOSING)
    if after.small and len(mark) < end - start:
        return 0
    return cut if _is_end(before, mark, after) else 0


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_end(before: str, mark: str, after: _After) -> bool:
    """Say whether a mark ends a sentence, given what stands before it and the words after it."""
    words = before.split()
    word = words[-1].strip(_AROUND) if words and not before[-1].isspace() else ""
    if "!" in mark or "?" in mark:
        named = mark == "!" and word[:1].isupper() and word.lower() in forms.WITH_A_MARK
        return not named or (after.capital and after.first in forms.STARTERS)
    if mark != ".":
        # "I" is a capital anywhere, and [...] stands for words left out.
        return (
            after.capital and after.first[:2] not in {"i", "i'"} and before[-1:] not in {"[", "("}
        )
    if (
        before.endswith(_SHUT)
        or not word
        or "@" in word
        or "://" in word
        or word.startswith("www.")
    ):
        return True
    part = _PART.split(word)[-1]
    core = part.lower().lstrip(_FIGURES)
    if not core:
        return _NUMBERED.fullmatch(before.strip()) is None
    if _LETTER.search(core) is None:
        return True
    return _is_plain(core) or _short_form_ends(words, part, core, after)


def _is_plain(core: str) -> bool:
    """Say whether a word is one that could not be short for another."""
    if core in forms.SHORT or len(core) == 1 or _ACRONYM.fullmatch(core):
        return False
    return len(core) > _LONGEST_WITHOUT or not core.isalpha() or not _VOWELS.isdisjoint(core)


def _short_form_ends(words: list[str], part: str, core: str, after: _After) -> bool:
    """Say whether an abbreviation, or a word like one, ends a sentence here."""
    previous = words[-2] if len(words) > 1 else ""
    if core in forms.TITLES:
        return part.islower() and after.begins
    if core in forms.NEVER_LAST or (core in forms.BEFORE_NUMBERS and after.number):
        return False
    if core in forms.CLOCK:
        return _clock_ends(words, after)
    if core in forms.UNITS and (_FIGURE.search(words[-1]) or _COUNTS.search(previous)):
        return after.capital
    if core in forms.PLACES or len(core) == 1:
        return _name_ends(part, previous, after)
    return after.begins or _is_word(part, core)


def _is_word(part: str, core: str) -> bool:
    """Say whether what looks like an abbreviation is a word as it stands here."""
    if part in forms.WORDS_TOO or core in forms.WITHOUT_VOWELS:
        return True
    if core in forms.ORDINALS and len(core) < len(part):
        return True
    return core in forms.STATES and part.islower()


def _name_ends(part: str, previous: str, after: _After) -> bool:
    """Say whether a letter, or "St." and its like, ends a sentence, or opens a name."""
    if len(part) == 1 and (part.islower() or previous.lower() in forms.LETTERED):
        return True
    return part[:1].isdigit() or (after.capital and after.first in forms.STARTERS)


def _clock_ends(words: list[str], after: _After) -> bool:
    """Say whether "a.m." ends a sentence: not before a day or zone, nor in "At 5 a.m. Mr. Lee"."""
    if not after.capital:
        return False
    if after.first in forms.MONTHS and after.second[:1].isdigit():
        return False
    if after.first in forms.AFTER_CLOCK:
        return after.goes_on
    opens = words[0].lower() in forms.BEFORE_CLOCK and len(words) <= _OPENING_WORDS
    return not opens or after.first in forms.STARTERS
