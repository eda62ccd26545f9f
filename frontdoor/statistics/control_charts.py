"""Many control charts held as arrays, and single charts, icons and tables read from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.autocorrelation import CarryOver, carry_over, false_alarm_rate
from frontdoor.statistics.control_chart_result import Adjustment, Assurance, ControlChart, PointType, Variation
from frontdoor.statistics.control_chart_settings import Settings
from frontdoor.statistics.control_chart_words import Facts, adjusted_words, reason_not_to_judge, sentences
from frontdoor.statistics.process_limits import ProcessLimits, linked, process_limits, rounding_allowance
from frontdoor.statistics.special_causes import Rule, SpecialCauses, special_causes

# By which way is up and by the point's direction, each -1, 0 or 1 and so counted from -1.
POINT_TYPES = (
    (PointType.IMPROVEMENT, PointType.COMMON_CAUSE, PointType.CONCERN),
    (PointType.NEUTRAL_LOW, PointType.COMMON_CAUSE, PointType.NEUTRAL_HIGH),
    (PointType.CONCERN, PointType.COMMON_CAUSE, PointType.IMPROVEMENT),
)
VARIATIONS = (
    (Variation.IMPROVEMENT_LOW, Variation.COMMON_CAUSE, Variation.CONCERN_HIGH),
    (Variation.NEUTRAL_LOW, Variation.COMMON_CAUSE, Variation.NEUTRAL_HIGH),
    (Variation.CONCERN_LOW, Variation.COMMON_CAUSE, Variation.IMPROVEMENT_HIGH),
)
KIND_NAMES = pl.Series([kind.value for by_direction in POINT_TYPES for kind in by_direction] + [None], dtype=pl.String)
RULE_NAMES = pl.Series([None, *(rule.value for rule in Rule)], dtype=pl.String)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out of each series before charting: its season's effects (January first) and its rho, or 0."""

    original: Floats
    effects: Floats  # (series, 12)
    rho: Floats  # (series,)

    def adjustment(self, series: int) -> Adjustment:
        effects, rho = self.effects[series], float(self.rho[series])
        original = [None if np.isnan(value) else float(value) for value in self.original[series]]
        season = tuple(float(effect) for effect in effects) if effects.any() else None
        return Adjustment(tuple(original), season, rho or None)


@dataclass(frozen=True)
class ControlCharts:
    """The charts of several series over the same periods; arrays have shape (series, points) or (series,)."""

    values: Floats
    settings: Settings
    limits: ProcessLimits
    causes: SpecialCauses
    carried: CarryOver
    has_season: tuple[bool | None, ...]
    last: Integers  # the place of each series' last figure; -1 without any
    since: Integers  # where the unbroken run of that figure's type began
    taken_out: TakenOut | None = None

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, series: int) -> ControlChart:
        return _chart(self, range(len(self))[series])

    @cached_property
    def variation(self) -> tuple[Variation | None, ...]:
        """The type of each series' last point; None for a series without figures."""
        direction = self.causes.direction[np.arange(len(self)), self.last] if self.values.size else self.last
        kinds = zip(self.settings.better, direction, self.last, strict=True)
        return tuple(VARIATIONS[better + 1][way + 1] if last >= 0 else None for better, way, last in kinds)

    @cached_property
    def assurance(self) -> tuple[Assurance | None, ...]:
        """Where each series' target lies against the limits in force at its last point."""
        lower, upper = self._limits_for_the_target()
        return assurances(lower, upper, self.settings, rounding_allowance(self.values)[:, 0])

    def _limits_for_the_target(self) -> tuple[Floats, Floats]:
        """Return the limits that the figures themselves keep to: season and carry-over put back where taken out.

        With rho, figures spread 1 / sqrt(1 - rho^2) times as wide as their surprises; a target is always met only
        if it is met in the worst month of the year.
        """
        if not self.values.size:
            return np.full(len(self), np.nan), np.full(len(self), np.nan)
        at_last = np.arange(len(self)), self.last
        lower, mean, upper = (side[at_last] for side in (self.limits.lower, self.limits.mean, self.limits.upper))
        if self.taken_out is None:
            return lower, upper
        spread = np.sqrt(1 - self.taken_out.rho**2)
        lowest, highest = self.taken_out.effects.min(axis=1), self.taken_out.effects.max(axis=1)
        return mean + (lower - mean) / spread + lowest, mean + (upper - mean) / spread + highest

    @cached_property
    def points(self) -> pl.DataFrame:
        """The points of every series, one after another: `series` and `point`, numbered from 0, then POINTS."""
        series, point = np.indices(self.values.shape)
        places = pl.DataFrame({"series": series.ravel(), "point": point.ravel()})
        return places.hstack(self.stacked_points)

    @cached_property
    def stacked_points(self) -> pl.DataFrame:
        """The points of every series, one after another, as POINTS."""
        return _points(self)


def charts_of(
    values: Floats, settings: Settings, has_season: Sequence[bool | None], taken_out: TakenOut | None = None
) -> ControlCharts:
    """Return the charts of `values` (series, points; NaN for gaps)."""
    limits = process_limits(values, settings.segment, settings.fix_after, settings.screen_outliers)
    causes = special_causes(values, settings.segment, limits)
    last = _last_places(values)
    carried = carry_over(values, settings.segment)
    since = _start_of_last_run(values, settings.segment, causes, last)
    return ControlCharts(values, settings, limits, causes, carried, tuple(has_season), last, since, taken_out)


def assurances(lower: Floats, upper: Floats, settings: Settings, slack: Floats) -> tuple[Assurance | None, ...]:
    """Return, per series, whether the target lies beyond the limits; None without target, limits or a better way."""
    beyond = np.where(settings.target - upper > slack, -1, 0) + np.where(settings.target - lower < -slack, 1, 0)
    good_side = beyond * settings.better
    is_judged = (settings.better != 0) & ~np.isnan(settings.target) & ~np.isnan(upper)
    outcome = (Assurance.FAIL, Assurance.HIT_OR_MISS, Assurance.PASS)
    return tuple(outcome[side + 1] if judged else None for side, judged in zip(good_side, is_judged, strict=True))


def _last_places(values: Floats) -> Integers:
    """Return the place of each series' last figure, -1 without any."""
    places = np.where(np.isnan(values), -1, np.arange(values.shape[1], dtype=np.int64))
    last: Integers = np.max(places, axis=1, initial=-1)
    return last


def _start_of_last_run(values: Floats, segment: Integers, causes: SpecialCauses, last: Integers) -> Integers:
    """Return where the run of the last point's direction began, unbroken by a rebase or a gap."""
    if not values.size:
        return last
    begins = ~linked(values, segment)
    begins[:, 1:] |= causes.direction[:, 1:] != causes.direction[:, :-1]
    start = np.maximum.accumulate(np.where(begins, np.arange(values.shape[1]), 0), axis=1)
    return np.where(last >= 0, start[np.arange(len(values)), last], -1)


def _points(charts: ControlCharts) -> pl.DataFrame:
    """Return the points of every series, one after another, as POINTS."""
    limits, causes, values = charts.limits, charts.causes, charts.values
    kinds = np.where(np.isnan(values), len(KIND_NAMES) - 1, charts.settings.better[:, None] * 3 + causes.direction + 4)
    numbers = {"value": values, "mean": limits.mean, "lower_limit": limits.lower, "upper_limit": limits.upper}
    columns = [pl.Series(name, grid.ravel(), nan_to_null=True) for name, grid in numbers.items()]
    rules = RULE_NAMES.gather(causes.rule.ravel()).alias("rule")
    return pl.DataFrame([*columns, rules, KIND_NAMES.gather(kinds.ravel()).alias("point_type")])


def _chart(charts: ControlCharts, row: int) -> ControlChart:
    """Return the chart of one series."""
    facts = _facts(charts, row)
    adjustment = charts.taken_out.adjustment(row) if charts.taken_out else None
    reason = reason_not_to_judge(facts)
    return ControlChart(
        points=charts.stacked_points.slice(row * charts.values.shape[1], charts.values.shape[1]),
        variation=charts.variation[row],
        assurance=charts.assurance[row],
        gaps=facts.gaps,
        since=int(charts.since[row]) if facts.points else None,
        is_trial=facts.is_trial,
        rho=facts.rho,
        false_alarm_rate=facts.false_alarm_rate,
        has_season=facts.has_season,
        can_judge_change=reason is None,
        reason=reason,
        words=(*adjusted_words(adjustment), *sentences(facts)),
        adjustment=adjustment,
    )


def _facts(charts: ControlCharts, row: int) -> Facts:
    """Return what the sentences of one series are made from."""
    recorded = ~np.isnan(charts.values[row])
    last, segment = charts.last[row], charts.settings.segment[row]
    in_last_segment = recorded & (segment == segment[last]) if len(segment) else recorded
    rho = None if np.isnan(charts.carried.rho[row]) else float(charts.carried.rho[row])
    return Facts(
        points=int(recorded.sum()),
        points_in_last_segment=int(in_last_segment.sum()),
        gaps=tuple(int(place) for place in np.flatnonzero(~recorded)),
        is_last_missing=bool(len(segment)) and last < len(segment) - 1,
        has_limits=bool(len(segment)) and not np.isnan(charts.limits.upper[row, last]),
        is_screened=bool(len(segment)) and bool(charts.limits.is_screened[row, last]),
        screen_outliers=charts.settings.screen_outliers,
        fixed_after=charts.settings.fix_after,
        rho=rho,
        false_alarm_rate=None if rho is None else false_alarm_rate(rho),
        is_carry_over_established=bool(charts.carried.is_established[row]),
        has_season=charts.has_season[row],
    )
