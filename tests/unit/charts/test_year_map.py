"""A year of days: each where its week and weekday are, kinds told apart by sign, months named and parted."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import chart_key
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import THEMES
from frontdoor.figure import DayKind, Kind
from tests.unit.charts.demand_figures import DEMAND_FIGURES, year

MAP = DEMAND_FIGURES[Kind.YEAR_MAP]
FIRST = date(2025, 11, 1)  # a Saturday
YEAR = year([(FIRST + timedelta(index), 800.0 + index, DayKind.OPEN) for index in range(365)])


def drawn(shown, is_narrow=False, theme=THEMES[0]):
    return draw(shown, theme, is_narrow).to_plotly_json()


def cells(chart):
    return {
        tuple(place): said
        for trace in chart["data"]
        if trace["type"] == "bar"
        for place, said in zip(trace["customdata"], trace["hovertext"], strict=True)
    }


def signs(chart):
    return [trace for trace in chart["data"] if trace["type"] == "scatter"]


def test_weeks_run_across_from_the_monday_before_the_first_day():
    said = cells(drawn(MAP))
    assert said[4, 0] == "Friday 23 October 2026: 812"
    assert said[1, 1] == "Tuesday 27 October 2026: 1,900 (Council tax bills sent)"
    assert said[4, 9] == "Friday 25 December 2026: bank holiday (Christmas Day)"


def test_days_say_why_they_have_no_figure():
    said = cells(drawn(MAP)).values()
    assert "Saturday 24 October 2026: closed" in said
    assert "Sunday 25 October 2026: the clocks change" in said
    assert "Monday 26 October 2026: no figure" in said


def test_kinds_of_days_have_signs_of_their_own_and_the_key_names_those_that_are_there():
    [trace] = signs(drawn(MAP))
    assert list(trace["marker"]["symbol"]) == ["circle-open", "triangle-up", "diamond"]
    said = [entry.words for entry in chart_key(MAP)]
    assert said == ["Fewer to more", "Closed", "Bank holiday", "Clock change", "Event", "– no figure"]
    assert [entry.words for entry in chart_key(YEAR)] == ["Fewer to more"]


def test_a_sign_is_black_or_white_as_its_cell_needs():
    [trace] = signs(drawn(MAP))
    assert list(trace["marker"]["color"])[1] == "#FFFFFF"  # on the strongest blue
    assert list(trace["marker"]["color"])[2] == THEMES[0].ink  # on hatching


def test_a_closed_day_is_hatched_even_where_somebody_came():
    chart = drawn(year([(date(2026, 11, 6), 800.0, DayKind.OPEN), (date(2026, 11, 7), 3.0, DayKind.CLOSED)]))
    assert [len(trace["x"]) for trace in chart["data"]] == [1, 1]
    assert "pattern" in chart["data"][1]["marker"]
    assert chart["data"][0]["marker"]["cmax"] == 800


def test_an_event_on_a_day_that_was_closed_is_hatched_where_that_is_told():
    event = year([(date(2026, 9, 19), 9.0, DayKind.OPEN), (date(2026, 9, 20), None, DayKind.EVENT, "Trial ends")])
    assert cells(drawn(event))[6, 0] == "Sunday 20 September 2026: Trial ends"
    assert "– no figure" in [entry.words for entry in chart_key(event)]
    told = replace(event, frame=event.frame.with_columns(is_open=pl.Series([True, False])))
    assert cells(drawn(told))[6, 0] == "Sunday 20 September 2026: closed (Trial ends)"
    assert "pattern" in drawn(told)["data"][1]["marker"]
    assert "– no figure" not in [entry.words for entry in chart_key(told)]


def test_a_year_is_fifty_three_weeks_across_and_seven_days_down():
    layout = drawn(YEAR)["layout"]
    assert list(layout["xaxis"]["range"]) == [0, 53]
    assert list(layout["yaxis"]["ticktext"]) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_months_are_named_with_the_year_where_it_is_new():
    names = list(drawn(YEAR)["layout"]["xaxis"]["ticktext"])
    assert names[:4] == ["2025<br>Nov", "Dec", "2026<br>Jan", "Feb"]
    assert len(names) == 12


def test_a_month_of_a_few_days_is_not_named_over_its_neighbour():
    days = year([(date(2026, 10, 30) + timedelta(index), 800.0, DayKind.OPEN) for index in range(40)])
    assert list(drawn(days)["layout"]["xaxis"]["ticktext"]) == ["2026<br>Nov"]


def test_months_are_parted_by_a_line_between_their_days():
    days = year([(date(2026, 11, 30), 1.0, DayKind.OPEN), (date(2026, 12, 1), 1.0, DayKind.OPEN)])
    [line] = drawn(days)["layout"]["shapes"]
    assert line["path"] == "M0,0.5L1,0.5"  # between Monday, row 0, and Tuesday, row 1
    [turned] = drawn(days, is_narrow=True)["layout"]["shapes"]
    assert turned["path"] == "M1,-0.5L1,0.5"


def test_on_a_phone_weeks_run_down_with_a_number_in_every_cell():
    chart = drawn(YEAR, is_narrow=True)
    assert chart["layout"]["xaxis"]["ticktext"][0] == "Mon"
    assert all(chart["data"][0]["text"])
    assert cells(chart)[0, 5] == "Saturday 1 November 2025: 800"
    assert "text" not in drawn(YEAR)["data"][0]


def test_on_a_phone_the_key_says_what_large_numbers_are():
    assert "Numbers are thousands" in [entry.words for entry in chart_key(YEAR, is_narrow=True)]
    assert "Numbers are thousands" not in [entry.words for entry in chart_key(YEAR)]


AWKWARD = {
    "one day": year([(FIRST, 5.0, DayKind.OPEN)]),
    "nothing known": year([(FIRST + timedelta(index), None, DayKind.OPEN) for index in range(30)]),
    "all closed": year([(FIRST + timedelta(index), None, DayKind.CLOSED) for index in range(30)]),
    "all nought": year([(FIRST + timedelta(index), 0.0, DayKind.OPEN) for index in range(30)]),
    "very large": year([(FIRST, 1e12, DayKind.OPEN), (FIRST + timedelta(1), 1.0, DayKind.EVENT)]),
    "no number": year([(FIRST, float("nan"), DayKind.OPEN), (FIRST + timedelta(1), float("inf"), DayKind.OPEN)]),
    "out of order": replace(YEAR, frame=YEAR.frame.reverse()),
    "whole numbers": replace(YEAR, frame=YEAR.frame.with_columns(pl.col("value").cast(pl.Int64))),
    "empty": year([]),
}


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_years_are_drawn(awkward, theme, is_narrow):
    shown = AWKWARD[awkward]
    chart = drawn(shown, is_narrow, theme)
    assert len(cells(chart)) == shown.frame.height
    assert picture(shown, is_narrow).height == round(chart["layout"]["height"]) > 0
    assert chart_key(shown, is_narrow) or shown.frame.is_empty()
