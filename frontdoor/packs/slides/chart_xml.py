"""A whole chart as DrawingML that PowerPoint can edit: plots on one pair of axes, and the workbook it reads."""

from xml.sax.saxutils import quoteattr

from frontdoor.charts.theme import Theme
from frontdoor.packs.slides.chart import Chart, Mark, Plot, ValueAxis
from frontdoor.packs.slides.series_xml import line_xml, series_xml, text_xml

FIRST_AXIS, SECOND_AXIS = 111111111, 222222222  # any two numbers
OVERLAP = 100  # per cent: columns of one category stand on each other
LEVEL, ON_ONE_LINE = "0", "1"
"""Sixty-thousandths of a degree: level words are broken into lines; a turn nobody sees keeps them on one, as dates should be."""
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def chart_xml(chart: Chart, theme: Theme) -> bytes:
    """Return the chart part; the workbook is tied to it by whoever adds it."""
    plots = "".join(_plot(chart, mark) for mark in Mark)
    body = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {NAMESPACES}>'
        '<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(chart.plot)}{plots}{_axes(chart, theme)}'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_xml('')}</c:chartSpace>"
    )
    return body.encode()


def _layout(plot: Plot) -> str:
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{plot.left:.5f}"/><c:y val="{plot.top:.5f}"/><c:w val="{plot.width:.5f}"/><c:h val="{plot.height:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _plot(chart: Chart, mark: Mark) -> str:
    """Return all series of one mark as one plot; nothing where there are none."""
    found = [(index, series) for index, series in enumerate(chart.series) if series.mark is mark]
    if not found:
        return ""
    inside = "".join(series_xml(series, index, chart.sheet) for index, series in found)
    axes = f'<c:axId val="{FIRST_AXIS}"/><c:axId val="{SECOND_AXIS}"/>'
    same = '<c:varyColors val="0"/>'
    if mark is Mark.COLUMN:
        way, grouping = ("bar" if chart.is_lying else "col"), ("stacked" if chart.is_stacked else "clustered")
        return (
            f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{grouping}"/>{same}{inside}'
            f'<c:gapWidth val="{chart.gap}"/><c:overlap val="{OVERLAP}"/>{axes}</c:barChart>'
        )
    if mark is Mark.LINE:
        return f'<c:lineChart><c:grouping val="standard"/>{same}{inside}<c:marker val="1"/>{axes}</c:lineChart>'
    return f'<c:scatterChart><c:scatterStyle val="lineMarker"/>{same}{inside}{axes}</c:scatterChart>'


def _axes(chart: Chart, theme: Theme) -> str:
    if chart.across:
        return _value_axis(chart.across, theme, (FIRST_AXIS, SECOND_AXIS), "b") + _value_axis(
            chart.axis, theme, (SECOND_AXIS, FIRST_AXIS), "l"
        )
    return _category_axis(chart, theme) + _value_axis(
        chart.axis, theme, (SECOND_AXIS, FIRST_AXIS), "b" if chart.is_lying else "l", is_between=True
    )


def _category_axis(chart: Chart, theme: Theme) -> str:
    """Return the axis of categories; its line stands at nought, its words always at the plot's edge."""
    place, order = ("l", "maxMin") if chart.is_lying else ("b", "minMax")
    return (
        f'<c:catAx><c:axId val="{FIRST_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line_xml(theme.ink, 1.0)}</c:spPr>{text_xml(theme.ink, is_wrapped=True, turn=ON_ONE_LINE if chart.is_in_time else LEVEL)}"
        f'<c:crossAx val="{SECOND_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="{chart.every}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(axis: ValueAxis, theme: Theme, ids: tuple[int, int], place: str, *, is_between: bool = False) -> str:
    own, other = ids
    grid = f"<c:majorGridlines><c:spPr>{line_xml(theme.rule, 0.75)}</c:spPr></c:majorGridlines>"
    unit = f'<c:majorUnit val="{axis.step!r}"/>' if axis.step else ""
    between = "between" if is_between else "midCat"
    is_below = is_between and place == "b"  # bars run from the top down, their numbers stand below the last
    crosses, words = ("max", "nextTo") if is_below else ("autoZero", "low")
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.high!r}"/><c:min val="{axis.low!r}"/></c:scaling>'
        f'<c:delete val="{int(axis.step is None)}"/><c:axPos val="{place}"/>{grid if axis.has_grid and axis.step else ""}'
        f'<c:numFmt formatCode={quoteattr(axis.said)} sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{words}"/>'
        f"<c:spPr>{line_xml('', 0)}</c:spPr>{text_xml(theme.ink_second)}"
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>{unit}</c:valAx>'
    )
