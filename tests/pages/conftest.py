"""What page tests ask for: homes with a little data or with the sample, and a reader who opens pages of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import streamlit as st

from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from tests.pages.public_file import write_public_requests
from tests.pages.screen import Screen
from tests.pages.small_home import built_small_home, copied_small_home
from tests.pages.thin_sample import built_thin_sample

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
def sample_home(shared_folder: Path) -> Path:
    """Return a home with Trentside's sample, thinned: pages say the same of it and are sooner there; only to be read."""
    return built_thin_sample(shared_folder)


@pytest.fixture(scope="session")
def small_home(shared_folder: Path) -> Path:
    """Return a home in which Trentside has two loads, one service with a hostile name; only to be read."""
    return built_small_home(shared_folder)


@pytest.fixture
def own_home(shared_folder: Path, tmp_path: Path) -> Path:
    """Return a copy of the small home that a test may change or break."""
    return copied_small_home(shared_folder, tmp_path / "own")


@pytest.fixture(scope="session")
def public_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which Boston has one load; only to be read."""
    home = tmp_path_factory.mktemp("public")
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(home))
        load(opened("boston"), write_public_requests(home / "requests.csv"), "boston_311")
    return home
