"""A chart of a workbook as the same drawing that slides have, its numbers in cells of the sheet it stands on."""

import re
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from xlsxwriter.chart import Chart as WorkbookChart
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name, xl_rowcol_to_cell

from frontdoor.charts.theme import LIGHT
from frontdoor.packs.slides.chart import Chart
from frontdoor.packs.slides.chart_xml import chart_xml
from frontdoor.packs.slides.sheet import Sheet

PLACE = re.compile(r"([A-Z]{1,2})(?=\{(?:row|above)\})")
PIXELS = 4 / 3  # in a point


@dataclass(frozen=True, slots=True)
class PlacedSheet(Sheet):
    """The numbers of a chart from a row and column of a named sheet on, both counted from nought."""

    name: str = ""
    row: int = 0
    column: int = 0

    def rows(self, column: int) -> str:
        """Return where the numbers of a column stand; -1 is the categories."""
        across = self.column + 1 + column
        first, last = (
            xl_rowcol_to_cell(row, across, True, True) for row in (self.row + 1, self.row + len(self.categories))
        )
        return f"{self._sheet}!{first}:{last}"

    def heading_place(self, column: int) -> str:
        """Return where the heading of a column stands."""
        return f"{self._sheet}!{xl_rowcol_to_cell(self.row, self.column + 1 + column, True, True)}"

    @property
    def _sheet(self) -> str:
        return escape(f"'{self.name}'")

    def formula(self, formula: str, at: int) -> str:
        """Return a formula of a column, written for a sheet that begins at A1, for its `at`-th number here."""
        moved = PLACE.sub(lambda found: xl_col_to_name(_number(found[1]) + self.column), formula)
        row = self.row + 2 + at
        return moved.format(row=row, above=row - 1)


def _number(letters: str) -> int:
    return int(xl_cell_to_rowcol(f"{letters}1")[1])


class DrawnChart(WorkbookChart):  # type: ignore[misc]
    """A chart whose whole part is drawn already; the workbook only gives it a place."""

    def __init__(self, drawn: bytes, name: str, width: float, height: float) -> None:
        """Take the part, the chart's name and its size in points."""
        super().__init__()
        self.drawn = drawn
        self.chart_name = name
        self.embedded = True
        self.series: list[dict[str, str]] = [{}]  # the workbook refuses a chart that has none
        self.set_size({"width": round(width * PIXELS), "height": round(height * PIXELS)})

    def _assemble_xml_file(self) -> None:
        self.fh.write(self.drawn.decode())
        self._xml_close()


def placed(chart: Chart, name: str, row: int, column: int) -> tuple[Chart, PlacedSheet]:
    """Return the chart with its numbers at that place of the sheet called `name`, and the numbers."""
    held = chart.sheet
    sheet = PlacedSheet(held.heading, held.categories, held.columns, name, row, column)
    return replace(chart, sheet=sheet), sheet


def part_of(chart: Chart) -> bytes:
    """Return the chart as DrawingML, in the colours of paper."""
    return chart_xml(chart, LIGHT)
