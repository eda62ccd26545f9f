"""Do the files of the benchmarks hold what they say: dirty rows, repeated rows, and a day apart?"""

from pathlib import Path

import polars as pl
import pytest

from benchmarks.invented_files import DAILY_ROWS, DIRTY_EVERY, Files, make
from benchmarks.kills import kill_loaders, prepared

ROWS = 40_000


@pytest.mark.slow
def test_the_big_file_has_dirty_and_repeated_rows_and_the_day_comes_after_it(tmp_path: Path):
    make(str(tmp_path), str(ROWS))
    files = Files(tmp_path)
    big, day = (pl.read_csv(path, infer_schema=False) for path in (files.contacts, files.daily))
    assert day.height == pytest.approx(DAILY_ROWS, abs=50)  # rows of the same second stay together
    assert day["started_at"].min() > big["started_at"].max()
    assert big.height + day.height == pytest.approx(ROWS, rel=0.1)
    dirty, repeated = (big["channel"] == "smoke").sum(), big.height - big["contact_id"].n_unique()
    assert dirty == pytest.approx(big.height / DIRTY_EVERY, rel=0.6)
    assert repeated == pytest.approx(big.height / DIRTY_EVERY, rel=0.6)


@pytest.mark.slow
def test_a_killed_loader_leaves_the_data_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "home"))
    findings = kill_loaders(prepared(tmp_path), rounds=4)
    assert findings.killed + findings.finished == 4
    assert findings.torn == []
    assert findings.reader_errors == []
    assert findings.reads
