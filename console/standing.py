"""How things stand: what waits for a person, and what is in force at a location."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse

from compliance.gate.types import PlaceFacts, PolicyFact, Rule
from compliance.loading import stored_ruleset
from compliance.models import ComplianceRule
from console.attestation import alarms
from console.freshness.board import to_mend
from console.privacy.standing import retention_amiss
from drafting.context.configuration import StoredConfiguration
from drafting.context.facts import place_facts
from drafting.models import (
    Draft,
    DraftJob,
    DraftStatus,
    JobState,
    ReviewItem,
    ReviewState,
    ScheduledReply,
    ScheduleState,
)
from locations.holiday_queries import Unconfirmed, unconfirmed_holidays
from locations.models import Location

WEEK = 7
_MOST_NAMED = 3
# Units that are not said as they are called; most of these tell how a value is read.
_SAID = {
    **dict.fromkeys(("boolean", "choice", "list", "text", "count"), ""),
    "money": "US dollars",
    "percent": "%",
    "age": "years of age",
}


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that waits: how many, of what, where to find them, and whether it is urgent."""

    count: int
    what: str
    url: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One policy value in force, in words, with the layer and row it comes from."""

    key: str
    label: str
    value: str
    unit: str
    layer: str
    row: str
    version: int
    since: date | None
    overrode: tuple[str, ...]

    @property
    def measure(self) -> str:
        """The unit where it is said after a value: days, %; nothing for a choice or yes."""
        return _SAID.get(self.unit, self.unit)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day's hours and the exception they come from, if any.

    ``services`` are the hours of other types that differ from the doors', with their names.
    """

    on: date
    hours: str
    note: str
    exception: bool
    services: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in force at a location at a moment of its own time."""

    place: str
    zone: str
    at: datetime
    open_now: bool | None
    policies: tuple[PolicyLine, ...]
    days: tuple[DayLine, ...]


def attention_items(at: datetime) -> list[Attention]:
    """Return what waits for a person, urgent first; empty when nothing does.

    Twelve queries, and one more where a brand wants holidays confirmed.
    """
    open_items = ReviewItem.objects.filter(state=ReviewState.OPEN).count()
    failed = DraftJob.objects.filter(state=JobState.FAILED).count()
    # A draft that still waits for its reply: what was sent or overtaken since needs nobody.
    unsent = ScheduledReply.objects.filter(
        state__in=(ScheduleState.REFUSED, ScheduleState.FAILED),
        draft__status=DraftStatus.VISIBLE,
    ).count()
    stale = to_mend()
    broken = stored_ruleset().broken
    overdue = ComplianceRule.objects.filter(review_by__lt=at.date()).count()
    found = [
        Attention(
            failed,
            "tickets without a draft: see why, and try them again",
            reverse("admin:drafting_draftjob_changelist") + "?state__exact=failed",
            urgent=True,
        ),
        Attention(
            unsent,
            "replies were to go out later and did not: see why, and have an agent send another",
            reverse("admin:drafting_scheduledreply_changelist") + "?state__in=refused,failed",
            urgent=True,
        ),
        Attention(len(broken), _unusable(broken), reverse("rulebook:rules"), urgent=True),
        Attention(open_items, "drafts wait for a reviewer", reverse("review:queue")),
        Attention(
            stale,
            "articles cannot be used as they are: see why, and mend them",
            reverse("freshness:board"),
        ),
        Attention(
            overdue,
            "rules are past their review date",
            reverse("admin:compliance_compliancerule_changelist") + f"?review_by__lt={at.date()}",
        ),
    ]
    found += [Attention(count, what, url, urgent=True) for count, what, url in alarms(at)]
    found += [Attention(*each) for each in retention_amiss(at)]
    found += [_unconfirmed(each) for each in unconfirmed_holidays(at.date())]
    return [item for item in found if item.count]


def _unusable(broken: Sequence[tuple[Rule, str]]) -> str:
    """Name the first rules that cannot be used, each with why; their page has them all."""
    one = len(broken) == 1
    head = f"{'rule' if one else 'rules'} cannot be used, and drafts in {'its' if one else 'their'}"
    named = [f"{rule.code}: {why}" for rule, why in broken[:_MOST_NAMED]]
    return f"{head} scope are held ({'; '.join(named)})"


def _unconfirmed(missing: Unconfirmed) -> Attention:
    one = missing.locations == 1
    return Attention(
        missing.locations,
        f"{'location has' if one else 'locations have'} no confirmed hours for {missing.holiday} "
        f"({missing.on}): add them, “regular” for the usual ones",
        reverse("admin:locations_location_changelist") + f"?unconfirmed={missing.on}",
    )


def in_force(location: Location, at: datetime) -> Standing:
    """Return what a reply for this location would be held to now, with provenance."""
    # As stored: a form that was refused shows its page with what was typed in the row.
    location = Location.objects.select_related("brand", "vertical").get(pk=location.pk)
    configuration = StoredConfiguration()
    local = at.astimezone(ZoneInfo(location.zone))
    facts = place_facts(
        location,
        on=local.date(),
        weekly_hours=configuration.weekly_hours([location]),
        dated_hours=configuration.dated_hours([location], local.date()),
        policy_values=configuration.policy_values([location]),
    )
    return standing_of(facts, local)


def standing_of(facts: PlaceFacts, local: datetime) -> Standing:
    """Return the facts of a place in words, for the week that starts with a local moment."""
    days = []
    for offset in range(WEEK):
        day = local.date() + timedelta(days=offset)
        hours, exception = facts.schedule.on(day)
        holiday = facts.schedule.unconfirmed_on(day)
        note = f"{holiday.holiday}: confirm it by dated hours" if holiday else ""
        services = (
            (each.hours_type.replace("_", " "), each.schedule.on(day)[0]) for each in facts.services
        )
        days.append(
            DayLine(
                day,
                hours.describe(),
                exception.note if exception else note,
                exception is not None or holiday is not None,
                tuple((name, own.describe()) for name, own in services if own != hours),
            )
        )
    return Standing(
        place=facts.name,
        zone=facts.schedule.zone,
        at=local,
        open_now=facts.schedule.is_open_at(local),
        policies=tuple(map(policy_line, facts.policies)),
        days=tuple(days),
    )


def policy_line(policy: PolicyFact) -> PolicyLine:
    """Return a resolved policy value in words."""
    source = policy.provenance
    return PolicyLine(
        key=policy.key,
        label=policy.label,
        value=in_words(policy.value),
        unit=policy.unit.value,
        layer=source.layer if source else "",
        row=source.row if source else "",
        version=source.version if source else 0,
        since=source.valid_from if source else None,
        overrode=source.overrode if source else (),
    )


def in_words(value: object) -> str:
    """Write a policy value as a person would: yes, 30, store credit."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


@dataclass(frozen=True, slots=True)
class Flow:
    """What went through lately, so that an empty queue can be told from a broken one."""

    passed: int
    changed: int
    held: int
    last_draft: datetime | None
    waiting_jobs: int
    overdue_jobs: int
    failed_jobs: int

    @property
    def stalled(self) -> bool:
        """Whether work waits that a running worker would have taken long ago."""
        return self.overdue_jobs > 0


def flow(at: datetime, *, locations: QuerySet[Location], hours: int = 24) -> Flow:
    """Return what went through at these locations in the last hours. Two queries."""
    since = at - timedelta(hours=hours)
    drafts = Draft.objects.filter(ticket__location__in=locations).aggregate(
        passed=Count("id", filter=Q(created_at__gte=since, decision__verdict="pass")),
        changed=Count("id", filter=Q(created_at__gte=since, decision__verdict="modify")),
        held=Count("id", filter=Q(created_at__gte=since, decision__verdict="block")),
        last=Max("created_at"),
    )
    waiting = Q(state__in=(JobState.QUEUED, JobState.RUNNING))
    jobs = DraftJob.objects.filter(ticket__location__in=locations).aggregate(
        waiting=Count("id", filter=waiting),
        overdue=Count(
            "id",
            # Due, or left behind by a worker that died, and nobody takes it.
            filter=Q(state=JobState.QUEUED, run_after__lt=at - timedelta(minutes=2))
            | Q(state=JobState.RUNNING, lease_until__lt=at - timedelta(minutes=2)),
        ),
        failed=Count("id", filter=Q(state=JobState.FAILED)),
    )
    return Flow(
        passed=drafts["passed"],
        changed=drafts["changed"],
        held=drafts["held"],
        last_draft=drafts["last"],
        waiting_jobs=jobs["waiting"],
        overdue_jobs=jobs["overdue"],
        failed_jobs=jobs["failed"],
    )
