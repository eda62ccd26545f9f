"""Charts of a workbook: the drawing slides have, read from cells beside it, told in words, and maps as coloured cells."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import polars as pl
import pytest

from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Kind, TargetStep
from frontdoor.packs.excel.excel import excel
from frontdoor.packs.slides.kinds import CHARTS, GRIDS
from tests.unit.charts.figures import FIGURES, bars, control
from tests.unit.packs.example_pack import example_pack, with_figures
from tests.unit.packs.reading_excel import as_number, head_row, opened, sheets
from tests.unit.packs.reading_formulas import Sheet
from tests.unit.packs.reading_slides import Read
from tests.unit.packs.test_excel import parts

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = [kind for kind in FIGURES if kind in CHARTS]
MAPS = [kind for kind in FIGURES if kind in GRIDS]
TABLE = pl.DataFrame({"Service": ["Waste", "Housing"], "Calls": [12, 9]})


def workbook(*figures) -> bytes:
    page = with_figures(*(replace(each, table=TABLE) for each in figures), facts=(), asides=())
    return excel(example_pack(page))


def charts(content: bytes) -> list[ElementTree.Element]:
    """Return the chart parts in order."""
    found = parts(content, "charts/chart")
    return [ElementTree.fromstring(found[f"xl/charts/chart{number}.xml"]) for number in range(1, len(found) + 1)]


def references(chart: ElementTree.Element) -> list[tuple[str, list[str]]]:
    """Return each range that a chart reads, with what it keeps of it ('' where a cell is empty)."""
    found = []
    for each in (*chart.iter(f"{CHART}numRef"), *chart.iter(f"{CHART}strRef")):
        kept = each.find(f"{CHART}numCache")
        kept = each.find(f"{CHART}strCache") if kept is None else kept
        values = [""] * int(kept.find(f"{CHART}ptCount").get("val"))
        for point in kept.iter(f"{CHART}pt"):
            values[int(point.get("idx"))] = point.find(f"{CHART}v").text or ""
        found.append((each.find(f"{CHART}f").text, values))
    return found


def cells(book, where: str) -> list:
    """Return the cells of a range such as 'A sheet'!$B$2:$B$9."""
    name, _, place = where.rpartition("!")
    found = book[name.strip("'")][place.replace("$", "")]
    return [row[0] for row in found] if isinstance(found, tuple) else [found]


@pytest.fixture(scope="module")
def everything() -> bytes:
    """Return a workbook of every kind of chart."""
    return workbook(*(replace(FIGURES[kind], key=kind, headline=f"What {kind} shows") for kind in DRAWN))


def test_every_chart_keeps_what_stands_in_the_cells_it_reads(everything):
    book = opened(everything)
    found = charts(everything)
    assert len(found) == len(DRAWN)
    for chart in found:
        read = references(chart)
        assert len(read) >= 3
        for where, kept in read:
            held = cells(book, where)
            assert len(held) == len(kept), where
            for cell, value in zip(held, kept, strict=True):
                if cell.data_type == "f":
                    continue
                if isinstance(cell.value, str):
                    assert cell.value == value, where
                else:
                    assert (
                        value == ""
                        if cell.value is None
                        else as_number(cell.value) == pytest.approx(float(value), rel=1e-9, abs=1e-7)
                    )


def test_formulas_below_a_chart_work_out_to_what_it_shows(everything):
    """The results are worked out anew from the cells, so that a number that is changed moves its chart."""
    book, worked = opened(everything), 0
    for chart in charts(everything):
        for where, kept in references(chart):
            page = book[where.rpartition("!")[0].strip("'")]
            for cell, value in zip(cells(book, where), kept, strict=True):
                if cell.data_type == "f":
                    sheet = Sheet(Held(page))
                    result = sheet.worked(cell.value)
                    assert ("" if result in ("", None) else result) == (
                        pytest.approx(float(value), abs=1e-9) if value else ""
                    ), (where, cell.coordinate)
                    worked += 1
    assert worked > 20


class Held:
    """The cells of a sheet by place, as the formula reader wants them."""

    def __init__(self, page):
        self.page = page

    def get(self, place: str) -> Read | None:
        cell = self.page[place]
        if cell.value is None:
            return None
        if cell.data_type == "f":
            return Read("", "", cell.value)
        return Read(cell.value if isinstance(cell.value, str) else as_number(cell.value), "", "")


def test_every_chart_is_told_in_words(everything):
    drawings = parts(everything, "drawings/drawing")
    told = [re.findall(r'<xdr:cNvPr id="\d+" name="([^"]*)" descr="([^"]*)"', xml) for xml in drawings.values()]
    assert sorted(each for [each] in told) == sorted((f"What {kind} shows", FIGURES[kind].sentence) for kind in DRAWN)


def test_a_chart_stands_beside_its_table_with_its_sentence_below(everything):
    pages = opened(everything).worksheets[1:-1]
    assert len(pages) == len(DRAWN)
    for kind, page in zip(DRAWN, pages, strict=True):
        anchor = page._charts[0].anchor._from
        assert (anchor.col, anchor.row) == (3, head_row(page) - 1)
        said = " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None)
        assert FIGURES[kind].sentence in said


@pytest.mark.parametrize("kind", MAPS)
def test_a_map_is_a_sheet_of_coloured_cells_beside_the_sheet_of_its_table(kind):
    content = workbook(replace(FIGURES[kind], headline="The map"))
    names = opened(content).sheetnames
    assert names[1:3] == ["1 The map", "2 Map The map"]
    page = opened(content)[names[2]]
    filled = {cell.fill.fgColor.rgb for row in page.iter_rows() for cell in row if cell.fill.fill_type == "solid"}
    shown = [cell.value for row in page.iter_rows() for cell in row if cell.fill.fill_type == "solid"]
    assert kind is Kind.MATRIX or any(isinstance(value, int | float) for value in shown)
    assert filled
    assert not charts(content)


def test_forty_services_are_bars_of_one_chart_that_is_high_enough():
    figure = bars([(f"Service {number}", 0.01 * number, False) for number in range(40)])
    content = workbook(figure)
    chart = charts(content)[0]
    assert [f"Service {number}" for number in range(40)] in [kept for _, kept in references(chart)]
    anchor = opened(content).worksheets[1]._charts[0].anchor
    assert anchor.to.row - anchor._from.row > 60


@pytest.mark.parametrize("kind", DRAWN)
def test_one_data_point_is_drawn(kind):
    assert len(charts(workbook(replace(FIGURES[kind], frame=FIGURES[kind].frame.head(1))))) == 1


@pytest.mark.parametrize("kind", FIGURES)
def test_no_data_is_said_and_nothing_drawn(kind):
    figure = replace(FIGURES[kind], frame=FIGURES[kind].frame.clear(), headline="Nothing known")
    content = excel(example_pack(with_figures(replace(figure, table=TABLE.clear()), facts=(), asides=())))
    assert "No figures for this choice." in sheets(content)["1 Nothing known"].notes
    listed = [str(cell.value) for row in opened(content)["Contents"].iter_rows() for cell in row]
    assert "Nothing known. No figures for this choice." in listed
    assert not charts(content)


def test_a_target_to_be_set_draws_no_target():
    said = "".join(charts(workbook(control(targets=(TargetStep(date(2025, 4, 1), None, ""),))))[0].itertext())
    assert "Target" not in said


def test_charts_have_the_colours_of_paper(everything):
    assert all(
        LIGHT.measured.lstrip("#") in xml or LIGHT.ramp_more.lstrip("#") in xml
        for xml in parts(everything, "charts/chart").values()
    )
