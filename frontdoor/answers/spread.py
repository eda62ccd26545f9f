"""Measures that are not two sums: quantiles of waits, and the survival median of open and finished requests."""

from datetime import date

import polars as pl

from frontdoor.answers.answer import Point
from frontdoor.measures.measure import Kind, Measure
from frontdoor.statistics.quantiles import weighted_quantile
from frontdoor.statistics.survival import median_survival

QUANTILES = {"median_wait": 0.5, "ninetieth_percentile_wait": 0.9}
"""Which quantile each measure is."""


def is_spread(measure: Measure) -> bool:
    """Return whether the measure is made from a distribution, not from two sums."""
    return measure.kind in (Kind.QUANTILE, Kind.SURVIVAL)


def spread_point(frame: pl.DataFrame, measure: Measure, period_start: date, *, is_complete: bool) -> Point:
    """Return the one value of a distribution, with the number of cases behind it as the denominator."""
    if measure.kind is Kind.QUANTILE:
        return _quantile(frame, measure, period_start, is_complete=is_complete)
    return _survival(frame, measure, period_start, is_complete=is_complete)


def _quantile(frame: pl.DataFrame, measure: Measure, period_start: date, *, is_complete: bool) -> Point:
    waits = frame.group_by("seconds_waited").agg(pl.col("answered").sum()).sort("seconds_waited")
    answered = float(waits["answered"].sum())
    value = weighted_quantile(waits["seconds_waited"], waits["answered"], QUANTILES[measure.key])
    return Point(period_start, value, None, answered, is_complete, is_few=measure.is_few(answered))


def _survival(frame: pl.DataFrame, measure: Measure, period_start: date, *, is_complete: bool) -> Point:
    days = frame.group_by("elapsed_days").agg(pl.col("stopped_cases", "open_cases").sum()).sort("elapsed_days")
    cases = float(days["stopped_cases"].sum()) + float(days["open_cases"].sum())
    value = median_survival(days["elapsed_days"], days["stopped_cases"], days["open_cases"]) if cases else None
    return Point(period_start, value, None, cases, is_complete, is_few=measure.is_few(cases))
