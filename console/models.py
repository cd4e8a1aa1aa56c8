"""API tokens: shown once, stored as a hash."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from compliance.audit.events import SYSTEM, Happening, append, stamp
from compliance.models import EventType
from drafting.attestation.subjects import person
from locations.roles import OPERATOR

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
    machine = models.BooleanField(
        "a machine's own",
        default=False,
        help_text="A program acts with it by itself. The log of decisions then names the token, "
        "and not the person, as who acted.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True, help_text="Empty: never.")
    revoked_at = models.DateTimeField(null=True, blank=True, help_text="From then on refused.")

    class Meta:
        verbose_name = "API token"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{SCHEME}_{self.prefix}_…"

    @property
    def name(self) -> str:
        """The part of the token that is no secret, as the log of decisions names it."""
        return f"{SCHEME}_{self.prefix}"

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
    *,
    user: User,
    label: str = "",
    expires_at: datetime | None = None,
    machine: bool = False,
    by: User | None = None,
) -> tuple[ApiToken, str]:
    """Create a token for a person and return it with its secret text, which is stored nowhere.

    ``by`` is the operator who makes it; nobody at the command line.
    """
    prefix = secrets.token_hex(4)
    token = f"{SCHEME}_{prefix}_{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        stored = ApiToken.objects.create(
            prefix=prefix,
            digest=_digest(token),
            user=user,
            label=label,
            expires_at=expires_at,
            machine=machine,
        )
        tell(EventType.TOKEN_ISSUED, stored, at=timezone.now(), by=by)
    return stored, token


def revoke(*, token: ApiToken, by: User | None = None) -> None:
    """Refuse a token from now on."""
    with transaction.atomic():
        token = ApiToken.objects.select_for_update().get(pk=token.pk)
        if token.revoked_at is None:
            token.revoked_at = timezone.now()
            token.save(update_fields=["revoked_at"])
            tell(EventType.TOKEN_REVOKED, token, at=token.revoked_at, by=by)


def tell(kind: EventType, token: ApiToken, *, at: datetime, by: User | None) -> None:
    """Tell the log who may speak through a token from now on, or may not any more."""
    expires = token.expires_at
    append(
        Happening(
            kind,
            at,
            actor=SYSTEM if by is None else person(by, OPERATOR),
            details={
                "token": token.name,
                "label": token.label,
                "machine": token.machine,
                "account": token.user.get_username(),
                "expires": None if expires is None else stamp(expires),
            },
        )
    )


def prefix_of(token: str) -> str:
    """Return the part of a token that finds its row; empty when it is not one of ours."""
    scheme, _, rest = token.partition("_")
    prefix, _, secret = rest.partition("_")
    return prefix if scheme == SCHEME and prefix and secret else ""


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
