"""Do the commands choose figures as the pages do, say what is wrong, and end quietly when nobody reads on?"""

import json
import os
import subprocess
import sys

import pytest

from frontdoor.commands.main import NOBODY_READS, main
from tests.pages.small_home import built_small_home


@pytest.fixture
def small(shared_folder, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(built_small_home(shared_folder)))


def printed(capsys, *arguments: str) -> dict:
    assert main(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


def test_a_ward_is_chosen_as_on_the_page(small, capsys):
    whole = printed(capsys, "measures", "--json")
    part = printed(capsys, "measures", "--json", "--ward", "North")
    assert (part["attribute"], part["attribute_value"]) == ("ward", "North")
    contacts = [{each["key"]: each for each in values["measures"]}["contacts"]["value"] for values in (whole, part)]
    assert contacts[1] == contacts[0] / 3


def test_explain_takes_a_ward_too(small, capsys):
    assert printed(capsys, "explain", "contacts", "--json", "--ward", "North")["numerator"] == 124


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ward", "Nort"), "no contact has the ward 'Nort'. Did you mean North?"),
        (("--customer-type", "business"), "does not record the customer type of a contact"),
        (("--as-at", "99"), "is not kept. Those that are: 2, 1."),
    ],
)
def test_what_nobody_holds_is_one_line_with_what_there_is(small, capsys, arguments, said):
    assert main(["measures", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_two_attributes_at_once_are_refused(small, capsys):
    with pytest.raises(SystemExit):
        main(["measures", "--ward", "North", "--customer-type", "business"])
    assert "not allowed with argument" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("measures", "--json"), ("loads",), ("explain", "contacts")])
def test_a_closed_pipe_ends_quietly(small, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "frontdoor", *arguments]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, text=True)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (NOBODY_READS, "")
