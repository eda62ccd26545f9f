"""Where the plot of a slide's chart stands, its axis of numbers, and labels beside it kept from touching."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from frontdoor.charts.labels import LINE_HEIGHT, balanced
from frontdoor.charts.scale import CHARACTER, Range, keep_apart
from frontdoor.packs.slides.chart import Plot, Room, ValueAxis
from frontdoor.packs.slides.numbers import axis_format, sheet_number
from frontdoor.schema.units import Unit

UNDER, DATES = 48.0, 30.0  # points below a plot: two lines of words, one line of dates
ABOVE = 10.0  # points
EDGE = 16.0  # points at a side where nothing is written
A_MOMENT = 1e-8  # days, a millisecond: ticks of whole minutes must not be read as a minute less
LABEL_SHARE = 0.13  # of a chart's width, about where labels are broken; LibreOffice breaks them sooner than PowerPoint
BOLD_CHARACTER = 8.2  # points
LEAST_PLOT = 0.3  # of the chart's width


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot with its axis; `low` and `high` are its ends in the figure's own unit."""

    room: Room
    plot: Plot
    axis: ValueAxis
    low: float
    high: float

    def along(self, value: float) -> float:
        """Return how far `value` lies from the low end of the axis, in shares of the plot."""
        return (value - self.low) / (self.high - self.low)

    def pushed(self, values: Sequence[float], words: Sequence[str] = ()) -> list[float]:
        """Return how far down labels beside these values are moved, in shares of the chart, so that none touch.

        `words` are the labels that may need several lines; without them each is a number on one.
        """
        tall = self.plot.height * self.room.height
        wanted = [(1 - self.along(value)) * tall for value in values]
        lines = [label_lines(each, self.room) for each in words] or [1] * len(values)
        placed = keep_apart(wanted, [LINE_HEIGHT * count + 4.0 for count in lines], tall)
        return [(after - before) / self.room.height for before, after in zip(wanted, placed, strict=True)]


def framed(scale: Range, room: Room, *, right: float = EDGE, under: float = UNDER, above: float = ABOVE) -> Frame:
    """Return a plot with its numbers on the left; its axis begins at a tick."""
    axis, low, high = ticked(scale)
    left = scale.room + 8
    return Frame(room, plot_of(room, left, right, above, under), axis, low, high)


def ticked(scale: Range, *, has_grid: bool = True) -> tuple[ValueAxis, float, float]:
    """Return an axis that begins at a tick, as PowerPoint counts them from its low end, and its ends in the figure's unit."""
    step = scale.ticks[1] - scale.ticks[0] if len(scale.ticks) > 1 else scale.high - scale.low
    low, high = round(floor(scale.low / step + 1e-9) * step, 10), round(scale.high, 10)
    first, last, each = (sheet_number(value, scale.unit) or 0.0 for value in (low, high, round(step, 10)))
    if scale.unit is Unit.SECONDS:
        first, last = first + A_MOMENT, last + A_MOMENT
    return ValueAxis(first, last, each, axis_format(scale), has_grid), low, high


def plot_of(room: Room, left: float, right: float, above: float, under: float) -> Plot:
    """Return a plot with this much room around it, in points."""
    width = max(room.width - left - right, room.width * LEAST_PLOT)
    height = max(room.height - above - under, room.height * LEAST_PLOT)
    return Plot(
        min(left, room.width - width) / room.width, above / room.height, width / room.width, height / room.height
    )


def named_every(categories: Sequence[str], width: float, lines: int = 2) -> int:
    """Return how many categories there are for each that is named, so that names of so many lines do not touch."""
    longest = max(
        (
            max(map(len, balanced(name, max(-(-len(name) // lines), longest_word(name), 2))))
            for name in categories
            if name
        ),
        default=1,
    )
    fit = max(int(width / (longest * CHARACTER + 14)), 1)
    return max(ceil(len(categories) / fit), 1)


def longest_word(words: str) -> int:
    """Return the characters of the longest word."""
    return max(map(len, words.split()), default=0)


def label_lines(words: str, room: Room) -> int:
    """Return the most lines that a label is broken into."""
    characters = max(int(room.width * LABEL_SHARE / BOLD_CHARACTER), 4)
    return len(balanced(words, characters))
