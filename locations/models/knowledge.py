"""Knowledge articles, their scope and their state."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from locations.models.fields import Words, code_validator, state_validator
from locations.models.places import Brand
from locations.models.tracked import Tracked


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

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def clean(self) -> None:
        """Refuse a superseded article without its successor, and one that succeeds itself."""
        super().clean()
        if self.status == ArticleStatus.SUPERSEDED and self.superseded_by is None:
            raise ValidationError({"superseded_by": "Name the article that replaces this one."})
        if self.superseded_by_id is not None and self.superseded_by_id == self.pk:
            raise ValidationError({"superseded_by": "An article cannot replace itself."})
