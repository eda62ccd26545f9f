"""A trend less its season says so: which months are adjusted, and what was counted."""

from dataclasses import replace
from datetime import date

from frontdoor.answers.answer import Point
from frontdoor.answers.change import chart_frame, charted
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.periods import add_months
from frontdoor.schema.units import Better
from tests.unit.ui.figures_of_the_pictures import WITHIN_60

APRIL_EACH_YEAR, USUAL = 0.9, 0.5
START = date(2023, 1, 1)
WOBBLE = (0.01, -0.02, 0.0, 0.02, -0.01, 0.0, 0.015, -0.015, 0.01, 0.0, -0.01)


def months(april: float, count: int = 36) -> tuple[Point, ...]:
    """Return months in which only April stands out, the last of them not finished."""
    starts = [add_months(START, step) for step in range(count)]
    values = [(april if start.month == 4 else USUAL) + WOBBLE[step % len(WOBBLE)] for step, start in enumerate(starts)]
    return tuple(
        Point(start, value, value * 100, 100.0, is_complete=step < count - 1)
        for step, (start, value) in enumerate(zip(starts, values, strict=True))
    )


def test_a_season_taken_out_is_said_month_by_month() -> None:
    trend = months(APRIL_EACH_YEAR)
    frame = chart_frame(trend, charted(trend, Better.HIGHER))
    assert frame["is_adjusted"].to_list() == [True] * 35 + [False]
    april = frame.row(3, named=True)
    assert april["value_as_counted"] > 0.85
    assert april["value"] < 0.65
    last = frame.row(-1, named=True)
    assert last["value"] == last["value_as_counted"]


def test_figures_without_a_season_are_never_called_adjusted() -> None:
    trend = months(USUAL)
    frame = chart_frame(trend, charted(trend, Better.HIGHER))
    assert not frame["is_adjusted"].any()
    assert frame["value"].to_list() == frame["value_as_counted"].to_list()


def test_the_table_beside_an_adjusted_chart_holds_both_values() -> None:
    figure = trend_figure(replace(WITHIN_60, trend=months(APRIL_EACH_YEAR)), (), "")
    assert figure is not None
    label = WITHIN_60.label
    assert figure.table.columns[:3] == ["Month", label, "Adjusted, as drawn"]
    april, last = (figure.table.row(row, named=True) for row in (3, -1))
    assert (april[label], last["Adjusted, as drawn"]) == ("92%", "–")
    assert april["Adjusted, as drawn"] < "65%"
    assert figure.sentence.startswith("As counted, between ")


def test_the_table_beside_a_plain_chart_has_one_value_a_month() -> None:
    figure = trend_figure(replace(WITHIN_60, trend=months(USUAL)), (), "")
    assert figure is not None
    assert "Adjusted, as drawn" not in figure.table.columns
