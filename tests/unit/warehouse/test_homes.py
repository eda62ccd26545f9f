"""A council's files are read once, and again when either of them has changed."""

import os
import shutil
from pathlib import Path

import pytest

from frontdoor.errors import WarehouseError
from frontdoor.strategy import reading
from frontdoor.warehouse import homes
from frontdoor.warehouse.draft import PRIVATE_FOLDER
from frontdoor.warehouse.homes import open_home


@pytest.fixture
def strategies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Use strategies that may be changed, and a home of our own."""
    copied = Path(shutil.copytree(reading.strategies_folder(), tmp_path / "strategies"))
    monkeypatch.setattr(reading, "strategies_folder", lambda: copied)
    monkeypatch.setattr(homes, "strategies_folder", lambda: copied)
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "home"))
    return copied


def put(path: Path, old: str, new: str) -> None:
    """Change a file's words, and its date even on a coarse file system."""
    before = path.stat().st_mtime_ns
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(before + 1_000_000_000, before + 1_000_000_000))


def test_unchanged_files_are_read_once(strategies: Path) -> None:
    assert strategies.exists()
    assert open_home("trentside").council is open_home("trentside").council


def test_a_changed_strategy_is_seen(strategies: Path) -> None:
    before = open_home("trentside").council.strategy
    put(strategies / f"{before.key}.toml", before.title, "Another title")
    assert open_home("trentside").council.strategy.title == "Another title"


def test_a_changed_council_file_is_seen(strategies: Path) -> None:
    home = open_home("trentside")
    assert strategies.exists()
    put(home.folder / "council.toml", home.council.name, "Another name")
    assert open_home("trentside").council.name == "Another name"


def test_a_draft_that_cannot_be_opened_leaves_nothing_private(strategies: Path) -> None:
    home = open_home("trentside")
    assert strategies.exists()
    (home.folder / "CURRENT").write_text('{"generation": 1, "highest": 1}', encoding="utf-8")
    (home.folder / "records-1.duckdb").write_bytes(b"not a database" * 1000)
    with pytest.raises(Exception, match="not a valid DuckDB"), home.draft():
        pass
    assert not (home.folder / PRIVATE_FOLDER).exists()
    with home.locked():  # the lock was let go of
        pass


def test_a_clock_changed_since_a_load_is_refused_by_load_and_rebuild(strategies: Path) -> None:
    from small_warehouse import Delivery, contact, load

    from frontdoor.warehouse.rebuilding import rebuild
    from frontdoor.warehouse.undoing import undo

    home = open_home("trentside")
    assert strategies.exists()
    load(home, Delivery([contact(1)]))
    generation = home.current()
    words = (home.folder / "council.toml").read_text(encoding="utf-8")
    zone = f'time_zone = "{home.council.time_zone}"'
    if zone in words:
        put(home.folder / "council.toml", zone, 'time_zone = "America/Chicago"')
    else:
        put(home.folder / "council.toml", "\nname = ", '\ntime_zone = "America/Chicago"\nname = ')
    moved = open_home("trentside")
    assert moved.council.time_zone == "America/Chicago"
    with pytest.raises(WarehouseError, match=r'time_zone = "America/Chicago", but load 1 .* "Europe/London"'):
        rebuild(moved)
    with pytest.raises(WarehouseError, match="load 1 was made"):
        load(moved, Delivery([contact(2)]))
    assert moved.current() == generation
    undo(moved, 1)
    load(moved, Delivery([contact(1)]))
