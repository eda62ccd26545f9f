"""Figures others report to each council: quarterly returns of partners, staffing, accreditations, maps and web pages."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl

from sample_data.generator.files import GeneratedFile
from sample_data.generator.making import Months
from sample_data.generator.reported.partners import partner_returns
from sample_data.generator.reported.people_and_content import OF_COUNCIL
from sample_data.generator.reported.returned import Return
from sample_data.generator.reported.staffing import staffing_returns

SOURCE = "frontdoor_reported"
_TRENTSIDE = "trentside"
_RETURNED_AFTER = timedelta(days=21)  # of the end of a stretch
_MOMENTS = "%Y-%m-%dT%H:%M:%S"


def returns_of(council: str, months: Months) -> list[Return]:
    """Return every figure for stretches that lie wholly in `months`, oldest first."""
    first, last = months.first_of_each[0], months.until
    everything = [*partner_returns(), *staffing_returns()] if council == _TRENTSIDE else []
    everything += OF_COUNCIL[council]() if council in OF_COUNCIL else []
    return sorted(
        (one for one in everything if first <= one.from_date and one.to_date <= last),
        key=lambda one: (one.to_date, one.provider, one.measure, one.service or ""),
    )


def write_returns(council: str, folder: Path, months: Months) -> list[GeneratedFile]:
    """Write a council's returns: those sent by the start of the last month, and then the rest with Trentside's one restated."""
    figures = returns_of(council, months)
    began = months.first_of_each[-1]
    before = began - timedelta(days=1)
    sent = [one for one in figures if one.to_date + _RETURNED_AFTER < began]
    rest = [one for one in figures if one not in sent]
    restated = [one.restated() for one in sent if one.is_restated_later]
    exports = ((f"1_to_{before:%B_%Y}", sent), (f"2_{began:%B_%Y}", [*restated, *rest]))
    return [_written(folder / f"invented_{council}_returns_{stem}.csv".lower(), some) for stem, some in exports if some]


def _written(path: Path, figures: list[Return]) -> GeneratedFile:
    rows = pl.DataFrame([one.as_row(_day_sent(one)) for one in figures], infer_schema_length=None)
    rows.write_csv(path, datetime_format=_MOMENTS)
    return GeneratedFile(path, SOURCE, rows.height)


def _day_sent(one: Return) -> date:
    return one.restated_on or one.to_date + _RETURNED_AFTER
