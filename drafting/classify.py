"""What a ticket is about: the class whose cues fit the customer's words best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compliance.gate.lexicon import expand
from compliance.gate.text import Text


@dataclass(frozen=True, slots=True)
class ClassCues:
    """A ticket class as the classifier reads it; the lower priority wins between equals."""

    code: str
    cues: tuple[str, ...]
    priority: int = 100


def classify(text: str, classes: Iterable[ClassCues]) -> tuple[str | None, float]:
    """Return the code of the class that fits and how sure that is (0 to 1); ``None`` for no cue.

    A cue counts once, by the square of its words, so a phrase outweighs a word. Words are whole
    and compared without inflection: “returning” meets the cue “return”. The confidence is the
    winner's share of all that was found.
    """
    spoken = stems(text)
    scores: list[tuple[int, int, str]] = []
    for each in classes:
        cues = {cue for cue in map(_cue, each.cues) if cue}
        score = sum(len(cue) ** 2 for cue in cues if _contains(spoken, cue))
        if score:
            scores.append((-score, each.priority, each.code))
    if not scores:
        return None, 0.0
    best = min(scores)
    return best[2], round(best[0] / sum(score for score, _, _ in scores), 3)


def stems(text: str) -> tuple[str, ...]:
    """The words of a text without their inflection, contractions written out."""
    return tuple(
        part for token in Text(text).tokens if token.is_word for part in expand(token.text)
    )


@lru_cache(maxsize=10_000)
def _cue(cue: str) -> tuple[str, ...]:
    return stems(cue)


def _contains(spoken: Sequence[str], cue: tuple[str, ...]) -> bool:
    width = len(cue)
    return any(tuple(spoken[at : at + width]) == cue for at in range(len(spoken) - width + 1))
