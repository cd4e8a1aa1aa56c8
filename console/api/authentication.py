"""Who speaks over the API: bearer tokens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from console.models import ApiToken, prefix_of
from drafting.attestation.subjects import Token

# How exact “last used” is: a busy token does not cost a write per request.
USE_NOTED_EVERY = timedelta(minutes=1)
UNKNOWN = "This token is not known; check that it was copied whole."


class BearerToken(BaseAuthentication):
    """`Authorization: Bearer dg_...`; a bad, expired or revoked token is answered with 401."""

    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        """Return the person and the token, or None when no token was sent.

        Raises:
            AuthenticationFailed: saying what is wrong with the token.
        """
        header = get_authorization_header(request).split()
        if not header or header[0].lower() != b"bearer":
            return None
        if len(header) != 2:
            raise AuthenticationFailed("Send one token: “Authorization: Bearer dg_…”.")
        try:
            text = header[1].decode("ascii")
        except UnicodeDecodeError as error:
            raise AuthenticationFailed(UNKNOWN) from error
        prefix = prefix_of(text)
        if not prefix.isalnum():  # PostgreSQL refuses NUL even in a comparison
            raise AuthenticationFailed(UNKNOWN)
        token = ApiToken.objects.select_related("user").filter(prefix=prefix[:12]).first()
        if token is None or not token.matches(text):
            raise AuthenticationFailed(UNKNOWN)
        now = timezone.now()
        if refusal := token.refusal(now):
            raise AuthenticationFailed(refusal)
        if not token.user.is_active:
            raise AuthenticationFailed("The account of this token is switched off.")
        ApiToken.objects.filter(
            Q(last_used_at=None) | Q(last_used_at__lt=now - USE_NOTED_EVERY), pk=token.pk
        ).update(last_used_at=now)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """Name the scheme in a 401 answer."""
        return 'Bearer realm="draftgate"'


def spoken_through(request: Request) -> Token | None:
    """Return the token of a request, as the log names it; nothing for who came another way."""
    token = request.auth
    if not isinstance(token, ApiToken):
        return None
    return Token(token.name, token.label, is_machine=token.machine)


class BearerTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema describes the tokens."""

    target_class = BearerToken
    name = "bearer"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """Describe an HTTP bearer token."""
        return {"type": "http", "scheme": "bearer", "bearerFormat": "dg_…"}
