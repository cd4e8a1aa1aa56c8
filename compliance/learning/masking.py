"""Short excerpts of replies that name nobody: evidence that may be stored."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.text import Text
from compliance.gate.tone.address import greeting
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.voice import Voice
from compliance.gate.vocabulary import shipped_words

MASK: Final = "[…]"
_LONGEST: Final = 140
# In this order: what hides wherever it stands, a word, any other sign.
_PART: Final = re.compile(
    r"(?P<secret>(?:https?://|www\.)\S+|\S*@\S*|<[^>\s]*>|[^\s(\[]*\d[^\s)\]]*|[#/*_]\S*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|.",
    re.IGNORECASE | re.DOTALL,
)
_ENDINGS: Final = re.compile(r"['’](?:s|re|ve|ll|d|m|t)$")
_RUN: Final = re.compile(r"\[…\](?:[\s,.:;()-]*\[…\])+")
_NAME_GOES_ON: Final = re.compile(r"[ \t]*(?:,|$| (?!I\b)[A-Z])")
# What may open a line before a comma and is nobody's name.
_OPENERS: Final = frozenset(
    """yes no hi hello hey thanks sorry sure please okay ok well so now also then today
    unfortunately however otherwise meanwhile again first finally currently absolutely
    certainly welcome great good""".split()  # noqa: SIM905
)


def masked(reply: str) -> str:
    """Return the beginning of a reply without digits, addresses, links, names and rare words.

    A word stays only where the product knows it of itself and nothing about it looks like a name,
    so that a name nobody thought of goes as well.
    """
    text = " ".join(_anonymous(reply).split())
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition(" ")[0] + " …"
    return _RUN.sub(MASK, text)


def is_everyday(word: str) -> bool:
    """Say whether the product knows a word in lower case of itself."""
    bare = _ENDINGS.sub("", word)
    return bare in _OPENERS or shipped_words().knows(bare)


def _anonymous(reply: str) -> str:
    """Take out of a reply all that may tell who wrote it, to whom or of whom."""
    greeted = greeting(Voice(Text(reply)), "")
    named = range(0)
    if greeted is not None and greeted.name is not None:
        named = range(greeted.name.start, greeted.name.end)
    parts: list[str] = []
    for found in _PART.finditer(reply):
        start, end = found.span()
        if found["secret"] or (found["word"] and (start in named or _may_name(reply, start, end))):
            parts.append(MASK)
        else:
            parts.append(found[0])
    return "".join(parts)


def _may_name(reply: str, start: int, end: int) -> bool:
    word = reply[start:end]
    lower = word.casefold()
    if lower.replace("’", "'") in {"i", "i'm", "i'll", "i've", "i'd"}:
        return False
    if not is_everyday(lower):
        return True
    if not word[0].isupper():
        return False
    if not opens_sentence(reply, start):
        return True
    # "Grace, we are open", "Rose Miller", "Mark" alone: words that are names as well.
    line = reply[reply.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    return lower not in _OPENERS and (
        _NAME_GOES_ON.match(reply, end) is not None or len(line.split()) == 1
    )
