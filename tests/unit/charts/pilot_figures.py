"""Small figures of the kinds that show what a pilot changed, with invented values."""

from datetime import date, timedelta

import polars as pl

from frontdoor.figure import BEGINS, ENDS, Figure, Kind, Mark
from frontdoor.schema.units import Better, Unit
from tests.unit.charts.plain_figure import figure

MONDAY = date(2025, 6, 2)
WEEK = timedelta(days=7)
BANDS = ("seen", "expected", "low", "high")


def counterfactual(rows, unit=Unit.SHARE, **rest) -> Figure:
    """Return weeks of (seen, expected, low, high) from Monday 2 June 2025 on, shorter rows filled with nulls."""
    filled = [(MONDAY + index * WEEK, *row, *(None,) * (4 - len(row))) for index, row in enumerate(rows)]
    schema = {"period_start": pl.Date} | dict.fromkeys(BANDS, pl.Float64)
    frame = pl.DataFrame(filled, schema=schema, orient="row")
    return figure(Kind.COUNTERFACTUAL, frame, unit, **({"better": Better.LOWER} | rest))


def pilot(before=14, weeks=8, **rest) -> Figure:
    """Return a pilot that lowered a share from about 30% to about 22%."""
    earlier = [(0.30 + 0.02 * (index % 3 - 1),) for index in range(before)]
    during = [(0.22 + 0.01 * (index % 2), 0.30, 0.26, 0.34) for index in range(weeks)]
    marks = (Mark(MONDAY + before * WEEK, BEGINS), Mark(MONDAY + (before + weeks) * WEEK - timedelta(days=1), ENDS))
    return counterfactual([*earlier, *during], **({"marks": marks} | rest))


def steps(rows, unit=Unit.COUNT, **rest) -> Figure:
    """Return changes of (label, value, low, high, is_added)."""
    schema = {"label": pl.String} | dict.fromkeys(("value", "low", "high"), pl.Float64) | {"is_added": pl.Boolean}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return figure(Kind.STEPS, frame, unit, **({"better": Better.NEITHER} | rest))


MORNING = [
    ("8am", 19.0, 16.0, 22.0, True),
    ("8:30am", 22.0, 19.0, 25.0, True),
    ("9am", -8.0, -11.0, -5.0, False),
    ("9:30am", -1.0, -4.0, 2.0, False),
]

PILOT_FIGURES = {Kind.COUNTERFACTUAL: pilot(), Kind.STEPS: steps(MORNING)}
"""One of each kind."""
