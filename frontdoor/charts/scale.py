"""Where the ticks go and where a value falls in pixels, so that labels can be kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, floor, log10

from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

CHARACTER = 7.6  # pixels, the mean width of 14 pixel Inter
DIGIT = 9.0  # pixels, the width of its digits; a per cent sign is wider, a full stop narrower
LEAST_ROOM = 46  # pixels
BETWEEN_WORDS = 14  # pixels between the words of two ticks side by side
DAYS_TOLD_BY_DATE = 200  # a longer time is told by its months
PENCE_IN_A_POUND = 100
LEAST_SPAN = 1e-6  # of any unit; nothing finer is ever shown

SECOND_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 86400)
"""Seconds between ticks that people can count in."""


@dataclass(frozen=True, slots=True)
class Range:
    """The values an axis covers and the ticks on it."""

    low: float
    high: float
    ticks: tuple[float, ...]
    unit: Unit

    @property
    def words(self) -> list[str]:
        words = [format_value(tick, self.unit, places=_tick_places(self.ticks, self.unit)) for tick in self.ticks]
        is_whole = self.unit is Unit.PENCE and all(tick % PENCE_IN_A_POUND == 0 for tick in self.ticks)
        return [word.removesuffix(".00") for word in words] if is_whole else words

    def thinned(self, pixels: float) -> "Range":
        """Return the same range with every second, third ... tick, nought among them, so that their words fit side by side."""
        nought = self.ticks.index(0.0) if 0.0 in self.ticks else 0
        for every in range(1, len(self.ticks) + 1):
            fewer = replace(self, ticks=self.ticks[nought % every :: every])
            if sum(len(word) * DIGIT + BETWEEN_WORDS for word in fewer.words) <= pixels:
                return fewer
        return replace(self, ticks=self.ticks[nought : nought + 1])

    @property
    def room(self) -> float:
        """Return the pixels that the words of the ticks need left of the plot."""
        return max(LEAST_ROOM, max(map(len, self.words), default=0) * DIGIT + 14)

    def pixels(self, value: float, height: float) -> float:
        """Return how far below the top of a plot `height` pixels high the value lies."""
        return (self.high - value) / (self.high - self.low) * height


def range_of(values: Sequence[float], unit: Unit, above: float = 0.1, below: float = 0.1, zero: bool = False) -> Range:
    """Return the range of `values` with room `above` and `below` (shares of the span) and three to six ticks."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    span = max((high - low) or abs(high) or 1.0, LEAST_SPAN)
    bottom = low if zero and low == 0 else low - span * below
    if min(values) >= 0 and bottom < 0:
        bottom = 0.0
    top = high + span * above
    ticks: tuple[float, ...] = ()
    for parts in (4, 8):
        ticks = ticks if len(ticks) > 2 else _ticks(bottom, top, _step((top - bottom) / parts, unit))
    return Range(bottom, top, ticks, unit)


def _ticks(bottom: float, top: float, step: float) -> tuple[float, ...]:
    """Return the multiples of `step` from `bottom` to `top`."""
    first = ceil(bottom / step)
    return tuple(round(index * step, 10) for index in range(first, floor(top / step) + 1))


def month_ticks(days: Sequence[date], most: int) -> tuple[list[date], list[str]]:
    """Return at most `most` of the periods' first days and their words; the year is said when it is new."""
    every = next((step for step in (1, 2, 3, 6, 12, 24) if len(days) / step <= most - 1), 36)
    chosen = list(days[::every])
    if len(days) - 1 - (len(chosen) - 1) * every > every * 0.8:
        chosen.append(days[-1])
    words = [
        f"{day:%b %Y}" if index == 0 or day.year != chosen[index - 1].year else f"{day:%b}"
        for index, day in enumerate(chosen)
    ]
    return chosen, words


def time_ticks(first: date, last: date, is_narrow: bool) -> tuple[list[date], list[str]]:
    """Return Mondays ('2 Nov'), or the first days of months where the time is long."""
    days = [first + timedelta(days=index) for index in range((last - first).days + 1)]
    if len(days) > DAYS_TOLD_BY_DATE:
        return month_ticks([day for day in days if day.day == 1], 4 if is_narrow else 8)
    mondays = [day for day in days if day.weekday() == 0] or days[:1]
    every = -(-len(mondays) // (4 if is_narrow else 8))
    return mondays[::every], [f"{day.day} {day:%b}" for day in mondays[::every]]


def keep_apart(wanted: Sequence[float], heights: Sequence[float], space: float) -> list[float]:
    """Return centres for labels of these heights, in the same order, moved just enough not to touch nor to leave `space`."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = list(wanted)
    edge = float("-inf")
    for index in order:
        placed[index] = max(placed[index], edge + heights[index] / 2)
        edge = placed[index] + heights[index] / 2
    edge = space
    for index in reversed(order):
        placed[index] = min(placed[index], edge - heights[index] / 2)
        edge = placed[index] - heights[index] / 2
    return placed


def _step(rough: float, unit: Unit) -> float:
    """Return the round distance that is at least `rough`: seconds in times people count in, counts whole."""
    if unit is Unit.SECONDS and rough <= SECOND_STEPS[-1]:
        return float(next(step for step in SECOND_STEPS if step >= rough))
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)
    return max(step, 1.0) if unit in {Unit.COUNT, Unit.NET_POINTS} else step


def _tick_places(ticks: Sequence[float], unit: Unit) -> int | None:
    """Return the decimal places that tell neighbouring ticks of a share or score apart."""
    if unit not in {Unit.SHARE, Unit.SCORE, Unit.RATIO, Unit.POINTS, Unit.NET_POINTS} or len(ticks) < 2:
        return None
    step = (ticks[1] - ticks[0]) * (100 if unit is Unit.SHARE else 1)
    return max(0, -floor(log10(step) + 1e-9))
