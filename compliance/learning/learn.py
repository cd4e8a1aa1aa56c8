"""From approved replies to a proposed voice: each field with evidence, or why there is none."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from compliance.gate.tone.dimensions import DIMENSIONS
from compliance.learning.calibration import Calibrated, calibrate, values_of
from compliance.learning.evidence import Evidence, gather
from compliance.learning.measuring import (
    BANDS,
    CEILINGS,
    CHOICES,
    MeasuredReply,
    accepts,
    enforced,
    is_measured,
)
from compliance.learning.phrases import Candidate, avoided_classes, fewest, frequent, house_phrases
from compliance.learning.proposal import (
    Declined,
    Learned,
    Proposal,
    overlay_of,
    share,
    spread,
)
from compliance.learning.reference import Reference

_MOST_EMOJI: Final = 12
# Sentences of a reply before their spread says anything about it.
_SPREAD_FROM: Final = 3
_SPREAD_IN: Final = 20
# Beyond that, the lengths are no habit.
_MOST_OUTSIDE: Final = 0.5
# Of what may be contracted, this share is in a voice that uses contractions.
_USUALLY: Final = 0.65
_STEPS: Final = {"sentence_mean": 0.5, "reading_grade": 0.5}
_LEAST: Final = {"sentence_max": 5, "reply_words": 1}
_TITLES: Final = {
    "sentence_band": "Words of ordinary sentences",
    "sentence_outside": "Sentences that may be longer or shorter",
    "sentence_quantiles": "Sentence lengths aimed at",
    "contractions": "Contractions",
    "emoji_allowed": "Emoji that may be used",
}
# Choices in the words of a page, where they are no words themselves.
_SPOKEN: Final = {
    "first_plural": "we",
    "first_singular": "I",
    "first_name": "first name",
    "none": "no name",
    "us": "American",
    "gb": "British",
}
_UNITS: Final = {
    "sentence_mean": "words a sentence on average",
    "sentence_max": "words in the longest sentence",
    "reply_words": "words a reply",
    "reading_grade": "as Flesch-Kincaid grade",
    "emoji_max": "emoji",
    "exclamations_max": "exclamation marks",
    "capitals_max": "words in capitals",
}


def learn(replies: Sequence[str], reference: Reference) -> Learned:
    """Return the voice that usable replies of one sample share; equal samples give equal voices."""
    evidence = gather(replies)
    calibrated = calibrate(evidence.measured, reference.replies)
    found: list[Proposal | Declined] = [
        *_numbers(evidence, calibrated),
        *_lengths(evidence),
        *_choices(evidence, calibrated),
        _emoji_set(evidence),
        *_phrases(evidence, reference),
    ]
    proposals = tuple(each for each in found if isinstance(each, Proposal))
    overlay = overlay_of(proposals)
    return Learned(
        measured=evidence.size,
        accepted=sum(accepts(overlay, reply) for reply in evidence.replies),
        unseen=calibrated.unseen,
        proposals=proposals,
        declined=tuple(each for each in found if isinstance(each, Declined)),
    )


# --- Numbers --------------------------------------------------------------------------------------


def _numbers(evidence: Evidence, calibrated: Calibrated) -> Iterator[Proposal]:
    for name, (low, high) in calibrated.box.sides.items():
        values = values_of(evidence.measured, name)
        step = _STEPS.get(name, 1)
        least = _LEAST.get(name, 0)
        above = max(least, math.ceil(high / step) * step)
        below = None if low is None else max(least, math.floor(low / step) * step)
        value = above if name in CEILINGS else [below, above]

        yield Proposal(
            name,
            value,
            _numbers_in_words(values, name),
            len(values),
            sum((below is None or each >= below) and each <= above for each in values),
            enforced(name, tuple(value) if isinstance(value, list) else value),
            evidence.excerpts(_middle(values, name)),
        )


def _numbers_in_words(values: Sequence[float], name: str) -> str:
    middle, low, high = spread(values)
    if name in BANDS or name == "sentence_max":
        told = f"{low:g} to {high:g} {_UNITS[name]}, half at most {middle:g}"
        return f"Nine tenths of {len(values)} replies have {told}."
    none = sum(value == 0 for value in values)
    return f"{share(none, len(values))} without {_UNITS[name]}; the most is {values[-1]:g}."


def _middle(values: Sequence[float], name: str) -> Callable[[MeasuredReply], bool]:
    """Say of which replies excerpts are shown: usual ones, or those that use what is counted."""
    usual = values[len(values) // 2]
    return lambda one: one.numbers.get(name, 0) == usual if usual else one.numbers.get(name, 0) > 0


def _lengths(evidence: Evidence) -> Iterator[Proposal | Declined]:
    """Yield how long ordinary sentences are, the share outside of that, and percentiles."""
    words = sorted(length for one in evidence.measured for length in one.lengths)
    several = [one.lengths for one in evidence.measured if len(one.lengths) >= _SPREAD_FROM]
    few = f"{len(several)} of {evidence.size} replies have {_SPREAD_FROM} sentences or more"
    if len(several) < _SPREAD_IN:
        yield Declined("sentence_band", f"Only {few}.")
        return
    last = len(words) - 1
    low, high = words[round(last * 0.05)], words[round(last * 0.95)]
    shares = sorted(
        sum(not low <= length <= high for length in each) / len(each) for each in several
    )
    tolerated = shares[math.ceil(0.98 * (len(shares) - 1))]
    kept = sum(each <= tolerated for each in shares)
    if tolerated > _MOST_OUTSIDE:
        yield Declined("sentence_band", f"{few}, and up to {tolerated:.0%} of a reply lie outside.")
        return
    told = f"Nine tenths of {len(words)} sentences have {low} to {high} words."
    for name, value in (
        ("sentence_band", [low, high]),
        ("sentence_outside", max(0.2, math.ceil(tolerated * 20) / 20)),
    ):
        yield Proposal(
            name,
            value,
            told if name == "sentence_band" else f"{few}; the most outside is {shares[-1]:.0%}.",
            len(several),
            kept,
            enforced("sentence_band", (low, high)),
        )
    aimed = {str(at): words[round(last * at / 100)] for at in (10, 50, 90)}
    yield Proposal(
        "sentence_quantiles",
        aimed,
        told,
        evidence.size,
        evidence.size,
        enforced("sentence_quantiles", ((50, 10.0),)),
    )


# --- Choices --------------------------------------------------------------------------------------


def _choices(evidence: Evidence, calibrated: Calibrated) -> Iterator[Proposal | Declined]:
    taken = dict(calibrated.box.choices)
    for name, options in CHOICES.items():
        measured = [option for option in options if is_measured(name, option)]
        if not measured:
            continue
        kept = {
            option: sum((name, option) not in one.misses for one in evidence.measured)
            for option in measured
        }
        told = f"Of {evidence.size} replies " + ", ".join(
            f"{count} keep to “{_SPOKEN.get(option, option)}”" for option, count in kept.items()
        )
        if name not in taken:
            habit = _contracting(evidence) if name == "contractions" else None
            yield habit or Declined(name, f"{told}: no habit to hold drafts to.")
            continue
        option = taken[name]

        def misses(one: MeasuredReply, miss: tuple[str, str] = (name, option)) -> bool:
            return miss in one.misses

        yield Proposal(
            name,
            option,
            f"{told}.",
            evidence.size,
            kept[option],
            enforced(name, option),
            evidence.excerpts(misses),
        )


def _contracting(evidence: Evidence) -> Proposal | None:
    """Propose contractions where most of what may be contracted is."""
    possible = evidence.contracted + evidence.in_full
    if evidence.contracted < max(_SPREAD_IN, _USUALLY * possible):
        return None
    return Proposal(
        "contractions",
        "use",
        f"{evidence.contracted} of {possible} places that may be contracted are.",
        possible,
        evidence.contracted,
        enforced("contractions", "use"),
    )


def _emoji_set(evidence: Evidence) -> Proposal | Declined:
    using = sum(one.numbers.get("emoji_max", 0) > 0 for one in evidence.measured)
    if using < fewest(evidence.size) or len(evidence.emoji) > _MOST_EMOJI:
        return Declined(
            "emoji_allowed",
            f"{share(using, evidence.size)} with emoji, {len(evidence.emoji)} different ones: "
            "no set of its own.",
        )
    told = ", ".join(f"{sign} in {count}" for sign, count in evidence.emoji.most_common())
    return Proposal(
        "emoji_allowed",
        [sign for sign, _ in evidence.emoji.most_common()],
        f"{share(using, evidence.size)} with emoji: {told}.",
        evidence.size,
        evidence.size,
        enforced("emoji_allowed", ("🙂",)),
    )


# --- Phrases --------------------------------------------------------------------------------------


def _phrases(evidence: Evidence, reference: Reference) -> Iterator[Proposal | Declined]:
    for name, found, none in (
        (
            "greetings",
            frequent(evidence.courtesies.greetings, evidence.size),
            "No greeting opens enough replies.",
        ),
        (
            "closings",
            frequent(evidence.courtesies.closings, evidence.size),
            "No line closes enough replies.",
        ),
        (
            "permitted",
            house_phrases(evidence.counted, reference),
            "No phrase stands out against what support teams say in general.",
        ),
    ):
        yield _listed(evidence, name, found) if found else Declined(name, none)
    if avoided := avoided_classes(evidence.counted, reference):
        yield _avoiding(evidence, avoided, reference)


def _listed(evidence: Evidence, name: str, found: Sequence[Candidate]) -> Proposal:
    told = ", ".join(f"“{each.phrase}” in {each.replies}" for each in found)
    lines = [each.phrase for each in found]
    return Proposal(
        name,
        lines,
        f"Of {evidence.size} replies: {told}.",
        evidence.size,
        max(each.replies for each in found),
        enforced(name, tuple(lines)),
    )


def _avoiding(evidence: Evidence, found: Sequence[Candidate], reference: Reference) -> Proposal:
    told = ", ".join(f"{each.phrase} {each.replies / reference.texts:.1%}" for each in found)
    lines = [each.phrase for each in found]
    return Proposal(
        "prohibited",
        lines,
        f"In none of {evidence.size} replies; of what support teams and their customers write in "
        f"general: {told}.",
        evidence.size,
        evidence.size,
        enforced("prohibited", tuple(lines)),
    )


def title_of(name: str) -> str:
    """Return what a field of an overlay is called."""
    measured = next((each.title for each in DIMENSIONS if each.fields[0] == name), name)
    return _TITLES.get(name, measured)
