"""Where the ticks go and where a value falls in pixels, so that labels can be kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

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
        return [format_value(tick, self.unit, places=_tick_places(self.ticks, self.unit)) for tick in self.ticks]

    def pixels(self, value: float, height: float) -> float:
        """Return how far below the top of a plot `height` pixels high the value lies."""
        return (self.high - value) / (self.high - self.low) * height


def range_of(values: Sequence[float], unit: Unit, above: float = 0.1, below: float = 0.1, zero: bool = False) -> Range:
    """Return the range of `values` with room `above` and `below` (shares of the span) and three to six ticks."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or abs(high) or 1.0
    bottom = low if zero and low == 0 else low - span * below
    if min(values) >= 0 and bottom < 0:
        bottom = 0.0
    top = high + span * above
    step = _step(span * (1 + above + below), unit)
    first = floor(bottom / step)
    ticks = [round(index * step, 10) for index in range(first, first + 12)]
    return Range(bottom, top, tuple(tick for tick in ticks if bottom <= tick <= top), unit)


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


def keep_apart(wanted: Sequence[float], heights: Sequence[float], space: float) -> list[float]:
    """Return centres for labels of these heights, in the same order, moved down just enough not to touch."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = list(wanted)
    bottom = float("-inf")
    for index in order:
        placed[index] = max(wanted[index], bottom + heights[index] / 2)
        bottom = placed[index] + heights[index] / 2
    overflow = bottom - space
    for index in reversed(order):
        if overflow <= 0:
            break
        placed[index] -= overflow
        above = [other for other in order if placed[other] < placed[index] and other != index]
        nearest = max((placed[other] + heights[other] / 2 for other in above), default=float("-inf"))
        overflow = nearest - (placed[index] - heights[index] / 2)
    return placed


def _step(span: float, unit: Unit) -> float:
    """Return a round distance between about four ticks."""
    rough = span / 4
    if unit is Unit.SECONDS:
        return float(next((step for step in SECOND_STEPS if step >= rough), SECOND_STEPS[-1]))
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)
    return max(step, 1.0) if unit is Unit.COUNT else step


def _tick_places(ticks: Sequence[float], unit: Unit) -> int | None:
    """Return the decimal places that tell neighbouring ticks of a share or score apart."""
    if unit not in {Unit.SHARE, Unit.SCORE, Unit.RATIO} or len(ticks) < 2:
        return None
    step = (ticks[1] - ticks[0]) * (100 if unit is Unit.SHARE else 1)
    return max(0, -floor(log10(step) + 1e-9))
