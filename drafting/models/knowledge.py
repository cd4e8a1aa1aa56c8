"""What is wrong with articles, kept current: somebody mends them before a reply needs them."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from drafting.outbound.fetch import address_problem
from locations.models.fields import Words, code_validator, state_validator
from locations.models.knowledge import KnowledgeArticle
from locations.models.tracked import Tracked

# The parts of a feed whose place a mapping may name.
MAPPED: Final = ("articles", "id", "title", "body", "url")


class FlagKind(models.TextChoices):
    """Why an article, or a passage of it, may not be used or should be looked at."""

    OFFER = "offer", "offer cannot be used"
    POLICY = "policy", "differs from policy"
    REVIEW = "review", "past its review date"
    MISSING = "missing", "gone from its source"
    LENGTH = "length", "too long to be read"
    SUPERSEDED = "superseded", "superseded"
    DEPRECATED = "deprecated", "deprecated"


class ArticleFlag(models.Model):
    """One thing that is wrong with an article: where, since when, and what holds instead."""

    article = models.ForeignKey(KnowledgeArticle, models.CASCADE, related_name="flags")
    kind = models.CharField(max_length=12, choices=FlagKind.choices)
    # The policy term or the offer that a passage contradicts.
    rule = models.CharField(max_length=120, blank=True)
    passage = models.TextField(blank=True)
    # Passages may be long: rows are told apart by their hash.
    passage_sha256 = models.CharField(max_length=64)
    reason = models.TextField()
    stored_value = models.TextField(blank=True)
    stored_source = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    noticed_at = models.DateTimeField()
    places = models.PositiveIntegerField()
    examples = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        ordering = ("article", "kind")
        constraints = (
            models.UniqueConstraint(
                fields=("article", "kind", "rule", "passage_sha256"), name="article_flag_once"
            ),
        )
        indexes = (models.Index(fields=("kind", "since"), name="article_flag_kind"),)

    def __str__(self) -> str:
        return f"{self.article_id}: {self.get_kind_display()}"


class ArticleCheck(models.Model):
    """Something that changed, and whose effect on articles is still to be worked out.

    ``subject`` names it: ``article:7``, ``offer:SPRING``, ``term:return_window_days``, ``brand:3``.
    """

    subject = models.CharField(max_length=140, unique=True)
    # Whose articles: one brand's, or every brand's.
    brand = models.ForeignKey("locations.Brand", models.CASCADE, null=True, related_name="+")
    queued_at = models.DateTimeField()
    # Why it could not be examined; it waits for the next change then.
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.subject

    @property
    def kind(self) -> str:
        """What it is: article, offer, term, review or brand."""
        return self.subject.partition(":")[0]

    @property
    def name(self) -> str:
        """Which one it is: a key or a code."""
        return self.subject.partition(":")[2].partition("@")[0]


class KnowledgeClock(models.Model):
    """For which date of each time zone articles were last examined; one row."""

    dates = models.JSONField(default=dict)
    checked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"articles examined until {self.checked_at}"


class SourceKind(models.TextChoices):
    """Where articles are taken over from."""

    FOLDER = "folder", "folder of Markdown and HTML files"
    FEED = "feed", "JSON feed over HTTP"


class WhenMissing(models.TextChoices):
    """What happens to an article that its source has no more."""

    FLAG = "flag", "marked on the freshness board"
    DEPRECATE = "deprecate", "marked and deprecated"


class KnowledgeSource(Tracked):
    """A help centre that articles are taken over from, with what holds for new ones."""

    code = models.CharField(max_length=40, unique=True, validators=[code_validator])
    kind = models.CharField(max_length=10, choices=SourceKind.choices)
    location = models.CharField(
        "address or folder",
        max_length=500,
        help_text="https://help.example.com/api/articles.json, or a folder below "
        "DRAFTGATE_KNOWLEDGE_ROOT.",
    )
    active = models.BooleanField("in use", default=True)
    brand = models.ForeignKey("locations.Brand", models.PROTECT, related_name="+")
    verticals = Words(help_text="Codes of verticals for new articles; empty means all.")
    states = Words(
        base_field=models.CharField(max_length=6, validators=[state_validator]),
        help_text="States for new articles, such as US-MA; empty means all.",
    )
    channels = Words(help_text="Channels for new articles; empty means all.")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    review_days = models.PositiveSmallIntegerField(
        "review after", null=True, blank=True, help_text="Days until a new article is to review."
    )
    when_missing = models.CharField(
        "articles gone from it",
        max_length=10,
        choices=WhenMissing.choices,
        default=WhenMissing.FLAG,
    )
    mapping = models.JSONField(
        default=dict,
        blank=True,
        help_text="Where each part stands in a feed, as {“articles”: “data.items”, “id”: “key”, "
        "“title”: “name”, “body”: “content.html”, “url”: “link”}.",
    )
    timeout_seconds = models.PositiveSmallIntegerField(
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(300)],
        help_text="How long fetching a feed may take in all.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse an address that may not be fetched, and a mapping that says nothing."""
        super().clean()
        if self.kind == SourceKind.FEED:
            problem = address_problem(self.location)
            if problem:
                raise ValidationError({"location": problem})
        elif self.location.startswith("/") or ".." in self.location.split("/"):
            raise ValidationError(
                {"location": "Write a path below DRAFTGATE_KNOWLEDGE_ROOT, such as help/en."}
            )
        if not isinstance(self.mapping, dict) or not all(
            isinstance(path, str) and path for path in self.mapping.values()
        ):
            raise ValidationError({"mapping": "Write an object of names and paths."})
        unknown = sorted(set(self.mapping) - set(MAPPED))
        if unknown:
            names = ", ".join(MAPPED)
            raise ValidationError({"mapping": f"“{unknown[0]}” is none of {names}."})


class KnowledgeRun(models.Model):
    """One run of a source: what it changed and what it could not take over."""

    source = models.ForeignKey(KnowledgeSource, models.CASCADE, related_name="runs")
    source_version = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    error = models.CharField(max_length=500, blank=True)
    # What a feed wants to be asked with the next time.
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("-started_at",)
        indexes = (models.Index(fields=("source", "-started_at"), name="knowledge_run_source"),)

    def __str__(self) -> str:
        return f"{self.source_id} at {self.started_at:%Y-%m-%d %H:%M}"
