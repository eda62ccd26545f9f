"""What a control chart says: its points, its two icons, and whether the icons can be believed."""

from dataclasses import dataclass
from enum import StrEnum

import polars as pl


class Improvement(StrEnum):
    """Which way the numbers should go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class PointType(StrEnum):
    """What one point is."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Variation(StrEnum):
    """What the last point is, and which way it went."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Assurance(StrEnum):
    """Whether the process, as it now runs, will meet the target."""

    PASS = "pass"
    FAIL = "fail"
    HIT_OR_MISS = "hit_or_miss"


POINTS = pl.Schema(
    {
        "value": pl.Float64(),
        "mean": pl.Float64(),
        "lower_limit": pl.Float64(),
        "upper_limit": pl.Float64(),
        "rule": pl.String(),
        "point_type": pl.String(),
    }
)
"""One row per point in time order. `rule` is one of special_causes.Rule or null, `point_type` one of PointType.

A gap has null value, rule and point_type; limits are null where the segment has none.
"""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What was taken out of the values before they were charted; None for what was not there to take out."""

    original: tuple[float | None, ...]
    season: tuple[float, ...] | None  # how far each month stands above the year's mean, January first
    rho: float | None


@dataclass(frozen=True, slots=True)
class ControlChart:
    """An XmR chart of one series. Indices are places in the values given, from 0."""

    points: pl.DataFrame  # POINTS
    variation: Variation | None  # of the last point with a figure; None without any
    assurance: Assurance | None
    gaps: tuple[int, ...]  # points without a figure
    since: int | None  # where the unbroken run of the last point's type began; no rebase or gap inside
    is_trial: bool  # the last segment has fewer than 12 points
    rho: float | None  # what carries over from one point to the next (autocorrelation.carry_over)
    false_alarm_rate: float | None  # how often the last point is flagged by chance at this rho
    has_season: bool | None  # None: not looked for, or too few months
    can_judge_change: bool
    reason: str | None  # why change cannot be judged
    words: tuple[str, ...]  # sentences to print beside the chart
    adjustment: Adjustment | None = None
