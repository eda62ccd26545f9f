"""Is a channel that appears or vanishes overnight a change of recording on the pages, and never reported as a shift?"""

import json
from contextlib import redirect_stdout
from datetime import date
from io import StringIO

import pytest

from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from tests.pages.canonical_file import write_contacts

ONLINE = "Contacts made online"
FIRST_DAY, DAYS = date(2026, 8, 1), 92  # three whole months


def home_without_web(tmp_path, monkeypatch, *, before="", after="9999"):
    """Return a home whose file holds no web contact before, or from, a day; 6 of 12 a day are web or e-mail."""
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "home"))
    whole = write_contacts(tmp_path / "whole.csv", FIRST_DAY, DAYS).read_text(encoding="utf-8").splitlines()
    kept = [line for line in whole[1:] if ",web," not in line or before <= line.split(",")[1] < after]
    file = tmp_path / "file.csv"
    file.write_text("\n".join([whole[0], *kept]), encoding="utf-8")
    load(opened("trentside"), file, "frontdoor")
    return tmp_path / "home"


def online(*arguments: str) -> dict:
    paper = StringIO()
    with redirect_stdout(paper):
        assert main(["measures", "--json", *arguments]) == 0
    return next(each for each in json.loads(paper.getvalue())["measures"] if each["measure"] == "digital_share")


@pytest.fixture
def appeared(tmp_path, monkeypatch):
    """Return a home in which web forms are recorded from 1 October 2026 only."""
    return home_without_web(tmp_path, monkeypatch, before="2026-10-01")


def test_a_channel_that_appears_is_not_a_shift(reading, appeared):
    screen = reading(appeared, "measure", {"measure": ONLINE})
    assert "Web form is recorded only from 1 October 2026, while other channels were recorded before." in screen.words
    assert screen.page.first("dl", "fd-facts").first("dd").text == "50%"
    drawn = screen.session.get("plotly_chart") or screen.session.get("bidi_component")
    assert drawn, "the trend is drawn"


def test_months_before_the_channel_are_not_compared(appeared):
    found = online()
    assert (found["numerator"], found["denominator"]) == (186, 372)
    (caveat,) = found["caveats"]
    assert caveat.startswith("Web form is recorded only from 1 October 2026, while other channels were recorded before")
    assert caveat.endswith("Earlier months are left out: they do not compare.")
    assert found["change"] == "Too soon to say"


def test_a_month_without_the_channel_cannot_be_told_beside_one_with_it(appeared):
    found = online("--from", "2026-08-01", "--to", "2026-10-31")
    assert found["value"] == 0.5
    assert found["caveats"][0].endswith("Only 1 October 2026 to 31 October 2026 is counted here.")


def test_the_overview_flags_it(reading, appeared):
    screen = reading(appeared)
    attention = screen.page.first("section", "fd-attention").text
    assert "A change of recording, not of habit: Web form is recorded only from 1 October 2026" in attention


def test_a_channel_that_vanishes_leaves_no_share_to_judge(reading, tmp_path, monkeypatch):
    home = home_without_web(tmp_path, monkeypatch, after="2026-10-01")
    found = online()
    assert (found["value"], found["status"]) == (None, "cannot_tell")
    assert found["reason"].startswith("Web form is not recorded after 30 September 2026, while other channels are.")
    assert online("--from", "2026-09-01", "--to", "2026-09-30")["value"] == 0.5
    assert "Web form is not recorded after 30 September 2026" in reading(home).words


def test_a_channel_the_council_opened_that_day_is_a_real_change(appeared):
    file = appeared / "trentside" / "council.toml"
    told = file.read_text(encoding="utf-8")
    opened_then = told.replace('channel = "web"\nfrom = 2015-04-01', 'channel = "web"\nfrom = 2026-10-01')
    assert opened_then != told
    file.write_text(opened_then, encoding="utf-8")
    assert online()["caveats"] == []
    assert online("--from", "2026-09-01", "--to", "2026-09-30")["value"] == pytest.approx(1 / 3)


def test_a_channel_with_a_single_contact_is_too_rare_to_come_or_go(tmp_path, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "home"))
    lines = write_contacts(tmp_path / "whole.csv", FIRST_DAY, DAYS).read_text(encoding="utf-8").splitlines()
    place = next(index for index, line in enumerate(lines) if "2026-09-10" in line and ",web," in line)
    lines[place] = lines[place].replace(",web,", ",social_media,")
    (tmp_path / "file.csv").write_text("\n".join(lines), encoding="utf-8")
    load(opened("trentside"), tmp_path / "file.csv", "frontdoor")
    assert online()["caveats"] == []
    assert online()["value"] == 0.5
