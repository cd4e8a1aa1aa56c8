"""Splitting texts of growing size into sentences, measuring them and looking for mends.

Linear time shows as ten times the time for ten times the text; hostile kinds are among them.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from compliance.gate.text import Text
from compliance.gate.tone.joining import join_sentences
from compliance.gate.tone.sentences import measure_sentences
from compliance.gate.tone.splitting import choose_splits
from compliance.gate.tone.voice import Voice
from console.benchmarks.gate import REPLY

SIZES: Final = (10_000, 50_000, 100_000)
# What is repeated until the text is as long as wanted.
KINDS: Final = {
    "words, no stop": "word ",
    "dots": ".",
    "dots and spaces": ". ",
    "marks of all kinds": "?! ... ",
    "titles": "Mr. ",
    "initials": "A. ",
    "times of day": "5 p.m. ",
    "numbers": "4.50. ",
    "quotations": '"so." ',
    "brackets": "(so.) ",
    "links": "www.example.com. ",
    "no spaces": "closed.We",
    "tags": "<p>",
    "faces": ":) ",
    "emoji": "\N{PARTY POPPER}",
    "emoji and capitals": "\N{PARTY POPPER} A",
    "emoji and figures": "\N{PARTY POPPER} 1",
    "bullets": "\N{BULLET} so ",
    "list lines": "- one item\n",
    "semicolons": "; ",
    "clauses": "we go, and ",
    # As long as a sentence may be for a split to be looked for.
    "sentences of clauses": "We are here " * 20 + "and we go; " * 39 + "so. ",
    "sentences of joints": "We are here " * 8 + "; " * 900 + "so. ",
    "names": "Harbor Spa ",
    "short sentences": "We are here. ",
    "replies, one line": REPLY + " ",
    "replies, in lines": REPLY + "\n\n",
}
_Made = TypeVar("_Made")
_ROUNDS: Final = 3
_LONGEST: Final = 20
_BAND: Final = (20.0, 30.0)


@dataclass(frozen=True, slots=True)
class SplittingRow:
    """One kind of text in one size: milliseconds to split it, to measure it, to look for mends."""

    kind: str
    characters: int
    split: float
    measure: float
    mend: float

    @property
    def total(self) -> float:
        """All of it, in milliseconds."""
        return self.split + self.measure + self.mend


def measure_splitting() -> Iterator[SplittingRow]:
    """Measure every kind of text in every size, the best of three rounds each."""
    for kind, part in KINDS.items():
        for size in SIZES:
            yield _row(kind, (part * (size // len(part) + 1))[:size])


def _row(kind: str, written: str) -> SplittingRow:
    gc.collect()
    gc.disable()
    try:
        rounds = [_round(written) for _ in range(_ROUNDS)]
    finally:
        gc.enable()
    split, measure, mend = (min(steps) for steps in zip(*rounds, strict=True))
    return SplittingRow(kind, len(written), split, measure, mend)


def _round(written: str) -> tuple[float, float, float]:
    text = Text(written)
    voice = Voice(text, names=("Harbor Spa",))
    _ = text.tokens
    split, _ = _timed(lambda: text.sentences)
    measure, measured = _timed(lambda: measure_sentences(voice))

    def mend() -> None:
        for sentence in measured:
            if sentence.words > _LONGEST:
                choose_splits(voice, sentence, _LONGEST)
        join_sentences(voice, measured, _BAND)

    return split, measure, _timed(mend)[0]


def _timed(action: Callable[[], _Made]) -> tuple[float, _Made]:
    # The processor's time, which other work on the machine hardly disturbs.
    started = time.process_time()
    made = action()
    return (time.process_time() - started) * 1000, made
