"""How sure we can be of a mean score on a scale with two ends: an interval that holds for few answers and near the ends."""

from statistics import NormalDist
from typing import Any, overload

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.intervals import Interval, Intervals, Many, Number

SUPPOSED_ANSWERS = 1.0
"""Answers supposed when judging the spread, half at each end; see decision 0106 for the coverage with other numbers."""


@overload
def bounded_mean_interval(
    n: Number, total: Number, total_of_squares: Number, lowest: float, highest: float, *, confidence: float = ...
) -> Interval | None: ...
@overload
def bounded_mean_interval(
    n: Many, total: Many, total_of_squares: Many, lowest: float, highest: float, *, confidence: float = ...
) -> Intervals: ...
def bounded_mean_interval(
    n: Any, total: Any, total_of_squares: Any, lowest: float, highest: float, *, confidence: float = 0.95
) -> Interval | Intervals | None:
    """Return the interval of `total` / `n`, the mean of `n` scores from `lowest` to `highest`; None (NaN) below 2.

    `total_of_squares` is the sum of the squared scores. Net satisfaction: good - poor and good + poor on -1 to 1; net
    promoter score the same with promoters and detractors, times 100.
    Wilson's interval with as many answers as carry the same information: n over the ratio of the scores' variance to
    the largest a mean there could have. Never leaves the scale. Source: Wilson 1927; effective sample size as Korn and
    Graubard 1998 and Dean and Pagano 2015; supposed answers after Agresti and Coull 1998; Student's t of n - 1.
    """
    answers, sums, squares = np.broadcast_arrays(
        *(np.asarray(given, dtype=np.float64) for given in (n, total, total_of_squares))
    )
    _refuse_impossible(answers, sums, squares, lowest, highest)
    is_known = answers >= 2
    counted = np.where(is_known, answers, np.nan)
    width = highest - lowest
    mean = (sums / counted - lowest) / width
    mean_of_squares = (squares / counted - 2 * lowest * sums / counted + lowest**2) / width**2
    t = _quantile_of_t(counted - 1, confidence)
    lower, upper = _wilson(mean, counted / _share_of_largest_variance(counted, mean, mean_of_squares), t)
    lower, upper = lowest + width * lower, lowest + width * upper
    if answers.ndim:
        return Intervals(lower, upper)
    return Interval(float(lower), float(upper)) if is_known else None


def _share_of_largest_variance(n: Floats, mean: Floats, mean_of_squares: Floats) -> Floats:
    """Return the variance of scores from 0 to 1 as a share of mean x (1 - mean), the supposed answers included."""
    supposed = SUPPOSED_ANSWERS / 2
    centre = (n * mean + supposed) / (n + SUPPOSED_ANSWERS)
    squares = (n * mean_of_squares + supposed) / (n + SUPPOSED_ANSWERS)
    share: Floats = np.clip((squares - centre**2) / (centre * (1 - centre)), 0.0, 1.0)
    return share


def _wilson(mean: Floats, n: Floats, t: Floats) -> tuple[Floats, Floats]:
    allowance = t**2 / n
    middle = (mean + allowance / 2) / (1 + allowance)
    margin = np.sqrt(np.maximum(allowance * (mean * (1 - mean) + allowance / 4), 0.0)) / (1 + allowance)
    return np.clip(middle - margin, 0.0, 1.0), np.clip(middle + margin, 0.0, 1.0)


def _quantile_of_t(freedom: Floats, confidence: float) -> Floats:
    """Return Student's t of a two-sided interval; Abramowitz and Stegun 26.7.5, within 0.3% from 4 degrees on."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}. Give a share between 0 and 1, such as 0.95.")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


def _refuse_impossible(n: Floats, total: Floats, squares: Floats, lowest: float, highest: float) -> None:
    if not lowest < highest:
        raise ValueError(f"The scale goes from {lowest} to {highest}. Give its lowest score first.")
    slack = 1e-9 * (1 + np.abs(n) * max(abs(lowest), abs(highest)))
    if np.any((n < 0) | (total < n * lowest - slack) | (total > n * highest + slack)):
        raise ValueError(f"The scores do not add up to a mean from {lowest} to {highest}.")
    largest = n * max(lowest**2, highest**2)
    if np.any((squares * n < total**2 * (1 - 1e-9) - slack) | (squares > largest + slack)):
        raise ValueError("The sum of squares does not fit the sum of the scores.")
