"""Scores of samples side by side: a point for each with a whisker for how sure we are, and the target as one solid line."""

from typing import Any

from frontdoor.charts.bars import LONGEST_ABOVE, row_heights
from frontdoor.charts.labels import written
from frontdoor.charts.scale import CHARACTER, DIGIT, Range, range_of
from frontdoor.charts.targets import level_words
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value

Settings = dict[str, Any]

ROW = 40  # pixels for each score
TOP = 24  # pixels for the words of the target and the ticks
BOTTOM = 30  # pixels for the ticks
LONGEST_ON_ONE_LINE = 22  # characters
LONGEST_BESIDE_ON_A_PHONE = 14  # characters; longer labels move above their points
VALUE_ROOM = 64  # pixels right of the plot, for the numbers; more where they are longer
WIDTH, PHONE_WIDTH = 660, 318  # pixels of the whole picture beside words, and on the narrowest phone we draw for
LEAST_EDGE = 8  # pixels
BESIDE_A_NAME = 18  # pixels
NEAR_AN_EDGE = 0.15  # of the plot; words of a line nearer than that grow away from the edge
BESIDE_A_NUMBER = 20  # pixels left and right of it


def intervals(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return points and whiskers in the frame's order, top first; a null value is a dash with its note."""
    frame = figure.frame
    longest = max((len(label) for label in frame["label"]), default=0)
    is_above = is_narrow and longest > LONGEST_BESIDE_ON_A_PHONE
    target = figure.targets[-1].value if figure.targets else None
    scale = range_of(_known(figure, target), figure.unit, above=0.06, below=0.06)
    left = _edge_room(scale) if is_above else min(longest, LONGEST_ON_ONE_LINE) * CHARACTER + BESIDE_A_NAME
    right = _value_room(figure)
    _, row = row_heights(frame["label"].to_list(), ROW, 1.3, is_above=is_above)
    scale = scale.thinned((PHONE_WIDTH if is_narrow else WIDTH) - left - right)
    return lean(
        theme,
        [_points(figure, theme)],
        height=TOP + BOTTOM + max(frame.height, 1) * row,
        margin={"l": left, "r": right, "t": TOP, "b": BOTTOM, "pad": 0},
        xaxis=_value_axis(scale, theme),
        yaxis=axis(theme, range=[frame.height - 0.5, -0.5], visible=False),
        shapes=_target_line(target, theme),
        annotations=[
            *_names(figure, theme, 0 if is_above else left),
            *_numbers(figure, theme),
            *_target_words(figure, theme, scale),
        ],
    )


def _edge_room(scale: Range) -> float:
    """Return the pixels left of a plot with nothing beside it: half the words of a tick at its very edge, or a little."""
    is_at_edge = bool(scale.ticks) and scale.ticks[0] == scale.low
    return max(LEAST_EDGE, len(scale.words[0]) * DIGIT / 2 + 2) if is_at_edge else LEAST_EDGE


def _value_room(figure: Figure) -> float:
    longest = max((len(format_value(value, figure.unit)) for value in figure.frame["value"]), default=0)
    return max(VALUE_ROOM, longest * CHARACTER + BESIDE_A_NUMBER)


def _known(figure: Figure, target: float | None) -> list[float]:
    """Return every value the plot must have room for."""
    columns = [figure.frame[name].drop_nulls() for name in ("value", "low", "high")]
    known = [float(value) for column in columns for value in column]
    return [*known, *([target] if target is not None else [])] or [0.0, 1.0]


def _value_axis(scale: Range, theme: Theme) -> Settings:
    return axis(
        theme, range=[scale.low, scale.high], tickvals=scale.ticks, ticktext=scale.words, showgrid=True,
        ticklabelstandoff=6,
    )  # fmt: skip


def _points(figure: Figure, theme: Theme) -> Settings:
    """Return the points, failing ones as squares; the whisker is the 95% interval."""
    rows = figure.frame.select("label", "value", "low", "high", "note", "is_highlighted").rows()
    colours = [theme.missed if failing else theme.measured for *_, failing in rows]
    return {
        "type": "scatter", "mode": "markers", "cliponaxis": False,  # a point at the edge is whole
        "x": [value for _, value, *_ in rows], "y": list(range(len(rows))),
        "marker": {
            "symbol": ["square" if failing else "circle" for *_, failing in rows], "color": colours, "size": 11,
            "opacity": 1,
        },
        "error_x": {
            "type": "data", "symmetric": False, "color": theme.close_mark, "thickness": 2.4, "width": 6,
            "array": [_gap(value, high) for _, value, _, high, *_ in rows],
            "arrayminus": [_gap(low, value) for _, value, low, *_ in rows],
        },
        "text": [_words(row, figure) for row in rows], "hoverinfo": "text",
    }  # fmt: skip


def _gap(start: float | None, end: float | None) -> float:
    return 0.0 if start is None or end is None else end - start


def _words(row: tuple[Any, ...], figure: Figure) -> str:
    """Return 'Planning: −0.12, between −0.22 and −0.02, of 112 answers'."""
    label, value, low, high, note, _ = row
    said = f"{written(label)}: {format_value(value, figure.unit)}"
    if low is not None and high is not None:
        said += f", between {format_value(low, figure.unit)} and {format_value(high, figure.unit)}"
    return f"{said}, {written(note)}" if note else said


def _names(figure: Figure, theme: Theme, left: float) -> list[Settings]:
    """Return each row's name in the `left` pixels beside it, or above it for 0; the failing one is bold and coloured."""
    above = {
        "yanchor": "bottom", "yshift": 10, "xref": "paper", "x": 0, "xanchor": "left", "align": "left",
        "bgcolor": theme.page,  # the target's line would cross the words
    }  # fmt: skip
    beside = {"yanchor": "middle", "xref": "paper", "x": 0, "xanchor": "left", "xshift": -left, "align": "left"}
    return [
        {
            **(beside if left else above), "y": index, "showarrow": False,
            "text": written(name, LONGEST_ON_ONE_LINE if left else LONGEST_ABOVE, bold=failing),
            "font": {"color": theme.missed if failing else theme.ink},
        }
        for index, (name, failing) in enumerate(figure.frame.select("label", "is_highlighted").rows())
    ]  # fmt: skip


def _numbers(figure: Figure, theme: Theme) -> list[Settings]:
    """Return each row's number right of the plot, all in one column; a score we do not give is a dash."""
    rows = figure.frame.select("value", "note", "is_highlighted").rows()
    return [
        {
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 10, "y": index, "yanchor": "middle", "showarrow": False,
            "text": written(format_value(value, figure.unit), bold=value is not None),
            "font": {"color": theme.missed if failing else theme.ink},
        }
        for index, (value, _, failing) in enumerate(rows)
    ]  # fmt: skip


def _target_line(target: float | None, theme: Theme) -> list[Settings]:
    if target is None:
        return []
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": target, "x1": target, "y0": 0, "y1": 1}
    return [{**place, "layer": "below", "line": {"color": theme.ink, "width": 2}}]


def _target_words(figure: Figure, theme: Theme, scale: Range) -> list[Settings]:
    if not figure.targets or figure.targets[-1].value is None:
        return []
    step = figure.targets[-1]
    words = step.label or level_words(step.value or 0.0, figure.unit)
    along = ((step.value or 0.0) - scale.low) / (scale.high - scale.low)
    anchor = "left" if along < NEAR_AN_EDGE else "right" if along > 1 - NEAR_AN_EDGE else "center"
    return [
        {
            "x": step.value, "y": 1, "yref": "paper", "xanchor": anchor, "yanchor": "bottom", "yshift": 2, "showarrow": False,
            "text": f"<b>{written(words)}</b>", "font": {"color": theme.target},
        }
    ]  # fmt: skip
