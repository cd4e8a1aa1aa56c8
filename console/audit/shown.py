"""Reading a text on the pages of the log is a showing, and told as one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils import timezone

from console.audit.told import Told
from drafting.attestation.drafts import show_all
from drafting.attestation.subjects import reader
from drafting.models import Draft
from locations.roles import roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# The others are reasons and notes of people, and fingerprints.
_OF_DRAFTS: Final = frozenset({"text", "other", "output"})


def tell_shown(user: User, told: Iterable[Told], draft: Draft | None) -> None:
    """Tell the log which texts of a draft a page of its events shows to a reader."""
    if draft is None:
        return
    texts: dict[str, UUID] = {
        text.text: each.decision or draft.decision_id
        for each in told
        for text in each.texts
        if text.text is not None and text.key in _OF_DRAFTS
    }
    if texts:
        show_all(
            draft=draft,
            texts=texts.items(),
            actor=reader(user, roles_of(user)),
            at=timezone.now(),
            by="log",
        )
