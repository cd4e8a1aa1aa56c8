"""The phrases that replies are known by: what they say far more often than support teams do.

Weighted log-odds with an informative Dirichlet prior: Monroe, Colaresi and Quinn (2008),
"Fightin' Words", Political Analysis 16(4), section 3.3.2, over the number of texts that hold a
phrase.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from compliance.gate.tone.address import Address, Greeting
from compliance.gate.tone.speech import Speech
from compliance.learning.counting import Counted
from compliance.learning.masking import is_everyday
from compliance.learning.reference import Reference, totals

# Chance alone puts a phrase this many standard deviations off once in a thousand.
_SURE: Final = 3.1
# As many texts as the prior counts for.
_PRIOR: Final = 500
_UNLIKELY: Final = 0.05
_FEWEST: Final = 5
_SHARE: Final = 0.05
_MOST: Final = 12
_LONGEST_CLOSING: Final = 12
# A phrase that lives within a longer one is not listed beside it.
_WITHIN: Final = 0.7
# Words that carry nothing by themselves, and at an edge only cut a phrase off.
_LIGHT: Final = frozenset(
    """a an the and or but so of to in on at for from with by as if than then that this these those
    it its is are was were be been am do does did have has had will would can could may might
    should must i you he she we they me my your our their us them him her what which who when where
    how not no there here any some all i'm i'll i've i'd it's we're we'll we've you're you'll
    you've that's let's don't can't isn't aren't please just also about into up out""".split()  # noqa: SIM905
)


# Words that end letters, with a capital as well, and are nobody's name.
_COURTEOUS: Final = frozenset(
    "i regards cheers wishes thanks you yours truly sincerely faithfully care team".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with the number of replies that hold it; ``odds`` is how sure it stands out."""

    phrase: str
    replies: int
    odds: float = 0.0


def house_phrases(counted: Counted, reference: Reference) -> list[Candidate]:
    """Return the phrases that stand out, the surest first; none lives within another one."""
    sums = totals(counted.phrases.items())
    frequent = dict(counted.frequent(fewest(counted.texts)))
    found = [
        Candidate(phrase, count, _odds(phrase, count, sums, reference))
        for phrase, count in frequent.items()
        if _says_something(phrase)
    ]
    sure = sorted(
        (each for each in found if each.odds >= _SURE), key=lambda each: (-each.odds, each.phrase)
    )
    return list(_apart(sure, frequent))[:_MOST]


def avoided_classes(counted: Counted, reference: Reference) -> list[Candidate]:
    """Return the shipped classes that no reply uses, where chance alone would have shown one.

    ``replies`` counts the texts of the reference that use the class.
    """
    return [
        Candidate(f"@{name}", count)
        for name, count in sorted(reference.classes.items())
        if not counted.classes[name] and (1 - count / reference.texts) ** counted.texts < _UNLIKELY
    ]


def fewest(texts: int) -> int:
    """Return how many of so many texts have to hold a phrase before it counts for anything."""
    return max(3, min(_FEWEST, math.ceil(_SHARE * texts)))


def _odds(phrase: str, count: int, sums: Sequence[int], reference: Reference) -> float:
    """Return the weighted log-odds ratio of a phrase, in standard deviations."""
    length = phrase.count(" ")
    own, others = sums[length], reference.totals[length]
    there = min(reference.count(phrase), others)
    prior = _PRIOR * (count + there) / (own + others)
    ours, theirs = count + prior, there + prior
    ratio = math.log(ours / (own + _PRIOR - ours)) - math.log(theirs / (others + _PRIOR - theirs))
    return ratio / math.sqrt(1 / ours + 1 / theirs)


def _says_something(phrase: str) -> bool:
    """Say whether a phrase reads as one: no word alone that anybody uses, no edge cut off."""
    words = phrase.split()
    if len(words) == 1:
        return len(phrase) > 3 and not is_everyday(phrase)
    return words[0] not in _LIGHT and words[-1] not in _LIGHT


def _apart(found: Sequence[Candidate], counts: dict[str, int]) -> Iterator[Candidate]:
    """Yield the phrases that are mostly said by themselves, and overlap with none before them."""
    whole: list[Candidate] = []
    for each in found:
        padded = f" {each.phrase} "
        inside = any(
            padded in f" {other.phrase} " and counts[other.phrase] >= _WITHIN * each.replies
            for other in found
            if other is not each
        )
        shares = any(padded in f" {one.phrase} " or f" {one.phrase} " in padded for one in whole)
        if not inside and not shares:
            whole.append(each)
            yield each


# --- How replies open and close -------------------------------------------------------------------


@dataclass(slots=True)
class Courtesies:
    """The greetings and closings of replies, as an overlay writes them, with their numbers."""

    greetings: Counter[str] = field(default_factory=Counter)
    closings: Counter[str] = field(default_factory=Counter)

    def add(self, speech: Speech) -> None:
        """Count how one more reply opens and closes."""
        opened = speech.greeting
        if opened is not None and opened.words:
            self.greetings[_greeting_line(speech.text.original, opened)] += 1
        if closing := _closing(speech):
            self.closings[closing] += 1


def frequent(counts: Counter[str], texts: int) -> list[Candidate]:
    """Return the lines that enough replies have, the most frequent first."""
    listed = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Candidate(line, count) for line, count in listed if count >= fewest(texts)][:_MOST]


_BY_NAME: Final = frozenset({Address.FIRST_NAME, Address.FULL_NAME, Address.TITLE})


def _greeting_line(original: str, opened: Greeting) -> str:
    """Return a greeting with a place for the name: “Hello {first_name},”."""
    who = ""
    if opened.address in _BY_NAME:
        who = " {first_name}" if opened.address is Address.FIRST_NAME else " {name}"
    elif opened.name is not None and _all_everyday(original[slice(*opened.name)]):
        who = " " + original[slice(*opened.name)].casefold()
    mark = original[opened.end : opened.end + 1]
    return opened.words.capitalize() + who + (mark if mark in {",", "!", "."} else "")


def _closing(speech: Speech) -> str:
    """Return a reply's last line of words, before a signature; empty where it says something."""
    text = speech.text
    for sentence in reversed(text.sentences[1:]):
        said = text.original[sentence.start : sentence.end].strip()
        words = said.rstrip(".,!?").split()
        if len(words) > _LONGEST_CLOSING:
            return ""
        if said.endswith("?") or (len(words) > 3 and not _all_everyday(said)):
            return ""
        if len(words) >= 2 and _all_everyday(said):
            return _unsigned(said)
    return ""


def _unsigned(closing: str) -> str:
    """Return a closing without who signs it; empty where that cannot be told apart.

    Mark and Grace are words that the product knows as well.
    """
    first, *others = closing.split()
    kept = [first]
    for word in others:
        if word[0].isupper() and word.strip(".,!").casefold() not in _COURTEOUS:
            return " ".join(kept) if kept[-1].endswith(",") else ""
        kept.append(word)
    return closing


def _all_everyday(said: str) -> bool:
    words = [word.strip(".,!?;:").casefold().replace("’", "'") for word in said.split()]
    return all(word.replace("'", "").isalpha() and _is_ours(word) for word in words)


def _is_ours(word: str) -> bool:
    return word in _LIGHT | _COURTEOUS or is_everyday(word)
