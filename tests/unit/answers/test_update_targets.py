"""Is a target that was made easier said in the annual update, in its own year and in the year before it begins?"""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import register_of
from frontdoor.answers.update_ahead import ahead_part
from frontdoor.answers.update_made import Asking, drafting_of
from frontdoor.answers.update_targets import targets_part
from frontdoor.register.duties import set_duty
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target, target_entries
from frontdoor.schema.units import Unit
from tests.pages.small_home import copied_small_home

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
CALLS = "calls_in_60_seconds"


@pytest.fixture
def register(shared_folder, tmp_path, monkeypatch):
    home = copied_small_home(shared_folder, tmp_path / "own")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    return register_of(home / "trentside")


def drafting():
    return drafting_of(Asking("trentside", None, Audience.OFFICER, NOW))


def put(register, value, first, key=CALLS):
    place = TargetPlace(key, Unit.SHARE if key == CALLS else Unit.SECONDS)
    change = TargetChange(value, place.unit, None, first, "Posts are vacant", "Cabinet", "Item 7")
    entries = target_entries(register, key)
    change_target(register, place, change, author="Jo", now=NOW, seen=entries[-1].id if entries else None)


def said(part):
    return {each.key: each.words for each in part.sentences}


def test_what_was_lowered_in_the_year_is_said_and_in_the_table(register):
    part = targets_part(drafting())
    assert "calls answered within 60 seconds, from at least 80% to at least 70% on 1 April 2026" in said(part)["easier"]
    rows = {row.cells[0]: row.cells for row in part.grids[0].rows}
    assert rows["Calls answered within 60 seconds"][4] == "at least 70%. **Made easier**"


def test_what_will_be_easier_is_said_before_it_begins(register):
    put(register, 0.6, date(2027, 2, 1))
    part = ahead_part(drafting())
    assert "target of Calls answered within 60 seconds: at least 60%, at least 70% before" in said(part)["easier"]
    assert "at least 60%" not in said(targets_part(drafting()))["easier"]


def test_a_harder_target_to_come_is_no_easier_one(register):
    put(register, 0.9, date(2027, 2, 1))
    part = ahead_part(drafting())
    assert "easier" not in said(part)
    assert "Target of Calls answered within 60 seconds: at least 90%" in [row.cells[1] for row in part.grids[0].rows]


def test_a_tba_is_resolved_or_open_with_its_owner_and_day(register):
    set_duty(register, "average_wait", "", "Head of Customer Services", date(2026, 12, 1), author="Jo", now=NOW)
    before = {row.cells[0]: row.cells for row in targets_part(drafting()).grids[-1].rows}
    assert before["Average wait for an answer"][3:] == (
        "Still open: TBA for 39 months, to be set by Head of Customer Services by 1 December 2026",
        "Head of Customer Services",
    )
    assert any(
        row.cells[1].startswith("To be set: the target of Average wait") for row in ahead_part(drafting()).grids[0].rows
    )
    put(register, 60, NOW.date(), "average_wait")
    after = {row.cells[0]: row.cells for row in targets_part(drafting()).grids[-1].rows}
    assert after["Average wait for an answer"][3] == "Set to at most 60 seconds from 2 November 2026"
