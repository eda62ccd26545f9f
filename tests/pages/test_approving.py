"""A target or threshold changed in a file waits, is listed, is approved by name, and is in force from then on and not before."""

from datetime import UTC, datetime

import pytest

from frontdoor.commands.main import BAD_INPUT, main
from frontdoor.register.register import open_register
from tests.pages.small_home import copied_small_home

TARGET_BEFORE, TARGET_AFTER = (
    'value = 0.7\nunit = "share"\nfrom = 2026-04-01',
    'value = 0.65\nunit = "share"\nfrom = 2026-04-01',
)
THRESHOLD_BEFORE, THRESHOLD_AFTER = "parameters.within_seconds = 60", "parameters.within_seconds = 300"


@pytest.fixture
def home(shared_folder, tmp_path, monkeypatch):
    folder = tmp_path / "home"
    copied_small_home(shared_folder, folder)
    monkeypatch.setenv("FRONTDOOR_HOME", str(folder))
    return folder


def change(home, before, after):
    file = home / "trentside" / "council.toml"
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after, 1))


def test_nothing_waits_at_first(home, capsys):
    assert main(["approve"]) == 0
    assert capsys.readouterr().out == "Nothing waits for approval.\n"


def test_a_changed_target_waits_and_is_approved_by_name(home, capsys, reading):
    change(home, TARGET_BEFORE, TARGET_AFTER)
    assert main(["approve"]) == 0
    listed = capsys.readouterr().out
    assert listed == (
        "target-1  Calls answered within 60 seconds: A file now states at least 65%; "
        "at least 70% stays in force until the change is approved.\n"
    )
    assert "A file now states at least 65%" in reading(home, "data").words
    given = ["--approved-by", "Cabinet", "--where", "Cabinet, 3 November 2026", "--by", "Jo Smith"]
    assert main(["approve", "target-1", *given]) == 0
    assert "is in force from" in capsys.readouterr().out
    assert main(["approve"]) == 0
    assert capsys.readouterr().out == "Nothing waits for approval.\n"
    with_it = open_register(home / "trentside").targets("calls_in_60_seconds")
    assert (with_it[-1].value, with_it[-1].approved_by) == (0.65, "Cabinet")
    assert with_it[-1].from_date == datetime.now(UTC).date()


def test_a_changed_threshold_waits_and_is_approved(home, capsys):
    change(home, THRESHOLD_BEFORE, THRESHOLD_AFTER)
    assert main(["approve"]) == 0
    assert capsys.readouterr().out.startswith(
        "threshold-1  Calls answered within 60 seconds: A file now states 5 minutes"
    )
    assert main(["approve", "threshold-1", "--approved-by", "Cabinet", "--where", "3 November 2026", "--by", "Jo"]) == 0
    assert main(["approve"]) == 0
    assert capsys.readouterr().out.endswith("Nothing waits for approval.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["target-7"], "Change 7 is not waiting"),
        (["calls"], "calls is no change; `approve` alone lists those that wait"),
        (["target-1", "--from", "2020-01-01"], "cannot be in force from 1 January 2020"),
    ],
)
def test_what_cannot_be_approved_is_one_plain_sentence(home, capsys, arguments, words):
    change(home, TARGET_BEFORE, TARGET_AFTER)
    assert main(["approve", *arguments, "--approved-by", "Cabinet", "--where", "here", "--by", "Jo"]) == BAD_INPUT
    assert words in capsys.readouterr().err


def test_nobody_approves_without_a_name(home, capsys):
    change(home, TARGET_BEFORE, TARGET_AFTER)
    assert main(["approve", "target-1", "--approved-by", "Cabinet", "--where", "here"]) == BAD_INPUT
    assert "--by NAME" in capsys.readouterr().err
