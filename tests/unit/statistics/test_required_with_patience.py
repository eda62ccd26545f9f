"""Required agents when callers give up are those of a search one by one, under each name of the service level."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.erlang_a import erlang_a
from frontdoor.statistics.required_agents import required_agents
from frontdoor.statistics.required_with_patience import LEVELS, ServiceLevel, required_with_patience

PLACES = {ServiceLevel.OFFERED_WAIT: 3, ServiceLevel.OF_OFFERED: 4, ServiceLevel.OF_ANSWERED: 5}


@pytest.mark.parametrize("level", ServiceLevel)
@given(
    st.floats(0.01, 60), st.tuples(st.floats(20, 1_800), st.floats(10, 1_800)), st.floats(0, 0.99), st.floats(0.3, 1)
)
def test_the_answer_is_that_of_the_search_one_by_one(level, load, times, target, limit):
    handle, patience = times
    every = np.arange(1, 260)
    queue = erlang_a(load, every, handle, patience, 20)
    does = (queue[PLACES[level]] >= target - 1e-12) & (queue.occupancy <= limit * (1 + 1e-12))
    agents = every[np.argmax(does)]
    assert does.any()
    found = required_with_patience(
        load, handle, patience, target=target, within_seconds=20, occupancy_limit=limit, level=level
    )
    assert int(found) == agents


def test_every_service_level_has_its_figure():
    assert set(LEVELS) == set(ServiceLevel)


def test_callers_who_never_give_up_need_what_erlang_c_says():
    load = np.array([0, 0.05, 1, 10, 123.4, 2_000])
    asked = {"target": 0.8, "within_seconds": 20, "occupancy_limit": 0.9, "minimum_cover": 1}
    patient = required_with_patience(load, 200, math.inf, **asked)
    assert patient.tolist() == required_agents(load, 200, **asked).tolist()


def test_fewer_agents_are_needed_the_sooner_callers_give_up_and_a_limit_on_that_brings_them_back():
    asked = {"target": 0.8, "within_seconds": 20}
    assert [int(required_with_patience(10, 180, mean, **asked)) for mean in (120, math.inf)] == [12, 14]
    held = int(required_with_patience(10, 180, 120, **asked, most_abandoned=0.02))
    assert float(erlang_a(10, held, 180, 120).chance_of_abandoning) <= 0.02
    assert float(erlang_a(10, held - 1, 180, 120).chance_of_abandoning) > 0.02


@pytest.mark.parametrize(
    ("changed", "what"),
    [({"target": 1}, "target"), ({"occupancy_limit": 0}, "occupancy"), ({"most_abandoned": -1}, "give up")],
)
def test_what_cannot_be_is_refused(changed, what):
    with pytest.raises(ValueError, match=what):
        required_with_patience(5, 200, 100, **({"target": 0.8, "within_seconds": 20} | changed))
