"""A control chart on a slide: the values as a line, mean and limits as thin lines, the target as a step of its own lines."""

from collections.abc import Sequence
from datetime import date

from frontdoor.charts.control_chart import edges, with_usual_columns
from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import LINE_HEIGHT
from frontdoor.charts.scale import CHARACTER, range_of
from frontdoor.charts.targets import level_words, levels
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides.axis import DATES, framed, named_every
from frontdoor.packs.slides.chart import Chart, Room
from frontdoor.packs.slides.control_series import Control, control_series, flag_columns
from frontdoor.packs.slides.events import event_columns, event_series, events_of, room_above
from frontdoor.packs.slides.sheet import Sheet, level_column, values_column

LIMITS = {"lower_limit": "Usual range, lower limit", "upper_limit": "Usual range, upper limit", "mean": "Mean"}


def control_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return the chart; limits there are too few points for are left out."""
    frame = drawable(with_usual_columns(figure.frame), ("value", *LIMITS)).sort("period_start")
    starts = frame["period_start"].to_list()
    steps, events = _steps(figure, starts), events_of(figure, starts)
    known = [value for name in ("value", *LIMITS) for value in frame[name].drop_nulls()]
    heights = [*known, *(value for step in steps for value in step if value is not None)] or [0.0, 1.0]
    heads = [level_words(next(value for value in step if value is not None), figure.unit) for step in steps]
    words = [*heads, *(format_value(value, figure.unit) for value in known)]
    scale = range_of(
        heights, figure.unit, above=room_above(events, room) + (LINE_HEIGHT / room.height if len(steps) > 1 else 0.0)
    )
    fit = framed(scale, room, under=DATES, right=max(map(len, words), default=6) * CHARACTER + 24)
    limits = tuple(name for name in LIMITS if frame[name].is_not_null().any())
    columns = [
        values_column(figure.subtitle or "Value", frame["value"].to_list(), figure.unit),
        *(level_column(LIMITS[name], frame[name].to_list(), figure.unit) for name in limits),
        *(level_column(head, step, figure.unit) for head, step in zip(heads, steps, strict=True)),
    ]
    flags = flag_columns(frame, columns[0])
    held = Control(frame, fit, theme, limits, steps, tuple(columns), tuple(kind for kind, _ in flags))
    columns += [column for _, column in flags]
    marks = event_series(events, len(columns), fit, theme)
    columns += event_columns(events, fit, len(starts), figure.unit)
    names = tuple(frame["label"].to_list())
    every = named_every(names, fit.plot.width * room.width, lines=1)
    sheet = Sheet("Period", names, tuple(columns))
    return Chart(sheet, (*marks, *control_series(held)), fit.axis, fit.plot, every=every, is_in_time=True)


def _steps(figure: Figure, starts: Sequence[date]) -> list[list[float | None]]:
    """Return, for each level of the target, its value at the periods that begin under it and null elsewhere."""
    found = []
    for start, end, value in levels(figure.targets, *edges(starts)) if starts else []:
        values = [value if start <= day < end else None for day in starts]
        if any(each is not None for each in values):
            found.append(values)
    return found
