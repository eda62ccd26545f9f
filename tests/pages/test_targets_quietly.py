"""Ways to lower a target, or what is held against it, without members knowing: each is said on every page."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, apply_files, open_context, register_of
from frontdoor.answers.register_doubts import doubts
from frontdoor.answers.strategy_page import write_strategy_page
from frontdoor.answers.targets_lowered import lowered_in, lowered_later
from frontdoor.answers.waiting import waiting
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target, target_entries
from frontdoor.schema.units import Unit

CALLS = "calls_in_60_seconds"
NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=3)
PAGES = ("overview", "measure", "complaints", "data")


@pytest.fixture
def council(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a council whose register has read its files."""
    monkeypatch.setenv("FRONTDOOR_HOME", str(own_home))
    register_of.cache_clear()
    apply_files("trentside", NOW)
    return own_home / "trentside"


def opened() -> Context:
    return open_context(Filters("trentside", Period(date(2026, 10, 1), date(2026, 10, 31))), Audience.OFFICER)


def edit(council: Path, before: str, after: str, now: datetime = NOW) -> None:
    """Change the council's file, and let the register read it."""
    file = council / "council.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    apply_files("trentside", now)


def change(value: float | None, first: date, key: str = CALLS, now: datetime = NOW) -> None:
    register = register_of(opened().home.folder)
    given = TargetChange(value, Unit.SHARE, None, first, "Agreed", "Cabinet", "Item 7")
    seen = target_entries(register, key)[-1].id
    change_target(register, TargetPlace(key, Unit.SHARE), given, author="Jo", now=now, seen=seen)


def test_nothing_is_said_where_nothing_was_done(council: Path) -> None:
    assert doubts(opened(), NOW.date()) == ()


def test_a_register_that_was_deleted_is_said_to_begin_anew(council: Path) -> None:
    register_of(council).close()
    for file in council.glob("register.sqlite*"):
        file.unlink()
    register_of.cache_clear()
    edit(council, "value = 0.7\n", "value = 0.5\n", LATER)
    (said,) = doubts(opened(), LATER.date())
    assert said.startswith("The register begins on ")
    assert "what was decided before is not in it" in said
    assert doubts(opened(), LATER.date() + timedelta(days=366)) == ()
    assert lowered_in(opened(), LATER)[0] == said


def test_another_register_than_the_published_page_was_made_from_is_said(council: Path) -> None:
    earlier = (council / "register.sqlite").read_bytes()
    change(0.9, NOW.date())
    write_strategy_page("trentside", NOW)
    assert doubts(opened(), NOW.date()) == ()
    register_of(council).close()
    for file in council.glob("register.sqlite*"):
        file.unlink()
    (council / "register.sqlite").write_bytes(earlier)
    register_of.cache_clear()
    (said,) = doubts(opened(), NOW.date())
    assert "The published page of the strategy names an entry of the register" in said
    assert opened().register.verify_chain().is_whole


@pytest.mark.parametrize("page", PAGES)
def test_a_register_altered_behind_its_back_is_said_on_every_page(council: Path, reading, page: str) -> None:
    with closing(sqlite3.connect(council / "register.sqlite")) as file:
        for name in [row[0] for row in file.execute("select name from sqlite_master where type = 'trigger'")]:
            file.execute(f"drop trigger {name}")
        file.execute("update target_history set value = 0.5 where value = 0.7 and measure_key = 'calls_in_60_seconds'")
        file.commit()
    st.cache_resource.clear()
    assert (
        "The register was altered behind its back. target_history: 1 rows differ" in reading(council.parent, page).words
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            '[[digital_channel]]\nchannel = "email"',
            '[[digital_channel]]\nchannel = "phone"\nfrom = 2015-04-01\n\n[[digital_channel]]\nchannel = "email"',
            "a file changed which channels counted as online on days that are past (phone)",
        ),
        ("pence = 310\n", "pence = 290\n", "a file changed what a contact cost on days that are past (phone)"),
        (
            "opens = 09:00:00",
            "opens = 10:00:00",
            "a file changed when the council was open on days that are past (every queue)",
        ),
        ('question = "satisfied_overall"', 'question = "satisfied_with_handling"', "(satisfied)"),
        (
            'key = "complaints_on_time"\n',
            'key = "complaints_on_time"\nheadline = false\n',
            "whether the overview shows it (Stage 1 complaints answered on time)",
        ),
        ('promise = "phone"', 'promise = "informed"', "which promise a measure shows"),
        ('nation = "England"', 'nation = "GB-SCT"', "whose bank holidays and clock count"),
    ],
)
def test_what_measures_are_counted_with_is_not_changed_quietly(
    council: Path, reading, before: str, after: str, words: str
) -> None:
    edit(council, before, after)
    (said,) = (each for each in lowered_in(opened(), NOW) if each.startswith("Counted otherwise since"))
    assert words in said
    assert "nobody approved it here" in said
    assert doubts(opened(), LATER.date() + timedelta(days=366)) == ()
    assert "Counted otherwise since" in reading(council.parent, "actions", {"account_view": "Targets"}).words


def test_a_decision_for_days_to_come_is_no_change_of_the_past(council: Path) -> None:
    coming = (NOW + timedelta(days=30)).date()
    edit(
        council,
        '[[digital_channel]]\nchannel = "email"',
        f'[[digital_channel]]\nchannel = "phone"\nfrom = {coming}\n\n[[digital_channel]]\nchannel = "email"',
    )
    assert doubts(opened(), NOW.date()) == ()
    assert doubts(opened(), coming + timedelta(days=1)) == ()


def test_what_waits_is_held_against_what_people_changed(council: Path) -> None:
    change(0.65, NOW.date())
    edit(council, "value = 0.7\n", "value = 0.5\n")
    (waits,) = waiting(opened().register, opened().measures())
    assert waits.sentence.endswith(
        "A file now states at least 50%; at least 65% stays in force until the change is approved."
    )


def test_a_harder_target_to_come_is_not_taken_back_quietly(council: Path) -> None:
    coming = NOW.date() + timedelta(days=100)
    change(0.9, coming)
    change(0.95, coming + timedelta(days=200))
    assert not [said for said in lowered_in(opened(), NOW) if "taken back" in said]
    change(0.7, coming)
    (said,) = (said for said in lowered_in(opened(), NOW) if "taken back" in said)
    assert "at least 90% from" in said
    assert said.endswith("for at least 70%.")
    assert said in lowered_later(opened_filters(), Audience.PUBLIC, NOW)
    assert not [said for said in lowered_in(opened(), NOW + timedelta(days=366)) if "taken back" in said]


def opened_filters() -> Filters:
    return Filters("trentside", Period(date(2026, 10, 1), date(2026, 10, 31)))
