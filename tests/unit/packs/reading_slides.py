"""Reading a presentation as its reader meets it: shapes in order, and the workbook inside each chart with its formats."""

import re
import zipfile
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from xml.etree import ElementTree

from pptx import Presentation

from frontdoor.packs.slides.slides import slides
from tests.unit.packs.example_pack import example_pack

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True, slots=True)
class Read:
    """A cell of a workbook: its value, the format it is shown in, and its formula."""

    value: float | str
    format: str
    formula: str


def opened(held: bytes):
    return Presentation(BytesIO(held))


def slides_of(page, **rest):
    """Return the slides after the cover of a pack of one page."""
    return list(opened(slides(example_pack(page, **rest))).slides)[1:]


def charts(held: bytes):
    """Return the chart parts of a presentation, in order of their slides."""
    return [shape.chart.part for slide in opened(held).slides for shape in slide.shapes if shape.has_chart]


def words_of(slide) -> str:
    """Return everything written on a slide, in the order it is read."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def workbook_cells(part) -> dict[str, Read]:
    """Return the cells of the workbook inside a chart, by their place."""
    with zipfile.ZipFile(BytesIO(part.chart_workbook.xlsx_part.blob)) as held:
        sheet = ElementTree.fromstring(held.read("xl/worksheets/sheet1.xml"))
        styles = ElementTree.fromstring(held.read("xl/styles.xml"))
        strings = ["".join(text.itertext()) for text in ElementTree.fromstring(held.read("xl/sharedStrings.xml"))]
    formats = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(f"{MAIN}numFmt")}
    built_in = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
    kinds = [
        formats.get(each.get("numFmtId"), built_in.get(each.get("numFmtId"), "?"))
        for each in styles.find(f"{MAIN}cellXfs")
    ]
    found = {}
    for cell in sheet.iter(f"{MAIN}c"):
        value, formula = cell.find(f"{MAIN}v"), cell.find(f"{MAIN}f")
        if value is None:
            continue
        words = strings[int(value.text)] if cell.get("t") == "s" else value.text or ""
        number = words if not words or cell.get("t") in {"s", "str"} else float(words)
        found[cell.get("r")] = Read(number, kinds[int(cell.get("s", 0))], "" if formula is None else formula.text)
    return found


def shown(cell: Read) -> str:
    """Return a number as a spreadsheet shows it, for the formats our charts use."""
    value, sections = float(cell.value), cell.format.split(";")
    if any(letter in re.sub(r'"[^"]*"', "", cell.format) for letter in "hms"):
        return _time(value, cell.format)
    chosen = sections[0]
    if len(sections) > 1 and value < 0:
        chosen, value = sections[1], -value
    elif len(sections) > 2 and value == 0:
        chosen = sections[2]
    if sections[0].startswith("[="):
        chosen = sections[0][4:] if value == 0 else sections[1][len("[<0.005]") :] if value < 0.005 else sections[2]
        if "0" not in chosen:
            return chosen.replace('"', "")
    found = re.search(r"(#,##)?0(\.0+)?(%?)", chosen)
    places = len(found[2] or ".") - 1
    number = (Decimal(str(value)) * (100 if found[3] else 1)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    said = f"{number:,}" if found[1] else f"{number}"
    return f"{chosen[: found.start()]}{said}{found[3]}{chosen[found.end() :]}".replace('"', "")


def _time(days: float, kind: str) -> str:
    seconds = round(days * 86400)
    hours, minutes = divmod(seconds // 60, 60)
    if "[<" in kind:
        kind = kind.split(";")[0 if seconds < 60 else 1 if seconds < 3600 else 2]
        kind = kind.replace("[<0.00069]", "").replace("[<0.04166]", "")
    whole = seconds // 60 if "[m]" in kind else minutes
    parts = (('[h]"h', f"{hours}h"), ('[m]"m', f"{whole}m"), ('m"m', f"{whole}m"), ('s"s', f"{seconds % 60}s"))
    for code, said in parts:
        kind = kind.replace(code, said, 1)
    return kind.replace('"', "")
