"""What is long, many, missing or in another language is still told whole on slides."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from pptx.util import Pt

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Kind, TargetStep
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.slides.own import BOTTOM
from frontdoor.packs.slides.slides import slides
from tests.unit.charts.figures import FIGURES, bars, control
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, with_figures
from tests.unit.packs.reading_slides import charts, slides_of, words_of

NAMES = (
    "Gwasanaethau Cymdeithasol a Gofal Iechyd",
    "Urząd Stanu Cywilnego i Obsługa Mieszkańców",
    "Waste and recycling, including bulky items, assisted collections and garden waste",
    *(f"Service {number}" for number in range(37)),
)


def test_a_table_of_forty_services_goes_on_with_its_heading():
    months = tuple(f"Month {number}" for number in range(12))
    rows = tuple(
        (Cell(name), *(Cell(f"{row}.{column}", 1.0) for column in range(12))) for row, name in enumerate(NAMES)
    )
    found = [
        shape.table for slide in slides_of(replace(PAGE, facts=(), tables=(PackTable("t", "Services", ("Service", *months), rows),)))
        for shape in slide.shapes if shape.has_table
    ]  # fmt: skip
    assert len(found) > 2
    assert all(table.cell(0, 0).text == "Service" for table in found)
    cells = [cell.text for table in found for row in list(table.rows)[1:] for cell in list(row.cells)[1:]]
    assert sorted(cells) == sorted(f"{row}.{column}" for row in range(40) for column in range(12))


def test_small_tables_of_the_same_columns_share_a_slide_under_their_names():
    tables = tuple(
        replace(TABLE, key=f"t{number}", title=f"Promise {number}: kept", rows=TABLE.rows[:1]) for number in range(3)
    )
    found = slides_of(replace(PAGE, facts=(), tables=tables, asides=()))
    assert [slide.shapes.title.text for slide in found] == [PAGE.title]
    table = next(shape.table for shape in found[0].shapes if shape.has_table)
    assert [row.cells[0].text for row in table.rows] == [
        "Measure", *(words for number in range(3) for words in (f"Promise {number}: kept", "Calls answered within 60 seconds")),
    ]  # fmt: skip
    assert table.cell(1, 0).span_width == 4


def test_forty_services_are_bars_in_parts_on_one_axis():
    figure = bars([(name, 0.01 * number, False) for number, name in enumerate(NAMES)])
    found = slides_of(with_figures(figure, facts=(), asides=()))
    parts = [shape.chart for slide in found for shape in slide.shapes if shape.has_chart]
    assert [slide.shapes.title.text for slide in found] == [
        f"Headline ({at} of {len(parts)})" for at in range(1, len(parts) + 1)
    ]
    assert [name for chart in parts for name in chart.plots[0].categories] == list(NAMES)
    assert len({chart.value_axis.maximum_scale for chart in parts}) == 1


@pytest.mark.parametrize("kind", Kind)
def test_no_data_is_said_and_not_drawn(kind):
    figure = replace(FIGURES[kind], frame=FIGURES[kind].frame.clear())
    slide = slides_of(with_figures(figure, facts=(), asides=()))[0]
    assert "No figures for this choice. Nothing is drawn." in words_of(slide)
    assert not any(shape.has_chart or shape.has_table for shape in slide.shapes)


@pytest.mark.parametrize("kind", Kind)
def test_one_data_point_is_drawn(kind):
    figure = replace(FIGURES[kind], frame=FIGURES[kind].frame.head(1))
    found = slides_of(with_figures(figure, facts=(), asides=()))
    assert any(shape.has_chart or shape.has_table for slide in found for shape in slide.shapes)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_known_is_drawn_without_numbers(kind):
    frame = FIGURES[kind].frame
    numbers = [
        name
        for name, held in frame.schema.items()
        if held.is_numeric() and name not in {"half_hour", "from_seconds", "to_seconds"}
    ]
    figure = replace(
        FIGURES[kind], frame=frame.with_columns(pl.lit(None, frame[name].dtype).alias(name) for name in numbers)
    )
    assert slides_of(with_figures(figure, facts=(), asides=()))


def test_a_target_to_be_set_draws_no_target():
    figure = control(targets=(TargetStep(date(2025, 4, 1), None, ""),))
    chart = charts(slides(example_pack(with_figures(figure, facts=(), asides=()))))[0]._element
    assert not [words for words in chart.itertext() if words.startswith("Target")]


def test_welsh_and_polish_names_are_kept():
    words = "\n".join(
        words_of(slide)
        for slide in slides_of(
            replace(
                PAGE,
                tables=(
                    replace(TABLE, rows=((Cell(NAMES[0]), *TABLE.rows[0][1:]), (Cell(NAMES[1]), *TABLE.rows[1][1:]))),
                ),
            )
        )
    )
    assert NAMES[0] in words
    assert NAMES[1] in words


def test_markup_in_a_name_is_only_words():
    name = 'Tax & "rates" <old>'
    found = slides_of(
        with_figures(bars([(name, 0.4, False), ("Waste", 0.5, False)], headline=name), facts=(), asides=(), title=name)
    )
    assert found[0].shapes.title.text == name
    chart = next(shape.chart for shape in found[0].shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == [name, "Waste"]


def test_no_part_of_a_table_has_one_row_alone():
    rows = tuple((Cell(name), Cell("1", 1.0)) for name in NAMES[3:])
    page = replace(PAGE, facts=(), asides=(), tables=(PackTable("t", "Services", ("Service", "Calls"), rows),))
    parts = [len(shape.table.rows) - 1 for slide in slides_of(page) for shape in slide.shapes if shape.has_table]
    assert sum(parts) == len(rows)
    assert max(parts) - min(parts) <= 3


def test_facts_that_have_no_room_below_a_long_lead_go_on():
    note = "commentary is required when a target is missed"
    facts = tuple(Fact(f"Missed, and nobody said why, {number}", f"{number}", note) for number in range(5))
    page = replace(PAGE, facts=facts, lead="It is long. " * 30, tables=(), asides=())
    found = slides_of(page)
    assert [sum(shape.name.startswith("Fact") for shape in slide.shapes) for slide in found] == [3, 2]
    assert all(shape.top + shape.height <= Pt(BOTTOM) for slide in found for shape in slide.shapes if shape.name.startswith("Fact"))  # fmt: skip
