"""What every test may ask for: the sample's home, built once for all test processes, and none of your own data."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tools.server import build_sample

SAMPLE = ("--months", "30")

# In CI the examples are the same each time, so that a change is judged by what it did; elsewhere new ones are tried.
settings.register_profile("frontdoor", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("frontdoor")


@pytest.fixture(autouse=True)
def _away_from_your_data(shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the councils of whoever runs them."""
    monkeypatch.setenv("FRONTDOOR_HOME", str(shared_folder / "no-councils-here"))
    monkeypatch.delenv("FRONTDOOR_COUNCIL", raising=False)


@pytest.fixture(autouse=True)
def _the_same_main_module() -> Iterator[None]:
    """Put back the main module, which an AppTest replaces by its script: processes started later would run that script."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return one folder for all processes of this run; pytest-xdist gives each process its own below it."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def sample_home(shared_folder: Path) -> Path:
    """Return a FRONTDOOR_HOME with Trentside's sample, built by whichever process comes first; only to be read."""
    home, finished = shared_folder / "sample", shared_folder / "sample-is-built"
    with FileLock(shared_folder / "sample.lock"):
        if not finished.exists():
            build_sample(home, *SAMPLE)
            finished.touch()
    return home
