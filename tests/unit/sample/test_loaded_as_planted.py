"""The sample's own files through the product's own loading: every row accounted for, and the second system refused."""

from datetime import date
from pathlib import Path

import pytest

from frontdoor.errors import UndeclaredOverlapError
from frontdoor.intake.loading import load
from frontdoor.intake.report import LoadReport
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home
from sample_data.generator import generate
from sample_data.generator.awkward import COUNTS
from sample_data.generator.files import NOT_LOADED

pytestmark = pytest.mark.slow
Loaded = tuple[Home, list[LoadReport], Path]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("files")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(tmp_path_factory.mktemp("home")))
        home = open_home("trentside")
    files = generate("trentside", folder, months=2, until=date(2026, 10, 31), contacts=12_000)
    return home, [load(home, file.path, file.source) for file in files], folder


def test_every_row_of_every_file_is_accounted_for(loaded: Loaded) -> None:
    for report in loaded[1]:
        parts = report.loaded + report.corrected + report.unchanged + report.rejected + report.duplicates
        assert report.read == parts


def test_history_and_last_month_load_whole(loaded: Loaded) -> None:
    for report in loaded[1][:2]:
        assert (report.read, report.rejected) == (report.loaded, 0)
        assert report.not_contact > 0


def test_corrections_change_rows_held_and_add_none(loaded: Loaded) -> None:
    corrections = loaded[1][2]
    assert corrections.corrected == corrections.read > 100
    assert corrections.loaded == 0


def test_the_awkward_file_is_taken_apart_as_counted(loaded: Loaded) -> None:
    awkward = loaded[1][3]
    found = (awkward.read, awkward.loaded, awkward.unchanged, awkward.rejected, awkward.duplicates)
    assert found == (COUNTS.read, COUNTS.loaded, COUNTS.unchanged, COUNTS.rejected, COUNTS.duplicates)


def test_the_second_system_is_refused_and_nothing_changes(loaded: Loaded) -> None:
    home, _, folder = loaded
    generation = home.current()
    with pytest.raises(UndeclaredOverlapError, match="channel email"):
        load(home, folder / NOT_LOADED / "invented_trentside_crm.csv", "trentside_crm")
    assert home.current() == generation
