"""Does a command run in its own process bring back what it said: output, progress, one plain sentence?"""

import json

import pytest

from frontdoor.ui.child import run_command
from frontdoor.ui.loading import kept_name


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path))


def ignore(step: str, share: float) -> None:
    """Let progress pass."""


def test_what_a_command_prints_is_brought_back():
    ended = run_command(["loads", "--json"], ignore, "It failed.")
    assert json.loads(ended.printed) == []
    assert not ended.error


def test_what_a_person_can_put_right_is_one_sentence():
    ended = run_command(["undo", "7"], ignore, "It failed.")
    assert ended.error == "Trentside District Council (fictional) has no load 7 to undo. `loads` lists those there are."


def test_anything_else_is_said_to_have_failed_without_a_traceback():
    assert run_command(["undo", "seven"], ignore, "It failed.").error == "It failed."


def test_progress_is_passed_on(tmp_path):
    steps: list[tuple[str, float]] = []
    file = tmp_path / "one.csv"
    file.write_text("contact_id,started_at,service,channel\nA,2026-10-01 09:00,Waste,phone\n")
    ended = run_command(
        ["load", str(file), "--source", "frontdoor", "--json", "--progress"],
        lambda step, share: steps.append((step, share)),
        "It failed.",
    )
    assert json.loads(ended.printed)["loaded"] == 1
    assert steps[0] == ("Taking the file in", 0.0)
    assert steps[-1] == ("Done", 1.0)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("october.csv", "october.csv"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "upload"),
        ("", "upload"),
        ("a\0b\n<c>|.csv", "a_b__c__.csv"),
        ("été 2026.csv", "été 2026.csv"),
        ("x" * 300 + ".csv", "x" * 96 + ".csv"),
    ],
)
def test_an_upload_is_kept_under_a_name_that_no_file_system_refuses(given, kept):
    assert kept_name(given) == kept
