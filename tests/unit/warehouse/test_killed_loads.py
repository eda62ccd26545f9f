"""A loader killed at any instant leaves what was published, and its load is wholly there or not at all."""

import multiprocessing
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random
from time import monotonic

import duckdb
import pytest
from endless_loads import load_for_ever
from small_warehouse import COUNCIL, Delivery, contact, load

from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse

KILLS = 20
LATEST = 2.0  # a kill falls anywhere up to this many times what one load takes
PRELOADED = ["endless_loads"]


@pytest.mark.slow
def test_a_loader_killed_at_random_instants_never_tears_anything(tmp_path: Path) -> None:
    random, processes = Random(1), multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(PRELOADED)
    home = Home(COUNCIL, tmp_path / "home")
    load(home, Delivery([contact("first")]))
    took = seconds_of_a_load(home)
    for kill in range(KILLS):
        kill_a_loader(processes, home.folder, kill, random.uniform(0.0, took * LATEST))
        assert_whole(home)
    before = contacts_held(home)
    load(home, Delivery([contact("last")]))
    assert contacts_held(home) == before + 1
    assert before > 2, "every loader was killed before it could load anything"
    assert not (home.folder / "draft").exists()


def seconds_of_a_load(home: Home) -> float:
    began = monotonic()
    load(home, Delivery([contact("second")]))
    return monotonic() - began


def kill_a_loader(processes: ForkServerContext, folder: Path, number: int, seconds: float) -> None:
    """Start a loader and kill it outright so many seconds after it was started."""
    loader = processes.Process(target=load_for_ever, args=(str(folder), str(number)))
    loader.start()
    loader.join(seconds)
    assert loader.is_alive(), "the loader ended by itself"
    loader.kill()
    loader.join()


def assert_whole(home: Home) -> None:
    """Fail unless both files in force open, agree, and hold one contact for each load in the ledger."""
    warehouse = open_warehouse(home)
    assert warehouse.notice == ""
    ledger = warehouse.loads()
    with duckdb.connect(str(home.records_file(warehouse.generation)), read_only=True) as records:
        row = records.execute("select count(*), count(distinct load_id), max(load_id) from contacts").fetchone()
    assert row == (ledger.height, ledger.height, ledger["load_id"].max())
    assert contacts_held(home) == ledger.height


def contacts_held(home: Home) -> int:
    counted = open_warehouse(home).connection.cursor().execute("select sum(contacts) from contacts_by_day").fetchone()
    assert counted is not None
    return int(counted[0])
