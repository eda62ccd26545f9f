"""Is the annual update written as one file that needs nothing else, and is what cannot be done said in one line?"""

import os
import re
from pathlib import Path

import pytest

from frontdoor.commands.main import BAD_INPUT, main
from tests.pages.small_home import copied_small_home
from tests.unit.packs.reading_html import read_html

OUTSIDE = re.compile(r"""(?:src|href)=["'](?!#)|url\((?!data:font)|@import|<link""")


@pytest.fixture
def small(shared_folder, tmp_path, monkeypatch) -> Path:
    home = copied_small_home(shared_folder, tmp_path / "own")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return home


def written(capsys, *arguments: str) -> Path:
    """Return the file that the command says it wrote."""
    assert main(["update", *arguments]) == 0
    return Path(capsys.readouterr().out.splitlines()[-1].removeprefix("Written: "))


def test_the_file_needs_nothing_else(small, capsys):
    path = written(capsys)
    assert path.name == "invented-annual-update-trentside-2026-27.html"
    text = path.read_text(encoding="utf-8")
    assert text.startswith('<!doctype html>\n<html lang="en-GB">')
    assert not OUTSIDE.search(text)
    assert "default-src 'none'" in text


def test_the_file_has_landmarks_headings_and_tables_that_say_what_their_cells_are(small, capsys):
    page = read_html(written(capsys).read_bytes())
    assert len(page.all("main")) == len(page.all("h1")) == len(page.all("header")) == 1
    numbers = page.all("a", "fd-from")
    assert len(numbers) > 50
    assert [each.attributes["aria-labelledby"] for each in page.all("nav")] == ["contents"]
    tables = page.all("table")
    assert len(tables) > 3
    for table in tables:
        assert table.all("caption")[0].words
        assert {each.attributes.get("scope") for each in table.all("th")} == {"col", "row"}
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert {link.attributes["href"].removeprefix("#") for link in page.all("a")} <= set(ids)


def test_links_lead_to_where_frontdoor_is_served(small, capsys):
    text = written(capsys, "--address", "https://frontdoor.example.gov.uk/").read_text(encoding="utf-8")
    assert 'href="https://frontdoor.example.gov.uk/actions?period=' in text
    assert "account_view=Targets" in text


def test_an_issued_update_says_so_and_is_written_again_as_it_was(small, capsys):
    path = written(capsys, "--issue", "--by", "Jo Smith", "--out", "one.html")
    text = path.read_text(encoding="utf-8")
    assert "Version 1, issued" in text
    assert "Jo Smith (name given, not verified)" in text
    assert "Draft, not issued" not in text
    assert written(capsys, "--version", "1", "--out", "again.html").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--year", "1999"),
            "there are no figures of a strategy year that begins in 1999; those there are: 2026 (2026/27)",
        ),
        (("--issue",), "who issues the update must be known: give your own name with --by NAME."),
        (("--version", "3"), "there is no version 3 of the update: none is issued yet."),
        (("--issue", "--version", "1", "--by", "Jo"), "--version shows what was issued before"),
        (
            ("--out", "no-such-folder/update.html"),
            "cannot be written: No such file or directory. Give another file with --out.",
        ),
        (("--council", "loddonvale"), "nothing has been loaded"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(small, capsys, arguments, said):
    assert main(["update", *arguments]) == BAD_INPUT
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("frontdoor: ")
    assert said.lower() in error.lower()


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_is_read_only_is_said(small, capsys, tmp_path):
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o555)
    assert main(["update", "--out", str(folder / "update.html")]) == BAD_INPUT
    assert "cannot be written: Permission denied" in capsys.readouterr().err
    assert not list(folder.iterdir())


def test_a_folder_in_place_of_the_file_is_said_and_nothing_is_left(small, capsys, tmp_path):
    (tmp_path / "taken").mkdir()
    assert main(["update", "--out", str(tmp_path / "taken")]) == BAD_INPUT
    assert "cannot be written" in capsys.readouterr().err
    assert not list(tmp_path.glob(".*tmp"))
