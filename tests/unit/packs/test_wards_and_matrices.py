"""Maps of wards, matrices and steps of targets in files: to scale, coloured as on the screen, and open to edit."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from frontdoor.charts.drawing import drawing
from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Kind
from frontdoor.packs.slides.chart import Room
from frontdoor.packs.slides.kinds import CHARTS
from frontdoor.packs.slides.matrix import MOST_COLUMNS
from frontdoor.packs.svg.svg import svg_of
from tests.unit.charts.figures import FIGURES, figure, matrix
from tests.unit.packs.drawn_words import SVG, root_of, size_of, words_in
from tests.unit.packs.example_pack import with_figures
from tests.unit.packs.reading_slides import slides_of, words_of, workbook_cells

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SQUARE = [[[0, 0], [400, 0], [400, 400], [0, 400], [0, 0]]]
HIGH = [[[400, 0], [500, 0], [500, 1000], [400, 1000], [400, 0]]]
SCHEMA = {
    "ward": pl.String, "value": pl.Float64, "note": pl.String, "is_highlighted": pl.Boolean, "is_doubtful": pl.Boolean,
    "outline": pl.List(pl.List(pl.List(pl.Int64))),
}  # fmt: skip
WARDS = [
    ("Tŷ Gŵyr", 0.2, "", False, False, SQUARE),
    ("Mill & Łąka", 0.6, "", True, True, HIGH),
    ("No figure", None, "Fewer than 5", False, False, [[[0, 500], [9, 500], [9, 509]]]),
]


def wards():
    return figure(Kind.WARD_MAP, pl.DataFrame(WARDS, SCHEMA, orient="row"))


def found(shown):
    return slides_of(with_figures(shown, facts=(), asides=()))


def outlines(picture):
    """Return width, height and fill of each outline that is filled."""
    for part in root_of(picture).iter(f"{SVG}path"):
        points = [
            tuple(map(float, point.split())) for point in part.get("d").strip("MZ").split("L") if "M" not in point
        ]
        if part.get("fill") != "none" and len(points) > 2:
            across, down = zip(*points, strict=True)
            yield max(across) - min(across), max(down) - min(down), part.get("fill")


@pytest.mark.parametrize("width", [390, 700])
def test_a_map_is_neither_stretched_nor_squeezed(width):
    sizes = [(wide, high) for wide, high, _ in outlines(svg_of(wards(), width))]
    assert sizes[0][0] == pytest.approx(sizes[0][1], abs=0.02)  # 400 steps each way
    assert any(high == pytest.approx(10 * wide, rel=0.01) for wide, high in sizes)  # 100 steps by 1,000
    assert max(high for _, high in sizes) <= size_of(svg_of(wards(), width))[1]


def test_a_doubtful_ward_is_hatched_and_every_number_is_said():
    picture = svg_of(wards(), 700)
    patterns = {part.get("id") for part in root_of(picture).iter(f"{SVG}pattern")}
    assert {fill.removeprefix("url(#").removesuffix(")") for *_, fill in outlines(picture) if "url" in fill} == patterns
    assert {"20", "60", "–", "Numbers are %"} <= {box.said for box in words_in(picture)}


def test_a_matrix_of_many_columns_is_a_list_that_can_be_read():
    many = matrix([("We answer", f"Service number {at}", "Partly on track", "") for at in range(12)])
    said = [box.said for box in words_in(svg_of(many, 700))]
    assert said.count("Partly on track") == 12
    few = [box.said for box in words_in(svg_of(FIGURES[Kind.MATRIX], 700))]
    assert "Housing" in few


def test_words_of_many_cells_are_broken_so_that_none_is_cut():
    rows = [("We answer", f"Plan {at}", "Partly on track", "") for at in range(7)]
    boxes = [box for box in words_in(svg_of(matrix(rows), 700)) if box.said == "on track"]
    assert len(boxes) == 7
    assert all(box.right - box.left < (700 - 200) / 7 for box in boxes)


def test_a_map_on_a_slide_is_shapes_read_by_its_sentence_and_a_chart_to_edit():
    first, second = found(wards())
    group = next(shape for shape in first.shapes if shape.name == "Map")
    assert group._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == ["Sentence."]
    assert [shape.name.partition(":")[0] for shape in group.shapes] == ["Tŷ Gŵyr", "No figure", "Mill & Łąka"]
    assert [shape.text_frame.text for shape in group.shapes] == ["20", "–", "60"]
    chart = next(shape.chart for shape in second.shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == ["Mill & Łąka (chosen)", "Tŷ Gŵyr", "No figure – Fewer than 5"]


def test_wards_on_a_slide_have_the_colours_and_the_shape_of_the_screen():
    group = next(shape for shape in found(wards())[0].shapes if shape.name == "Map")
    colours = [trace["fillcolor"].lstrip("#") for trace in drawing(wards(), LIGHT)["data"][:-1]]
    assert [shape._element.spPr.xpath(".//a:srgbClr/@val")[0] for shape in group.shapes][:2] == colours[:2]
    assert len(list(group._element.iter(f"{DRAWING}pattFill"))) == 1
    square = group.shapes[0]
    assert square.width == pytest.approx(square.height, rel=0.01)
    numbers = [shape.shape_id for shape in group.shapes]
    assert len({*numbers, group.shape_id}) == len(numbers) + 1


def test_a_matrix_on_a_slide_keeps_its_headings_on_every_part():
    promises, plans = (f"Promise number {row}, kept for everybody who asks us" for row in range(20)), range(9)
    rows = [(promise, f"Plan {at}", "On track", "") for promise in promises for at in plans]
    tables = [shape.table for slide in found(matrix(rows)) for shape in slide.shapes if shape.has_table]
    assert len(tables) > 3
    assert all(len(table.columns) <= MOST_COLUMNS + 1 for table in tables)
    cells = [cell for table in tables for row in list(table.rows)[1:] for cell in list(row.cells)[1:]]
    assert [cell.text for cell in cells] == ["On track"] * 180
    assert {cell._tc.xpath(".//a:tcPr/a:solidFill/a:srgbClr/@val")[0] for cell in cells} == {LIGHT.met.lstrip("#")}
    assert all(table.cell(0, at).text.startswith("Plan") for table in tables for at in range(1, len(table.columns)))


def test_a_row_in_nobodys_plan_says_so_on_a_slide():
    assert "We put things right: in nobody’s plan" in words_of(
        found(matrix([("We put things right", "Waste", None, "Not in this plan")]))[0]
    )


def test_a_target_is_as_high_between_the_days_it_changes_as_on_them():
    """40% from January, 50% from March on; measured each month, so February has the 40% too."""
    days = [date(2026, month, 1) for month in (1, 2, 3, 4)]
    rows = [*((day, "Measured", 0.3) for day in days)]
    rows += [(days[0], "Target", 0.4), (days[2], "Target", 0.4), (days[2], "Target", 0.5), (days[3], "Target", 0.5)]
    frame = pl.DataFrame(rows, {"period_start": pl.Date, "series": pl.String, "value": pl.Float64}, orient="row")
    stepped = replace(FIGURES[Kind.LINES], frame=frame, marks=())
    chart = CHARTS[Kind.LINES](stepped, LIGHT, Room(880, 330))
    assert chart.sheet.columns[1].numbers == (0.4, 0.4, 0.5, 0.5)
    unset = replace(
        stepped, frame=frame.with_columns(value=pl.when(pl.col("value") == 0.4).then(None).otherwise("value"))
    )
    assert CHARTS[Kind.LINES](unset, LIGHT, Room(880, 330)).sheet.columns[1].numbers == (None, None, 0.5, 0.5)
    slide = next(shape.chart.part for shape in found(stepped)[0].shapes if shape.has_chart)
    assert [workbook_cells(slide)[f"C{row}"].value for row in (2, 3, 4, 5)] == [0.4, 0.4, 0.5, 0.5]
