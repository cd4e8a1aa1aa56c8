"""The index that says in one pass over a text which patterns can hold in it at all."""

from __future__ import annotations

from collections.abc import Sequence

import ahocorasick

from compliance.gate.matcher import Concepts
from compliance.gate.stream import SENTINEL, Words


class Index:
    """Says which of many patterns can hold in a text at all, in one pass over it."""

    def __init__(self, anchors: Sequence[frozenset[str]], concepts: Concepts) -> None:
        self._users: dict[str, list[int]] = {}
        for number, keys in enumerate(anchors):
            for key in keys:
                self._users.setdefault(key, []).append(number)
        self._marked: dict[str, set[str]] = {}
        by_phrase: dict[str, set[str]] = {}
        for key in self._users:
            for phrase in concepts.phrases(key[1:]) if key[0] == "@" else (key,):
                listing = self._marked if phrase[0] in "*~" else by_phrase
                listing.setdefault(phrase, set()).add(key)
        self._marked_keys = frozenset(self._marked)
        self._automaton = ahocorasick.Automaton()
        for phrase, keys_of in by_phrase.items():
            self._automaton.add_word(f" {phrase} ", tuple(sorted(keys_of)))
        self._automaton.add_word(SENTINEL, (SENTINEL,))
        self._automaton.make_automaton()

    def candidates(self, read: Words) -> set[int]:
        """Return the numbers of the patterns that may hold.

        Raises:
            RuntimeError: when the engine did not run over the whole text.
        """
        haystack = f" {' '.join(read.stems)} {SENTINEL}"
        keys = {key for _, found in self._automaton.iter(haystack) for key in found}
        if SENTINEL not in keys:
            raise RuntimeError("The phrase index did not read the whole draft.")
        for marked in self._marked_keys & read.vocabulary:
            keys |= self._marked[marked]
        return {number for key in keys for number in self._users.get(key, ())}
