"""One stretch of days being made: a month, or a share of one where a month would be too large to hold."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sample_data.generator.arrays import Random, Whole
from sample_data.generator.days import Days
from sample_data.generator.demand import Expected, expected
from sample_data.generator.town import Town


@dataclass(frozen=True)
class Stretch:
    """Days `first` to `last` (day numbers, inclusive) of one town; `part` numbers the shares of a month."""

    town: Town
    days: Days
    first: int
    last: int
    month: int  # months since 1970
    part: int

    @cached_property
    def numbers(self) -> Whole:
        return np.arange(self.first, self.last + 1, dtype=np.int64)

    @cached_property
    def own_days(self) -> Days:
        """Return only the days of the stretch."""
        rows = slice(self.first - self.days.first, self.last - self.days.first + 1)
        whole = self.days
        return Days(
            self.first,
            whole.weekday[rows],
            whole.is_holiday[rows],
            whole.is_open[rows],
            whole.is_after_holiday[rows],
            whole.working_day_number[rows],
            whole.working_days,
        )

    @cached_property
    def expected(self) -> Expected:
        return expected(self.town, self.own_days)

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    def random(self, purpose: int) -> Random:
        return self.town.random(self.month, self.part, purpose)
