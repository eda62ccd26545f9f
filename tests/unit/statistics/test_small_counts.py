"""Exact answers for small counts: a newly opened hour's count per opening, and rare things before and during."""

import numpy as np
import pytest
from scipy.stats import binomtest, poisson

from frontdoor.statistics.count_per_opening import count_per_opening, exact_poisson
from frontdoor.statistics.exact_rate_ratio import exact_rate_ratio
from frontdoor.statistics.pilot_reasons import Reason


def test_exact_intervals_are_garwoods():
    assert exact_poisson(0) == pytest.approx((0.0, 3.6889), abs=0.0001)
    assert exact_poisson(10) == pytest.approx((4.7954, 18.3904), abs=0.0001)


@pytest.mark.parametrize("events", [1, 4, 33, 100])
def test_at_each_exact_end_what_was_seen_is_only_just_possible(events):
    lower, upper = exact_poisson(events)
    assert poisson.sf(events - 1, lower) == pytest.approx(0.025)
    assert poisson.cdf(events, upper) == pytest.approx(0.025)


def test_an_hour_is_counted_per_opening():
    found = count_per_opening(np.array([3.0, 5, 2, 8, 4, 6, np.nan, 3, 5, 7, 2, 4, 5]))
    assert (found.contacts, found.openings, found.mean) == (54, 12, 4.5)
    assert found.exact == pytest.approx((exact_poisson(54).lower / 12, exact_poisson(54).upper / 12))
    assert found.interval == found.exact
    assert not found.is_more_varied


def test_nobody_at_all_still_has_an_upper_end():
    found = count_per_opening(np.zeros(12))
    assert found.interval == pytest.approx((0.0, 3.6889 / 12), abs=0.0001)
    assert found.dispersion is None


def test_openings_that_vary_more_than_chance_widen_the_interval():
    found = count_per_opening(np.array([20.0, 0, 3, 40]))
    assert found.is_more_varied
    assert found.interval.lower < found.exact.lower
    assert found.interval.upper > found.exact.upper


def test_no_opening_is_said_and_fewer_than_nobody_is_a_mistake():
    assert count_per_opening(np.array([np.nan])) is Reason.NO_OPENINGS
    assert count_per_opening(np.array([])) is Reason.NO_OPENINGS
    with pytest.raises(ValueError, match="Opening 1 counts fewer"):
        count_per_opening(np.array([1.0, -1.0]))


def test_the_exact_interval_holds_at_least_as_often_as_it_says():
    random = np.random.default_rng(2)
    for mean in (0.3, 2.0, 7.0):
        held = [
            (found := count_per_opening(random.poisson(mean, 6).astype(float)).exact).lower <= mean <= found.upper
            for _ in range(400)
        ]
        assert np.mean(held) >= 0.93


def test_a_ratio_of_rates_is_clopper_and_pearsons_share():
    found = exact_rate_ratio(20, 48, 12, 12)
    share = binomtest(12, 32).proportion_ci(method="exact")
    assert found.ratio == pytest.approx(12 / 12 / (20 / 48))
    assert found.lower == pytest.approx(share.low / (1 - share.low) * 4)
    assert found.upper == pytest.approx(share.high / (1 - share.high) * 4)
    assert found.difference == pytest.approx(1 - 20 / 48)


def test_nothing_before_has_no_ratio_and_no_upper_end():
    found = exact_rate_ratio(0, 48, 12, 12)
    assert found.ratio is None
    assert found.upper is None
    assert found.lower > 1
    assert found.p < 0.001


def test_nothing_since_is_a_ratio_of_0_with_an_upper_end():
    found = exact_rate_ratio(11, 7, 0, 3)
    assert (found.ratio, found.lower) == (0.0, 0.0)
    assert found.upper == pytest.approx(0.9297, abs=0.0001)


def test_p_and_interval_agree_and_no_change_is_1():
    assert exact_rate_ratio(10, 10, 10, 10).p == 1.0
    assert exact_rate_ratio(10, 10, 10, 10).lower < 1 < exact_rate_ratio(10, 10, 10, 10).upper


def test_what_cannot_be_compared_is_said():
    assert exact_rate_ratio(0, 0, 3, 4) is Reason.NO_BASELINE
    assert exact_rate_ratio(3, 4, 0, 0) is Reason.OUTSIDE
    assert exact_rate_ratio(0, 4, 0, 4) is Reason.ALWAYS_ZERO
    with pytest.raises(ValueError, match="below 0"):
        exact_rate_ratio(-1, 4, 0, 4)
