"""How often each weekday brings more than we cope with."""

import polars as pl

from frontdoor.answers.demand_nouns import about
from frontdoor.answers.peaks_limit_found import Found, weekdays_of
from frontdoor.answers.peaks_limit_words import Subject
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit


def weekdays_box(found: Found, subject: Subject) -> Box | None:
    """Return each weekday's average and how many of its days were above the limit; None without a known weekday."""
    threshold = _threshold(found)
    is_above = pl.col("calls") > (threshold if threshold is not None else float("inf"))
    weekdays = weekdays_of(found.rows, is_above)
    if weekdays.is_empty():
        return None
    lines = tuple(
        Line(f"{row['weekday']}s", _words(row["above"], row["days"], threshold), _fact(row["calls"], subject))
        for row in weekdays.iter_rows(named=True)
    )
    return Box("What each weekday brings", lines)


def _threshold(found: Found) -> float | None:
    """Return the limit we cope up to, else the load above which it fails, where either is known."""
    if found.limit is not None and found.limit.load is not None:
        return found.limit.load
    crossing = found.crossing
    return crossing.load if crossing is not None and 0 < crossing.load < float("inf") else None


def _words(above: int, days: int, threshold: float | None) -> str:
    if threshold is None:
        return ""
    return f"More than {about(threshold)} on {above} of {days}" if above else f"Never more than {about(threshold)}"


def _fact(calls: float, subject: Subject) -> str:
    return f"{format_value(calls, Unit.COUNT)} {subject.noun}"
