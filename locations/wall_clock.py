"""Wall-clock minutes of a zone as instants, across the days on which its clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant_of(day: date, minute: int, zone: ZoneInfo, fold: int) -> datetime:
    """Turn a wall-clock minute of a day into an instant (UTC).

    ``fold`` tells the two instants of a minute that comes twice apart (PEP 495); a minute that
    never comes gives an instant beside the change.
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60, fold=fold), zone)
    return wall.astimezone(UTC)


def clock_changes(day: date, zone: ZoneInfo) -> list[datetime]:
    """Return when the zone's clocks change on a local day, to the minute: never or once."""
    low = instant_of(day, 0, zone, 0)
    high = instant_of(day + timedelta(days=1), 0, zone, 1)
    offset = low.astimezone(zone).utcoffset()
    if high.astimezone(zone).utcoffset() == offset:
        return []
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        if middle.astimezone(zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return [high]
