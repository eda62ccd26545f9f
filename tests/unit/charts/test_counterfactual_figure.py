"""Seen against expected: which is solid, which dashed, where the difference is shaded, and words that never touch."""

from dataclasses import replace

import pytest

from frontdoor.charts.counterfactual import EDGE_ROW
from frontdoor.charts.drawing import draw
from frontdoor.charts.key import KeyMark, chart_key
from frontdoor.charts.keyed_events import keyed_events
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import LIGHT, THEMES
from frontdoor.figure import BEGINS, ENDS, Mark
from frontdoor.schema.units import Unit
from tests.unit.charts.pilot_figures import MONDAY, WEEK, counterfactual, pilot


def drawn(shown, is_narrow=False, theme=LIGHT):
    return draw(shown, theme, is_narrow).to_plotly_json()


def areas(chart):
    return {trace["fillcolor"]: trace for trace in chart["data"] if trace.get("fill") == "toself"}


def lines(chart):
    return chart["data"][-2:]


def words(chart):
    return {note["text"].replace("<b>", "").replace("</b>", ""): note for note in chart["layout"]["annotations"]}


def test_seen_is_solid_with_dots_and_expected_dashed_without():
    seen, expected = lines(drawn(pilot()))
    assert "dash" not in seen["line"]
    assert expected["line"]["dash"] == "8px,5px"
    assert (seen["line"]["color"], expected["line"]["color"]) == (LIGHT.measured, LIGHT.met)
    assert (seen["mode"], expected["mode"]) == ("lines+markers", "lines")


def test_nothing_is_expected_and_no_line_crosses_before_the_start():
    seen, expected = lines(drawn(pilot(before=14)))
    assert [value is None for value in expected["y"]] == [True] * 14 + [False] * 8
    assert seen["y"][14] is None  # the line breaks where the pilot starts


def test_the_difference_is_shaded_below_the_band():
    chart = drawn(pilot())
    difference, band = areas(chart)[LIGHT.usual_range], areas(chart)[LIGHT.expected_80]
    assert {value for value in difference["y"] if value is not None} == {0.22, 0.23, 0.30}
    assert {value for value in band["y"] if value is not None} == {0.26, 0.34}
    assert chart["data"].index(difference) < chart["data"].index(band)


def test_each_week_is_read_once_with_what_was_expected_and_its_range():
    seen, expected = lines(drawn(pilot()))
    assert [said for trace in (seen, expected) for said in trace["text"] if said][13:15] == [
        "Week from 1 September 2025: 30% seen",
        "Week from 8 September 2025: 22% seen, 30% expected without it, between 26% and 34%",
    ]


def test_a_week_without_a_record_is_read_by_the_expected_line():
    rows = [(0.3,), (0.31,), (None, 0.30, 0.26, 0.34), (0.22, 0.30, 0.26, 0.34)]
    _, expected = lines(drawn(counterfactual(rows)))
    assert [said for said in expected["text"] if said] == [
        "Week from 16 June 2025: 30% expected without it, between 26% and 34%"
    ]


def test_the_words_beside_the_plot_are_means_or_what_the_figure_says():
    assert {"Expected<br>without it, 30%", "Seen, 22%"} <= set(words(drawn(pilot(weeks=1))))
    said = words(drawn(pilot(key_words=("Seen, 21%", "Expected without it, 29%"))))
    assert {"Expected<br>without it, 29%", "Seen, 21%"} <= set(said)


def test_a_phone_says_both_lines_in_the_key_and_none_inside_the_plot():
    narrow = pilot()
    assert set(words(drawn(narrow, is_narrow=True))) == {BEGINS, ENDS}
    assert [entry.mark for entry in chart_key(narrow, is_narrow=True)][:2] == [KeyMark.MEASURED, KeyMark.EXPECTED]
    assert chart_key(pilot(weeks=1), is_narrow=True)[0].words == "Seen, 22%"
    assert [entry.words for entry in chart_key(narrow)] == ["Expected range (95%)", "Difference"]


def test_a_range_that_is_not_95_says_so_in_the_key():
    wide = pilot(key_words=("Seen, 22%", "Expected without it, 30%", "Expected range (99.7%)"))
    assert chart_key(wide)[0].words == "Expected range (99.7%)"


def test_the_seen_line_is_broken_at_the_start_also_where_nothing_can_be_expected():
    shown = counterfactual([(0.0,)] * 6 + [(41.0,)] * 4, Unit.COUNT, marks=(Mark(MONDAY + 6 * WEEK, BEGINS),))
    assert list(lines(drawn(shown))[0]["y"]) == [0.0] * 6 + [None] + [41.0] * 4


def test_lines_that_end_close_together_keep_their_words_apart():
    close = [(0.30,)] * 6 + [(0.301, 0.30, 0.28, 0.32)] * 6
    notes = words(drawn(counterfactual(close)))
    tall = drawn(counterfactual(close))["layout"]["height"]
    places = [note["y"] * tall for said, note in notes.items() if said.startswith(("Seen", "Expected"))]
    assert abs(places[0] - places[1]) > 25


def test_start_and_end_are_solid_lines_with_their_words_above():
    chart = drawn(pilot(before=30, weeks=24))
    assert len(chart["layout"]["shapes"]) == 2
    assert all("dash" not in shape["line"] for shape in chart["layout"]["shapes"])
    notes = words(chart)
    assert notes[BEGINS]["y"] == notes[ENDS]["y"] == 1
    assert notes[BEGINS]["yshift"] == notes[ENDS]["yshift"]


def test_the_words_of_a_short_pilot_stand_in_two_rows():
    notes = words(drawn(pilot(before=40, weeks=4)))
    assert notes[ENDS]["yshift"] - notes[BEGINS]["yshift"] == EDGE_ROW
    assert drawn(pilot(before=40, weeks=4))["layout"]["margin"]["t"] >= 2 * EDGE_ROW


def test_a_pilot_that_starts_with_the_records_has_its_word_inside():
    shown = counterfactual([(0.2, 0.3, 0.2, 0.4)] * 10, marks=(Mark(MONDAY + WEEK, BEGINS),))
    assert words(drawn(shown))[BEGINS]["xanchor"] == "left"


def test_other_events_are_dotted_and_start_and_end_never_are():
    event = Mark(MONDAY + 4 * WEEK, "Waste rounds change")
    shown = pilot()
    shown = replace(shown, marks=(*shown.marks, event))
    chart = drawn(shown)
    dotted = next(trace for trace in chart["data"] if trace.get("meta") == "events")
    assert set(dotted["text"]) == {"Waste rounds change"}
    assert len(chart["layout"]["shapes"]) == 2


def test_an_event_without_room_is_a_letter_that_the_list_explains():
    marks = tuple(Mark(MONDAY + (10 + index) * WEEK, f"Event number {index} of many") for index in range(4))
    shown = pilot(marks=(Mark(MONDAY + 14 * WEEK, BEGINS), *marks))
    letters = {f"<b>{keyed.letter}</b>" for keyed in keyed_events(shown) if keyed.is_drawn}
    assert letters
    assert letters <= {note["text"] for note in drawn(shown)["layout"]["annotations"]}
    assert not any(keyed.mark.label == BEGINS for keyed in keyed_events(shown))


def test_lines_start_at_nought_only_where_it_is_near():
    assert drawn(pilot())["layout"]["yaxis"]["range"][0] > 0
    assert drawn(counterfactual([(0.3,)] * 5 + [(0.05, 0.3, 0.2, 0.4)] * 5))["layout"]["yaxis"]["range"][0] == 0


def test_a_band_without_end_does_not_flatten_what_was_seen():
    shown = counterfactual([(400.0,), (410.0,)] * 8 + [(420.0, 405.0, 20.0, 9000.0)] * 4, Unit.COUNT)
    assert drawn(shown)["layout"]["yaxis"]["range"][1] < 500


AWKWARD = {
    "before the start": counterfactual([(0.3,)] * 5),
    "one week": counterfactual([(0.3, 0.3, 0.2, 0.4)]),
    "nothing known": counterfactual([(None,), (None,)]),
    "all nought": counterfactual([(0.0, 0.0, 0.0, 0.0)] * 3),
    "no number": counterfactual([(float("nan"), float("inf"), 0.0, 1.0), (0.3, 0.3, None, 0.4)]),
    "no end": counterfactual([(0.3, 0.3, None, None)] * 3),
    "many": counterfactual([(0.3,)] * 200 + [(0.2, 0.3, 0.25, 0.35)] * 12),
    "seconds": counterfactual([(185.0,), (200.0, 190.0, 150.0, 230.0)], Unit.SECONDS),
}


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_pilots_are_drawn_without_a_nan(awkward, theme, is_narrow):
    shown = AWKWARD[awkward]
    chart = drawn(shown, is_narrow, theme)
    low, high = chart["layout"]["yaxis"]["range"]
    assert low < high
    assert picture(shown, is_narrow).height == round(chart["layout"]["height"]) > 0
    assert "nan" not in str([trace.get("text") for trace in chart["data"]]).lower()


def test_before_the_start_the_key_has_no_band():
    assert not chart_key(AWKWARD["before the start"])
    assert [entry.words for entry in chart_key(AWKWARD["before the start"], is_narrow=True)] == ["Seen"]


def test_an_empty_pilot_is_an_empty_chart():
    assert drawn(counterfactual([]))["layout"]["height"] > 0


def test_many_weeks_keep_dots_only_for_the_pilot():
    sizes = lines(drawn(AWKWARD["many"]))[0]["marker"]["size"]
    assert (sizes[0], sizes[-1]) == (0, 7)
