"""Knowledge articles, their scope and their state."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from locations.models.fields import Words, code_validator, state_validator
from locations.models.places import Brand
from locations.models.tracked import Tracked

MAX_BODY_BYTES: Final = 1_000_000


def too_long(body: str, *, most: int = MAX_BODY_BYTES) -> str:
    """Say what to do about a body that is too long; empty when it is not."""
    size = len(body) if len(body) > most else len(body.encode("utf-8", "surrogatepass"))
    return size_in_words(size) if size > most else ""


def size_in_words(size: int) -> str:
    """Say that so many bytes are too many for an article, and what to do."""
    return (
        f"The article has {size / 1e6:.1f} MB; an article may have {MAX_BODY_BYTES / 1e6:.0f} MB. "
        "Split it into several."
    )


class ArticleStatus(models.TextChoices):
    """Whether an article may be used."""

    ACTIVE = "active"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class KnowledgeArticle(Tracked):
    """A piece of knowledge for replies, with where it holds and until when it is trusted."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    title = models.CharField(max_length=300)
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="articles")
    verticals = Words(help_text="Codes of verticals; empty means all.")
    states = Words(
        base_field=models.CharField(max_length=6, validators=[state_validator]),
        help_text="States of locations where it holds, such as US-MA; empty means all.",
    )
    include = Words(help_text="Codes of locations where it holds; empty means all of the brand.")
    exclude = Words(help_text="Codes of locations where it does not hold.")
    channels = Words(help_text="Channels it may be used on; empty means all.")
    status = models.CharField(
        max_length=20, choices=ArticleStatus.choices, default=ArticleStatus.ACTIVE
    )
    superseded_by: models.ForeignKey[Any, Any] = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    review_by = models.DateField(
        null=True,
        blank=True,
        help_text="Past this date it is stale; the brand says what then happens to it.",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    body = models.TextField()
    # Where it was taken over from: the source's code, its name there, and what it said there.
    source = models.CharField(max_length=40, blank=True, editable=False)
    source_id = models.CharField(max_length=200, blank=True, editable=False)
    source_url = models.CharField(max_length=500, blank=True, editable=False)
    source_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    missing_since = models.DateField("gone from its source", null=True, blank=True, editable=False)

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("source", "source_id"),
                name="article_once_a_source",
                condition=~models.Q(source=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def clean(self) -> None:
        """Refuse a superseded article without its successor, and one that succeeds itself."""
        super().clean()
        problem = too_long(self.body)
        if problem:
            raise ValidationError({"body": problem})
        if self.status == ArticleStatus.SUPERSEDED and self.superseded_by is None:
            raise ValidationError({"superseded_by": "Name the article that replaces this one."})
        if self.superseded_by_id is not None and self.superseded_by_id == self.pk:
            raise ValidationError({"superseded_by": "An article cannot replace itself."})
