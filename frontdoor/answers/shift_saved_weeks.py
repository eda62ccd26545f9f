"""Contacts by week and channel that a saving is worked out from: what is known of each, and which weeks are held against which."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.recording_changes import DECLARED_WITHIN_DAYS
from frontdoor.answers.shift_sources import NewSource, new_sources
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain
from frontdoor.schema.units import Channel
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.counterfactual import FEWEST_WEEKS
from frontdoor.statistics.demand_days import Dates
from frontdoor.statistics.overnight_change import overnight_changes
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

WEEK = timedelta(days=7)
WEEKS_IN_A_YEAR = 52
WEEKS_KEPT = 5 * WEEKS_IN_A_YEAR
FEWEST_AFTER = 13  # weeks to judge a fall by: a quarter of a year
COST = CATALOGUE["cost_per_contact"]


@dataclass(frozen=True, eq=False)
class Weeks:
    """Contacts of whole weeks, (channels, weeks), NaN where a channel was not recorded; `starts` are Mondays.

    `digital` (channels, weeks) is true where the channel counted as digital. `sums` has a row for each week, service and
    channel. `unexplained`: channels that came, went, jumped overnight or are counted by another source, with the first whole
    week of it, which nobody has declared; `sources` are those of another source.
    """

    starts: Dates
    channels: tuple[str, ...]
    counts: Floats
    digital: Booleans
    sums: pl.DataFrame
    unexplained: tuple[tuple[str, date], ...]
    asked: Asked
    sources: tuple[NewSource, ...] = ()

    @property
    def last_day(self) -> date:
        return self.day(len(self.starts) - 1) + WEEK - timedelta(days=1)

    def day(self, week: int) -> date:
        """Return the Monday of a week."""
        found = self.starts[week].astype("datetime64[D]").astype(object)
        assert isinstance(found, date)
        return found

    def of(self, channel: str) -> Floats:
        """Return one channel's contacts, NaN in every week where it has none."""
        if channel not in self.channels:
            return np.full(len(self.starts), np.nan)
        return np.asarray(self.counts[self.channels.index(channel)], dtype=np.float64)

    def is_digital(self, channel: str) -> bool:
        """Return whether the channel counts as digital in the last week."""
        return channel in self.channels and bool(self.digital[self.channels.index(channel), -1])

    @property
    def newest_sources(self) -> tuple[NewSource, ...]:
        """Return the last new source of each channel: what came before an earlier one is out of the figures anyway."""
        last = {each.channel: each for each in self.sources}
        return tuple(each for each in self.sources if last[each.channel] is each)

    def changed_at(self, channel: str) -> int:
        """Return the first week after the last change of recording of a channel, 0 without any."""
        days = [day for own, day in self.unexplained if own == channel]
        return int(np.searchsorted(self.starts, np.datetime64(max(days)))) if days else 0

    def of_service(self, service: str, channel: str) -> Floats:
        """Return one service's contacts in a channel; NaN where the channel is not known."""
        own = self.sums.filter(pl.col("service") == service, pl.col("channel") == channel)
        return np.where(np.isnan(self.of(channel)), np.nan, _by_week(own, "contacts", self.starts))


@dataclass(frozen=True, slots=True)
class Windows:
    """Weeks `first` to the end, held against what would have come, and the same weeks of the year before.

    `can_compare` says whether there are weeks enough before `first` to know what would have come (0133).
    """

    first: int
    number: int
    can_compare: bool

    @property
    def after(self) -> slice:
        return slice(self.first, self.first + self.number)

    @property
    def before(self) -> slice:
        return slice(self.first - WEEKS_IN_A_YEAR, self.first - WEEKS_IN_A_YEAR + self.number)


def weeks_of(filters: Filters, context: Context) -> Weeks:
    """Return the whole weeks up to the period's end, five years at most; CannotTellError where there is none."""
    last = min(filters.period.last, context.as_at)
    monday = last - timedelta(days=(last.weekday() + 1) % 7 + 6)
    first = monday - (WEEKS_KEPT - 1) * WEEK
    scope = Scope(
        first=first, last=monday + timedelta(days=6), grain=Grain.WEEK, services=filters.services, attribute=None
    )
    asked = ask("contact_costs", bare(COST), scope, context)
    sums = asked.frame.filter(pl.col("contacts") > 0)
    if sums.is_empty():
        raise CannotTellError("No contact is recorded by day up to the end of the period chosen.")
    covered = ask("channel_coverage", bare(COST), Scope(scope.first, scope.last, Grain.YEAR), context).frame
    found = _weeks(sums, _first_monday(sums, covered), monday, asked)
    return _with_changes(found, new_sources(covered, filters.services, context), context)


def _with_changes(weeks: Weeks, sources: tuple[NewSource, ...], context: Context) -> Weeks:
    """Return the weeks with the channels that changed: another source counts them, or they jumped after that."""
    inside = tuple(each for each in sources if weeks.day(0) < each.on_date <= weeks.last_day)
    changed = [(each.channel, _monday_from(each.on_date)) for each in inside if each.channel in weeks.channels]
    with_sources = replace(weeks, unexplained=tuple(changed), sources=inside)
    since = np.array([[with_sources.changed_at(name)] for name in weeks.channels])
    alike = np.where(np.arange(len(weeks.starts)) >= since, weeks.counts, np.nan)
    jumped = _unexplained(alike, weeks.starts, weeks.channels, context)
    return replace(with_sources, unexplained=(*changed, *jumped))


def _monday_from(day: date) -> date:
    """Return the first Monday on or after a day."""
    return day + timedelta(days=-day.weekday() % 7)


def windows_of(weeks: Weeks) -> Windows:
    """Return which weeks are judged; CannotTellError with less than a year before them.

    Calls before another source took over, or before an overnight change, are no history of calls.
    """
    known = len(weeks.starts)
    judged = min(known - weeks.changed_at(Channel.PHONE) - FEWEST_WEEKS, WEEKS_IN_A_YEAR)
    if judged >= FEWEST_AFTER:
        return Windows(known - judged, judged, can_compare=True)
    judged = min(known - WEEKS_IN_A_YEAR, WEEKS_IN_A_YEAR)
    if judged < 1:
        raise CannotTellError(
            f"{known} whole weeks are recorded here. It takes more than a year to say what became of contact."
        )
    return Windows(known - judged, judged, can_compare=False)


def _first_monday(sums: pl.DataFrame, covered: pl.DataFrame) -> date:
    """Return the first week recorded from its Monday on; a record before it must not make half a week a whole one."""
    begun = covered.filter(pl.col("family") == "volume")["first_date"].min()
    first = sums["period_start"].min()
    assert isinstance(first, date)
    return first + WEEK if isinstance(begun, date) and begun > first else first


def _weeks(sums: pl.DataFrame, first: date, last: date, asked: Asked) -> Weeks:
    starts = np.arange(np.datetime64(first), np.datetime64(last) + np.timedelta64(1, "D"), np.timedelta64(7, "D"))
    if not len(starts):
        raise CannotTellError("No whole week of contact is recorded here yet.")
    channels = tuple(sums["channel"].cast(pl.String).unique().sort())
    parts = [sums.filter(pl.col("channel") == channel) for channel in channels]
    counts = np.stack([_by_week(part, "contacts", starts) for part in parts])
    digital = np.stack([_by_week(part, "digital_contacts", starts) > 0 for part in parts])
    counts = np.where(counts.sum(axis=0) > 0, counts, np.nan)
    return Weeks(starts, channels, _only_recorded(counts), digital, sums, (), asked)


def _by_week(frame: pl.DataFrame, column: str, starts: Dates) -> Floats:
    """Return the sum of a column in each week, 0 where there is none."""
    added = frame.group_by("period_start").agg(pl.col(column).sum())
    found: dict[date, float] = dict(added.iter_rows())
    return np.array([found.get(start, 0.0) for start in starts.astype(object)], dtype=np.float64)


def _only_recorded(counts: Floats) -> Floats:
    """Return the counts, NaN before a channel's first contact and after its last where it is gone for good."""
    answer = counts.copy()
    for row in answer:
        seen = np.nonzero(np.nan_to_num(row) > 0)[0]
        if len(seen):
            row[: seen[0]] = np.nan
            row[seen[-1] + 1 :] = np.nan if len(row) - 1 - seen[-1] >= 2 else row[seen[-1] + 1 :]
    return answer


def _unexplained(
    counts: Floats, starts: Dates, channels: Sequence[str], context: Context
) -> tuple[tuple[str, date], ...]:
    """Return overnight changes of channels that no date in the council file explains."""
    declared = [
        (each.channel.value, day)
        for each in context.council.digital_channels
        for day in (each.from_date, each.before_date)
        if day
    ]
    found = []
    for change in overnight_changes(counts):
        name, day = channels[change.series], starts[min(change.week, len(starts) - 1)].astype(object)
        if not any(name == own and abs((day - said).days) <= DECLARED_WITHIN_DAYS for own, said in declared):
            found.append((name, day))
    return tuple(found)
