"""Patience is found again from calls that were mostly answered first, and its interval holds as often as it says."""

import math

import numpy as np
import pytest

from frontdoor.statistics.patience import mean_patience


def test_by_hand():
    # Ten gave up; all callers together waited 1,200 seconds. Byar's interval of 10 events: 4.79 to 18.39.
    found = mean_patience(10, 1_200)
    assert float(found.mean_seconds) == 120
    assert (float(found.lower), float(found.upper)) == pytest.approx((1_200 / 18.39, 1_200 / 4.79), rel=2e-3)


def test_nobody_gave_up_and_nobody_waited():
    found = mean_patience([0, 0, 5], [0, 100, 500])
    assert np.isnan([found.mean_seconds[0], found.lower[0], found.upper[0]]).all()
    assert (found.mean_seconds[1], found.upper[1]) == (math.inf, math.inf)
    assert 0 < found.lower[1] < math.inf
    assert found.lower[2] < found.mean_seconds[2] < found.upper[2]


def test_planted_patience_is_found_where_the_mean_wait_of_those_who_left_is_not():
    random = np.random.default_rng(20261122)
    patience, offered = random.exponential(240, 50_000), random.exponential(60, 50_000)
    gave_up = patience < offered
    found = mean_patience(gave_up.sum(), np.minimum(patience, offered).sum())
    assert float(found.mean_seconds) == pytest.approx(240, rel=0.03)
    assert patience[gave_up].mean() == pytest.approx(48, rel=0.03)  # 1 / (1/240 + 1/60): the naive estimate


@pytest.mark.parametrize(("calls", "offered_mean"), [(40, 240), (100, 60), (1_000, 60)])
def test_the_interval_holds(calls, offered_mean):
    random = np.random.default_rng(20261122)
    patience = random.exponential(240, (4_000, calls))
    offered = random.exponential(offered_mean, (4_000, calls)) * (random.random((4_000, calls)) < 0.6)
    found = mean_patience((patience < offered).sum(axis=1), np.minimum(patience, offered).sum(axis=1))
    holds = ((found.lower <= 240) & (found.upper >= 240)).mean()
    assert 0.94 <= holds <= 0.985


@pytest.mark.parametrize(("gone", "waited"), [(-1, 5), (5, -1), (math.nan, 5)])
def test_what_cannot_be_is_refused(gone, waited):
    with pytest.raises(ValueError, match="0"):
        mean_patience(gone, waited)
