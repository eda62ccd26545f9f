"""Where it breaks, on a slide: a circle for each day's load and what came of it, the curve, and the loads that matter."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import LINE_HEIGHT
from frontdoor.charts.map_key import LOAD_WORDS
from frontdoor.charts.scale import range_of
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Tone
from frontdoor.packs.slides.axis import EDGE, framed, label_lines, ticked
from frontdoor.packs.slides.chart import Chart, Look, Mark, Room, Said, Series, Symbol
from frontdoor.packs.slides.numbers import GENERAL, sheet_number
from frontdoor.packs.slides.sheet import Column, Sheet, values_column
from frontdoor.schema.units import Unit

ABOVE_ALL = 0.12  # what an axis leaves free above a share of all
ROW = LINE_HEIGHT + 4


def load_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return points of load and value; each level is a line of two points of its own, its words at the top."""
    frame = (
        drawable(figure.frame, ("load", "value"))
        .drop_nulls(["load", "value"])
        .sort("part", "load", descending=[True, False])
    )
    loads = [*frame["load"].to_list(), *(level.at for level in figure.levels)] or [0.0, 1.0]
    across, left, right = ticked(range_of(loads, Unit.COUNT, above=0.03, below=0.03), has_grid=False)
    scale = range_of(frame["value"].to_list() or [0.0, 1.0], figure.unit, zero=True)
    rows = [label_lines(level.words, room) for level in figure.levels]
    is_share = figure.unit is Unit.SHARE and scale.high <= 1 + ABOVE_ALL
    scale = replace(scale, high=min(scale.high, 1.0)) if is_share else scale
    fit = framed(scale, room, right=EDGE * 2, under=ROW * 1.4, above=ROW * (sum(rows) + 0.4))
    names = [_name(part, label) for part, label in frame.select("part", "label").rows()]
    names += [level.words for level in figure.levels for _ in range(2)]
    columns = _columns(figure, frame, (fit.low, fit.high))
    series = [
        *_levels(figure, frame.height, rows, theme, tall=room.height, middle=(left + right) / 2),
        Series(2, Mark.POINTS, Look(line=theme.measured, points=2.5), across=0, is_smooth=False),
        Series(1, Mark.POINTS, Look(), Symbol("circle", 7, theme.ramp_more), across=0),
    ]
    return Chart(Sheet("", tuple(names), tuple(columns)), tuple(series), fit.axis, fit.plot, across=across)


def _name(part: str, label: str | None) -> str:
    return label or ("Curve" if part == "curve" else "")


def _columns(figure: Figure, frame: pl.DataFrame, ends: tuple[float, float]) -> list[Column]:
    """Return the loads, the figures, the curve, and for each level where its line begins and ends."""
    more = 2 * len(figure.levels)
    circles, curve = figure.key_words or LOAD_WORDS
    rows = frame.select("part", "value").rows()
    loads = [*frame["load"].to_list(), *(level.at for level in figure.levels for _ in range(2))]
    columns = [values_column("Load", loads, Unit.COUNT)]
    for part, words in (("figure", circles), ("curve", curve)):
        values = [value if each == part else None for each, value in rows] + [None] * more
        columns.append(values_column(words, values, figure.unit))
    low, high = (sheet_number(end, figure.unit) for end in ends)
    for at, level in enumerate(figure.levels):
        first = frame.height + 2 * at
        line = tuple({first: low, first + 1: high}.get(place) for place in range(len(loads)))
        columns.append(Column(level.words, line, (GENERAL,) * len(loads)))
    return columns


def _levels(
    figure: Figure, figures: int, rows: Sequence[int], theme: Theme, *, tall: float, middle: float
) -> list[Series]:
    """Return the line of each level with its words above the plot, on rows of their own; a poor one is dotted."""
    drawn = []
    for order, level in enumerate(figure.levels):
        is_poor = level.tone is Tone.POOR
        colour = theme.missed if is_poor else theme.close_mark
        up = ROW * (sum(rows[:order]) + rows[order] / 2) / tall
        side, ink = "r" if level.at < middle else "l", theme.missed if is_poor else theme.ink
        label = Said(figures + 2 * order + 1, side, ink, is_name=True, is_bold=True, down=-up)
        look = Look(line=colour, points=1.75 if is_poor else 2.5, dash="sysDash" if is_poor else "solid")
        drawn.append(Series(3 + order, Mark.POINTS, look, labels=(label,), across=0))
    return drawn
