"""How many texts hold each phrase of one to four words; of names, numbers and links nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from compliance.gate.concepts import CLASSES
from compliance.gate.text import Token
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.speech import Speech
from compliance.gate.tone.voice import Voice
from compliance.gate.types import ToneOverlay
from compliance.learning.masking import is_everyday

LONGEST: Final = 4
_LONGEST_SIGNATURE: Final = 3
_ALL_CLASSES: Final = ToneOverlay(prohibited=tuple(f"@{name}" for name in sorted(CLASSES)))


@dataclass(slots=True)
class Counted:
    """Phrases in lower case, each with the number of texts that hold it; so of shipped classes."""

    texts: int = 0
    phrases: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    _inside: Counter[str] = field(default_factory=Counter)
    _raised: Counter[str] = field(default_factory=Counter)

    def add(self, voice: Voice) -> None:
        """Count one more text: what its voice says itself, within a sentence."""
        self.texts += 1
        found: set[str] = set()
        for run in _runs(voice):
            self._see_capitals(voice, run)
            words = [token.text for token in run]
            for length in range(1, LONGEST + 1):
                found.update(
                    " ".join(words[at : at + length]) for at in range(len(run) - length + 1)
                )
        self.phrases.update(found)
        self.classes.update({use.named for use in Speech(voice, _ALL_CLASSES).prohibited})

    def frequent(self, least: int) -> Iterator[tuple[str, int]]:
        """Yield the phrases that at least so many texts hold, without those that name somebody."""
        for phrase, count in self.phrases.items():
            if count >= least and not any(self._is_name(word) for word in phrase.split()):
                yield phrase, count

    def _see_capitals(self, voice: Voice, run: list[Token]) -> None:
        original = voice.text.original
        for token in run:
            start = voice.text.span(token.start, token.end)[0]
            if not opens_sentence(original, start):
                self._inside[token.text] += 1
                self._raised[token.text] += original[start].isupper()

    def _is_name(self, word: str) -> bool:
        """Say whether a word is mostly written with a capital, or only ever opens sentences."""
        if word.partition("'")[0] == "i":
            return False
        inside = self._inside[word]
        return 2 * self._raised[word] > inside if inside else not is_everyday(word)


def _runs(voice: Voice) -> Iterator[list[Token]]:
    """Yield the words that follow each other within a sentence, nothing but a space between."""
    text = voice.text
    for sentence in text.sentences:
        said = text.original[sentence.start : sentence.end]
        if sentence.end == text.sentences[-1].end and _signs(said):
            continue
        run: list[Token] = []
        for token in text.tokens_between(sentence.norm_start, sentence.norm_end):
            says = _is_word(text.norm, token) and voice.own(token.start, token.end)
            if run and not (says and text.norm[run[-1].end : token.start] == " "):
                yield run
                run = []
            if says:
                run.append(token)
        if run:
            yield run


def _signs(said: str) -> bool:
    """Say whether a last line is a signature, in small letters perhaps, and no sentence."""
    return len(said.split()) <= _LONGEST_SIGNATURE and said[-1:].isalpha()


def _is_word(norm: str, token: Token) -> bool:
    """Say whether a token is a word of its own, no part of a handle, a tag or a name with signs."""
    before, after = norm[token.start - 1 : token.start], norm[token.end : token.end + 1]
    return (
        token.text.replace("'", "").isalpha()
        and before not in {"@", "#", "<", "/", "_", "*", "-"}
        and after not in {">", "@", "_", "-", "/"}
    )
