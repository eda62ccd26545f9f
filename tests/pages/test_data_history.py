"""Does the Data page say who loaded what, compare source with source, say what waits, and hide filters that do nothing?"""

import csv
import json
from datetime import date

import pytest

from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from tests.pages.canonical_file import write_contacts

FIRST_DAY, DAYS = date(2026, 9, 1), 61


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_name_given_stands_beside_the_load(reading, home, tmp_path, capsys):
    file = write_contacts(tmp_path / "a.csv", FIRST_DAY, DAYS)
    assert main(["load", str(file), "--source", "frontdoor", "--by", "Jo Smith"]) == 0
    screen = reading(home, "data")
    row = screen.page.all("table")[1].rows()[1]
    assert row[:4] == ["1", "a.csv", "frontdoor", "Jo Smith"]
    assert screen.page.all("table")[1].rows()[0][3] == "Loaded by"
    assert "Names are as given, not verified." in screen.words
    capsys.readouterr()
    assert main(["loads", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["by"] == "Jo Smith (name given, not verified)"


def test_a_load_without_a_name_and_who_took_one_back_are_said(reading, home, tmp_path):
    for number, name in enumerate("CD"):
        file = write_contacts(tmp_path / f"{name}.csv", FIRST_DAY, DAYS + number, name=name)
        assert main(["load", str(file), "--source", "frontdoor"]) == 0
    assert main(["undo", "--by", "Sam Patel"]) == 0
    screen = reading(home, "data")
    rows = screen.page.all("table")[1].rows()
    assert [row[3] for row in rows[1:]] == ["nobody named"]
    assert "Load 2 was taken back by Sam Patel (name given, not verified) on " in screen.words


def test_a_name_that_cannot_be_kept_is_refused_before_anything_is_loaded(home, tmp_path, capsys):
    file = write_contacts(tmp_path / "a.csv", FIRST_DAY, DAYS)
    assert main(["load", str(file), "--source", "frontdoor", "--by", "x" * 300]) == 2
    assert "at most 200 are kept" in capsys.readouterr().err
    assert opened("trentside").current() is None


def test_two_sources_of_the_same_calls_stand_side_by_side(reading, home, tmp_path):
    """September has 30 days with 6 calls each in the contact file, 2 of them about waste, and 8 each about waste in the summary."""
    with (tmp_path / "telephone.csv").open("w", newline="", encoding="utf-8") as opened_file:
        writer = csv.writer(opened_file)
        writer.writerow(("starts_at", "grain", "service", "queue", "channel", "contacts"))
        writer.writerows((f"2026-09-{day:02}", "day", "waste", "line", "phone", 8) for day in range(1, 31))
    load(opened("trentside"), write_contacts(tmp_path / "a.csv", FIRST_DAY, DAYS), "frontdoor")
    load(opened("trentside"), tmp_path / "telephone.csv", "frontdoor_intervals")
    screen = reading(home, "data")
    heads, *rows = screen.page.all("table")[2].rows()
    assert heads == [
        "Month",
        "Channel",
        "Services",
        "Source of record",
        "Its contacts",
        "Other source",
        "Its contacts",
        "Difference",
    ]
    assert rows == [
        [
            "September 2026",
            "Phone",
            "Waste and recycling only",
            "frontdoor",
            "60",
            "frontdoor_intervals",
            "240",
            "180 more (300%)",
        ]
    ]


def test_one_source_alone_has_nothing_to_be_compared_with(reading, small_home):
    assert "No channel is recorded by two sources in one month" in reading(small_home, "data").words


def test_filters_that_change_nothing_on_the_page_are_not_there_and_come_back(reading, small_home):
    screen = reading(small_home, query={"service": "Waste and recycling"})
    before = screen.answer
    screen.go_to("data")
    assert [box.key for box in screen.session.multiselect] == []
    assert [box.label for box in screen.session.radio] == ["Figures as at data version"]
    screen.go_to("overview")
    assert screen.session.multiselect(key="service").value == ["Waste and recycling"]
    assert screen.answer == before


def test_a_threshold_a_file_changes_waits_and_the_page_says_so(reading, own_home):
    file = own_home / "trentside" / "council.toml"
    strategy = {"measure": "Calls answered within 60 seconds"}
    before = reading(own_home, "measure", strategy)
    told = file.read_text(encoding="utf-8")
    assert "parameters.within_seconds = 60" in told
    file.write_text(told.replace("parameters.within_seconds = 60", "parameters.within_seconds = 300"), encoding="utf-8")
    after = reading(own_home, "measure", strategy)
    assert after.page.first("dl", "fd-facts").text == before.page.first("dl", "fd-facts").text
    assert "A file now states 5 minutes; 60 seconds stays in force until the change is approved." in after.words
    assert "Waiting for approval" in after.go_to("data").words
    attention = after.go_to("overview").page.first("section", "fd-attention").text
    assert "1 change to targets or thresholds waits for approval." in attention
