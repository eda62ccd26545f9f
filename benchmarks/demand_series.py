"""The series that forecasts are tested on: public records of Boston and Vancouver, and the invented Trentside's calls."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_days import Days
from frontdoor.warehouse.working_days import BANK_HOLIDAY, calendar
from sample_data.generator import generate

PUBLIC = Path(__file__).resolve().parents[2] / "shared" / "data"
HALF_HOURS = 48
_PUBLIC_CHANNELS = ("Constituent Call", "Citizens Connect App", "Self Service")
_EIGHT, _NINE, _FIVE = 16, 18, 34  # half-hours at which Trentside's line opens and shuts
_EARLY_MONDAYS = date(2025, 9, 8), date(2025, 11, 24)  # Trentside's 8am pilot
_BILLS = (date(2025, 3, 9), date(2026, 3, 9))
_BILL_DAYS = 21


@dataclass(frozen=True, slots=True)
class Series:
    """Contacts by series, (series, days, 48) or (series, days), with what is known of the days."""

    place: str
    names: tuple[str, ...]
    counts: Floats
    days: Days
    is_open: Booleans


def all_series(folder: Path, public: Path) -> Iterator[Series]:
    """Yield what there is: the public records where their folder is, and Trentside, made in `folder`."""
    if public.exists():
        yield boston(public / "boston_311_2015" / "boston_311_2015.parquet")
        yield vancouver(public / "vancouver_311_contact_centre_daily" / "vancouver_311_contact_centre_daily.csv")
    yield trentside(folder)


def boston(file: Path) -> Series:
    """Return requests of 2015 by channel and half-hour; open day and night."""
    asked = pl.col("source").is_in(_PUBLIC_CHANNELS)
    records = pl.read_parquet(file).filter(asked).select(service="source", at="open_dt")
    names, counts, dates = _by_half_hour(records)
    days = _days(dates, "America/New_York", "US-MA")
    return Series("Boston, requests", names, counts, days, np.ones(counts.shape, dtype=np.bool_))


def vancouver(file: Path) -> Series:
    """Return the calls offered each day from 2009 to 2024."""
    table = pl.read_csv(file, try_parse_dates=True)
    dates = _every_day(table["Date"].min(), table["Date"].max())  # type: ignore[arg-type]
    counts = np.full((1, len(dates)), np.nan)
    counts[0, (table["Date"].to_numpy().astype("datetime64[D]") - dates[0]).astype(int)] = table[
        "CallsOffered"
    ].to_numpy()
    days = _days(dates, "America/Vancouver", "CA-BC")
    return Series("Vancouver, calls", ("311",), counts, days, np.ones(counts.shape, dtype=np.bool_))


def trentside(folder: Path) -> Series:
    """Return 30 months of invented calls by service; the bills of March are known, the new bin rounds are not."""
    made = generate("trentside", folder, months=30)
    columns = ["started_at", "service", "channel"]
    tables = [
        pl.read_parquet(made[0].path).select(columns),
        pl.read_csv(made[1].path, columns=columns).with_columns(pl.col("started_at").str.to_datetime()),
    ]
    every = pl.concat([table.with_columns(pl.col("started_at").cast(pl.Datetime("us"))) for table in tables])
    calls = every.filter(pl.col("channel") == "phone").select("service", at="started_at")
    names, counts, dates = _by_half_hour(calls)
    days = _with_bills(_days(dates, "Europe/London", "england"))
    is_open = np.zeros(counts.shape, dtype=np.bool_)
    is_working = (days.weekday < 5) & ~days.is_holiday
    first, last = (np.datetime64(end) for end in _EARLY_MONDAYS)
    is_open[:, is_working, _NINE:_FIVE] = True
    is_open[:, is_working & (days.weekday == 0) & (dates >= first) & (dates <= last), _EIGHT:_NINE] = True
    return Series("Trentside, calls (invented)", names, counts, days, is_open)


def _by_half_hour(
    records: pl.DataFrame,
) -> tuple[tuple[str, ...], Floats, np.ndarray[tuple[int], np.dtype[np.datetime64]]]:
    """Return names, counts (series, days, 48) and dates of records with `service` and `at`."""
    names = tuple(sorted(records["service"].unique()))
    at = records["at"].to_numpy().astype("datetime64[m]")
    dates = _every_day(at.min().astype("datetime64[D]").item(), at.max().astype("datetime64[D]").item())
    day = (at.astype("datetime64[D]") - dates[0]).astype(int)
    slot = (at - at.astype("datetime64[D]")).astype(int) // 30
    place = np.searchsorted(names, records["service"].to_numpy())
    counts = np.zeros((len(names), len(dates), HALF_HOURS))
    np.add.at(counts, (place, day, slot), 1)
    return names, counts, dates


def _every_day(first: date, last: date) -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
    return np.arange(np.datetime64(first), np.datetime64(last) + np.timedelta64(1, "D"))


def _days(dates: np.ndarray[tuple[int], np.dtype[np.datetime64]], zone: str, nation: str) -> Days:
    known = calendar(zone, nation).filter(pl.col("activity_date").is_between(dates[0].item(), dates[-1].item()))
    return Days(dates, (known["day_type"] == BANK_HOLIDAY).to_numpy())


def _with_bills(days: Days) -> Days:
    event, event_day = np.zeros(len(days), dtype=np.int64), np.zeros(len(days), dtype=np.int64)
    for bills in _BILLS:
        since = (days.dates - np.datetime64(bills)).astype(int)
        touched = (since >= 0) & (since < _BILL_DAYS)
        event[touched], event_day[touched] = 1, since[touched]
    return Days(days.dates, days.is_holiday, event, event_day)
