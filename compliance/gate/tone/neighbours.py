"""The words of a text, each with the words beside it in its line and sentence."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import itemgetter

from compliance.gate.text import Text

# Signs that tie the words beside them together.
JOINED = frozenset("/&@#_=")
_START = itemgetter(1)


class Neighbours:
    """Tells the word before and after a token; built once for a text, asked many times."""

    __slots__ = ("_joined", "_parted", "text", "words")

    def __init__(self, text: Text) -> None:
        tokens = text.tokens
        self.text = text
        # Two empty words close the text, so that what follows its last word can be asked for.
        self.words = [*(token[0] for token in tokens), "", ""]
        # Tokens that no word stands before, and what signs are read as.
        self._parted = {0, *_line_starts(text)}
        self._joined: dict[int, str] = {}
        if not JOINED.isdisjoint(self.words):
            self._read_signs()

    def before(self, index: int) -> str:
        """Return the word before a token; empty where punctuation or nothing stands."""
        if index in self._parted or index < 0:
            return ""
        word = self.words[index - 1]
        return word if word[0].isalnum() else self._joined.get(index, "")

    def after(self, index: int) -> str:
        """Return the word after a token; empty where punctuation or nothing stands."""
        word = self.words[index + 1]
        return word if word[:1].isalnum() and index + 1 not in self._parted else ""

    def _read_signs(self) -> None:
        for index, (sign, following) in enumerate(pairwise(self.text.tokens), 1):
            if sign.text not in JOINED:
                continue
            if sign.end == following.start:
                self._joined[index] = sign.text
            elif sign.text == "&":
                self._joined[index] = "and"
            if sign.text == "@" and sign.end == following.start:
                # Whom a message answers opens it, and is no part of its sentence.
                self._parted.add(index + 1)


def _line_starts(text: Text) -> list[int]:
    """Return the tokens that begin a line."""
    if "\n" not in text.original:
        return []
    starts, position = [], text.original.find("\n")
    while position >= 0:
        starts.append(bisect_left(text.tokens, text.norm_position(position), key=_START))
        position = text.original.find("\n", position + 1)
    return starts
