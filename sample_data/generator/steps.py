"""Levels that step from one day to the next: which is in force when."""

import numpy as np

from sample_data.generator.arrays import Real, Whole
from sample_data.generator.days import day_number
from sample_data.generator.profile import Step


def step_of(steps: tuple[Step, ...], days: Whole) -> Whole:
    """Return which step is in force on each day; the first also before it begins."""
    starts = np.asarray([day_number(step.from_date) for step in steps])
    return np.maximum(np.searchsorted(starts, days, side="right") - 1, 0).astype(np.int64)


def level_on(steps: tuple[Step, ...], days: Whole) -> Real:
    """Return the level in force on each day."""
    return np.asarray([step.level for step in steps])[step_of(steps, days)]
