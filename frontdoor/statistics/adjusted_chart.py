"""Control charts of figures that follow the time of year or carry over: both are taken out first, and it says so."""

from collections.abc import Iterable, Sequence

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.autocorrelation import carry_over
from frontdoor.statistics.control_chart_result import ControlChart
from frontdoor.statistics.control_chart_settings import (
    OneOrEach,
    Rebases,
    TargetOrEach,
    Values,
    read_matrix,
    read_months,
    read_settings,
)
from frontdoor.statistics.control_charts import ControlCharts, TakenOut, charts_of
from frontdoor.statistics.process_limits import Groups, linked
from frontdoor.statistics.season import MONTHS_IN_A_YEAR, Season, seasons

LARGEST_RHO_TAKEN_OUT = 0.95  # nearer to 1 nothing would be left to chart


def adjusted_control_chart(
    values: Values,
    months: Sequence[int] | None,
    improvement: str = "increase",
    target: float | None = None,
    *,
    rebase_at: Sequence[int] = (),
    fix_after: int | None = None,
    screen_outliers: bool = True,
) -> ControlChart:
    """Return the chart of `values` less the season they show by `months` (1 to 12) and less what carries over.

    What does not show is not taken out, so a quiet series gives its plain chart. `adjustment` says what was taken
    out and keeps the figures as they were; assurance is of the figures, not of what is left of them.
    Method: monthly effects by least squares, then the residuals of a first-order autoregression (Alwan and Roberts
    1988) at rho, in the unit of `values`; docs/decisions/0104.
    """
    return adjusted_control_charts(
        [values],
        months,
        improvement=improvement,
        target=target,
        rebase_at=rebase_at,
        fix_after=fix_after,
        screen_outliers=screen_outliers,
    )[0]


def adjusted_control_charts(
    matrix: Iterable[Values],
    months: Sequence[int] | None,
    *,
    improvement: OneOrEach = "increase",
    target: TargetOrEach = None,
    rebase_at: Rebases = (),
    fix_after: int | None = None,
    screen_outliers: bool = True,
) -> ControlCharts:
    """Return the adjusted charts of many series at once; arguments as `control_charts`, `months` being its columns'."""
    original = read_matrix(matrix)
    settings = read_settings(
        original.shape,
        improvement=improvement,
        target=target,
        rebase_at=rebase_at,
        fix_after=fix_after,
        screen_outliers=screen_outliers,
    )
    known_months = None if months is None else read_months(months, original.shape[1])
    found = seasons(original, known_months, settings.segment)
    effects = np.stack([_effects(one) for one in found]) if found else np.empty((0, MONTHS_IN_A_YEAR))
    values = original if known_months is None else original - effects[:, known_months - 1]
    carried = carry_over(values, settings.segment)
    rho = np.where(carried.is_established, np.minimum(carried.rho, LARGEST_RHO_TAKEN_OUT), 0.0)
    values = _without_carry_over(values, settings.segment, rho)
    has_season = [None if one is None else False for one in found]
    return charts_of(values, settings, has_season, TakenOut(original, effects, rho))


def _effects(found: Season | None) -> Floats:
    """Return the monthly effects to take out: those of a season that shows, else none."""
    return found.effects if found and found.is_shown else np.zeros(MONTHS_IN_A_YEAR)


def _without_carry_over(values: Floats, segment: Integers, rho: Floats) -> Floats:
    """Return the mean plus each point's surprise: its deviation less `rho` times that of the point before.

    A point with none before it (the first, or after a gap or a rebase) keeps sqrt(1 - rho^2) of its deviation, the
    same spread as a surprise (Prais and Winsten 1954). Rows with rho 0 come back as they were.
    """
    mean = Groups(segment).mean(values, ~np.isnan(values))
    deviation = values - mean
    carried = rho[:, None]
    surprise = np.sqrt(1 - carried**2) * deviation
    follows = linked(values, segment)
    continued = deviation[:, 1:] - carried * deviation[:, :-1]
    surprise[:, 1:] = np.where(follows[:, 1:], continued, surprise[:, 1:])
    return np.where(carried > 0, mean + surprise, values)
