"""A chart of a slide before it is XML: its sheet, its series with their looks and labels, and its axes."""

from dataclasses import dataclass, field
from enum import StrEnum

from frontdoor.packs.slides.sheet import Sheet


class Mark(StrEnum):
    """How a series is drawn."""

    COLUMN = "column"
    LINE = "line"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Room:
    """The width and height there is for a chart, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """A point's symbol (a PowerPoint name), its size in points, its colour, and whether it is hollow."""

    shape: str
    size: int
    colour: str
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The label of one point: its number or its series' name, where it stands, and how far it is moved (shares of the chart)."""

    point: int
    place: str
    colour: str
    said: str = "General"
    is_name: bool = False
    is_bold: bool = False
    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Whiskers:
    """Lines up and down from the points of a series: by columns of the sheet, or down by one number in the sheet's counting."""

    up: int | None
    down: int | None
    colour: str
    points: float  # wide
    dash: str = "solid"
    has_ends: bool = False
    fixed: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """The line and the filling of a series or of one point; '' is none."""

    fill: str = ""
    line: str = ""
    points: float = 2.25  # wide
    dash: str = "solid"
    pattern: str = ""
    ground: str = ""  # behind a pattern


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its column of the sheet, its mark and looks; `across` is the column of its x where it is of points."""

    column: int
    mark: Mark
    look: Look
    symbol: Symbol | None = None
    looks: dict[int, Look] = field(default_factory=dict)
    symbols: dict[int, Symbol] = field(default_factory=dict)
    labels: tuple[Said, ...] = ()
    whiskers: Whiskers | None = None
    across: int = -1
    is_smooth: bool = False


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis of numbers in the sheet's counting; without a step it is not shown."""

    low: float
    high: float
    step: float | None
    said: str = "General"
    has_grid: bool = True


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the plot stands inside the chart, in shares of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole chart; `is_lying` turns columns into bars, first category at the top; one category in `every` is named."""

    sheet: Sheet
    series: tuple[Series, ...]
    axis: ValueAxis
    plot: Plot
    across: ValueAxis | None = None
    is_lying: bool = False
    is_stacked: bool = False
    gap: int = 60  # per cent of a column's width
    every: int = 1
    is_in_time: bool = False  # names of categories stay on one line, as dates should
