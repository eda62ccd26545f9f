"""Every table of a pack as open data: RFC 4180 text beside its metadata in the W3C's CSV on the Web vocabulary."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from frontdoor.packs.csv import STAMP_COLUMN, safe_text
from frontdoor.packs.pack import Cell, Pack, PackPage, PackTable
from frontdoor.packs.table_of import facts_of, table_of

METADATA = "-metadata.json"
"""How the name of a table's metadata ends (W3C, Model for Tabular Data on the Web, 5.3)."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of a file: its head, its cells as Python values, the unit of its numbers ('' for none)."""

    head: str
    values: tuple[str | float | date | None, ...]
    unit: str = ""

    @property
    def datatype(self) -> str:
        """Return the column's type by its name in XML Schema."""
        kinds = {type(value) for value in self.values if value is not None}
        if kinds == {date}:
            return "date"
        if kinds and kinds <= {int, float}:
            return "integer" if kinds == {int} else "number"
        return "string"


def open_data(pack: Pack) -> dict[str, bytes]:
    """Return the content of each file by its name: a .csv and its metadata for every table of every page and for its facts."""
    files: dict[str, bytes] = {}
    for page in pack.pages:
        facts = facts_of(page)
        for table in (*((facts,) if facts else ()), *tables_of(page)):
            columns = [column for index in range(len(table.columns)) for column in _columns(table, index)]
            if pack.stamp:
                columns.append(_Column(STAMP_COLUMN, (pack.stamp,) * len(table.rows)))
            name = _new_name(f"{'invented-' if pack.stamp else ''}{table.key}", files)
            files[name] = _text(columns).encode()
            files[name.removesuffix(".csv") + METADATA] = _metadata(name, table, columns, page, pack).encode()
    return files


def _new_name(stem: str, files: dict[str, bytes]) -> str:
    """Return 'promises.csv', or 'promises-2.csv' where a page shown twice has filled the first."""
    names = (f"{stem}.csv" if number == 1 else f"{stem}-{number}.csv" for number in count(1))
    return next(name for name in names if name not in files)


def tables_of(page: PackPage) -> Iterator[PackTable]:
    """Yield the tables of a page, those behind its figures last."""
    yield from page.tables
    yield from (table_of(figure) for figure in page.figures if not figure.table.is_empty())


def _columns(table: PackTable, index: int) -> Iterator[_Column]:
    """Yield a column; where its numbers are of several units, its words and then the numbers and their units."""
    head, cells = table.columns[index], tuple(row[index] for row in table.rows)
    units = {str(cell.unit or "") for cell in cells if cell.value is not None}
    if not units:
        yield _Column(head, tuple(cell.words for cell in cells))
    elif len(units) == 1 and all(cell.value is not None or _is_empty(cell) for cell in cells):
        yield _Column(head, tuple(cell.value for cell in cells), units.pop())
    else:
        yield _Column(head, tuple(cell.words for cell in cells))
        yield _Column(f"{head}: number", tuple(cell.value for cell in cells))
        yield _Column(f"{head}: unit", tuple(str(cell.unit or "") for cell in cells))


def _is_empty(cell: Cell) -> bool:
    return not any(letter.isalnum() for letter in cell.words)


def _text(columns: list[_Column]) -> str:
    """Return the file: a header and a row each, nothing that a spreadsheet would run."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([safe_text(column.head) for column in columns])
    rows.writerows(zip(*([_written(value) for value in column.values] for column in columns), strict=True))
    return written.getvalue()


def _written(value: str | float | date | None) -> str:
    if value is None:
        return ""
    return safe_text(value) if isinstance(value, str) else value.isoformat() if isinstance(value, date) else repr(value)


def _metadata(name: str, table: PackTable, columns: list[_Column], page: PackPage, pack: Pack) -> str:
    """Return what the file holds: its title, what it stands on, and each column with its type and unit."""
    register = f"The council’s register: {pack.register}" if pack.register else ""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "url": name,
        "dc:title": f"{table.title} ({page.title.rstrip('.')})",
        "dc:description": " ".join(part for part in (page.basis.definition, table.note) if part),
        "dc:publisher": pack.council,
        "dc:source": page.basis.source,
        "dc:coverage": page.basis.filters,
        "dc:provenance": ". ".join(part for part in (page.basis.version, *page.marks, pack.stamp, register) if part),
        "tableSchema": {
            "columns": [
                {"name": f"column_{number}", "titles": column.head, "datatype": column.datatype}
                | ({"dc:description": f"in {column.unit.replace('_', ' ')}"} if column.unit else {})
                for number, column in enumerate(columns, 1)
            ]
        },
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
