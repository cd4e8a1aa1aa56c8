"""Conditions to pick from: what was published, and what drafts were written with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from compliance.models import ComplianceRule, ToneOverlay
from drafting.context.fingerprints import condition
from drafting.models import Draft
from locations.models import PolicyValue

_MOST: Final = 300
_LATEST: Final = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A condition, what it is in words, and when it was published (aware), if it was."""

    condition: str
    about: str
    since: datetime | None = None


def suggestions() -> list[Suggestion]:
    """Return conditions that drafts may have been made under, the latest first. Five queries."""
    published = [*_published(), *_policies()]
    published.sort(key=lambda each: each.since or _NEVER, reverse=True)
    return [*published, *_written_with()]


def latest(found: list[Suggestion]) -> list[Suggestion]:
    """Those that were published last: what is wrong is mostly new."""
    return [each for each in found if each.since is not None][:_LATEST]


def _published() -> Iterator[Suggestion]:
    rules = ComplianceRule.history.exclude(history_type="-").order_by("-history_date")
    for code, version, claim, at in rules.values_list("code", "version", "claim", "history_date")[
        :_MOST
    ]:
        yield Suggestion(condition("rule", code, version), claim[:80], at)
    tones = ToneOverlay.history.exclude(history_type="-").order_by("-history_date")
    for code, version, at in tones.values_list("code", "version", "history_date")[:_MOST]:
        yield Suggestion(condition("tone", code, version), "voice", at)


def _policies() -> Iterator[Suggestion]:
    rows = PolicyValue.objects.select_related("term", "vertical", "brand", "location")
    for row in rows.order_by("-updated_at")[:_MOST]:
        for version in range(row.version, max(row.version - 3, 0), -1):
            name = f"{row.term.key}/{row.row}"
            # When earlier versions were published is in the history, which is not read for this.
            since = row.updated_at if version == row.version else None
            yield Suggestion(condition("policy", name, version), row.term.label, since)


def _written_with() -> Iterator[Suggestion]:
    drafts = Draft.objects.order_by()
    for kind, name in (("prompt", "prompt_version"), ("model", "model")):
        used = drafts.exclude(**{name: ""}).values_list(name, flat=True).distinct()
        for value in sorted(used[:_MOST]):
            yield Suggestion(condition(kind, value), kind)


_NEVER: Final = datetime.min.replace(tzinfo=UTC)
