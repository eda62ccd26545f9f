"""One series of a chart as DrawingML: its numbers, looks, points, labels and whiskers."""

from xml.sax.saxutils import escape, quoteattr

from frontdoor.packs.slides.chart import Look, Mark, Said, Series, Symbol, Whiskers
from frontdoor.packs.slides.numbers import GENERAL
from frontdoor.packs.slides.sheet import Sheet

EMU_IN_A_POINT = 12700
TEXT = 1400  # hundredths of a point; the least a projector can show
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""No lines from labels that are moved to their points."""
NO_LINE, NO_FILL = "<a:ln><a:noFill/></a:ln>", "<a:noFill/>"


def series_xml(series: Series, index: int, sheet: Sheet) -> str:
    """Return one c:ser; its children in the order of the schema, which differs between kinds of chart."""
    before = f'<c:idx val="{index}"/><c:order val="{index}"/>{_name(series, sheet)}{look_xml(series.look)}'
    points = "".join(_point(series, point) for point in sorted({*series.looks, *series.symbols}))
    labels = labels_xml(series.labels)
    whiskers = whiskers_xml(series.whiskers, sheet, series.mark) if series.whiskers else ""
    numbers = _numbers(series, sheet)
    if series.mark is Mark.COLUMN:
        return f'<c:ser>{before}<c:invertIfNegative val="0"/>{points}{labels}{whiskers}{numbers}</c:ser>'
    smooth = f'<c:smooth val="{int(series.is_smooth)}"/>'
    return f"<c:ser>{before}{symbol_xml(series.symbol)}{points}{labels}{whiskers}{numbers}{smooth}</c:ser>"


def _name(series: Series, sheet: Sheet) -> str:
    words = escape(sheet.columns[series.column].heading)
    return (
        f"<c:tx><c:strRef><c:f>{sheet.heading_place(series.column)}</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{words}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _numbers(series: Series, sheet: Sheet) -> str:
    if series.mark is Mark.POINTS:
        return f"<c:xVal>{number_ref(sheet, series.across)}</c:xVal><c:yVal>{number_ref(sheet, series.column)}</c:yVal>"
    names = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(sheet.categories))
    return (
        f"<c:cat><c:strRef><c:f>{sheet.rows(-1)}</c:f><c:strCache>"
        f'<c:ptCount val="{len(sheet.categories)}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val>{number_ref(sheet, series.column)}</c:val>"
    )


def number_ref(sheet: Sheet, column: int) -> str:
    """Return the numbers of a column and where they stand; what is not known is left out."""
    held = sheet.columns[column]
    said = next((each for each in held.formats if each != GENERAL), GENERAL)
    points = "".join(
        f'<c:pt idx="{at}"{_own_format(each, said)}><c:v>{number!r}</c:v></c:pt>'
        for at, (number, each) in enumerate(zip(held.numbers, held.formats, strict=True))
        if number is not None
    )
    return (
        f"<c:numRef><c:f>{sheet.rows(column)}</c:f><c:numCache><c:formatCode>{escape(said)}</c:formatCode>"
        f'<c:ptCount val="{len(held.numbers)}"/>{points}</c:numCache></c:numRef>'
    )


def _own_format(each: str, said: str) -> str:
    return "" if each == said else f" formatCode={quoteattr(each)}"


def fill_xml(colour: str) -> str:
    """Return a plain filling of an RGB colour ('#12436D'), or none for ''."""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>' if colour else NO_FILL


def line_xml(colour: str, points: float, dash: str = "solid") -> str:
    """Return a line; none for the colour ''."""
    if not colour:
        return NO_LINE
    width = round(points * EMU_IN_A_POINT)
    return f'<a:ln w="{width}" cap="flat">{fill_xml(colour)}<a:prstDash val="{dash}"/><a:round/></a:ln>'


def look_xml(look: Look) -> str:
    """Return the c:spPr of a look."""
    fill = fill_xml(look.fill)
    if look.pattern:
        front, back = (f'<a:srgbClr val="{colour.lstrip("#")}"/>' for colour in (look.ground, look.fill))
        fill = f'<a:pattFill prst="{look.pattern}"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    return f"<c:spPr>{fill}{line_xml(look.line, look.points, look.dash)}</c:spPr>"


def symbol_xml(symbol: Symbol | None) -> str:
    """Return the c:marker of a symbol, or none."""
    if symbol is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    inside = "FFFFFF" if symbol.is_hollow else symbol.colour
    return (
        f'<c:marker><c:symbol val="{symbol.shape}"/><c:size val="{symbol.size}"/>'
        f"<c:spPr>{fill_xml(inside)}{line_xml(symbol.colour, 1.5)}</c:spPr></c:marker>"
    )


def _point(series: Series, point: int) -> str:
    """Return one c:dPt; its line is that of the series, which it would otherwise lose."""
    symbol = symbol_xml(series.symbols[point]) if point in series.symbols else ""
    inverted = '<c:invertIfNegative val="0"/>' if series.mark is Mark.COLUMN else ""
    look = look_xml(series.looks.get(point, series.look))
    return f'<c:dPt><c:idx val="{point}"/>{inverted}{symbol}<c:bubble3D val="0"/>{look}</c:dPt>'


def labels_xml(labels: tuple[Said, ...]) -> str:
    """Return the c:dLbls of a series: only the points that are named have one."""
    each = "".join(map(_label, sorted(labels, key=lambda label: label.point)))
    return f"<c:dLbls>{each}{_shows(is_value=False, is_name=False)}{NO_LEADERS}</c:dLbls>"


def _label(label: Said) -> str:
    moved = ""
    if label.right or label.down:
        moved = f'<c:layout><c:manualLayout><c:x val="{label.right:.5f}"/><c:y val="{label.down:.5f}"/></c:manualLayout></c:layout>'
    return (
        f'<c:dLbl><c:idx val="{label.point}"/>{moved}<c:numFmt formatCode={quoteattr(label.said)} sourceLinked="0"/>'
        f"<c:spPr>{NO_FILL}{NO_LINE}</c:spPr>{text_xml(label.colour, is_bold=label.is_bold, is_wrapped=label.is_name)}"
        f'<c:dLblPos val="{label.place}"/>{_shows(is_value=not label.is_name, is_name=label.is_name)}</c:dLbl>'
    )


def _shows(*, is_value: bool, is_name: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(is_value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(is_name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def text_xml(colour: str, *, is_bold: bool = False, is_wrapped: bool = False, turn: str = "0") -> str:
    """Return the c:txPr of level text (or of `turn`) in the theme's body font; without a colour in that of the slide's text."""
    ink = fill_xml(colour) if colour else '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    wrap = "square" if is_wrapped else "none"
    return (
        f'<c:txPr><a:bodyPr rot="{turn}" vert="horz" wrap="{wrap}" lIns="38100" tIns="19050" rIns="38100" bIns="19050"/><a:lstStyle/>'
        f'<a:p><a:pPr><a:defRPr lang="en-GB" sz="{TEXT}" b="{int(is_bold)}">{ink}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def whiskers_xml(whiskers: Whiskers, sheet: Sheet, mark: Mark) -> str:
    """Return the c:errBars: the two lengths from columns of the sheet, or a fixed one downwards."""
    way = "" if mark is Mark.COLUMN else '<c:errDir val="y"/>'
    if whiskers.fixed is None:
        kind = '<c:errBarType val="both"/><c:errValType val="cust"/>'
    else:
        kind = '<c:errBarType val="minus"/><c:errValType val="fixedVal"/>'
    lengths = "".join(
        f"<c:{name}>{number_ref(sheet, column)}</c:{name}>"
        for name, column in (("plus", whiskers.up), ("minus", whiskers.down))
        if column is not None
    )
    fixed = "" if whiskers.fixed is None else f'<c:val val="{whiskers.fixed!r}"/>'
    line = line_xml(whiskers.colour, whiskers.points, whiskers.dash)
    return (
        f'<c:errBars>{way}{kind}<c:noEndCap val="{int(not whiskers.has_ends)}"/>{lengths}{fixed}'
        f"<c:spPr>{line}</c:spPr></c:errBars>"
    )
