"""Required agents are those of the plain search, with few and many calls, ties and lenient targets, and in time."""

import math

import numpy as np
import pytest
from exact_queues import exact_queue
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.erlang_c import erlang_c
from frontdoor.statistics.required_agents import required_agents, scheduled_agents

HALF_HOURS = 10_000
ALLOWED_SECONDS = 0.035  # of processor time for 10,000 half-hours; issue 4


def plain_search(load, handle, target, within, limit=1.0):
    """Add agents one by one from 0, with 50 digits, until the promise and the occupancy limit are both kept."""
    agents = 0
    while load > 0 and (
        agents <= load
        or load > limit * agents * (1 + 1e-12)
        or float(exact_queue(load, agents, handle, within).service_level) < target - 1e-12
    ):
        agents += 1
    return agents


def test_the_worked_example():
    assert int(required_agents(10, 180, target=0.8, within_seconds=20)) == 14
    assert int(scheduled_agents(14, 0.3)) == 20
    assert int(scheduled_agents(21, 0.3)) == 30  # 21 / 0.7 is 30.000000000000004 in floats


def test_a_lenient_target_is_not_overstaffed():
    assert int(required_agents(10.6, 300, target=0.5, within_seconds=600)) == 11


def test_a_promise_kept_exactly_is_kept():
    # Load 1, 2 agents: C = 1/3, so exactly 2/3 are answered at once. Load 17 with at most 85% occupancy: 20 agents.
    assert int(required_agents(1, 300, target=2 / 3, within_seconds=0)) == 2
    assert int(required_agents(17, 300, target=0, within_seconds=0, occupancy_limit=0.85)) == 20
    assert int(required_agents(2.1, 300, target=0, within_seconds=0, occupancy_limit=0.7)) == 3


def test_without_calls_nobody_is_needed_unless_the_line_is_open():
    needed = required_agents([0, 0, 0.01], [0, math.nan, 100], target=0.8, within_seconds=20, minimum_cover=[0, 2, 0])
    assert needed.tolist() == [0, 2, 1]
    assert required_agents([], [], target=0.8, within_seconds=20).tolist() == []


def test_a_whole_load_needs_one_more_at_least():
    assert required_agents([1, 5, 500], 300, target=0, within_seconds=0).tolist() == [2, 6, 501]


@given(st.floats(0.01, 60), st.floats(20, 1_800), st.floats(0, 0.999), st.floats(0, 900), st.floats(0.3, 1))
def test_the_answer_is_that_of_the_plain_search(load, handle, target, within, limit):
    needed = required_agents(load, handle, target=target, within_seconds=within, occupancy_limit=limit)
    assert int(needed) == plain_search(load, handle, target, within, limit)


def test_many_half_hours_get_the_answers_of_the_plain_search():
    random = np.random.default_rng(20261122)
    load, handle = random.gamma(2, 5, 150), random.uniform(60, 600, 150)
    needed = required_agents(load, handle, target=0.9, within_seconds=20, occupancy_limit=0.9)
    assert needed.tolist() == [plain_search(a, h, 0.9, 20, 0.9) for a, h in zip(load, handle, strict=True)]


@pytest.mark.parametrize(("largest", "limit"), [(60, 1.0), (500, 0.85), (10_000, 0.9)])
def test_one_agent_fewer_would_not_do(largest, limit):
    random = np.random.default_rng(20261122)
    load, handle = random.uniform(0.05, largest, HALF_HOURS), random.uniform(60, 900, HALF_HOURS)
    needed = required_agents(load, handle, target=0.8, within_seconds=20, occupancy_limit=limit)
    assert (erlang_c(load, needed, handle, 20).service_level >= 0.8).all()
    assert (load / needed <= limit).all()
    fewer = needed - 1
    is_late = erlang_c(load, fewer, handle, 20).service_level < 0.8
    assert (is_late | (load > limit * fewer)).all()


@given(st.integers(0, 20_000), st.integers(0, 99))
def test_scheduled_agents_are_the_fewest_that_leave_enough(agents, percent):
    # In whole numbers: agents x 100 / (100 - percent), rounded up.
    assert int(scheduled_agents(agents, percent / 100)) == -(-agents * 100 // (100 - percent))


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"target": 1}, "a target is below 1"),
        ({"target": -0.1}, "a target is below 1"),
        ({"within_seconds": -1}, "time to answer"),
        ({"occupancy_limit": 0}, "occupancy limit"),
        ({"occupancy_limit": 1.1}, "occupancy limit"),
        ({"handle_seconds": 0}, "handling time"),
        ({"load": -1}, "load"),
        ({"load": math.inf}, "load"),
    ],
)
def test_what_cannot_be_is_refused(changed, what):
    with pytest.raises(ValueError, match=what):
        required_agents(**({"load": 5, "handle_seconds": 200, "target": 0.8, "within_seconds": 20} | changed))


@pytest.mark.parametrize("shrinkage", [1, -0.1, math.nan])
def test_nobody_is_lost_altogether(shrinkage):
    with pytest.raises(ValueError, match="Shrinkage"):
        scheduled_agents(10, shrinkage)
