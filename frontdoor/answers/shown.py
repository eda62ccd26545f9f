"""Sums as they may be shown: added up to the grain shown, small counts taken out, and only then divided."""

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.access.disclosure import control
from frontdoor.filters import Filters
from frontdoor.measures.dividing import divided, summed
from frontdoor.measures.measure import Measure

COUNT_BEHIND = {
    "seconds_to_answer": "calls_with_wait",
    "seconds_handled": "contacts_with_handling_time",
    "cost_pence_low": "costed_contacts",
    "cost_pence": "costed_contacts",
    "cost_pence_high": "costed_contacts",
    "points": "valid_answers",
    "points_squared": "valid_answers",
}
"""Sums over people, and the count each is hidden with."""

LARGEST_OF = {"longest_wait_seconds": "calls_offered", "homes": "stage_1_opened"}
"""The largest of something over people, or a number that is never added up, and the count it is hidden with."""


def shown(
    frame: pl.DataFrame, by: tuple[str, ...], measure: Measure, filters: Filters, audience: Audience
) -> pl.DataFrame:
    """Return one row per `by` with numerator, denominator, value and is_suppressed.

    `frame` holds every value of the attribute filtered by, so that what is hidden does not depend on which was chosen;
    the rows of the others go only after disclosure control. Where none was chosen, each row names its own in a column
    called as the attribute is.
    """
    keys = (*by, "value") if filters.attribute else by
    behind = {name for name in frame.columns if name in COUNT_BEHIND or name in LARGEST_OF}
    counts = _counts(frame, behind)
    added = summed(frame.select(*keys, *counts, *sorted(behind)), keys)
    safe = control(
        added,
        counts,
        audience if measure.is_of_people else Audience.OFFICER,
        is_small_area=filters.attribute is not None,
        sums_of=_held(COUNT_BEHIND, frame),
        largest_of=_held(LARGEST_OF, frame),
    )
    if filters.attribute and filters.value is not None:
        safe = safe.filter(pl.col("value") == filters.value)
    elif filters.attribute:
        safe = safe.with_columns(pl.col("value").alias(filters.attribute))
    return divided(safe, measure)


def _held(behind: dict[str, str], frame: pl.DataFrame) -> dict[str, str]:
    return {name: count for name, count in behind.items() if name in frame.columns and count in frame.columns}


def _counts(frame: pl.DataFrame, sums: set[str]) -> list[str]:
    keys = {"period_start", "service", "channel", "value", "seconds_waited", "elapsed_days"}
    return [name for name in frame.columns if name not in keys | sums]
