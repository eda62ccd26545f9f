"""Erlang B and C against a published example, 50-digit sums, 40-digit values of another library, and at their limits."""

import math

import numpy as np
import pytest
from exact_queues import exact_queue
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.erlang_b import blocking, erlangs, inverse_blocking
from frontdoor.statistics.erlang_c import erlang_c

CLOSE = 1e-12
NEAR_NOTHING = 1e-300  # below it floats lose digits
LOADS = st.floats(0.05, 10_000)

# load, agents, handling time, answered within: blocking, chance of waiting, service level, mean wait.
# mpmath 1.4.1 with 40 digits: 1 / B = quad(exp(-t) (1 + t / load)^agents, t from 0 up), split round its peak.
BY_QUADRATURE = [
    ((0.05, 1, 240, 20), (0.0476190476190476, 0.05, 0.953805703468791, 12.6315789473684)),
    ((0.05, 4, 240, 20), (2.4771599658251e-7, 2.50851641322289e-7, 0.999999819506453, 1.5241618713253e-5)),
    ((10, 14, 180, 20), (0.0568191433865209, 0.17413193359505, 0.888350019179467, 7.83593701177724)),
    ((120.5, 126, 300, 60), (0.0441243014345319, 0.513975512828844, 0.828912414050387, 28.0350279724824)),
    ((500, 520, 300, 30), (0.0143617705441838, 0.274756344696524, 0.96281577226944, 4.12134517044786)),
    ((2500.25, 2530, 420, 20), (0.00913226527321193, 0.439394001082863, 0.893437694668927, 6.20320942705218)),
    ((9999.5, 10000, 300, 10), (0.00790509452843139, 0.993764095465236, 0.0226613802770794, 596.258457279142)),
    ((10000, 12000, 300, 0), (9.44773410026074e-85, 5.66864046015644e-84, 1.0, 8.50296069023467e-85)),
]


def test_the_worked_example():
    # STATISTICS, section 3: 100 calls in half an hour, 180 seconds each, 14 agents, answered within 20 seconds.
    load = erlangs(100, 180)
    queue = erlang_c(load, 14, 180, 20)
    assert float(load) == 10
    assert float(queue.chance_of_waiting) == pytest.approx(0.17413, abs=5e-6)
    assert float(queue.service_level) == pytest.approx(0.88835, abs=5e-6)
    assert float(queue.mean_wait) == pytest.approx(7.836, abs=5e-4)
    assert float(queue.occupancy) == pytest.approx(10 / 14)


@pytest.mark.parametrize(("given_queue", "exact"), BY_QUADRATURE)
def test_values_by_quadrature(given_queue, exact):
    queue = erlang_c(*given_queue)
    found = (blocking(*given_queue[:2]), queue.chance_of_waiting, queue.service_level, queue.mean_wait)
    assert [float(one) for one in found] == pytest.approx(exact, rel=CLOSE, abs=NEAR_NOTHING)


@pytest.mark.parametrize("load", [0.05, 0.3, 1, 2.75, 9.9, 47.3, 333.3, 1_750, 9_876.5, 10_000])
@pytest.mark.parametrize("spare", [-0.5, -0.1, 0, 0.001, 0.05, 0.3, 2])
def test_fifty_digits_are_met_to_twelve(load, spare):
    agents = min(max(1, math.ceil(load * (1 + spare))), 12_000)
    exact, queue = exact_queue(load, agents, 240, 20), erlang_c(load, agents, 240, 20)
    assert float(blocking(load, agents)) == pytest.approx(float(exact.blocking), rel=CLOSE, abs=NEAR_NOTHING)
    assert float(queue.chance_of_waiting) == pytest.approx(float(exact.chance_of_waiting), rel=CLOSE, abs=NEAR_NOTHING)
    assert float(queue.service_level) == pytest.approx(float(exact.service_level), rel=CLOSE, abs=NEAR_NOTHING)
    wait = math.inf if exact.mean_wait is None else float(exact.mean_wait)
    assert float(queue.mean_wait) == pytest.approx(wait, rel=CLOSE, abs=NEAR_NOTHING)


def test_a_service_level_near_nothing_keeps_its_digits():
    # One agent, a load of 1 - 1e-9: C = load, so 1e-9 are answered at once.
    assert float(erlang_c(1 - 1e-9, 1, 240, 0).service_level) == pytest.approx(
        1 - (1 - 1e-9), rel=CLOSE, abs=NEAR_NOTHING
    )


def test_too_few_agents_answer_nobody_and_nothing_is_negative():
    queue = erlang_c([5, 5, 5, 0.3], [0, 4, 5, 0], 200, 20)
    assert queue.service_level.tolist() == [0, 0, 0, 0]
    assert queue.chance_of_waiting.tolist() == [1, 1, 1, 1]
    assert queue.mean_wait.tolist() == [math.inf] * 4
    assert queue.occupancy[1:3].tolist() == [1, 1]
    assert np.isnan(queue.occupancy[[0, 3]]).all()


def test_without_calls_nobody_waits_whatever_the_handling_time():
    queue = erlang_c(0, [0, 3], [0, math.nan], 20)
    assert queue.service_level.tolist() == [1, 1]
    assert queue.mean_wait.tolist() == [0, 0]
    assert queue.chance_of_waiting.tolist() == [0, 0]


def test_shapes_broadcast():
    queue = erlang_c([[10], [20]], [14, 25, 30], 180, 20)
    assert queue.service_level.shape == (2, 3)
    assert queue.service_level[1, 2] == erlang_c(20, 30, 180, 20).service_level


@given(LOADS, st.integers(0, 12_000))
def test_one_agent_more_blocks_by_the_recursion(load, agents):
    # The recursion is the definition; many and few rows at once give the same.
    few = inverse_blocking(np.array([load, load]), np.array([agents, agents + 1.0]))
    assert few[1] == pytest.approx(1 + (agents + 1) / load * few[0], rel=CLOSE, abs=NEAR_NOTHING)


@given(LOADS, st.integers(1, 12_000), st.floats(10, 3_600), st.floats(0, 600))
def test_everything_lies_where_it_can(load, agents, handle, within):
    queue = erlang_c(load, [agents, agents + 1], handle, within)
    assert ((queue.service_level >= 0) & (queue.service_level <= 1)).all()
    assert ((queue.chance_of_waiting >= 0) & (queue.chance_of_waiting <= 1)).all()
    assert (queue.mean_wait >= 0).all()
    assert queue.service_level[1] >= queue.service_level[0] - 1e-15
    assert queue.mean_wait[1] <= queue.mean_wait[0]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((-1, 3, 200, 20), "load is below 0"),
        ((math.nan, 3, 200, 20), "load is below 0 or not a number"),
        ((1, -3, 200, 20), "Agents must be 0 or more"),
        ((1, 2.5, 200, 20), "Agents must be 0 or more, whole"),
        ((1, 3, 0, 20), "handling time above 0"),
        ((1, 3, 200, -1), "time to answer is below 0"),
        (([1, 1, -2], 3, 200, 20), "at entry 2"),
    ],
)
def test_what_cannot_be_is_refused(arguments, what):
    with pytest.raises(ValueError, match=what):
        erlang_c(*arguments)
