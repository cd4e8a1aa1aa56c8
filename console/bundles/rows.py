"""A whole configuration as rows: those of a bundle (unsaved, linked) or those that are stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from django.contrib.auth.models import User

from compliance.models import (
    ChannelRestriction,
    ComplianceRule,
    Concept,
    QuietHours,
    ToneOverlay,
)
from console.bundles.problems import Place, Problem
from drafting.models import Customer, ReplyTemplate, RetentionRule, TicketClass
from locations.models import (
    Brand,
    DatedHours,
    HoursType,
    KnowledgeArticle,
    Location,
    OperatorProfile,
    PolicyTerm,
    PolicyValue,
    Promotion,
    RosterEntry,
    Vertical,
    WeeklyHours,
)
from locations.models.tracked import Tracked

RowKey: TypeAlias = "tuple[type[Tracked], str]"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here: a name to sign in with and roles, never a password."""

    username: str
    roles: tuple[str, ...]
    first_name: str = ""
    last_name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class BundleRows:
    """Rows of every kind, each tuple in the order of its natural keys.

    ``places`` says where each row of a bundle stands. ``derived`` names rows that the bundle never
    spells out (a term that only has values, a vertical that only has locations): they are created
    where missing and otherwise left as they are. ``warnings`` are doubts about a bundle that was
    only read to be evaluated.
    """

    operator: tuple[OperatorProfile, ...] = ()
    brands: tuple[Brand, ...] = ()
    verticals: tuple[Vertical, ...] = ()
    locations: tuple[Location, ...] = ()
    weekly_hours: tuple[WeeklyHours, ...] = ()
    dated_hours: tuple[DatedHours, ...] = ()
    policy_terms: tuple[PolicyTerm, ...] = ()
    policy_values: tuple[PolicyValue, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    articles: tuple[KnowledgeArticle, ...] = ()
    concepts: tuple[Concept, ...] = ()
    rules: tuple[ComplianceRule, ...] = ()
    overlays: tuple[ToneOverlay, ...] = ()
    channels: tuple[ChannelRestriction, ...] = ()
    quiet_hours: tuple[QuietHours, ...] = ()
    customers: tuple[Customer, ...] = ()
    ticket_classes: tuple[TicketClass, ...] = ()
    reply_templates: tuple[ReplyTemplate, ...] = ()
    retention: tuple[RetentionRule, ...] = ()
    roster: tuple[RosterEntry, ...] = ()
    people: tuple[Person, ...] = ()
    places: Mapping[RowKey, Place] = field(default_factory=dict)
    derived: frozenset[RowKey] = frozenset()
    warnings: tuple[Problem, ...] = ()

    def of(self, model: type[Tracked]) -> tuple[Any, ...]:
        """Return the rows of one model."""
        rows: tuple[Any, ...] = getattr(self, FIELDS[model])
        return rows

    def __iter__(self) -> Iterator[Tracked]:
        for model in FIELDS:
            yield from self.of(model)


# In the order in which rows can be created: what a row names comes before it.
FIELDS: Final[dict[type[Tracked], str]] = {
    OperatorProfile: "operator",
    Brand: "brands",
    Vertical: "verticals",
    Location: "locations",
    WeeklyHours: "weekly_hours",
    DatedHours: "dated_hours",
    PolicyTerm: "policy_terms",
    PolicyValue: "policy_values",
    Promotion: "promotions",
    KnowledgeArticle: "articles",
    Concept: "concepts",
    ComplianceRule: "rules",
    ToneOverlay: "overlays",
    ChannelRestriction: "channels",
    QuietHours: "quiet_hours",
    Customer: "customers",
    TicketClass: "ticket_classes",
    ReplyTemplate: "reply_templates",
    RetentionRule: "retention",
    RosterEntry: "roster",
}


# Rows that are named by one field of theirs, which is not called their code.
_NAMES: Final[dict[type[Any], str]] = {
    PolicyTerm: "key",
    Concept: "name",
    RetentionRule: "scope",
    User: "username",
}


def key_of(row: Any) -> str:
    """Return the name by which a row is the same row everywhere, whatever its number is."""
    if isinstance(row, WeeklyHours):
        return f"{row.location.code}{_type_of(row)}"
    if isinstance(row, DatedHours):
        return f"{row.location.code}{_type_of(row)} on {row.on}"
    if isinstance(row, PolicyValue):
        since = f" from {row.valid_from}" if row.valid_from else ""
        return f"{row.term.key} for {row.row}{since}"
    if isinstance(row, RosterEntry):
        return f"{row.user.username} for {row.scope}"
    name: str = getattr(row, _NAMES.get(type(row), "code"))
    return name


def _type_of(row: WeeklyHours | DatedHours) -> str:
    """The hours type as a part of a key; the doors' own hours need no word."""
    return "" if row.hours_type == HoursType.MAIN else f" {row.hours_type}"
