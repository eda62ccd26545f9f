"""Several files become one data version: each a load of its own, and one that is refused does not lose the others."""

from pathlib import Path

import pytest
from small_warehouse import COUNCIL

from frontdoor.errors import AlreadyLoadedError, SourceError, UndeclaredOverlapError, UnreadableFileError
from frontdoor.intake.loading import load
from frontdoor.intake.loading_together import load_together
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.ledger import loads
from frontdoor.warehouse.opening import Scope, open_warehouse
from frontdoor.warehouse.undoing import undo

HEADER = "contact_id,updated_at,started_at,service,queue,channel,outcome,seconds_waited"
NOTHING: dict[str, object] = {"digital_channels": [], "unit_costs": []}


def export(path: Path, *rows: tuple[str, str]) -> Path:
    """Write calls as (contact_id, started_at)."""
    lines = [f"{key},2026-06-01T00:00:00Z,{at}Z,waste,line,phone,answered,20" for key, at in rows]
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(COUNCIL, tmp_path / "home")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    april = export(tmp_path / "april.csv", ("1", "2026-04-02T10:00:00"), ("2", "2026-04-03T10:00:00"))
    may = export(tmp_path / "may.csv", ("2", "2026-04-03T10:00:00"), ("3", "2026-05-04T10:00:00"))
    return [april, may]


def contacts(home: Home) -> int:
    warehouse = open_warehouse(home)
    scope = Scope(warehouse.as_at.replace(month=1, day=1), warehouse.as_at)
    return int(warehouse.ask("contact_totals", scope, NOTHING).frame["contacts"].sum())


def test_two_files_become_one_version_of_two_loads(home: Home, files: list[Path]) -> None:
    outcomes = load_together(home, [(file, "frontdoor") for file in files])
    reports = [outcome.report for outcome in outcomes if outcome.report]
    assert [(report.load_id, report.loaded, report.unchanged, report.generation) for report in reports] == [
        (1, 2, 0, 1),
        (2, 1, 1, 1),
    ]
    assert home.current() == 1
    assert loads(home)["load_id"].to_list() == [1, 2]
    assert contacts(home) == 3


def test_each_of_them_can_be_undone_by_itself(home: Home, files: list[Path]) -> None:
    load_together(home, [(file, "frontdoor") for file in files])
    assert undo(home, 1) == 2
    assert loads(home)["load_id"].to_list() == [2]
    assert contacts(home) == 2  # the second file holds contact 2 as well


def test_a_refused_file_does_not_lose_the_others(home: Home, files: list[Path], tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text(f"{HEADER}\n", encoding="utf-8")
    again = [(files[0], "frontdoor"), (empty, "frontdoor"), (files[0], "frontdoor"), (files[1], "frontdoor")]
    outcomes = load_together(home, again)
    kinds = [type(outcome.refusal) for outcome in outcomes]
    assert kinds == [type(None), UnreadableFileError, AlreadyLoadedError, type(None)]
    assert "empty.csv" in str(outcomes[1].refusal)
    assert (home.current(), contacts(home)) == (1, 3)


def test_where_all_are_refused_nothing_is_published(home: Home, files: list[Path]) -> None:
    load(home, files[0], "frontdoor")
    (outcome,) = load_together(home, [(files[0], "frontdoor")])
    assert isinstance(outcome.refusal, AlreadyLoadedError)
    assert home.current() == 1


def test_an_overlap_refuses_only_the_file_that_overlaps(home: Home, files: list[Path], tmp_path: Path) -> None:
    summary = tmp_path / "summary.csv"
    summary.write_text(
        "starts_at,grain,service,queue,channel,calls_offered,calls_answered\n"
        "2026-04-02T00:00:00,day,waste,line,phone,9,8\n",
        encoding="utf-8",
    )
    pairs = [(files[0], "frontdoor"), (summary, "frontdoor_intervals"), (files[1], "frontdoor")]
    outcomes = load_together(home, pairs)
    assert [type(outcome.refusal) for outcome in outcomes] == [type(None), UndeclaredOverlapError, type(None)]
    assert contacts(home) == 3


def test_a_source_nobody_knows_is_refused_before_anything_is_read(home: Home, files: list[Path]) -> None:
    with pytest.raises(SourceError):
        load_together(home, [(files[0], "frontdoor"), (files[1], "no_such_source")])
    assert home.current() is None
