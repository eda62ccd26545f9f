"""Since when every channel is recorded: a channel that comes or goes overnight is a change of recording, not of habit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import polars as pl

from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import LATE_AFTER_DAYS
from frontdoor.answers.labels import label_of
from frontdoor.answers.trend import trend_period
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Measure
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.schema.units import Family
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import PromisedMeasure

ABSENT_DAYS = 14
"""A channel absent this long at either end of what is recorded; shorter is a holiday or a quiet week."""

FEWEST_EXPECTED = 8.0
"""Records its usual flow would have brought in that time; with 8 expected, none by chance is 3 in 10,000 (Poisson)."""

FEWEST_RECORDS = 20
"""Records a channel must have for its flow to be known at all; fewer come and go by chance."""

DECLARED_WITHIN_DAYS = 31
"""How near a channel's first or last record the council's own date for it counts as saying that the change is real."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RecordingChange:
    """A channel whose records begin (`is_start`) on a day, or end on the day before it, while others go on."""

    channel: str
    on_date: date
    is_start: bool
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """Which days (both inclusive) every channel is recorded, and the changes of recording that bound them."""

    first: date
    last: date
    changes: tuple[RecordingChange, ...]
    late: tuple[str, ...] = ()

    def within(self, period: Period, *, is_of_whole_months: bool) -> Period:
        """Return the part of `period` in which every channel is recorded; CannotTellError, saying why, where none is."""
        first, last = max(period.first, self.first), min(period.last, self.last)
        if (first, last) == (period.first, period.last):
            return period
        if is_of_whole_months:
            first, last = _whole_months(first, last)
        if first > last:
            raise CannotTellError(f"{self.reason} No day of this period has every channel to compare.")
        return Period(first, last)

    def holds(self, period: Period) -> bool:
        """Return whether every channel is recorded throughout `period`."""
        return self.first <= period.first and period.last <= self.last

    @property
    def reason(self) -> str:
        return " ".join((*(change.words for change in self.changes), *self.late))


def recorded(promised: PromisedMeasure, filters: Filters, context: Context) -> Recorded:
    """Return when every channel of the measure and the filters is recorded, within the months the trend shows."""
    window = trend_period(filters.period)
    scope = scope_of(promised, replace(filters, attribute=None), window, Grain.YEAR)
    covered = ask("channel_coverage", promised, scope, context).frame.filter(pl.col("family") == Family.VOLUME)
    whole = Recorded(window.first, window.last, ())
    if covered["channel"].n_unique() < 2:
        return whole
    spans = covered.group_by("channel").agg(
        pl.col("first_date").min(), pl.col("last_date").max(), pl.col("records").sum(), pl.col("source").unique()
    )
    began, ended = _bounds(spans, min(window.last, context.as_at))
    rows = list(spans.sort("channel").iter_rows(named=True))
    late = {row["channel"]: until for row in rows if (until := _late_until(row["source"], ended, context))}
    changes = [
        change for row in rows for change in _changes(row, began, ended, context, is_late=row["channel"] in late)
    ]
    return _bounded(whole, changes, late, context)


def _bounds(spans: pl.DataFrame, until: date) -> tuple[date, date]:
    first = spans["first_date"].min()
    return (first if isinstance(first, date) else until), until


def _late_until(sources: list[str], ended: date, context: Context) -> date | None:
    """Return the last day any of a channel's sources speaks for, where all of them are late; else None."""
    last = max(context.warehouse.covered_to.get(source, ended) for source in sources)
    return last if (ended - last).days > LATE_AFTER_DAYS else None


def _changes(
    row: dict[str, object], began: date, ended: date, context: Context, *, is_late: bool
) -> Iterable[RecordingChange]:
    channel, first, last, records = row["channel"], row["first_date"], row["last_date"], row["records"]
    assert isinstance(channel, str)
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert isinstance(records, int)
    a_day = records / max((last - first).days + 1, ABSENT_DAYS) if records >= FEWEST_RECORDS else 0.0
    label = label_of(channel, "channel", context)
    starts, ends = _declared(channel, context.council)
    if _is_abrupt((first - began).days, a_day) and not _is_near(first, starts):
        words = f"{label} is recorded only from {format_date(first)}, while other channels were recorded before."
        yield RecordingChange(channel, first, True, words, f"{label}: first recorded")
    if not is_late and _is_abrupt((ended - last).days, a_day) and not _is_near(last, ends):
        words = f"{label} is not recorded after {format_date(last)}, while other channels are."
        yield RecordingChange(channel, last + _DAY, False, words, f"{label}: no longer recorded")


def _is_abrupt(absent_days: int, a_day: float) -> bool:
    return absent_days > ABSENT_DAYS and absent_days * a_day >= FEWEST_EXPECTED


def _declared(channel: str, council: Council) -> tuple[list[date], list[date]]:
    """Return the days on which the council itself says that a digital channel began, and ended."""
    own = [each for each in council.digital_channels if each.channel == channel]
    return [each.from_date for each in own], [each.before_date for each in own if each.before_date]


def _is_near(day: date, declared: list[date]) -> bool:
    return any(abs((day - each).days) <= DECLARED_WITHIN_DAYS for each in declared)


def _bounded(whole: Recorded, changes: list[RecordingChange], late: dict[str, date], context: Context) -> Recorded:
    first = max([whole.first, *(change.on_date for change in changes if change.is_start)])
    last = min([whole.last, *(change.on_date - _DAY for change in changes if not change.is_start), *late.values()])
    words = tuple(
        f"{label_of(channel, 'channel', context)} is loaded only to {format_date(until)}."
        for channel, until in sorted(late.items())
    )
    return Recorded(first, last, tuple(sorted(changes, key=lambda change: change.on_date)), words)


def _whole_months(first: date, last: date) -> tuple[date, date]:
    """Return the whole months between two days."""
    start = first if first == month_start(first) else add_months(month_start(first), 1)
    end = last if last == month_end(last) else month_start(last) - _DAY
    return start, end


def whole_months_of(frame: pl.DataFrame, held: Recorded) -> pl.DataFrame:
    """Return the months of a frame of sums that are recorded from their first day to their last."""
    start, end = _whole_months(held.first, held.last)
    return frame.filter(pl.col("period_start").is_between(start, end))


def counts_every_channel(measure: Measure) -> bool:
    """Return whether the measure counts contacts of every channel, so that a channel recorded late changes it."""
    return any(term.column == "contacts" for term in (*measure.numerator, *measure.denominator))


def caveats_of(held: Recorded | None, counted: Period, filters: Filters, measure: Measure) -> tuple[str, ...]:
    """Return what a reader must know of changes of recording, in whole sentences."""
    if held is None or not held.reason:
        return ()
    if not measure.is_between_channels:
        return (f"{held.reason} A rise or fall there is a change of recording, not of how many people got in touch.",)
    if counted == filters.period:
        return (f"{held.reason} Earlier months are left out: they do not compare.",) if held.changes else ()
    return (f"{held.reason} Only {format_date(counted.first)} to {format_date(counted.last)} is counted here.",)
