"""Which roles an endpoint is for."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from drafting.recalls import MAY_RECALL
from locations.roles import AGENT, AUDITOR, OPERATOR, READERS, REVIEWER, has_role


class _ForRoles(BasePermission):
    roles: tuple[str, ...] = ()

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the person has one of the roles."""
        return has_role(request.user, *self.roles)


class ForAgents(_ForRoles):
    """Agents, and nobody else: drafts are theirs."""

    roles = (AGENT,)
    message = "Drafts are for agents; ask an operator for the role."


class ForTicketSources(_ForRoles):
    """Agents and operators: they bring tickets in."""

    roles = (AGENT, OPERATOR)
    message = "Tickets are brought in by agents and operators; ask for one of the roles."


class ForOperators(_ForRoles):
    """Operators: they own the records."""

    roles = (OPERATOR,)
    message = "Customer records are fed by operators; ask for the role."


class ForAuditors(_ForRoles):
    """Operators and auditors: the log tells of every location."""

    roles = (OPERATOR, AUDITOR)
    message = "The log is for operators and auditors; ask for one of the roles."


class ForReaders(_ForRoles):
    """Reviewers, operators and auditors: they look back at what was decided."""

    roles = READERS
    message = "This is for reviewers, operators and auditors; ask for one of the roles."


class ForRecalling(_ForRoles):
    """Operators and reviewers: they take drafts back."""

    roles = MAY_RECALL.roles
    message = "Drafts are recalled by operators and reviewers; ask for one of the roles."


class ForEveryRole(_ForRoles):
    """Anybody with a role."""

    roles = (OPERATOR, REVIEWER, AGENT, AUDITOR)
    message = "Your account has no role yet; ask an operator for one."
