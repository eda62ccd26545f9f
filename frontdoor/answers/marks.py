"""What happened when: events of the council file and the register, starts and ends of pilots, as marks on a chart."""

from collections.abc import Iterable, Sequence
from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_events import lasting
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.answers.trend import trend_period
from frontdoor.figure import Mark
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.council import CouncilEvent
from frontdoor.strategy.strategy import PromisedMeasure

MONTH = "%B %Y"


def marks_of(
    promised: PromisedMeasure, filters: Filters, context: Context, changes: tuple[RecordingChange, ...] = ()
) -> tuple[Mark, ...]:
    """Return the events of the trend's months that touch the services shown: the reader's choice, else the measure's own.

    Changes of recording stand among them, so that nobody takes one for a change of habit.
    """
    own = set(promised.services)
    shown = own & set(filters.services) or set(filters.services) or own
    return marks_between(trend_period(filters.period), shown, promised.channels, context, changes)


def marks_between(
    period: Period, services: Iterable[str], channels: Sequence[str], context: Context,
    changes: tuple[RecordingChange, ...] = (),
) -> tuple[Mark, ...]:  # fmt: skip
    """Return the events of a period that touch these services (none: all of them), earliest first.

    One that began before the period stands at its first day, and its words say since when.
    """
    own = set(services)
    told = lasting(period.first, period.last, channels, context)
    found = [_mark(event, period) for event in told if not own or not event.services or own & set(event.services)]
    found += [Mark(each.on_date, each.mark) for each in changes if period.first <= each.on_date <= period.last]
    return tuple(sorted(set(found), key=lambda mark: (mark.on_date, mark.label)))


def _mark(event: CouncilEvent, period: Period) -> Mark:
    last = min(event.last_date, period.last) if event.last_date else None
    if event.on_date < period.first:
        return Mark(period.first, f"{event.label}, since {event.on_date:{MONTH}}", last)
    return Mark(event.on_date, event.label, last)


def happened_in(marks: Iterable[Mark], first: date, last: date) -> str:
    """Return what happened within days, both inclusive: 'Waste rounds changed (6 July 2026); System down (2 to 5 July 2026)'."""
    within = (mark for mark in marks if mark.on_date <= last and (mark.last_date or mark.on_date) >= first)
    return "; ".join(f"{mark.label} ({days_words(mark)})" for mark in within)


def days_words(mark: Mark) -> str:
    """Return the day or days of a mark: '6 July 2026', '6 July 2026 to 9 July 2026'."""
    if mark.last_date is None or mark.last_date == mark.on_date:
        return format_date(mark.on_date)
    return f"{format_date(mark.on_date)} to {format_date(mark.last_date)}"
