"""Can a reader look at figures as at an earlier load, by a link, and come back to the newest?"""

import json
from contextlib import redirect_stdout
from io import StringIO

import pytest

from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from frontdoor.ui.last_good import PINNED
from frontdoor.warehouse.undoing import undo
from tests.pages.canonical_file import write_contacts
from tests.pages.small_home import FIRST_DAY

FIRST, SECOND = "1", "2"
"""The two data versions of the small home; the second holds two days of November 2026 more."""


def held(screen) -> str:
    """Return what the page says of the data version."""
    return screen.page.first(kind="fd-notes").text


def versions_choice(screen):
    """Return the choice of a data version."""
    return next(radio for radio in screen.session.radio if radio.label == "Figures as at data version")


def test_a_version_can_be_chosen_and_unchosen(reading, small_home):
    screen = reading(small_home)
    versions_choice(screen).set_value(FIRST)
    assert "data version 1" in held(screen.run())
    versions_choice(screen).set_value("Newest")
    assert "data version 2" in held(screen.run())


def test_a_link_shows_the_figures_as_at_an_earlier_load(reading, small_home):
    screen = reading(small_home, query={"as_at": FIRST})
    assert not screen.is_broken
    assert "Figures to 31 October 2026" in held(screen)
    assert "Figures as at data version 1, as loaded on " in screen.words
    assert "newer figures exist:" in screen.words
    assert versions_choice(screen).value == FIRST


def test_nothing_in_the_address_is_the_newest_without_a_word(reading, small_home):
    screen = reading(small_home)
    assert "data version 2" in held(screen)
    assert "Figures as at" not in screen.words
    assert versions_choice(screen).value == "Newest"


def test_the_newest_can_be_asked_for_from_an_earlier_version(reading, small_home):
    screen = reading(small_home, query={"as_at": FIRST})
    screen.session.button(key="fd-newest").click()
    screen.run()
    assert "data version 2" in held(screen)
    assert "newer figures exist" not in screen.words


def test_the_versions_kept_are_offered_newest_first_with_what_each_load_brought(reading, small_home):
    radio = versions_choice(reading(small_home))
    assert list(radio.options) == ["Newest", SECOND, FIRST]
    words = [caption.replace("\\", "") for caption in radio.proto.captions]
    assert "new rows of second.csv (frontdoor)" in words[1]
    assert "figures to 31 October 2026" in words[2]


def test_only_officers_read_the_names_of_files_among_the_versions(reading, small_home):
    radio = versions_choice(reading(small_home, audience="member"))
    assert not [words for words in radio.proto.captions if "csv" in words]


def test_an_earlier_version_stays_chosen_on_every_page(reading, small_home):
    screen = reading(small_home, query={"as_at": FIRST})
    screen.go_to("measure")
    assert "Data version 1" in screen.words
    screen.go_to("data")
    assert "to 31 October 2026" in screen.answer
    screen.go_to("overview")
    assert screen.session.session_state[PINNED].generation == 1


@pytest.mark.parametrize("version", ["99", "0", "-1", "soon"])
def test_a_version_no_longer_kept_is_said_plainly_and_the_newest_is_shown(reading, small_home, version):
    screen = reading(small_home, query={"as_at": version})
    assert not screen.is_broken
    assert f"Data version {version} is no longer kept. These are the newest figures." in screen.words
    assert "data version 2" in held(screen)


def test_figures_loaded_in_mid_meeting_do_not_change_an_earlier_version(reading, own_home, tmp_path):
    screen = reading(own_home, query={"as_at": SECOND})
    assert "as loaded on" in screen.words
    assert ": the newest." in screen.words
    load(opened("trentside"), write_contacts(tmp_path / "more.csv", FIRST_DAY, 3, name="E"), "frontdoor")
    screen.run()
    assert "data version 2" in held(screen)
    assert "newer figures exist:" in screen.words


def test_a_version_taken_back_since_is_marked(reading, own_home):
    reading(own_home)
    undo(opened("trentside"))
    radio = versions_choice(reading(own_home))
    assert list(radio.options) == ["Newest", SECOND, FIRST]
    assert ["taken back since" in words for words in radio.proto.captions] == [False, True, False]


def test_the_commands_show_the_same_version(reading, small_home):
    screen = reading(small_home, query={"as_at": FIRST})
    values = json.loads(printed("measures", "--json", "--as-at", FIRST))
    assert (values["generation"], values["newest_generation"], values["as_at"]) == (1, 2, "2026-10-31")
    assert json.loads(printed("explain", "contacts", "--json", "--as-at", FIRST))["generation"] == 1
    assert "Figures to 31 October 2026" in held(screen)


def printed(*arguments: str) -> str:
    paper = StringIO()
    with redirect_stdout(paper):
        assert main(list(arguments)) == 0
    return paper.getvalue()
