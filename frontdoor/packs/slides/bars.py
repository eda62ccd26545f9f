"""Bars on a slide, lying so that long names can be read; a target is a dashed frame behind each bar, whiskers say how sure we are."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from frontdoor.charts.drawable import drawable
from frontdoor.charts.scale import CHARACTER, Range, range_of
from frontdoor.charts.targets import level_words
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Tone
from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides.axis import plot_of, ticked
from frontdoor.packs.slides.chart import Chart, Look, Mark, Plot, Room, Said, Series, ValueAxis, Whiskers
from frontdoor.packs.slides.numbers import sheet_number, words_format
from frontdoor.packs.slides.sheet import Column, Sheet, level_column, values_column, worked_column

LONGEST_NAME = 48  # characters on one line
AFTER_A_BAR = 8.0  # points
UNDER_TICKS = 26.0  # points
EDGE = 6.0  # points
NEAR = 0.86  # of a target; a number that ends there would stand on its line
MOST_BARS, MOST_LONG = 14, 8  # bars on one slide, and where a name needs two lines
FEW, FEW_GAP, USUAL_GAP = 4, 140, 55


def bars_slide(figure: Figure, theme: Theme, room: Room, every: pl.DataFrame | None = None) -> Chart:
    """Return bars from nought in the frame's order, top first, each with its number; `every` bar of all parts sets the axis."""
    frame = drawable(figure.frame)
    target = figure.targets[-1].value if figure.targets else None
    values = frame["value"].to_list()
    said = [format_value(value, figure.unit, against=target) for value in values]
    known = [
        value for value in (*drawable(frame if every is None else every)["value"], target, 0.0) if value is not None
    ]
    columns = [_said_column(figure, values, said)]
    if target is not None:
        columns.append(level_column(level_words(target, figure.unit), [target] * len(values), figure.unit))
    names = _names(frame)
    plot = plot_of(room, _left(names), max(map(len, said), default=4) * CHARACTER + AFTER_A_BAR + EDGE, EDGE, EDGE)
    low, high = (sheet_number(value, figure.unit) or 0.0 for value in (min(known), max(known) or 1.0))
    if low < 0:  # the numbers of bars that run left stand left of them
        low -= (high - low) * max(map(len, said)) * CHARACTER / (plot.width * room.width)
    series = [*([_frames(1, theme)] if target is not None else []), _bars(figure, frame, said, theme)]
    series[-1] = replace(
        series[-1],
        labels=_past_target(
            series[-1].labels, values, target, plot.width * (sheet_number(1.0, figure.unit) or 1.0) / (high - low)
        ),
    )
    axis = ValueAxis(low, high, None)
    return Chart(Sheet("", names, tuple(columns)), tuple(series), axis, plot, is_lying=True, gap=_gap_between(names))


def intervals_slide(figure: Figure, theme: Theme, room: Room, every: pl.DataFrame | None = None) -> Chart:
    """Return bars from nought with whiskers, each with its number right of the plot; `every` bar of all parts sets the axis."""
    frame = drawable(figure.frame, ("value", "low", "high"))
    target = figure.targets[-1].value if figure.targets else None
    columns = _interval_columns(figure, frame)
    if target is not None:
        words = figure.targets[-1].label or level_words(target, figure.unit)
        columns.append(level_column(words, [target] * frame.height, figure.unit))
    scale = _reach(figure, frame if every is None else drawable(every, ("value", "low", "high")), target)
    axis, low, high = ticked(scale)
    names = _names(frame)
    longest = max((len(format_value(value, figure.unit)) for value in frame["value"]), default=4)
    plot = plot_of(room, _left(names), longest * CHARACTER + AFTER_A_BAR + EDGE, EDGE, UNDER_TICKS)
    labels = _beyond(figure, frame, (low, high), plot, theme)
    colours = _colours(frame, theme)
    whiskers = Whiskers(3, 4, theme.close_mark, 2.5, has_ends=True)
    series = Series(
        0, Mark.COLUMN, Look(theme.measured), looks={place: Look(fill) for place, fill in colours.items()},
        labels=labels, whiskers=whiskers,
    )  # fmt: skip
    frames = [_frames(5, theme)] if target is not None else []
    return Chart(
        Sheet("", names, tuple(columns)), (*frames, series), axis, plot, is_lying=True, gap=_gap_between(names)
    )


def bar_parts(figure: Figure) -> list[Figure]:
    """Return the figure in parts of about as many bars each, as many as one slide can name."""
    most = MOST_LONG if any(len(name) > LONGEST_NAME for name in _names(drawable(figure.frame))) else MOST_BARS
    parts = -(-figure.frame.height // most)
    each = -(-figure.frame.height // max(parts, 1))
    return [
        replace(figure, frame=figure.frame.slice(start, each)) for start in range(0, figure.frame.height, each or 1)
    ]


def _interval_columns(figure: Figure, frame: pl.DataFrame) -> list[Column]:
    """Return value, low, high, and what the whiskers add and take away, worked out from them."""
    rows = frame.select("value", "low", "high").rows()
    up = [_gap(value, high, figure) for value, _, high in rows]
    down = [_gap(low, value, figure) for value, low, _ in rows]
    head = (*figure.key_words, "Score")[0]
    return [
        values_column(head, frame["value"].to_list(), figure.unit),
        values_column("Low end", frame["low"].to_list(), figure.unit),
        values_column("High end", frame["high"].to_list(), figure.unit),
        worked_column("Whisker up", up, '=IF(COUNT(B{row},D{row})=2,D{row}-B{row},"")'),
        worked_column("Whisker down", down, '=IF(COUNT(B{row},C{row})=2,B{row}-C{row},"")'),
    ]


def _gap(start: float | None, end: float | None, figure: Figure) -> float | None:
    """Return the length of a whisker in the sheet's counting."""
    if start is None or end is None:
        return None
    return round((sheet_number(end, figure.unit) or 0.0) - (sheet_number(start, figure.unit) or 0.0), 12)


def _reach(figure: Figure, frame: pl.DataFrame, target: float | None) -> Range:
    columns = (frame[name].drop_nulls() for name in ("value", "low", "high"))
    known = [float(value) for column in columns for value in column]
    return range_of(
        [*known, *([target] if target is not None else [0.0])], figure.unit, above=0.06, below=0.06, zero=True
    )


def _beyond(
    figure: Figure, frame: pl.DataFrame, ends: tuple[float, float], plot: Plot, theme: Theme
) -> tuple[Said, ...]:
    """Return each number moved right of the plot, all in one column, from where PowerPoint would put it: at its bar's end."""
    low, high = ends
    labels = []
    for place, (value, failing) in enumerate(frame.select("value", "is_highlighted").rows()):
        if value is None:
            continue
        start = value if value >= 0 else 0.0
        said = words_format(format_value(value, figure.unit), figure.unit)
        right = (high - start) / (high - low) * plot.width
        side = "outEnd" if value >= 0 else "inBase"
        colour = theme.missed if failing else theme.ink
        labels.append(Said(place, side, colour, said, is_bold=True, right=right))
    return tuple(labels)


def _said_column(figure: Figure, values: Sequence[float | None], said: Sequence[str]) -> Column:
    formats = tuple(words_format(words, figure.unit) for words in said)
    return Column(figure.subtitle or "Value", tuple(sheet_number(value, figure.unit) for value in values), formats)


def _names(frame: pl.DataFrame) -> tuple[str, ...]:
    """Return the names; one of which nothing is known says so with its note."""
    return tuple(
        f"{label} – {note}" if value is None and note else label
        for label, value, note in frame.select("label", "value", "note").rows()
    )


def _left(names: Sequence[str]) -> float:
    return min(max(map(len, names), default=0), LONGEST_NAME) * CHARACTER + 14


def _bars(figure: Figure, frame: pl.DataFrame, said: Sequence[str], theme: Theme) -> Series:
    colours = _colours(frame, theme)
    labels = tuple(
        Said(place, "outEnd", colours.get(place, theme.ink), words_format(words, figure.unit), is_bold=True)
        for place, words in enumerate(said)
        if frame["value"][place] is not None
    )
    looks = {place: Look(colour) for place, colour in colours.items()}
    return Series(0, Mark.COLUMN, Look(theme.measured), looks=looks, labels=labels)


def _colours(frame: pl.DataFrame, theme: Theme) -> dict[int, str]:
    """Return the colour of each bar that is not of the usual one: by its tone, or because it fails."""
    if "tone" in frame.columns:
        tones = {Tone.GOOD: theme.met, Tone.MIDDLE: theme.edge, Tone.POOR: theme.missed}
        return {place: tones[tone] for place, tone in enumerate(frame["tone"]) if tone in tones}
    return {place: theme.missed for place, failing in enumerate(frame["is_highlighted"]) if failing}


def _past_target(
    labels: Sequence[Said], values: Sequence[float | None], target: float | None, share: float
) -> tuple[Said, ...]:
    """Return the labels, moved past the frame of the target where they would stand on its edge; `share` of the chart is one."""
    moved = []
    for label in labels:
        end = values[label.point] or 0.0
        is_near = target is not None and target * NEAR < end < target
        moved.append(replace(label, right=((target or 0.0) - end) * share) if is_near else label)
    return tuple(moved)


def _gap_between(names: Sequence[str]) -> int:
    """Return the room between bars in per cent of a bar: few bars are not made fat."""
    return FEW_GAP if len(names) <= FEW else USUAL_GAP


def _frames(column: int, theme: Theme) -> Series:
    """Return the target as a frame behind every bar."""
    return Series(column, Mark.COLUMN, Look(line=theme.target, points=1.75, dash="sysDash"))
