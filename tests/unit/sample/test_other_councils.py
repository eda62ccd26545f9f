"""What is planted in the other councils is found again, and nothing is found in Ouseford."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from frontdoor.statistics.control_chart import control_chart
from sample_data.generator import generate
from sample_data.generator.councils import COUNCILS
from sample_data.generator.intervals import days_of_other_channels, half_hours
from sample_data.planted import contacts as planted
from sample_data.planted import pilots
from sample_data.planted.contacts import OTHER_TRUTHS
from tests.unit.sample.conftest import all_rows
from tests.unit.sample.contacts import IS_CALL, IS_DIGITAL, between, customer_contacts, share

pytestmark = pytest.mark.slow
TRUTHS = {(truth.council, truth.key): truth for truth in (*OTHER_TRUTHS, *pilots.OTHER_TRUTHS)}
ANSWERED = pl.col("outcome") == "answered"


def found(council: str, key: str, value: float) -> bool:
    truth = TRUTHS[council, key]
    return abs(value - truth.value) <= truth.within


@pytest.fixture(scope="module")
def ouseford() -> pl.DataFrame:
    return customer_contacts(all_rows("ouseford"))


def test_nenebridge_answers_as_planted_within_20_seconds() -> None:
    intervals = half_hours(all_rows("nenebridge", months=9, until=date(2025, 3, 31)), COUNCILS["nenebridge"])
    assert intervals["threshold_seconds"].unique().to_list() == [20]
    assert found("nenebridge", "within_20", intervals["calls_answered_within"].sum() / intervals["calls_offered"].sum())


def test_nenebridge_measures_one_line_by_60_seconds_since_april_2025() -> None:
    intervals = half_hours(all_rows("nenebridge", months=1, until=date(2025, 4, 30)), COUNCILS["nenebridge"])
    by_queue = dict(intervals.group_by("queue").agg(pl.col("threshold_seconds").unique()).iter_rows())
    assert by_queue.pop("council_tax_line") == [60]
    assert all(seconds == [20] for seconds in by_queue.values())


def test_half_hours_add_up_to_the_calls_they_were_made_from() -> None:
    rows = all_rows("nenebridge", months=1)
    intervals = half_hours(rows, COUNCILS["nenebridge"])
    assert intervals["calls_offered"].sum() == rows.filter(IS_CALL, pl.col("is_customer_contact")).height
    parts = intervals["calls_answered"] + intervals["calls_abandoned"] + intervals["calls_called_back"]
    assert parts.equals(intervals["calls_offered"])


def test_a_letter_is_a_contact_and_not_a_call() -> None:
    days = days_of_other_channels(all_rows("nenebridge", months=1))
    letters, visits = days.filter(pl.col("channel") == "letter"), days.filter(pl.col("channel") == "visit")
    assert letters["contacts"].sum() > 0
    assert letters["calls_offered"].null_count() == letters.height
    assert visits["calls_offered"].null_count() == 0


def test_the_table_kept_by_hand_ends_where_half_hours_begin(tmp_path: Path) -> None:
    files = generate("nenebridge", tmp_path, months=6, until=date(2024, 12, 31), contacts=20_000)
    assert [file.source for file in files] == ["frontdoor_intervals", "frontdoor_intervals", "monthly_table"]
    starts = pl.read_csv(files[0].path)["starts_at"].str.slice(0, 7).unique().to_list()
    assert sorted(starts) == ["2024-11", "2024-12"]
    header = files[2].path.read_text(encoding="utf-8").splitlines()[0]
    assert header == ",Jul-2024,Aug-2024,Sep-2024,Oct-2024"


def test_the_housing_pilot_helped_housing_alone() -> None:
    contacts = customer_contacts(all_rows("loddonvale"))
    first, last = pilots.LODDONVALE_FIRST, pilots.LODDONVALE_LAST
    changes = {}
    for name, is_here in (("housing", pl.col("service") == "housing"), ("others", pl.col("service") != "housing")):
        some = contacts.filter(is_here)
        rest = some.filter(~pl.col("day").is_between(first, last))
        changes[name] = between(some, first, last)["is_resolved_first"].mean() - rest["is_resolved_first"].mean()
    assert found("loddonvale", "housing_pilot", changes["housing"])
    assert found("loddonvale", "other_services", changes["others"])


def test_thamesmere_had_one_very_bad_month() -> None:
    calls = customer_contacts(all_rows("thamesmere", months=12, until=date(2025, 4, 30))).filter(IS_CALL)
    bad = pl.col("month") == planted.THAMESMERE_BAD_MONTH
    assert found("thamesmere", "gave_up", share(calls.filter(bad), pl.col("outcome") == "abandoned"))
    assert found("thamesmere", "answered", share(calls.filter(~bad), ANSWERED))


def test_nothing_changes_in_ouseford(ouseford: pl.DataFrame) -> None:
    earlier, later = (
        between(ouseford, *dates)
        for dates in ((date(2024, 8, 1), date(2025, 7, 31)), (date(2025, 8, 1), date(2026, 7, 31)))
    )
    for part, flag in ((IS_CALL, ANSWERED), (pl.lit(value=True), IS_DIGITAL), (ANSWERED, pl.col("is_resolved_first"))):
        change = share(later.filter(part), flag) - share(earlier.filter(part), flag)
        assert found("ouseford", "change", change)


def test_no_control_chart_finds_a_change_in_ouseford(ouseford: pl.DataFrame) -> None:
    monthly = ouseford.group_by("month").agg(
        ANSWERED.filter(IS_CALL).mean().alias("answered"),
        IS_DIGITAL.mean().alias("digital"),
        pl.col("is_resolved_first").mean().alias("first_time"),
        pl.col("is_avoidable").mean().alias("avoidable"),
    )
    for name in ("answered", "digital", "first_time", "avoidable"):
        chart = control_chart(monthly.sort("month")[name].to_list())
        assert chart.variation == "common_cause", name
