"""The days a pilot's weeks are made of: which were shut, and on which nothing at all is known."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_days import bank_holidays, has_hours, open_half_hours
from frontdoor.answers.recording_changes import FEWEST_EXPECTED
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain
from frontdoor.schema.units import Family
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Dates
from frontdoor.strategy.pilot_plan import Where
from frontdoor.warehouse.scope import Scope

MONTHLY = "month"
"""The resolution of records that tell no days apart."""


@dataclass(frozen=True, slots=True)
class PilotDays:
    """Whole weeks of days, Monday first, (days,) each: which are bank holidays, open, and shut for the holiday.

    `is_past`: not after the last day known.
    """

    first: date
    is_holiday: Booleans
    is_open: Booleans
    is_shut: Booleans
    is_past: Booleans

    def __len__(self) -> int:
        return len(self.is_holiday)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=len(self) - 1)

    @property
    def spots(self) -> Dates:
        return np.datetime64(self.first, "D") + np.arange(len(self))

    def scope(self, context: Context) -> Scope:
        """Return these days as far as they are known, of all services and channels."""
        return Scope(self.first, min(self.last, context.as_at), Grain.DAY)


def pilot_days(first: date, weeks: int, context: Context) -> PilotDays:
    """Return the days of so many weeks from the Monday `first` on."""
    dates = [first + timedelta(days=number) for number in range(DAYS_IN_A_WEEK * weeks)]
    is_holiday, is_open = bank_holidays(dates, context), np.asarray(open_half_hours(dates, context).any(axis=1))
    is_shut = is_holiday if not has_hours(context) else is_holiday & ~is_open
    is_past = np.array([day <= context.as_at for day in dates])
    return PilotDays(first, is_holiday, is_open & ~is_shut, is_shut, is_past)


def known_days(where: Where, families: Collection[Family], days: PilotDays, context: Context) -> Booleans:
    """Return on which days the figures of these places are known, so that none counted is none there was, (days,).

    Not before the first record of these places, nor after the last day any speaks for; and not in a hole, where a
    source has no record on open days though at least 8 were to be expected by its usual flow. Source: docs/decisions/0151.
    """
    held = _records(days, context)
    found = np.zeros(len(days), dtype=np.bool_)
    holes = np.zeros(len(days), dtype=np.bool_)
    for source in _sources(where, families, days, context):
        counts = _by_day(held.filter(pl.col("source") == source), days)
        spoken = np.flatnonzero(counts > 0)
        if spoken.size:
            first, last = int(spoken[0]), int(spoken[-1])
            found[first : max(last, _place(context.warehouse.covered_to.get(source), days)) + 1] = True
            holes |= hole_days(counts, counts > 0, days)
    begun = first_known(where, families, days, context)
    found[: _place(begun, days) if begun else None] = False
    return found & ~holes & days.is_past


def first_known(where: Where, families: Collection[Family], days: PilotDays, context: Context) -> date | None:
    """Return the first day on which anything of these places is recorded; None where nothing is."""
    covered = _covered(where, families, days, context)
    first = covered["first_date"].min()
    return first if isinstance(first, date) else None


def _sources(where: Where, families: Collection[Family], days: PilotDays, context: Context) -> list[str]:
    return sorted(_covered(where, families, days, context)["source"].unique())


def _covered(where: Where, families: Collection[Family], days: PilotDays, context: Context) -> pl.DataFrame:
    """Return what is recorded of these places by day or finer (schema CHANNEL_COVERAGE)."""
    frame = ask("channel_coverage", bare(CATALOGUE["contacts"]), days.scope(context), context).frame
    frame = frame.filter(pl.col("family").is_in(list(families)), pl.col("resolution") != MONTHLY)
    for side, chosen in (("service", where.services), ("channel", where.channels)):
        frame = frame.filter(pl.col(side).is_in(chosen)) if chosen else frame
    return frame


def _records(days: PilotDays, context: Context) -> pl.DataFrame:
    frame = ask("records_by_day", bare(CATALOGUE["contacts"]), days.scope(context), context).frame
    return frame.filter(pl.col("counted_records") > 0, pl.col("resolution") != MONTHLY)


def _by_day(frame: pl.DataFrame, days: PilotDays) -> Floats:
    counts = np.zeros(len(days))
    spots = (frame["period_start"].to_numpy() - np.datetime64(days.first, "D")).astype(np.int64)
    np.add.at(counts, spots, frame["counted_records"].to_numpy())
    return counts


def _place(day: date | None, days: PilotDays) -> int:
    return -1 if day is None else min((day - days.first).days, len(days) - 1)


def hole_days(counts: Floats, is_told: Booleans, days: PilotDays) -> Booleans:
    """Return the open days, in runs of those not `is_told`, on which 8 or more were to be expected by the usual day of the week."""
    weekday = np.arange(len(days)) % DAYS_IN_A_WEEK
    expected = np.zeros(len(days))
    told = np.flatnonzero(is_told)
    if not told.size:
        return np.zeros(len(days), dtype=np.bool_)
    spoken = (np.arange(len(days)) >= told[0]) & (np.arange(len(days)) <= told[-1]) & days.is_open
    for each in range(DAYS_IN_A_WEEK):
        own = spoken & (weekday == each)
        expected[own] = np.where(is_told, counts, 0.0)[own].mean() if own.any() else 0.0
    holes = np.zeros(len(days), dtype=np.bool_)
    for run in _runs(is_told, spoken):
        holes[run] = expected[run].sum() >= FEWEST_EXPECTED
    return holes


def _runs(is_told: Booleans, is_open: Booleans) -> Iterator[list[int]]:
    """Yield runs of open days, one after the other, that are not told; closed days between them do not end a run."""
    opened = [int(day) for day in np.flatnonzero(is_open)]
    for is_spoken, run in groupby(opened, key=lambda day: bool(is_told[day])):
        if not is_spoken:
            yield list(run)
