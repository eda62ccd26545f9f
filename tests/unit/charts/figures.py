"""Small figures of each kind, with invented values."""

from datetime import date

import polars as pl

from frontdoor.charts.columns import COLUMN_PARTS
from frontdoor.figure import Figure, Kind, Mark, TargetStep
from frontdoor.periods import add_months
from frontdoor.schema.units import Unit
from tests.unit.charts.demand_figures import DEMAND_FIGURES
from tests.unit.charts.pilot_figures import PILOT_FIGURES
from tests.unit.charts.plain_figure import figure

JANUARY = date(2026, 1, 1)
MONTHS = [add_months(JANUARY, index) for index in range(12)]


def control(values=None, kinds=None, limits=(0.6, 0.7, 0.8), **rest) -> Figure:
    """Return twelve months; limits is (lower, mean, upper), None where there are too few points for them."""
    values = values or [0.70, 0.71, 0.69, 0.72, 0.70, 0.68, 0.71, 0.70, 0.69, 0.71, 0.58, 0.57]
    low, mean, high = limits or (None, None, None)
    frame = pl.DataFrame(
        {
            "period_start": MONTHS[: len(values)],
            "value": values,
            "mean": [mean] * len(values),
            "lower_limit": [low] * len(values),
            "upper_limit": [high] * len(values),
            "point_type": kinds or ["common_cause"] * (len(values) - 2) + ["concern"] * 2,
            "label": [f"{month:%B %Y}" for month in MONTHS[: len(values)]],
        },
        schema_overrides=dict.fromkeys(("value", "mean", "lower_limit", "upper_limit"), pl.Float64),
    )
    return figure(Kind.CONTROL_CHART, frame, **rest)


def bars(rows, **rest) -> Figure:
    """Return bars of (label, value, is_highlighted)."""
    frame = pl.DataFrame(
        {
            "label": [label for label, _, _ in rows],
            "value": [value for _, value, _ in rows],
            "note": ["Fewer than 20 callers" if value is None else "" for _, value, _ in rows],
            "is_highlighted": [is_highlighted for _, _, is_highlighted in rows],
        },
        schema_overrides={"value": pl.Float64},
    )
    return figure(Kind.BARS, frame, **rest)


def intervals(rows, **rest) -> Figure:
    """Return scores of (label, value, low, high, is_highlighted)."""
    names = ("label", "value", "low", "high", "is_highlighted")
    frame = pl.DataFrame(rows, schema=names, orient="row").with_columns(note=pl.lit("of 112 answers"))
    return figure(Kind.INTERVALS, frame, Unit.SCORE, **rest)


def columns(rows, **rest) -> Figure:
    """Return stretches of working days of (label, is_beyond, good, poor, open), with 10 days promised."""
    frame = pl.DataFrame(rows, schema=("label", "is_beyond", *COLUMN_PARTS), orient="row")
    promised = (TargetStep(JANUARY, 10.0, "Promised: 10 working days"),)
    return figure(Kind.COLUMNS, frame, Unit.COUNT, targets=promised, **rest)


def waterfall(rows, unit=Unit.COUNT, **rest) -> Figure:
    """Return totals and signed steps of (label, value, is_total)."""
    schema = {"label": pl.String, "value": pl.Float64, "is_total": pl.Boolean}
    return figure(Kind.WATERFALL, pl.DataFrame(rows, schema=schema, orient="row"), unit, **rest)


def matrix(rows, **rest) -> Figure:
    """Return rows by columns of (row, column, word, note)."""
    schema = {"row": pl.String, "column": pl.String, "word": pl.String, "note": pl.String}
    return figure(Kind.MATRIX, pl.DataFrame(rows, schema=schema, orient="row"), Unit.COUNT, **rest)


LOWERED = (TargetStep(date(2025, 4, 1), 0.80, ""), TargetStep(date(2026, 6, 1), 0.70, ""))
EVENT = Mark(date(2026, 10, 6), "Waste rounds change, 6 October 2026")

FIGURES = {
    Kind.CONTROL_CHART: control(marks=(EVENT,), targets=LOWERED),
    Kind.BARS: bars([("Council tax", 0.41, True), ("Benefits", 0.68, False)], targets=LOWERED),
    Kind.DISTRIBUTION: figure(
        Kind.DISTRIBUTION,
        pl.DataFrame({"from_seconds": [0, 60], "to_seconds": [60, None], "share": [0.7, 0.3], "contacts": [70, 30]}),
    ),
    Kind.LINES: figure(
        Kind.LINES,
        pl.DataFrame({"period_start": MONTHS[:2] * 2, "series": ["a", "a", "b", "b"], "value": [0.1, 0.2, 0.3, None]}),
        marks=(Mark(date(2026, 1, 20), "Web chat opened"),),
    ),
    Kind.INTERVALS: intervals([("Planning", -0.12, -0.22, -0.02, True), ("Waste", 0.49, 0.44, 0.54, False)]),
    Kind.COLUMNS: columns([("0 to 5", False, 30, 0, 0), ("6 to 10", False, 60, 0, 2), ("Over 10", True, 4, 9, 3)]),
    Kind.CALENDAR: figure(
        Kind.CALENDAR,
        pl.DataFrame({"activity_date": MONTHS[:3], "series": ["phones"] * 3, "records": [10, None, 0]}),
    ),
    Kind.WATERFALL: waterfall(
        [
            ("October 2024", 16020.0, True),
            ("More contact overall", 1240.0, False),
            ("October 2026", 17260.0, True),
            ("Came back by phone", -2268.0, False),
        ]
    ),
    Kind.MATRIX: matrix(
        [
            ("We answer the phone", "Waste", "On track", "Answer the line"),
            ("We answer the phone", "Housing", None, "Not in this plan"),
            ("We put things right", "Waste", None, "Not in this plan"),
            ("We put things right", "Housing", "Partly on track", "Answer complaints"),
        ]
    ),
    Kind.WARD_MAP: figure(
        Kind.WARD_MAP,
        pl.DataFrame(
            {
                "ward": ["Mill", "Ferry"],
                "value": [0.2, None],
                "note": ["", "hidden"],
                "is_highlighted": [True, False],
                "is_doubtful": [False, False],
                "outline": [[[[0, 0], [9, 0], [9, 9]]], [[[9, 0], [18, 0], [18, 9]]]],
            }
        ),
        table=pl.DataFrame({"Ward": ["Mill", "Ferry"], "Share": [0.2, None]}),
    ),
    **DEMAND_FIGURES,
    **PILOT_FIGURES,
}
"""One of each kind."""
