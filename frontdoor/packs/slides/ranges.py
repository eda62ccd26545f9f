"""What was seen against what is or was expected, on a slide: a solid line, a dashed one, and its range at each period."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from frontdoor.charts.counterfactual import line_words
from frontdoor.charts.drawable import drawable
from frontdoor.charts.scale import CHARACTER, Range, range_of
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Kind
from frontdoor.packs.slides.axis import DATES, Frame, framed, named_every
from frontdoor.packs.slides.bands import Band, band_parts
from frontdoor.packs.slides.chart import Chart, Look, Mark, Room, Said, Series, Symbol
from frontdoor.packs.slides.events import Event, event_columns, event_series, events_of, room_above
from frontdoor.packs.slides.periods import period_names
from frontdoor.packs.slides.sheet import Column, Sheet, values_column

SEEN, EXPECTED = 0, 1
MOST_DOTS = 60  # periods; with more, only a line has room
LONGEST_NAME = 18  # characters of a line's words beside it
BAND_REACH = 1.0  # spans of the lines beyond which a range is cut off


def forecast_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return what came, what is expected, and the ranges that hold 80% and 95% of what may come."""
    bands = (
        Band("low_95", "high_95", "95% range", theme.expected_95),
        Band("low_80", "high_80", "80% range", theme.expected_80),
    )
    return _ranges(figure, ("Seen", "Expected"), bands, theme, room)


def counterfactual_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return what was seen and what would have been without what began, with its 95% range."""
    band = Band(
        "low",
        "high",
        (*figure.key_words, "", "", "Expected range (95%)")[2] or "Expected range (95%)",
        theme.expected_80,
    )
    return _ranges(figure, line_words(figure), (band,), theme, room)


def _ranges(figure: Figure, words: tuple[str, str], bands: Sequence[Band], theme: Theme, room: Room) -> Chart:
    ends = [column for band in bands for column in (band.low, band.high)]
    frame = drawable(figure.frame, ("seen", "expected", *ends)).sort("period_start")
    starts = frame["period_start"].to_list()
    events = events_of(figure, starts)
    scale = _scale(figure, frame, ends, events, room)
    fit = framed(scale, room, under=DATES, right=min(max(map(len, words)), LONGEST_NAME) * CHARACTER + 24)
    drawn = [band for band in bands if frame[band.low].is_not_null().any()]
    columns = _known_columns(figure, frame, words, drawn)
    parts = band_parts(drawn, columns)
    series = [Series(len(columns) + at, Mark.COLUMN, Look(part.colour)) for at, part in enumerate(parts)]
    columns += [part.column for part in parts]
    series += [*_lines(frame, words, fit, theme), *event_series(events, len(columns), fit, theme)]
    columns += event_columns(events, fit, len(starts), figure.unit)
    names = period_names(starts)
    every = named_every(names, fit.plot.width * room.width, lines=1)
    sheet = Sheet("Period", names, tuple(columns))
    chart = Chart(sheet, tuple(series), fit.axis, fit.plot, is_stacked=True, gap=0)
    return replace(chart, every=every, is_in_time=True)


def _known_columns(figure: Figure, frame: pl.DataFrame, words: tuple[str, str], drawn: Sequence[Band]) -> list[Column]:
    """Return what was seen and what was expected, and the ends of each range that is drawn."""
    named = zip(words, ("seen", "expected"), strict=True)
    lines = [values_column(said, frame[name].to_list(), figure.unit) for said, name in named]
    return [*lines, *(column for band in drawn for column in _ends(band, frame, figure))]


def _ends(band: Band, frame: pl.DataFrame, figure: Figure) -> list[Column]:
    return [
        values_column(f"{band.words}, low end", frame[band.low].to_list(), figure.unit),
        values_column(f"{band.words}, high end", frame[band.high].to_list(), figure.unit),
    ]


def _scale(figure: Figure, frame: pl.DataFrame, ends: Sequence[str], events: Sequence[Event], room: Room) -> Range:
    """Return the values there is room for: a forecast from nought, and not all of a range without end."""
    known = _known(frame, ("seen", "expected")) or [0.0, 1.0]
    reach = ((max(known) - min(known)) or abs(max(known)) or 1.0) * BAND_REACH
    is_forecast = figure.kind is Kind.FORECAST
    bands = _known(frame, ends)
    held = bands if is_forecast else [min(max(value, min(known) - reach), max(known) + reach) for value in bands]
    every = [*known, *held]
    is_from_nought = is_forecast or (min(every) >= 0 and min(every) < max(every) / 2)
    return range_of(every, figure.unit, above=room_above(events, room), zero=is_from_nought)


def _known(frame: pl.DataFrame, names: Sequence[str]) -> list[float]:
    return [float(value) for name in names for value in frame[name].drop_nulls()]


def _lines(frame: pl.DataFrame, words: tuple[str, str], fit: Frame, theme: Theme) -> list[Series]:
    """Return the expected line and upon it the one seen, each named at its end."""
    lines = ((EXPECTED, "expected", theme.met, "dash", "diamond"), (SEEN, "seen", theme.measured, "solid", "circle"))
    known = {name: frame.with_row_index("at").drop_nulls(name).select("at", name).rows() for _, name, *_ in lines}
    drawn = [line for line in lines if known[line[1]]]
    moved = fit.pushed([known[name][-1][1] for _, name, *_ in drawn], [words[column] for column, *_ in drawn])
    half = fit.plot.width / max(frame.height, 1) / 2
    return [
        Series(
            column, Mark.LINE, Look(line=colour, points=2.5, dash=dash),
            Symbol(shape, 6, colour) if len(known[name]) <= MOST_DOTS else None,
            labels=(_name(known[name][-1][0], colour, down, half, is_last=known[name][-1][0] == frame.height - 1),),
        )
        for (column, name, colour, dash, shape), down in zip(drawn, moved, strict=True)
    ]  # fmt: skip


def _name(point: int, colour: str, down: float, half: float, *, is_last: bool) -> Said:
    """Return the words of a line right of the plot, or above its end where that lies inside."""
    if is_last:
        return Said(point, "r", colour, is_name=True, is_bold=True, right=half, down=down)
    return Said(point, "t", colour, is_name=True, is_bold=True)
