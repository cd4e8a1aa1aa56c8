"""A voice as instructions for whoever writes the draft: the same values that are measured."""

from __future__ import annotations

from compliance.gate.types import ToneOverlay

_PERSONS = {
    "first_plural": "Speak as “we”; never as “I”.",
    "first_singular": "Speak as “I”.",
    "first_plural_or_singular": "Speak as “we” or “I”.",
}


def tone_guidance(tone: ToneOverlay) -> str:
    """Return a voice as a list of instructions, one a line; empty when nothing is constrained.

    Equal overlays give equal text, so a prompt's fingerprint follows the overlay's.
    """
    lines = [f"Register: {tone.register}."] if tone.register else []
    lines += _sentences(tone)
    if tone.contractions == "avoid":
        lines.append("Write words in full: “we are”, not “we're”.")
    elif tone.contractions == "use":
        lines.append("Use contractions where people do when they speak: “we're”.")
    if tone.person in _PERSONS:
        lines.append(_PERSONS[tone.person])
    lines += _marks(tone)
    if tone.permitted:
        lines.append(f"Phrases that suit this voice: {_quoted(tone.permitted)}.")
    if tone.prohibited:
        lines.append(f"Never say: {_quoted(tone.prohibited)}.")
    lines += [f"Instead of “{phrase}” say “{swap}”." for phrase, swap in tone.replacements if swap]
    if tone.disclaimer is not None:
        lines.append(
            f"If the reply {tone.disclaimer.trigger}, add exactly: “{tone.disclaimer.text}”"
        )
    return "\n".join(f"- {line}" for line in lines)


def _sentences(tone: ToneOverlay) -> list[str]:
    lines = []
    if tone.sentence_mean is not None:
        low, high = tone.sentence_mean
        lines.append(f"Sentences have {low:g} to {high:g} words on average.")
    if tone.sentence_max is not None:
        lines.append(f"No sentence has more than {tone.sentence_max} words.")
    return lines


def _marks(tone: ToneOverlay) -> list[str]:
    lines = []
    if tone.emoji_max is not None:
        lines.append(f"At most {tone.emoji_max} emoji." if tone.emoji_max else "No emoji.")
    if tone.exclamations_max is not None:
        lines.append(
            f"At most {tone.exclamations_max} exclamation marks."
            if tone.exclamations_max
            else "No exclamation marks."
        )
    return lines


def _quoted(phrases: tuple[str, ...]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)
