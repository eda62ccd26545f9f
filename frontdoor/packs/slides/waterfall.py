"""From a start to an end by signed steps, on a slide: columns that stand on each other, the lowest part of each empty."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import LINE_HEIGHT
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import MINUS, NOTHING, format_gap, format_value
from frontdoor.packs.slides.axis import EDGE, plot_of
from frontdoor.packs.slides.bands import Part
from frontdoor.packs.slides.chart import Chart, Look, Mark, Room, Said, Series, ValueAxis
from frontdoor.packs.slides.numbers import sheet_number, words_format
from frontdoor.packs.slides.sheet import Column, Sheet, worked_column
from frontdoor.schema.units import Better, Unit

POINTS = 100  # a share's step is told in points, so the sheet counts shares in hundredths
NAME_LINES = 4
HALF_A_LINE = LINE_HEIGHT * 0.6  # points from the top of a column to the middle of its number


@dataclass(frozen=True, slots=True)
class Row:
    """One column from `start` to `end`, in the sheet's counting; of None nothing is known and it has no column."""

    label: str
    value: float | None
    is_total: bool
    start: float
    end: float
    said: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Shares of the chart's height: of one in the sheet's counting, and from a column's top to the middle of its number."""

    each: float
    half_a_line: float


def waterfall_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return standing columns in the frame's order, left first, each with its number above it."""
    rows = _rows(figure)
    given, parts = _given(figure, rows), _parts(figure, rows, theme)
    ends = [0.0, *(end for row in rows for end in (row.start, row.end))]
    low, high = min(ends), max(ends)
    high = high if high > low else low + 1.0
    plot = plot_of(room, EDGE, EDGE, LINE_HEIGHT + 8, NAME_LINES * LINE_HEIGHT)
    placing = Placing(plot.height / (high - low), HALF_A_LINE / room.height)
    series = tuple(
        Series(
            len(given) + at, Mark.COLUMN, Look(part.colour),
            labels=_labels(part, rows, placing, figure.unit, theme),
        )
        for at, part in enumerate(parts)
    )  # fmt: skip
    sheet = Sheet("", tuple(row.label for row in rows), (*given, *(part.column for part in parts)))
    return Chart(sheet, series, ValueAxis(low, high, None), plot, is_stacked=True, gap=45)


def _rows(figure: Figure) -> list[Row]:
    rows, level = [], 0.0
    for label, value, is_total in drawable(figure.frame).select("label", "value", "is_total").iter_rows():
        counted = _counted(value, figure.unit)
        start = 0.0 if is_total else level
        level = level if counted is None else round(start + counted, 12)
        rows.append(
            Row(
                label,
                counted,
                is_total,
                level if counted is None else start,
                level,
                _words(value, is_total, figure.unit),
            )
        )
    return rows


def _counted(value: float | None, unit: Unit) -> float | None:
    if value is None:
        return None
    return round(value * POINTS, 10) if unit is Unit.SHARE else sheet_number(value, unit)


def _words(value: float | None, is_total: bool, unit: Unit) -> str:
    """Return a total as it is, a step with its sign; a step of a share is in points."""
    if value is None:
        return NOTHING
    if is_total:
        return format_value(value, unit)
    size = format_gap(value, unit) if unit is Unit.SHARE else format_value(abs(value), unit).lstrip("+")
    is_nothing = not any(digit in size for digit in "123456789")
    return size.removesuffix(".00") if is_nothing else f"{MINUS if value < 0 else '+'}{size}"


def _given(figure: Figure, rows: Sequence[Row]) -> list[Column]:
    """Return the value and whether it is a total, as the page has them, and where each column begins and ends."""
    formats = tuple(_format(row, figure.unit) for row in rows)
    totals = tuple(float(row.is_total) for row in rows)
    return [
        Column(figure.subtitle or "Value", tuple(row.value for row in rows), formats),
        Column("Total (1) or step (0)", totals, ("0",) * len(rows)),
        worked_column("From", [row.start for row in rows], "=IF(C{row}=1,0,N(E{above}))"),
        worked_column("To", [row.end for row in rows], "=D{row}+N(B{row})"),
    ]


def _format(row: Row, unit: Unit) -> str:
    """Return the format of a row's number; a total of shares is counted in hundredths, so its sign is only written."""
    said = words_format(row.said, unit)
    return said.replace("%", '"%"') if unit is Unit.SHARE else said


def _parts(figure: Figure, rows: Sequence[Row], theme: Theme) -> list[Part]:
    """Return what the columns are made of from nought outwards, what is nowhere left out."""
    up, down = _colours(figure.better, theme)
    kinds = (
        ("Totals", "C{row}=1", [row.is_total for row in rows], theme.measured),
        ("More", "AND(C{row}=0,E{row}>=D{row})", [not row.is_total and row.end >= row.start for row in rows], up),
        ("Less", "AND(C{row}=0,E{row}<D{row})", [not row.is_total and row.end < row.start for row in rows], down),
    )
    parts = []
    for clip, inner, sign, words in ((max, "MIN", "", "above"), (min, "MAX", "-", "below")):
        outer = clip.__name__.upper()
        nearest = min if clip is max else max
        lift = [clip(nearest(row.start, row.end), 0.0) for row in rows]
        empty = f"={outer}({inner}(D{{row}},E{{row}}),0)"
        parts.append(Part(worked_column(f"Empty, {words} nought", lift, empty), ""))
        for name, condition, chosen, colour in kinds:
            long = [
                round(abs(clip(row.end, 0.0) - clip(row.start, 0.0)) * (1 if clip is max else -1), 12) for row in rows
            ]
            numbers = [number if is_chosen else None for number, is_chosen in zip(long, chosen, strict=True)]
            length = f"{sign}ABS({outer}(E{{row}},0)-{outer}(D{{row}},0))"
            formula = f'=IF({condition},{length},"")'
            parts.append(Part(worked_column(f"{name}, {words} nought", numbers, formula), colour))
    return [part for part in parts if any(part.column.numbers)]


def _colours(better: Better, theme: Theme) -> tuple[str, str]:
    """Return the colours of more and of less: turquoise is better, plum worse; where neither is, orange says less."""
    return {
        Better.HIGHER: (theme.comparison, theme.missed),
        Better.LOWER: (theme.missed, theme.comparison),
        Better.NEITHER: (theme.comparison, theme.close_mark),
    }[better]


def _labels(part: Part, rows: Sequence[Row], place_of: Placing, unit: Unit, theme: Theme) -> tuple[Said, ...]:
    """Return the number of each column that this part ends, moved from the part's middle to above the column."""
    if not part.colour:
        return ()
    labels = []
    for place, (row, number) in enumerate(zip(rows, part.column.numbers, strict=True)):
        top = max(row.start, row.end)
        if number is None or row.value is None or (number > 0) != (top > 0):
            continue
        middle = (max(min(row.start, row.end), 0.0) + top) / 2 if top > 0 else (row.start + row.end) / 2
        up = (top - middle) * place_of.each + place_of.half_a_line
        size = words_format(row.said.lstrip("+" + MINUS), unit).split(";")[0].replace("%", '"%"')
        sign = "" if row.is_total else '"+"' if row.value > 0 else f'"{MINUS}"' if row.value < 0 else ""
        said = f"{sign}{size};{sign}{size}" if number >= 0 or not row.is_total else f'{size};"{MINUS}"{size}'
        if min(row.start, row.end) < 0 < top:
            said = f'"{row.said}"'  # two parts, of which neither is the whole step
        labels.append(Said(place, "ctr", theme.ink, said, is_bold=True, down=-up))
    return tuple(labels)
