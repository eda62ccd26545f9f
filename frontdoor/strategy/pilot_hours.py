"""Hours of a day as people and files write them: 08:00 to 09:00, '13:00-15:00', and half-hours as numbers."""

import re
from datetime import time

from frontdoor.strategy.pilot_plan import Window

HALF_HOURS_IN_A_DAY, HALF_HOURS_IN_AN_HOUR, MINUTES = 48, 2, 30
HOURS_EXAMPLE = "13:00-15:00"
_HOURS = re.compile(r"(\d{2}):(00|30)-(\d{2}):(00|30)")


def time_of(half_hour: int) -> time:
    """Return the time a half-hour begins at; the day's end (48) is midnight."""
    hour, half = divmod(half_hour % HALF_HOURS_IN_A_DAY, HALF_HOURS_IN_AN_HOUR)
    return time(hour, half * MINUTES)


def hours_of(window: Window) -> str:
    """Return '13:00-15:00', the name of these hours as a comparison unit."""
    return f"{time_of(window.from_half_hour):%H:%M}-{time_of(window.before_half_hour):%H:%M}"


def window_of(hours: str) -> Window | None:
    """Return the window that hours such as '13:00-15:00' name, None where they are none; 00:00 may end the day."""
    found = _HOURS.fullmatch(hours)
    if not found:
        return None
    first, before = (int(found[at]) * HALF_HOURS_IN_AN_HOUR + int(found[at + 1]) // MINUTES for at in (1, 3))
    before = before or HALF_HOURS_IN_A_DAY
    return Window(first, before) if first < before <= HALF_HOURS_IN_A_DAY else None


def do_overlap(one: Window, other: Window) -> bool:
    """Return whether two windows share a half-hour."""
    return one.from_half_hour < other.before_half_hour and other.from_half_hour < one.before_half_hour
