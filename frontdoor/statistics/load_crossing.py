"""The load at which failure reaches a stated level, such as half of callers: from a curve that may only rise."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.load_groups import Groups, drawn_weights
from frontdoor.statistics.load_limit import DRAWS, FEWEST_FIGURES, FEWEST_GROUPS, SEED

BINS = 30
WIDENED = 1.3  # drawing again is too sure of a curve that may only rise: docs/decisions/0122


@dataclass(frozen=True, slots=True)
class LoadCrossing:
    """The load at which the rising curve reaches the level, with its 95% interval; inf: not within what was seen.

    0: failure is there at the least load seen. `curve` (2, bins): loads and the failure that the curve gives them.
    """

    load: float
    lower: float
    upper: float
    curve: Floats


def load_crossing(
    load: ArrayLike, failing: ArrayLike, level: float, weights: ArrayLike | None = None, groups: ArrayLike | None = None
) -> LoadCrossing | None:
    """Return where failure reaches `level`; None with fewer than 40 figures or 15 groups. Arguments as of load_limit.

    Isotonic regression (Ayer and others 1955) of the means of 30 bins of equally many figures, read between bins by
    straight lines; the interval by drawing groups again. Source: docs/decisions/0122.
    """
    given = Groups.of(load, failing, weights, groups)
    if given is None or len(given.load) < FEWEST_FIGURES or given.number < FEWEST_GROUPS:
        return None
    edges = np.quantile(given.load, np.linspace(0, 1, BINS + 1))[1:-1]
    bins, place = np.unique(np.searchsorted(edges, given.load, side="right"), return_inverse=True)
    in_bin = np.eye(len(bins))[place] * given.weights[:, None]
    draws = np.vstack([np.ones(given.number), drawn_weights(given.number, DRAWS, SEED)])
    whole = draws @ given.sums(in_bin)
    loads = draws @ given.sums(in_bin * given.load[:, None])
    failures = draws @ given.sums(in_bin * given.failing[:, None])
    curves = rising(failures, whole)
    middles = np.where(whole > 0, loads / np.where(whole > 0, whole, 1.0), np.nan)
    middles = np.where(np.isnan(middles), middles[:1], middles)
    found = _crossings(middles, curves, level)
    lower, upper = (_end(found, share) for share in (0.025, 0.975))
    return LoadCrossing(float(found[0]), lower, upper, np.stack([middles[0], curves[0]]))


def _end(found: Floats, share: float) -> float:
    """Return one end of the interval from the load found first and those of the draws; 0 and inf stay."""
    end = float(np.quantile(found[1:], share, method="inverted_cdf"))
    if not np.isfinite(end) or not np.isfinite(found[0]) or end == 0:
        return end
    return max(float(found[0]) + WIDENED * (end - float(found[0])), 0.0)


def rising(totals: Floats, weights: Floats) -> Floats:
    """Return the best curves that never fall, (curves, bins), from sums of weight times figure and of weights.

    Weighted least squares by the largest of the least means of stretches (max-min formula, Barlow and others 1972).
    """
    bins = totals.shape[1]
    before = [np.cumsum(np.pad(part, ((0, 0), (1, 0))), axis=1) for part in (totals, weights)]
    whole, weight = (part[:, None, 1:] - part[:, :-1, None] for part in before)
    mean = np.where(weight > 0, whole / np.where(weight > 0, weight, 1.0), np.inf)
    first, last = np.arange(bins)[:, None], np.arange(bins)[None, :]
    mean = np.where(last >= first, mean, np.inf)
    least = np.minimum.accumulate(mean[:, :, ::-1], axis=2)[:, :, ::-1]
    least = np.where(np.isfinite(least) & (last >= first), least, -np.inf)
    return np.asarray(np.maximum.accumulate(least, axis=1)[:, np.arange(bins), np.arange(bins)], dtype=np.float64)


def _crossings(loads: Floats, curves: Floats, level: float) -> Floats:
    """Return where each curve first reaches `level`: 0 where it begins there, inf where it never does."""
    reached = curves >= level
    place = np.argmax(reached, axis=1)
    row = np.arange(len(curves))
    before = np.maximum(place - 1, 0)
    low, high = curves[row, before], curves[row, place]
    rise = np.where(high > low, high - low, 1.0)
    between = loads[row, before] + (loads[row, place] - loads[row, before]) * np.clip((level - low) / rise, 0, 1)
    answer = np.where(place == 0, 0.0, between)
    return np.where(reached.any(axis=1), answer, np.inf)
