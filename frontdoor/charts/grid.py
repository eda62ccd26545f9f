"""The cells of a map: where each stands, how it is drawn and read, and the line around some of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from frontdoor.charts.theme import Theme

Settings = dict[str, Any]
Place = tuple[int, int]
"""Row and column, both from nought, the first at the top left."""
Corner = tuple[int, int]
"""Column and row lines: (0, 0) is the top left corner of the first cell."""

CELLS = "cells"
"""How pictures.js knows traces that are read row by row and column by column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it stands, the number inside, its colour, and what it says."""

    place: Place
    said: str
    number: str = ""
    number_colour: str = ""


def cell_trace(cells: Sequence[Cell], marker: Settings, size: int) -> Settings:
    """Return cells as bars one wide: heat maps can neither be hatched nor have numbers in two colours."""
    return {
        "type": "bar", "orientation": "h", "meta": CELLS, "customdata": [list(cell.place) for cell in cells],
        "base": [cell.place[1] for cell in cells], "x": [1] * len(cells), "y": [cell.place[0] for cell in cells],
        "width": 1, "marker": marker, "hovertext": [cell.said for cell in cells], "hoverinfo": "text",
        **(_numbers(cells, size) if any(cell.number for cell in cells) else {}),
    }  # fmt: skip


def _numbers(cells: Sequence[Cell], size: int) -> Settings:
    return {
        "text": [cell.number for cell in cells], "textposition": "inside", "insidetextanchor": "middle", "textangle": 0,
        "constraintext": "none", "textfont": {"color": [cell.number_colour for cell in cells], "size": size},
    }  # fmt: skip


def hatched(theme: Theme) -> Settings:
    """Return how closed cells are drawn."""
    pattern = {"shape": "/", "fgcolor": theme.hatch, "bgcolor": theme.page, "size": 7, "solidity": 0.16}
    return {"color": theme.page, "pattern": pattern, "line": {"color": theme.page, "width": 1.5}}


def plain(theme: Theme) -> Settings:
    """Return how cells of which nothing is known are drawn."""
    return {"color": theme.panel, "line": {"color": theme.page, "width": 1.5}}


def numbers_on_hatching(cells: Sequence[Cell], theme: Theme, size: int) -> list[Settings]:
    """Return the numbers of closed cells, each on a plain ground."""
    return [
        {
            "x": cell.place[1] + 0.5, "y": cell.place[0], "text": cell.number, "showarrow": False, "borderpad": 1,
            "bgcolor": theme.page, "font": {"color": theme.ink, "size": size},
        }
        for cell in cells if cell.number
    ]  # fmt: skip


def outline(cells: Collection[Place]) -> str:
    """Return the SVG path around the cells, holes and separate parts too; nothing for no cells."""
    following: dict[Corner, list[Corner]] = defaultdict(list)
    for start, end in _edges(set(cells)):
        following[start].append(end)
    loops = []
    while following:
        loops.append(_loop(following))
    return "".join(loops)


def outline_shape(path: str, colour: str, width: float) -> list[Settings]:
    """Return the line along `path`, nothing where there is none."""
    line = {"color": colour, "width": width}
    return [{"type": "path", "path": path, "xref": "x", "yref": "y", "line": line}] if path else []


def segment(start: Corner, end: Corner) -> str:
    """Return the SVG path of one line between corners."""
    return f"M{_point(start)}L{_point(end)}"


def _edges(cells: set[Place]) -> Iterator[tuple[Corner, Corner]]:
    """Yield each side of a cell that has no neighbour, clockwise."""
    for row, column in cells:
        left, right, top, bottom = column, column + 1, row, row + 1
        if (row - 1, column) not in cells:
            yield (left, top), (right, top)
        if (row, column + 1) not in cells:
            yield (right, top), (right, bottom)
        if (row + 1, column) not in cells:
            yield (right, bottom), (left, bottom)
        if (row, column - 1) not in cells:
            yield (left, bottom), (left, top)


def _loop(following: dict[Corner, list[Corner]]) -> str:
    """Take one closed line out of `following` and return it as a path with a point at each turn."""
    first = corner = min(following)
    points = [first]
    while True:
        after = following[corner].pop()
        if not following[corner]:
            del following[corner]
        if len(points) > 1 and _is_straight(points[-2], corner, after):
            points.pop()
        if after == first:
            return "M" + "L".join(map(_point, points)) + "Z"
        points.append(after)
        corner = after


def _is_straight(before: Corner, corner: Corner, after: Corner) -> bool:
    return before[0] == corner[0] == after[0] or before[1] == corner[1] == after[1]


def _point(corner: Corner) -> str:
    return f"{corner[0]},{corner[1] - 0.5}"
