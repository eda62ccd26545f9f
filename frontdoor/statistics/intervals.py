"""How sure we can be of a share, a difference, a mean score or a rate: 95% intervals that hold at 0 and at everyone."""

from collections.abc import Sequence
from statistics import NormalDist
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from frontdoor.statistics.arrays import Booleans, Floats

Number: TypeAlias = float | np.floating[Any] | np.integer[Any]
Many: TypeAlias = NDArray[Any] | Sequence[float] | pl.Series


class Interval(NamedTuple):
    """The two ends of one interval, in the unit of the estimate."""

    lower: float
    upper: float


class Intervals(NamedTuple):
    """The ends of many intervals, arrays of the shape of what was given; NaN where there is nothing to estimate."""

    lower: Floats
    upper: Floats


@overload
def wilson_interval(successes: Number, n: Number, confidence: float = ...) -> Interval | None: ...
@overload
def wilson_interval(successes: Many, n: Many | Number, confidence: float = ...) -> Intervals: ...
def wilson_interval(successes: Any, n: Any, confidence: float = 0.95) -> Interval | Intervals | None:
    """Return the interval of the share `successes` / `n`, 0 to 1; None (NaN in arrays) where `n` is 0.

    Source: Wilson 1927, score interval without continuity correction; Newcombe 1998 (17:857), method 3.
    """
    hits, tries = _counts(successes, n)
    return _answer(_wilson(hits, tries, _quantile(confidence)), tries > 0)


@overload
def newcombe_difference(a: Number, n_a: Number, b: Number, n_b: Number, confidence: float = ...) -> Interval | None: ...
@overload
def newcombe_difference(
    a: Many, n_a: Many | Number, b: Many | Number, n_b: Many | Number, confidence: float = ...
) -> Intervals: ...
def newcombe_difference(a: Any, n_a: Any, b: Any, n_b: Any, confidence: float = 0.95) -> Interval | Intervals | None:
    """Return the interval of the share `a` / `n_a` less the share `b` / `n_b`; None (NaN) where either n is 0.

    Source: Newcombe 1998 (17:873), method 10, from two Wilson intervals without continuity correction.
    """
    hits_a, tries_a = _counts(a, n_a)
    hits_b, tries_b = _counts(b, n_b)
    z = _quantile(confidence)
    low_a, high_a = _wilson(hits_a, tries_a, z)
    low_b, high_b = _wilson(hits_b, tries_b, z)
    share_a, share_b = _divide(hits_a, tries_a), _divide(hits_b, tries_b)
    lower = share_a - share_b - np.hypot(share_a - low_a, high_b - share_b)
    upper = share_a - share_b + np.hypot(high_a - share_a, share_b - low_b)
    return _answer((lower, upper), (tries_a > 0) & (tries_b > 0))


@overload
def poisson_rate_interval(events: Number, exposure: Number = ..., confidence: float = ...) -> Interval | None: ...
@overload
def poisson_rate_interval(events: Many, exposure: Many | Number = ..., confidence: float = ...) -> Intervals: ...
def poisson_rate_interval(events: Any, exposure: Any = 1.0, confidence: float = 0.95) -> Interval | Intervals | None:
    """Return the interval of the rate `events` / `exposure`; lower end 0 at 0 events; None (NaN) where exposure is 0.

    Source: Byar's approximation, Breslow and Day 1987 (volume II, page 69).
    """
    seen, over = np.broadcast_arrays(_numbers(events), _numbers(exposure))
    _refuse(seen < 0, "There are fewer than 0 events")
    _refuse(over < 0, "The exposure is below 0")
    z = _quantile(confidence)
    one = np.maximum(seen, 1.0)
    low = one * np.maximum(1 - 1 / (9 * one) - z / (3 * np.sqrt(one)), 0.0) ** 3
    more = seen + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return _answer((_divide(np.where(seen < 1, 0.0, low), over), _divide(high, over)), over > 0)


def mean_interval(scores: ArrayLike, counts: ArrayLike, confidence: float = 0.95) -> Interval | Intervals | None:
    """Return the interval of the mean score from how many people gave each: `counts` has a column per entry of `scores`.

    List every score that could be given. Fewer than 2 answers: None (NaN for that row). Normal interval with the
    sample standard deviation. Where everybody gave the same score that would have no width, so the other answers
    are taken to be as many as Wilson's upper limit of a share of 0 allows, at the extremes of the scale.
    Source: docs/decisions/0105.
    """
    levels, answers = _numbers(scores), _numbers(counts)
    if levels.ndim != 1 or answers.ndim == 0 or answers.shape[-1] != len(levels):
        raise ValueError(f"Counts of shape {answers.shape} do not give one number for each of {levels.size} scores.")
    _refuse(answers < 0, "A score was given by fewer than 0 people")
    z, n = _quantile(confidence), answers.sum(axis=-1)
    mean = _divide(answers @ levels, n)
    squares = np.sum(answers * (levels - mean[..., None]) ** 2, axis=-1)
    margin = z * np.sqrt(_divide(_divide(squares, n - 1), n))
    others = z**2 / (n + z**2)
    is_unanimous = np.count_nonzero(answers, axis=-1) == 1
    lower = mean - np.where(is_unanimous, others * (mean - levels.min()), margin)
    upper = mean + np.where(is_unanimous, others * (levels.max() - mean), margin)
    return _answer((lower, upper), n >= 2)


def _wilson(hits: Floats, tries: Floats, z: float) -> tuple[Floats, Floats]:
    """Return Wilson's ends; exactly 0 and 1 where there are no successes and nothing else."""
    share, allowance = _divide(hits, tries), _divide(np.full_like(tries, z**2), tries)
    middle = (share + allowance / 2) / (1 + allowance)
    margin = np.sqrt(allowance * (share * (1 - share) + allowance / 4)) / (1 + allowance)
    return np.where(hits == 0, 0.0, middle - margin), np.where(hits == tries, 1.0, middle + margin)


def _counts(successes: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    hits, tries = np.broadcast_arrays(_numbers(successes), _numbers(n))
    _refuse((hits < 0) | (hits > tries), "Successes must be from 0 to n; they are not")
    return hits, tries


def _numbers(given: ArrayLike) -> Floats:
    return np.asarray(given, dtype=np.float64)


def _refuse(wrong: Booleans, what: str) -> None:
    if np.any(wrong):
        place = f" at entry {int(np.argmax(wrong))}" if np.ndim(wrong) else ""
        raise ValueError(f"{what}{place}.")


def _quantile(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}. Give a share between 0 and 1, such as 0.95.")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _divide(numerator: Floats, denominator: Floats) -> Floats:
    return np.where(denominator > 0, numerator / np.where(denominator > 0, denominator, 1.0), np.nan)


def _answer(ends: tuple[Floats, Floats], is_known: Booleans) -> Interval | Intervals | None:
    lower, upper = (np.where(is_known, end, np.nan) for end in ends)
    if lower.ndim:
        return Intervals(lower, upper)
    return None if np.isnan(lower) or np.isnan(upper) else Interval(float(lower), float(upper))
