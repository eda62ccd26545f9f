"""A change moves calls and people; it never makes or loses a call but those it says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from frontdoor.answers.peaks_what_if_changes import (
    Added,
    Change,
    Online,
    Opened,
    Smoothed,
    neighbours,
    smoothed,
    with_hours,
    with_people,
    without_online,
)
from frontdoor.answers.staffing_load import Load

EIGHT, NINE, TEN, FIVE = 16, 18, 20, 34


def nine_to_five(seed: int = 1) -> Load:
    is_open = np.zeros((7, 48), dtype=np.bool_)
    is_open[:5, NINE:FIVE] = True
    calls = np.random.default_rng(seed).integers(1, 100, (7, 48)).astype(np.float64)
    return Load(np.where(is_open, calls, 0.0), np.full((7, 48), 180.0), is_open)


def rung_while_closed() -> np.ndarray:
    closed = np.zeros((7, 48))
    closed[0, EIGHT:NINE] = (3.0, 5.0)
    return closed


def test_mondays_at_eight_takes_those_who_came_in_vain_and_half_of_nine_to_ten():
    load, closed = nine_to_five(), rung_while_closed()
    assert Change.MONDAY_8AM.opened is not None
    then = with_hours(load, closed, Change.MONDAY_8AM.opened)
    assert then.is_open[0, EIGHT:NINE].all()
    assert then.calls[0, EIGHT] == 3 + load.calls[0, NINE] / 2
    assert then.calls[0, EIGHT + 1] == 5 + load.calls[0, NINE + 1] / 2
    assert then.calls[0, NINE] == load.calls[0, NINE] / 2
    assert (then.calls[0, TEN:] == load.calls[0, TEN:]).all()
    assert (then.calls[1:] == load.calls[1:]).all()


@given(some.integers(0, 50), some.floats(0, 1))
def test_opening_earlier_neither_makes_nor_loses_calls_but_those_who_came_in_vain(seed, moving):
    load, closed = nine_to_five(seed), rung_while_closed()
    then = with_hours(load, closed, Opened(0, EIGHT, NINE, moving))
    assert then.calls.sum() == pytest.approx(load.calls.sum() + 8)
    assert np.cumsum(then.calls[0])[NINE] >= np.cumsum(load.calls[0])[NINE]  # earlier, never later


def test_opening_later_draws_on_the_hours_before():
    load = nine_to_five()
    then = with_hours(load, np.zeros((7, 48)), Opened(0, FIVE, FIVE + 2, 0.5))
    assert neighbours(load.is_open[0], Opened(0, FIVE, FIVE + 2)).tolist() == [FIVE - 2, FIVE - 1]
    assert then.calls.sum() == pytest.approx(load.calls.sum())
    assert then.calls[0, FIVE] == load.calls[0, FIVE - 2] / 2


def test_opening_a_day_that_is_closed_moves_nobody():
    load = nine_to_five()
    closed = np.zeros((7, 48))
    closed[5, TEN] = 7.0
    then = with_hours(load, closed, Opened(5, TEN, TEN + 4))
    assert then.calls[5].sum() == 7
    assert then.calls.sum() == load.calls.sum() + 7


def test_hours_already_open_stay_as_they_are():
    load = nine_to_five()
    then = with_hours(load, np.zeros((7, 48)), Opened(0, NINE, TEN))
    assert (then.calls == load.calls).all()


@given(some.integers(0, 50), some.floats(0, 1))
def test_a_smoothed_peak_loses_no_call_and_is_no_higher(seed, share):
    load = nine_to_five(seed)
    then = smoothed(load, Smoothed(share))
    assert then.calls.sum() == pytest.approx(load.calls.sum())
    assert (then.calls[~load.is_open] == 0).all()
    top = load.calls >= np.sort(load.calls[load.is_open])[-8]
    assert then.calls[top].max() <= load.calls[top].max()


def test_nothing_is_smoothed_where_nobody_calls():
    shut = Load(np.zeros((7, 48)), np.full((7, 48), 180.0), np.zeros((7, 48), dtype=np.bool_))
    assert smoothed(shut, Smoothed(0.5)).calls.sum() == 0


def test_calls_moved_online_are_gone_and_never_more_than_there_are():
    load = nine_to_five()
    own = np.where(load.is_open, load.calls * 0.5, 0.0)
    then = without_online(load, own, Online("waste", 0.4))
    assert then.calls.sum() == pytest.approx(load.calls.sum() * 0.8)
    assert (without_online(load, own * 10, Online("waste", 1.0)).calls >= 0).all()


def test_advisers_are_added_in_their_half_hours_only():
    rostered = with_people(np.full((7, 48), 2.0), Added(0, NINE, TEN, 4))
    assert rostered.sum() == 2 * 7 * 48 + 8
    assert rostered[0, NINE : TEN + 1].tolist() == [6, 6, 2]


@pytest.mark.parametrize(
    "parts",
    [
        {"opened": Opened(0, 18, 16)},
        {"opened": Opened(7, 16, 18)},
        {"opened": Opened(0, 16, 18, 1.5)},
        {"added": Added(0, 40, 50, 1)},
        {"online": Online("waste", 30)},
        {"smoothed": Smoothed(-0.1)},
    ],
)
def test_what_cannot_be_is_refused(parts):
    with pytest.raises(ValueError, match=r"from 0 to"):
        Change(**parts)
