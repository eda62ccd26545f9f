"""Draws one small chart before the first reader comes, so that everything a drawing needs is loaded and compiled."""

from datetime import date

import polars as pl

from frontdoor.charts.picture import picture
from frontdoor.figure import Figure, Kind
from frontdoor.periods import add_months
from frontdoor.schema.units import Better, Unit

MONTHS = 12


def draw_once() -> int:
    """Draw and serialise a control chart of made-up values; return its size in letters."""
    months = [add_months(date(2000, 1, 1), index) for index in range(MONTHS)]
    frame = pl.DataFrame(
        {
            "period_start": months,
            "value": [0.5 + index % 3 / 100 for index in range(MONTHS)],
            "mean": 0.51,
            "lower_limit": 0.45,
            "upper_limit": 0.57,
            "point_type": "common_cause",
            "label": [f"{month:%B %Y}" for month in months],
        }
    )
    figure = Figure(
        "warming", Kind.CONTROL_CHART, frame, Unit.SHARE, Better.HIGHER, "", "", "", "", frame, provenance=""
    )  # fmt: skip
    return len(picture(figure).drawing)
