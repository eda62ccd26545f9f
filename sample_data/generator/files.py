"""Writes a council's sample as the files it might have exported: history, the last month, corrections and awkward ones."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import polars as pl

from sample_data.generator.awkward import awkward_rows
from sample_data.generator.exports import CsvExport, ParquetExport, as_known, changed_between
from sample_data.generator.intervals import days_of_other_channels, half_hours
from sample_data.generator.making import Plan, months_of_rows
from sample_data.generator.monthly_table import MonthlyTable
from sample_data.generator.rows import COLUMNS
from sample_data.generator.second_system import second_system

Progress = Callable[[float], None]
"""Told the share done, 0 to 1."""

NOTICE = "Invented figures. No number, name or date in these files belongs to a real council or person.\n"
NOT_LOADED = "not_loaded"  # folder for a file that a load must refuse
CONTACTS, INTERVALS, TABLE = "frontdoor", "frontdoor_intervals", "monthly_table"
_PARQUET_FROM_ROWS = 500_000
_EXPORTED_AT = time(2, 30)  # exports run at night, after the last day


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One file written, the source that reads it, and its rows; files are loaded in the order they are listed."""

    path: Path
    source: str
    rows: int


def exported_at(day: date) -> datetime:
    """Return when the export of everything up to `day` was taken, local time."""
    return datetime.combine(day + timedelta(days=1), _EXPORTED_AT)


def write_contacts(plan: Plan, folder: Path, on_progress: Progress) -> list[GeneratedFile]:
    """Write the files of a council that exports contact by contact."""
    key, months = plan.profile.key, plan.months
    last = months.first_of_each[-1]
    before, at = exported_at(last - timedelta(days=1)), exported_at(months.until)
    history = _history(folder, key, plan.rows)
    latest = folder / f"invented_{key}_2_{last:%B_%Y}.csv".lower()
    corrections: list[pl.DataFrame] = []
    written: list[GeneratedFile] = []
    for done, (first, rows) in enumerate(months_of_rows(plan), start=1):
        if first != last:
            history.add(as_known(rows, before).select(COLUMNS))
            corrections.append(changed_between(rows, before, at).select(COLUMNS))
        else:
            known = as_known(rows, at).select(COLUMNS)
            written.append(_csv(latest, CONTACTS, known))
            written += _of_the_last_month(plan, folder, known)
        on_progress(done / (months.count + 1))
    history.close()
    if history.rows:
        written.insert(0, GeneratedFile(history.path, CONTACTS, history.rows))
        written.insert(2, _csv(folder / f"invented_{key}_3_corrections.csv", CONTACTS, pl.concat(corrections)))
    on_progress(1.0)
    return written


def write_summaries(plan: Plan, folder: Path, on_progress: Progress) -> list[GeneratedFile]:
    """Write the files of a council that keeps a table by hand and later has a telephone system that gives half-hours."""
    key, began = plan.profile.key, plan.profile.half_hours_from or date.min
    table = MonthlyTable()
    calls = CsvExport(folder / f"invented_{key}_1_half_hours.csv")
    others = CsvExport(folder / f"invented_{key}_2_days.csv")
    for done, (first, rows) in enumerate(months_of_rows(plan), start=1):
        others.add(days_of_other_channels(rows))
        if first < began:
            table.add(first, rows)
        else:
            calls.add(half_hours(rows, plan.profile))
        on_progress(done / plan.months.count)
    written = [GeneratedFile(export.path, INTERVALS, export.rows) for export in (calls, others) if export.rows]
    calls.close()
    others.close()
    if table.months:
        by_hand = folder / f"invented_{key}_3_monthly_table.csv"
        by_hand.write_text(table.as_csv(), encoding="utf-8")
        written.append(GeneratedFile(by_hand, TABLE, table.months))
    return written


def _history(folder: Path, key: str, rows: float) -> CsvExport | ParquetExport:
    stem = f"invented_{key}_1_history"
    return ParquetExport(folder / f"{stem}.parquet") if rows > _PARQUET_FROM_ROWS else CsvExport(folder / f"{stem}.csv")


def _of_the_last_month(plan: Plan, folder: Path, known: pl.DataFrame) -> list[GeneratedFile]:
    """Write Trentside's awkward file, and the second system that must be refused."""
    if plan.profile.key != "trentside":
        return []
    (folder / NOT_LOADED).mkdir(exist_ok=True)
    second_system(known).write_csv(folder / NOT_LOADED / f"invented_{plan.profile.key}_crm.csv")
    return [_csv(folder / f"invented_{plan.profile.key}_4_awkward.csv", CONTACTS, awkward_rows(known))]


def _csv(path: Path, source: str, rows: pl.DataFrame) -> GeneratedFile:
    export = CsvExport(path)
    export.add(rows)
    export.close()
    return GeneratedFile(path, source, rows.height)
