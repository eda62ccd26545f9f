"""Forecasts: seen solid, expected dashed, two bands, gaps left open, each period read once with its ranges."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import polars as pl
import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import chart_key
from frontdoor.charts.keyed_events import keyed_events
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import LIGHT, THEMES
from frontdoor.figure import Kind, Mark
from tests.unit.charts.demand_figures import DEMAND_FIGURES, MONDAY, forecast

AHEAD = (None, 760.0, 700.0, 820.0, 670.0, 850.0)
CHART = DEMAND_FIGURES[Kind.FORECAST]
WEEK = timedelta(days=7)


def drawn(shown, is_narrow=False, theme=LIGHT):
    return draw(shown, theme, is_narrow).to_plotly_json()


def bands(chart):
    return [trace for trace in chart["data"] if trace.get("fill") == "toself"]


def seen_and_expected(chart):
    return chart["data"][-2:]


def test_seen_is_solid_and_expected_dashed_and_their_dots_differ():
    seen, expected = seen_and_expected(drawn(CHART))
    assert "dash" not in seen["line"]
    assert expected["line"]["dash"] == "7px,4px"
    assert seen["marker"]["symbol"] != expected["marker"]["symbol"]
    assert (seen["line"]["color"], expected["line"]["color"]) == (LIGHT.measured, LIGHT.met)


def test_each_period_is_read_once_in_order_with_its_ranges():
    seen, expected = seen_and_expected(drawn(CHART))
    assert [words for trace in (seen, expected) for words in trace["text"] if words] == [
        "Monday 2 November 2026: 812 seen",
        "Tuesday 3 November 2026: 790 seen, 780 expected",
        "Wednesday 4 November 2026: 760 expected, 80% between 700 and 820, 95% between 670 and 850",
    ]


def test_weeks_and_half_hours_are_named_as_such():
    weekly = seen_and_expected(drawn(forecast([(4000.0,), (4100.0,)], step=WEEK)))[0]
    assert weekly["text"][0] == "Week from 2 November 2026: 4,000 seen"
    moments = [datetime(2026, 11, 2, 9), datetime(2026, 11, 2, 9, 30), datetime(2026, 11, 2, 10)]
    half_hours = replace(CHART, frame=CHART.frame.with_columns(period_start=pl.Series(moments)))
    assert seen_and_expected(drawn(half_hours))[0]["text"][1].startswith("Monday 2 November 2026, 9:30am: 790 seen")


def test_the_bands_hold_each_other_and_leave_a_gap_where_there_is_none():
    chart = drawn(forecast([AHEAD, AHEAD, (None, None), AHEAD]))
    wide, narrow = bands(chart)
    assert (max(value for value in wide["y"] if value), max(value for value in narrow["y"] if value)) == (850, 820)
    assert list(narrow["y"]) == [820, 820, 700, 700, 820, None, 820, 700, 820, None]
    assert [trace["fillcolor"] for trace in (wide, narrow)] == [LIGHT.expected_95, LIGHT.expected_80]


def test_what_was_seen_needs_no_bands():
    chart = drawn(forecast([(812.0,), (790.0,)]))
    assert not bands(chart)
    assert [entry.words for entry in chart_key(forecast([(812.0,)]))] == ["Seen"]


def test_the_key_names_the_lines_and_the_bands():
    assert [entry.words for entry in chart_key(CHART)] == ["Seen", "Expected", "80% range", "95% range"]


def test_counts_start_at_nought():
    assert drawn(CHART)["layout"]["yaxis"]["range"][0] == 0


def test_days_are_told_by_their_mondays_and_a_long_time_by_its_months():
    ticks = drawn(forecast([(800.0,)] * 28))["layout"]["xaxis"]["ticktext"]
    assert list(ticks) == ["2 Nov", "9 Nov", "16 Nov", "23 Nov"]
    months = drawn(forecast([(800.0,)] * 300))["layout"]["xaxis"]["ticktext"]
    assert months[0] == "Dec 2026"


def test_bank_holidays_and_events_are_dotted_lines_with_words():
    chart = drawn(forecast([(812.0,)] * 20, marks=(Mark(MONDAY + timedelta(9), "Waste rounds change"),)))
    marks = next(trace for trace in chart["data"] if trace.get("meta") == "events")
    assert marks["line"]["dash"] == "2px,3px"
    assert [note["text"] for note in chart["layout"]["annotations"]] == ["Waste rounds change"]


def test_an_event_without_room_is_a_letter_that_the_list_explains():
    marks = tuple(Mark(MONDAY + timedelta(10 + index), f"Event number {index} of many") for index in range(4))
    crowded = forecast([(812.0,)] * 20, marks=marks)
    letters = [keyed.letter for keyed in keyed_events(crowded, is_narrow=True)]
    assert letters
    drawn_words = [note["text"] for note in drawn(crowded, is_narrow=True)["layout"]["annotations"]]
    assert {f"<b>{keyed.letter}</b>" for keyed in keyed_events(crowded, is_narrow=True) if keyed.is_drawn} <= set(
        drawn_words
    )


def test_an_event_beyond_the_periods_is_not_drawn():
    chart = drawn(forecast([(812.0,)] * 3, marks=(Mark(date(2020, 1, 1), "Long ago"),)))
    assert not chart["layout"].get("annotations")


AWKWARD = {
    "one period seen": forecast([(812.0,)]),
    "one period expected": forecast([AHEAD]),
    "nothing known": forecast([(None,), (None,)]),
    "all nought": forecast([(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)] * 3),
    "very large": forecast([(1e12,), (None, 1e12, 9e11, 2e12, 8e11, 3e12)]),
    "no number": forecast([(float("nan"),), (float("inf"),), AHEAD]),
    "half a range": forecast([(None, 760.0, 700.0, None, None, 850.0)]),
    "many": forecast([(800.0,)] * 400),
}


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_forecasts_are_drawn(awkward, theme, is_narrow):
    shown = AWKWARD[awkward]
    chart = drawn(shown, is_narrow, theme)
    low, high = chart["layout"]["yaxis"]["range"]
    assert low < high
    assert len(chart["layout"]["xaxis"]["tickvals"]) >= 1
    assert picture(shown, is_narrow).height == round(chart["layout"]["height"]) > 0


def test_an_empty_forecast_is_an_empty_chart():
    assert drawn(forecast([]))["layout"]["height"] > 0
