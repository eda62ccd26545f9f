"""The numbers inside a chart of a slide are those of the page, to the last digit shown."""

import re
from dataclasses import replace

import polars as pl
import pytest

from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Kind
from frontdoor.measures.formatting import format_signed, format_value
from frontdoor.packs.slides.chart import Room
from frontdoor.packs.slides.kinds import CHARTS, GRIDS
from frontdoor.packs.slides.numbers import GENERAL
from frontdoor.packs.slides.slides import slides
from frontdoor.schema.units import Better, Unit
from tests.unit.charts.figures import FIGURES, LOWERED, control, waterfall
from tests.unit.charts.pilot_figures import MORNING, steps
from tests.unit.packs.example_pack import example_pack, with_figures
from tests.unit.packs.reading_formulas import Sheet
from tests.unit.packs.reading_slides import charts, opened, shown, words_of, workbook_cells

ROOM = Room(880, 330)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
COLUMNS = {
    Kind.CONTROL_CHART: ("label", {"B": "value", "C": "lower_limit", "D": "upper_limit", "E": "mean"}),
    Kind.BARS: ("label", {"B": "value"}),
    Kind.INTERVALS: ("label", {"B": "value", "C": "low", "D": "high"}),
    Kind.COLUMNS: ("label", {"B": "good", "C": "poor", "D": "open"}),
    Kind.FORECAST: ("", {"B": "seen", "C": "expected", "D": "low_95", "E": "high_95", "F": "low_80", "G": "high_80"}),
    Kind.COUNTERFACTUAL: ("", {"B": "seen", "C": "expected", "D": "low", "E": "high"}),
    Kind.DISTRIBUTION: ("", {"B": "share"}),
}
"""Kinds whose columns of the sheet are columns of the frame, and the column of the frame that names the rows."""


def part_of(figure):
    return charts(slides(example_pack(with_figures(figure, facts=(), asides=()))))[0]


def plain(words: str) -> str:
    """Return words without noughts after the point, which a column of one format has and a number alone has not."""
    return re.sub(r"\.0+(?=\D|$)", "", words)


def test_every_kind_of_figure_is_a_chart_or_a_table():
    assert set(CHARTS) | set(GRIDS) == set(Kind)
    assert not set(CHARTS) & set(GRIDS)


@pytest.mark.parametrize("kind", COLUMNS)
def test_edit_data_shows_the_numbers_of_the_page(kind):
    figure = FIGURES[kind]
    names, columns = COLUMNS[kind]
    cells = workbook_cells(part_of(figure))
    for letter, column in columns.items():
        for row, value in enumerate(figure.frame[column], start=2):
            cell = cells.get(f"{letter}{row}")
            if value is None:
                assert cell is None
            else:
                assert plain(shown(cell)) == plain(format_value(value, figure.unit))
    if names:
        assert [cells[f"A{row}"].value for row in range(2, figure.frame.height + 2)] == figure.frame[names].to_list()


def test_stretches_of_waiting_are_named_as_in_the_table():
    figure = FIGURES[Kind.DISTRIBUTION]
    named = replace(figure, frame=figure.frame.with_columns(label=pl.Series(["Up to 1m", "Over 1m"])))
    cells = workbook_cells(part_of(named))
    assert [cells["A2"].value, cells["A3"].value] == ["Up to 1m", "Over 1m"]


def test_lines_are_columns_named_as_their_series():
    figure = FIGURES[Kind.LINES]
    cells = workbook_cells(part_of(figure))
    assert [cells[f"{letter}1"].value for letter in "ABC"] == ["Period", "a", "b"]
    assert [cells[place].value for place in ("A2", "A3", "B2", "B3", "C2")] == [
        "January 2026",
        "February 2026",
        0.1,
        0.2,
        0.3,
    ]
    assert "C3" not in cells


def test_a_load_keeps_each_day_with_its_load_and_value():
    cells = workbook_cells(part_of(FIGURES[Kind.LOAD]))
    assert [(cells[f"A{row}"].value, cells[f"B{row}"].value, cells[f"C{row}"].value) for row in (2, 3, 4)] == [
        ("Day 1", 600, 0.05), ("Day 2", 900, 0.1), ("Day 3", 1200, 0.8),
    ]  # fmt: skip


def test_times_and_money_are_said_as_on_the_page():
    waits = workbook_cells(
        part_of(control([40.0, 280.0, 3700.0], limits=None, kinds=["common_cause"] * 3, unit=Unit.SECONDS))
    )
    assert [shown(waits[f"B{row}"]) for row in (2, 3, 4)] == ["40s", "4m 40s", "1h 1m"]
    costs = workbook_cells(part_of(control([283.0, 26000.0], limits=None, kinds=["common_cause"] * 2, unit=Unit.PENCE)))
    assert [shown(costs[f"B{row}"]) for row in (2, 3)] == ["£2.83", "£260"]
    assert costs["B2"].value == 2.83


def test_steps_of_a_waterfall_are_said_with_their_sign_and_shares_in_points():
    rows = [("Before", 0.4, True), ("Moved", 0.08, False), ("Came back", -0.005, False), ("After", 0.475, True)]
    cells = workbook_cells(part_of(waterfall(rows, unit=Unit.SHARE)))
    assert [shown(cells[f"B{row}"]) for row in range(2, 6)] == ["40%", "+8 points", "−0.5 points", "48%"]


def test_signed_changes_are_said_with_their_sign():
    cells = workbook_cells(part_of(steps(MORNING)))
    assert [shown(cells[f"B{row}"]) for row in range(2, 6)] == [format_signed(row[1], Unit.COUNT) for row in MORNING]


def test_a_waterfall_crosses_nought_without_losing_length():
    rows = [
        ("Now", 100.0, True),
        ("Less", -150.0, False),
        ("Not known", None, False),
        ("More", 80.0, False),
        ("End", 30.0, True),
    ]
    chart = CHARTS[Kind.WATERFALL](waterfall(rows, better=Better.HIGHER), LIGHT, ROOM)
    drawn = [
        column
        for column in chart.sheet.columns
        if column.formula and "nought" in column.heading and "Empty" not in column.heading
    ]
    lengths = [sum(abs(column.numbers[at] or 0.0) for column in drawn) for at in range(5)]
    assert lengths == [100.0, 150.0, 0.0, 80.0, 30.0]


@pytest.mark.parametrize("kind", CHARTS)
def test_what_is_drawn_is_what_the_formulas_of_the_workbook_give(kind):
    cells = workbook_cells(part_of(FIGURES[kind]))
    sheet = Sheet(cells)
    for place, cell in cells.items():
        if cell.formula:
            kept = None if cell.value == "" else cell.value
            worked = sheet.worked(cell.formula)
            assert kept == (None if worked == "" else pytest.approx(worked, abs=1e-9)), (place, cell.formula)


@pytest.mark.parametrize("kind", CHARTS)
def test_numbers_kept_in_a_chart_are_those_of_its_workbook(kind):
    part = part_of(FIGURES[kind])
    cells = workbook_cells(part)
    found = 0
    for held in part._element.iter(f"{CHART}numRef", f"{CHART}strRef"):
        column, first = re.match(r"Sheet1!\$([A-Z]+)\$(\d+)", held.find(f"{CHART}f").text).groups()
        for point in held.iter(f"{CHART}pt"):
            read = cells[f"{column}{int(first) + int(point.get('idx'))}"].value
            said = point.find(f"{CHART}v").text
            assert (said if isinstance(read, str) else float(said)) == read
            found += 1
    assert found > FIGURES[kind].frame.height


def test_a_target_is_a_line_of_its_own_for_each_level():
    part = part_of(FIGURES[Kind.CONTROL_CHART])
    cells = workbook_cells(part)
    heads = {cells[f"{letter}1"].value: letter for letter in "FG"}
    assert list(heads) == ["Target 80%", "Target 70%"]
    assert [f"F{row}" in cells for row in range(2, 14)] == [True] * 5 + [False] * 7
    assert [f"G{row}" in cells for row in range(2, 14)] == [False] * 5 + [True] * 7
    lines = [series for series in part._element.iter(f"{CHART}ser") if "Target" in series.find(f".//{CHART}v").text]
    assert all(series.getparent().tag == f"{CHART}lineChart" for series in lines)
    assert len(lines) == 2


def test_words_of_an_earlier_target_stand_where_the_values_are_not():
    def place_of(values):
        part = part_of(control(values, targets=LOWERED))
        series = next(
            each for each in part._element.iter(f"{CHART}ser") if each.find(f".//{CHART}v").text == "Target 80%"
        )
        return series.find(f".//{CHART}dLblPos").get("val")

    assert place_of([0.7] * 12) == "t"
    assert place_of([0.9] * 12) == "b"


def test_points_that_stand_out_and_events_have_series_of_their_own():
    heads = {
        cell.value
        for place, cell in workbook_cells(part_of(FIGURES[Kind.CONTROL_CHART])).items()
        if re.fullmatch(r"[A-Z]1", place)
    }
    assert {"Worse than usual", "Waste rounds change, 6 October 2026"} <= heads


def many_events(count):
    marks = tuple(replace(FIGURES[Kind.CONTROL_CHART].marks[0], label=f"Event number {at}") for at in range(count))
    figure = replace(FIGURES[Kind.CONTROL_CHART], marks=marks)
    held = slides(example_pack(with_figures(figure, facts=(), asides=())))
    return charts(held)[0], opened(held).slides[1]


def test_several_events_are_letters_and_the_key_says_them():
    part, slide = many_events(4)
    heads = [cell.value for place, cell in workbook_cells(part).items() if re.fullmatch(r"[A-Z]1", place)]
    assert heads[-4:] == ["a", "b", "c", "d"]
    assert "b: 6 October 2026, Event number 1" in words_of(slide)


def test_very_many_events_are_listed_in_the_notes():
    _, slide = many_events(9)
    assert "Events a to i are listed in the notes of this slide." in words_of(slide)
    assert "i: 6 October 2026, Event number 8" in slide.notes_slide.notes_text_frame.text


def test_numbers_without_a_value_have_no_format():
    figure = FIGURES[Kind.INTERVALS]
    none = replace(figure, frame=figure.frame.with_columns(pl.lit(None, pl.Float64).alias("low")))
    chart = CHARTS[Kind.INTERVALS](none, LIGHT, ROOM)
    assert set(chart.sheet.columns[1].formats) == {GENERAL}
