"""Actions are entered, changed and read from strategies; every version is kept."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, insert
from trentside import NOW

from frontdoor.errors import RegisterError
from frontdoor.register.accountability_tables import ACTION_VERSIONS
from frontdoor.register.actions import (
    ActionEntry,
    Status,
    action_history,
    actions,
    actions_on,
    add_action,
    change_action,
    first_under_way,
    read_planned,
)
from frontdoor.register.auditing import record
from frontdoor.register.entries import FILES, Origin
from frontdoor.register.register import Register, open_register
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.strategy.strategy import Action

ENTRY = ActionEntry("Train two more advisers", "Jo Smith", date(2026, 12, 1), measure_key="phone", service="housing")
MANY = 10_000


def test_an_action_is_held_with_all_its_versions(register: Register) -> None:
    first = add_action(register, "train", ENTRY, author="Jo", now=NOW)
    done = replace(ENTRY, status=Status.DONE, note="Both started on 1 November")
    change_action(register, "train", done, author="Sam", now=NOW, seen=first)
    (held,) = actions(register)
    assert (held.entry, held.author, held.origin) == (done, "Sam", Origin.PERSON)
    assert [version.entry for version in action_history(register, "train")] == [ENTRY, done]
    assert register.verify_chain().is_whole


def test_only_what_is_open_is_overdue(register: Register) -> None:
    number = add_action(register, "train", ENTRY, author="Jo", now=NOW)
    (held,) = actions(register)
    assert (held.is_overdue(date(2026, 12, 1)), held.is_overdue(date(2026, 12, 2))) == (False, True)
    change_action(register, "train", replace(ENTRY, status=Status.DROPPED), author="Jo", now=NOW, seen=number)
    assert not actions(register)[0].is_overdue(date(2027, 1, 1))


def test_what_cannot_be_entered_is_refused(register: Register) -> None:
    number = add_action(register, "train", ENTRY, author="Jo", now=NOW)
    with pytest.raises(RegisterError, match="There is an action called train already"):
        add_action(register, "train", ENTRY, author="Jo", now=NOW)
    with pytest.raises(RegisterError, match="Nothing differs"):
        change_action(register, "train", ENTRY, author="Jo", now=NOW, seen=number)
    with pytest.raises(RegisterError, match="no action called paint"):
        change_action(register, "paint", ENTRY, author="Jo", now=NOW, seen=number)
    with pytest.raises(RegisterError, match="What is to be done is empty"):
        add_action(register, "paint", replace(ENTRY, title=" "), author="Jo", now=NOW)
    assert len(actions(register)) == 1


def test_the_second_of_two_who_edit_at_once_is_told_of_the_first(register: Register) -> None:
    both_saw = add_action(register, "train", ENTRY, author="Jo", now=NOW)
    change_action(register, "train", replace(ENTRY, owner="Sam"), author="Sam", now=NOW, seen=both_saw)
    with pytest.raises(RegisterError, match="Sam changed this action meanwhile"):
        change_action(register, "train", replace(ENTRY, owner="Kim"), author="Kim", now=NOW, seen=both_saw)


def test_a_strategy_s_own_actions_are_read_once_and_what_people_changed_stays(register: Register) -> None:
    planned = Action("consult", "Consult the public", "", date(2023, 8, 17), "Cabinet, item 14")
    assert read_planned(register, [planned], NOW) == 1
    (held,) = actions(register)
    assert (held.origin, held.source, held.author) == (Origin.STRATEGY_FILE, "Cabinet, item 14", FILES)
    changed = replace(held.entry, owner="Jo")
    change_action(register, "consult", changed, author="Jo", now=NOW, seen=held.id)
    assert read_planned(register, [planned], NOW) == 0
    (again,) = actions(register)
    assert (again.entry.owner, again.source) == ("Jo", "Cabinet, item 14")


@pytest.mark.slow
def test_ten_thousand_actions_are_held(register: Register) -> None:
    planned = [Action(f"action_{number}", f"Action {number}", "", None, "a plan") for number in range(MANY)]
    assert read_planned(register, planned, NOW) == MANY
    assert [held.key for held in actions(register)] == [action.key for action in planned]


def test_any_number_of_actions_is_read_in_one_question(register: Register) -> None:
    asked: list[str] = []
    event.listen(register.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    read_planned(register, [Action(f"action_{number}", "Do it", "", None, "a plan") for number in range(300)], NOW)
    asked.clear()
    assert len(actions(register)) == 300
    assert len([statement for statement in asked if "action_versions" in statement]) == 1


def test_a_row_from_before_a_column_was_added_still_agrees_with_its_audit(register: Register) -> None:
    """An older Frontdoor wrote rows without ward and first day; the audit says nothing of them."""
    add_action(register, "train", ENTRY, author="Jo", now=NOW)
    with register.write("Jo", NOW) as (connection, act):
        older = [{name: value for name, value in _row("paint", ENTRY).items() if name not in ("ward", "start_date")}]
        record(connection, act, ACTION_VERSIONS, "added an action", older)
    assert [held.entry.ward for held in actions(register)] == ["", ""]
    assert register.verify_chain().is_whole


def test_a_ward_written_into_an_old_row_behind_its_back_is_found(register: Register) -> None:
    add_action(register, "train", replace(ENTRY, ward="Ferry Lane", start_date=date(2026, 9, 1)), author="Jo", now=NOW)
    assert actions(register)[0].entry.ward == "Ferry Lane"
    with register.write("Jo", NOW) as (connection, act):
        record(connection, act, ACTION_VERSIONS, "added an action", [{**_row("paint", ENTRY), "ward": "Ferry Lane"}])
    assert register.verify_chain().is_whole
    with register.write("Jo", NOW) as (connection, _):
        connection.execute(insert(ACTION_VERSIONS), {**_row("paint", ENTRY), "ward": "Mill", **_entered(register)})
    assert not register.verify_chain().is_whole


def test_when_an_action_was_first_under_way_is_known_whatever_it_is_now(register: Register) -> None:
    number = add_action(register, "train", ENTRY, author="Jo", now=NOW)
    assert first_under_way(register) == {}
    under_way = replace(ENTRY, status=Status.UNDER_WAY)
    number = change_action(register, "train", under_way, author="Jo", now=NOW + timedelta(days=1), seen=number)
    number = change_action(
        register, "train", replace(ENTRY, status=Status.DONE), author="Jo", now=NOW + timedelta(days=2), seen=number
    )
    assert first_under_way(register) == {"train": NOW + timedelta(days=1)}
    assert [held.key for held in actions_on(register, "phone")] == ["train"]
    assert actions_on(register, "email") == ()


@pytest.mark.parametrize("name", ["trentside", "nenebridge", "loddonvale", "ouseford", "thamesmere"])
def test_the_plans_of_all_five_strategies_are_read_with_their_files_and_once(home: Path, name: str) -> None:
    council = read_council(shipped_councils() / f"{name}.toml")
    own = home.with_name(name)
    own.mkdir(exist_ok=True)
    with closing(open_register(own)) as register:
        register.apply_files(council, NOW)
        held = {action.key: action.entry.title for action in actions(register)}
        assert held == {action.key: action.title for action in council.strategy.actions}
        assert held
        version = register.version()
        register.apply_files(council, NOW)
        assert register.version() == version


def _entered(register: Register) -> dict[str, object]:
    return {"council": register.council, "author": "Jo", "author_is_verified": False, "recorded_at": NOW}


def _row(key: str, entry: ActionEntry) -> dict[str, object]:
    return {
        "action_key": key, "title": entry.title, "owner": entry.owner, "due_date": entry.due_date,
        "status": entry.status.value, "measure_key": entry.measure_key, "service": entry.service, "note": entry.note,
        "source": "", "origin": Origin.PERSON.value, "ward": entry.ward, "start_date": entry.start_date,
    }  # fmt: skip
