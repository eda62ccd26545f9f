"""A map of wards: each in one of four shades with its number, read by pointing or by the arrow keys; no tiles and no network."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

from frontdoor.charts.cell_colours import CellScale, one_way
from frontdoor.charts.cell_words import CellNumbers, cell_numbers, cell_words, value_words
from frontdoor.charts.drawable import drawable
from frontdoor.charts.grid import CELLS
from frontdoor.charts.labels import written
from frontdoor.charts.template import FONT_SIZE, axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import NOTHING

Settings = dict[str, Any]
Ring = list[list[int]]

SHADES = 4
ALIKE = 1e-9  # two shares this near are one
WIDE, NARROW = 640, 358  # pixels of a card's picture, about
TALLEST, LOWEST = 620, 220  # pixels
MARGIN = 8  # pixels
MOST_NUMBERED, MOST_NUMBERED_ON_A_PHONE = 45, 24  # wards; of more the numbers would run into one another
CHOSEN_LINE, LINE = 4, 1.5  # pixels


@dataclass(frozen=True, slots=True)
class Ward:
    """One ward to be drawn: its rings, where its number stands, its words and its shade."""

    rings: list[Ring]
    middle: tuple[float, float]
    size: float
    value: float | None
    said: str
    is_chosen: bool
    is_doubtful: bool


def ward_map(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the wards, the largest first so that one inside another is seen, the chosen one last with a thick line."""
    frame = drawable(figure.frame)
    known = frame["value"].drop_nulls().to_list()
    numbers, scale = cell_numbers(known, figure.unit), one_way(known, theme)
    wards = sorted(_wards(figure, numbers), key=lambda ward: (ward.is_chosen, -ward.size))
    across, up = _extent(wards)
    room = (NARROW if is_narrow else WIDE) - 2 * MARGIN
    height = min(max(room * (up[1] - up[0]) / max(across[1] - across[0], 1), LOWEST), TALLEST)
    is_numbered = len(wards) <= (MOST_NUMBERED_ON_A_PHONE if is_narrow else MOST_NUMBERED)
    return lean(
        theme,
        [
            *(_area(ward, scale, theme) for ward in wards),
            _numbers(wards, scale, numbers, theme, is_numbered=is_numbered),
        ],
        height=round(height) + 2 * MARGIN,
        margin=dict.fromkeys("lrtb", MARGIN) | {"pad": 0},
        xaxis=axis(theme, visible=False, range=list(across), constrain="domain"),
        yaxis=axis(theme, visible=False, range=list(up), scaleanchor="x", scaleratio=1, constrain="domain"),
    )


def _wards(figure: Figure, numbers: CellNumbers) -> Iterator[Ward]:
    rows = drawable(figure.frame).select("ward", "value", "note", "is_highlighted", "is_doubtful", "outline").rows()
    for name, value, note, is_chosen, is_doubtful, rings in rows:
        if not rings:
            continue
        full = None if value is None else value_words(value, figure.unit, numbers)
        middle, size = _middle(max(rings, key=lambda ring: abs(_area_of(ring))))
        yield Ward(rings, middle, size, value, cell_words(written(name), "", full, note), is_chosen, is_doubtful)


def _extent(wards: list[Ward]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the least and greatest x, and y, with a little room for the lines."""
    points = [point for ward in wards for ring in ward.rings for point in ring] or [[0, 0], [1, 1]]
    (left, right), (low, high) = (
        (min(point[axis_] for point in points), max(point[axis_] for point in points)) for axis_ in (0, 1)
    )
    return (left - 8, right + 8), (low - 8, high + 8)


def _area(ward: Ward, scale: CellScale, theme: Theme) -> Settings:
    """Return one ward as a filled outline; its parts are told apart by gaps."""
    points: list[tuple[int | None, int | None]] = []
    for ring in ward.rings:
        points += [(x, y) for x, y in ring]
        points.append((None, None))
    points.pop()
    drawn: Settings = {
        "type": "scatter", "mode": "lines", "x": [x for x, _ in points], "y": [y for _, y in points],
        "fill": "toself", "fillcolor": _shade(ward.value, scale, theme),
        "line": {"color": theme.ink if ward.is_chosen else theme.page, "width": CHOSEN_LINE if ward.is_chosen else LINE},
        "hoveron": "fills", "text": ward.said, "hoverinfo": "text",
    }  # fmt: skip
    if ward.is_doubtful:
        drawn["fillpattern"] = {
            "shape": "/", "fgcolor": theme.edge, "bgcolor": drawn["fillcolor"], "size": 9, "solidity": 0.2,
        }  # fmt: skip
    return drawn


def _shade(value: float | None, scale: CellScale, theme: Theme) -> str:
    """Return one of four shades, each a quarter of the way from the least value to the most; grey where not known."""
    if value is None:
        return theme.panel
    shades = (theme.ramp_least, theme.ramp_less, theme.ramp_more, theme.ramp_most)
    along = (value - scale.low) / (scale.high - scale.low)
    return shades[min(int(along * SHADES + ALIKE), SHADES - 1)]


def _ink(value: float | None, scale: CellScale, theme: Theme) -> str:
    if value is None:
        return theme.ink_second
    is_strong = (value - scale.low) / (scale.high - scale.low) >= 2 / SHADES - ALIKE
    return theme.on_strong_cell if is_strong else theme.on_pale_cell


def _numbers(wards: list[Ward], scale: CellScale, numbers: CellNumbers, theme: Theme, *, is_numbered: bool) -> Settings:
    """Return the numbers in the wards; they are also what the keys step through, row by row from the top."""
    places = _places(wards)
    said = [NOTHING if ward.value is None else numbers(ward.value) for ward in wards]
    shown = [f"<b>{words}</b>" if ward.is_chosen else words for ward, words in zip(wards, said, strict=True)]
    return {
        "type": "scatter", "mode": "text" if is_numbered else "markers", "meta": CELLS, "customdata": places,
        "x": [ward.middle[0] for ward in wards], "y": [ward.middle[1] for ward in wards],
        "text": shown, "hovertext": [ward.said for ward in wards], "hoverinfo": "text", "marker": {"opacity": 0},
        "textfont": {"size": FONT_SIZE, "color": [_ink(ward.value, scale, theme) for ward in wards]},
    }  # fmt: skip


def _places(wards: list[Ward]) -> list[list[int]]:
    """Return a row and a column for each ward: bands from the top down, each from left to right."""
    across = max(ceil(sqrt(len(wards))), 1)
    down = sorted(range(len(wards)), key=lambda place: -wards[place].middle[1])
    places = [[0, 0] for _ in wards]
    for row, start in enumerate(range(0, len(down), across)):
        band = sorted(down[start : start + across], key=lambda place: wards[place].middle[0])
        for column, place in enumerate(band):
            places[place] = [row, column]
    return places


def _area_of(ring: Ring) -> float:
    """Return twice the signed area of a ring, whether its last point repeats its first or not."""
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True))


def _middle(ring: Ring) -> tuple[tuple[float, float], float]:
    """Return the centre of a ring's area, and how large it is."""
    double = _area_of(ring)
    if not double:
        return (ring[0][0], ring[0][1]), 0.0
    x_sum = y_sum = 0.0
    for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x * v - u * y
        x_sum, y_sum = x_sum + (x + u) * cross, y_sum + (y + v) * cross
    return (round(x_sum / (3 * double), 1), round(y_sum / (3 * double), 1)), abs(double)
