"""Is this change more than noise? XmR control charts as NHS Making Data Count draws them, one series or many."""

from collections.abc import Iterable, Sequence

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
from frontdoor.statistics.control_charts import ControlCharts, charts_of
from frontdoor.statistics.season import seasons


def control_chart(  # noqa: PLR0917 - the order of the arguments is what other people's scripts rely on
    values: Values,
    improvement: str = "increase",
    target: float | None = None,
    rebase_at: Sequence[int] = (),
    fix_after: int | None = None,
    screen_outliers: bool = True,
    *,
    months: Sequence[int] | None = None,
) -> ControlChart:
    """Return the XmR chart of `values`, in time order, None or NaN where there is no figure.

    `improvement` is "increase", "decrease" or "neutral"; `rebase_at` holds the places (from 0) where a new segment
    begins; `fix_after` (12 or more) sets each segment's limits by its first points with a figure. With `months`
    (1 to 12, one per value) a season is looked for too. Raises ValueError for arguments that cannot be meant.
    Source: NHS Making Data Count as in NHSRplotthedots 0.2.2; docs/decisions/0101.
    """
    return control_charts(
        [values],
        improvement=improvement,
        target=target,
        rebase_at=rebase_at,
        fix_after=fix_after,
        screen_outliers=screen_outliers,
        months=months,
    )[0]


def control_charts(
    matrix: Iterable[Values],
    *,
    improvement: OneOrEach = "increase",
    target: TargetOrEach = None,
    rebase_at: Rebases = (),
    fix_after: int | None = None,
    screen_outliers: bool = True,
    months: Sequence[int] | None = None,
) -> ControlCharts:
    """Return the charts of many series at once, each exactly what `control_chart` gives for its row.

    `matrix` has a row per series and a column per period; `improvement`, `target` and `rebase_at` hold for every
    series or come as a list with an entry for each; `months` are those of the columns.
    """
    values = read_matrix(matrix)
    settings = read_settings(
        values.shape,
        improvement=improvement,
        target=target,
        rebase_at=rebase_at,
        fix_after=fix_after,
        screen_outliers=screen_outliers,
    )
    known_months = None if months is None else read_months(months, values.shape[1])
    found = seasons(values, known_months, settings.segment)
    return charts_of(values, settings, [None if one is None else one.is_shown for one in found])
