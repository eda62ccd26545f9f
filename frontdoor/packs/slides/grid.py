"""A map as a table of a slide: cells with their number, its colour and the ground it stands on."""

from dataclasses import dataclass
from itertools import pairwise

from frontdoor.charts.cell_colours import CellScale, Ramp, Stops
from frontdoor.charts.theme import Theme


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: words, their colour, its ground ('' is the slide's own), whether it is hatched, and how many columns it spans."""

    words: str
    colour: str = ""
    ground: str = ""
    is_closed: bool = False
    is_open: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: a heading row whose cells may span, and rows whose first cell names them; `part` is '1 of 2' or ''."""

    heading: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    part: str = ""

    @property
    def columns(self) -> int:
        return sum(cell.span for cell in self.heading)


def ground_of(scale: CellScale, value: float) -> str:
    """Return the colour of a cell on the scale, as Plotly would mix it."""
    if scale.below and value < 0:
        return _mixed(scale.below, value / scale.low)
    start = 0.0 if scale.below else scale.low
    return _mixed(scale.above, (value - start) / (scale.high - start))


def _mixed(ramp: Ramp, along: float) -> str:
    stops: Stops = ramp.stops
    along = min(max(along, 0.0), 1.0)
    for (start, first), (end, second) in pairwise(stops):
        if along <= end:
            return _between(first, second, (along - start) / (end - start))
    return stops[-1][1]


def _between(first: str, second: str, share: float) -> str:
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(start + (end - start) * share):02X}" for start, end in pairs)


def closed_cell(theme: Theme, words: str = "") -> GridCell:
    """Return a cell of a time when we are closed: striped, with its number where somebody came all the same."""
    return GridCell(words, theme.ink_second, theme.panel, is_closed=True)
