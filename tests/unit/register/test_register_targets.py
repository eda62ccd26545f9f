"""Which target is in force: first readings apply, later differences wait, nothing works backwards."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from trentside import APRIL_2024, NOW, council, measure, share, terms

from frontdoor.errors import RegisterError
from frontdoor.register.entries import Origin
from frontdoor.register.register import Register

TODAY = NOW.date()
APPROVAL = {"author": "Jo Smith", "approved_by": "Cabinet", "where": "Cabinet, 20 November 2026, item 6"}
APRIL_2025, APRIL_2027 = date(2025, 4, 1), date(2027, 4, 1)


def test_the_first_reading_applies_every_target_with_its_own_date(register: Register) -> None:
    file = council(
        measure("service_level", share(0.7), share(0.8, APRIL_2025, 0.05)), measure("answer_rate", share(None))
    )
    assert register.apply_files(file, NOW) == ()
    assert register.targets("service_level") == file.measures[0].targets
    assert register.targets("answer_rate")[0].value is None
    assert register.targets("unknown") == ()


@pytest.mark.parametrize(
    ("on", "value"),
    [(date(2024, 3, 31), ()), (APRIL_2024, (0.7,)), (date(2025, 3, 31), (0.7,)), (APRIL_2025, (0.8,))],
)
def test_a_day_has_the_last_target_begun_by_then(register: Register, on: date, value: tuple[float, ...]) -> None:
    register.apply_files(council(measure("service_level", share(0.7), share(0.8, APRIL_2025))), NOW)
    assert tuple(target.value for target in register.targets("service_level", on)) == value


def test_a_targets_origin_is_the_file_that_states_it(register: Register) -> None:
    published = measure("service_level", share(0.7))
    local = replace(published, targets=(*published.targets, share(0.75, APRIL_2025)))
    register.apply_files(council(local, published=(published,)), NOW)
    written = register.audit()[-1].after
    assert written.count(f'"origin":"{Origin.STRATEGY_FILE}"') == 1
    assert written.count(f'"origin":"{Origin.COUNCIL_FILE}"') == 1


def test_reading_the_same_file_again_writes_nothing(register: Register) -> None:
    file = council(measure("service_level", share(0.7)))
    register.apply_files(file, NOW)
    version = register.version()
    reworded = council(measure("service_level", share(0.7, why="Now with reasons")), file_hash="bb")
    assert register.apply_files(file, NOW) == register.apply_files(reworded, NOW) == ()
    assert register.version() == version


def test_a_lowered_target_waits_and_the_old_one_stays_in_force(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.6)), file_hash="bb"), NOW)
    assert (change.measure_key, change.file_hash, change.origin) == ("service_level", "bb", Origin.COUNCIL_FILE)
    assert terms(change.held) == [(APRIL_2024, 0.7)]
    assert terms(change.stated) == [(APRIL_2024, 0.6)]
    assert terms(register.targets("service_level")) == [(APRIL_2024, 0.7)]
    assert register.pending() == (change,)


def test_an_approved_change_is_in_force_from_its_day_and_not_before(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    lowered = council(measure("service_level", share(0.6)), file_hash="bb")
    (change,) = register.apply_files(lowered, NOW)
    start = TODAY + timedelta(days=9)
    (added,) = register.approve(change.id, from_date=start, now=NOW, **APPROVAL)
    assert (added.from_date, added.value) == (start, 0.6)
    assert [target.value for target in register.targets("service_level", start - timedelta(days=1))] == [0.7]
    (held,) = register.targets("service_level", start)
    assert (held.value, held.approved_by) == (0.6, "Cabinet")
    assert register.apply_files(lowered, NOW) == ()


def test_a_change_cannot_be_approved_backwards(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.6))), NOW)
    with pytest.raises(RegisterError, match="approved on 22 November 2026 cannot be in force from 21 November 2026"):
        register.approve(change.id, from_date=TODAY - timedelta(days=1), now=NOW, **APPROVAL)
    assert register.pending() == (change,)


def test_a_change_is_approved_once(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.6))), NOW)
    register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL)
    with pytest.raises(RegisterError, match="is not waiting"):
        register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL)
    assert terms(register.targets("service_level")) == [(APRIL_2024, 0.7), (TODAY, 0.6)]


def test_a_change_the_file_takes_back_lapses_and_waits_again_when_it_returns(register: Register) -> None:
    first, second = council(measure("service_level", share(0.7))), council(measure("service_level", share(0.6)))
    register.apply_files(first, NOW)
    (change,) = register.apply_files(second, NOW)
    assert register.apply_files(first, NOW) == ()
    with pytest.raises(RegisterError, match="is not waiting"):
        register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL)
    (again,) = register.apply_files(second, NOW)
    assert again.id > change.id


def test_a_newer_change_replaces_the_waiting_one_of_its_measure_only(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7)), measure("answer_rate", share(0.9))), NOW)
    file = council(measure("service_level", share(0.6)), measure("answer_rate", share(0.8)))
    answer_rate, _ = register.apply_files(file, NOW)
    file = council(measure("service_level", share(0.5)), measure("answer_rate", share(0.8)))
    waiting = register.apply_files(file, NOW)
    assert waiting[0] == answer_rate
    assert terms(waiting[1].stated) == [(APRIL_2024, 0.5)]
    assert len(waiting) == 2


def test_a_measure_new_to_the_file_waits_too(register: Register) -> None:
    register.apply_files(council(), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.6))), NOW)
    assert register.targets("service_level") == ()
    register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL)
    assert terms(register.targets("service_level")) == [(TODAY, 0.6)]


def test_a_target_gone_from_the_file_becomes_tba_once_approved(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7), share(0.8, APRIL_2027))), NOW)
    (change,) = register.apply_files(council(), NOW)
    register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL)
    assert terms(register.targets("service_level")) == [(APRIL_2024, 0.7), (TODAY, None), (APRIL_2027, None)]


def test_a_change_dated_in_the_future_keeps_its_own_date(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.7), share(0.6, APRIL_2027))), NOW)
    register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL)
    assert terms(register.targets("service_level")) == [(APRIL_2024, 0.7), (APRIL_2027, 0.6)]


def test_rewriting_the_past_in_a_file_changes_no_day_even_when_approved(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7), share(0.8, APRIL_2025))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.5), share(0.8, APRIL_2025))), NOW)
    assert register.approve(change.id, from_date=TODAY, now=NOW, **APPROVAL) == ()
    assert terms(register.targets("service_level")) == [(APRIL_2024, 0.7), (APRIL_2025, 0.8)]


def test_a_new_tolerance_or_unit_is_a_difference(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.7, tolerance=0.2))), NOW)
    assert [target.tolerance for target in change.stated] == [0.2]


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_target_that_is_no_number_is_refused_whole(register: Register, value: float) -> None:
    with pytest.raises(RegisterError, match="give a number, or TBA"):
        register.apply_files(council(measure("answer_rate", share(0.9)), measure("service_level", share(value))), NOW)
    assert (register.targets("answer_rate"), register.version()) == ((), 0)


def test_another_councils_file_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match="register of trentside; the file is elsewhere's"):
        register.apply_files(replace(council(), key="elsewhere"), NOW)


@pytest.mark.slow
def test_ten_thousand_targets_are_read_and_found(register: Register) -> None:
    days = [date(2000, 1, 1) + timedelta(days=day) for day in range(100)]
    measures = [measure(f"measure_{number}", *[share(number / 100, day) for day in days]) for number in range(100)]
    register.apply_files(council(*measures), NOW)
    assert len(register.targets("measure_42")) == 100
    changed = [replace(each, targets=(*each.targets[:-1], share(0.001, days[-1]))) for each in measures]
    assert len(register.apply_files(council(*changed), NOW)) == 100
    assert register.verify_chain().is_whole
