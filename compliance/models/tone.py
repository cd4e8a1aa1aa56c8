"""Tone overlays: a voice guide as structured constraints, layered by scope and channel."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from compliance.gate.concepts.own import OwnConcept, unusable, with_own
from compliance.gate.tone.classes import classes_in
from compliance.gate.types import Placement
from compliance.models.concepts import Concept
from compliance.models.tone_faults import (
    band_faults,
    emoji_faults,
    line_faults,
    quantile_faults,
    swap_faults,
)
from locations.models.fields import Words, code_validator
from locations.models.places import Brand, Location, Vertical
from locations.models.tracked import Tracked

_PERCENT = 100


class Contractions(models.TextChoices):
    """How a voice treats contractions."""

    USE = "use", "use: “we’re”"
    AVOID = "avoid", "avoid: “we are”"
    FREE = "free", "free"


class Person(models.TextChoices):
    """Which person a voice speaks in."""

    FIRST_PLURAL = "first_plural", "we"
    FIRST_SINGULAR = "first_singular", "I"
    EITHER = "first_plural_or_singular", "we or I"
    ANY = "any"


class SecondPerson(models.TextChoices):
    """Whether a voice speaks to the customer as “you”."""

    USE = "use", "use: “your table”"
    AVOID = "avoid", "avoid: “the table”"
    FREE = "free", "free"


class Address(models.TextChoices):
    """How a voice addresses the customer."""

    FIRST_NAME = "first_name", "by first name: “Hello Ana,”"
    TITLE = "title", "formally: “Dear Ms. Ruiz,”, in full where no title is known"
    NONE = "none", "by no name: “Hello,”"
    FREE = "free", "free"


class Formality(models.TextChoices):
    """The register of a voice."""

    FORMAL = "formal"
    NEUTRAL = "neutral"
    CASUAL = "casual"


class Spelling(models.TextChoices):
    """Which spelling a voice keeps to."""

    US = "us", "American: “color”"
    GB = "gb", "British: “colour”"


def _bounded(words: str) -> Any:
    return models.PositiveIntegerField(null=True, blank=True, help_text=words)


class ToneOverlay(Tracked):
    """A voice for a vertical, a brand or a location; what a field leaves empty, a wider one says.

    The most specific overlay that sets a field wins: location, then brand, then vertical, and
    within one of them the overlay of a channel. Lists of what is prohibited, and approved
    replacements, add up.
    """

    code = models.CharField(max_length=80, unique=True, validators=[code_validator])
    vertical = models.ForeignKey(Vertical, models.PROTECT, null=True, blank=True)
    brand = models.ForeignKey(Brand, models.PROTECT, null=True, blank=True)
    location = models.ForeignKey(Location, models.PROTECT, null=True, blank=True)
    channel = models.CharField(
        max_length=40,
        blank=True,
        help_text="The code of a channel, where this is a variant for one; empty for all.",
    )

    sentence_mean_min = models.FloatField(
        null=True, blank=True, help_text="Words a sentence on average, at the least."
    )
    sentence_mean_max = models.FloatField(
        null=True, blank=True, help_text="Words a sentence on average, at the most."
    )
    sentence_max = models.PositiveIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(5)],
        help_text="No sentence may have more words than this.",
    )
    sentence_band_min = _bounded("The fewest words of an ordinary sentence.")
    sentence_band_max = _bounded("The most words of an ordinary sentence.")
    sentence_outside_pct = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MaxValueValidator(_PERCENT)],
        help_text="Percent of a reply’s sentences that may be shorter or longer than ordinary; "
        "20 where nothing is said.",
    )
    sentence_quantiles = models.JSONField(
        default=dict,
        blank=True,
        help_text="Lengths to aim at, by percentile: {“50”: 13, “90”: 22}. Reported only.",
    )
    reply_words_min = _bounded("Words of a whole reply, at the least. Reported only.")
    reply_words_max = _bounded("Words of a whole reply, at the most.")
    reading_grade_min = models.FloatField(
        null=True, blank=True, help_text="Flesch-Kincaid grade, at the least. Reported only."
    )
    reading_grade_max = models.FloatField(
        null=True, blank=True, help_text="Flesch-Kincaid grade, at the most. Reported only."
    )

    contractions = models.CharField(
        max_length=10,
        choices=Contractions.choices,
        blank=True,
        help_text="Avoid is enforced: words are written in full. Use steers what is written.",
    )
    spelling = models.CharField(
        max_length=2,
        choices=Spelling.choices,
        blank=True,
        help_text="Words that are spelt the other way are respelt.",
    )
    person = models.CharField(
        max_length=30,
        choices=Person.choices,
        blank=True,
        help_text="Who speaks: “we” or “I”.",
    )
    second_person = models.CharField(
        max_length=10,
        choices=SecondPerson.choices,
        blank=True,
        help_text="Whether the customer is spoken to as “you”. Avoid is enforced.",
    )
    address = models.CharField(
        max_length=12,
        choices=Address.choices,
        blank=True,
        help_text="How the customer is addressed. By no name is enforced.",
    )
    formality = models.CharField(
        max_length=10,
        choices=Formality.choices,
        blank=True,
        help_text="How formal the wording is, by what can be observed in it. Reported only.",
    )
    register = models.CharField(
        max_length=200,
        blank=True,
        help_text="The voice in your own words, for whoever writes: “formal, unhurried”.",
    )
    greetings = Words(
        help_text="One a line, how a reply opens: “Good morning {first_name}, | morning”. What "
        "follows the bar says when."
    )
    closings = Words(help_text="One a line, how a reply ends: “Warmly,”.")
    permitted = Words(
        help_text="House terms and phrases that belong to this voice; a bar and words after it "
        "say when to use one."
    )
    prohibited = Words(
        help_text="Phrases that never appear, and with an @ whole classes: @sales_pressure."
    )
    replacements = models.JSONField(
        default=dict,
        blank=True,
        help_text="Approved swaps: {“no worries”: “you are welcome”}.",
    )

    emoji_max = _bounded("Emoji a reply at most; 0 for none.")
    emoji_allowed = Words(
        base_field=models.CharField(max_length=40),
        help_text="The only emoji that may be used; empty for any.",
    )
    exclamations_max = _bounded("Exclamation marks a reply at most; 0 for none.")
    capitals_max = _bounded("Words in capitals for emphasis a reply at most; 0 for none.")

    disclaimer_trigger = models.CharField(
        max_length=500, blank=True, help_text="In words: what makes the disclaimer necessary."
    )
    disclaimer_text = models.CharField(
        max_length=500, blank=True, help_text="Added word for word where the trigger is met."
    )
    disclaimer_placement = models.CharField(
        max_length=10,
        choices=[(place.value, place.value) for place in Placement],
        blank=True,
        help_text="Where the disclaimer stands: after what triggers it where nothing is said.",
    )

    # Set where a whole configuration is read at once: the concepts that stand beside the overlay.
    beside: tuple[OwnConcept, ...] | None = None

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("vertical", "brand", "location", "channel"),
                nulls_distinct=False,
                name="tone_overlay_one_a_scope",
                violation_error_message="There is already an overlay for this scope; edit it.",
            ),
        )

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse an overlay without a scope, halves of a pair, and what nobody could keep to."""
        super().clean()
        faults = self.faults()
        # The row itself may be unsaved, and so may be what it names.
        if not (self.vertical or self.brand or self.location):
            faults["vertical"] = ["Name a vertical, a brand or a location."]
        if faults:
            raise ValidationError(faults)

    def faults(self) -> dict[str, list[str]]:
        """Return what is wrong with what the voice says, by the field that has to change."""
        found: dict[str, list[str]] = {}
        for name in ("sentence_mean", "sentence_band", "reply_words", "reading_grade"):
            ends = getattr(self, f"{name}_min"), getattr(self, f"{name}_max")
            found |= band_faults(name, *ends)
        if bool(self.disclaimer_trigger.strip()) != bool(self.disclaimer_text.strip()):
            found["disclaimer_text"] = ["A disclaimer needs both its trigger and its text."]
        found |= {
            "sentence_quantiles": quantile_faults(self.sentence_quantiles),
            "emoji_allowed": emoji_faults(self.emoji_allowed),
            "replacements": swap_faults(self.replacements),
        }
        for name in ("greetings", "closings", "permitted"):
            found[name] = line_faults(getattr(self, name), placeholders=name != "permitted")
        if not found["replacements"]:
            found |= self._class_faults()
        return {name: told for name, told in found.items() if told}

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the concepts that stand in it as classes of phrases."""
        return classes_in((*self.prohibited, *self.replacements))

    def _class_faults(self) -> dict[str, list[str]]:
        """Return the classes that cannot be used: a draft would be held for one."""
        if not self.classes:
            return {}
        own = Concept.objects.in_force() if self.beside is None else self.beside
        lists = with_own(own)
        return {
            name: [
                _sentence(why)
                for each in classes_in(phrases)
                if (why := unusable(each, lists.concepts, lists.broken))
            ]
            for name, phrases in (
                ("prohibited", self.prohibited),
                ("replacements", self.replacements),
            )
        }


def _sentence(why: str) -> str:
    return f"{why[0].upper()}{why[1:]}{'' if why.endswith('?') else '.'}"
