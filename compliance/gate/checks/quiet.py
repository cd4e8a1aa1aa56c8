"""Quiet hours: whether a text that may be said has to wait, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from compliance.gate.channel.promotion import promotional_spans
from compliance.gate.quiet.windows import (
    LONGEST_HOLD,
    Clock,
    Concerns,
    QuietWindow,
    first_free,
)
from compliance.gate.quiet.zones import STATE_ZONES
from compliance.gate.reading import Reading, finding
from compliance.gate.states import STATE_NAMES
from compliance.gate.types import FactReference, Finding, Layer, Severity
from locations.hours import WEEKDAY_NAMES, Schedule


class QuietHours:
    """Holds a text back while a window of its channel is quiet on a clock that may be the
    customer's; the verdict stays as it is.
    """

    id: ClassVar[str] = "quiet_hours"
    title: ClassVar[str] = "Quiet hours of the channel"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.CHANNEL

    def find(self, reading: Reading) -> list[Finding]:
        """Return a note for every window that is quiet now, each with the moment at which none is.

        Without such a moment within two weeks the finding blocks: such a text can only be changed.
        """
        windows = [each for each in reading.case.channel.quiet if not _is_answer(reading, each)]
        if not windows:
            return []
        spans: list[tuple[int, int]] = []
        if any(each.concerns is Concerns.PROMOTIONAL for each in windows):
            spans = promotional_spans(reading)
            if not spans:
                windows = [each for each in windows if each.concerns is Concerns.EVERY]
        on_clocks = {each.code: _schedules(reading, each) for each in windows}
        at = reading.facts.at.astimezone(UTC)
        moment = first_free([one for each in on_clocks.values() for one in each], at)
        if moment == at:
            return []
        if moment is not None:
            moment = moment.astimezone(ZoneInfo(reading.facts.place.schedule.zone))
        found: list[Finding] = []
        for window in windows:
            quiet = [each for each in on_clocks[window.code] if each.is_open_at(at)]
            if quiet:
                span = (0, len(reading.text.original))
                if window.concerns is Concerns.PROMOTIONAL:
                    span = spans[0]
                found.append(self._finding(reading, window, quiet, moment, span))
        return found

    def _finding(
        self,
        reading: Reading,
        window: QuietWindow,
        quiet: list[Schedule],
        moment: datetime | None,
        span: tuple[int, int],
    ) -> Finding:
        channel = reading.case.channel
        hours = _in_words(window)
        return finding(
            self,
            reading,
            *span,
            f"{_what(reading, window)} {hours}, on {_whose(reading, window)} clock: "
            f"{_now(quiet, reading.facts.at)}. {_when(moment, quiet[0])}",
            rule=window.code,
            rule_version=window.version,
            severity=Severity.BLOCK if moment is None else Severity.ADVISE,
            citation=window.citation,
            fact=FactReference("channel.quiet_hours", hours, channel.code, window.version),
            hold_until=moment,
        )


def _is_answer(reading: Reading, window: QuietWindow) -> bool:
    """Whether the conversation is live enough for the window to let its replies through."""
    asked_at = reading.case.asked_at
    if window.answers_within_minutes is None or asked_at is None:
        return False
    waited = reading.facts.at - asked_at
    return timedelta(0) <= waited <= timedelta(minutes=window.answers_within_minutes)


def _schedules(reading: Reading, window: QuietWindow) -> tuple[Schedule, ...]:
    place = reading.facts.place
    return window.schedules(
        window.clocks(
            home=(place.state, place.schedule.zone),
            customer_state=reading.facts.customer.state,
        )
    )


# --- In plain words -------------------------------------------------------------------------------


def _what(reading: Reading, window: QuietWindow) -> str:
    messages = "Promotions" if window.concerns is Concerns.PROMOTIONAL else "Messages"
    return f"{messages} on {reading.case.channel.code} are held back"


def _in_words(window: QuietWindow) -> str:
    """Return when a window is quiet: ``21:00-08:00 on mon, tue``."""
    hours = f"{window.hours.describe()} on {', '.join(window.weekdays) or 'every day'}"
    names = dict.fromkeys(day.name for day in window.holidays)
    return hours + (f" and all day on {', '.join(names)}" if names else "")


def _whose(reading: Reading, window: QuietWindow) -> str:
    if window.clock is Clock.LOCATION:
        return "the location's"
    state = reading.facts.customer.state
    if state is None:
        return (
            "the customer's (their state is not known, so the location's zone and every zone of "
            "the states in question count)"
        )
    name = STATE_NAMES.get(state, state)
    if state not in STATE_ZONES:
        return (
            f"the customer's ({name} is none of the United States, so the location's zone and "
            "every zone there count)"
        )
    if len(STATE_ZONES[state]) > 1:
        return f"the customer's ({name} has more than one zone, so each of them counts)"
    return f"the customer's ({name})"


def _now(quiet: list[Schedule], at: datetime) -> str:
    """Say what time it is on a clock on which it is quiet."""
    local = at.astimezone(ZoneInfo(quiet[0].zone))
    holiday = next((day.note for day in quiet[0].dated if day.on == local.date()), "")
    return f"it is {_moment(local)} in {quiet[0].zone} now{f', {holiday}' if holiday else ''}"


def _when(moment: datetime | None, quiet: Schedule) -> str:
    if moment is None:
        return (
            f"There is no moment within {LONGEST_HOLD.days} days at which it may go: change the "
            "text, or the quiet hours of the channel."
        )
    there = moment.astimezone(ZoneInfo(quiet.zone))
    return f"It may go from {_moment(there)} ({quiet.zone})."


def _moment(at: datetime) -> str:
    return f"{WEEKDAY_NAMES[at.weekday()]}, {at:%Y-%m-%d}, {at:%H:%M}"
