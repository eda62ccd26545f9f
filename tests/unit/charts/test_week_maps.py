"""Weeks as maps: a number in every cell, closed ones hatched, opening hours outlined; turned on a phone."""

from dataclasses import replace

import polars as pl
import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import KeyMark, chart_key
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import THEMES
from frontdoor.figure import Kind
from frontdoor.schema.units import Better, Unit
from tests.unit.charts.demand_figures import DEMAND_FIGURES, signed, two_days, week

VALUES = [None, 9.0, 108.0, 104.0, 3.0, None, 99.0, None]
MAP = two_days(VALUES)
CHANGED = replace(
    signed([None, -6.0, 0.0, 3.0, None, None, 2.0, None]),
    frame=signed([None, -6.0, 0.0, 3.0, None, None, 2.0, None]).frame.with_columns(
        is_marked=pl.Series([False, True, False, True, False, False, False, False])
    ),
)
DAYS = ("Monday", "Tuesday", "Wednesday")


def drawn(shown, is_narrow=False, theme=THEMES[0]):
    return draw(shown, theme, is_narrow).to_plotly_json()


def cells(chart):
    """Return what each cell says, by its row and column."""
    return {
        tuple(place): said
        for trace in chart["data"]
        for place, said in zip(trace["customdata"], trace["hovertext"], strict=True)
    }


def open_trace(chart):
    return chart["data"][0]


def hatched(chart):
    return next(trace for trace in chart["data"] if "pattern" in trace["marker"])


def entries(shown, is_narrow=False):
    return [entry.words for entry in chart_key(shown, is_narrow)]


def test_every_cell_says_its_day_its_time_and_its_value():
    said = cells(drawn(MAP))
    assert len(said) == 8
    assert said[0, 0] == "Monday, 8am to 8:30am: closed"
    assert said[0, 2] == "Monday, 9am to 9:30am: 108"
    assert said[1, 0] == "Tuesday, 8am to 8:30am: closed, 3"
    assert said[1, 3] == "Tuesday, 9:30am to 10am: no figure"


def test_every_open_cell_has_its_number_and_one_without_a_figure_a_dash():
    chart = drawn(MAP)
    assert list(open_trace(chart)["text"]) == ["9", "108", "104", "99"]
    assert list(chart["data"][1]["text"]) == ["–"]


def test_closed_cells_are_hatched_in_a_colour_that_can_be_seen():
    closed = hatched(drawn(MAP))
    assert [tuple(place) for place in closed["customdata"]] == [(0, 0), (1, 0), (1, 1)]
    assert closed["marker"]["pattern"]["fgcolor"] not in {closed["marker"]["pattern"]["bgcolor"], ""}


def test_people_who_came_while_we_were_closed_are_numbered_on_plain_ground():
    notes = drawn(MAP)["layout"]["annotations"]
    assert [(note["text"], note["x"], note["y"], note["bgcolor"]) for note in notes] == [("3", 0.5, 1, THEMES[0].page)]


def test_nobody_came_while_we_were_closed_and_no_number_says_so():
    assert not drawn(two_days([0.0, *VALUES[1:4], 0.0, *VALUES[5:]]))["layout"].get("annotations")


def test_opening_hours_are_outlined_as_they_are_on_each_day():
    [line] = drawn(MAP)["layout"]["shapes"]
    assert line["path"] == "M1,-0.5L4,-0.5L4,1.5L2,1.5L2,0.5L1,0.5Z"
    assert line["line"]["width"] == 2.5


def test_times_run_across_with_the_hours_named_and_the_days_down():
    layout = drawn(MAP)["layout"]
    assert dict(zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True)) == {
        0: "8am", 2: "9am", 4: "10am",
    }  # fmt: skip
    assert list(layout["yaxis"]["ticktext"]) == ["Monday", "Tuesday"]


def test_on_a_phone_times_run_down_and_days_across():
    chart = drawn(MAP, is_narrow=True)
    assert list(chart["layout"]["xaxis"]["ticktext"]) == ["Mon", "Tue"]
    assert list(chart["layout"]["yaxis"]["ticktext"]) == ["8am", "", "9am", ""]
    assert cells(chart)[2, 0] == "Monday, 9am to 9:30am: 108"


def test_a_day_and_night_is_turned_on_any_screen_because_its_numbers_need_room():
    rows = [(day, at, float(at), True) for day in DAYS for at in range(48)]
    chart = drawn(week(rows))
    assert list(chart["layout"]["xaxis"]["ticktext"]) == ["Mon", "Tue", "Wed"]
    assert list(chart["layout"]["yaxis"]["ticktext"])[::24] == ["midnight", "midday"]
    assert "Open, all day" in entries(week(rows))


def test_many_half_hours_have_smaller_numbers_never_below_the_floor():
    rows = [("Monday", at, 100.0, True) for at in range(16, 36)]
    assert open_trace(drawn(week(rows)))["textfont"]["size"] == 13
    assert open_trace(drawn(week(rows[:18])))["textfont"]["size"] == 14


def test_a_break_in_the_times_is_named():
    rows = [("Monday", at, 5.0, True) for at in (18, 19, 27, 28)]
    assert list(drawn(week(rows))["layout"]["xaxis"]["ticktext"]) == ["9am", "1:30pm", "2pm"]


def test_other_labels_than_weekdays_keep_their_words():
    chart = drawn(week([("After a bank holiday", 18, 5.0, True)]), is_narrow=True)
    assert "holiday" in chart["layout"]["xaxis"]["ticktext"][0]


def test_the_key_names_the_ramp_the_opening_and_what_is_closed():
    assert entries(MAP) == ["Fewer to more", "Open", "Closed", "– no figure"]  # the two days open at different times
    alike = week([("Monday", at, 5.0, 18 <= at < 34) for at in range(16, 36)], key_words=("Fewer", "More calls"))
    assert entries(alike) == ["Fewer to more calls", "Open, 9am to 5pm", "Closed"]


def test_shares_and_seconds_say_their_unit_in_the_key():
    assert "Numbers are %" in entries(week([("Monday", 18, 0.31, True)], unit=Unit.SHARE))
    assert "Numbers are minutes" in entries(week([("Monday", 18, 900.0, True)], unit=Unit.SECONDS))


def test_differences_are_signed_and_only_marked_ones_are_coloured():
    trace = open_trace(drawn(CHANGED))
    assert list(trace["text"]) == ["−6", "0", "+3", "+2"]
    assert list(trace["marker"]["color"]) == [-6.0, 0.0, 3.0, 0.0]  # +2 is not marked
    assert list(trace["textfont"]["color"])[3] == THEMES[0].ink_second
    assert (trace["marker"]["cmin"], trace["marker"]["cmax"]) == (-6.0, 6.0)


def test_the_key_of_differences_says_which_way_is_worse():
    assert entries(CHANGED)[:3] == ["Worse (−)", "Better (+)", "No colour: no real difference"]
    assert [entry.mark for entry in chart_key(CHANGED)][:2] == [KeyMark.CELL_WORSE, KeyMark.CELL_BETTER]
    lower = replace(CHANGED, better=Better.LOWER)
    assert [entry.mark for entry in chart_key(lower)][:2] == [KeyMark.CELL_BETTER, KeyMark.CELL_WORSE]
    neither = replace(CHANGED, better=Better.NEITHER)
    assert entries(neither)[:2] == ["Less (−)", "More (+)"]


def test_a_figure_may_have_its_own_words_for_its_colours():
    cover = replace(CHANGED, key_words=("Too few (−)", "More than needed (+)", "0 is just enough"))
    assert entries(cover)[:3] == ["Too few (−)", "More than needed (+)", "0 is just enough"]


def test_a_colour_that_is_nowhere_is_not_in_the_key():
    assert "Better (+)" not in entries(signed([None, -6.0, -1.0, -2.0, None, None, -3.0, -1.0]))


AWKWARD = {
    "nothing known": two_days([None] * 8),
    "one cell": week([("Monday", 18, 5.0, True)]),
    "all closed": week([(day, at, None, False) for day in DAYS for at in range(16, 20)]),
    "all nought": two_days([0.0] * 8),
    "very large": two_days([1e12] * 8),
    "below nought": two_days([-5.0] * 8),
    "no numbers": two_days([float("nan"), float("inf")] * 4),
    "empty": week([]),
    "long day": week([("The first Monday after the Easter bank holiday", 18, 5.0, True)]),
    "last half-hour": week([("Monday", 47, 5.0, True)]),
}


@pytest.mark.parametrize("kind", [Kind.WEEK_MAP, Kind.SIGNED_MAP])
@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_weeks_are_drawn(awkward, theme, is_narrow, kind):
    shown = AWKWARD[awkward]
    shown = replace(shown, kind=kind, frame=shown.frame.with_columns(is_marked=pl.lit(value=True)))
    chart = drawn(shown, is_narrow, theme)
    assert chart["layout"]["height"] > 0
    assert len(cells(chart)) == shown.frame.height
    assert chart_key(shown) or shown.frame.is_empty()
    assert picture(shown, is_narrow).height == round(chart["layout"]["height"])


def test_counts_that_are_whole_numbers_are_drawn_as_well():
    whole = replace(MAP, frame=MAP.frame.with_columns(pl.col("value").cast(pl.Int64)))
    assert list(open_trace(drawn(whole))["text"]) == ["9", "108", "104", "99"]


def test_a_week_with_what_is_not_a_number_says_no_figure():
    odd = two_days([None, float("nan"), 108.0, float("inf"), None, None, 99.0, 1.0])
    assert cells(drawn(odd))[0, 1] == "Monday, 8:30am to 9am: no figure"
    assert "– no figure" in entries(odd)


def test_one_of_each_kind_is_small_to_send():
    assert len(picture(DEMAND_FIGURES[Kind.WEEK_MAP]).drawing) < 4000
