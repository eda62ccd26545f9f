"""How long it took: cases in each stretch of working days as columns, in time, late or still open, and the promise between."""

from typing import Any

from frontdoor.charts.labels import written
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Tone

Settings = dict[str, Any]

HEIGHT = 300
LONGEST_LABEL, LONGEST_ON_A_PHONE = 9, 5  # characters on one line under a column
COLUMN_PARTS = (Tone.GOOD, Tone.POOR, Tone.OPEN)
"""The parts of a column from the bottom up; also the names of their columns in the frame."""
PART_WORDS = {Tone.GOOD: "in time", Tone.POOR: "late", Tone.OPEN: "late and still open"}


def columns(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return one column for each row, its number above it; the promise is a line before the first row beyond it."""
    frame = figure.frame
    totals: list[int] = [sum(row) for row in frame.select(COLUMN_PARTS).fill_null(0).rows()]
    longest = LONGEST_ON_A_PHONE if is_narrow else LONGEST_LABEL
    labels = [written(label, longest) for label in frame["label"]]
    edge = _edge(frame["is_beyond"].to_list())
    return lean(
        theme,
        [_part(figure, part, theme) for part in COLUMN_PARTS],
        height=HEIGHT,
        barmode="stack",
        margin={"l": 8, "r": 8, "t": 44, "b": 48, "pad": 0},
        bargap=0.16 if is_narrow else 0.3,
        xaxis=axis(
            theme, range=[-0.5, len(labels) - 0.5], tickvals=list(range(len(labels))), ticktext=labels,
            ticklabelstandoff=6,
        ),
        yaxis=axis(theme, visible=False, range=[0, (max(totals, default=0) or 1) * 1.12]),
        shapes=_promise_line(edge, theme),
        annotations=[*_numbers(totals, theme), *_promise_words(edge, len(labels), figure, theme)],
    )  # fmt: skip


def _part(figure: Figure, part: Tone, theme: Theme) -> Settings:
    """Return one part of every column: in time is filled, late is hatched, still open is hollow."""
    rows = figure.frame.select("label", part).rows()
    marker: Settings = {"color": theme.measured}
    if part is Tone.POOR:
        marker = {
            "color": theme.missed,
            "pattern": {"shape": "/", "fgcolor": theme.page, "bgcolor": theme.missed, "size": 6, "solidity": 0.22},
            "line": {"color": theme.missed, "width": 1.5},
        }
    elif part is Tone.OPEN:
        marker = {"color": theme.page, "line": {"color": theme.missed, "width": 2}}
    return {
        "type": "bar", "x": list(range(len(rows))), "y": [count or None for _, count in rows], "marker": marker,
        "hovertext": [f"{written(label)}: {count or 0:,} {PART_WORDS[part]}" for label, count in rows],
        "hoverinfo": "text",
    }  # fmt: skip


def _numbers(totals: list[int], theme: Theme) -> list[Settings]:
    return [
        {
            "x": index, "y": total, "yanchor": "bottom", "yshift": 2, "showarrow": False, "text": f"{total:,}",
            "font": {"color": theme.ink},
        }
        for index, total in enumerate(totals)
    ]  # fmt: skip


def _edge(is_beyond: list[bool]) -> float | None:
    """Return where the promise falls between the columns; None where nothing was promised or no column is beyond it."""
    return is_beyond.index(True) - 0.5 if True in is_beyond else None


def _promise_line(edge: float | None, theme: Theme) -> list[Settings]:
    if edge is None:
        return []
    line = {"color": theme.ink, "width": 2}
    return [{"type": "line", "xref": "x", "yref": "paper", "x0": edge, "x1": edge, "y0": 0, "y1": 1.08, "line": line}]


def _promise_words(edge: float | None, wide: int, figure: Figure, theme: Theme) -> list[Settings]:
    """Return the words of the promise beside the top of its line, on the side that has more room."""
    if edge is None or not figure.targets:
        return []
    is_right = edge < wide / 2
    return [
        {
            "x": edge, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 8, "showarrow": False,
            "xanchor": "left" if is_right else "right", "xshift": 8 if is_right else -8,
            "text": f"<b>{written(figure.targets[-1].label)}</b>", "font": {"color": theme.target},
        }
    ]  # fmt: skip
