"""Days played call by call agree with what is known of one agent's queue, and are the same each time."""

import numpy as np
import pytest

from frontdoor.statistics.queue_simulation import simulate_days


@pytest.mark.parametrize("variation", [0.01, 0.7, 1.0, 1.5])
def test_one_agent_makes_callers_wait_as_pollaczek_and_khinchine_say(variation):
    # Mean wait = load x handle x (1 + variation^2) / (2 (1 - load)): load 0.6, 300 s. 0.01: 225 s, 1: 450 s.
    interval = 2_000 * 300 / 0.6
    days = simulate_days(
        np.array([2_000.0]),
        300,
        np.array([1]),
        days=200,
        seed=20261122,
        interval_seconds=interval,
        handle_variation=variation,
    )
    by_day = days.seconds_waited[:, 0] / days.offered[:, 0]
    error = by_day.std() / np.sqrt(len(by_day))
    expected = 0.6 * 300 * (1 + variation**2) / 2 / 0.4
    assert error < 0.03 * expected
    assert abs(by_day.mean() - expected) < 4 * error + 0.005 * expected
    assert days.waited.sum() / days.offered.sum() == pytest.approx(0.6, rel=0.02)


def test_the_same_seed_plays_the_same_days():
    def played(seed):
        return simulate_days(np.array([30.0, 40.0]), 240, np.array([5, 6]), days=10, seed=seed, patience_seconds=100)

    once, again, other = played(1), played(1), played(2)
    assert all((one == same).all() for one, same in zip(once, again, strict=True))
    assert (once.offered != other.offered).any()


def test_nobody_on_duty_answers_nobody():
    days = simulate_days(np.array([10.0, 10.0]), 240, np.array([0, 0]), days=50, seed=1, patience_seconds=60)
    assert (days.abandoned == days.offered).all()
    assert days.seconds_waited.sum() / days.offered.sum() == pytest.approx(60, rel=0.15)


def test_a_day_without_calls():
    days = simulate_days(np.array([0.0, 0.0]), 240, np.array([1, 1]), days=3, seed=1)
    assert days.offered.tolist() == [[0, 0]] * 3
    assert days.seconds_waited.sum() == 0
