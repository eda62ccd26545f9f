"""Reads a workbook as its reader meets it: each sheet's title, notes and table, and every cell in the words Excel shows."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
A_DAY = timedelta(days=1)
FIRST = datetime(1899, 12, 30)
PART = re.compile(
    r'"(?P<words>[^"]*)"|\\(?P<sign>.)|\[\$-809\](?P<day>d mmmm yyyy)|\[(?P<whole>[hms])\]|(?P<time>[ms])'
    r"|(?P<number>(?:#,##)?0(?:\.0+)?)|(?P<percent>%)"
)
SECONDS = {"h": 3600, "m": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet: all that is written above its table, the heading, and the rows as shown."""

    name: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def opened(content: bytes):
    """Return the workbook as openpyxl reads it."""
    return load_workbook(BytesIO(content))


def sheets(content: bytes) -> dict[str, ReadSheet]:
    """Return every sheet by its name."""
    return {page.title: _sheet(page) for page in opened(content).worksheets}


def numbers(content: bytes, sheet: int) -> dict[str, float]:
    """Return the number in each cell of a sheet (the first is 1) to its last digit: openpyxl rounds times."""
    with ZipFile(BytesIO(content)) as held:
        root = ElementTree.fromstring(held.read(f"xl/worksheets/sheet{sheet}.xml"))
    cells = (
        cell for cell in root.iter(f"{MAIN}c") if cell.get("t") in (None, "n") and cell.find(f"{MAIN}v") is not None
    )
    return {cell.get("r"): float(cell.find(f"{MAIN}v").text) for cell in cells}


def _sheet(page) -> ReadSheet:
    top = head_row(page)
    notes = tuple(str(cell.value) for row in page.iter_rows(max_row=top - 1) for cell in row if cell.value is not None)
    heads = []
    for cell in page[top]:
        if cell.value is None:
            break
        heads.append(str(cell.value))
    rows = []
    for row in page.iter_rows(min_row=top + 1, max_col=len(heads)):
        if all(cell.value is None for cell in row):
            break
        rows.append(tuple(said(cell) for cell in row))
    return ReadSheet(page.title, notes, tuple(heads), tuple(rows))


def head_row(page) -> int:
    """Return the row of the heading, which stays in sight: the last one above the split."""
    return int(re.search(r"\d+", page.freeze_panes)[0]) - 1


def said(cell) -> str:
    """Return a cell in the words that Excel shows."""
    value = cell.value
    if value is None:
        return ""
    return value if isinstance(value, str) else shown(as_number(value), cell.number_format)


def as_number(value) -> float:
    """Return a value as the sheet counts it: days and times as days since the last one of 1899."""
    match value:
        case timedelta():
            return value / A_DAY
        case datetime():
            return (value - FIRST) / A_DAY
        case date():
            return (datetime.combine(value, time()) - FIRST) / A_DAY
        case time():
            return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / A_DAY
        case _:
            return float(value)


def shown(value: float, code: str) -> str:
    """Return a number in the words of a format, for the formats our workbooks use."""
    if code == "General":
        return f"{value:g}"
    sections = _sections(code)
    if value < 0 and len(sections) > 1:
        chosen, value = sections[1], -value
    else:
        chosen = sections[2] if value == 0 and len(sections) > 2 else sections[0]
    rest, out, at = int(Decimal(f"{value * 86400:.10g}").quantize(Decimal(1), ROUND_HALF_UP)), "", 0
    while at < len(chosen):
        found = PART.match(chosen, at)
        if found is None:
            raise ValueError(f"No format of ours has {chosen[at:]!r} in it")
        at = found.end()
        kind, part = found.lastgroup, found[found.lastgroup]
        if kind in ("words", "sign"):
            out += part
        elif kind == "day":
            day = FIRST + timedelta(days=value)
            out += f"{day.day} {day:%B %Y}"
        elif kind in ("whole", "time"):
            out += str(rest // SECONDS[part])
            rest %= SECONDS[part]
        else:
            out += _number(value, part, is_percent="%" in PART.sub(_only_percent, chosen)) if kind == "number" else "%"
    return out


def _only_percent(found: re.Match) -> str:
    return "%" if found["percent"] else ""


def _number(value: float, code: str, *, is_percent: bool) -> str:
    places = len(code.partition(".")[2])
    number = Decimal(f"{value:.15g}") * (100 if is_percent else 1)
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}" if code.startswith("#") else f"{rounded}"


def _sections(code: str) -> list[str]:
    """Return the parts between semicolons that no words hold."""
    return re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code)
