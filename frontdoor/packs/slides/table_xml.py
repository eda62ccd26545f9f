"""Tables as DrawingML: a heading row, rows named by their first cell, thin rules, and cells with grounds of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from frontdoor.packs.slides.series_xml import fill_xml, line_xml

EMU = 12700  # in a point
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"
SIDES = ("L", "R", "T", "B")


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell as it is drawn; `edges` are the sides with a line, each with its colour and its width in points."""

    words: str
    size: float
    is_bold: bool = False
    colour: str = ""
    ground: str = ""
    stripes: str = ""
    align: str = "l"
    span: int = 1
    margin: float = 7.2
    edges: tuple[tuple[str, str, float], ...] = ()


def table_xml(rows: Sequence[Sequence[TableCell]], widths: Sequence[float], heights: Sequence[float]) -> str:
    """Return the a:tbl; the first row and the first column are headings, which readers are told."""
    grid = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in widths)
    body = "".join(
        f'<a:tr h="{round(height * EMU)}">{"".join(map(_cell, row))}</a:tr>'
        for row, height in zip(rows, heights, strict=True)
    )
    head = f'<a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId></a:tblPr>'
    return f'<a:tbl xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{head}<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl>'


def _cell(cell: TableCell) -> str:
    span = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
    hidden = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></a:txBody><a:tcPr/></a:tc>'
    words = "".join(_paragraph(line, cell) for line in cell.words.split("\n"))
    return f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>{_looks(cell)}</a:tc>" + hidden * (
        cell.span - 1
    )


def _paragraph(words: str, cell: TableCell) -> str:
    look = f'lang="en-GB" sz="{round(cell.size * 100)}" b="{int(cell.is_bold)}"'
    ink = fill_xml(cell.colour) if cell.colour else '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    run = f"<a:r><a:rPr {look}>{ink}</a:rPr><a:t>{escape(words)}</a:t></a:r>" if words else ""
    return f'<a:p><a:pPr algn="{cell.align}"/>{run}<a:endParaRPr {look}/></a:p>'


def _looks(cell: TableCell) -> str:
    lines = {side: (colour, points) for side, colour, points in cell.edges}
    edges = "".join(
        line_xml(*lines[side]).replace("<a:ln ", f"<a:ln{side} ").replace("</a:ln>", f"</a:ln{side}>")
        for side in SIDES
        if side in lines
    )
    fill = fill_xml(cell.ground)
    if cell.stripes:
        front, back = (f'<a:srgbClr val="{colour.lstrip("#")}"/>' for colour in (cell.stripes, cell.ground))
        fill = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    beside, above = round(cell.margin * EMU), round(min(cell.margin, 3.6) * EMU)
    return f'<a:tcPr marL="{beside}" marR="{beside}" marT="{above}" marB="{above}" anchor="ctr">{edges}{fill}</a:tcPr>'
