"""Actions are entered, changed and read from strategies; every version is kept."""

from dataclasses import replace
from datetime import date

import pytest
from trentside import NOW

from frontdoor.errors import RegisterError
from frontdoor.register.actions import (
    ActionEntry,
    Status,
    action_history,
    actions,
    add_action,
    change_action,
    read_planned,
)
from frontdoor.register.entries import FILES, Origin
from frontdoor.register.register import Register
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
