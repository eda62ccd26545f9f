"""What would have come beside comparison services: those whose contact did not move online are what the others are held to."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.answers.shift_saved_weeks import WEEKS_IN_A_YEAR, Weeks, Windows
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.counterfactual import FEWEST_CONTACTS_A_WEEK, FEWEST_WEEKS, Counterfactual, counterfactuals
from frontdoor.statistics.share_shift import ShareShift, share_shift

STAYED = 0.5
"""Of the movers' own shift: a service whose shift may be as large is no comparison (docs/decisions/0150)."""

ONE_SERVICE = "only one service is counted here"
EVERY_SERVICE_MOVED = "every service moved online, so none is left to compare with"
NOBODY_MOVED = "no service clearly moved online"
NOT_ALIKE = "a channel was not recorded alike in both years, so who moved online can’t be told"
HAPPENED = "something else happened to the services that did not move"
TOO_SHORT = "it takes a year to judge, or two years before, to know how the services’ seasons differ"


@dataclass(frozen=True, slots=True)
class Sides:
    """The services that `moved` online, and those that `stayed` and nothing else happened to; `why_not` where one is empty."""

    moved: tuple[str, ...]
    stayed: tuple[str, ...]
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Contacts of the services that moved, in one channel, beside those that stayed."""

    sides: Sides
    would_have: Counterfactual


def sides_of(weeks: Weeks, windows: Windows, touched: frozenset[str]) -> Sides:
    """Return which services moved online from the year before, and which did not; `touched` are those of an event.

    Shares of the same weeks of both years, false discoveries held to 5%.
    """
    if windows.first < FEWEST_WEEKS and windows.number < WEEKS_IN_A_YEAR:
        return Sides((), (), TOO_SHORT)
    if any(day >= weeks.day(windows.before.start) for _, day in weeks.unexplained):
        return Sides((), (), NOT_ALIKE)
    services = tuple(weeks.sums["service"].unique().sort())
    if len(services) < 2:
        return Sides((), (), ONE_SERVICE)
    digital, contacts = (_by_service(name, services, weeks) for name in ("digital_contacts", "contacts"))
    before, after = windows.before, windows.after
    told = share_shift(digital[:, before], contacts[:, before], digital[:, after], contacts[:, after])
    moved = told.is_beyond_noise & (told.change > 0)
    stayed = _stayed(told, moved)
    names = tuple(name for name, is_so in zip(services, stayed, strict=True) if is_so)
    kept = tuple(name for name in names if name not in touched)
    return Sides(
        tuple(name for name, is_so in zip(services, moved, strict=True) if is_so), kept, _why(moved, names, kept)
    )


def _stayed(told: ShareShift, moved: Booleans) -> Booleans:
    """Return the services whose shift is surely less than half of what the movers' is on average, and no move away."""
    if not moved.any():
        return np.zeros_like(moved)
    size = float(told.change[moved].mean())
    return np.asarray(~moved & ~told.is_beyond_noise & (told.upper < STAYED * size), dtype=np.bool_)


def _why(moved: Booleans, stayed: tuple[str, ...], kept: tuple[str, ...]) -> str:
    if not moved.any():
        return NOBODY_MOVED
    if not stayed:
        return EVERY_SERVICE_MOVED if moved.all() else "no service surely stayed as it was"
    return "" if kept else HAPPENED


def compared(channel: str, sides: Sides, weeks: Weeks, windows: Windows) -> Compared | None:
    """Return what would have come in one channel of the services that moved; None where it can't be told."""
    if sides.why_not:
        return None
    moved, stayed = (_summed(channel, services, weeks) for services in (sides.moved, sides.stayed))
    if not np.nan_to_num(stayed[: windows.first]).any() or np.nanmean(stayed) < FEWEST_CONTACTS_A_WEEK:
        return None
    has_season = windows.first >= FEWEST_WEEKS
    (found,) = counterfactuals(moved[None], weeks.starts, windows.first, stayed, has_season=has_season)
    return None if found is None else Compared(sides, found)


def _summed(channel: str, services: tuple[str, ...], weeks: Weeks) -> Floats:
    """Return the contacts by week of these services; NaN where the channel is not known or was recorded otherwise."""
    row = np.stack([weeks.of_service(service, channel) for service in services]).sum(axis=0)
    return np.where(np.arange(len(row)) < weeks.changed_at(channel), np.nan, row)


def _by_service(column: str, services: tuple[str, ...], weeks: Weeks) -> Floats:
    """Return a count of every service by week, (services, weeks)."""
    wide = (
        weeks.sums.group_by("service", "period_start")
        .agg(pl.col(column).sum())
        .pivot("period_start", index="service", values=column)
        .sort("service")
    )
    found = np.zeros((len(services), len(weeks.starts)))
    for place, start in enumerate(weeks.starts.astype(object)):
        if str(start) in wide.columns:
            found[:, place] = wide[str(start)].fill_null(0).to_numpy()
    return found
