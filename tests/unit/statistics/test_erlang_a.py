"""Erlang A against every state added up with 50 digits, another library's integrals, and its limits: Erlang C and overload."""

import math

import numpy as np
import pytest
from exact_queues import exact_impatient_queue
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.erlang_a import ImpatientQueue, erlang_a
from frontdoor.statistics.erlang_c import erlang_c

CLOSE = 1e-12
ROOM = 1e-11  # of a share, where logarithms of large sums are subtracted

# load, agents, handling time, patience, answered within: the six values in the order of ImpatientQueue.
# mpmath 1.4.1 with 40 digits: J(t) and its like for x + 1 by quad, split round the peak.
BY_QUADRATURE = [
    (
        (10, 14, 180, 120, 20),
        (
            0.126976340079795,
            0.0228392865318188,
            2.74071438381825,
            0.937372086207836,
            0.93272958069806,
            0.954530373399454,
        ),
    ),
    (
        (10, 8, 180, 120, 60),
        (0.722626463338783, 0.257982381287758, 30.957885754531, 0.690503570920006, 0.6030438869928, 0.812708312828706),
    ),
    (
        (0.4, 1, 300, 90, 20),
        (
            0.305035079949772,
            0.237412300125571,
            21.3671070113014,
            0.713114756372097,
            0.711252420306116,
            0.93268278576121,
        ),
    ),
    (
        (60, 55, 400, 600, 300),
        (
            0.818075497629051,
            0.0980267255419058,
            58.8160353251435,
            0.99973548804258,
            0.901817839868864,
            0.999827672733072,
        ),
    ),
    (
        (5000, 4500, 300, 200, 60),
        (0.999999997930239, 0.100000000003996, 20.0000000007991, 1.0, 0.899999999996004, 1.0),
    ),
]


@pytest.mark.parametrize(("given_queue", "exact"), BY_QUADRATURE)
def test_values_by_quadrature(given_queue, exact):
    assert [float(one) for one in erlang_a(*given_queue)[:6]] == pytest.approx(exact, rel=CLOSE, abs=0)


@pytest.mark.parametrize("load", [0.05, 1, 9.7, 83.2, 500])
@pytest.mark.parametrize("cover", [0.4, 0.9, 1, 1.05, 1.5])
@pytest.mark.parametrize("patience", [15, 180, 3_600])
def test_fifty_digits_are_met_to_twelve(load, cover, patience):
    agents = max(1, math.ceil(load * cover))
    exact, queue = exact_impatient_queue(load, agents, 300, patience, 20), erlang_a(load, agents, 300, patience, 20)
    assert float(queue.chance_of_waiting) == pytest.approx(float(exact.chance_of_waiting), rel=CLOSE, abs=1e-300)
    assert float(queue.chance_of_abandoning) == pytest.approx(float(exact.chance_of_abandoning), rel=CLOSE, abs=1e-300)
    assert float(queue.mean_wait) == pytest.approx(float(exact.mean_wait), rel=CLOSE, abs=1e-300)
    assert float(queue.offered_wait_in_time) == pytest.approx(1 - float(exact.waits_longer), abs=CLOSE)


@pytest.mark.parametrize("patience", [1e8, 1e12, 1e16, math.inf])
def test_very_patient_callers_meet_erlang_c(patience):
    patient, queue = erlang_c(10, 14, 180, 20), erlang_a(10, 14, 180, patience, 20)
    assert float(queue.chance_of_waiting) == pytest.approx(float(patient.chance_of_waiting), rel=1e-5)
    assert float(queue.mean_wait) == pytest.approx(float(patient.mean_wait), rel=1e-5)
    assert float(queue.chance_of_abandoning) == pytest.approx(float(patient.mean_wait) / patience, rel=1e-5, abs=0)
    for level in queue[3:6]:
        assert float(level) == pytest.approx(float(patient.service_level), rel=1e-5)


@pytest.mark.parametrize("patience", [1_000, 1e6, 1e9, 1e14])
def test_in_overload_those_who_cannot_be_served_give_up(patience):
    # 12 erlangs, 10 agents: at least 2 in 12 must go, and in the long run of patience no more than that.
    queue = erlang_a(12, 10, 180, patience, 20)
    assert float(queue.chance_of_abandoning) == pytest.approx(1 / 6, rel=0.2 if patience < 1e4 else 1e-6)
    assert float(queue.chance_of_abandoning) >= 1 / 6 - CLOSE
    assert float(queue.mean_wait) == pytest.approx(float(queue.chance_of_abandoning) * patience)
    assert float(queue.occupancy) == pytest.approx(1.2 * (1 - float(queue.chance_of_abandoning)))


def test_at_the_point_of_overload_patience_can_be_any():
    # P(abandon) = sqrt(2 / (pi x)) for x = agents x patience / handle, ever closer; both sides of the longest sum.
    for patience in (1e8, 1e10, 1e14):
        found = float(erlang_a(10, 10, 180, patience).chance_of_abandoning)
        assert found == pytest.approx(math.sqrt(2 / (math.pi * 10 * patience / 180)), rel=3e-3)


def test_in_overload_for_ever_nobody_is_answered():
    queue = erlang_a(12, 10, 180, math.inf, 20)
    assert (float(queue.offered_wait_in_time), float(queue.mean_wait)) == (0, math.inf)
    assert float(queue.chance_of_abandoning) == 0


def test_with_nobody_on_duty_everybody_gives_up_after_their_patience():
    queue = erlang_a(5, 0, 180, 60, 20)
    assert (float(queue.chance_of_abandoning), float(queue.mean_wait)) == pytest.approx((1, 60))
    assert float(queue.answered_in_time_of_offered) == pytest.approx(0, abs=1e-15)
    assert np.isnan(queue.answered_in_time_of_answered)


def test_without_calls_nobody_waits_or_leaves():
    queue = erlang_a(0, [0, 3], [0, math.nan], 60, 20)
    assert queue.chance_of_abandoning.tolist() == [0, 0]
    assert queue.mean_wait.tolist() == [0, 0]
    assert queue.answered_in_time_of_offered.tolist() == [1, 1]


def test_many_queues_at_once_are_each_what_they_are_alone():
    load, agents, patience = [0.1, 12, 700, 40, 0], [1, 9, 720, 60, 2], [30, 300, 90, math.inf, 60]
    together = erlang_a(load, agents, 240, patience, 20)
    for place, one in enumerate(zip(load, agents, patience, strict=True)):
        alone = erlang_a(one[0], one[1], 240, one[2], 20)
        assert [float(value[place]) for value in together] == pytest.approx([float(v) for v in alone], rel=1e-14)
    assert erlang_a([[10], [20]], [14, 25, 30], 180, 100, 20).mean_wait.shape == (2, 3)


@given(st.floats(0.05, 2_000), st.floats(0.2, 2), st.floats(60, 3_600), st.floats(5, 3_600), st.floats(0, 900))
def test_everything_lies_where_it_can(load, cover, handle, patience, within):
    agents = max(1, round(load * cover))
    queue = erlang_a(load, [agents, agents + 1], handle, patience, within)
    for share in (queue.chance_of_waiting, queue.chance_of_abandoning, *queue[3:7]):
        assert ((share >= -ROOM) & (share <= 1 + ROOM)).all()
    of_offered, offered_wait = queue.answered_in_time_of_offered, queue.offered_wait_in_time
    assert (of_offered <= offered_wait + ROOM).all()  # those answered in time had an offered wait in time
    assert (of_offered <= queue.answered_in_time_of_answered + ROOM).all()
    assert (np.diff(queue.mean_wait) <= 1e-9 * queue.mean_wait[:1]).all()
    assert np.diff(offered_wait) >= -ROOM
    busy = load * (1 - queue.chance_of_abandoning) / np.array([agents, agents + 1])
    assert queue.occupancy == pytest.approx(busy)


def test_the_three_service_levels_have_names():
    assert ImpatientQueue._fields[3:6] == (
        "offered_wait_in_time",
        "answered_in_time_of_offered",
        "answered_in_time_of_answered",
    )


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((1, 3, 200, 0, 20), "Patience must be above 0"),
        ((1, 3, 200, math.nan, 20), "Patience must be above 0"),
        ((1, 3, 0, 60, 20), "handling time"),
        ((1, 3, 200, 60, -1), "time to answer"),
        ((-1, 3, 200, 60, 1), "load"),
    ],
)
def test_what_cannot_be_is_refused(arguments, what):
    with pytest.raises(ValueError, match=what):
        erlang_a(*arguments)
