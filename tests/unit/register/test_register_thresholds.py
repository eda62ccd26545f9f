"""Is a threshold that a file changes held for approval as a target is: 20 seconds is 20 seconds until somebody agrees?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from trentside import NOW, council, measure

from frontdoor.errors import RegisterError
from frontdoor.measures.measure import Parameter
from frontdoor.register.register import Register
from frontdoor.register.thresholds import in_force, steps_to
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue

TODAY = NOW.date()
APPROVAL = {"author": "Jo Smith", "approved_by": "Cabinet", "where": "Cabinet, 20 November 2026, item 6"}
KEY = ("service_level", Parameter.WITHIN_SECONDS)
TWENTY, FIVE_MINUTES = DatedValue(ALWAYS, 20), DatedValue(ALWAYS, 300)


def within(*values: DatedValue, file_hash: str = "aa"):
    timed = replace(measure("service_level"), parameters={Parameter.WITHIN_SECONDS: values})
    return council(timed, file_hash=file_hash)


def values(history: tuple[DatedValue, ...]) -> list[tuple[date, int, str | None]]:
    return [(each.from_date, int(each.value), each.queue) for each in history]


def test_a_first_statement_applies_with_its_own_dates(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    assert values(register.thresholds()[KEY]) == [(ALWAYS, 20, None)]
    assert register.pending_thresholds() == ()


def test_a_changed_threshold_waits_and_the_old_one_stays_in_force(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    register.apply_files(within(FIVE_MINUTES, file_hash="bb"), NOW)
    (change,) = register.pending_thresholds()
    assert (change.measure_key, change.parameter, change.file_hash) == (*KEY, "bb")
    assert (values(change.held), values(change.stated)) == ([(ALWAYS, 20, None)], [(ALWAYS, 300, None)])
    assert values(register.thresholds()[KEY]) == [(ALWAYS, 20, None)]


def test_a_new_dated_value_waits_too(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    register.apply_files(within(TWENTY, DatedValue(date(2026, 4, 1), 300)), NOW)
    assert len(register.pending_thresholds()) == 1
    assert values(register.thresholds()[KEY]) == [(ALWAYS, 20, None)]


def test_an_approved_threshold_is_in_force_from_its_day_and_not_before(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    register.apply_files(within(FIVE_MINUTES), NOW)
    (change,) = register.pending_thresholds()
    start = TODAY + timedelta(days=9)
    added = register.approve_threshold(change.id, from_date=start, now=NOW, **APPROVAL)
    assert values(added) == [(start, 300, None)]
    assert values(register.thresholds()[KEY]) == [(ALWAYS, 20, None), (start, 300, None)]
    assert register.pending_thresholds() == ()
    register.apply_files(within(FIVE_MINUTES, file_hash="cc"), NOW)
    assert register.pending_thresholds() == ()


def test_no_threshold_works_backwards(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    register.apply_files(within(FIVE_MINUTES), NOW)
    (change,) = register.pending_thresholds()
    with pytest.raises(RegisterError, match="cannot be in force from"):
        register.approve_threshold(change.id, from_date=TODAY - timedelta(days=1), now=NOW, **APPROVAL)
    assert register.pending_thresholds() == (change,)


def test_a_file_put_back_leaves_nothing_waiting(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    register.apply_files(within(FIVE_MINUTES), NOW)
    (change,) = register.pending_thresholds()
    register.apply_files(within(TWENTY), NOW)
    assert register.pending_thresholds() == ()
    with pytest.raises(RegisterError, match="is not waiting"):
        register.approve_threshold(change.id, from_date=TODAY, now=NOW, **APPROVAL)


def test_a_measure_new_to_the_files_changes_no_figure_and_applies(register: Register) -> None:
    register.apply_files(within(TWENTY), NOW)
    other = replace(measure("chat"), parameters={Parameter.WITHIN_SECONDS: (FIVE_MINUTES,)})
    register.apply_files(council(*within(TWENTY).measures, other), NOW)
    assert values(register.thresholds()["chat", Parameter.WITHIN_SECONDS]) == [(ALWAYS, 300, None)]


def test_a_clock_is_no_threshold_and_reading_twice_writes_nothing(register: Register) -> None:
    clock = {Parameter.CLOCK: (DatedValue(ALWAYS, "completion"),)}
    file = council(replace(measure("service_level"), parameters=clock | {Parameter.WITHIN_SECONDS: (TWENTY,)}))
    register.apply_files(file, NOW)
    version = register.version()
    register.apply_files(replace(file, file_hash="bb"), NOW)
    assert register.version() == version
    assert list(register.thresholds()) == [KEY]
    assert register.verify_chain().is_whole


def test_a_queue_has_its_own_value_once_it_has_begun() -> None:
    own = DatedValue(date(2026, 4, 1), 60, "planning")
    history = (TWENTY, own)
    assert in_force(history, "planning", date(2026, 3, 31)) == TWENTY
    assert in_force(history, "planning", date(2026, 4, 1)) == own
    assert in_force(history, "waste", date(2026, 4, 1)) == TWENTY


def test_a_queue_no_longer_stated_goes_back_to_the_value_for_every_queue() -> None:
    own = DatedValue(date(2026, 4, 1), 60, "planning")
    assert values(steps_to((TWENTY, own), (TWENTY,), TODAY)) == [(TODAY, 20, "planning")]


def test_later_values_already_held_are_brought_into_line_too() -> None:
    later = DatedValue(TODAY + timedelta(days=30), 45)
    assert values(steps_to((TWENTY, later), (FIVE_MINUTES,), TODAY)) == [
        (TODAY, 300, None),
        (TODAY + timedelta(days=30), 300, None),
    ]
