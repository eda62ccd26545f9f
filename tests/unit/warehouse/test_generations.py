"""A generation is published whole or not at all, and is never changed afterwards."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from small_warehouse import COUNCIL, Delivery, contact, home_with, load

from frontdoor.errors import BusyError, NoDataError, WarehouseError
from frontdoor.periods import Grain
from frontdoor.warehouse import files
from frontdoor.warehouse.compacting import compact
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.ledger import loads
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse
from frontdoor.warehouse.pointer import Pointer, flip, read_pointer
from frontdoor.warehouse.rebuilding import rebuild
from frontdoor.warehouse.undoing import undo

MAY = Scope(date(2026, 5, 1), date(2026, 5, 31), Grain.MONTH)
NOTHING_DECIDED: dict[str, object] = {"digital_channels": [], "unit_costs": []}


def contacts_in_may(warehouse: Warehouse) -> int:
    return int(warehouse.ask("contact_totals", MAY, NOTHING_DECIDED).frame["contacts"].sum())


def one(number: int) -> Delivery:
    return Delivery([contact(number)], covered_to=date(2026, 5, 31))


def test_before_the_first_load_there_is_no_data(tmp_path: Path) -> None:
    home = Home(COUNCIL, tmp_path)
    with pytest.raises(NoDataError, match="Nothing has been loaded for Invented"):
        open_warehouse(home)
    with pytest.raises(NoDataError):
        rebuild(home)
    assert loads(home).is_empty()


def test_a_load_leaves_two_files_and_a_pointer(tmp_path: Path) -> None:
    home_with(tmp_path, one(1))
    assert {path.name for path in tmp_path.iterdir()} == {"CURRENT", "lock", "records-1.duckdb", "marts-1.duckdb"}
    assert json.loads((tmp_path / "CURRENT").read_text())["generation"] == 1


def test_an_open_viewer_keeps_its_figures_while_a_load_is_published(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    before = open_warehouse(home)
    load(home, one(2))
    assert contacts_in_may(before) == 1
    assert contacts_in_may(open_warehouse(home)) == 2
    assert contacts_in_may(open_warehouse(home, generation=1)) == 1


def test_a_second_loader_is_told_to_wait(tmp_path: Path) -> None:
    home = Home(COUNCIL, tmp_path)
    with home.draft(), pytest.raises(BusyError, match="Another load for Invented is running"), home.draft():
        pass
    with home.draft() as draft:
        assert draft.generation == 1


def test_a_load_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    with pytest.raises(duckdb.Error), home.draft() as draft:
        draft.connection.execute("delete from contacts; delete from nothing_of_that_name")
    assert not (tmp_path / "draft").exists()
    assert contacts_in_may(open_warehouse(home)) == 1


def test_what_a_killed_load_left_is_removed_by_the_next(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "records.duckdb").write_bytes(b"half a file")
    (tmp_path / "records-2.duckdb").write_bytes(b"not published")
    load(home, one(2))
    assert not (tmp_path / "draft").exists()
    assert contacts_in_may(open_warehouse(home)) == 2


def test_numbers_are_never_used_again(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1), one(2))
    assert undo(home) == 1
    load_id, _ = load(home, one(3))
    assert (home.current(), load_id) == (3, 3)


def test_undoing_the_newest_load_points_back(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1), one(2))
    assert undo(home) == 1
    assert contacts_in_may(open_warehouse(home)) == 1
    assert loads(home)["load_id"].to_list() == [1]


def test_undoing_the_only_load_leaves_no_data(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    assert undo(home) == 0
    with pytest.raises(NoDataError):
        open_warehouse(home)


@pytest.mark.slow
def test_undoing_every_load_one_after_another_leaves_no_data(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1), one(2))
    undo(home, 1)
    assert contacts_in_may(open_warehouse(home)) == 1
    undo(home, 2)
    with pytest.raises(NoDataError):
        open_warehouse(home)
    load(home, one(3))
    assert contacts_in_may(open_warehouse(home)) == 1


def test_a_load_that_was_never_made_cannot_be_undone(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    with pytest.raises(WarehouseError, match="no load 9 to undo"):
        undo(home, 9)
    with pytest.raises(WarehouseError, match="no load"):
        undo(Home(COUNCIL, tmp_path / "empty"))


@pytest.mark.slow
def test_only_the_last_records_files_are_kept(tmp_path: Path) -> None:
    home = home_with(tmp_path, *(one(number) for number in range(7)))
    assert files.generations(tmp_path, "records") == [3, 4, 5, 6, 7]
    assert contacts_in_may(open_warehouse(home)) == 7


def test_changed_facts_of_the_council_rebuild_the_marts_before_they_are_served(tmp_path: Path) -> None:
    home_with(tmp_path, one(1))
    scotland = Home(replace(COUNCIL, nation="Scotland"), tmp_path)
    assert open_warehouse(scotland).generation == 2
    assert open_warehouse(scotland).generation == 2


def test_a_damaged_newest_file_shows_the_last_good_figures_and_says_so(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    load(home, one(2))
    home.marts_file(2).write_bytes(b"x" * 9000)
    warehouse = open_warehouse(home)
    assert contacts_in_may(warehouse) == 1
    assert "cannot be read" in warehouse.notice
    assert "last good figures" in warehouse.notice


def test_a_load_onto_damaged_marts_builds_them_anew(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    home.marts_file(1).write_bytes(b"x" * 9000)
    with pytest.raises(WarehouseError, match="cannot be read"):
        undo(home)
    load(home, one(2))
    assert contacts_in_may(open_warehouse(home)) == 2


def test_files_grown_by_half_are_rewritten(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1), one(2))
    size = home.records_file(2).stat().st_size
    flip(tmp_path, replace(read_pointer(tmp_path), compacted_bytes=size))
    assert compact(home) is None
    flip(tmp_path, replace(read_pointer(tmp_path), compacted_bytes=size // 2))
    assert compact(home) == 3
    assert read_pointer(tmp_path).compacted_bytes == home.records_file(3).stat().st_size
    assert contacts_in_may(open_warehouse(home)) == 2


def test_a_missing_only_file_is_a_plain_error(tmp_path: Path) -> None:
    home = home_with(tmp_path, one(1))
    home.marts_file(1).unlink()
    with pytest.raises(WarehouseError, match="no longer kept"):
        open_warehouse(home)


def test_a_damaged_pointer_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("{")
    with pytest.raises(WarehouseError, match="CURRENT: cannot be read"):
        read_pointer(tmp_path)


def test_a_pointer_is_read_as_written(tmp_path: Path) -> None:
    flip(tmp_path, Pointer(3, 5, 4, 100))
    assert read_pointer(tmp_path) == Pointer(3, 5, 4, 100)


def test_as_at_is_what_the_deliveries_cover(tmp_path: Path) -> None:
    late = Delivery([contact(1)], source="other", covered_to=date(2026, 5, 20))
    email = Delivery([contact(2, channel="email", outcome=None)], covered_to=date(2026, 5, 31))
    warehouse = open_warehouse(home_with(tmp_path, late, email))
    assert warehouse.as_at == date(2026, 5, 31)
    assert warehouse.covered_to == {"calls": date(2026, 5, 31), "other": date(2026, 5, 20)}
    assert warehouse.loaded_at == datetime(2026, 7, 1, 6, 0)


def test_a_ledger_row_with_an_unknown_column_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with Home(COUNCIL, tmp_path).draft() as draft, pytest.raises(KeyError, match="colour"):
        draft.write_ledger({"load_id": 1, "colour": "red"})
