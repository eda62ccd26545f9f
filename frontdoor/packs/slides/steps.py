"""Signed changes side by side on a slide: columns from nought with whiskers, what was added in a colour of its own."""

from collections.abc import Sequence

from frontdoor.charts.drawable import drawable
from frontdoor.charts.scale import range_of
from frontdoor.charts.step_words import FEW, Step, largest_of, said
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.packs.slides.axis import EDGE, Frame, framed, named_every
from frontdoor.packs.slides.chart import Chart, Look, Mark, Room, Said, Series, Whiskers
from frontdoor.packs.slides.numbers import GENERAL, sheet_number, words_format
from frontdoor.packs.slides.sheet import Column, Sheet, worked_column
from frontdoor.schema.units import Unit

COLUMNS = ("label", "value", "low", "high", "is_added")
POINTS = 100  # a change of a share is told in points, so the sheet counts it in hundredths
HALF_A_LINE = 12.0  # points


def steps_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return standing columns in the frame's order, left first; a null is no column."""
    found = [Step(*row) for row in drawable(figure.frame, COLUMNS[1:4]).select(COLUMNS).iter_rows()]
    ends = [end for step in found for end in (step.top, step.bottom)] or [0.0, 1.0]
    unit = Unit.POINTS if figure.unit is Unit.SHARE else figure.unit
    factor = POINTS if figure.unit is Unit.SHARE else 1
    scale = range_of([end * factor for end in ends], unit, above=0.16, below=0.16, zero=True)
    fit = framed(scale, room, right=EDGE)
    names = tuple(step.label for step in found)
    colours = {place: Look(theme.met) for place, step in enumerate(found) if step.is_added}
    series = Series(
        0, Mark.COLUMN, Look(theme.measured), looks=colours, labels=_labels(found, figure, fit, factor, theme),
        whiskers=Whiskers(3, 4, theme.ink, 1.75, has_ends=True),
    )  # fmt: skip
    every = named_every(names, fit.plot.width * room.width)
    sheet = Sheet("", names, tuple(_columns(found, figure)))
    return Chart(
        sheet, (series,), fit.axis, fit.plot, gap=35, every=every, is_in_time=not any(" " in name for name in names)
    )


def _columns(found: Sequence[Step], figure: Figure) -> list[Column]:
    """Return value, low and high, and the whiskers worked out from them."""
    head = (figure.subtitle, "Low end", "High end")
    largest = largest_of(found)
    given = [
        Column(
            words or "Change",
            tuple(_counted(value, figure.unit) for value in values),
            tuple(GENERAL if value is None else _said(value, figure.unit, largest) for value in values),
        )
        for words, values in zip(
            head, zip(*((step.value, step.low, step.high) for step in found), strict=True), strict=False
        )
    ]
    up = [_gap(step.value, step.high, figure.unit) for step in found]
    down = [_gap(step.low, step.value, figure.unit) for step in found]
    return [
        *given,
        worked_column("Whisker up", up, '=IF(COUNT(B{row},D{row})=2,D{row}-B{row},"")'),
        worked_column("Whisker down", down, '=IF(COUNT(B{row},C{row})=2,B{row}-C{row},"")'),
    ]


def _counted(value: float | None, unit: Unit) -> float | None:
    if value is None:
        return None
    return round(value * POINTS, 10) if unit is Unit.SHARE else sheet_number(value, unit)


def _gap(start: float | None, end: float | None, unit: Unit) -> float | None:
    if start is None or end is None:
        return None
    return round(max((_counted(end, unit) or 0.0) - (_counted(start, unit) or 0.0), 0.0), 12)


def _said(value: float, unit: Unit, largest: float) -> str:
    """Return the format that says a change with its sign, as the page does."""
    words = said(abs(value), unit, largest)
    return words_format(words if words.startswith("+") else f"+{words}", Unit.POINTS if unit is Unit.SHARE else unit)


def _labels(found: Sequence[Step], figure: Figure, fit: Frame, factor: int, theme: Theme) -> tuple[Said, ...]:
    """Return the number of each real change beyond its whisker, of all where there are few."""
    labels = []
    pixels = fit.plot.height / (fit.high - fit.low)
    for place, step in enumerate(found):
        if step.value is None or not (step.is_real or len(found) <= FEW):
            continue
        is_up = step.value >= 0
        beyond = (step.top - step.value if is_up else step.bottom - step.value) * factor * pixels
        said_here = _said(step.value, figure.unit, largest_of(found))
        labels.append(Said(place, "outEnd", theme.ink, said_here, is_bold=True, down=-beyond))
    return tuple(labels)
