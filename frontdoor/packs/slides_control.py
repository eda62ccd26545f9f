"""A control chart on a slide: the values as a line, mean and limits as thin lines, the target as a step of its own lines."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from frontdoor.charts.control_chart import edges, with_usual_columns
from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import LINE_HEIGHT
from frontdoor.charts.scale import CHARACTER, range_of
from frontdoor.charts.targets import level_words, levels
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides_axis import Frame, framed, named_every
from frontdoor.packs.slides_chart import Chart, Look, Mark, Room, Said, Series, Symbol
from frontdoor.packs.slides_events import event_columns, event_series, events_of, room_above
from frontdoor.packs.slides_sheet import Column, Sheet, level_column, values_column

LIMITS = (
    ("lower_limit", "Usual range, lower limit"),
    ("upper_limit", "Usual range, upper limit"),
    ("mean", "Mean"),
)
SHAPES = {"improvement": "diamond", "concern": "square"}
ROW = LINE_HEIGHT + 4


def control_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return the chart; limits there are too few points for are left out."""
    frame = drawable(with_usual_columns(figure.frame), ("value", "mean", "lower_limit", "upper_limit")).sort(
        "period_start"
    )
    starts = frame["period_start"].to_list()
    steps = _steps(figure, starts)
    events = events_of(figure, starts)
    known = [value for column in frame.select("value", "lower_limit", "upper_limit") for value in column.drop_nulls()]
    heights = [*known, *(value for values in steps for value in values if value is not None)] or [0.0, 1.0]
    scale = range_of(heights, figure.unit, above=room_above(events, room))
    heads = [level_words(next(value for value in values if value is not None), figure.unit) for values in steps]
    words = [*heads, *(format_value(value, figure.unit) for value in known)]
    fit = framed(scale, room, right=max(map(len, words), default=6) * CHARACTER + 24)
    limits = [(column, words) for column, words in LIMITS if frame[column].is_not_null().any()]
    columns = [
        values_column(figure.subtitle or "Value", frame["value"].to_list(), figure.unit),
        *(level_column(words, frame[column].to_list(), figure.unit) for column, words in limits),
        *(level_column(head, values, figure.unit) for head, values in zip(heads, steps, strict=True)),
    ]
    series = _lines(figure, frame, [column for column, _ in limits], steps, columns, fit, theme)
    marks = event_series(events, len(columns), fit, len(starts), theme)
    columns += event_columns(events, fit, len(starts), figure.unit)
    names = tuple(frame["label"].to_list())
    every = named_every(names, fit.plot.width * room.width, lines=1)
    return Chart(
        Sheet("Period", names, tuple(columns)), (*marks, *series), fit.axis, fit.plot, every=every, is_in_time=True
    )


def _steps(figure: Figure, starts: Sequence[date]) -> list[list[float | None]]:
    """Return, for each level of the target, its value at the periods that begin under it and null elsewhere."""
    found = []
    for start, end, value in levels(figure.targets, *edges(starts)) if starts else []:
        values = [value if start <= day < end else None for day in starts]
        if any(each is not None for each in values):
            found.append(values)
    return found


def _lines(
    figure: Figure,
    frame: pl.DataFrame,
    limits: Sequence[str],
    steps: Sequence[Sequence[float | None]],
    columns: Sequence[Column],
    fit: Frame,
    theme: Theme,
) -> list[Series]:
    """Return the limits, the target and upon them the values, each with its words right of the plot."""
    last = frame.height - 1
    newest = _newest(frame)
    ends: list[tuple[int, int, float]] = [(0, newest, frame["value"][newest])] if newest is not None else []
    for index, column in enumerate(limits, start=1):
        value = frame[column][last]
        ends += [(index, last, value)] if column != "mean" and value is not None else []
    if steps and steps[-1][last] is not None:
        ends.append((len(limits) + len(steps), last, steps[-1][last] or 0.0))
    moved = dict(zip((end[0] for end in ends), fit.pushed([end[2] for end in ends]), strict=True))
    at = {end[0]: end[1] for end in ends}
    made = [
        Series(index, Mark.LINE, _limit_look(column, theme), labels=_said(index, at, moved, columns, theme.ink_second))
        for index, column in enumerate(limits, start=1)
    ]
    for order in range(len(steps)):
        index = len(limits) + 1 + order
        made.append(_target(index, steps[order], order == len(steps) - 1, at, moved, theme, fit))
    colour = _colour(frame["point_type"][newest], theme) if newest is not None else theme.measured
    return [*made, _values(frame, _said(0, at, moved, columns, colour, is_bold=True), theme)]


def _limit_look(column: str, theme: Theme) -> Look:
    return Look(line=theme.measured if column == "mean" else theme.edge, points=1.25)


def _said(
    index: int,
    at: dict[int, int],
    moved: dict[int, float],
    columns: Sequence[Column],
    colour: str,
    *,
    is_bold: bool = False,
) -> tuple[Said, ...]:
    if index not in at:
        return ()
    said = columns[index].formats[at[index]]
    return (Said(at[index], "r", colour, said, is_bold=is_bold, down=moved[index]),)


def _target(
    index: int,
    values: Sequence[float | None],
    is_last: bool,
    at: dict[int, int],
    moved: dict[int, float],
    theme: Theme,
    fit: Frame,
) -> Series:
    """Return one level: a dashed line named at its end if it is in force now, else above its start."""
    places = [place for place, value in enumerate(values) if value is not None]
    look = Look(line=theme.target, points=2.25, dash="dash")
    symbol = Symbol("dash", 12, theme.target) if len(places) == 1 else None
    if index in at and is_last:
        label = Said(at[index], "r", theme.target, is_name=True, is_bold=True, down=moved[index])
    else:
        label = Said(places[len(places) // 2], "t", theme.target, is_name=True, is_bold=True)
    return Series(index, Mark.LINE, look, symbol, labels=(label,))


def _values(frame: pl.DataFrame, labels: tuple[Said, ...], theme: Theme) -> Series:
    """Return the measured line: worse as squares, better as diamonds, a period that is not finished hollow."""
    symbols = {}
    for place, (kind, is_complete) in enumerate(frame.select("point_type", "is_complete").rows()):
        if kind in SHAPES or not is_complete:
            shape = SHAPES.get(kind, "circle") if is_complete else "circle"
            symbols[place] = Symbol(shape, 10 if is_complete else 8, _colour(kind, theme), is_hollow=not is_complete)
    look = Look(line=theme.measured, points=2.5)
    return Series(0, Mark.LINE, look, Symbol("circle", 7, theme.measured), symbols=symbols, labels=labels)


def _colour(kind: str | None, theme: Theme) -> str:
    return {"improvement": theme.met, "concern": theme.missed}.get(kind or "", theme.measured)


def _newest(frame: pl.DataFrame) -> int | None:
    """Return the place of the newest finished period that has a value."""
    known = frame.with_row_index("place").filter(pl.col("value").is_not_null() & pl.col("is_complete"))
    return None if known.is_empty() else int(known["place"][-1])
