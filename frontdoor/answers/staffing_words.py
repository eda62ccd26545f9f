"""How weekdays, half-hours, hours of work and numbers of advisers are said."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from frontdoor.answers.peaks_times import hour_words
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_profile import HALF_HOURS

HOURS = HALF_HOURS // 2
WORTH_SAYING = 0.5  # advisers: less rounds to none


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of one weekday, and what is said of it: advisers over, or short (below 0), in its mean half-hour."""

    weekday: int
    hour: int
    value: float

    @property
    def words(self) -> str:
        return hour_words(self.weekday, 2 * self.hour)


def rounded(value: float) -> int:
    """Return a whole number, halves away from zero, as people round."""
    return int(Decimal(str(float(value))).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def advisers(number: float) -> str:
    """Return '1 adviser', '6 advisers', of the size of the number."""
    return counted(abs(rounded(number)), "adviser")


def hours(number: float) -> str:
    """Return '1 hour', '26 hours', '0 hours'."""
    return counted(rounded(number), "hour")


def counted(number: int, noun: str) -> str:
    """Return '1 hour', '1,204 hours'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def share(value: float) -> str:
    """Return a share as per cent, a dash where nothing is known."""
    return format_value(None if np.isnan(value) else float(value), Unit.SHARE, places=0)


def wait(seconds: float) -> str:
    """Return a wait in words, 'nobody answers' where it has no end."""
    return format_in_full(float(seconds), Unit.SECONDS) if np.isfinite(seconds) else "no end of a wait"


def hours_in_order(gap: Floats, is_told: Booleans) -> list[Hour]:
    """Return each hour told of (gap 7 x 48), most short first; of an hour half open only that half counts."""
    told = is_told.reshape(len(gap), HOURS, 2)
    number = told.sum(axis=2)
    total = np.where(told, gap.reshape(len(gap), HOURS, 2), 0.0).sum(axis=2)
    found = [
        Hour(int(weekday), int(hour), float(total[weekday, hour] / number[weekday, hour]))
        for weekday, hour in zip(*np.nonzero(number), strict=True)
    ]
    return sorted(found, key=lambda each: (each.value, each.weekday, each.hour))
