"""Where a share stands on a strategy's path: dated targets, joined by straight lines."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.demand_days import Dates

ROUNDING = 1e-12
"""How near a share counts as being on the path: floats, not judgement."""


class Place(StrEnum):
    """Where a share stands beside the path on its own days."""

    ON_PATH = "on_path"
    """On the path or on the better side of it."""
    CLOSE = "close"
    """On the worse side, within the tolerance that the strategy states."""
    BEHIND = "behind"
    CANNOT_TELL = "cannot_tell"
    """A sample whose interval holds the path, or no share."""
    NO_PATH = "no_path"
    """The path had not begun."""


@dataclass(frozen=True, slots=True)
class Path:
    """Targets (0 to 1) on dates, in order; with one target only, the path is that number from its date on."""

    dates: Dates
    targets: Floats

    def __post_init__(self) -> None:
        if len(self.dates) != len(self.targets) or not len(self.dates):
            raise ValueError(f"There are {len(self.dates)} dates and {len(self.targets)} targets. Give one of each.")
        if np.any(np.diff(self.dates.astype("datetime64[D]")) <= np.timedelta64(0, "D")):
            raise ValueError("The dates of the targets must follow each other, with one target a day at most.")
        if not np.all((self.targets >= 0) & (self.targets <= 1)):
            raise ValueError("A target is not from 0 to 1. Give 45% as 0.45.")


@dataclass(frozen=True, slots=True)
class Standing:
    """Per period: the mean of the path over its days, the share less that (points, 0 to 1), and its place."""

    path: Floats
    gap: Floats
    places: tuple[Place, ...]


def path_on(path: Path, dates: Dates) -> Floats:
    """Return the target on each date: straight between two targets, the last one from its date on, NaN before the first."""
    day, at = (given.astype("datetime64[D]").astype(np.float64) for given in (dates, path.dates))
    return np.where(day < at[0], np.nan, np.interp(day, at, path.targets))


def standing(
    path: Path,
    first: Dates,
    last: Dates,
    share: Floats,
    *,
    interval: tuple[Floats, Floats] | None = None,
    tolerance: float = 0.0,
    is_higher_better: bool = True,
) -> Standing:
    """Return where the `share` of each period, from its `first` to its `last` day, stands beside the path over those days.

    A complete count is on the path or not; a sample, given with its 95% `interval`, only if that lies wholly on one side.
    `tolerance` in the unit of the share, as the strategy states it. A period that begins before the path has no path.
    """
    mean = np.array([_mean(path, *days) for days in zip(first, last, strict=True)])
    low, high = (share, share) if interval is None else interval
    sign = 1.0 if is_higher_better else -1.0
    worst, best = (sign * (low - mean), sign * (high - mean))
    if not is_higher_better:
        worst, best = best, worst
    places = [_place(*ends, tolerance) for ends in zip(mean, sign * (share - mean), worst, best, strict=True)]
    return Standing(mean, share - mean, tuple(places))


def _mean(path: Path, first: np.datetime64, last: np.datetime64) -> float:
    days = np.arange(first.astype("datetime64[D]"), last.astype("datetime64[D]") + np.timedelta64(1, "D"))
    if not len(days):
        raise ValueError(f"A period ends on {last}, before it begins on {first}.")
    return float(path_on(path, days).mean())


def _place(path: float, better_by: float, worst: float, best: float, tolerance: float) -> Place:
    if np.isnan(path):
        return Place.NO_PATH
    if np.isnan(better_by) or np.isnan(worst) or np.isnan(best):
        return Place.CANNOT_TELL
    if worst >= -ROUNDING:
        return Place.ON_PATH
    if best >= -ROUNDING:
        return Place.CANNOT_TELL
    return Place.CLOSE if -better_by <= tolerance + ROUNDING and tolerance > 0 else Place.BEHIND
