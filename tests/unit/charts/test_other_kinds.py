"""Bars, spreads, lines and calendars: from nought, labelled directly, never colour alone, gaps left empty."""

from datetime import date, timedelta

import plotly.io
import polars as pl
import pytest

from frontdoor.charts.drawing import DRAWN_BY, draw
from frontdoor.charts.template import CONFIG
from frontdoor.charts.theme import LIGHT
from frontdoor.charts.warming import draw_once
from frontdoor.figure import Kind, TargetStep
from frontdoor.schema.units import Unit
from tests.unit.charts.figures import MONTHS, bars, figure

TARGET = (TargetStep(date(2026, 4, 1), 0.70, ""),)
SERVICES = [("Council tax", 0.41, True), ("Benefits", 0.68, False), ("Other", 0.76, False)]


def drawn(shown, is_narrow=False):
    return draw(shown, LIGHT, is_narrow).to_plotly_json()


def words(chart):
    return [note["text"] for note in chart["layout"]["annotations"]]


def test_every_kind_has_its_file():
    assert set(DRAWN_BY) == set(Kind)


def test_bars_start_at_nought_and_the_failing_one_stands_out():
    chart = drawn(bars(SERVICES, targets=TARGET))
    assert chart["layout"]["xaxis"]["range"][0] == 0
    assert list(chart["data"][0]["marker"]["color"]) == [LIGHT.missed, LIGHT.measured, LIGHT.measured]
    assert "<b>Council tax</b>" in words(chart)
    assert "<b>41%</b>" in words(chart)


def test_the_target_on_bars_is_one_solid_line_with_its_words():
    chart = drawn(bars(SERVICES, targets=TARGET))
    assert [line["x0"] for line in chart["layout"]["shapes"]] == [0.70, 0.70]  # a pale edge below the line
    assert "<b>Target 70%</b>" in words(chart)
    assert not drawn(bars(SERVICES))["layout"].get("shapes")


def test_a_number_close_to_the_target_is_written_after_the_line():
    chart = drawn(bars(SERVICES, targets=TARGET))
    place = {note["text"]: note["x"] for note in chart["layout"]["annotations"]}
    assert place["<b>68%</b>"] == 0.70
    assert place["<b>41%</b>"] == 0.41


def test_a_bar_without_a_value_is_a_dash_with_its_reason():
    chart = drawn(bars([*SERVICES, ("New", None, False)]))
    assert chart["data"][0]["x"][-1] is None
    assert "– Fewer than 20 callers" in words(chart)


def test_long_names_move_above_their_bars_on_a_phone():
    long = bars([("Housing options and homelessness", 0.4, False)])
    assert drawn(long)["layout"]["margin"]["l"] > 100
    assert drawn(long, is_narrow=True)["layout"]["margin"]["l"] < 20


def test_names_from_files_are_written_not_obeyed():
    chart = drawn(bars([("<script>alert(1)</script>", 0.4, False)]))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in "".join(words(chart)).replace("<br>", "")
    assert "<script" not in str(chart)


def test_a_spread_has_a_number_over_every_bar_and_its_edges_below():
    frame = pl.DataFrame(
        {"from_seconds": [0, 20, 60], "to_seconds": [20, 60, None], "share": [0.5, 0.3, 0.2], "contacts": [50, 30, 20]}
    )
    chart = drawn(figure(Kind.DISTRIBUTION, frame, Unit.SECONDS, targets=(TargetStep(date(2026, 1, 1), 60, ""),)))
    assert words(chart)[:3] == ["50%", "30%", "20%"]
    assert list(chart["layout"]["xaxis"]["ticktext"]) == ["0s", "20s", "1m"]
    assert chart["layout"]["shapes"][0]["x0"] == 1.5  # between the second bar and the third
    assert chart["data"][0]["hovertext"][2] == "1m or longer: 20%, 20 contacts"


def test_a_few_people_are_never_said_to_be_nobody():
    frame = pl.DataFrame(
        {"from_seconds": [0, 60], "to_seconds": [60, None], "share": [0.997, 0.003], "contacts": [997, 3]}
    )
    assert words(drawn(figure(Kind.DISTRIBUTION, frame))) == ["100%", "&lt;1%"]


def test_lines_are_told_apart_by_dash_and_by_the_name_at_their_end():
    frame = pl.DataFrame(
        {
            "period_start": MONTHS * 3,
            "series": ["Online"] * 12 + ["Phone"] * 12 + ["In person"] * 12,
            "value": [0.4] * 12 + [0.5] * 12 + [0.1] * 12,
        }
    )
    chart = drawn(figure(Kind.LINES, frame))
    dashes = [trace["line"]["dash"] for trace in chart["data"] if trace.get("name")]
    assert len(set(dashes)) == 3
    assert set(words(chart)) == {"Online", "Phone", "In person"}


def test_a_calendar_leaves_days_without_records_empty():
    days = [date(2026, 1, 1) + timedelta(index) for index in range(3)]
    frame = pl.DataFrame({"activity_date": days, "series": ["Phone system"] * 3, "records": [99, 0, None]})
    chart = drawn(figure(Kind.CALENDAR, frame, Unit.COUNT))
    assert list(chart["data"][0]["z"][0]) == [pytest.approx(2.0), None, None]  # log10(99 + 1)
    assert chart["data"][0]["text"][0][1] == "Phone system, 2 January 2026: 0 records"


def test_no_bar_of_tools_can_share_a_chart():
    assert CONFIG["displayModeBar"] is False


def test_the_templates_are_registered_with_ten_colours():
    for name in ("light", "dark"):
        assert len(plotly.io.templates[f"frontdoor_{name}"].layout.colorway) == 10


def test_warming_draws_a_real_chart():
    assert draw_once() >= 4
