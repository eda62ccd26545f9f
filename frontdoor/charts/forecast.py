"""What came and what is expected: seen solid, expected dashed, and the ranges that hold 80% and 95% of what may come."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from frontdoor.charts.band import band
from frontdoor.charts.drawable import drawable
from frontdoor.charts.events import arranged, event_labels, event_lines, room_for_events, room_for_letters
from frontdoor.charts.scale import range_of, time_ticks
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_date, format_moment, format_value
from frontdoor.schema.units import Unit

Settings = dict[str, Any]
Row = tuple[Any, ...]

HEIGHT, PHONE_HEIGHT = 320, 290  # pixels
BOTTOM, TOP, RIGHT = 30, 8, 14  # pixels
WEEK = 7
MOST_DOTS = 60  # periods; with more, only a line has room
EDGE = 0.015  # of the whole time, kept free before and after it
SEEN, EXPECTED = 1, 2
COLUMNS = ("period_start", "seen", "expected", "low_80", "high_80", "low_95", "high_95")


def forecast(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the chart; a null is a gap in its line or band."""
    rows = drawable(figure.frame, COLUMNS[1:]).sort("period_start").select(COLUMNS).rows()
    first, last = edges([row[0] for row in rows])
    marks = [mark for mark in figure.marks if first <= mark.on_date <= last]
    height = PHONE_HEIGHT if is_narrow else HEIGHT
    above, _ = room_for_events(marks, height - TOP - BOTTOM, is_narrow)
    known = [float(value) for row in rows for value in row[1:] if value is not None] or [0.0, 1.0]
    scale = range_of(known, figure.unit, above=above, below=0.1, zero=True)
    found = arranged(marks, first, last, is_narrow)
    letters = room_for_letters(found)
    ticks, words = time_ticks(first, last, is_narrow)
    return lean(
        theme,
        [*_bands(rows, theme), event_lines(marks, scale, theme), *_lines(rows, figure, theme)],
        height=height + letters,
        margin={"l": scale.room, "r": RIGHT, "t": TOP + letters, "b": BOTTOM, "pad": 0},
        xaxis=axis(theme, type="date", range=_reach(rows), tickvals=ticks, ticktext=words, ticklabelstandoff=6),
        yaxis=axis(theme, range=[scale.low, scale.high], tickvals=scale.ticks, ticktext=scale.words, showgrid=True,
                   ticklabelstandoff=8),
        annotations=event_labels(found, theme, is_narrow),
    )  # fmt: skip


def edges(days: Sequence[date]) -> tuple[date, date]:
    """Return the first day and the last, of days or of moments."""
    plain = (
        [day.date() if isinstance(day, datetime) else day for day in (days[0], days[-1])] if days else [date.min] * 2
    )
    return plain[0], plain[1]


def _reach(rows: Sequence[Row]) -> list[datetime]:
    """Return from when to when is drawn: a little more than the periods, so that no point stands on the edge."""
    if not rows:
        return [datetime.combine(day, time()) for day in (date.min, date.min + timedelta(days=1))]
    moments = [day if isinstance(day, datetime) else datetime.combine(day, time()) for day in (rows[0][0], rows[-1][0])]
    edge = max((moments[1] - moments[0]) * EDGE, _step(rows) / 3)
    return [moments[0] - edge, moments[1] + edge]


def _bands(rows: Sequence[Row], theme: Theme) -> list[Settings]:
    """Return the 95% band and upon it the 80% band."""
    wide = [(row[0], row[5], row[6]) for row in rows]
    narrow = [(row[0], row[3], row[4]) for row in rows]
    found = [(wide, theme.expected_95), (narrow, theme.expected_80)]
    return [band(points, colour) for points, colour in found if any(low is not None for _, low, _ in points)]


def _lines(rows: Sequence[Row], figure: Figure, theme: Theme) -> list[Settings]:
    """Return the seen line and the expected; a period is read once, by the line of what was seen where that is known."""
    told = [_words(row, figure.unit, _step(rows)) for row in rows]
    is_seen = [row[SEEN] is not None for row in rows]
    seen_words = [words if seen else "" for words, seen in zip(told, is_seen, strict=True)]
    expected_words = [
        "" if seen or row[EXPECTED] is None else words for row, words, seen in zip(rows, told, is_seen, strict=True)
    ]
    seen_line = _line(rows, SEEN, {"color": theme.measured, "width": 2.4}, "circle")
    expected_line = _line(rows, EXPECTED, {"color": theme.met, "width": 2.4, "dash": "7px,4px"}, "diamond")
    return [{**seen_line, "text": seen_words}, {**expected_line, "text": expected_words}]


def _line(rows: Sequence[Row], column: int, line: Settings, symbol: str) -> Settings:
    known = sum(row[column] is not None for row in rows)
    return {
        "type": "scatter", "mode": "lines+markers" if known <= MOST_DOTS else "lines", "connectgaps": False,
        "x": [row[0] for row in rows], "y": [row[column] for row in rows], "line": line,
        "marker": {"symbol": symbol, "size": 7, "color": line["color"], "opacity": 1}, "hoverinfo": "text",
    }  # fmt: skip


def _step(rows: Sequence[Row]) -> timedelta:
    """Return the shortest time between neighbours; a day where there are none."""
    return min((later[0] - earlier[0] for earlier, later in pairwise(rows)), default=timedelta(days=1))


def _words(row: Row, unit: Unit, step: timedelta) -> str:
    """Return 'Monday 2 November 2026: 812 seen, 790 expected, 80% between 700 and 880, 95% between 640 and 950'."""
    _, seen, expected, *ranges = row
    said = [
        f"{format_value(value, unit)} {word}"
        for value, word in ((seen, "seen"), (expected, "expected"))
        if value is not None
    ]
    for share, low, high in (("80%", *ranges[:2]), ("95%", *ranges[2:])):
        if low is not None and high is not None:
            said.append(f"{share} between {format_value(low, unit)} and {format_value(high, unit)}")
    return f"{_period(row[0], step)}: {', '.join(said)}"


def _period(start: date, step: timedelta) -> str:
    if isinstance(start, datetime):
        return f"{start:%A} {format_moment(start)}"
    return f"Week from {format_date(start)}" if step.days >= WEEK else f"{start:%A} {format_date(start)}"
