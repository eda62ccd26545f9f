"""From a start to an end by signed steps: totals stand from nought, each step hangs where the one before it stopped."""

from dataclasses import dataclass
from typing import Any

from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import written
from frontdoor.charts.scale import CHARACTER
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import MINUS, NOTHING, format_gap, format_value
from frontdoor.schema.units import Better, Unit

Settings = dict[str, Any]

ROW = 44  # pixels for each row
LONGEST_ON_ONE_LINE = 26  # characters
LONGEST_BESIDE_ON_A_PHONE = 14  # characters; longer labels move above their bars
HALF_A_BAR, ABOVE_A_BAR = 0.29, 0.22  # of a row, beside and below its label


@dataclass(frozen=True, slots=True)
class _Row:
    """One bar from `start` to `end`; a step of which nothing is known keeps its place and has no bar."""

    label: str
    value: float | None
    is_total: bool
    start: float
    end: float


def waterfall(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return horizontal bars in the frame's order, top first; a null value is a dash and changes nothing."""
    rows = _rows(figure)
    names = [row.label for row in rows]
    is_above = is_narrow and max(map(len, names), default=0) > LONGEST_BESIDE_ON_A_PHONE
    left = 8 if is_above else min(max(map(len, names), default=0), LONGEST_ON_ONE_LINE) * CHARACTER + 14
    ends = [0.0, *(row.start for row in rows), *(row.end for row in rows)]
    low, high = min(ends), max(ends)
    words = [_words(row, figure.unit) for row in rows]
    half = ABOVE_A_BAR if is_above else HALF_A_BAR
    return lean(
        theme,
        [_bars(rows, words, half, figure, theme)],
        height=max(len(rows), 1) * ROW * (1.3 if is_above else 1) + 8,
        margin={"l": left, "r": max(map(len, words), default=0) * CHARACTER + 18, "t": 4, "b": 4, "pad": 0},
        xaxis=axis(theme, visible=False, range=[low, high if high > low else low + 1.0]),
        yaxis=axis(theme, range=[len(rows) - 0.5, -0.5 - (0.12 if is_above else 0)], visible=False),
        shapes=[_baseline(theme), *_connectors(rows, half, theme)],
        annotations=[*_names(rows, 0 if is_above else left, theme), *_numbers(rows, words, figure, theme)],
    )


def _rows(figure: Figure) -> list[_Row]:
    """Return where each bar begins and ends; a total begins anew from nought."""
    rows, level = [], 0.0
    for label, value, is_total in drawable(figure.frame).select("label", "value", "is_total").iter_rows():
        start = 0.0 if is_total else level
        level = level if value is None else start + value
        rows.append(_Row(label, value, is_total, level if value is None else start, level))
    return rows


def _bars(rows: list[_Row], words: list[str], half: float, figure: Figure, theme: Theme) -> Settings:
    return {
        "type": "bar", "orientation": "h", "width": 2 * half,
        "base": [row.start for row in rows], "x": [row.end - row.start for row in rows], "y": list(range(len(rows))),
        "marker": {"color": [_colour(row, figure.better, theme) for row in rows]},
        "hovertext": [f"{written(row.label)}: {said}" for row, said in zip(rows, words, strict=True)], "hoverinfo": "text",
    }  # fmt: skip


def _colour(row: _Row, better: Better, theme: Theme) -> str:
    """Return a total's colour, or a step's: turquoise is better, plum worse; where neither is, orange says less."""
    if row.is_total:
        return theme.measured
    is_up = (row.value or 0.0) >= 0
    if better is Better.NEITHER:
        return theme.comparison if is_up else theme.close_mark
    return theme.comparison if is_up == (better is Better.HIGHER) else theme.missed


def _words(row: _Row, unit: Unit) -> str:
    """Return a total as it is, a step with its sign; a step of a share is in points."""
    if row.value is None:
        return NOTHING
    if row.is_total:
        return format_value(row.value, unit)
    size = format_gap(row.value, unit) if unit is Unit.SHARE else format_value(abs(row.value), unit).lstrip("+")
    is_nothing = not any(digit in size for digit in "123456789")
    return size.removesuffix(".00") if is_nothing else f"{MINUS if row.value < 0 else '+'}{size}"


def _baseline(theme: Theme) -> Settings:
    line = {"color": theme.ink, "width": 1.2}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "line": line}


def _connectors(rows: list[_Row], half: float, theme: Theme) -> list[Settings]:
    """Return the thin lines from where one bar ends down to where the next begins, or ends where it is a total."""
    return [
        {
            "type": "line", "x0": row.end, "x1": row.end, "y0": index + half, "y1": index + 1 - half,
            "line": {"color": theme.edge, "width": 1.2},
        }
        for index, row in enumerate(rows[:-1])
        if row.end
    ]  # fmt: skip


def _names(rows: list[_Row], left: float, theme: Theme) -> list[Settings]:
    """Return each row's name in the `left` pixels beside its bar, or above it for 0; totals are bold."""
    above = {"yanchor": "bottom", "yshift": 13, "xshift": 5}
    beside = {"yanchor": "middle", "xshift": -left, "align": "left"}
    return [
        {
            **(beside if left else above), "y": index, "xref": "paper", "x": 0, "xanchor": "left", "showarrow": False,
            "text": written(row.label, LONGEST_ON_ONE_LINE if left else 0, bold=row.is_total),
            "font": {"color": theme.ink},
        }
        for index, row in enumerate(rows)
    ]  # fmt: skip


def _numbers(rows: list[_Row], words: list[str], figure: Figure, theme: Theme) -> list[Settings]:
    """Return each number right of its bar; a step for the worse is in its own colour as well as its sign."""
    return [
        {
            "x": max(row.start, row.end, 0.0), "y": index, "xanchor": "left", "xshift": 8, "yanchor": "middle", "showarrow": False,
            "text": written(said, bold=row.value is not None),
            "font": {"color": theme.missed if row.value and _colour(row, figure.better, theme) == theme.missed else theme.ink},
        }
        for index, (row, said) in enumerate(zip(rows, words, strict=True))
    ]  # fmt: skip
