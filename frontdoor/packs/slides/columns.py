"""Standing columns on a slide: cases by how long they took, and the share of contacts by how long they waited."""

from frontdoor.charts.columns import COLUMN_PARTS, PART_WORDS
from frontdoor.charts.scale import CHARACTER
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Tone
from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides.axis import EDGE, UNDER, named_every, plot_of
from frontdoor.packs.slides.chart import Chart, Look, Mark, Room, Said, Series, ValueAxis
from frontdoor.packs.slides.sheet import Column, Sheet, values_column, worked_column
from frontdoor.schema.units import Unit

ROOM_ABOVE = 1.15  # of the highest column, for its number
WHOLE = "#,##0"
SMALL_SHARE = '[=0]0%;[<0.005]"<1%";0%'
"""A few people are never said to be nobody."""


def columns_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return stacked columns with the number of all above each; the promise is said in the key and by the late part's look."""
    frame = figure.frame
    names = tuple(frame["label"].to_list())
    totals = [float(sum(row)) for row in frame.select(COLUMN_PARTS).fill_null(0).rows()]
    columns = [_part(PART_WORDS[part].capitalize(), frame[part].to_list()) for part in COLUMN_PARTS]
    columns.append(worked_column("All", totals, "=SUM(B{row}:D{row})"))
    series = [Series(at, Mark.COLUMN, _look(part, theme)) for at, part in enumerate(COLUMN_PARTS)]
    labels = tuple(Said(place, "t", theme.ink, WHOLE, is_bold=True) for place in range(len(names)))
    above = Series(len(COLUMN_PARTS), Mark.LINE, Look(), labels=labels)
    plot = plot_of(room, EDGE, EDGE, EDGE, UNDER)
    axis = ValueAxis(0.0, (max(totals, default=0.0) or 1.0) * ROOM_ABOVE, None)
    every = named_every(names, plot.width * room.width)
    return Chart(Sheet("", names, tuple(columns)), (*series, above), axis, plot, is_stacked=True, every=every)


def _part(heading: str, counts: list[int | None]) -> Column:
    return Column(heading, tuple(None if count is None else float(count) for count in counts), (WHOLE,) * len(counts))


def _look(part: Tone, theme: Theme) -> Look:
    """Return how a part looks: in time is filled, late is striped, still open is hollow."""
    if part is Tone.POOR:
        return Look(theme.missed, theme.missed, 1.5, pattern="wdUpDiag", ground=theme.page)
    if part is Tone.OPEN:
        return Look(theme.page, theme.missed, 2.0)
    return Look(theme.measured)


def distribution_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return one column for each stretch of waiting, its share above it; a null end is open."""
    frame = figure.frame.sort("from_seconds")
    rows = frame.select("from_seconds", "to_seconds", "share").rows()
    names = tuple(frame["label"] if "label" in frame.columns else (_stretch(start, end) for start, end, _ in rows))
    shares = [share for *_, share in rows]
    column = values_column("Share of contacts", shares, Unit.SHARE, places=0)
    column = Column(column.heading, column.numbers, (SMALL_SHARE,) * len(shares))
    plot = plot_of(room, EDGE, EDGE, EDGE, UNDER)
    width = plot.width * room.width / max(len(names), 1)
    labels = tuple(
        Said(place, "outEnd", theme.ink, SMALL_SHARE, is_bold=True)
        for place, share in enumerate(shares)
        if share is not None and width > CHARACTER * 4
    )
    axis = ValueAxis(
        0.0, (max((share for share in shares if share is not None), default=0.0) or 1.0) * ROOM_ABOVE, None
    )
    series = Series(0, Mark.COLUMN, Look(theme.measured), labels=labels)
    every = named_every(names, plot.width * room.width)
    return Chart(Sheet("Waited", names, (column,)), (series,), axis, plot, gap=12, every=every)


def _stretch(start: float, end: float | None) -> str:
    first = format_value(start, Unit.SECONDS)
    return f"{first} or longer" if end is None else f"{first} to {format_value(end, Unit.SECONDS)}"
