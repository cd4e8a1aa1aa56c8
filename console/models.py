"""API tokens: shown once, stored as a hash."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SCHEME = "dg"


class ApiToken(models.Model):
    """A person's key to the API.

    The secret has 256 random bits, so a plain SHA-256 is enough: there is nothing to guess.
    """

    prefix = models.CharField(max_length=12, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens")
    label = models.CharField(max_length=100, blank=True, help_text="What uses it: our helpdesk.")
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True, help_text="Empty: never.")
    revoked_at = models.DateTimeField(null=True, blank=True, help_text="From then on refused.")

    class Meta:
        verbose_name = "API token"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{SCHEME}_{self.prefix}_…"

    def matches(self, token: str) -> bool:
        """Say whether a whole token is this one, in constant time."""
        return constant_time_compare(self.digest, _digest(token))

    def refusal(self, at: datetime) -> str:
        """Return why the token is not accepted at a moment; empty when it is."""
        if self.revoked_at is not None and self.revoked_at <= at:
            return "This token was revoked; ask an operator for a new one."
        if self.expires_at is not None and self.expires_at <= at:
            return "This token has expired; ask an operator for a new one."
        return ""


def issue(
    *, user: User, label: str = "", expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """Create a token for a person and return it with its secret text, which is stored nowhere."""
    prefix = secrets.token_hex(4)
    token = f"{SCHEME}_{prefix}_{secrets.token_urlsafe(32)}"
    stored = ApiToken.objects.create(
        prefix=prefix, digest=_digest(token), user=user, label=label, expires_at=expires_at
    )
    return stored, token


def revoke(*, token: ApiToken) -> None:
    """Refuse a token from now on."""
    if token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])


def prefix_of(token: str) -> str:
    """Return the part of a token that finds its row; empty when it is not one of ours."""
    scheme, _, rest = token.partition("_")
    prefix, _, secret = rest.partition("_")
    return prefix if scheme == SCHEME and prefix and secret else ""


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
