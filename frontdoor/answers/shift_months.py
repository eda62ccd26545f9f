"""The months over which every channel shown was recorded alike, and the two years held against each other in them."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.periods import last_finished_month
from frontdoor.answers.recording import Recorded, recorded
from frontdoor.answers.recording_changes import ABSENT_DAYS, DAY, DECLARED_WITHIN_DAYS, RecordingChange
from frontdoor.answers.shift_parts import lower
from frontdoor.answers.shift_sources import new_sources, said_changes
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.statistics.overnight_change import overnight_changes
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.scope import Scope

MONTHS_SHOWN = 36
"""How many months are looked at: a year, the year before it, and one more to see where they came from."""

YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Together:
    """Whole months in which every channel is recorded alike; `changes` are the changes of recording, earliest first.

    `baseline` is the year named by the strategy or the council; it counts where it lies in these months, before the last year.
    """

    period: Period
    changes: tuple[RecordingChange, ...]
    late: tuple[str, ...] = ()
    baseline: Period | None = None

    @property
    def is_since_baseline(self) -> bool:
        """Return whether the last year is held against the baseline year rather than the year before."""
        if self.baseline is None or self.baseline.first < self.period.first:
            return False
        return self.baseline.last < add_months(month_start(self.period.last), 1 - YEAR_MONTHS)

    @property
    def years(self) -> tuple[Period, Period] | None:
        """Return the months compared, before and now.

        The baseline year and the last one; without a baseline the last year and the one before, or fewer months, the same
        in both.
        """
        if self.baseline is not None and self.is_since_baseline:
            return self.baseline, Period(add_months(month_start(self.period.last), 1 - YEAR_MONTHS), self.period.last)
        count = min(self.period.months - YEAR_MONTHS, YEAR_MONTHS)
        if count < 1:
            return None
        now = Period(add_months(month_start(self.period.last), 1 - count), self.period.last)
        return now.year_before(), now


def year_name(period: Period) -> str:
    """Return 'Year to October 2026', or the months where they are fewer."""
    return f"Year to {period.last:%B %Y}" if period.months == YEAR_MONTHS else period.label


def since_words(years: tuple[Period, Period]) -> str:
    """Return 'in a year', or 'since the year to March 2024' where that is the baseline."""
    before, now = years
    return "in a year" if before == now.year_before() else f"since the {lower(year_name(before))}"


def together(promised: PromisedMeasure, filters: Filters, context: Context, baseline: date | None = None) -> Together:
    """Return the whole months to the period's last one that are recorded alike; CannotTellError, saying why, for none.

    They reach back to the year that begins with `baseline` where that was recorded as these are.
    """
    last = min(month_end(filters.period.last), last_finished_month(context.as_at).last)
    usual = Period(add_months(month_start(last), 1 - MONTHS_SHOWN), last)
    if baseline is None:
        return _within(usual, promised, filters, context)
    year = Period(baseline, add_months(baseline, YEAR_MONTHS) - DAY)
    found = replace(_within(Period(min(baseline, usual.first), last), promised, filters, context), baseline=year)
    if found.is_since_baseline:
        return found
    cut = Period(max(found.period.first, usual.first), found.period.last)
    return replace(found, period=cut, changes=tuple(each for each in found.changes if each.on_date > usual.first))


def _within(window: Period, promised: PromisedMeasure, filters: Filters, context: Context) -> Together:
    held = recorded(promised, replace(filters.during(window), attribute=None, value=None), context)
    if held is None:
        return Together(window, ())
    sources = _sources(promised, filters, held, (window, context))
    found = (*held.changes, *sources, *_jumps(promised, filters, window, context))
    changes = tuple(sorted(found, key=lambda change: change.on_date))
    return Together(_months(window, held, changes), changes, held.late)


def _months(window: Period, held: Recorded, changes: tuple[RecordingChange, ...]) -> Period:
    """Return the whole months after every beginning, jump and new source, and before every end."""
    begun = [change.on_date for change in changes if change.is_start]
    first, last = max([window.first, held.first, *begun]), min(window.last, held.last)
    first = first if first == month_start(first) else add_months(month_start(first), 1)
    last = last if last == month_end(last) else month_start(last) - DAY
    if first > last:
        reasons = [change.words for change in changes] + list(held.late)
        raise CannotTellError(" ".join([*reasons, "So no whole month has every channel recorded alike."]))
    return Period(first, last)


def _sources(
    promised: PromisedMeasure, filters: Filters, held: Recorded, asked: tuple[Period, Context]
) -> list[RecordingChange]:
    """Return the new sources that the council's file names and that are not among the changes held already."""
    window, context = asked
    covered = ask("channel_coverage", promised, Scope(window.first, window.last, Grain.YEAR), context).frame
    known = [change.on_date for change in held.changes if change.is_replaced]
    return [
        change
        for change in said_changes(new_sources(covered, filters.services, context), context)
        if not any(abs((change.on_date - day).days) <= ABSENT_DAYS for day in known)
    ]


def _jumps(
    promised: PromisedMeasure, filters: Filters, window: Period, context: Context
) -> tuple[RecordingChange, ...]:
    """Return the channels that jumped overnight while the others did nothing of the kind (0137), not declared by anyone."""
    scope = Scope(window.first, window.last, Grain.WEEK, filters.services)
    weeks = ask("contacts_online", promised, scope, context, by_service=False).frame.pivot(
        "channel", index="period_start", values="contacts", aggregate_function="sum"
    )
    whole = weeks.sort("period_start").slice(1, max(weeks.height - 2, 0))  # the first and the last week are cut
    channels = [name for name in whole.columns if name != "period_start"]
    counts = whole.select(channels).fill_null(0).to_numpy().T.astype(np.float64)
    found = overnight_changes(counts) if counts.size else []
    days = whole["period_start"].to_list()
    return tuple(
        _jump(channels[each.series], days[each.week], each.times, context)
        for each in found
        if each.is_start is None and not _is_declared(channels[each.series], days[each.week], context)
    )


def _jump(channel: str, on_date: date, times: float, context: Context) -> RecordingChange:
    label = label_of(channel, "channel", context)
    much = f"{times:.1f} times as many" if times > 1 else f"{1 - times:.0%} fewer"
    words = (
        f"{label}: {much} contacts from one week to the next, in the week of {format_date(on_date)}, which no other channel "
        "made up for. That is taken for a change of recording until somebody signs it off."
    )
    return RecordingChange(on_date, True, words, f"{label}: recorded otherwise")


def _is_declared(channel: str, day: date, context: Context) -> bool:
    """Return whether the council's file dates a digital channel's beginning or end about then."""
    dated = [
        each
        for own in context.council.digital_channels
        if own.channel == channel
        for each in (own.from_date, own.before_date)
        if each is not None
    ]
    return any(abs((day - each).days) <= DECLARED_WITHIN_DAYS for each in dated)
