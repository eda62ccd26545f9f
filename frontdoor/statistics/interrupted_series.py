"""What changed when a pilot began: an interrupted series of weeks whose surprises carry over from week to week."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.autoregressive_fit import AutoregressiveFit, autoregressive_fit, has_full_rank
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import Design, PilotWeeks, Shape, design

FEWEST_WEEKS, FEWEST_BEFORE, FEWEST_OF_PILOT, FEWEST_TO_SPARE = 24, 12, 4, 18  # PILOTS, section 5
LARGEST_SHARE_MISSING = 0.2
DRIFTING_RHO = 0.7  # so much carry-over is usually drift: PILOTS, section 5


@dataclass(frozen=True, slots=True)
class PilotEffect:
    """The effect in the unit of the series, and all that is needed to judge it.

    `rho`: the share of a week's surprise that carries over into the next. `spread`: marginal standard deviation of a
    week. `weeks` and `pilot_weeks` count those used, `columns` what was estimated besides them.
    """

    effect: float
    error: float
    freedom: float
    p: float
    rho: float
    spread: float
    weeks: int
    pilot_weeks: int
    columns: int
    is_holiday_left_out: bool = False

    def interval(self, confidence: float = 0.95) -> Interval:
        """Return the interval of the effect."""
        from scipy.special import stdtrit

        reach = float(stdtrit(self.freedom, (1 + confidence) / 2)) * self.error
        return Interval(self.effect - reach, self.effect + reach)

    @property
    def is_drifting(self) -> bool:
        """Return whether so much carries over that a comparison is needed."""
        return self.rho >= DRIFTING_RHO


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """Per week (weeks,): what was to be expected without the pilot, and 95% intervals of it.

    `lower`, `upper`: of the expected level; `week_lower`, `week_upper`: of a single week's figure.
    """

    expected: Floats
    lower: Floats
    upper: Floats
    week_lower: Floats
    week_upper: Floats


def interrupted_series(
    values: Floats, weeks: PilotWeeks, shape: Shape = Shape.STEP, *, has_trend: bool = True, has_season: bool = False
) -> PilotEffect | Reason:
    """Return the effect of the pilot on `values` (weeks,), NaN where there is no record; a reason where none can be told.

    REML AR(1) least squares with first-order Kenward and Roger's error and degrees of freedom. Source: docs/decisions/0140.
    """
    model = model_of(values, weeks, shape, has_trend=has_trend, has_season=has_season)
    if isinstance(model, Reason):
        return model
    fit = autoregressive_fit(filled(values)[None], model.columns)
    found = fit.effect(model.contrast)
    if np.isnan(fit.rho[0]) or not found.error[0] > 0:
        return Reason.CONSTANT
    used = ~model.left_out
    return PilotEffect(
        float(found.effect[0]), float(found.error[0]), float(found.freedom[0]), float(found.p[0]),
        float(fit.rho[0]), float(np.sqrt(fit.variance[0])), int(used.sum()), int(used[weeks.first :].sum()),
        model.columns.shape[1] - int(model.left_out.sum()), model.is_holiday_left_out,
    )  # fmt: skip


def counterfactual(
    values: Floats, weeks: PilotWeeks, shape: Shape = Shape.STEP, *, has_trend: bool = True, has_season: bool = False
) -> Counterfactual | Reason:
    """Return what each week was to be expected to be without the pilot, by the same model as the effect."""
    from scipy.special import stdtrit

    model = model_of(values, weeks, shape, has_trend=has_trend, has_season=has_season)
    if isinstance(model, Reason):
        return model
    fit: AutoregressiveFit = autoregressive_fit(filled(values)[None], model.columns)
    if np.isnan(fit.rho[0]):
        return Reason.CONSTANT
    level = model.without_pilot[:, : model.columns.shape[1] - int(model.left_out.sum())]
    rows = np.pad(level, ((0, 0), (0, model.columns.shape[1] - level.shape[1])))
    found = fit.effects(rows)
    expected, error, freedom = found.effect[0], found.error[0], found.freedom[0]
    times = stdtrit(freedom, 0.975)
    level_reach, week_reach = times * error, times * np.sqrt(error**2 + fit.variance[0])
    return Counterfactual(
        expected, expected - level_reach, expected + level_reach, expected - week_reach, expected + week_reach
    )


def model_of(
    values: Floats, weeks: PilotWeeks, shape: Shape = Shape.STEP, *, has_trend: bool = True, has_season: bool = False
) -> Design | Reason:
    """Return the design for `values`, or why PILOTS, section 5, refuses it."""
    if len(values) != weeks.number:
        raise ValueError(f"There are {len(values)} values for {weeks.number} weeks. Give one for each, NaN for none.")
    if np.isinf(values).any():
        raise ValueError(f"Week {int(np.isinf(values).argmax())} is infinite. Give NaN where there is no record.")
    if not 0 <= weeks.first < weeks.number:
        return Reason.OUTSIDE
    omitted = weeks.omitted(values)
    model = design(weeks, omitted, shape, has_trend=has_trend, has_season=has_season)
    return _refusal(values, weeks, model) or model


def filled(values: Floats) -> Floats:
    """Return `values` with their mean in gaps, which have columns of their own."""
    known = values[~np.isnan(values)]
    return np.where(np.isnan(values), known.mean() if known.size else 0.0, values)


def _refusal(values: Floats, weeks: PilotWeeks, model: Design) -> Reason | None:
    used: Booleans = ~model.left_out
    before, during = int(used[: weeks.first].sum()), int(used[weeks.first :].sum())
    estimated = model.columns.shape[1] - int(model.left_out.sum())
    known, earlier = values[used], values[: weeks.first][used[: weeks.first]]
    wrong = {
        Reason.NO_BASELINE: before == 0,
        Reason.ALWAYS_ZERO: known.size > 0 and not np.any(known),
        Reason.SHORT_BASELINE: before < FEWEST_BEFORE,
        Reason.SHORT_PILOT: during < FEWEST_OF_PILOT,
        Reason.SHORT_SERIES: before + during < FEWEST_WEEKS,
        Reason.HOLES: bool(np.isnan(values).sum() > LARGEST_SHARE_MISSING * weeks.number),
        Reason.FEW_TO_SPARE: before + during - estimated < FEWEST_TO_SPARE,
        Reason.ZERO_BEFORE: before > 0 and not np.any(earlier),
        Reason.CONSTANT: before > 0 and bool(np.ptp(earlier) == 0),
    }
    found = next((reason for reason, is_so in wrong.items() if is_so), None)
    return found or (None if has_full_rank(model.columns) else Reason.NOT_SEPARABLE)
