"""What happened, on a chart of a slide: a dotted line at its period, with its words or a letter that the key explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_lowercase

from frontdoor.charts.labels import LINE_HEIGHT
from frontdoor.charts.theme import Theme
from frontdoor.figure import BEGINS, ENDS, Figure, Mark
from frontdoor.measures.formatting import format_date
from frontdoor.packs.slides import chart
from frontdoor.packs.slides.axis import Frame, label_lines
from frontdoor.packs.slides.chart import Look, Room, Said, Series, Symbol, Whiskers
from frontdoor.packs.slides.numbers import GENERAL, sheet_number
from frontdoor.packs.slides.sheet import Column
from frontdoor.schema.units import Unit

MOST_IN_WORDS, MOST_BESIDE_EDGES = 3, 1  # events; more are letters, sooner where the ends of a pilot have words too
LONGEST_IN_WORDS = 42  # characters
ROW = LINE_HEIGHT + 2  # points
PLOT_SHARE = 0.75  # of a chart's height
MOST_ABOVE, USUAL_ABOVE = 0.6, 0.08  # of the values' span


@dataclass(frozen=True, slots=True)
class Event:
    """A mark with the place of its period, what stands beside its line, and whether that is in the later half."""

    mark: Mark
    place: int
    heading: str
    is_late: bool = False


def events_of(figure: Figure, starts: Sequence[date]) -> list[Event]:
    """Return the marks that fall into the periods, in order of date; a mark is drawn at the period it falls in."""
    days = [start.date() if isinstance(start, datetime) else start for start in starts]
    reach = days[-1] - days[-2] if len(days) > 1 else date.resolution
    known = [mark for mark in figure.marks if days and days[0] - reach <= mark.on_date < days[-1] + reach]
    known.sort(key=lambda mark: mark.on_date)
    edges = (BEGINS, ENDS)
    words = [mark.label for mark in known if mark.label not in edges]
    most = MOST_BESIDE_EDGES if len(words) < len(known) else MOST_IN_WORDS
    is_said = len(words) <= most and all(len(label) <= LONGEST_IN_WORDS for label in words)
    letters = iter(ascii_lowercase * (len(words) // len(ascii_lowercase) + 1))
    return [
        Event(mark, at, mark.label if is_said or mark.label in edges else next(letters), is_late=at > len(days) / 2)
        for mark in known
        for at in (_place(mark, days),)
    ]


def _place(mark: Mark, days: Sequence[date]) -> int:
    return max((place for place, day in enumerate(days) if day <= mark.on_date), default=0)


def event_list(figure: Figure) -> tuple[str, ...]:
    """Return 'a: 6 October 2026, Waste rounds change' for each event that is only a letter on the chart."""
    if not figure.marks or "period_start" not in figure.frame.columns or figure.frame.is_empty():
        return ()
    starts = figure.frame["period_start"].unique().sort().to_list()
    return tuple(
        f"{event.heading}: {format_date(event.mark.on_date)}, {event.mark.label}"
        for event in events_of(figure, starts)
        if event.heading != event.mark.label
    )


def room_above(events: Sequence[Event], room: Room) -> float:
    """Return the share of the values' span to keep free above them."""
    rows = sum(_lines(event, room) for event in events) if _in_words(events) else min(len(events), 1)
    return min(ROW * (rows + 0.5) / (room.height * PLOT_SHARE), MOST_ABOVE) if events else USUAL_ABOVE


def event_columns(events: Sequence[Event], frame: Frame, periods: int, unit: Unit) -> list[Column]:
    """Return a column for each event: the top of the plot at its period, empty elsewhere."""
    top = sheet_number(frame.high, unit)
    return [
        Column(
            event.heading,
            tuple(top if place == event.place else None for place in range(periods)),
            (GENERAL,) * periods,
        )
        for event in events
    ]


def event_series(events: Sequence[Event], first: int, frame: Frame, theme: Theme) -> list[Series]:
    """Return a series for each event, its columns from `first` on: no line, but one down from its point."""
    rows = [sum(_lines(earlier, frame.room) for earlier in events[:at]) for at in range(len(events))]
    return [_series(event, first + at, rows[at], frame, theme) for at, event in enumerate(events)]


def _series(event: Event, column: int, rows: int, frame: Frame, theme: Theme) -> Series:
    is_edge = event.mark.label in (BEGINS, ENDS)
    in_words = len(event.heading) > 1
    down = (ROW * (rows + _lines(event, frame.room) / 2) if in_words else ROW * 0.5) / frame.room.height
    side = ("l" if event.is_late else "r") if in_words else "r"
    label = Said(event.place, side, theme.ink, is_name=True, is_bold=is_edge, down=down)
    fall = round(frame.axis.high - frame.axis.low, 12)
    line = Whiskers(
        None, None, theme.ink if is_edge else theme.edge, 1.5, "solid" if is_edge else "sysDash", fixed=fall
    )
    return Series(column, chart.Mark.LINE, Look(), Symbol("circle", 3, theme.edge), labels=(label,), whiskers=line)


def _lines(event: Event, room: Room) -> int:
    return label_lines(event.heading, room)


def _in_words(events: Sequence[Event]) -> bool:
    return any(len(event.heading) > 1 for event in events)
