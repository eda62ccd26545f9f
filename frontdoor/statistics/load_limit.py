"""The load above which service gets worse: where the line of failure against contacts bends upwards, if it does."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats, Integers, ratio
from frontdoor.statistics.load_groups import Groups, drawn_weights

CANDIDATES = 60  # loads tried as the limit, equally many figures between each
FEWEST_FIGURES, FEWEST_GROUPS = 40, 15
KEPT_AT_EACH_END = 0.1  # of the figures: a bend there rests on too few
CHANCE_OF_A_FALSE_BREAK = 0.05
DRAWS = 499
WIDENED = 1.15  # drawing again understates how far a bend may lie off: docs/decisions/0122
SEED = 20_261_122  # the same figures give the same answer


@dataclass(frozen=True, slots=True)
class LoadLimit:
    """Where failure begins to rise faster: `load` with its 95% interval, None with `p` alone where nobody can tell.

    A small `p` without a load: the line bends, but so near an end of what was seen that nobody can tell where.

    `p`: how often a straight line would look bent so far by chance. `before` and `after`: by how much failure
    changes with one contact more, below and above the limit; `at_limit`: failure there.
    """

    p: float
    load: float | None = None
    lower: float | None = None
    upper: float | None = None
    before: float | None = None
    after: float | None = None
    at_limit: float | None = None


def load_limit(
    load: ArrayLike, failing: ArrayLike, weights: ArrayLike | None = None, groups: ArrayLike | None = None
) -> LoadLimit | None:
    """Return the limit found in figures of days or half-hours; None with fewer than 40 of them or 15 `groups`.

    `load`: contacts; `failing`: the share that waited too long or gave up, or a mean wait; `weights`: usually the
    contacts. `groups`: figures that belong together, such as the half-hours of a day or the days of a week, are
    drawn together (default: each its own). NaN are left out.
    Method: least squares of two lines that meet (Hudson 1966), the meeting place tried at 60 loads; no bend against
    one bend upwards by the largest studentised gain, with its distribution by wild bootstrap (Wu 1986; Cameron,
    Gelbach and Miller 2008 for groups); the interval by drawing groups again. Source: docs/decisions/0122.
    """
    given = Groups.of(load, failing, weights, groups)
    if given is None or len(given.load) < FEWEST_FIGURES or given.number < FEWEST_GROUPS:
        return None
    if np.ptp(given.load) == 0 or np.ptp(given.failing) == 0:
        return LoadLimit(1.0)
    bends = _candidates(given.load)
    p = _chance(given, bends)
    if p >= CHANCE_OF_A_FALSE_BREAK:
        return LoadLimit(p)
    draws = np.vstack([np.ones(given.number), drawn_weights(given.number, DRAWS, SEED)])
    best, lines = _best_bends(given, bends, draws)
    level, before, more = lines[0]
    limit = float(bends[best[0]])
    ends = limit + WIDENED * (np.quantile(bends[best[1:]], (0.025, 0.975)) - limit)
    lower, upper = np.clip(ends, given.load.min(), given.load.max())
    after = before + more
    if after <= 0 or best[0] in (0, len(bends) - 1):
        return LoadLimit(p)
    return LoadLimit(p, limit, float(lower), float(upper), float(before), float(after), float(level + before * limit))


def _candidates(load: Floats) -> Floats:
    inner = np.linspace(KEPT_AT_EACH_END, 1 - KEPT_AT_EACH_END, CANDIDATES)
    found = np.unique(np.quantile(load, inner))
    return np.asarray(found[(found > load.min()) & (found < load.max())], dtype=np.float64)


def _chance(given: Groups, bends: Floats) -> float:
    """Return the p value of no bend against one upwards somewhere."""
    weight = given.weights
    straight = np.column_stack([np.ones_like(given.load), given.load / given.load.max()])
    root = np.sqrt(weight)[:, None]
    basis, _ = np.linalg.qr(root * straight)
    hinges = root * np.maximum(given.load[:, None] - bends, 0.0)
    hinges = hinges - basis @ (basis.T @ hinges)
    scaled = root[:, 0] * given.failing
    line = basis @ (basis.T @ scaled)
    left = scaled - line
    signs = np.random.default_rng(SEED).choice([-1.0, 1.0], size=(given.number, DRAWS))
    redrawn = left[:, None] * signs[given.group]
    outcomes = np.column_stack([left, redrawn - basis @ (basis.T @ redrawn)])
    gains = hinges.T @ outcomes
    squares = (hinges**2).sum(axis=0)
    bent = gains / squares[:, None]
    noise = np.stack([_group_noise(given, hinge, outcomes, own) for hinge, own in zip(hinges.T, bent, strict=True)])
    largest = (gains / np.sqrt(np.maximum(noise, np.finfo(float).tiny))).max(axis=0)
    return float((1 + np.sum(largest[1:] >= largest[0])) / (1 + DRAWS))


def _group_noise(given: Groups, hinge: Floats, outcomes: Floats, bent: Floats) -> Floats:
    """Return the variance of one bend's gain in each outcome, from the groups' own sums (Liang and Zeger 1986)."""
    own = given.sums(hinge[:, None] * outcomes)
    fitted = given.sums((hinge**2)[:, None]) * bent
    return np.asarray(((own - fitted) ** 2).sum(axis=0), dtype=np.float64)


def _best_bends(given: Groups, bends: Floats, draws: Floats) -> tuple[Integers, Floats]:
    """Return, for each row of group weights `draws`, which bend fits best, and the lines (level at 0, slope, extra)."""
    x, y, w = given.load, given.failing, given.weights
    hinge = np.maximum(x[:, None] - bends, 0.0)
    common = draws @ given.sums(w[:, None] * np.column_stack([np.ones_like(x), x, x * x, y, x * y]))
    parts = [
        draws @ given.sums(w[:, None] * part) for part in (hinge, x[:, None] * hinge, hinge**2, y[:, None] * hinge)
    ]
    n, sx, sxx, sy, sxy = (common[:, place][:, None] for place in range(5))
    sh, sxh, shh, shy = parts
    spread = np.maximum(n * sxx - sx**2, 1e-12)
    at_level, at_slope = (sxx * sh - sx * sxh) / spread, (n * sxh - sx * sh) / spread
    level, slope = (sxx * sy - sx * sxy) / spread, (n * sxy - sx * sy) / spread
    left = shh - at_level * sh - at_slope * sxh
    extra = ratio(shy - level * sh - slope * sxh, left)
    explained = extra * np.maximum(shy - level * sh - slope * sxh, 0.0)
    best = np.argmax(np.where(extra > 0, explained, -1.0), axis=1)
    row = np.arange(len(draws))
    chosen = extra[row, best]
    lines = np.column_stack(
        [level[:, 0] - chosen * at_level[row, best], slope[:, 0] - chosen * at_slope[row, best], chosen]
    )
    return best, lines
