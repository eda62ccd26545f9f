"""Says of a measure cut by ward or another attribute that it is not recorded so, where 'no figures' would be untrue."""

import polars as pl

from frontdoor.answers.recorded_families import OF_COLUMN, WAITS
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.measure import Measure
from frontdoor.warehouse.planner import not_recorded


def refuse_unrecorded(frame: pl.DataFrame, measure: Measure, filters: Filters) -> None:
    """Raise CannotTellError where a count of the measure is in no row of any value of the attribute filtered by.

    `frame` holds the sums of every value. Waits are never kept by ward: whoever gives up leaves none, so it would flatter.
    """
    if filters.attribute is None or frame.is_empty():
        return
    wanted = dict.fromkeys(term.column for term in measure.terms)
    missing = [name for name in wanted if name in frame.columns and frame[name].null_count() == frame.height]
    if missing:
        is_of_waits = any(OF_COLUMN.get(name) == WAITS for name in missing)
        raise CannotTellError(not_recorded("waits_within" if is_of_waits else measure.key, filters.attribute))
