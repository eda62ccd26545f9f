"""The public files of ../shared/data, through the very sources that ship; skipped where that folder is absent."""

from datetime import date
from pathlib import Path

import pytest

from frontdoor.intake.loading import load
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.home import Home

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not here")]


@pytest.fixture
def home_of(tmp_path):
    def opened(council):
        (tmp_path / council).mkdir(exist_ok=True)
        return Home(read_council(shipped_councils() / f"{council}.toml"), tmp_path / council)

    return opened


def told(report, kind):
    return [finding for finding in report.findings if finding.kind == kind]


def test_boston_loads_whole_and_both_files_live_side_by_side(home_of):
    home = home_of("boston")
    report = load(home, DATA / "boston_311_2015" / "boston_311_2015.parquet", "boston_311")
    assert (report.read, report.loaded, report.rejected, report.duplicates) == (121_145, 121_145, 0, 0)
    assert report.not_contact == 14_675 + 12_783 + 198  # Employee Generated, City Worker App, Maximo Integration
    assert told(report, "nulled_date")[0].rows == 197  # closed before open, README of the data
    history = load(
        home,
        DATA / "boston_311_animals_pests_2013_2019" / "boston_311_animals_pests_2013_2019.parquet",
        "boston_311_history",
    )
    assert (history.read, history.loaded, history.not_contact) == (46_638, 46_638, 1_798 + 832 + 1)
    assert [finding.first_date for finding in told(history, "jump") if finding.value == "app"] == [date(2015, 1, 2)]


def test_vancouver_loads_whole_and_its_two_missing_days_are_found(home_of):
    report = load(
        home_of("vancouver"),
        DATA / "vancouver_311_contact_centre_daily" / "vancouver_311_contact_centre_daily.csv",
        "vancouver_daily",
    )
    assert (report.read, report.loaded) == (5_585, 5_585)
    assert [finding.first_date for finding in told(report, "gap")] == [date(2010, 3, 7), date(2013, 3, 8)]


def test_the_wards_of_boston_have_one_spelling_each(take):
    taken = take((DATA / "boston_311_2015" / "boston_311_2015.parquet").read_bytes(), "boston_311")
    wards = {row[0] for row in taken.rows("distinct ward")}
    assert wards == {"unknown", *(f"Ward {number}" for number in range(1, 23))}


def test_consumer_complaints_load_whole_by_channel(home_of):
    report = load(home_of("cfpb"), DATA / "cfpb_complaints" / "cfpb_2013_all_channels.csv", "cfpb")
    assert (report.read, report.loaded, report.rejected) == (1_000, 1_000, 0)
    assert {one.value: one.rows for one in told(report, "coverage")} == {
        "web": 691, "letter": 107, "other": 92 + 19, "phone": 90, "email": 1,
    }  # fmt: skip


def test_nhs_comments_load_whole_with_one_answer_for_each_respondent_and_doubtful_dates_counted(home_of):
    home = home_of("nhs")
    file = DATA / "nhs_fft_comments_2021_2022" / "nhs_fft_v6framework_230831.csv"
    report = load(home, file, "nhs_fft")
    assert (report.read, report.loaded, report.rejected) == (7_908, 7_908, 0)
    assert [one.rows for one in told(report, "ambiguous_date")] == [2_322, 32 + 257]
    assert {one.value for one in told(report, "not_on_the_scale")} == {"6", "7"}
    repeated = next(one for one in told(report, "no_answer") if one.column == "answers")
    assert report.read - repeated.rows == 4_466  # respondents, README of the data
