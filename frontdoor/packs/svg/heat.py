"""A heat map of days: which days each source covers."""

from collections.abc import Sequence
from itertools import pairwise

from frontdoor.packs.svg.axis import Axis, number_of
from frontdoor.packs.svg.bars import ramped
from frontdoor.packs.svg.element import element
from frontdoor.packs.svg.settings import Settings, hold_to

KNOWN = frozenset(("type", "x", "y", "z", "xgap", "ygap", "colorscale", "zmin", "zmax", "showscale"))
IGNORED = frozenset(("text", "hoverinfo"))
UNDER_THE_NEXT = 0.6  # pixels


def heat_reach(trace: Settings) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return from where to where the cells reach across and down."""
    across, down = edges_of(list(map(number_of, trace["x"]))), edges_of(list(map(number_of, trace["y"])))
    return (across[0], across[-1]), (down[0], down[-1])


def edges_of(centres: Sequence[float]) -> list[float]:
    """Return the edges of cells: half-way between centres, as far beyond the first and the last."""
    if len(centres) == 1:
        return [centres[0] - 0.5, centres[0] + 0.5]
    between = [(one + other) / 2 for one, other in pairwise(centres)]
    return [2 * centres[0] - between[0], *between, 2 * centres[-1] - between[-1]]


def heat_drawn(trace: Settings, across: Axis, down: Axis) -> str:
    """Return the cells that have a value; each reaches a little under the next, so that no seam shows between thin ones."""
    hold_to("heatmap", trace, KNOWN, IGNORED)
    lefts = list(map(across.pixel, edges_of(list(map(number_of, trace["x"])))))
    tops = list(map(down.pixel, edges_of(list(map(number_of, trace["y"])))))
    return "".join(
        _row(trace, row, lefts, (top + trace["ygap"] / 2, bottom - trace["ygap"] / 2))
        for row, (top, bottom) in zip(trace["z"], pairwise(tops), strict=True)
    )


def _row(trace: Settings, row: Sequence[float | None], lefts: Sequence[float], ends: tuple[float, float]) -> str:
    top, bottom = ends
    gap = trace["xgap"] / 2
    drawn = []
    for value, after, (left, right) in zip(row, [*row[1:], None], pairwise(lefts), strict=True):
        if value is None:
            continue
        under = UNDER_THE_NEXT if after is not None and not gap else 0
        colour = ramped(value, trace["zmin"], trace["zmax"], trace["colorscale"])
        wide = right - left - 2 * gap + under
        drawn.append(element("rect", x=left + gap, y=top, width=wide, height=bottom - top, fill=colour))
    return "".join(drawn)
