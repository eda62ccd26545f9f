"""Signed changes side by side: columns from nought with whiskers, what was added on a ground of its own."""

from collections.abc import Sequence
from typing import Any

from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import balanced, written
from frontdoor.charts.scale import CHARACTER, DIGIT, Range, range_of
from frontdoor.charts.step_words import (
    LONGEST_ON_A_PHONE,
    Plot,
    Step,
    largest_of,
    names_beside,
    numbers_above,
    numbers_beside,
    read_words,
    said,
)
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure

Settings = dict[str, Any]

HEIGHT, ROW = 300, 24  # pixels, of the columns and of each row on a phone
TOP, BOTTOM, RIGHT = 10, 44, 10  # pixels
PLOT_WIDTH = 480  # pixels, about the least a plot has in its card
NAME_CHARACTER, BETWEEN = 7.0, 4  # pixels, the mean width of a letter of a name, and the least between two names
SHORTEST_LINE = 5  # characters under a column
COLUMNS = ("label", "value", "low", "high", "is_added")


def steps(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return columns in the frame's order, left first; on a phone they lie, top first. A null is no column."""
    found = [Step(*row) for row in drawable(figure.frame, COLUMNS[1:4]).select(COLUMNS).iter_rows()]
    return _lying(found, figure, theme) if is_narrow else _standing(found, figure, theme)


def _standing(found: Sequence[Step], figure: Figure, theme: Theme) -> Settings:
    scale = _scale(found, figure)
    inner = HEIGHT - TOP - BOTTOM
    slot = PLOT_WIDTH / max(len(found), 1)
    ticks, words = _ticks(found, slot)
    return lean(
        theme,
        [_columns(found, figure, theme, "v"), *_whiskers(found, theme, "v")],
        height=HEIGHT,
        margin={"l": scale.room + 6, "r": RIGHT, "t": TOP, "b": BOTTOM, "pad": 0},
        bargap=0.25,
        xaxis=axis(theme, range=[-0.5, max(len(found), 1) - 0.5], tickvals=ticks, ticktext=words,
                   ticklabelstandoff=6),
        yaxis=axis(theme, range=[scale.low, scale.high], tickvals=scale.ticks, showgrid=True, ticklabelstandoff=8,
                   ticktext=[f"+{word}" if tick > 0 else word for tick, word in zip(scale.ticks, scale.words, strict=True)]),
        shapes=[*_ground(found, theme, "x"), _nought(theme, "y")],
        annotations=numbers_above(found, figure.unit, Plot(slot, inner / (scale.high - scale.low)), theme),
    )  # fmt: skip


def _lying(found: Sequence[Step], figure: Figure, theme: Theme) -> Settings:
    scale = _scale(found, figure)
    long = min(max((len(step.label) for step in found), default=0), LONGEST_ON_A_PHONE) * CHARACTER + 12
    words = [said(step.value, figure.unit, largest_of(found)) for step in found]
    ends = max(map(len, words), default=0) * DIGIT + 12
    height = max(len(found), 1) * ROW * _lines_of(found)
    return lean(
        theme,
        [_columns(found, figure, theme, "h"), *_whiskers(found, theme, "h")],
        height=height + 2 * TOP,
        margin={"l": long + ends, "r": ends, "t": TOP, "b": TOP, "pad": 0},
        bargap=0.25,
        xaxis=axis(theme, visible=False, range=[scale.low, scale.high]),
        yaxis=axis(theme, visible=False, range=[max(len(found), 1) - 0.5, -0.5]),
        shapes=[*_ground(found, theme, "y"), _nought(theme, "x")],
        annotations=[*names_beside(found, long + ends, theme), *numbers_beside(found, words, theme)],
    )


def _lines_of(found: Sequence[Step]) -> float:
    """Return how much taller rows are whose names need two lines."""
    return 1.7 if any(len(step.label) > LONGEST_ON_A_PHONE for step in found) else 1.0


def _scale(found: Sequence[Step], figure: Figure) -> Range:
    every = [end for step in found for end in (step.top, step.bottom)]
    return range_of(every or [0.0, 1.0], figure.unit, above=0.12, below=0.12, zero=True)


def _ticks(found: Sequence[Step], slot: float) -> tuple[list[int], list[str]]:
    """Return which columns are named, all or every so many, so that names do not touch; a name of two words may be two lines."""
    characters = max(int(slot / CHARACTER) - 1, SHORTEST_LINE)
    longest = max((len(line) for step in found for line in balanced(step.label, characters)), default=1)
    every = next((step for step in (1, 2, 4, 8) if slot * step >= longest * NAME_CHARACTER + BETWEEN), 16)
    return list(range(0, len(found), every)), [written(step.label, characters) for step in found[::every]]


def _columns(found: Sequence[Step], figure: Figure, theme: Theme, way: str) -> Settings:
    values, places = [step.value for step in found], list(range(len(found)))
    return {
        "type": "bar", "orientation": way, "x": places if way == "v" else values, "y": values if way == "v" else places,
        "marker": {"color": [theme.met if step.is_added else theme.measured for step in found]},
        "hovertext": [read_words(step, figure.unit, largest_of(found)) for step in found], "hoverinfo": "text",
    }  # fmt: skip


def _whiskers(found: Sequence[Step], theme: Theme, way: str) -> list[Settings]:
    """Return whiskers in ink on a pale edge, so that they are seen on a column and beside it."""
    known = [
        (place, step.value, step.low, step.high)
        for place, step in enumerate(found)
        if step.value is not None and step.low is not None and step.high is not None
    ]
    if not known:
        return []
    places, values = [row[0] for row in known], [row[1] for row in known]
    reach = {
        "type": "data", "symmetric": False, "array": [max(high - value, 0.0) for _, value, _, high in known],
        "arrayminus": [max(value - low, 0.0) for _, value, low, _ in known],
    }  # fmt: skip
    trace = {
        "type": "scatter", "mode": "markers", "x": places if way == "v" else values, "y": values if way == "v" else places,
        "marker": {"opacity": 0, "size": 1}, "hoverinfo": "skip",
    }  # fmt: skip
    looks = ({"color": theme.page, "thickness": 4.5, "width": 4}, {"color": theme.ink, "thickness": 1.5, "width": 3})
    return [{**trace, "error_y" if way == "v" else "error_x": {**reach, **look}} for look in looks]


def _ground(found: Sequence[Step], theme: Theme, along: str) -> list[Settings]:
    """Return a pale ground behind each stretch of what was added."""
    places = [place for place, step in enumerate(found) if step.is_added]
    across = "y" if along == "x" else "x"
    return [
        {
            "type": "rect", "layer": "below", "fillcolor": theme.expected_95, "line": {"width": 0},
            f"{along}ref": along, f"{across}ref": "paper", f"{along}0": place - 0.5, f"{along}1": place + 0.5,
            f"{across}0": 0, f"{across}1": 1,
        }
        for place in places
    ]  # fmt: skip


def _nought(theme: Theme, across: str) -> Settings:
    along = "x" if across == "y" else "y"
    line = {"color": theme.ink, "width": 1.2}
    ends = {f"{across}0": 0, f"{across}1": 0, f"{along}0": 0, f"{along}1": 1}
    return {"type": "line", f"{along}ref": "paper", f"{across}ref": across, **ends, "line": line}
