"""What was seen against what would have been without it: seen solid, expected dashed in its band, the difference shaded."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean
from typing import Any

from frontdoor.charts.band import band
from frontdoor.charts.drawable import drawable
from frontdoor.charts.events import arranged, event_labels, event_lines, room_for_events, room_for_letters
from frontdoor.charts.labels import LINE_HEIGHT, Label, balanced, right_labels, room_for, written
from frontdoor.charts.scale import CHARACTER, Range, range_of, time_ticks
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import BEGINS, ENDS, Figure, Mark
from frontdoor.measures.formatting import format_date, format_value

Settings = dict[str, Any]
Row = tuple[Any, ...]

HEIGHT, PHONE_HEIGHT = 290, 270  # pixels below the words of where it starts and ends
BOTTOM, RIGHT = 30, 14  # pixels
EDGE_ROW = LINE_HEIGHT + 4  # pixels for each row of those words
PLOT_WIDTH, PHONE_PLOT_WIDTH = 340, 270  # pixels, the least a plot has in its card
LONGEST_LABEL = 16  # characters on one line of a direct label
MOST_DOTS = 80  # periods; with more, only those it could have changed have room for dots
HALF_A_WEEK = timedelta(days=3)
BAND_REACH = 1.0  # spans of the other values beyond which a band is cut off
COLUMNS = ("period_start", "seen", "expected", "low", "high")
SEEN, EXPECTED, LOW, HIGH = 1, 2, 3, 4


def counterfactual(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the chart; a null is a gap in its line or band. A phone has the words of the lines in the key."""
    rows = drawable(figure.frame, COLUMNS[1:]).sort("period_start").select(COLUMNS).rows()
    first, last = edges([row[0] for row in rows])
    marks = [mark for mark in figure.marks if first <= mark.on_date <= last]
    events = [mark for mark in marks if mark.label not in (BEGINS, ENDS)]
    words, edge_rows = _edge_words(marks, first, last, theme, PHONE_PLOT_WIDTH if is_narrow else PLOT_WIDTH)
    inner = (PHONE_HEIGHT if is_narrow else HEIGHT) - BOTTOM
    scale = _scale(rows, figure, room_for_events(events, inner, True))
    found = arranged(events, first, last, True)
    top = EDGE_ROW * max(edge_rows, 1) + room_for_letters(found)
    labels = [] if is_narrow else _labels(rows, figure, theme)
    ticks, told = time_ticks(first, last, is_narrow)
    return lean(
        theme,
        [*_areas(rows, theme), event_lines(events, scale, theme), *_lines(rows, figure, theme)],
        height=inner + top + BOTTOM,
        margin={"l": scale.room, "r": max(RIGHT, room_for(labels) if labels else 0), "t": top, "b": BOTTOM, "pad": 0},
        xaxis=axis(theme, type="date", range=[first, last], tickvals=ticks, ticktext=told, ticklabelstandoff=6),
        yaxis=axis(theme, range=[scale.low, scale.high], tickvals=scale.ticks, ticktext=scale.words, showgrid=True,
                   ticklabelstandoff=8),
        shapes=_edge_lines(marks, theme),
        annotations=[*words, *event_labels(found, theme, True), *right_labels(labels, scale, inner)],
    )  # fmt: skip


def edges(days: Sequence[date]) -> tuple[date, date]:
    """Return a little before the first period, and the end of the last."""
    if not days:
        return date.min, date.min + timedelta(days=1)
    step = min((later - earlier for earlier, later in pairwise(days)), default=timedelta(days=7))
    return days[0] - step / 3, days[-1] + step


def line_words(figure: Figure) -> tuple[str, str]:
    """Return what is said of the line seen and of the one expected, with their means where both are known."""
    if figure.key_words:
        return figure.key_words[0], figure.key_words[1]
    rows = drawable(figure.frame, COLUMNS[1:]).select(COLUMNS).rows()
    seen, expected = (_mean(rows, column) for column in (SEEN, EXPECTED))
    if seen is None or expected is None:
        return "Seen", "Expected without it"
    return f"Seen, {format_value(seen, figure.unit)}", f"Expected without it, {format_value(expected, figure.unit)}"


def _mean(rows: Sequence[Row], column: int) -> float | None:
    both = [row[column] for row in rows if row[SEEN] is not None and row[EXPECTED] is not None]
    return fmean(both) if both else None


def _scale(rows: Sequence[Row], figure: Figure, room: tuple[float, float]) -> Range:
    """Return the values the plot has room for: from nought where that is near, and not all of a band without end."""
    known = [value for row in rows for value in row[SEEN:LOW] if value is not None] or [0.0, 1.0]
    reach = ((max(known) - min(known)) or abs(max(known)) or 1.0) * BAND_REACH
    bands = [value for row in rows for value in row[LOW:] if value is not None]
    held = [min(max(value, min(known) - reach), max(known) + reach) for value in bands]
    every = [*known, *held]
    is_from_nought = min(every) >= 0 and min(every) < max(every) / 2
    return range_of(every, figure.unit, above=room[0], below=room[1], zero=is_from_nought)


def _areas(rows: Sequence[Row], theme: Theme) -> list[Settings]:
    """Return the difference, and upon it the band of what was expected."""
    between = [(row[0], row[SEEN], row[EXPECTED]) for row in rows]
    ends = [(row[0], row[LOW], row[HIGH]) for row in rows]
    found = [(between, theme.usual_range), (ends, theme.expected_80)]
    return [band(points, colour) for points, colour in found if any(None not in point for point in points)]


def _lines(rows: Sequence[Row], figure: Figure, theme: Theme) -> list[Settings]:
    """Return the seen line, broken where the pilot begins, and the expected; a period is read once."""
    told = [_words(row, figure) for row in rows]
    return [_seen_line(rows, told, _began(rows, figure), theme), _expected_line(rows, told, theme)]


def _began(rows: Sequence[Row], figure: Figure) -> int:
    """Return the place of the first period the pilot could have changed, 0 where there is none before it."""
    start = next((_place(mark) for mark in figure.marks if mark.label == BEGINS), date.max)
    return next((place for place, row in enumerate(rows) if row[EXPECTED] is not None or row[0] > start), 0)


def _seen_line(rows: Sequence[Row], told: Sequence[str], began: int, theme: Theme) -> Settings:
    places = list(range(len(rows)))
    gap: list[int | None] = [None] if began else []
    order = [*places[:began], *gap, *places[began:]]
    small = 7 if len(rows) <= MOST_DOTS else 0
    return {
        "type": "scatter", "mode": "lines+markers", "connectgaps": False,
        "x": [rows[began][0] if place is None else rows[place][0] for place in order],
        "y": [None if place is None else rows[place][SEEN] for place in order],
        "line": {"color": theme.measured, "width": 2.2},
        "marker": {
            "symbol": "circle", "color": theme.measured, "opacity": 1,
            "size": [7 if place is not None and place >= began else small for place in order],
        },
        "text": ["" if place is None or rows[place][SEEN] is None else told[place] for place in order],
        "hoverinfo": "text",
    }  # fmt: skip


def _expected_line(rows: Sequence[Row], told: Sequence[str], theme: Theme) -> Settings:
    return {
        "type": "scatter", "mode": "lines", "connectgaps": False,
        "x": [row[0] for row in rows], "y": [row[EXPECTED] for row in rows],
        "line": {"color": theme.met, "width": 2.6, "dash": "8px,5px"},
        "text": [
            words if row[SEEN] is None and row[EXPECTED] is not None else ""
            for row, words in zip(rows, told, strict=True)
        ],
        "hoverinfo": "text",
    }  # fmt: skip


def _words(row: Row, figure: Figure) -> str:
    """Return 'Week from 8 September 2025: 22% seen, 30% expected without it, between 26% and 35%'."""
    start, seen, expected, low, high = row
    said = [] if seen is None else [f"{format_value(seen, figure.unit)} seen"]
    said += [] if expected is None else [f"{format_value(expected, figure.unit)} expected without it"]
    if low is not None and high is not None:
        said.append(f"between {format_value(low, figure.unit)} and {format_value(high, figure.unit)}")
    return f"Week from {format_date(start)}: {', '.join(said)}"


def _labels(rows: Sequence[Row], figure: Figure, theme: Theme) -> list[Label]:
    """Return the words right of the plot, each at the height of its line's end."""
    words = line_words(figure)
    found = ((EXPECTED, words[1], theme.met), (SEEN, words[0], theme.measured))
    return [
        Label(ends[-1], "\n".join(balanced(said, LONGEST_LABEL)), colour, is_bold=True)
        for column, said, colour in found
        if (ends := [row[column] for row in rows if row[column] is not None])
    ]


def _edge_lines(marks: Sequence[Mark], theme: Theme) -> list[Settings]:
    line = {"color": theme.ink, "width": 1.5}
    return [
        {"type": "line", "xref": "x", "yref": "paper", "x0": _place(mark), "x1": _place(mark), "y0": 0, "y1": 1, "line": line}
        for mark in marks if mark.label in (BEGINS, ENDS)
    ]  # fmt: skip


def _place(mark: Mark) -> date:
    """Return where the line of a mark stands: half a week before the first week's point, half a week after the last one's."""
    monday = mark.on_date - timedelta(days=mark.on_date.weekday())
    return monday + HALF_A_WEEK * (1 if mark.label == ENDS else -1)


def _edge_words(marks: Sequence[Mark], first: date, last: date, theme: Theme, width: int) -> tuple[list[Settings], int]:
    """Return the words above the lines and how many rows they need: one, or two where they would touch."""
    chosen = sorted((mark for mark in marks if mark.label in (BEGINS, ENDS)), key=lambda mark: mark.on_date)
    placed: list[tuple[Mark, str, int]] = []
    taken = float("-inf")
    for mark in chosen:
        along = (_place(mark) - first).days / max((last - first).days, 1) * width
        long = len(mark.label) * CHARACTER
        side = "right" if along >= long else "left"
        start = along - long if side == "right" else along
        placed.append((mark, side, 1 if start < taken else 0))
        taken = max(taken, start + long + CHARACTER)
    return [_edge_word(*one, theme) for one in placed], 1 + max((row for _, _, row in placed), default=0)


def _edge_word(mark: Mark, side: str, row: int, theme: Theme) -> Settings:
    return {
        "xref": "x", "yref": "paper", "x": _place(mark), "y": 1, "xanchor": side, "yanchor": "bottom",
        "yshift": 2 + row * EDGE_ROW, "showarrow": False, "text": written(mark.label, bold=True),
        "font": {"color": theme.ink},
    }  # fmt: skip
