"""PowerPoint refuses a chart whose elements stand in another order than the schema's (ECMA-376, part 1, 21.2)."""

import pytest
from pptx.oxml import parse_xml

from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.figure import Kind
from frontdoor.packs.slides.chart import Room
from frontdoor.packs.slides.chart_xml import chart_xml
from frontdoor.packs.slides.kinds import CHARTS
from tests.unit.charts.figures import FIGURES

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SERIES = "idx order tx spPr invertIfNegative marker dPt dLbls errBars cat val xVal yVal smooth"
AXIS = (
    "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses"
)
SHOWS = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize"
ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "autoTitleDeleted plotArea plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart lineChart scatterChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "lineChart": "grouping varyColors ser marker axId",
    "scatterChart": "scatterStyle varyColors ser axId",
    "ser": SERIES,
    "dPt": "idx invertIfNegative marker bubble3D spPr",
    "dLbls": f"dLbl {SHOWS} extLst",
    "dLbl": f"idx layout numFmt spPr txPr dLblPos {SHOWS}",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "marker": "symbol size spPr",
    "catAx": f"{AXIS} auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
    "valAx": f"{AXIS} crossBetween majorUnit",
    "scaling": "orientation max min",
    "numRef": "f numCache",
    "numCache": "formatCode ptCount pt",
    "strRef": "f strCache",
    "strCache": "ptCount pt",
    "manualLayout": "layoutTarget xMode yMode x y w h",
}
PLACES = {"bar": {"ctr", "inEnd", "inBase", "outEnd"}, "line": {"t", "b", "l", "r", "ctr"}}
"""Where labels may stand; PowerPoint repairs a file that says otherwise, and stacked columns have no outEnd."""


def drawn(kind, theme=LIGHT):
    return parse_xml(chart_xml(CHARTS[kind](FIGURES[kind], theme, Room(880, 330)), theme))


@pytest.mark.parametrize("kind", CHARTS)
def test_elements_stand_in_the_order_of_the_schema(kind):
    seen = 0
    for element in drawn(kind).iter():
        name = element.tag.removeprefix(CHART)
        if name in ORDER and len(element):
            order = ORDER[name].split()
            places = [order.index(child.tag.removeprefix(CHART)) for child in element]
            assert places == sorted(places), (name, [child.tag.removeprefix(CHART) for child in element])
            seen += 1
    assert seen > 15


@pytest.mark.parametrize("kind", CHARTS)
def test_labels_stand_where_powerpoint_allows_them(kind):
    for series in drawn(kind).iter(f"{CHART}ser"):
        plot = series.getparent()
        grouping = plot.find(f"{CHART}grouping")
        allowed = set(PLACES["bar" if plot.tag == f"{CHART}barChart" else "line"])
        allowed -= {"outEnd"} if grouping is not None and grouping.get("val") == "stacked" else set()
        assert {place.get("val") for place in series.iter(f"{CHART}dLblPos")} <= allowed


@pytest.mark.parametrize("kind", CHARTS)
def test_series_and_points_are_numbered_once(kind):
    chart = drawn(kind)
    numbers = [series.find(f"{CHART}idx").get("val") for series in chart.iter(f"{CHART}ser")]
    assert len(numbers) == len(set(numbers))
    for labels in chart.iter(f"{CHART}dLbls"):
        points = [int(label.find(f"{CHART}idx").get("val")) for label in labels.iter(f"{CHART}dLbl")]
        assert points == sorted(set(points))


def test_a_dark_page_has_the_colours_of_the_dark_theme():
    held = chart_xml(CHARTS[Kind.CONTROL_CHART](FIGURES[Kind.CONTROL_CHART], DARK, Room(880, 330)), DARK).decode()
    assert DARK.measured.strip("#") in held
    assert LIGHT.measured.strip("#") not in held
