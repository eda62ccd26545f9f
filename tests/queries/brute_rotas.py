"""Who is on duty in each half-hour, worked out minute by minute from what was written in a rota; shares nothing with the SQL."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
Place = tuple[str, str, str]
Slot = tuple[date, int]


@dataclass(frozen=True)
class Shift:
    """A shift as written: a date, times of the day, perhaps a break, for a service, queue and channel."""

    key: int
    day: date
    start: time
    end: time
    pause: tuple[time, time] | None
    people: int
    place: Place

    @property
    def local(self) -> tuple[datetime, datetime]:
        start = datetime.combine(self.day, self.start)
        return start, _after(start, self.end)

    @property
    def local_break(self) -> tuple[datetime, datetime] | None:
        if self.pause is None:
            return None
        first = _after(self.local[0], self.pause[0], or_equal=True)
        return first, _after(first, self.pause[1])

    def minutes(self) -> Iterator[datetime]:
        """Yield the UTC start of every minute on duty; a break lasts as long as its times are apart on the clock."""
        at, end = (_utc(moment) for moment in self.local)
        pause = None
        if self.local_break:
            first, last = self.local_break
            pause = _utc(first), min(_utc(last), _utc(first) + (last - first))
        while at < end:
            if pause is None or not pause[0] <= at < pause[1]:
                yield at
            at += MINUTE


@dataclass(frozen=True)
class HalfHour:
    """A row of a rota by half-hours, as written."""

    day: date
    half_hour: int
    agents: float
    place: Place


def _after(moment: datetime, at: time, *, or_equal: bool = False) -> datetime:
    """Return the next time the clock shows `at`."""
    same_day = datetime.combine(moment.date(), at)
    return same_day if same_day > moment or (or_equal and same_day == moment) else same_day + DAY


def _utc(local: datetime) -> datetime:
    return local.replace(tzinfo=LONDON).astimezone(UTC)


def exists(local: datetime) -> bool:
    """Return whether the clocks ever showed this time."""
    return _utc(local).astimezone(LONDON).replace(tzinfo=None) == local


def slot_of(at: datetime) -> Slot:
    local = at.astimezone(LONDON)
    return local.date(), local.hour * 2 + local.minute // 30


@cache
def minutes_in(day: date) -> Counter[int]:
    """Return how many minutes each half-hour of a day lasts: none, 30 or 60."""
    around = datetime.combine(day, time(), UTC) - DAY
    slots = (slot_of(around + MINUTE * number) for number in range(3 * 24 * 60))
    return Counter(half_hour for on, half_hour in slots if on == day)


def on_duty(shifts: Iterable[Shift], half_hours: Iterable[HalfHour]) -> dict[tuple[Slot, Place], tuple[float, float]]:
    """Return the mean number on duty and the hours they work, by half-hour and place."""
    minutes: dict[tuple[Slot, Place], float] = defaultdict(float)
    for shift in shifts:
        for at in shift.minutes():
            minutes[slot_of(at), shift.place] += shift.people
    for row in half_hours:
        minutes[(row.day, row.half_hour), row.place] += row.agents * minutes_in(row.day)[row.half_hour]
    return {
        (slot, place): (worked / minutes_in(slot[0])[slot[1]], worked / 60) for (slot, place), worked in minutes.items()
    }
