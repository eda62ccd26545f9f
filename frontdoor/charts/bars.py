"""Bars from zero, worst first, each with its number; the one that fails stands out and the target is one solid line."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from frontdoor.charts.labels import LINE_HEIGHT, most_lines, written
from frontdoor.charts.scale import CHARACTER
from frontdoor.charts.targets import level_words
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Tone
from frontdoor.measures.formatting import format_value

Settings = dict[str, Any]

ROW = 45  # pixels for each bar
TOP = 24  # pixels for the target's words
LONGEST_ON_ONE_LINE = 22  # characters
LONGEST_BESIDE_ON_A_PHONE = 14  # characters; longer labels move above their bars
LONGEST_ABOVE = 44  # characters on one line above a bar
AROUND_LINES = 6  # pixels above and below the lines of a name together
VALUE_ROOM = 64  # pixels right of the longest bar, for its number; more where numbers are longer
BESIDE_A_NUMBER = 14  # pixels left and right of it


def bars(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return horizontal bars in the frame's order, top first; a null value is a dash and no bar."""
    frame = figure.frame
    names: list[str] = frame["label"].to_list()
    values: list[float | None] = frame["value"].to_list()
    is_above = is_narrow and max(map(len, names), default=0) > LONGEST_BESIDE_ON_A_PHONE
    target = figure.targets[-1].value if figure.targets else None
    known = [value for value in (*values, target, 0.0) if value is not None]
    low, high = min(known), max(known)
    left = 8 if is_above else min(max(map(len, names), default=0), LONGEST_ON_ONE_LINE) * CHARACTER + 12
    usual, row = row_heights(names, ROW, 1.25, is_above=is_above)
    thick = 0.45 if is_above else 0.58
    return lean(
        theme,
        [_bars(figure, theme)],
        height=TOP + max(len(names), 1) * row,
        margin={"l": left, "r": _value_room(figure), "t": TOP, "b": 0, "pad": 0},
        bargap=round(1 - thick * usual / row, 4),
        xaxis=axis(theme, visible=False, range=[low * 1.2, high or 1.0]),
        yaxis=axis(theme, range=[len(names) - 0.5, -0.5], visible=False),
        shapes=_target_line(target, theme),
        annotations=[
            *_names(figure, theme, 0 if is_above else left),
            *_numbers(figure, theme),
            *_target_words(target, figure, theme),
        ],
    )


def row_heights(names: Sequence[str], beside: float, above: float, *, is_above: bool) -> tuple[float, float]:
    """Return how many pixels a row has as a rule, and how many it needs for the longest of these names.

    `beside` is the rule where names stand beside their rows, and `above` times as much where they stand above.
    """
    if is_above:
        usual = beside * above
        return usual, usual + 2 * LINE_HEIGHT * (most_lines(names, LONGEST_ABOVE) - 1)
    return beside, max(beside, LINE_HEIGHT * most_lines(names, LONGEST_ON_ONE_LINE) + AROUND_LINES)


def _value_room(figure: Figure) -> float:
    longest = max((len(format_value(value, figure.unit)) for value in figure.frame["value"].drop_nulls()), default=0)
    return max(VALUE_ROOM, longest * CHARACTER + BESIDE_A_NUMBER)


def _bars(figure: Figure, theme: Theme) -> Settings:
    frame = figure.frame
    rows = frame.select("label", "value", "note").rows()
    words = [
        f"{written(label)}: {format_value(value, figure.unit)} {written(note or '')}" for label, value, note in rows
    ]
    return {
        "type": "bar", "orientation": "h", "x": frame["value"].to_list(), "y": list(range(frame.height)),
        "marker": {"color": _colours(frame, theme)}, "hovertext": words, "hoverinfo": "text",
    }  # fmt: skip


def _colours(frame: pl.DataFrame, theme: Theme) -> list[str]:
    """Return each bar's colour: by its tone where bars have one, else the failing one stands out."""
    if "tone" in frame.columns:
        colours = {Tone.GOOD: theme.met, Tone.MIDDLE: theme.edge, Tone.POOR: theme.missed}
        return [colours.get(tone, theme.measured) for tone in frame["tone"]]
    return [theme.missed if is_failing else theme.measured for is_failing in frame["is_highlighted"]]


def _names(figure: Figure, theme: Theme, left: float) -> list[Settings]:
    """Return each bar's name in the `left` pixels beside it, or above it for 0; the failing one is bold and coloured."""
    place = {"yanchor": "bottom", "yshift": 13, "x": 0, "xanchor": "left", "align": "left"}
    beside = {"yanchor": "middle", "xref": "paper", "x": 0, "xanchor": "left", "xshift": -left, "align": "left"}
    return [
        {
            **(beside if left else place), "y": index, "showarrow": False,
            "text": written(name, LONGEST_ON_ONE_LINE if left else LONGEST_ABOVE, bold=is_failing),
            "font": {"color": theme.missed if is_failing else theme.ink},
            "bgcolor": theme.page,
        }
        for index, (name, is_failing) in enumerate(figure.frame.select("label", "is_highlighted").rows())
    ]  # fmt: skip


def _numbers(figure: Figure, theme: Theme) -> list[Settings]:
    """Return each bar's number after its end, and after the target's line where the two would meet."""
    target = figure.targets[-1].value if figure.targets else None
    numbers = []
    for index, (value, note, is_failing) in enumerate(figure.frame.select("value", "note", "is_highlighted").rows()):
        end = max(value or 0.0, 0.0)
        if target is not None and target * 0.86 < end < target:
            end = target
        said = format_value(value, figure.unit, against=target) if value is not None else f"– {note or ''}"
        numbers.append(
            {
                "x": end, "y": index, "xanchor": "left", "xshift": 6, "showarrow": False, "yanchor": "middle",
                "text": written(said, bold=value is not None), "bgcolor": "rgba(0,0,0,0)" if value is not None else theme.page,
                "font": {"color": theme.missed if is_failing else theme.ink},
            }
        )  # fmt: skip
    return numbers


def _target_line(target: float | None, theme: Theme) -> list[Settings]:
    """Return the target as one solid line with a pale edge, so that it is seen across a bar."""
    if target is None:
        return []
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": target, "x1": target, "y0": 0, "y1": 1}
    return [
        {**place, "line": {"color": theme.page, "width": 5}},
        {**place, "line": {"color": theme.ink, "width": 2}},
    ]


def _target_words(target: float | None, figure: Figure, theme: Theme) -> list[Settings]:
    if target is None:
        return []
    return [
        {
            "x": target, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 2, "showarrow": False,
            "text": f"<b>{level_words(target, figure.unit)}</b>", "font": {"color": theme.target},
        }
    ]  # fmt: skip
