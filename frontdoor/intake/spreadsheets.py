"""Turns a workbook into a CSV whose line numbers are the sheet's row numbers."""

import csv
from pathlib import Path

import fastexcel

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.unpacking import check_workbook


def spreadsheet_to_csv(path: Path, target: Path) -> Path:
    """Write the first sheet that holds anything to `target`; every cell is text, dates in ISO form.

    Line breaks inside cells become spaces and empty rows empty lines, so that line N of the CSV is row N of the sheet.
    Raises UnreadableFileError for a damaged workbook, a zip bomb or a workbook without cells.
    """
    check_workbook(path)
    try:
        workbook = fastexcel.read_excel(str(path))
        for sheet_name in workbook.sheet_names:
            sheet = workbook.load_sheet(sheet_name, header_row=None, skip_rows=0, dtypes="string")
            if sheet.height:
                return _write(sheet.to_polars().iter_rows(), target)
    except fastexcel.FastExcelError as error:
        raise UnreadableFileError(f"the workbook cannot be read: {str(error).splitlines()[0]}") from None
    raise UnreadableFileError("the workbook is empty.")


def _write(rows: object, target: Path) -> Path:
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for row in rows:  # type: ignore[attr-defined]
            cells = [" ".join(cell.splitlines()) if cell else "" for cell in row]
            if any(cells):
                writer.writerow(cells)
            else:
                out.write("\n")
    return target
