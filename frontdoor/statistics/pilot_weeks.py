"""Which weeks of a series are the pilot, which are holidays, and which are left out."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats

WEEKS_IN_A_YEAR = 52.18  # PILOTS, section 4


class Shape(StrEnum):
    """How the effect is expected to come: at once, or building up (then its average over the pilot is reported)."""

    STEP = "step"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class PilotWeeks:
    """The weeks of a series that ends with the pilot's last week; `first` is the place of the pilot's first.

    `holidays`: one array per kind, 0/1 or days closed in each week. `left_out`: settling in, strikes, closures; a week
    without a record is left out without being named here. Months do as well as weeks with `in_a_year` 12.
    """

    number: int
    first: int
    holidays: tuple[Floats, ...] = ()
    left_out: Booleans | None = field(default=None)
    in_a_year: float = WEEKS_IN_A_YEAR

    @property
    def is_pilot(self) -> Booleans:
        return np.arange(self.number) >= self.first

    def omitted(self, values: Floats) -> Booleans:
        """Return which weeks of `values` (NaN: no record) count for nothing."""
        gaps = np.isnan(values)
        return gaps if self.left_out is None else gaps | self.left_out

    def until(self, number: int) -> "PilotWeeks":
        """Return the first `number` of these weeks, as at a look during the pilot."""
        left_out = None if self.left_out is None else self.left_out[:number]
        return replace(
            self, number=number, holidays=tuple(column[:number] for column in self.holidays), left_out=left_out
        )


@dataclass(frozen=True, slots=True)
class Design:
    """The columns of a model (weeks, columns) and the `contrast` (columns,) of them that is the effect.

    `without_pilot`: the same columns had there been no pilot. `left_out`: weeks that have a column of their own.
    `is_holiday_left_out`: holidays fell within the pilot only, so those weeks were left out.
    """

    columns: Floats
    contrast: Floats
    without_pilot: Floats
    left_out: Booleans
    is_holiday_left_out: bool = False


def design(
    weeks: PilotWeeks,
    omitted: Booleans,
    shape: Shape = Shape.STEP,
    *,
    has_trend: bool = True,
    has_season: bool = False,
    has_holidays: bool = True,
) -> Design:
    """Return the columns of PILOTS, section 1, for weeks of which `omitted` are left out."""
    week, pilot = np.arange(weeks.number, dtype=np.float64), weeks.is_pilot.astype(np.float64)
    usable, apart = _holidays(weeks, omitted) if has_holidays else ([], np.zeros(weeks.number, dtype=np.bool_))
    left_out = omitted | apart
    columns = [np.ones(weeks.number), pilot]
    length = weeks.number - weeks.first
    if shape is Shape.AVERAGE:
        columns.append(pilot * (week - weeks.first) / max(length - 1, 1))
    ends = len(columns)
    columns += [week / max(weeks.number - 1, 1)] if has_trend else []
    columns += _season(week, weeks.in_a_year) if has_season else []
    columns += [*usable, *np.eye(weeks.number)[left_out]]
    contrast = np.zeros(len(columns))
    contrast[1:ends] = 1.0, *([0.5] * (ends - 2))
    stacked = np.stack(columns, axis=1)
    without = stacked.copy()
    without[:, 1:ends] = 0.0
    return Design(stacked, contrast, without, left_out, bool(apart.any()))


def _season(week: Floats, in_a_year: float) -> list[Floats]:
    turn = 2 * np.pi * week / in_a_year
    return [np.cos(turn), np.sin(turn)]


def _holidays(weeks: PilotWeeks, omitted: Booleans) -> tuple[list[Floats], Booleans]:
    """Return holiday columns that weeks before the pilot can measure, and the pilot's weeks of those that they cannot."""
    usable: list[Floats] = []
    apart: Booleans = np.zeros(weeks.number, dtype=np.bool_)
    for column in weeks.holidays:
        seen = np.where(omitted, 0.0, column)
        if np.any(seen[: weeks.first] != 0):
            usable.append(seen)
        else:
            apart |= seen != 0
    return usable, apart
