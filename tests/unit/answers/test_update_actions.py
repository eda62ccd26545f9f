"""Are actions of the year counted as done, done late, late, open or dropped, by the day on which that was entered?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import register_of
from frontdoor.answers.update_actions import DONE, DONE_LATE, DROPPED, LATE, OPEN, actions_part, standings
from frontdoor.answers.update_made import Asking, drafting_of
from frontdoor.register.actions import ActionEntry, Status, actions, add_action, change_action
from tests.pages.small_home import copied_small_home

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
JUNE, DECEMBER = date(2026, 6, 30), date(2026, 12, 31)


@pytest.fixture
def entered(shared_folder, tmp_path, monkeypatch):
    """Return a function that enters an action in April and, where it says so, ends it on a later day."""
    home = copied_small_home(shared_folder, tmp_path / "own")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    register = register_of(home / "trentside")

    def enter(key: str, due: date | None, ended: tuple[Status, datetime] | None = None) -> None:
        entry = ActionEntry(f"Action {key}", "Head of Housing", due)
        add_action(register, key, entry, author="Jo", now=datetime(2026, 4, 2, 9, tzinfo=UTC))
        if ended:
            seen = next(each.id for each in actions(register) if each.key == key)
            change_action(register, key, replace(entry, status=ended[0]), author="Jo", now=ended[1], seen=seen)

    return enter


def drafting():
    return drafting_of(Asking("trentside", None, Audience.OFFICER, NOW))


def found() -> dict[str, str]:
    return {each.action.key: each.how for each in standings(drafting())}


def test_each_state_is_told_from_the_others(entered):
    may = datetime(2026, 5, 4, 9, tzinfo=UTC)
    entered("done", JUNE, (Status.DONE, may))
    entered("done-late", JUNE, (Status.DONE, datetime(2026, 7, 1, 9, tzinfo=UTC)))
    entered("late", JUNE)
    entered("late-since-last-year", date(2026, 3, 1))
    entered("open", DECEMBER)
    entered("dropped", None, (Status.DROPPED, may))
    entered("next-year", date(2027, 6, 30))
    entered("no-day", None)
    own = {key: how for key, how in found().items() if key in _entered_here()}
    assert own == {
        "done": DONE,
        "done-late": DONE_LATE,
        "late": LATE,
        "late-since-last-year": LATE,
        "open": OPEN,
        "dropped": DROPPED,
    }


def _entered_here() -> set[str]:
    return {"done", "done-late", "late", "late-since-last-year", "open", "dropped", "next-year", "no-day"}


def test_the_day_it_was_done_is_the_councils_own_and_stays_when_a_note_follows(entered):
    late_evening = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # 0:30 on 1 July by the council's clocks
    entered("late-by-the-clock", JUNE, (Status.DONE, late_evening))
    assert found()["late-by-the-clock"] == DONE_LATE
    entered("on-time", JUNE, (Status.DONE, late_evening - timedelta(hours=2)))
    register = drafting().context.register
    held = next(each for each in actions(register) if each.key == "on-time")
    change_action(register, "on-time", replace(held.entry, note="It went well."), author="Jo", now=NOW, seen=held.id)
    assert found()["on-time"] == DONE


def test_late_ones_are_named_first(entered):
    entered("a", DECEMBER)
    entered("b", JUNE)
    part = actions_part(drafting())
    assert part.grids[0].rows[0].cells[0] == "Action b"
    assert "**Late:** Action b (Head of Housing, due 30 June 2026)" in part.sentences[1].words
