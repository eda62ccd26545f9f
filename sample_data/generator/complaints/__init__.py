"""The complaints of the fictional councils: exports taken at the end of the month before last and of the last."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from sample_data.generator.complaints.awkward import awkward_complaints
from sample_data.generator.complaints.cases import cases
from sample_data.generator.complaints.councils import COMPLAINTS
from sample_data.generator.complaints.layouts import case_rows, event_rows, stage_rows
from sample_data.generator.complaints.table import changed_between, known_on, table_of
from sample_data.generator.councils import COUNCILS
from sample_data.generator.days import Days, day_number
from sample_data.generator.files import GeneratedFile
from sample_data.generator.making import Months

_PURPOSE = 30  # its own stream of chance
_DAYS_AROUND = (5, 500)  # days kept before and after, for answers that come after the end
_MOMENTS = "%Y-%m-%dT%H:%M:%S"
_LAYOUTS = {"loddonvale": "frontdoor_complaint_stages", "thamesmere": "frontdoor_complaint_events"}
"""Who exports stages and who events; everyone else exports cases."""


def complaints_of(council: str, months: Months, seed: int, scale: float = 1.0) -> pl.DataFrame:
    """Return a council's complaints (table.table_of), received in `months`, as they will finally stand."""
    profile, number = COMPLAINTS[council], COUNCILS[council].number
    first = months.first_of_each[0]
    days = Days.between(first - timedelta(days=_DAYS_AROUND[0]), months.until + timedelta(days=_DAYS_AROUND[1]))
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, number, _PURPOSE])))
    made = cases(profile, days, (day_number(first), day_number(months.until)), scale, random)
    return table_of(made, COUNCILS[council], profile, days, random)


def write_complaints(council: str, folder: Path, months: Months, seed: int, scale: float) -> list[GeneratedFile]:
    """Write two exports, the second holding what is new and what changed; nothing for a council without complaints."""
    if council not in COMPLAINTS:
        return []
    table = complaints_of(council, months, seed, scale)
    last = months.first_of_each[-1]
    before = last - timedelta(days=1)
    source = _LAYOUTS.get(council, "frontdoor_complaints")
    rows = _rows_of(council, source)
    newest = changed_between(table, before, months.until)
    exports = [
        (f"1_to_{before:%B_%Y}", rows(known_on(table, before), date.min)),
        (f"2_{last:%B_%Y}", rows(newest, before)),
    ]
    return [
        _written(folder / f"invented_{council}_complaints_{stem}.csv".lower(), source, frame)
        for stem, frame in exports
        if frame.height
    ]


def write_awkward_complaints(folder: Path, months: Months, seed: int, scale: float) -> GeneratedFile:
    """Write Trentside's awkward file of cases; awkward.COUNTS says what is in it."""
    last = months.first_of_each[-1]
    everything = complaints_of("trentside", months, seed, scale)
    newest = changed_between(everything, last - timedelta(days=1), months.until)
    known = known_on(everything, months.until)
    rows = awkward_complaints(case_rows(newest, with_due_dates=False), case_rows(known, with_due_dates=False))
    return _written(folder / "invented_trentside_complaints_3_awkward.csv", "frontdoor_complaints", rows)


def _rows_of(council: str, source: str) -> Callable[[pl.DataFrame, date], pl.DataFrame]:
    """Return what turns known complaints into rows of the layout; an event log holds only events after a day."""
    if source == "frontdoor_complaint_stages":
        return lambda known, after: stage_rows(known).filter(pl.col("updated_at").dt.date() > after)
    if source == "frontdoor_complaint_events":
        return lambda known, after: event_rows(known).filter(pl.col("event_date") > after)
    return lambda known, _after: case_rows(known, with_due_dates=COMPLAINTS[council].states_due_dates)


def _written(path: Path, source: str, rows: pl.DataFrame) -> GeneratedFile:
    rows.write_csv(path, datetime_format=_MOMENTS)
    return GeneratedFile(path, source, rows.height)
