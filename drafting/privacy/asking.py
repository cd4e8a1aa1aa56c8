"""Who may keep or erase what is stored about people, and in which words they say why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied

from compliance.audit.events import Actor
from drafting.attestation.subjects import person
from drafting.errors import Unusable
from drafting.masking import mask
from locations.roles import OPERATOR, has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAX_REASON: Final = 2_000


def require_operator(actor: User) -> Actor:
    """Return who acts, as events name them.

    Raises:
        PermissionDenied: unless they are an operator.
    """
    if not has_role(actor, OPERATOR):
        raise PermissionDenied("Only operators may hold or erase what is stored about people.")
    return person(actor, OPERATOR)


def require_words(field: str, words: str, *, limit: int = MAX_REASON) -> str:
    """Return what somebody wrote without surrounding space.

    Raises:
        Unusable: when it is empty, too long, no text, or holds a card or social security number.
    """
    words = words.replace("\r\n", "\n").strip()
    if not words:
        raise Unusable(field, "Say why; it is kept for good. Name nobody in it.")
    if len(words) > limit:
        raise Unusable(field, f"Write {limit:,} characters at most.")
    if "\x00" in words or any("\ud800" <= char <= "\udfff" for char in words):
        raise Unusable(field, "This holds characters that are no text; remove them.")
    if mask(words) != words:
        raise Unusable(field, "This holds a card or social security number; remove it.")
    return words
