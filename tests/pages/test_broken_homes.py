"""What do pages say when something they stand on is missing or damaged: the last good figures, plainly, and no traceback."""

import json
import sqlite3
from pathlib import Path

import pytest

from frontdoor.ui.child import run_command
from frontdoor.warehouse import opening


def council_folder(home: Path) -> Path:
    return home / "trentside"


def take_back(load: str = "") -> None:
    """Take a load back as the pages do: in another process, while this one reads."""
    ended = run_command(["undo", *load.split()], lambda _step, _share: None, "failed")
    assert not ended.error


def damage(file: Path) -> None:
    """Overwrite the beginning of a file, as a failing disk would."""
    with file.open("r+b") as opened:
        opened.write(b"\0" * 4096)


def assert_plain(screen) -> None:
    assert not screen.is_broken
    assert len(screen.page.all("h1")) == 1
    assert "Traceback" not in screen.words


@pytest.mark.parametrize("page", ["overview", "measure", "data"])
@pytest.mark.parametrize("broken", ["missing", "damaged"])
def test_without_the_newest_marts_the_last_good_figures_are_shown_and_said_to_be(reading, own_home, page, broken):
    marts = council_folder(own_home) / "marts-2.duckdb"
    marts.unlink() if broken == "missing" else damage(marts)
    screen = reading(own_home, page)
    assert_plain(screen)
    assert "cannot be read" in screen.words or "no longer kept" in screen.words
    assert "These are the last good figures, as loaded on" in screen.words
    assert "31 October 2026" in screen.words  # the first load ends there, the second on 2 November


def test_the_public_is_told_that_figures_are_not_the_newest_and_no_file_names(reading, own_home):
    damage(council_folder(own_home) / "marts-2.duckdb")
    screen = reading(own_home, audience="public")
    assert_plain(screen)
    assert "The newest figures cannot be read just now. These are the last good figures." in screen.words
    assert "marts" not in screen.words


def test_with_no_readable_marts_at_all_a_page_says_so(reading, own_home):
    for marts in council_folder(own_home).glob("marts-*.duckdb"):
        damage(marts)
    screen = reading(own_home)
    assert_plain(screen)
    assert screen.answer == "We can’t show this just now."
    assert "2" in screen.page.first(kind="fd-lead").text
    assert "cannot be read" in screen.words


def test_files_and_reasons_are_for_officers_only(reading, own_home):
    (council_folder(own_home) / "CURRENT").write_text("half a li")
    officer, member = reading(own_home), reading(own_home, audience="public")
    assert_plain(officer)
    assert_plain(member)
    assert "CURRENT: cannot be read" in officer.words
    assert str(own_home) not in member.words
    assert "Please tell whoever looks after Frontdoor." in member.words


def test_a_session_goes_on_with_its_figures_while_current_cannot_be_read(reading, own_home):
    screen = reading(own_home)
    answer = screen.answer
    (council_folder(own_home) / "CURRENT").write_text(json.dumps({"generation": "two"})[:9])
    screen.choose("period", "September 2026")
    assert_plain(screen)
    assert screen.choose("period", "October 2026").answer == answer


def test_a_damaged_register_keeps_what_was_worked_out_and_says_so(reading, own_home):
    screen = reading(own_home)
    answer = screen.answer
    damage_register(council_folder(own_home))
    screen.run()
    assert_plain(screen)
    assert screen.answer == answer
    assert "The register of targets cannot be read just now." in screen.words


def test_a_damaged_register_is_said_plainly_where_nothing_was_worked_out(reading, own_home):
    damage_register(council_folder(own_home))
    screen = reading(own_home)
    assert_plain(screen)
    assert screen.answer == "We can’t show this just now."
    assert "the register cannot be used" in screen.words


def damage_register(folder: Path) -> None:
    for file in folder.glob("register.sqlite*"):
        file.unlink()
    (folder / "register.sqlite").write_bytes(b"This is not a database." * 100)


def test_a_register_locked_by_another_process_is_still_read(reading, own_home):
    screen = reading(own_home)
    other = sqlite3.connect(council_folder(own_home) / "register.sqlite", isolation_level=None)
    other.execute("begin immediate")
    screen.choose("period", "September 2026")
    other.rollback()
    other.close()
    assert_plain(screen)
    assert screen.page.first("table", "fd-promises").all("th")[2].text == "September 2026"


def test_a_mistake_in_the_council_file_is_named_with_its_way_out(reading, own_home):
    file = council_folder(own_home) / "council.toml"
    file.write_text(file.read_text().replace('measure = "service_level"', 'measure = "servicelevel"'))
    screen = reading(own_home)
    assert_plain(screen)
    assert "council.toml" in screen.words
    assert "Did you mean service_level" in screen.words


def test_after_every_load_is_undone_nothing_is_held(reading, own_home):
    reading(own_home)
    take_back()
    take_back()
    screen = reading(own_home)
    assert_plain(screen)
    assert screen.answer == "We can’t say yet: no figures have been loaded."
    assert "Nothing is held for Trentside District Council (fictional)." in screen.words


def test_a_load_during_a_session_changes_nothing_until_it_is_asked_for(reading, own_home):
    screen = reading(own_home)
    take_back()
    screen.go_to("data")
    before = screen.answer
    assert "to 2 November 2026" in before
    assert [row[0] for row in screen.page.all("table")[1].rows()[1:]] == ["2", "1"]
    assert reading(own_home, "data").answer != before


def test_a_session_whose_figures_are_no_longer_kept_is_given_the_newest_and_told(reading, own_home):
    screen = reading(own_home)
    take_back()
    (council_folder(own_home) / "marts-2.duckdb").unlink()
    opening._open.clear()  # as after eight other generations were opened
    screen.run()
    assert_plain(screen)
    assert "The figures you were reading are no longer kept. These are the newest." in screen.words
    assert "Figures to 31 October 2026" in screen.words
