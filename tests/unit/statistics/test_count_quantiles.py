"""Quantiles of overdispersed counts against sums written out and against scipy's numbers."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.count_quantiles import count_quantiles


# scipy.stats.nbinom.ppf 1.17.1 with n = mean^2 / (variance - mean), p = mean / variance.
@pytest.mark.parametrize(
    ("mean", "variance", "expected"),
    [(0.4, 0.5, [0, 0, 0, 1, 2]), (3.0, 6.0, [0, 0, 2, 6, 9]), (20.0, 60.0, [7, 11, 19, 30, 37])],
)
def test_small_means_agree_with_scipy(mean, variance, expected):
    found = count_quantiles(np.array([mean]), np.array([variance]), [0.025, 0.1, 0.5, 0.9, 0.975])
    assert found[:, 0].tolist() == expected


@given(mean=st.floats(0.01, 39), excess=st.floats(0.01, 2), share=st.floats(0.01, 0.99))
def test_the_quantile_is_the_least_count_not_exceeded(mean, excess, share):
    variance = mean * (1 + excess)
    size, success = mean**2 / (variance - mean), mean / variance

    def up_to(count):
        logs = [
            math.lgamma(size + k)
            - math.lgamma(size)
            - math.lgamma(k + 1)
            + size * math.log(success)
            + k * math.log(1 - success)
            for k in range(count + 1)
        ]
        return sum(map(math.exp, logs))

    found = int(count_quantiles(np.array([mean]), np.array([variance]), [share])[0, 0])
    assert up_to(found) >= share - 1e-9
    assert found == 0 or up_to(found - 1) < share + 1e-9


# scipy.stats.nbinom.ppf: 300 with variance 1,200 and 5,000 with variance 90,000.
def test_large_means_are_within_one_contact_in_a_hundred():
    found = count_quantiles(np.array([300.0, 5000.0]), np.array([1200.0, 90000.0]), [0.025, 0.975])
    assert found[:, 0] == pytest.approx([235, 371], abs=1)
    assert found[:, 1] == pytest.approx([4429, 5604], rel=0.002)


def test_nothing_expected_is_zero_and_unknown_is_unknown():
    found = count_quantiles(np.array([[0.0, np.nan, 5.0]]), np.array([[0.0, np.nan, 1.0]]), [0.975])
    assert found.shape == (1, 1, 3)
    assert found[0, 0, 0] == 0
    assert np.isnan(found[0, 0, 1])
    assert found[0, 0, 2] == 10  # Poisson, 5: a variance below the mean is the mean
