"""The roles people have: groups by name, and the question whether somebody has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

OPERATOR: Final = "operator"
REVIEWER: Final = "reviewer"
AGENT: Final = "agent"
AUDITOR: Final = "auditor"

ROLES: Final = {
    OPERATOR: "edits locations, policies, offers, knowledge, rules and voices",
    REVIEWER: "clears blocked drafts in the review queue",
    AGENT: "pulls gated drafts and sends replies",
    AUDITOR: "reads everything that was decided, changes nothing",
}


# Who reads drafts and configuration; somebody who is several reads as the first of them.
READERS: Final = (REVIEWER, OPERATOR, AUDITOR)


def roles_of(user: User | AnonymousUser) -> frozenset[str]:
    """The roles of a person, in one query; nobody signed out or switched off has any."""
    if user.is_anonymous or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return frozenset(ROLES)
    names: list[str] = list(user.groups.values_list("name", flat=True))
    return frozenset(names) & frozenset(ROLES)


def has_role(user: User | AnonymousUser, *roles: str) -> bool:
    """Whether a person has one of the roles; a superuser has them all."""
    return bool(roles_of(user) & frozenset(roles))
