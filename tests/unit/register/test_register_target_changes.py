"""A person changes a target: never the past, never quietly, never over somebody else's unseen change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from trentside import APRIL_2024, NOW, council, measure, share, terms

from frontdoor.errors import RegisterError
from frontdoor.register.register import Register
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target, target_entries
from frontdoor.schema.units import Unit

TODAY = NOW.date()
PLACE = TargetPlace("phone", Unit.SHARE)
CHANGE = TargetChange(
    0.6, Unit.SHARE, None, TODAY, why="Posts are vacant", approved_by="Cabinet", approved_where="Cabinet, item 7"
)


@pytest.fixture
def held(register: Register) -> Register:
    register.apply_files(council(measure("phone", share(0.7))), NOW)
    return register


def seen(register: Register) -> int | None:
    entries = target_entries(register, "phone")
    return entries[-1].id if entries else None


def test_a_change_is_in_force_from_its_day_and_the_past_keeps_its_target(held: Register) -> None:
    change_target(held, PLACE, CHANGE, author="Jo Smith", now=NOW, seen=seen(held))
    assert terms(held.targets("phone")) == [(APRIL_2024, 0.7), (TODAY, 0.6)]
    (before,) = held.targets("phone", on=TODAY - timedelta(days=1))
    assert before.value == 0.7
    last = target_entries(held, "phone")[-1]
    assert (last.author, last.target.why, last.approved_where) == ("Jo Smith", "Posts are vacant", "Cabinet, item 7")
    entry = held.audit()[-1]
    assert (entry.action, '"value":0.7' in (entry.before or ""), '"value":0.6' in entry.after) == (
        "changed a target",
        True,
        True,
    )
    assert held.verify_chain().is_whole


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"from_date": TODAY - timedelta(days=1)}, "past figures keep the target"),
        ({"unit": Unit.SECONDS}, "counted in"),
        ({"value": 60.0}, "60 cannot be a target"),
        ({"value": float("nan")}, "nan cannot be a target"),
        ({"value": 0.7}, "the target in force on that day already"),
        ({"tolerance": -0.1}, "0 or more"),
        ({"value": None, "tolerance": 0.1}, "needs a target to be near to"),
        ({"why": " "}, "Why it changes is empty"),
        ({"approved_by": ""}, "Who approved it is empty"),
        ({"approved_where": ""}, "Where it was approved is empty"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    held: Register, changed: dict[str, object], message: str
) -> None:
    written = held.version()
    with pytest.raises(RegisterError, match=message):
        change_target(held, PLACE, replace(CHANGE, **changed), author="Jo", now=NOW, seen=seen(held))  # type: ignore[arg-type]
    assert held.version() == written


def test_the_second_of_two_who_edit_at_once_is_told_of_the_first(held: Register) -> None:
    both_saw = seen(held)
    change_target(held, PLACE, CHANGE, author="Jo Smith", now=NOW, seen=both_saw)
    with pytest.raises(RegisterError, match="Jo Smith changed this target meanwhile"):
        change_target(held, PLACE, replace(CHANGE, value=0.5), author="Sam", now=NOW, seen=both_saw)
    assert terms(held.targets("phone"))[-1] == (TODAY, 0.6)


def test_a_service_has_targets_of_its_own(held: Register) -> None:
    place = replace(PLACE, service="housing")
    change_target(held, place, CHANGE, author="Jo", now=NOW, seen=None)
    assert terms(held.targets("phone", service="housing")) == [(TODAY, 0.6)]
    assert terms(held.targets("phone")) == [(APRIL_2024, 0.7)]


def test_a_target_can_become_to_be_set_and_be_set_again(held: Register) -> None:
    change_target(held, PLACE, replace(CHANGE, value=None), author="Jo", now=NOW, seen=seen(held))
    later = replace(CHANGE, from_date=date(2027, 4, 1))
    change_target(held, PLACE, later, author="Jo", now=NOW, seen=seen(held))
    assert terms(held.targets("phone")) == [(APRIL_2024, 0.7), (TODAY, None), (date(2027, 4, 1), 0.6)]


def test_a_person_s_change_is_not_taken_for_a_difference_in_a_file(held: Register) -> None:
    change_target(held, PLACE, CHANGE, author="Jo", now=NOW, seen=seen(held))
    assert held.apply_files(council(measure("phone", share(0.7))), NOW) == ()
    assert terms(held.targets("phone"))[-1] == (TODAY, 0.6)
