"""A control chart shows worse as squares, better as diamonds, the target as a step labelled at each level."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import KeyMark, chart_key
from frontdoor.charts.keyed_events import keyed_events
from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.figure import Mark, TargetStep
from tests.unit.charts.figures import EVENT, LOWERED, control


def drawn(figure, theme=LIGHT, is_narrow=False):
    return draw(figure, theme, is_narrow).to_plotly_json()


def points(chart):
    return chart["data"][-1]


def words(chart):
    return [note["text"] for note in chart["layout"]["annotations"]]


def dashed(chart):
    return [trace for trace in chart["data"] if trace.get("line", {}).get("dash") == "7px,4px"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_worse_months_are_squares_in_the_colour_of_worse(theme):
    marker = points(drawn(control(), theme))["marker"]
    assert list(marker["symbol"][-3:]) == ["circle", "square", "square"]
    assert list(marker["color"][-3:]) == [theme.measured, theme.missed, theme.missed]


def test_better_months_are_diamonds():
    marker = points(drawn(control(kinds=["improvement"] * 12)))["marker"]
    assert set(marker["symbol"]) == {"diamond"}


def test_a_month_that_is_not_finished_is_hollow_and_says_so():
    figure = control()
    finished = figure.frame.with_columns(is_complete=pl.Series([True] * 11 + [False]))
    chart = drawn(replace(figure, frame=finished))
    assert points(chart)["marker"]["symbol"][-1] == "circle-open"
    assert points(chart)["text"][-1] == "December 2026: 57%, not finished"
    assert any(text.startswith("<b>58% Nov") for text in words(chart))  # the newest finished month is the one labelled


def test_a_lowered_target_is_one_step_labelled_at_both_levels():
    chart = drawn(control(targets=LOWERED))
    (step,) = dashed(chart)
    assert list(step["y"]) == [0.80, 0.80, 0.70, 0.70]
    assert step["x"][1] == step["x"][2] == date(2026, 6, 1)
    assert "<b>Target 80%</b>" in words(chart)
    assert "<b>Target 70%</b>" in words(chart)


def test_a_target_that_is_to_be_set_leaves_a_gap():
    targets = (*LOWERED[:1], TargetStep(date(2026, 5, 1), None, ""), TargetStep(date(2026, 8, 1), 0.7, ""))
    (step,) = dashed(drawn(control(targets=targets)))
    assert list(step["y"]) == [0.80, 0.80, None, 0.70, 0.70]


def test_without_limits_there_is_no_band_and_no_word_of_one():
    chart = drawn(control(limits=None))
    assert not any(trace.get("fill") for trace in chart["data"])
    assert not any("Usual range" in text for text in words(chart))


def test_a_missing_month_is_a_gap_and_never_nought():
    values = [0.7, 0.7, None, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.6, 0.6]
    trace = points(drawn(control(values=values)))
    assert trace["y"][2] is None
    assert trace["connectgaps"] is False
    assert trace["text"][2] == "March 2026: –"


def test_an_event_is_a_dotted_line_with_its_words():
    chart = drawn(control(marks=(EVENT, Mark(date(2020, 1, 1), "Long ago"))))
    dotted = [trace for trace in chart["data"] if trace.get("line", {}).get("dash") == "2px,3px"]
    assert [day for trace in dotted for day in trace["x"] if day] == [EVENT.on_date] * 2
    assert "Waste rounds<br>change, 6 October<br>2026" in words(chart) or any(
        "Waste rounds" in text for text in words(chart)
    )
    assert not any("Long ago" in text for text in words(chart))


def test_an_event_that_comes_back_is_written_once_and_drawn_each_time():
    marks = tuple(Mark(date(2026, month, 1), "Bills") for month in (3, 6, 9))
    chart = drawn(control(marks=marks))
    assert words(chart).count("Bills") == 1
    dotted = [trace for trace in chart["data"] if trace.get("line", {}).get("dash") == "2px,3px"]
    assert len([day for day in dotted[0]["x"] if day]) == 6  # two ends each


def test_events_close_together_never_write_over_one_another():
    labels = (
        "Waste rounds changed",
        "Bin reminder trial starts",
        "Bin reminder trial ends",
        "Bills sent",
    )
    marks = tuple(Mark(date(2026, 10, 1 + index), label) for index, label in enumerate(labels))
    chart = drawn(control(marks=marks))
    paper = [note for note in chart["layout"]["annotations"] if note["yref"] == "paper" and note["xref"] == "x"]
    written = [note for note in paper if note["xanchor"] != "center"]
    corners = [(note["y"], note["xanchor"]) for note in written]
    assert len(corners) == len(set(corners)) >= 2  # one each at the top and the bottom, on each side of the lines
    dotted = [trace for trace in chart["data"] if trace.get("line", {}).get("dash") == "2px,3px"]
    assert set(labels) <= set(dotted[0]["text"])  # every event keeps its line and its words


def test_of_many_events_all_are_letters_so_that_their_words_hide_nothing():
    marks = tuple(Mark(date(2026, 2 * number, 1), f"Event {number}") for number in range(1, 6))
    figure = control(marks=marks)
    assert [(one.letter, one.mark.label) for one in keyed_events(figure)] == list(
        zip("abcde", [mark.label for mark in marks], strict=True)
    )
    assert not [said for said in words(drawn(figure)) if "Event" in said]


def test_an_event_without_room_gets_a_letter_that_the_list_explains():
    marks = tuple(Mark(date(2026, month, 1), "Council tax bills sent") for month in (3, 6, 9))
    figure = control(marks=marks)
    keyed = keyed_events(figure)
    assert [(one.letter, one.mark.on_date.month) for one in keyed] == [("a", 3), ("b", 6)]
    chart = drawn(figure)
    letters = {note["text"]: note["x"] for note in chart["layout"]["annotations"] if note.get("xanchor") == "center"}
    assert letters == {"<b>a</b>": date(2026, 3, 1), "<b>b</b>": date(2026, 6, 1)}
    assert chart["layout"]["height"] > drawn(control())["layout"]["height"]  # the letters stand above the plot


def test_letters_never_stand_on_one_another_and_every_event_is_said_somewhere():
    marks = tuple(Mark(date(2026, 3, day), f"Event number {day}") for day in range(1, 29))
    for is_narrow in (False, True):
        keyed = keyed_events(control(marks=marks), is_narrow)
        said = {one.mark.label for one in keyed} | set(words(drawn(control(marks=marks), is_narrow=is_narrow)))
        plain = {text.replace("<br>", " ") for text in said}
        assert {mark.label for mark in marks} <= plain
        assert sum(one.is_drawn for one in keyed) < len(keyed)


def test_on_a_phone_the_words_are_inside_the_plot():
    wide, narrow = drawn(control(targets=LOWERED)), drawn(control(targets=LOWERED), is_narrow=True)
    assert wide["layout"]["margin"]["r"] > 100
    assert narrow["layout"]["margin"]["r"] < 20
    assert "<b>70%</b>" in words(narrow)


def test_a_figure_is_lean_and_brings_ten_colours():
    chart = drawn(control())
    assert "template" not in chart["layout"] or not chart["layout"]["template"]
    assert len(chart["layout"]["colorway"]) == 10
    assert len(str(chart)) < 6_000


def test_one_month_alone_can_be_drawn():
    chart = drawn(control(values=[0.7], kinds=["common_cause"], limits=None))
    assert len(points(chart)["x"]) == 1


def test_the_key_names_only_what_is_there():
    assert [entry.mark for entry in chart_key(control(targets=LOWERED))] == [
        KeyMark.MEASURED,
        KeyMark.WORSE,
        KeyMark.TARGET,
        KeyMark.USUAL_RANGE,
    ]
    assert [entry.words for entry in chart_key(control(kinds=["common_cause"] * 12, limits=None))] == ["Each month"]


def adjusted():
    """Return twelve months less their season, the last of them not finished and so as it was counted."""
    frame = control().frame.with_columns(
        value_as_counted=pl.col("value") + 0.1,
        is_adjusted=pl.Series([True] * 11 + [False]),
        is_complete=pl.Series([True] * 11 + [False]),
    )
    frame = frame.with_columns(value_as_counted=pl.when("is_adjusted").then("value_as_counted").otherwise("value"))
    return replace(control(), frame=frame)


def test_an_adjusted_value_says_so_and_what_was_counted():
    text = points(drawn(adjusted()))["text"]
    assert text[0] == "January 2026: 70% adjusted, 80% as counted"
    assert text[-1] == "December 2026: 57% as counted, not finished"


def test_the_label_at_the_end_of_an_adjusted_line_says_so_on_a_wide_screen_and_a_phone():
    assert "<b>58% Nov,<br>adjusted</b>" in words(drawn(adjusted()))
    assert "<b>58% adjusted</b>" in words(drawn(adjusted(), is_narrow=True))
    assert not any("adjusted" in text for text in words(drawn(control())))


def test_the_key_of_an_adjusted_chart_says_which_months_are():
    said = [entry.words for entry in chart_key(adjusted())]
    assert said[:2] == ["Each month, adjusted", "Not finished, as counted"]


def test_the_words_of_an_earlier_target_stand_where_the_values_are_not():
    steps = (TargetStep(date(2026, 1, 1), 0.65, ""), TargetStep(date(2026, 9, 1), 0.70, ""))
    above = {note["text"]: note["yanchor"] for note in drawn(control(targets=steps))["layout"]["annotations"]}
    assert above["<b>Target 65%</b>"] == "top"
    harder = (TargetStep(date(2026, 1, 1), 0.75, ""), steps[1])
    below = {note["text"]: note["yanchor"] for note in drawn(control(targets=harder))["layout"]["annotations"]}
    assert below["<b>Target 75%</b>"] == "bottom"


def test_an_event_that_lasted_has_two_lines_joined_at_the_top():
    (dotted,) = [
        trace
        for trace in drawn(control(marks=(Mark(EVENT.on_date, "System down", EVENT.on_date + timedelta(days=20)),)))[
            "data"
        ]
        if trace.get("meta") == "events"
    ]
    first, last = EVENT.on_date, EVENT.on_date + timedelta(days=20)
    assert [str(day) for day in dotted["x"] if day is not None] == [str(day) for day in (first, first, last, last)]
    low, top, again, end = (height for height in dotted["y"] if height is not None)
    assert (low, top) == (end, again)
    assert low < top
    assert dotted["text"] == ["System down"] * 5
