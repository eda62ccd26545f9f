"""How many people a week takes: numbers worked by hand or tabled, and loads at the edges."""

from datetime import date

import numpy as np
import pytest

from frontdoor.answers.staffing_load import Load
from frontdoor.answers.staffing_need import need_of
from frontdoor.answers.staffing_rules import NOBODY_DECIDED, Aim
from frontdoor.answers.staffing_service import Terms, expected_service, on_the_calls, played
from frontdoor.strategy.staffing import Staffing

AIM = Aim(0.8, 20.0)
EIGHT_TO_SIX = slice(16, 36)


def week(calls: float, seconds: float = 180.0, open_half_hours: slice = EIGHT_TO_SIX, days: int = 7) -> Load:
    """Return a week with as many calls in each open half-hour."""
    is_open = np.zeros((days, 48), dtype=np.bool_)
    is_open[:, open_half_hours] = True
    return Load(np.where(is_open, calls, 0.0), np.full((days, 48), seconds), is_open)


def test_a_hundred_calls_of_three_minutes_take_fourteen_people():
    # 10 erlangs: 14 people answer 0.888 within 20 seconds, 13 only 0.79 (STATISTICS, section 3)
    need = need_of(week(100), AIM, NOBODY_DECIDED, np.inf)
    assert set(need.on_calls[:, EIGHT_TO_SIX].ravel()) == {14}
    assert set(need.if_all_hold[:, EIGHT_TO_SIX].ravel()) == {14}
    assert need.on_calls[:, :16].sum() == 0


def test_shrinkage_lifts_the_rota_and_not_the_people_on_calls():
    need = need_of(week(100), AIM, Staffing(date.min, shrinkage=0.3), np.inf)
    assert need.on_calls.max() == 14
    assert need.on_the_rota.max() == 20  # 14 / 0.7


def test_callers_who_give_up_take_fewer_people_than_erlang_c_says():
    need = need_of(week(100), AIM, NOBODY_DECIDED, patience_seconds=120.0)
    assert need.on_calls.max() < need.if_all_hold.max() == 14


def test_zero_calls_take_the_minimum_while_open_and_nobody_while_closed():
    need = need_of(week(0), AIM, Staffing(date.min, minimum_cover=2), np.inf)
    assert set(need.on_calls[:, EIGHT_TO_SIX].ravel()) == {2}
    assert need.on_the_rota[:, 36:].sum() == 0


def test_half_hours_nobody_can_tell_of_take_nobody():
    load = week(100)
    load.calls[0, 16] = np.nan
    need = need_of(load, AIM, NOBODY_DECIDED, 300.0)
    assert need.on_calls[0, 16] == 0
    assert need.on_calls[0, 17] > 0


def test_the_limit_of_occupancy_asks_for_more_people():
    assert need_of(week(100), AIM, Staffing(date.min, occupancy_limit=0.5), np.inf).on_calls.max() == 20  # 10 / 0.5


def test_two_chats_at_once_take_half_the_people_rounded_up():
    assert need_of(week(100), AIM, NOBODY_DECIDED, np.inf, at_once=3).on_calls.max() == 5  # 14 / 3


def test_five_hundred_people_behave():
    need = need_of(week(4_850, days=1), AIM, NOBODY_DECIDED, np.inf)
    assert 490 < need.on_calls.max() < 510  # 485 erlangs


def test_a_night_shift_is_open_on_both_sides_of_midnight():
    need = need_of(week(100, open_half_hours=slice(0, 48)), AIM, NOBODY_DECIDED, np.inf)
    assert need.on_calls.shape == (7, 48)
    assert set(need.on_calls.ravel()) == {14}


def test_callers_of_a_long_even_day_meet_the_level_of_erlang():
    # the queue starts empty, so the day is a little better than the steady state's 0.888
    load = week(100, open_half_hours=slice(0, 48), days=1)
    met = expected_service(load, np.full((1, 48), 14.0), Terms(20.0))
    assert met.in_time[0] == pytest.approx(0.888, abs=0.01)
    assert met.seconds_waited[0] == pytest.approx(7.8, abs=0.8)


def test_shrinkage_takes_people_off_the_calls():
    load = week(100, open_half_hours=slice(0, 48), days=1)
    whole = expected_service(load, np.full((1, 48), 14.0), Terms(20.0))
    rostered = expected_service(load, np.full((1, 48), 20.0), Terms(20.0, shrinkage=0.3))
    assert rostered.in_time[0] == pytest.approx(whole.in_time[0])


def test_overload_leaves_hardly_anybody_in_time_and_nothing_breaks():
    met = expected_service(week(100, days=1), np.full((1, 48), 5.0), Terms(20.0, patience_seconds=300.0))
    assert met.in_time[0] < 0.05
    assert met.gave_up[0] == pytest.approx(0.5, abs=0.03)  # 5 of 10 erlangs can be served


def test_one_adviser_serves_a_quiet_line():
    met = expected_service(week(1, days=1), np.full((1, 48), 1.0), Terms(20.0, patience_seconds=300.0))
    assert 0.88 < met.in_time[0] < 0.95  # a caller in ten finds the one adviser busy


def test_a_weekday_without_a_rota_is_not_known_and_one_without_calls_has_no_share():
    load = week(100, days=2)
    load.calls[1] = 0.0
    met = expected_service(load, np.array([[np.nan] * 48, [3.0] * 48]), Terms(20.0))
    assert np.isnan(met.in_time).all()


def test_parts_of_people_are_carried_to_the_next_half_hour():
    people = on_the_calls(np.full((1, 4), 2.5), Terms(20.0))
    assert people.sum() == 10
    assert set(people.ravel()) <= {2, 3}
    assert on_the_calls(np.full((1, 48), 20.0), Terms(20.0, shrinkage=0.3)).tolist() == [[14] * 48]


def test_days_played_call_by_call_agree_with_the_queue_carried_over():
    load, rostered = week(100, days=1), np.full((1, 48), 11.0)
    terms = Terms(20.0, patience_seconds=300.0)
    met, checked = expected_service(load, rostered, terms), played(load, rostered, terms, 0)
    assert checked.low - 0.01 <= met.in_time[0] <= checked.high + 0.01
    assert checked.low < checked.in_time < checked.high
