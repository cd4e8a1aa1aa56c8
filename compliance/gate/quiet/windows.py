"""A window of quiet hours, and the first moment at which none of several holds any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from compliance.gate.quiet.zones import ANY_STATE, STATE_ZONES
from locations.hours import ALWAYS, CLOSED, WEEKDAYS, DatedHours, DayHours, Schedule

# A message that could not go for so long is not held, it is refused: nobody would wait for it.
LONGEST_HOLD: Final = timedelta(days=14)


class Clock(StrEnum):
    """Whose wall clock a window is read on."""

    CUSTOMER = "customer"
    LOCATION = "location"


class Concerns(StrEnum):
    """Which messages a window keeps back."""

    EVERY = "every"
    PROMOTIONAL = "promotional"


@dataclass(frozen=True, slots=True)
class QuietDay:
    """A public holiday of a state (ISO 3166-2) on which a window lasts all day."""

    state: str
    on: date
    name: str


@dataclass(frozen=True, slots=True)
class QuietWindow:
    """Hours of some weekdays (none named: all) in which a channel carries nothing.

    ``hours`` are the quiet ones, those past midnight belonging to the weekday they begin on.
    Empty ``states`` mean any; they are the customer's where the customer's clock counts, otherwise
    the location's. ``holidays`` are those within reach of the moment that is asked for. A reply
    that comes no later than ``answers_within_minutes`` after the customer's message is let
    through.
    """

    code: str
    hours: DayHours
    weekdays: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    clock: Clock = Clock.CUSTOMER
    concerns: Concerns = Concerns.EVERY
    holidays: tuple[QuietDay, ...] = ()
    answers_within_minutes: int | None = None
    citation: str = ""
    version: int = 1

    def schedules(self, clocks: Iterable[tuple[str, str]]) -> tuple[Schedule, ...]:
        """Return the window on each of some clocks, ``(state, zone)``; *open* there is quiet."""
        days = self.weekdays or WEEKDAYS
        week = tuple(self.hours if day in days else CLOSED for day in WEEKDAYS)
        found = (
            Schedule(
                zone=zone,
                weekly=week,
                dated=tuple(
                    DatedHours(day.on, ALWAYS, day.name)
                    for day in self.holidays
                    if day.state == state
                ),
            )
            for state, zone in clocks
        )
        # Most states share their clock and their holidays.
        return tuple(dict.fromkeys(found))

    def clocks(
        self, *, home: tuple[str, str], customer_state: str | None
    ) -> tuple[tuple[str, str], ...]:
        """Return every clock, ``(state, zone)``, that the window may have to be read on.

        ``home`` is the location's. A customer of a state with two zones may live in either; one
        whose state is not known, or is none of the United States, anywhere there and beside the
        location. Without a clock the window does not concern this message.
        """
        if self.clock is Clock.LOCATION:
            clocks: tuple[tuple[str, str], ...] = (home,)
        elif customer_state in STATE_ZONES:
            clocks = tuple((customer_state, zone) for zone in STATE_ZONES[customer_state])
        else:
            named = tuple(state for state in self.states if state in STATE_ZONES)
            anywhere = named if named and customer_state is None else ANY_STATE
            clocks = (home, *((state, zone) for state in anywhere for zone in STATE_ZONES[state]))
            if customer_state is not None:  # a state abroad has no clock of its own here
                clocks = tuple((customer_state, zone) for _, zone in clocks)
        return tuple(each for each in clocks if not self.states or each[0] in self.states)


def first_free(schedules: Sequence[Schedule], at: datetime) -> datetime | None:
    """Return the first moment (UTC) from ``at`` (aware) on at which none of the schedules is open.

    ``None`` when there is none within :data:`LONGEST_HOLD`.
    """
    # Wall clocks of one zone compare without regard to an hour that comes twice (PEP 495).
    start = moment = at.astimezone(UTC)
    while moment - start <= LONGEST_HOLD:
        quiet = [each for each in schedules if each.is_open_at(moment)]
        if not quiet:
            return moment
        ends = [each.next_change(moment, days=LONGEST_HOLD.days) for each in quiet]
        known = [end[0].astimezone(UTC) for end in ends if end is not None]
        if len(known) < len(quiet):
            return None
        moment = max(known)
    return None
