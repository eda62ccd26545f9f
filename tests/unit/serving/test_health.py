"""Does the server say truthfully whether it is well and which data is the newest?"""

import pytest

from frontdoor.ui.serving import generation_in_force, health
from tests.pages.small_home import built_small_home


@pytest.fixture
def serving(monkeypatch, tmp_path):
    """Return a function that lets this process serve a home."""

    def serve(home):
        monkeypatch.setenv("FRONTDOOR_HOME", str(home))
        monkeypatch.setenv("FRONTDOOR_COUNCIL", "trentside")
        return home / "trentside"

    return serve


def test_with_figures_it_is_well_and_names_them(serving, shared_folder):
    serving(built_small_home(shared_folder))
    assert health() == {"ok": True, "council": "trentside", "generation": 2}
    assert generation_in_force() == 2


def test_before_the_first_load_it_is_not_well_and_says_why(serving, tmp_path):
    serving(tmp_path)
    assert health() == {
        "ok": False,
        "reason": "Nothing has been loaded for Trentside District Council (fictional) yet.",
    }
    assert generation_in_force() == 0


def test_what_cannot_be_told_is_not_called_nothing(serving, tmp_path):
    folder = serving(tmp_path)
    folder.mkdir()
    (folder / "CURRENT").write_text("{")
    assert generation_in_force() is None
    assert "CURRENT: cannot be read" in str(health()["reason"])
