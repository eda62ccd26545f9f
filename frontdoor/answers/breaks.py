"""Where a control chart breaks: its runs of points beyond the usual ups and downs, and which of them nothing explains."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from frontdoor.answers.change import Charted
from frontdoor.figure import Mark
from frontdoor.periods import add_months, month_end, month_start
from frontdoor.statistics.control_chart_result import PointType

BEFORE_MONTHS = 1
"""How long before a break something may have happened that brought it: what happens late in a month shows in the next."""

USUAL = (None, PointType.COMMON_CAUSE.value)
"""The types of points that signal nothing: gaps, and points within the usual ups and downs."""


@dataclass(frozen=True, slots=True)
class Break:
    """One run of points that signal a change: the days of its first point, and how many points it has."""

    first_day: date
    last_day: date
    points: int

    @property
    def window(self) -> tuple[date, date]:
        """Return the days, both inclusive, in which an event explains it."""
        return window_of(self.first_day, self.last_day, is_run=self.points > 1)


def window_of(first: date, last: date, *, is_run: bool) -> tuple[date, date]:
    """Return the days in which an event explains a break that began with a point of these days, both ends inclusive.

    A run of points says when it began less sharply than one point outside the limits, so it reaches a month further.
    """
    end = month_end(add_months(month_start(last), 1)) if is_run else last
    return add_months(month_start(first), -BEFORE_MONTHS), end


def breaks_of(found: Charted | None, months: int = 1) -> tuple[Break, ...]:
    """Return the breaks of a chart, earliest first; none where it cannot be judged.

    `months` is how many a point is of.
    """
    if found is None or not found.chart.can_judge_change:
        return ()
    types = found.chart.points["point_type"].to_list()
    return tuple(_runs(types, found.months, months))


def _runs(types: Sequence[str | None], starts: Sequence[date], months: int) -> Iterator[Break]:
    """Yield the unbroken runs of one type that is not the usual; when one began that the chart begins with, nobody can see."""
    for kind, places in groupby(range(len(types)), key=types.__getitem__):
        run = list(places)
        if kind in USUAL or run[0] == 0:
            continue
        start = starts[run[0]]
        yield Break(start, month_end(add_months(start, months - 1)), len(run))


def unexplained(breaks: Iterable[Break], marks: Sequence[Mark]) -> tuple[Break, ...]:
    """Return the breaks within whose window nothing is known to have happened."""
    return tuple(each for each in breaks if not any(_is_within(mark, each.window) for mark in marks))


def _is_within(mark: Mark, window: tuple[date, date]) -> bool:
    return mark.on_date <= window[1] and (mark.last_date or mark.on_date) >= window[0]
