"""While a council's changed settings are worked into its figures, does the server go on showing the last good ones?"""

import time

import pytest

from frontdoor.ui.rebuilding import rebuild_in_a_child
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import BEING_BUILT, build_elsewhere, open_warehouse
from tests.pages.small_home import copied_small_home

LONGEST = 120  # seconds; a rebuild of a few hundred contacts takes about 3


@pytest.fixture
def folder(monkeypatch, tmp_path, shared_folder):
    copied_small_home(shared_folder, tmp_path / "home")
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "home"))
    build_elsewhere(rebuild_in_a_child)
    yield tmp_path / "home" / "trentside"
    build_elsewhere(None)


def change_settings(folder):
    file = folder / "council.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('nation = "England"', 'nation = "Scotland"'), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != text


def test_the_last_good_figures_are_shown_until_the_new_ones_are_there(folder):
    before = open_warehouse(open_home("trentside"))
    assert not before.notice
    change_settings(folder)
    began = time.monotonic()
    meanwhile = open_warehouse(open_home("trentside"))
    assert time.monotonic() - began < 1  # nobody waits for the rebuild
    assert (meanwhile.generation, meanwhile.notice) == (before.generation, BEING_BUILT)
    while open_home("trentside").current() == before.generation:
        assert time.monotonic() - began < LONGEST
        time.sleep(0.2)
    after = open_warehouse(open_home("trentside"))
    assert (after.generation, after.notice) == (before.generation + 1, "")


def test_what_was_never_open_is_built_before_it_is_shown(folder):
    change_settings(folder)
    assert open_warehouse(open_home("trentside")).generation == 3
