"""A home with a few invented contacts of Trentside, quickly built; page and browser tests share it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from tests.pages.canonical_file import HOSTILE, write_contacts

KEPT = "small-kept"
FIRST_DAY, DAYS = date(2026, 8, 1), 92  # three whole months
NEXT_DAY = date(2026, 11, 1)
SERVICES = ("council_tax", "waste", HOSTILE)


def built_small_home(folder: Path) -> Path:
    """Return the home below `folder`, built by whichever test process comes first.

    Its first load ends on 31 October 2026; its second holds two days more and three rows that were rejected.
    """
    home, unfinished = folder / "small", folder / "small-being-built"
    with FileLock(folder / "small.lock"):
        if not home.exists():
            _build(unfinished)
            shutil.copytree(unfinished, folder / KEPT)
            unfinished.rename(home)
    return home


def copied_small_home(folder: Path, to: Path) -> Path:
    """Return `to`, a copy of the small home below `folder` to do as one likes with.

    It is copied from one that nobody opens: a register that is read has files beside it that come and go.
    """
    built_small_home(folder)
    return Path(shutil.copytree(folder / KEPT, to))


def _build(home: Path) -> None:
    home.mkdir()
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(home))
        council = opened("trentside")
        load(council, write_contacts(home / "first.csv", FIRST_DAY, DAYS, services=SERVICES), "frontdoor")
        load(council, write_contacts(home / "second.csv", NEXT_DAY, 2, name="D", bad_rows=3), "frontdoor")
