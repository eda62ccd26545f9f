"""Judging a figure: against the target in force, only when it can be judged, and the same in either direction."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import (
    JUDGED,
    Judgement,
    Measured,
    PromiseState,
    State,
    judge,
    judge_promise,
    target_in_force,
)
from frontdoor.strategy.strategy import Target

APRIL_2024, APRIL_2026, OCTOBER_2026 = date(2024, 4, 1), date(2026, 4, 1), date(2026, 10, 31)
SHARES = st.integers(0, 1000).map(lambda parts: parts / 1000)
FIGURES = st.builds(
    Measured,
    value=SHARES,
    denominator=st.integers(0, 40),
    minimum_denominator=st.just(20),
    better=st.just(Better.HIGHER),
    is_complete=st.booleans(),
    interval=st.none() | st.tuples(SHARES, SHARES).map(lambda ends: (min(ends), max(ends))),
)


def target(value: float | None, from_date: date = APRIL_2024, tolerance: float | None = None) -> Target:
    return Target(from_date, value, Unit.SHARE, tolerance, "not published")


def measured(value: float | None, better: Better = Better.HIGHER, **others) -> Measured:
    return Measured(**{"value": value, "denominator": 1000, "minimum_denominator": 20, "better": better} | others)


def state(value: float | None, *targets: Target, better: Better = Better.HIGHER, **others) -> State:
    return judge(measured(value, better, **others), targets, OCTOBER_2026).state


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.81, State.MET), (0.8, State.MET), (0.79, State.CLOSE), (0.78, State.CLOSE), (0.779, State.MISSED)],
)
def test_close_is_only_on_the_worse_side_within_the_stated_tolerance(value, expected):
    assert state(value, target(0.8, tolerance=0.02)) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.079, State.MET), (0.08, State.MET), (0.091, State.CLOSE), (0.1, State.CLOSE), (0.101, State.MISSED)],
)
def test_for_a_measure_that_should_be_low_the_worse_side_is_above(value, expected):
    assert state(value, target(0.08, tolerance=0.02), better=Better.LOWER) is expected


def test_without_a_stated_tolerance_there_is_no_close():
    assert state(0.7999, target(0.8)) is State.MISSED


def test_a_gap_is_positive_on_the_better_side():
    assert judge(measured(0.9), (target(0.8),), OCTOBER_2026).gap == pytest.approx(0.1)
    assert judge(measured(0.9, Better.LOWER), (target(0.8),), OCTOBER_2026).gap == pytest.approx(-0.1)


def test_a_target_to_be_set_is_not_judged_and_says_why():
    found = judge(measured(0.9), (target(None),), OCTOBER_2026)
    assert (found.state, found.gap, found.reason) == (State.TO_BE_SET, None, "not published")
    assert found.target == target(None)


def test_before_the_first_target_there_is_none():
    found = judge(measured(0.9), (target(0.8, APRIL_2026),), APRIL_2026 - timedelta(days=1))
    assert (found.state, found.target, found.reason) == (State.NO_TARGET, None, "No target was in force.")


def test_a_target_is_in_force_from_its_first_day():
    history = (target(0.7, APRIL_2026), target(0.8))
    assert target_in_force(history, APRIL_2026 - timedelta(days=1)) == target(0.8)
    assert target_in_force(history, APRIL_2026) == target(0.7, APRIL_2026)
    assert target_in_force(history, APRIL_2024 - timedelta(days=1)) is None


def test_an_unfinished_period_is_shown_with_its_target_but_not_judged():
    found = judge(measured(0.9, is_complete=False), (target(0.8),), OCTOBER_2026)
    assert (found.state, found.gap, found.target) == (State.INCOMPLETE, None, target(0.8))


def test_too_few_is_not_judged():
    assert state(0.9, target(0.8), denominator=19) is State.TOO_FEW
    assert state(0.9, target(0.8), denominator=20) is State.MET


def test_a_count_has_no_denominator_to_be_too_small():
    assert state(3.0, target(5.0), denominator=None) is State.MISSED


def test_no_value_with_a_reason_cannot_be_told():
    found = judge(measured(None, denominator=None, reason="Waits are not recorded by ward."), (), OCTOBER_2026)
    assert (found.state, found.reason) == (State.CANNOT_TELL, "Waits are not recorded by ward.")


def test_no_value_without_a_reason_is_no_data():
    assert state(None, target(0.8), denominator=None) is State.NO_DATA
    assert state(None, target(0.8), denominator=0) is State.NO_DATA


def test_no_value_where_a_few_were_counted_is_too_few():
    assert state(None, target(0.8), denominator=3) is State.TOO_FEW


def test_the_order_is_no_value_then_incomplete_then_too_few_then_no_target():
    assert state(None, is_complete=False, denominator=None) is State.NO_DATA
    assert state(0.9, is_complete=False, denominator=3) is State.INCOMPLETE
    assert state(0.9, target(None), denominator=3) is State.TOO_FEW


def test_neither_direction_being_better_cannot_be_held_against_a_number():
    assert state(0.9, target(0.8), better=Better.NEITHER) is State.CANNOT_TELL


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((0.8, 0.9), State.MET),
        ((0.79, 0.9), State.CANNOT_TELL),
        ((0.7, 0.8), State.CANNOT_TELL),
        ((0.7, 0.799), State.MISSED),
    ],
)
def test_a_sample_is_judged_only_when_its_whole_interval_is_on_one_side(interval, expected):
    assert state(sum(interval) / 2, target(0.8), interval=interval) is expected


def test_a_sample_wholly_on_the_worse_side_can_be_close():
    assert state(0.79, target(0.8, tolerance=0.02), interval=(0.785, 0.795)) is State.CLOSE


def test_a_value_that_is_not_a_number_is_a_bug_not_a_miss():
    with pytest.raises(ValueError, match="nan is not a figure"):
        state(float("nan"), target(0.8))


def test_arithmetic_of_floats_decides_nothing():
    assert state(0.08 + 0.02, target(0.08, tolerance=0.02), better=Better.LOWER) is State.CLOSE
    assert state(0.1 + 0.2, target(0.3), better=Better.LOWER) is State.MET


def lowered(*targets: Target, on: date = OCTOBER_2026, better: Better = Better.HIGHER) -> Judgement:
    return judge(measured(0.5, better), targets, on)


def test_an_easier_target_is_flagged_for_a_year():
    history = (target(0.8), target(0.7, APRIL_2026))
    assert lowered(*history, on=APRIL_2026).is_lowered
    assert lowered(*history, on=date(2027, 3, 31)).is_lowered
    assert not lowered(*history, on=date(2027, 4, 1)).is_lowered
    assert not lowered(*history, on=date(2026, 3, 31)).is_lowered
    assert lowered(*history).previous_target == target(0.8)


def test_which_way_is_easier_depends_on_the_direction():
    up, down = (target(0.7), target(0.8, APRIL_2026)), (target(0.8), target(0.7, APRIL_2026))
    assert lowered(*up, better=Better.LOWER).is_lowered
    assert not lowered(*down, better=Better.LOWER).is_lowered
    assert not lowered(*up).is_lowered


def test_a_spell_of_tba_does_not_hide_that_a_target_was_lowered():
    found = lowered(target(0.8), target(None, date(2025, 4, 1)), target(0.7, APRIL_2026))
    assert found.is_lowered
    assert found.previous_target == target(0.8)


def test_a_first_number_after_tba_is_not_lowered():
    found = lowered(target(None), target(0.7, APRIL_2026))
    assert not found.is_lowered
    assert found.previous_target is None


def test_a_lowered_target_is_flagged_whether_or_not_it_was_met():
    history = (target(0.8), target(0.7, APRIL_2026))
    assert judge(measured(None, denominator=None), history, OCTOBER_2026).is_lowered


@given(FIGURES, SHARES, st.none() | SHARES)
def test_better_and_worse_mirror_each_other(figure, goal, tolerance):
    high = judge(figure, (target(goal, tolerance=tolerance),), OCTOBER_2026)
    low = judge(mirrored(figure), (target(-goal, tolerance=tolerance),), OCTOBER_2026)
    assert high.state is low.state
    assert high.gap == low.gap


def mirrored(figure: Measured) -> Measured:
    """Return the same figure counted downwards: what was high and good is low and good."""
    interval = None if figure.interval is None else (-figure.interval[1], -figure.interval[0])
    return replace(figure, value=-figure.value, better=Better.LOWER, interval=interval)


@given(SHARES, SHARES, SHARES, st.none() | SHARES)
def test_a_better_value_is_never_judged_worse(value, other, goal, tolerance):
    order = (State.MISSED, State.CLOSE, State.MET)
    worse, better = (state(each, target(goal, tolerance=tolerance)) for each in sorted((value, other)))
    assert order.index(worse) <= order.index(better)


@given(st.lists(st.sampled_from(State)))
def test_a_promise_is_kept_only_when_every_judged_measure_is_met(states):
    found = judge_promise(tuple(states))
    judged = [each for each in states if each in JUDGED]
    assert (found is PromiseState.CANNOT_SAY) == (not judged)
    assert (found is PromiseState.KEPT) == (bool(judged) and set(judged) == {State.MET})
    assert (found is PromiseState.NOT_KEPT) == (bool(judged) and State.MET not in judged)
