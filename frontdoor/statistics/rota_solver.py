"""Whole numbers that cost least within limits, found by HiGHS in a limited time."""

from typing import Any, NamedTuple

import numpy as np

from frontdoor.errors import CannotTellError
from frontdoor.statistics.arrays import Booleans, Floats

GOOD_ENOUGH = 0.01  # of the cost: the search ends when nothing can be better by more than this


class Solution(NamedTuple):
    """The unknowns found, and the least that any others could cost."""

    values: Floats
    least_cost: float


def cheapest(
    cost: Floats,
    rows: Any,
    ends: tuple[Floats, Floats],
    *,
    whole: Booleans,
    least: Floats | float = 0.0,
    seconds: float,
) -> Solution | None:
    """Return unknowns of `least` or more, `whole` where so marked, that keep rows @ unknowns between the two `ends`.

    None where nothing was found in `seconds`. Source: HiGHS (Huangfu and Hall 2018), through scipy.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    found = milp(
        cost,
        integrality=whole,
        constraints=LinearConstraint(rows, *ends),
        bounds=Bounds(lb=least),
        options={"time_limit": seconds, "mip_rel_gap": GOOD_ENOUGH},
    )
    if found.x is None:
        return None
    values = np.where(whole, np.round(found.x), found.x)
    return Solution(values, float(found.mip_dual_bound))


def found_or_refused(solution: Solution | None, seconds: float) -> Solution:
    """Return the solution; raise CannotTellError where there is none."""
    if solution is None:
        raise CannotTellError(f"No rota was found in {seconds:g} seconds. Allow fewer kinds of shift, or more time.")
    return solution
