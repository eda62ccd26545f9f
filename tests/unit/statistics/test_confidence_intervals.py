"""Intervals of shares, differences, means and rates against published and independently computed numbers."""

import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.intervals import mean_interval, newcombe_difference, poisson_rate_interval, wilson_interval

COUNTS = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# Newcombe 1998 (17:857), table I, method 3.
@pytest.mark.parametrize(
    ("successes", "n", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_published_intervals(successes, n, lower, upper):
    assert wilson_interval(successes, n) == pytest.approx((lower, upper), abs=0.00005)


def test_wilson_by_hand():
    # 62 of 100, z = 1.96: middle (0.62 + 0.0192) / 1.0384 = 0.6156; margin 1.96 sqrt(0.2356/100 + 0.0096^2...) / 1.0384
    # = 0.0935; statsmodels 0.15 proportion_confint(62, 100, method="wilson") gives 0.52210 and 0.70902.
    assert wilson_interval(62, 100) == pytest.approx((0.52210, 0.70902), abs=0.00001)
    assert wilson_interval(999, 1000, confidence=0.998) == pytest.approx((0.98865, 0.99991), abs=0.00001)


@given(COUNTS)
def test_wilson_solves_the_score_equation(counts):
    successes, n = counts
    share, z = successes / n, 1.959963984540054
    for end in wilson_interval(successes, n):
        if 0 < end < 1:
            assert abs(share - end) == pytest.approx(z * math.sqrt(end * (1 - end) / n), rel=1e-6)


@given(COUNTS)
def test_wilson_holds_the_share_stays_within_0_and_1_and_mirrors(counts):
    successes, n = counts
    low, high = wilson_interval(successes, n)
    assert 0 <= low <= successes / n <= high <= 1
    assert wilson_interval(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


# Newcombe 1998 (17:873), table II, method 10.
@pytest.mark.parametrize(
    ("counts", "lower", "upper"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_gives_the_published_intervals(counts, lower, upper):
    assert newcombe_difference(*counts) == pytest.approx((lower, upper), abs=0.00005)


@given(COUNTS, COUNTS)
def test_newcombe_turns_round_with_the_groups(first, second):
    low, high = newcombe_difference(*first, *second)
    assert -1 <= low <= first[0] / first[1] - second[0] / second[1] <= high <= 1
    assert newcombe_difference(*second, *first) == pytest.approx((-high, -low), abs=1e-12)


def test_byar_by_hand():
    # 10 events: 10 (1 - 1/90 - 1.96/(3 sqrt 10))^3 = 10 x 0.78229^3 = 4.787;
    # 11 (1 - 1/99 + 1.96/(3 sqrt 11))^3 = 11 x 1.18687^3 = 18.391. Exact chi-square: 4.795 and 18.390.
    assert poisson_rate_interval(10) == pytest.approx((4.787, 18.391), abs=0.001)
    assert poisson_rate_interval(10, 1000) == pytest.approx((0.004787, 0.018391), abs=0.000001)


# Exact ends from scipy.stats.chi2.ppf 1.17.
@pytest.mark.parametrize(
    ("events", "lower", "upper"), [(5, 1.6235, 11.6683), (10, 4.7954, 18.3904), (100, 81.364, 121.627)]
)
def test_byar_is_close_to_the_exact_interval(events, lower, upper):
    assert poisson_rate_interval(events) == pytest.approx((lower, upper), rel=0.012)


def test_no_events_still_leave_an_upper_limit():
    low, high = poisson_rate_interval(0, 52)
    assert low == 0
    assert 0.06 < high < 0.08


def test_a_mean_score_by_hand():
    # 4 ones, 6 twos, 20 threes, 40 fours, 30 fives: mean 386/100; squares 1598 - 100 x 3.86^2 = 108.04 over 99 = 1.0913;
    # 1.96 x sqrt(1.0913 / 100) = 0.2047. statsmodels 0.15 zconfint_mean: 3.65525 and 4.06475.
    found = mean_interval([1, 2, 3, 4, 5], [4, 6, 20, 40, 30])
    assert found == pytest.approx((3.65525, 4.06475), abs=0.00001)


def test_a_unanimous_score_still_has_a_width_and_stays_on_the_scale():
    # 30 of 30 say 1: others could be 1.96^2 / (30 + 1.96^2) = 11.35%, each at worst -1, two below.
    assert mean_interval([-1, 0, 1], [0, 0, 30]) == pytest.approx((1 - 2 * 0.11351, 1.0), abs=0.0001)
    low, high = mean_interval([-1, 0, 1], [0, 30, 0])
    assert low == pytest.approx(-high)


def test_nothing_counted_is_no_interval():
    assert wilson_interval(0, 0) is None
    assert newcombe_difference(0, 0, 1, 2) is None
    assert newcombe_difference(1, 2, 0, 0) is None
    assert poisson_rate_interval(0, 0) is None
    assert mean_interval([1, 2], [0, 0]) is None
    assert mean_interval([1, 2], [1, 0]) is None


def test_arrays_give_what_scalars_give():
    successes, n = np.array([0, 5, 10, 0]), np.array([10, 10, 10, 0])
    many = wilson_interval(successes, n)
    for place in range(3):
        assert (many.lower[place], many.upper[place]) == wilson_interval(int(successes[place]), int(n[place]))
    assert np.isnan(many.lower[3])
    assert np.isnan(many.upper[3])
    differences = newcombe_difference(successes, n, 1, 4)
    assert (differences.lower[1], differences.upper[1]) == newcombe_difference(5, 10, 1, 4)
    rates = poisson_rate_interval(pl.Series([0, 3]), 2.0)
    assert (rates.lower[1], rates.upper[1]) == pytest.approx(poisson_rate_interval(3, 2.0))
    means = mean_interval([1, 2], [[3, 4], [0, 5]])
    assert (means.lower[0], means.upper[0]) == mean_interval([1, 2], [3, 4])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: wilson_interval(3, 2), "from 0 to n"),
        (lambda: wilson_interval([1, -1], [2, 2]), "at entry 1"),
        (lambda: wilson_interval(1, 2, confidence=95), "between 0 and 1"),
        (lambda: poisson_rate_interval(-1), "fewer than 0"),
        (lambda: mean_interval([1, 2, 3], [4, 5]), "one number for each of 3"),
    ],
)
def test_impossible_counts_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
