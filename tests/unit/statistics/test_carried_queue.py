"""The carried queue against days played call by call, and against Erlang A and C where half-hours do not matter."""

import math
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdoor.statistics.carried_queue import CarriedQueue, carried_queue
from frontdoor.statistics.erlang_a import erlang_a
from frontdoor.statistics.erlang_c import erlang_c
from frontdoor.statistics.queue_simulation import SimulatedDays, simulate_days

STATED_SHARE = 0.005  # of 1: decision 0112
STATED_WAIT = 0.01  # of the mean wait
CHANCE = 4  # standard errors of the simulation allowed besides
MONDAY_CALLS = [90, 140, 150, 130, 110, 100, 80, 70, 70, 75, 80, 70, 60, 55, 50, 40, 30, 20]  # 8am to 5pm
MONDAY_AGENTS = [12, 14, 16, 16, 14, 14, 10, 10, 10, 12, 12, 12, 10, 10, 8, 8, 6, 6]


class Case(NamedTuple):
    calls: list[float]
    agents: list[int]
    handle: float
    patience: float
    within: float
    days: int


CASES = {
    "a Monday opening, callers give up": Case(MONDAY_CALLS, MONDAY_AGENTS, 240, 300, 60, 800),
    "a Monday opening, callers hold on": Case(MONDAY_CALLS[:8], MONDAY_AGENTS[:8], 240, math.inf, 60, 1_000),
    "overload and a long promise": Case([60, 60, 60, 60, 30], [5, 6, 5, 6, 9], 240, 900, 300, 1_500),
    "fewer at lunch, many after it": Case([60] * 6, [9, 9, 4, 4, 12, 9], 240, 600, 20, 2_000),
    "one agent with a break": Case([3, 6, 5, 2, 2, 2, 0, 1], [1, 1, 1, 0, 1, 1, 1, 1], 300, 400, 30, 6_000),
    "calls before anybody is there": Case([10, 20, 60, 60], [0, 3, 9, 9], 240, 900, 60, 2_000),
    "calls with nobody there at the end": Case([20, 10, 10], [4, 0, 0], 240, math.inf, 60, 3_000),
    "a promise longer than a half-hour": Case([60] * 6, [9, 6, 4, 4, 12, 9], 240, 1_800, 2_700, 1_500),
    "500 agents": Case([3_000, 3_200], [500, 520], 300, 300, 20, 40),
}


def ratios(part: np.ndarray, whole: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the sums' ratios by half-hour, and their standard errors from day to day."""
    ratio = part.sum(axis=0) / whole.sum(axis=0)
    return ratio, np.sqrt(((part - ratio * whole) ** 2).sum(axis=0)) / whole.sum(axis=0)


def simulated(case: Case) -> SimulatedDays:
    return simulate_days(
        np.array(case.calls, dtype=float),
        case.handle,
        np.array(case.agents),
        days=case.days,
        seed=20261122,
        patience_seconds=case.patience,
        within_seconds=case.within,
    )


def expected(case: Case) -> CarriedQueue:
    return carried_queue(
        case.calls, case.handle, case.agents, patience_seconds=case.patience, within_seconds=case.within
    )


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if CASES[name].agents[0] == 500 else name for name in CASES]
)
def test_the_carried_queue_is_what_days_played_call_by_call_come_to(name):
    found, days = expected(CASES[name]), simulated(CASES[name])
    has_calls = np.array(CASES[name].calls) > 0
    answered = days.offered - days.abandoned
    shares = (
        (found.chance_of_waiting, days.waited, days.offered),
        (found.chance_of_abandoning, days.abandoned, days.offered),
        (found.offered_wait_in_time, days.offered_wait_in_time, days.offered),
        (found.answered_in_time_of_offered, days.answered_in_time, days.offered),
        (found.answered_in_time_of_answered, days.answered_in_time, answered),
    )
    for share, part, whole in shares:
        ratio, error = ratios(part[:, has_calls], whole[:, has_calls])
        assert (np.abs(share[has_calls] - ratio) <= STATED_SHARE + CHANCE * error).all()
    wait, error = ratios(days.seconds_waited[:, has_calls], days.offered[:, has_calls])
    assert (np.abs(found.mean_wait[has_calls] - wait) <= STATED_WAIT * wait + CHANCE * error).all()


def test_each_half_hour_by_itself_would_mislead_on_a_monday():
    # From the second half-hour on more calls come than can be answered: Erlang C has no answer, and sees nothing left of
    # it at 11am, when those who called at 9am are still being answered.
    case = CASES["a Monday opening, callers hold on"]
    carried = expected(case)
    alone = erlang_c(np.array(case.calls) * case.handle / 1_800, case.agents, case.handle, case.within)
    assert carried.mean_wait[5] > 5 * alone.mean_wait[5]
    assert np.isinf(alone.mean_wait[1])
    assert np.isfinite(carried.mean_wait).all()


@pytest.mark.parametrize("patience", [60, 300, math.inf])
@pytest.mark.parametrize(("calls", "agents"), [(90, 14), (5, 2), (400, 60)])
def test_a_long_even_day_settles_at_erlang_a_and_c(calls, agents, patience):
    day = carried_queue([calls] * 12, 240, [agents] * 12, patience_seconds=patience, within_seconds=30)
    settled = erlang_a(calls * 240 / 1_800, agents, 240, patience, 30)
    for carried, steady in zip(day[:6], (*settled[:2], settled[2], *settled[3:6]), strict=True):
        assert carried[-1] == pytest.approx(float(steady), rel=1e-4, abs=1e-9)


def test_days_side_by_side_are_each_what_they_are_alone():
    calls, agents = np.array([[30, 60, 50], [0, 10, 90]]), np.array([[5, 6, 7], [0, 8, 5]])
    together = carried_queue(calls, [200, 240, 220], agents, patience_seconds=200)
    assert together.mean_wait.shape == (2, 3)
    for day in range(2):
        alone = carried_queue(calls[day], [200, 240, 220], agents[day], patience_seconds=200)
        for one, other in zip(alone, together, strict=True):
            assert one == pytest.approx(other[day], rel=1e-9, abs=1e-12, nan_ok=True)


def test_those_still_waiting_at_closing_time_are_answered_by_those_who_stay():
    closing = carried_queue([60, 60, 0, 0], 240, [6, 6, 0, 0])
    without_closing = carried_queue([60, 60], 240, [6, 6])
    assert closing.mean_wait[:2] == pytest.approx(without_closing.mean_wait, rel=1e-9)
    assert closing.queue_at_end[3] < closing.queue_at_end[2] < closing.queue_at_end[1]


def test_a_queue_without_anybody_waits_for_ever_or_gives_up():
    assert carried_queue([5, 5], 240, [0, 0]).mean_wait.tolist() == [math.inf, math.inf]
    leaving = carried_queue([5, 5], 240, [0, 0], patience_seconds=100)
    assert leaving.chance_of_abandoning == pytest.approx([1, 1])
    assert leaving.mean_wait == pytest.approx([100, 100])
    assert np.nan_to_num(leaving.answered_in_time_of_offered) == pytest.approx([0, 0])


def test_a_half_hour_without_calls_has_nobody_to_speak_of():
    found = carried_queue([0, 10, 0], [0, 240, math.nan], [2, 2, 2])
    assert np.isnan(found.mean_wait).tolist() == [True, False, True]
    assert found.queue_at_end[0] == 0


def test_a_day_without_calls_takes_no_time_and_has_nobody_waiting():
    found = carried_queue([0] * 48, math.nan, [500] * 48)
    assert np.isnan(found.mean_wait).all()
    assert found.queue_at_end == pytest.approx(np.zeros(48))


def test_everybody_who_calls_is_answered_or_gives_up():
    # Over the day: calls x chance of abandoning = all who leave; with the queue at the end nearly empty the rest is served.
    found = expected(CASES["a Monday opening, callers give up"])
    assert found.chance_of_abandoning == pytest.approx(found.mean_wait / 300)
    assert found.queue_at_end[-1] < 1


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 60), st.integers(0, 12)), min_size=1, max_size=4),
    st.floats(30, 900),
    st.sampled_from([20.0, 300.0, math.inf]),
    st.sampled_from([0.0, 20.0, 600.0, 2_000.0]),
)
def test_everything_lies_where_it_can(day, handle, patience, within):
    calls, agents = zip(*day, strict=True)
    found = carried_queue(calls, handle, agents, patience_seconds=patience, within_seconds=within)
    more = carried_queue(calls, handle, [one + 1 for one in agents], patience_seconds=patience, within_seconds=within)
    called = np.array(calls) > 1e-9
    for share in (found[0], found[1], *found[3:6]):
        known = share[~np.isnan(share)]
        assert ((known >= -1e-9) & (known <= 1 + 1e-9)).all()
    assert (found.mean_wait[called] >= -1e-9).all()
    assert (found.queue_at_end >= -1e-9).all()
    if agents[-1]:  # else other agents clear the queue at the end
        assert (more.mean_wait[called] <= found.mean_wait[called] * (1 + 1e-6) + 1e-6).all()
    assert (found.answered_in_time_of_offered[called] <= found.offered_wait_in_time[called] + 1e-6).all()


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"calls": [-1]}, "Calls"),
        ({"agents": [1.5]}, "whole"),
        ({"handle_seconds": 0}, "handling time"),
        ({"patience_seconds": 0}, "Patience"),
        ({"within_seconds": -1}, "time to answer"),
    ],
)
def test_what_cannot_be_is_refused(changed, what):
    with pytest.raises(ValueError, match=what):
        carried_queue(**({"calls": [5], "handle_seconds": 200, "agents": [2]} | changed))
