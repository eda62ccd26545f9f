"""What page tests ask for: homes with a little data or with the sample, and a reader who opens pages of them."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from filelock import FileLock

from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from tests.pages.canonical_file import HOSTILE, write_contacts
from tests.pages.screen import Screen

FIRST_DAY, DAYS = date(2026, 8, 1), 92  # three whole months
OpenScreen = Callable[..., Screen]


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> OpenScreen:
    """Return a function that opens a page of a home: reading(home, "measure", {"service": "Waste"}, audience="member").

    What pages keep between sessions is forgotten first, as no two tests share a home's numbers of generations.
    """

    def open_(
        home: Path,
        page: str = "overview",
        query: Mapping[str, str | Sequence[str]] | None = None,
        audience: str = "officer",
        council: str = "trentside",
    ) -> Screen:
        serve(monkeypatch, home, audience, council)
        return Screen(page, query)

    return open_


_served: list[Path] = []


def serve(monkeypatch: pytest.MonkeyPatch, home: Path, audience: str = "officer", council: str = "trentside") -> None:
    """Let this process serve a home; answers kept of another home are forgotten."""
    if _served != [home]:
        st.cache_resource.clear()
        _served[:] = [home]
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    monkeypatch.setenv("FRONTDOOR_AUDIENCE", audience)
    monkeypatch.setenv("FRONTDOOR_COUNCIL", council)


@pytest.fixture(scope="session")
def small_home(shared_folder: Path) -> Path:
    """Return a home in which Trentside has two loads, one service with a hostile name; only to be read."""
    home = shared_folder / "small"
    with FileLock(shared_folder / "small.lock"):
        if not home.exists():
            _build(shared_folder / "small-being-built")
            (shared_folder / "small-being-built").rename(home)
    return home


def _build(home: Path) -> None:
    home.mkdir()
    services = ("council_tax", "waste", HOSTILE)
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(home))
        council = opened("trentside")
        load(council, write_contacts(home / "first.csv", FIRST_DAY, DAYS, services=services), "frontdoor")
        second = write_contacts(home / "second.csv", date(2026, 11, 1), 2, name="D", bad_rows=3)
        load(council, second, "frontdoor")


@pytest.fixture
def own_home(small_home: Path, tmp_path: Path) -> Path:
    """Return a copy of the small home that a test may change or break."""
    return shutil.copytree(small_home, tmp_path / "own")
