"""A loader killed at any instant leaves what was published, and its load is wholly there or not at all."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

import duckdb
import pytest
from small_warehouse import COUNCIL, Delivery, contact, load

from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse

ROOT = Path(__file__).resolve().parents[3]
KILLS = 20
LONGEST_LIFE = 1.6  # seconds: about two loads


@pytest.mark.slow
def test_a_loader_killed_at_random_instants_never_tears_anything(tmp_path: Path) -> None:
    random = Random(1)
    home = Home(COUNCIL, tmp_path / "home")
    load(home, Delivery([contact("first")]))
    for kill in range(KILLS):
        kill_a_loader(home.folder, kill, random.uniform(0.0, LONGEST_LIFE))
        assert_whole(home)
    before = contacts_held(home)
    load(home, Delivery([contact("last")]))
    assert contacts_held(home) == before + 1
    assert not (home.folder / "draft").exists()


def kill_a_loader(folder: Path, number: int, seconds: float) -> None:
    """Start a loader and kill it outright so many seconds after its first load began."""
    script = Path(__file__).with_name("endless_loads.py")
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, str(script), str(folder), str(number)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline().strip() == b"ready"
        sleep(seconds)
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
