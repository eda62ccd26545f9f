"""Every truth planted in Trentside is found again, and README.md lists exactly those planted."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

import sample_data
from frontdoor.statistics.control_chart import control_chart
from sample_data.planted import contacts as planted
from sample_data.planted import pilots, truths_as_markdown
from sample_data.planted.contacts import TRENTSIDE_TRUTHS
from sample_data.planted.truth import Truth
from tests.unit.sample.contacts import ANSWERED_IN_TIME
from tests.unit.sample.recoveries import RECOVERIES

pytestmark = pytest.mark.slow
README = Path(sample_data.__file__).with_name("README.md")
OF_CONTACTS = [truth for truth in (*TRENTSIDE_TRUTHS, *pilots.TRENTSIDE_TRUTHS) if truth.key != "not_contact"]


@pytest.mark.parametrize("truth", OF_CONTACTS, ids=lambda truth: truth.key)
def test_a_planted_truth_is_found_again(truth: Truth, trentside: pl.DataFrame) -> None:
    assert RECOVERIES[truth.key](trentside) == pytest.approx(truth.value, abs=truth.within)


def test_rows_that_are_not_contact_are_as_many_as_planted(trentside_rows: pl.DataFrame) -> None:
    assert 1 - trentside_rows["is_customer_contact"].mean() == pytest.approx(planted.NOT_CONTACT, abs=0.002)


def test_the_readme_lists_what_is_planted() -> None:
    assert truths_as_markdown() in README.read_text(encoding="utf-8")


def test_chat_begins_on_its_day(trentside: pl.DataFrame) -> None:
    assert trentside.filter(pl.col("channel") == "chat")["day"].min() == planted.CHAT_BEGAN


def test_nobody_rings_at_8am_but_on_the_pilots_mondays(trentside: pl.DataFrame) -> None:
    early = trentside.filter(pl.col("channel") == "phone", pl.col("half_hour") < 18)["day"].unique().sort()
    assert len(early) == 12
    assert (early[0], early[-1]) == (pilots.MONDAYS_FIRST, pilots.MONDAYS_LAST)


def test_the_lines_are_closed_on_bank_holidays_and_at_weekends(trentside: pl.DataFrame) -> None:
    calls = trentside.filter(pl.col("channel") == "phone")
    assert calls.filter(pl.col("day").dt.weekday() > 5).is_empty()
    assert calls.filter(pl.col("day").is_in([date(2025, 4, 18), date(2026, 8, 31)])).is_empty()


def test_the_busiest_hour_stays_9am_to_10am_when_the_clocks_change(trentside: pl.DataFrame) -> None:
    calls = trentside.filter(pl.col("channel") == "phone")
    for months in ([1, 2, 12], [6, 7, 8]):
        by_hour = (
            calls.filter(pl.col("day").dt.month().is_in(months)).group_by(pl.col("half_hour") // 2).len().sort("len")
        )
        assert by_hour["half_hour"].to_list()[-1] == 9


def test_nothing_happens_in_an_hour_that_the_clocks_skip_or_repeat(trentside: pl.DataFrame) -> None:
    sundays = [
        date(year, month, day)
        for year, month, day in ((2024, 10, 27), (2025, 3, 30), (2025, 10, 26), (2026, 3, 29), (2026, 10, 25))
    ]
    nights = trentside.filter(pl.col("day").is_in(sundays))
    assert nights.height > 100
    assert nights.filter(pl.col("started_at").dt.hour() == 1).is_empty()


def test_fewer_calls_in_time_is_a_real_change_only_after_the_waste_rounds_changed(trentside: pl.DataFrame) -> None:
    calls = trentside.filter(pl.col("channel") == "phone")
    levels = calls.group_by("month").agg(ANSWERED_IN_TIME.mean().alias("level")).sort("month")
    points = control_chart(levels["level"].to_list(), improvement="increase", fix_after=26).points
    worse = levels.with_columns(points["point_type"]).filter(
        pl.col("point_type") == "concern", pl.col("month") >= date(2026, 4, 1)
    )
    assert worse["month"].to_list() == [date(2026, month, 1) for month in (8, 9, 10)]
