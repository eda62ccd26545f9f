"""A loader killed at any instant leaves what was published, and its load is wholly there or not at all."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic

import duckdb
import endless_loads
import pytest
import small_warehouse
from small_warehouse import COUNCIL, Delivery, contact, load

from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse

KILLS = 20
LATEST = 2.0  # a kill falls anywhere up to this many times what one load takes
PATH = os.pathsep.join([str(Path(small_warehouse.__file__).parent), *sys.path])


@pytest.mark.slow
def test_a_loader_killed_at_random_instants_never_tears_anything(tmp_path: Path) -> None:
    random = Random(1)
    home = Home(COUNCIL, tmp_path / "home")
    load(home, Delivery([contact("first")]))
    took = seconds_of_a_load(home)
    for kill in range(KILLS):
        kill_a_loader(home.folder, kill, random.uniform(0.0, took * LATEST))
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


def kill_a_loader(folder: Path, number: int, seconds: float) -> None:
    """Start a loader and kill it outright so many seconds after it is ready to load."""
    command = [sys.executable, endless_loads.__file__, str(folder), str(number)]
    pipe, environment = subprocess.PIPE, os.environ | {"PYTHONPATH": PATH}
    with subprocess.Popen(command, env=environment, stdout=pipe, text=True) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):  # a loader that ended by itself is no loader killed
            loader.wait(seconds)
        loader.kill()


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
