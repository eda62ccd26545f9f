"""`python -m frontdoor sample` loads every kind of file as one data version, says who did, and takes awkward ones apart."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from frontdoor.answers.context import register_of
from frontdoor.commands.main import main
from frontdoor.commands.sample import AUTHOR
from frontdoor.register.loads import LoadAct
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.ledger import loads
from sample_data.generator.awkward import COUNTS as CONTACTS
from sample_data.generator.complaints.awkward import COUNTS as COMPLAINTS
from sample_data.generator.surveys.awkward import COUNTS as SURVEYS

pytestmark = pytest.mark.slow
COUNTED = ("read", "loaded", "corrected", "unchanged", "rejected", "duplicates")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Home:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(tmp_path_factory.mktemp("home")))
        assert main(["sample", "--council", "trentside", "--months", "4"]) == 0
        return open_home("trentside")


@pytest.fixture(scope="module")
def ledger(sample: Home) -> pl.DataFrame:
    return loads(sample)


def counts(ledger: pl.DataFrame, file_name: str) -> tuple[int, ...]:
    (load,) = ledger.filter(file_name=file_name).select(COUNTED).iter_rows()
    return tuple(load)


def test_every_kind_of_record_is_there_as_one_data_version(sample: Home, ledger: pl.DataFrame) -> None:
    of_contact = {"contacts", "complaints", "survey_responses", "stated_results", "rota_shifts"}
    assert set(ledger["kind"]) == of_contact | {"postcodes", "councillors", "ward_boundaries"}
    assert sample.current() == 1
    assert ledger["load_id"].to_list() == list(range(1, ledger.height + 1))


def test_the_sample_is_the_author_of_every_load(sample: Home, ledger: pl.DataFrame) -> None:
    entries = register_of(sample.folder).load_entries()
    assert [entry.load_id for entry in entries] == ledger["load_id"].to_list()
    assert {(entry.act, entry.author, entry.generation) for entry in entries} == {(LoadAct.LOADED, AUTHOR, 1)}
    assert {entry.author_words for entry in entries} == {"the sample (name given, not verified)"}
    assert all(entry.recorded_at <= datetime.now(UTC) for entry in entries)


def test_its_invented_pilots_are_declared(sample: Home) -> None:
    assert "Open from 8am on Mondays" in [pilot.plan.title for pilot in register_of(sample.folder).pilots()]


def test_every_row_of_every_file_is_accounted_for(ledger: pl.DataFrame) -> None:
    assert ledger.filter(pl.col("read") != pl.sum_horizontal(COUNTED[1:])).is_empty()
    sound = ledger.filter(~pl.col("file_name").str.contains("awkward"))
    assert sound["rejected"].sum() == sound["duplicates"].sum() == 0


def test_the_awkward_files_are_taken_apart_as_counted(ledger: pl.DataFrame) -> None:
    assert counts(ledger, "invented_trentside_4_awkward.csv") == (
        CONTACTS.read, CONTACTS.loaded, 0, CONTACTS.unchanged, CONTACTS.rejected, CONTACTS.duplicates,
    )  # fmt: skip
    assert counts(ledger, "invented_trentside_complaints_3_awkward.csv") == (
        COMPLAINTS.read, COMPLAINTS.loaded, 0, COMPLAINTS.unchanged, COMPLAINTS.rejected, COMPLAINTS.duplicates,
    )  # fmt: skip
    assert counts(ledger, "invented_trentside_surveys_3_awkward.csv") == (
        SURVEYS.read, SURVEYS.loaded, 0, 0, SURVEYS.rejected, SURVEYS.duplicates,
    )  # fmt: skip


def test_why_awkward_complaints_were_refused_is_written_down(sample: Home, ledger: pl.DataFrame) -> None:
    (load,) = ledger.filter(file_name="invented_trentside_complaints_3_awkward.csv").iter_rows(named=True)
    refused = next((sample.folder / "loads" / str(load["load_id"])).iterdir())
    told = pl.read_csv(refused, infer_schema=False)
    assert told.height == COMPLAINTS.rejected
    reasons = " ".join(str(cell) for row in told.iter_rows() for cell in row)
    assert all(word in reasons for word in ("justified", "a fortnight", "31/04/2026"))


def test_a_council_that_holds_data_is_left_alone(sample: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_HOME", str(Path(sample.folder).parent))
    assert main(["sample", "--council", "trentside"]) == 2
    assert sample.current() == 1
