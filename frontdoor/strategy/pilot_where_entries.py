"""Reads which contacts a part of a pilot's plan is about: weekdays, hours, services, channels and wards."""

from datetime import time

from frontdoor.schema.units import Channel
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_hours import HALF_HOURS_IN_A_DAY, HALF_HOURS_IN_AN_HOUR, MINUTES
from frontdoor.strategy.pilot_plan import WEEKDAYS, Where, Window

WHERE_KEYS = ("weekdays", "from", "before", "services", "channels", "wards")
CHANNELS = tuple(channel.value for channel in Channel)


def read_where(plan: Entry, key: str) -> Where:
    """Return the table at `key`; all of everything where it is absent or empty."""
    entry = plan.inner(key).only(WHERE_KEYS)
    for name in ("weekdays", "services", "channels", "wards"):
        refuse_twice(entry, name)
    return Where(
        weekdays=tuple(WEEKDAYS.index(day) + 1 for day in entry.names_in("weekdays", WEEKDAYS, "weekday")),
        window=_window(entry),
        services=entry.texts("services"),
        channels=entry.names_in("channels", CHANNELS, "channel"),
        wards=entry.texts("wards"),
    )


def read_where_or_none(plan: Entry, key: str) -> Where | None:
    """Return the table at `key`, None where it is absent."""
    return read_where(plan, key) if plan.has(key) else None


def refuse_twice(entry: Entry, key: str) -> None:
    """Raise StrategyError for a list that names one thing twice."""
    names = entry.texts(key)
    for place, name in enumerate(names):
        if name in names[:place]:
            raise entry.problem(key, f"{name} is named twice; once is enough.")


def _window(entry: Entry) -> Window | None:
    if not entry.has("from") and not entry.has("before"):
        return None
    first, before = _half_hour(entry, "from"), _half_hour(entry, "before") or HALF_HOURS_IN_A_DAY
    if before <= first:
        raise entry.problem("before", "this must be after `from`; 00:00:00 is midnight at the day's end.")
    return Window(first, before)


def _half_hour(entry: Entry, key: str) -> int:
    clock = entry.clock_time(key)
    if clock not in (time(clock.hour), time(clock.hour, MINUTES)):
        raise entry.problem(key, "times of day are counted in half-hours; use :00 or :30.")
    return clock.hour * HALF_HOURS_IN_AN_HOUR + clock.minute // MINUTES
