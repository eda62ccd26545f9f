"""The colours of a map's cells, and black or white for the number in each, whichever can be read on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontdoor.charts.theme import Theme
from frontdoor.schema.units import Better

BLACK = "#000000"
LEAST_SPREAD = 0.5  # of the largest value; a map that is nearly level is not drawn as if it had peaks

RAMP_TURN = 0.63
WORSE_TURN = 0.692
OTHER_TURN = 0.645
"""Where along its colours, in the light theme and the dark, a ramp passes the grey on which black and white both read."""

Stops = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Ramp:
    """Colours from pale to strong along 0 to 1; a number is `weak` below `turn` and `strong` from there on."""

    stops: Stops
    turn: float
    weak: str
    strong: str

    def text(self, along: float) -> str:
        """Return the colour of a number on the cell that lies `along` the ramp."""
        return self.strong if along >= self.turn else self.weak


@dataclass(frozen=True, slots=True)
class CellScale:
    """Values from `low` to `high` on one ramp, or those below nought on a second that runs the other way."""

    low: float
    high: float
    above: Ramp
    below: Ramp | None = None

    def text(self, value: float) -> str:
        """Return black or white, whichever passes 4.5 to 1 on the cell of `value`."""
        if self.below and value < 0:
            return self.below.text(value / self.low)
        start = 0.0 if self.below else self.low
        return self.above.text((value - start) / (self.high - start))

    def marker(self, values: Sequence[float], theme: Theme) -> dict[str, Any]:
        """Return Plotly's settings of cells with these values, parted by thin gaps."""
        return {
            "color": list(values), "cmin": self.low, "cmax": self.high, "colorscale": self._colorscale(),
            "line": {"color": theme.page, "width": 1.5},
        }  # fmt: skip

    def _colorscale(self) -> list[tuple[float, str]]:
        if not self.below:
            return list(self.above.stops)
        down = [(0.5 - at / 2, colour) for at, colour in reversed(self.below.stops)]
        return [*down, *((0.5 + at / 2, colour) for at, colour in self.above.stops[1:])]


def one_way(values: Sequence[float], theme: Theme) -> CellScale:
    """Return the scale of values that only go up: pale for the least, strong for the most."""
    high = max(values, default=1.0)
    low = min(min(values, default=0.0), high - LEAST_SPREAD * abs(high))
    return CellScale(low, high if high > low else low + 1.0, _blue(theme, theme.ramp_least))


def two_way(values: Sequence[float], better: Better, theme: Theme) -> CellScale:
    """Return the scale of values about nought: worse in plum, better in turquoise; less in orange, more in blue."""
    reach = max((abs(value) for value in values), default=0.0) or 1.0
    worse = Ramp(
        ((0.0, theme.cell_none), (WORSE_TURN, theme.cell_worse_half), (1.0, theme.cell_worse)),
        WORSE_TURN, theme.on_pale_cell, theme.on_strong_cell,
    )  # fmt: skip
    good, less = _bright(theme.cell_better, theme), _bright(theme.cell_less, theme)
    below, above = {
        Better.HIGHER: (worse, good),
        Better.LOWER: (good, worse),
        Better.NEITHER: (less, _blue(theme, theme.cell_none)),
    }[better]
    return CellScale(-reach, reach, above, below)


def _blue(theme: Theme, first: str) -> Ramp:
    stops = ((0.0, first), (1 / 3, theme.ramp_less), (2 / 3, theme.ramp_more), (1.0, theme.ramp_most))
    return Ramp(stops, RAMP_TURN, theme.on_pale_cell, theme.on_strong_cell)


def _bright(colour: str, theme: Theme) -> Ramp:
    """Return a ramp to a colour that takes black in both themes."""
    return Ramp(((0.0, theme.cell_none), (1.0, colour)), OTHER_TURN, theme.on_pale_cell, BLACK)
