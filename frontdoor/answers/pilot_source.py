"""Where the figures of a pilot's outcome come from, as provenance and in one line under a picture."""

from datetime import timedelta

from frontdoor.answers.answer import Provenance
from frontdoor.answers.context import Context, bare
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.provenance import provenance_of
from frontdoor.filters import Filters
from frontdoor.periods import Period

LAST_OF_A_WEEK = timedelta(days=6)


def provenance_of_series(series: OutcomeSeries, context: Context) -> Provenance:
    """Return the data version, sources, loads and questions behind an outcome's weeks."""
    last = min(series.starts[-1] + LAST_OF_A_WEEK, context.as_at)
    where = series.outcome.where
    filters = Filters(
        context.council.key, Period(series.starts[0], last), services=where.services, channels=where.channels
    )
    return provenance_of(bare(series.measure), series.asked, filters, context)


def series_source(series: OutcomeSeries, context: Context) -> str:
    """Return the line under a picture of an outcome's weeks; '' where it has none."""
    if not series.starts:
        return ""
    return source_line(f"{series.measure.label}, by week.", provenance_of_series(series, context))
