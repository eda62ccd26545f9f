"""Charts and tables as shapes of a slide, with their alternative text; the numbers of a chart travel with it."""

from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart

from frontdoor.packs.slides.chart import Chart
from frontdoor.packs.slides.chart_xml import chart_xml
from frontdoor.packs.slides.deck import EMU, Page
from frontdoor.packs.slides.own import NAMESPACES
from frontdoor.packs.slides.slots import Box
from frontdoor.packs.slides.workbook import workbook

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def add_chart(page: Page, chart: Chart, box: Box, title: str, alternative: str) -> None:
    """Add a native chart with its workbook; `alternative` is what is read instead of the picture."""
    package = page.slide.part.package
    name = package.next_partname(ChartPart.partname_template)
    part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, chart_xml(chart, page.deck.theme))
    part.chart_workbook.update_from_xlsx_blob(workbook(chart.sheet))
    tied = page.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    inside = f'<c:chart xmlns:c="{CHART}" r:id="{tied}"/>'
    _add(page, _frame(page, "Chart", box, (title, alternative), (CHART, inside)))


def add_table(page: Page, table: Any, box: Box, title: str, alternative: str) -> None:
    """Add a real table."""
    element = _frame(page, "Table", box, (title, alternative), (TABLE, ""))
    element.find(f".//{qn('a:graphicData')}").append(table)
    _add(page, element)


def _add(page: Page, element: Any) -> None:
    page.slide.shapes._spTree.append(element)
    page.frame(element)


def _frame(page: Page, name: str, box: Box, words: tuple[str, str], inside: tuple[str, str]) -> Any:
    left, top, width, height = (round(side * EMU) for side in (box.left, box.top, box.width, box.height))
    title, alternative = map(quoteattr, words)
    return parse_xml(
        f'<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr><p:cNvPr id="{page.next_id()}" name="{name}" descr={alternative} title={title}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{inside[0]}">{inside[1]}</a:graphicData></a:graphic></p:graphicFrame>'
    )
