"""The interval of a mean score holds the true mean as often as it says, for few answers and near the ends of the scale."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.bounded_mean import bounded_mean_interval
from frontdoor.statistics.intervals import wilson_interval

LEAST_COVERAGE = 0.94  # of a nominal 95%, for every population below and from 5 answers on
MOST_COVERAGE_ON_AVERAGE = 0.992  # an interval that always holds says nothing
SIMULATIONS = 4_000
ALLOWED_BY_CHANCE = 0.01  # 3 standard errors of a simulated coverage: 3 x sqrt(0.95 x 0.05 / 4,000)

NET_POPULATIONS = (  # shares of poor, average and good
    (0.1, 0.2, 0.7),
    (0.05, 0.15, 0.8),
    (0.02, 0.08, 0.9),
    (0.01, 0.02, 0.97),
    (0.3, 0.4, 0.3),
    (0.45, 0.1, 0.45),
    (0.05, 0.9, 0.05),
    (0.02, 0.96, 0.02),
    (0.0, 0.1, 0.9),
    (0.5, 0.3, 0.2),
)
FIVE_POINTS = np.array([0, 0.25, 0.5, 0.75, 1])
FIVE_POINT_POPULATIONS = (  # shares of very dissatisfied to very satisfied
    (0.04, 0.06, 0.2, 0.4, 0.3),
    (0.01, 0.02, 0.05, 0.22, 0.7),
    (0.0, 0.01, 0.04, 0.15, 0.8),
    (0.3, 0.2, 0.1, 0.2, 0.2),
    (0.02, 0.03, 0.9, 0.03, 0.02),
)
SIZES = (5, 10, 20, 30, 60, 100)


def log_factorials(n: int) -> np.ndarray:
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])


def exact_coverage(shares: tuple[float, float, float], n: int) -> float:
    """Return the chance that the interval of good - poor holds its true value, over every possible outcome."""
    good, poor = (grid.ravel() for grid in np.meshgrid(np.arange(n + 1), np.arange(n + 1)))
    possible = good + poor <= n
    good, poor = good[possible], poor[possible]
    counts = (poor, n - good - poor, good)
    logs = log_factorials(n)
    chance = logs[n] - sum(logs[count] for count in counts)
    for count, share in zip(counts, shares, strict=True):
        chance = chance + np.where(count > 0, count * np.log(share if share > 0 else 1e-300), 0.0)
    found = bounded_mean_interval(np.full(len(good), n), good - poor, good + poor, -1, 1)
    truth = shares[2] - shares[0]
    holds = (found.lower <= truth + 1e-12) & (truth - 1e-12 <= found.upper)
    return float(np.exp(chance)[holds].sum())


def simulated_coverage(shares: tuple[float, ...], n: int) -> float:
    counts = np.random.default_rng(20261122).multinomial(n, shares, SIMULATIONS)
    found = bounded_mean_interval(np.full(SIMULATIONS, n), counts @ FIVE_POINTS, counts @ FIVE_POINTS**2, 0, 1)
    truth = float(np.dot(shares, FIVE_POINTS))
    return float(((found.lower <= truth + 1e-12) & (truth - 1e-12 <= found.upper)).mean())


@pytest.mark.parametrize("n", SIZES)
def test_net_scores_are_covered_as_stated(n: int) -> None:
    covered = {shares: exact_coverage(shares, n) for shares in NET_POPULATIONS}
    assert min(covered.values()) >= LEAST_COVERAGE, covered
    assert sum(covered.values()) / len(covered) <= MOST_COVERAGE_ON_AVERAGE, covered


@pytest.mark.parametrize("n", SIZES)
def test_five_point_scores_are_covered_as_stated(n: int) -> None:
    covered = {shares: simulated_coverage(shares, n) for shares in FIVE_POINT_POPULATIONS}
    assert min(covered.values()) >= LEAST_COVERAGE - ALLOWED_BY_CHANCE, covered


def test_the_usual_interval_would_not_have_been_good_enough() -> None:
    """20 answers, 97% good: mean +- t x standard error holds the truth less than half the time."""
    counts = np.random.default_rng(1).multinomial(20, (0.01, 0.02, 0.97), SIMULATIONS)
    net, squares = counts[:, 2] - counts[:, 0], counts[:, 2] + counts[:, 0]
    margin = 2.093 * np.sqrt((squares - net**2 / 20) / 19 / 20)  # t of 19 degrees of freedom
    assert (np.abs(net / 20 - 0.96) <= margin).mean() < 0.5


def test_scores_at_the_two_ends_give_nearly_wilsons_interval() -> None:
    # 700 of 1,000 at 1, the rest at 0: every answer carries full information, and t of 999 is nearly 1.96.
    found = bounded_mean_interval(1000, 700, 700, 0, 1)
    assert found == pytest.approx(wilson_interval(700, 1000), abs=0.0002)


def test_a_large_sample_gives_the_usual_interval() -> None:
    # 4,000 answers, 2,400 good, 600 poor: net 0.45; variance 0.75 - 0.2025 = 0.5475; 1.96 x sqrt(0.5475 / 4,000) = 0.0229.
    assert bounded_mean_interval(4000, 1800, 3000, -1, 1) == pytest.approx((0.45 - 0.0229, 0.45 + 0.0229), abs=0.0005)


def test_everybody_saying_the_same_still_leaves_a_width_and_stays_on_the_scale() -> None:
    low, high = bounded_mean_interval(30, 30, 30, -1, 1)
    assert 0.7 < low < 0.85
    assert high == pytest.approx(1)
    low, high = bounded_mean_interval(30, 0, 0, -1, 1)
    assert -0.2 < low < 0 < high < 0.2
    assert low == pytest.approx(-high)


def test_fewer_than_two_answers_say_nothing() -> None:
    assert bounded_mean_interval(0, 0, 0, -1, 1) is None
    assert bounded_mean_interval(1, 1, 1, -1, 1) is None


def test_arrays_give_what_scalars_give() -> None:
    many = bounded_mean_interval([30, 50, 0], [12, -5, 0], [20, 45, 0], -1, 1)
    assert (many.lower[0], many.upper[0]) == bounded_mean_interval(30, 12, 20, -1, 1)
    assert (many.lower[1], many.upper[1]) == bounded_mean_interval(50, -5, 45, -1, 1)
    assert np.isnan(many.lower[2])


@given(st.lists(st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0]), min_size=2, max_size=60))
def test_it_holds_the_mean_stays_on_the_scale_and_turns_with_it(scores: list[float]) -> None:
    n, total, squares = len(scores), sum(scores), sum(score**2 for score in scores)
    low, high = bounded_mean_interval(n, total, squares, 1, 5)
    assert 1 <= low <= total / n + 1e-9
    assert total / n - 1e-9 <= high <= 5
    turned = [6 - score for score in scores]
    mirrored = bounded_mean_interval(n, sum(turned), sum(score**2 for score in turned), 1, 5)
    assert mirrored == pytest.approx((6 - high, 6 - low))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: bounded_mean_interval(10, 11, 10, -1, 1), "do not add up"),
        (lambda: bounded_mean_interval(10, 5, 1, -1, 1), "sum of squares"),
        (lambda: bounded_mean_interval(10, 5, 11, -1, 1), "sum of squares"),
        (lambda: bounded_mean_interval(10, 5, 6, 1, -1), "lowest score first"),
        (lambda: bounded_mean_interval(10, 5, 6, -1, 1, confidence=95), "between 0 and 1"),
    ],
)
def test_impossible_sums_are_refused(call, message) -> None:
    with pytest.raises(ValueError, match=message):
        call()
