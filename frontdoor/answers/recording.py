"""Since when everything a measure counts is recorded: what comes or goes overnight is a change of recording, not of habit."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import polars as pl

from frontdoor.answers.asking import ask, narrowed
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import LATE_AFTER_DAYS
from frontdoor.answers.labels import Side
from frontdoor.answers.recorded_families import subjects_of
from frontdoor.answers.recording_changes import (
    DAY,
    RecordingChange,
    Span,
    Subject,
    begun_within,
    came_or_went,
    joined,
    replaced,
    spans_of,
)
from frontdoor.answers.trend import trend_period
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Measure
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.schema.units import LIVE_CHANNELS, Family
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.scope import Scope

Wanted: TypeAlias = dict[Side, tuple[str, ...]]
"""The services and channels to look at, none of a side meaning all."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Which days (both inclusive) everything counted is recorded, and the changes of recording, earliest first."""

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
        """Return whether everything is recorded throughout `period`."""
        return self.first <= period.first and period.last <= self.last

    @property
    def since(self) -> date | None:
        """Return the day of the last change of recording: figures before it do not compare with those after."""
        return max((change.on_date for change in self.changes), default=None)

    @property
    def judged_from(self) -> date | None:
        """Return the first day of the first month that is wholly after every change, None where there is none."""
        return self.since and _month_from(self.since)

    @property
    def has_steps(self) -> bool:
        """Return whether what comes or goes leaves a step in figures that go on beside it."""
        return bool(self.late) or any(not (each.is_first or each.is_replaced) for each in self.changes)

    @property
    def reason(self) -> str:
        """Return what is not recorded throughout, in whole sentences."""
        return " ".join((*(change.words for change in self.changes if not change.is_replaced), *self.late))

    @property
    def replacements(self) -> str:
        """Return which sources took over from others, in whole sentences."""
        return " ".join(change.words for change in self.changes if change.is_replaced)


def recorded(promised: PromisedMeasure, filters: Filters, context: Context) -> Recorded | None:
    """Return when everything the measure and the filters count is recorded, within the months the trend shows.

    None for a measure that stands on no records of ours. Coverage is asked for once for all measures of an answer.
    """
    subjects = subjects_of(promised)
    if not subjects:
        return None
    window = trend_period(filters.period)
    whole = Scope(first=window.first, last=window.last, grain=Grain.YEAR)
    covered = ask("channel_coverage", promised, whole, context).frame
    between = (filters.period.first, min(window.last, context.as_at))
    wanted: Wanted = {
        "service": narrowed(promised.services, filters.services),
        "channel": narrowed(promised.channels, filters.channels),
    }
    seen = [_seen(subject, _of_subject(covered, subject), wanted, between, context) for subject in subjects]
    return _bounded(window, seen)


def _of_subject(covered: pl.DataFrame, subject: Subject) -> pl.DataFrame:
    frame = covered.filter(pl.col("family") == subject.family)
    if subject.is_live is None:
        return frame
    is_live = pl.col("channel").is_in(list(LIVE_CHANNELS))
    return frame.filter(is_live if subject.is_live else ~is_live)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found of one subject: its changes, and until when it is loaded where every source of a place is late."""

    subject: Subject
    changes: tuple[RecordingChange, ...]
    late: tuple[tuple[date, str], ...]


def _seen(
    subject: Subject, covered: pl.DataFrame, wanted: Wanted, between: tuple[date, date], context: Context
) -> _Seen:
    """Look for changes in the places wanted, among all places of the other side that are; `between` is period and end."""
    other: Side = "service" if subject.side == "channel" else "channel"
    near = covered.filter(pl.col(other).is_in(wanted[other])) if wanted[other] else covered
    spans = spans_of(near, subject.side)
    if not spans:
        return _Seen(subject, (), ())
    start, until = between
    began = min(span.first for own in spans.values() for span in own)
    mine = {place: own for place, own in spans.items() if not wanted[subject.side] or place in wanted[subject.side]}
    late = {place: day for place, own in mine.items() if (day := _late_until(own, until, context))}
    found = [
        change
        for place, own in mine.items()
        for change in came_or_went(joined(own), subject, (began, until), context, is_late=place in late)
    ]
    every = [span for own in spans_of(covered, subject.side).values() for span in own]
    found += [*begun_within(every, subject, start), *replaced(mine, subject, until, context)]
    return _Seen(subject, tuple(found), _late_words(late, subject, context))


def _late_until(spans: list[Span], until: date, context: Context) -> date | None:
    """Return the last day any source of a place speaks for, where all of them are late; else None."""
    last = max(context.warehouse.covered_to.get(span.source, until) for span in spans)
    return last if (until - last).days > LATE_AFTER_DAYS else None


def _late_words(late: dict[str, date], subject: Subject, context: Context) -> tuple[tuple[date, str], ...]:
    days = sorted(set(late.values()))
    places = {day: [place for place, last in sorted(late.items()) if last == day] for day in days}
    return tuple((day, f"{subject.names(places[day], context)} loaded only to {format_date(day)}.") for day in days)


def _bounded(window: Period, seen: list[_Seen]) -> Recorded:
    """Return all that was found; of one family looked at twice, a day is a change once."""
    changes: list[RecordingChange] = []
    days: set[tuple[Family, date]] = set()
    for one in seen:
        changes += [each for each in one.changes if (one.subject.family, each.on_date) not in days]
        days |= {(one.subject.family, each.on_date) for each in one.changes}
    late = sorted({each for one in seen for each in one.late})
    missing = [change for change in changes if not change.is_replaced]
    first = max([window.first, *(change.on_date for change in missing if change.is_start)])
    ends = [change.on_date - DAY for change in missing if not change.is_start]
    last = min([window.last, *ends, *(day for day, _ in late)])
    ordered = tuple(sorted(changes, key=lambda change: change.on_date))
    return Recorded(first, last, ordered, tuple(words for _, words in late))


def _whole_months(first: date, last: date) -> tuple[date, date]:
    """Return the whole months between two days."""
    end = last if last == month_end(last) else month_start(last) - DAY
    return _month_from(first), end


def _month_from(day: date) -> date:
    """Return the first day of the first month that begins on or after `day`."""
    return day if day == month_start(day) else add_months(month_start(day), 1)


def whole_months_of(frame: pl.DataFrame, held: Recorded) -> pl.DataFrame:
    """Return the months of a frame of sums that are recorded from their first day to their last."""
    start, end = _whole_months(held.first, held.last)
    return frame.filter(pl.col("period_start").is_between(start, end))


def is_comparable(held: Recorded | None, other: Period, measure: Measure) -> bool:
    """Return whether figures of an earlier period were recorded as those of the period shown."""
    if held is None:
        return True
    if measure.is_between_channels and not held.holds(other):
        return False
    return held.since is None or held.since <= other.first


def not_whole(held: Recorded | None, period: Period, measure: Measure) -> str:
    """Return why a figure of `period` cannot be held against a target: a part was not recorded. Nothing where all was.

    Only of a count, and of a rate of what was counted to something else (complaints to homes): a part looks like less.
    """
    if held is None or held.holds(period) or not _is_of_a_whole(measure):
        return ""
    return f"{held.reason} So this is not the whole of {period.label}."


def _is_of_a_whole(measure: Measure) -> bool:
    counted, of = ({term.question for term in terms} for terms in (measure.numerator, measure.denominator))
    return not counted & of


def caveats_of(held: Recorded | None, counted: Period, filters: Filters, measure: Measure) -> tuple[str, ...]:
    """Return what a reader must know of changes of recording, in whole sentences."""
    if held is None:
        return ()
    said = (_missing_words(held, counted, filters, measure), _replaced_words(held))
    return tuple(words for words in said if words)


def _missing_words(held: Recorded, counted: Period, filters: Filters, measure: Measure) -> str:
    if not held.reason:
        return ""
    if not measure.is_between_channels:
        partly = "" if held.holds(filters.period) else "The value is of what is recorded."
        step = f"A rise or fall there is a change of recording, not of {_habit(measure)}." if held.has_steps else ""
        return " ".join(words for words in (held.reason, step, partly) if words)
    if counted == filters.period:
        has_changes = any(not change.is_replaced for change in held.changes)
        return f"{held.reason} Earlier months are left out: they do not compare." if has_changes else ""
    return f"{held.reason} Only {format_date(counted.first)} to {format_date(counted.last)} is counted here."


def _habit(measure: Measure) -> str:
    columns = {term.column for term in measure.terms}
    return "how many people got in touch" if "contacts" in columns else "what happened"


def _replaced_words(held: Recorded) -> str:
    if not held.replacements:
        return ""
    return f"{held.replacements} Two sources may count differently: figures before and after are not compared."
