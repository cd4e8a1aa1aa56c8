"""The voice: phrases, contractions, emoji, exclamation marks, sentence length, person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from compliance.gate.checks.disclosures import disclosure_edits, trigger_hits
from compliance.gate.reading import Reading, finding
from compliance.gate.tone.contraction_edits import expansion_edit
from compliance.gate.tone.contractions import find_contractions
from compliance.gate.tone.disclaimer import disclaimer_hits
from compliance.gate.tone.joining import join_sentences
from compliance.gate.tone.marks import emoji_limit, surplus_emoji, surplus_exclamations
from compliance.gate.tone.measure import breaks_mean, sentence_mean
from compliance.gate.tone.mending import mend_phrase
from compliance.gate.tone.person import find_first_person
from compliance.gate.tone.phrases import find_phrases
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.reproach import blames
from compliance.gate.tone.sentences import choose_splits, measure_sentences
from compliance.gate.tone.settle import Plan
from compliance.gate.tone.singular import find_own_speech
from compliance.gate.tone.voice import Voice, carries, stated_names
from compliance.gate.tone.wording import capitalised
from compliance.gate.types import Edit, FactReference, Finding, Layer, ToneOverlay


@dataclass(frozen=True, slots=True)
class _Break:
    """One place where a draft breaks its voice, before the edits of all are brought together."""

    rule: str
    start: int
    end: int
    message: str
    expected: str
    edits: tuple[Edit, ...] = ()


class Tone:
    """Holds the draft's own speech against the voice that applies; cited words are left out."""

    id: ClassVar[str] = "tone"
    title: ClassVar[str] = "The voice of the vertical, brand or location"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.TONE

    def find(self, reading: Reading) -> list[Finding]:
        """Return one finding per break of the voice, with the edits that mend it."""
        overlay = reading.case.tone
        voice = speech(reading)
        plan = Plan(reading.text.original)
        found: list[Finding] = []
        for dimension in _DIMENSIONS:
            for broken in dimension(reading, voice, overlay):
                edits = plan.agree(broken.edits)
                found.append(self._finding(reading, broken, overlay, edits))
        return sorted(found, key=lambda one: (one.start, one.end, one.rule))

    def _finding(
        self, reading: Reading, broken: _Break, overlay: ToneOverlay, edits: tuple[Edit, ...]
    ) -> Finding:
        key = f"tone.{broken.rule}"
        return finding(
            self,
            reading,
            broken.start,
            broken.end,
            broken.message,
            rule=broken.rule,
            rule_version=overlay.version,
            fact=FactReference(key, broken.expected, overlay.code, overlay.version),
            edits=edits,
        )


def speech(reading: Reading) -> Voice:
    """Return the draft's own speech: what a voice is measured on."""
    overlay = reading.case.tone
    verbatim = [reading.case.channel.opt_out_line]
    if overlay.disclaimer:
        verbatim.append(overlay.disclaimer.text)
    for item in reading.rules_in_scope:
        verbatim += reading.texts(item).all
    return Voice(
        reading.text,
        names=stated_names(reading.facts),
        verbatim=verbatim,
        message=reading.case.customer_message,
    )


def _prohibited(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    for use in find_phrases(reading.text, overlay.prohibited):
        if not voice.own(use.start, use.end) or not blames(reading.text, use):
            continue
        start, end = reading.text.span(use.start, use.end)
        if _is_proper_name(reading, start, end):
            continue
        edit = mend_phrase(reading.text, use, overlay)
        yield _Break(
            "prohibited",
            start,
            end,
            f"This voice does not say “{use.phrase}”.",
            use.phrase,
            (edit,) if edit else (),
        )


def _is_proper_name(reading: Reading, start: int, end: int) -> bool:
    """Say whether a phrase stands inside a name in title case (the Honey Oat Scrub).

    Never true of a sentence's first words or of a word beside the customer's own name.
    """
    original = reading.text.original
    words = original[start:end].split()
    if opens_sentence(original, start) or not all(word[:1].isupper() for word in words):
        return False
    if all(word.isupper() and len(word) > 1 for word in words):
        return False
    after = original[end:]
    following = after.split()[0] if after.startswith(" ") and after.split() else ""
    customer = reading.facts.customer.name.casefold().split()
    return following[:1].isupper() and following.strip(".,!?").casefold() not in customer


def _person(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    if overlay.person == "first_singular":
        yield from _singular(reading, voice)
    if overlay.person != "first_plural":
        return
    text = reading.text
    for one in find_first_person(text, expand=overlay.contractions == "avoid"):
        if not voice.own(one.start, one.end):
            continue
        start, end = text.span(one.start, one.end)
        edits: tuple[Edit, ...] = ()
        if one.plural is not None:
            edits = (_plural_edit(text.original, start, end, one.plural),)
            if one.replace_end != one.end or one.plural.partition(" ")[0] in {"are", "were"}:
                end_original = text.span(one.start, one.replace_end)[1]
                edits = (_plural_edit(text.original, start, end_original, one.plural),)
        yield _Break(
            "person",
            start,
            end,
            f"This voice says “we”, not “{text.original[start:end]}”.",
            "first_plural",
            edits,
        )


def _singular(reading: Reading, voice: Voice) -> Iterator[_Break]:
    text = reading.text
    for one in find_own_speech(text):
        if not voice.own(one.start, one.end):
            continue
        start, end = text.span(one.start, one.end)
        said = text.original[start:end]
        edit = Edit(start, end, one.singular, "this voice says “I”")
        message = f"This voice says “I”, not “{said}”."
        yield _Break("person", start, end, message, "first_singular", (edit,))


def _plural_edit(original: str, start: int, end: int, plural: str) -> Edit:
    """Write the plural; "I" is a capital anywhere, so only a sentence's start decides."""
    opens = opens_sentence(original, start)
    return Edit(start, end, capitalised(plural) if opens else plural, "this voice says “we”")


def _contractions(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    if overlay.contractions != "avoid":
        return
    text = reading.text
    for one in find_contractions(text.tokens):
        if not voice.own(one.start, one.end):
            continue
        start, end = text.span(one.start, one.end)
        yield _Break(
            "contractions",
            start,
            end,
            f"This voice writes words in full: “{text.original[start:end]}”.",
            "avoid",
            (edit,) if (edit := expansion_edit(text, one)) else (),
        )


def _emoji(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    limit = emoji_limit(overlay, reading.case.channel.code)
    if limit is None:
        return
    allowed = f"at most {limit} emoji" if limit else "no emoji"
    for mark in surplus_emoji(voice, limit):
        message = f"This voice uses {allowed} on this channel."
        yield _Break("emoji", mark.start, mark.end, message, str(limit), (mark.edit,))


def _exclamations(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    limit = overlay.exclamations_max
    if limit is None:
        return
    allowed = f"at most {limit} exclamation marks" if limit else "no exclamation marks"
    for mark in surplus_exclamations(voice, limit):
        message = f"This voice uses {allowed}."
        yield _Break("exclamations", mark.start, mark.end, message, str(limit), (mark.edit,))


def _sentences(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    measured = measure_sentences(voice)
    limit = overlay.sentence_max
    for sentence in measured:
        if limit is None or sentence.words <= limit:
            continue
        splits = choose_splits(voice, sentence, limit)
        yield _Break(
            "sentence_max",
            sentence.start,
            sentence.end,
            f"This sentence has {sentence.words} words; this voice allows {limit}.",
            str(limit),
            tuple(
                Edit(split.start, split.end, split.replacement, "two sentences read easier")
                for split in splits
            ),
        )
    band = overlay.sentence_mean
    if band is not None and breaks_mean(measured, band):
        mean = sentence_mean(measured)
        yield _Break(
            "sentence_mean",
            measured[0].start,
            measured[-1].end,
            f"The sentences have {mean:.1f} words on average, far below this voice's "
            f"{band[0]:g} to {band[1]:g}.",
            f"{band[0]:g}-{band[1]:g}",
            join_sentences(voice, measured, band),
        )


def _disclaimer(reading: Reading, voice: Voice, overlay: ToneOverlay) -> Iterator[_Break]:
    disclaimer = overlay.disclaimer
    if disclaimer is None or carries(reading.text, disclaimer.text):
        return
    trigger = disclaimer.trigger
    hits = disclaimer_hits(reading, trigger, trigger_hits(reading, trigger))
    if not hits:
        return
    edits, _ = disclosure_edits(
        reading, hits, texts=(disclaimer.text, ""), length=len(reading.case.text)
    )
    yield _Break(
        "disclaimer",
        hits[0].start,
        hits[0].end,
        f"This voice adds “{disclaimer.text}” where a reply {disclaimer.trigger}.",
        disclaimer.text,
        edits,
    )


# Phrases first: their edits may swallow a contraction or an exclamation mark.
_DIMENSIONS: tuple[Callable[[Reading, Voice, ToneOverlay], Iterator[_Break]], ...] = (
    _prohibited,
    _person,
    _contractions,
    _sentences,
    _exclamations,
    _emoji,
    _disclaimer,
)
