"""The smallest effect that a pilot could find, and how long it would have to run to find a given one."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.autoregressive_fit import HIGHEST_RHO, LOWEST_RHO, autoregressive_fit, likelihoods
from frontdoor.statistics.interrupted_series import (
    FEWEST_BEFORE,
    FEWEST_OF_PILOT,
    FEWEST_TO_SPARE,
    FEWEST_WEEKS,
    filled,
)  # fmt: skip
from frontdoor.statistics.kenward_roger import precision
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import PilotWeeks, Shape, design

POWER, SIGNIFICANT = 0.8, 0.05
CAUTIOUS = 0.75  # of what rho may be, given the weeks before: PILOTS, section 9
RHOS = np.linspace(LOWEST_RHO, HIGHEST_RHO, 386)
LONGEST = 52  # weeks of a pilot that anybody would plan
ROUGH_UP_TO = 36  # weeks in all


@dataclass(frozen=True, slots=True)
class Noise:
    """How weeks vary by themselves: marginal standard deviation and carry-over from one week into the next."""

    spread: float
    rho: float


@dataclass(frozen=True, slots=True)
class BaselineNoise:
    """As the weeks before the pilot show it: most likely, and a cautious value that plans should survive."""

    likely: Noise
    cautious: Noise


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest effect found four times in five, `likely` to `cautious`; `is_rough` with 36 weeks or fewer in all."""

    likely: float
    cautious: float
    is_rough: bool


@dataclass(frozen=True, slots=True)
class WeeksNeeded:
    """Weeks of pilot needed to find an effect four times in five; None: not even with 52."""

    likely: int | None
    cautious: int | None


def baseline_noise(before: Floats, *, has_trend: bool = True) -> BaselineNoise | Reason:
    """Return the noise of the weeks `before` (weeks,), NaN where there is no record."""
    gaps = np.isnan(before)
    known = before[~gaps]
    if known.size < FEWEST_BEFORE:
        return Reason.SHORT_BASELINE if known.size else Reason.NO_BASELINE
    if np.ptp(known) == 0:
        return Reason.CONSTANT if known[0] else Reason.ALWAYS_ZERO
    trend = [np.arange(len(before)) / len(before)] if has_trend else []
    columns = np.stack([np.ones(len(before)), *trend, *np.eye(len(before))[gaps]], axis=1)
    fit = autoregressive_fit(filled(before)[None], columns)
    if np.isnan(fit.rho[0]):
        return Reason.CONSTANT
    log_likelihood, variance = likelihoods(filled(before), columns, RHOS)
    weight = np.exp(log_likelihood - log_likelihood.max())
    place = min(int(np.searchsorted(np.cumsum(weight) / weight.sum(), CAUTIOUS)), len(RHOS) - 1)
    cautious = Noise(float(np.sqrt(variance[place])), float(RHOS[place]))
    return BaselineNoise(Noise(float(np.sqrt(fit.variance[0])), float(fit.rho[0])), cautious)


def smallest_effect(
    noise: Noise, weeks: PilotWeeks, shape: Shape = Shape.STEP, *, has_trend: bool = True, has_season: bool = False,
    power: float = POWER, significant: float = SIGNIFICANT,
) -> float | Reason:  # fmt: skip
    """Return the smallest effect found with probability `power` by the primary analysis of `weeks` as planned.

    (t(1 - significant / 2) + t(power)) times the error that the analysis will have. Source: PILOTS, section 9.
    """
    from scipy.special import stdtrit

    model = design(weeks, weeks.omitted(np.zeros(weeks.number)), shape, has_trend=has_trend, has_season=has_season)
    before = int((~model.left_out[: weeks.first]).sum())
    during = int((~model.left_out[weeks.first :]).sum())
    estimated = model.columns.shape[1] - int(model.left_out.sum())
    if before < FEWEST_BEFORE or not 0 <= weeks.first < weeks.number:
        return Reason.SHORT_BASELINE if before else Reason.NO_BASELINE
    if during < FEWEST_OF_PILOT:
        return Reason.SHORT_PILOT
    if before + during < FEWEST_WEEKS or before + during - estimated < FEWEST_TO_SPARE:
        return Reason.SHORT_SERIES
    basis, triangle = np.linalg.qr(model.columns)
    known = precision(basis, np.linalg.solve(triangle.T, model.contrast)[None], np.array([noise.rho]))
    freedom = known.freedom[0, 0]
    times = stdtrit(freedom, 1 - significant / 2) + stdtrit(freedom, power)
    return float(times * noise.spread * np.sqrt(known.variance[0, 0] * known.inflation[0, 0]))


def detectable(
    noise: BaselineNoise, weeks: PilotWeeks, shape: Shape = Shape.STEP, *, has_trend: bool = True,
    has_season: bool = False,
) -> Detectable | Reason:  # fmt: skip
    """Return the range of the smallest effect that the pilot could find."""
    found = [
        smallest_effect(one, weeks, shape, has_trend=has_trend, has_season=has_season)
        for one in (noise.likely, noise.cautious)
    ]
    likely, cautious = found
    if isinstance(likely, Reason) or isinstance(cautious, Reason):
        return likely if isinstance(likely, Reason) else Reason.SHORT_SERIES
    return Detectable(min(likely, cautious), max(likely, cautious), weeks.number <= ROUGH_UP_TO)


def weeks_needed(
    effect: float, noise: BaselineNoise, before: int, shape: Shape = Shape.STEP, *, has_trend: bool = True,
    has_season: bool = False,
) -> WeeksNeeded:  # fmt: skip
    """Return how many weeks a pilot needs, after `before` weeks of records, to find `effect` four times in five.

    The baseline stays as it is; often a longer one or a comparison buys more than a longer pilot.
    """

    def fewest(one: Noise) -> int | None:
        for length in range(FEWEST_OF_PILOT, LONGEST + 1):
            weeks = PilotWeeks(before + length, before)
            found = smallest_effect(one, weeks, shape, has_trend=has_trend, has_season=has_season)
            if not isinstance(found, Reason) and found <= abs(effect):
                return length
        return None

    return _ordered(fewest(noise.likely), fewest(noise.cautious))


def _ordered(likely: int | None, cautious: int | None) -> WeeksNeeded:
    if likely is None or cautious is None:
        return WeeksNeeded(likely if cautious is None else cautious, None)
    return WeeksNeeded(min(likely, cautious), max(likely, cautious))
