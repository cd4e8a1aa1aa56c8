"""What is wrong with articles, kept current: somebody mends them before a reply needs them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from locations.models.knowledge import KnowledgeArticle


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
