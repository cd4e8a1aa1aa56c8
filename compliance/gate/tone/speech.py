"""A draft's own speech with what is found in it, once for the check and the report alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar, cast

from compliance.gate.concepts import shipped
from compliance.gate.detection import Detection
from compliance.gate.text import Text
from compliance.gate.tone.address import Greeting, greeting
from compliance.gate.tone.capitals import Shout, find_shouting
from compliance.gate.tone.classes import classes_in, find_classes, joined
from compliance.gate.tone.contractions import Contraction, find_contractions
from compliance.gate.tone.emoji import find_emoji, find_emoticons
from compliance.gate.tone.formality import Formality, formality
from compliance.gate.tone.forming import Contractible, find_contractible
from compliance.gate.tone.marks import Mark, find_exclamations, surplus_emoji
from compliance.gate.tone.person import FirstPerson, find_first_person
from compliance.gate.tone.phrases import PhraseUse, find_phrases, mentions
from compliance.gate.tone.plural import find_first_plural
from compliance.gate.tone.readability import reading_grade
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.reproach import blames
from compliance.gate.tone.second_person import find_second_person
from compliance.gate.tone.sentences import Measured, measure_sentences
from compliance.gate.tone.singular import OwnSpeech, find_own_speech
from compliance.gate.tone.spelling import Spelling, Variant, find_spellings
from compliance.gate.tone.vocatives import find_vocatives
from compliance.gate.tone.voice import Span, Voice, stated_names
from compliance.gate.types import ToneOverlay

if TYPE_CHECKING:
    from compliance.gate.reading import Reading

_Found = TypeVar("_Found", Contraction, Contractible, FirstPerson, OwnSpeech)


class Speech:
    """What the dimensions of a voice are measured on.

    ``reading`` is the draft with its facts and rules; without one, names are not known and
    nothing that depends on them is measured.
    """

    def __init__(
        self, voice: Voice, overlay: ToneOverlay, *, reading: Reading | None = None
    ) -> None:
        self.voice = voice
        self.text = voice.text
        self.overlay = overlay
        self.reading = reading
        self.customer = "" if reading is None else reading.facts.customer.name

    @cached_property
    def sentences(self) -> list[Measured]:
        """The sentences with their lengths."""
        return measure_sentences(self.voice)

    @cached_property
    def contractions(self) -> list[Contraction]:
        """The voice's own contractions."""
        return self._own(find_contractions(self.text.tokens))

    @cached_property
    def contractible(self) -> list[Contractible]:
        """The voice's own words that could be contracted."""
        return self._own(find_contractible(self.text))

    @cached_property
    def singular(self) -> list[FirstPerson]:
        """Where the voice says "I"."""
        expand = self.overlay.contractions == "avoid"
        return self._own(find_first_person(self.text, expand=expand))

    @cached_property
    def plural(self) -> list[OwnSpeech]:
        """Where a single writer says "we"."""
        return self._own(find_own_speech(self.text))

    @cached_property
    def we(self) -> list[Span]:
        """Where the voice says "we", whoever that is."""
        return find_first_plural(self.voice)

    @cached_property
    def emoji(self) -> list[tuple[int, int]]:
        """The voice's emoji, in the original text; where none is allowed, typed faces too."""
        spans = find_emoji(self.text.original)
        if self.overlay.emoji_max == 0:
            spans = tuple(sorted((*spans, *find_emoticons(self.text.original))))
        return [span for span in spans if self.voice.owns_original(*span)]

    @cached_property
    def surplus_emoji(self) -> list[Mark]:
        """The emoji that the voice has too many, or does not use at all."""
        overlay = self.overlay
        if not self.emoji or (overlay.emoji_max is None and not overlay.emoji_allowed):
            return []
        return surplus_emoji(self.voice, overlay.emoji_max, overlay.emoji_allowed)

    @cached_property
    def words(self) -> int:
        """How many words the whole reply has."""
        return sum(sentence.words for sentence in self.sentences)

    @cached_property
    def second_person(self) -> list[Span]:
        """Where the voice speaks to the customer as "you", in the original text."""
        return find_second_person(self.voice)

    @cached_property
    def greeting(self) -> Greeting | None:
        """How the draft greets the customer."""
        return greeting(self.voice, self.customer)

    @cached_property
    def vocatives(self) -> list[Span]:
        """Where the voice calls the customer by name after its greeting."""
        return find_vocatives(self.voice, self.customer)

    @cached_property
    def shouts(self) -> list[Shout]:
        """The words that stand in capitals for emphasis."""
        return find_shouting(self.voice)

    @cached_property
    def spellings(self) -> list[Spelling]:
        """The words that the voice spells another way."""
        variant = self.overlay.spelling
        if variant not in {"us", "gb"}:
            return []
        return find_spellings(self.voice, cast("Variant", variant))

    @cached_property
    def formality(self) -> Formality:
        """How formal the voice is, with what tells so."""
        return formality(self.voice, self.contractions)

    @cached_property
    def reading_grade(self) -> float | None:
        """The Flesch-Kincaid grade, ``None`` where there is too little to tell."""
        return reading_grade(self.voice, self.sentences)

    @cached_property
    def exclamations(self) -> list[tuple[int, int, int]]:
        """The voice's runs of exclamation marks in the original text, and how many each has."""
        return find_exclamations(self.voice)

    @cached_property
    def prohibited(self) -> list[PhraseUse]:
        """The prohibited phrases that the voice uses itself, listed or of a class that is named."""
        classes = classes_in(self.overlay.prohibited)
        uses = find_phrases(self.text, self.overlay.prohibited)
        if classes:
            uses = joined(uses, find_classes(self._detection, classes))
        return [
            use
            for use in uses
            if self.voice.own(use.start, use.end)
            and blames(self.text, use)
            and not _is_proper_name(self.text, self.customer, use)
        ]

    def prohibits(self, words: str) -> bool:
        """Say whether words are, or hold, what the voice prohibits."""
        classes = classes_in(self.overlay.prohibited)
        if mentions(words, self.overlay.prohibited):
            return True
        known = self._detection.scan.concepts if classes else shipped()
        return bool(find_classes(Detection(Text(words), Text(""), known), classes))

    @cached_property
    def _detection(self) -> Detection:
        if self.reading is not None:
            return self.reading.detection
        return Detection(self.text, Text(""), shipped())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of the normalised text into one of the original."""
        return self.text.span(start, end)

    def _own(self, found: Iterable[_Found]) -> list[_Found]:
        return [one for one in found if self.voice.own(one.start, one.end)]


def speech_of(reading: Reading) -> Speech:
    """Return a draft's own speech: what its voice is measured on."""
    overlay = reading.case.tone
    verbatim = [reading.case.channel.opt_out_line]
    if overlay.disclaimer:
        verbatim.append(overlay.disclaimer.text)
    for item in reading.rules_in_scope:
        verbatim += reading.texts(item).all
    voice = Voice(
        reading.text,
        names=stated_names(reading.facts),
        verbatim=verbatim,
        message=reading.case.customer_message,
    )
    return Speech(voice, overlay, reading=reading)


def speech_in(text: str, overlay: ToneOverlay) -> Speech:
    """Return the speech of a text of which nothing else is known: names count as speech."""
    verbatim = (overlay.disclaimer.text,) if overlay.disclaimer else ()
    return Speech(Voice(Text(text), verbatim=verbatim), overlay)


_SHOUT_LENGTH: Final = 2


def _is_proper_name(text: Text, customer: str, use: PhraseUse) -> bool:
    """Say whether a phrase stands inside a name in title case (the Honey Oat Scrub).

    Never true of a sentence's first words or of a word beside the customer's own name.
    """
    original = text.original
    start, end = text.span(use.start, use.end)
    words = original[start:end].split()
    if opens_sentence(original, start) or not all(word[:1].isupper() for word in words):
        return False
    if all(word.isupper() and len(word) >= _SHOUT_LENGTH for word in words):
        return False
    after = original[end:]
    following = after.split()[0] if after.startswith(" ") and after.split() else ""
    names = customer.casefold().split()
    return following[:1].isupper() and following.strip(".,!?").casefold() not in names
