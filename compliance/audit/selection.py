"""Which events of a log are exported: by period, place, person, ticket, draft or rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from compliance.audit.events import stamp
from compliance.audit.terms import naming, of_rule_ever
from compliance.models import AuditEvent, AuditLeaf, AuditLog, EventType

SLICE: Final = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; what is left out does not narrow it down.

    ``agent`` and ``rule`` choose whole drafts: of those that the agent was shown or had in hand,
    and of those that were gated with the rule in scope, every event is selected, with the agent's
    other ones and the rule's own versions. ``since`` counts, ``until`` does not.
    """

    since: datetime | None = None
    until: datetime | None = None
    location: str = ""
    agent: str = ""
    ticket: str = ""
    rule: str = ""
    draft: UUID | None = None

    @property
    def told(self) -> dict[str, Any]:
        """What was asked for, as data of an event."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            name: stamp(value) if isinstance(value, datetime) else str(value)
            for name, value in given.items()
            if value
        }

    @classmethod
    def read(cls, told: Mapping[str, str]) -> Selection:
        """Return what :attr:`told` says."""
        given: dict[str, Any] = dict(told)
        for name in given.keys() & {"since", "until"}:
            given[name] = datetime.fromisoformat(given[name])
        if "draft" in given:
            given["draft"] = UUID(given["draft"])
        return cls(**given)

    def leaves(self, log: AuditLog, size: int) -> QuerySet[AuditLeaf]:
        """Return the selected ones among the first ``size`` leaves, in their order.

        These never become others: what is chosen by other events goes by the same leaves.
        """
        first = AuditEvent.objects.filter(leaf__log=log, leaf__index__lt=size)
        wanted = Q()
        for name, value in (
            ("event__at__gte", self.since),
            ("event__at__lt", self.until),
            ("event__location", self.location),
            ("event__ticket", self.ticket),
            ("event__draft", self.draft),
        ):
            if value:
                wanted &= Q(**{name: value})
        if self.agent:
            by_agent = first.filter(actor=self.agent)
            wanted &= Q(event__actor=self.agent) | Q(event__draft__in=_drafts(by_agent))
        if self.rule:
            named = naming(first, of_rule_ever(self.rule))
            gated = named.filter(type=EventType.GATE_DECIDED)
            own = named.filter(type=EventType.CONFIGURATION_PUBLISHED)
            wanted &= Q(event__in=own.values("pk")) | Q(event__draft__in=_drafts(gated))
        leaves = AuditLeaf.objects.filter(wanted, log=log, index__lt=size)
        return leaves.select_related("event").order_by("index")


def sliced(leaves: QuerySet[AuditLeaf]) -> Iterator[list[AuditLeaf]]:
    """Return leaves slice by slice, each with one query that starts where the last one ended."""
    after = -1
    while found := list(leaves.filter(index__gt=after)[:SLICE]):
        yield found
        after = found[-1].index


def _drafts(events: QuerySet[AuditEvent]) -> QuerySet[AuditEvent, UUID | None]:
    return events.filter(draft__isnull=False).values_list("draft", flat=True)
