"""Two weekly maps: changes beyond noise are marked, noise is not, and false discoveries stay as rare as stated."""

import numpy as np
import pytest

from frontdoor.statistics.map_cells import Cells, cell_variance, cells_of
from frontdoor.statistics.map_difference import discoveries, map_difference, standouts, two_sided_p

PEAK = (slice(0, 1), slice(18, 22))  # Mondays 9am to 11am


def a_map(random, weeks=13, mean=20.0, peak=1.0):
    """Return the sums of invented days: Poisson, each day a tenth above or below, each half-hour likewise."""
    weekday = np.arange(weeks * 7) % 7
    expected = np.full((len(weekday), 48), mean)
    expected[weekday == 0, PEAK[1]] *= peak
    expected *= random.gamma(100, 0.01, (len(weekday), 1)) * random.gamma(100, 0.01, expected.shape)
    is_open = np.zeros(expected.shape, dtype=np.bool_)
    is_open[weekday < 5, 16:36] = True
    return cells_of(random.poisson(expected).astype(np.float64), weekday, is_open)


def test_sums_are_worked_out_by_hand():
    counts = np.array([[1.0, 2.0], [3.0, np.nan], [5.0, 4.0]])
    is_open = np.array([[True, True], [True, True], [True, False]])
    cells = cells_of(counts, np.array([0, 1, 0]), is_open)
    assert cells.contacts[:2].tolist() == [[6.0, 2.0], [3.0, 0.0]]
    assert cells.days[:2].tolist() == [[2.0, 1.0], [1.0, 0.0]]
    assert cells.squares[0].tolist() == [26.0, 4.0]
    assert cells.mean[0].tolist() == [3.0, 2.0]
    assert np.isnan(cells.mean[1, 1])
    assert cells.left_over[0, 0] == pytest.approx(8.0)  # (1-3)^2 + (5-3)^2


@pytest.mark.parametrize("mean", [1.0, 20.0, 100.0])
@pytest.mark.parametrize("weeks", [4, 13])
def test_nothing_is_marked_where_nothing_changed(mean, weeks):
    random = np.random.default_rng(7)
    results = [map_difference(a_map(random, weeks, mean), a_map(random, weeks, mean)) for _ in range(80)]
    assert np.mean([result.is_changed.any() for result in results]) <= 0.1  # 5% stated
    p = np.concatenate([result.p[~np.isnan(result.p)] for result in results])
    assert np.mean(p < 0.05) <= 0.06
    held = np.concatenate([((result.lower <= 1) & (result.upper >= 1))[~np.isnan(result.p)] for result in results])
    assert 0.93 <= held.mean() <= 0.99


def test_a_planted_change_is_found_and_little_else_is_marked():
    random = np.random.default_rng(8)
    results = [map_difference(a_map(random), a_map(random, peak=1.6)) for _ in range(60)]
    marked = np.array([[result.is_changed[PEAK].sum(), result.is_changed.sum()] for result in results])
    assert marked[:, 0].mean() >= 0.85 * 4
    wrong = (marked[:, 1] - marked[:, 0]) / np.maximum(marked[:, 1], 1)
    assert wrong.mean() <= 0.08
    ratios = np.mean([result.ratio[PEAK] for result in results])
    assert ratios == pytest.approx(1.6, rel=0.03)
    differences = np.mean([result.difference[PEAK] for result in results])
    assert differences == pytest.approx(12, rel=0.06)


def test_closed_and_rare_half_hours_cannot_be_told():
    random = np.random.default_rng(9)
    result = map_difference(a_map(random, mean=0.1), a_map(random, mean=0.1))
    assert np.isnan(result.p[0, 0])
    assert np.isnan(result.p).mean() > 0.9
    assert not result.is_changed.any()
    few = map_difference(a_map(random, weeks=2), a_map(random, weeks=13))
    assert np.isnan(few.p).all()


def test_one_surge_on_one_day_is_noise():
    random = np.random.default_rng(10)
    before, after = a_map(random), a_map(random)
    surge = np.zeros_like(after.contacts)
    surge[2, 20] = 150
    changed = Cells(after.contacts + surge, after.days, after.squares + surge**2 + 2 * surge * after.mean)
    assert not map_difference(before, changed).is_changed[2, 20]


def test_variances_of_many_days_are_their_own():
    random = np.random.default_rng(11)
    cells = a_map(random, weeks=800)
    variance, freedom = cell_variance(cells)
    is_open = cells.days > 0
    expected = 20 + 400 * (0.01 + 0.01 + 0.0001)  # Poisson, and two factors with squared variation 0.01 each
    assert variance[is_open].mean() == pytest.approx(expected, rel=0.03)
    assert freedom[is_open].min() == 800 - 1 + 20


def test_peaks_and_quiet_times_are_ranked_against_the_average():
    random = np.random.default_rng(12)
    found = standouts(a_map(random, mean=20.0, peak=2.0))
    busiest = [divmod(int(place), 48) for place in found.order[:4]]
    assert sorted(busiest) == [(0, 18), (0, 19), (0, 20), (0, 21)]
    average = (96 + 4 * 2) / 100  # 4 of 100 open half-hours are twice as busy
    assert found.ratio[PEAK] == pytest.approx(np.full((1, 4), 2 / average), rel=0.15)
    assert np.all(found.is_beyond_noise[PEAK])
    assert np.all((found.lower[PEAK] < 2 / average * 1.1) & (found.upper[PEAK] > 2 / average * 0.9))
    assert len(found.order) == 100


@pytest.mark.parametrize("mean", [0.5, 3.0, 50.0])
def test_a_flat_week_has_no_peaks(mean):
    random = np.random.default_rng(13)
    found = [standouts(a_map(random, 8, mean)) for _ in range(60)]
    assert np.mean([one.is_beyond_noise.any() for one in found]) <= 0.1
    held = np.concatenate([((one.lower <= 1) & (one.upper >= 1))[~np.isnan(one.ratio)] for one in found])
    assert held.mean() >= 0.92


# 2 * scipy.stats.t.sf 1.17.1
@pytest.mark.parametrize(
    ("score", "freedom", "p"), [(2.0, 20, 0.059272), (2.5, 30, 0.018094), (4.0, 60, 0.000177), (0.5, 20, 0.622531)]
)
def test_student_agrees_with_scipy(score, freedom, p):
    assert two_sided_p(np.array([score]), np.array([float(freedom)]))[0] == pytest.approx(p, rel=0.01, abs=2e-5)


def test_discoveries_agree_with_the_definition():
    random = np.random.default_rng(14)
    for _ in range(50):
        p = random.beta(0.5, 3, 30)
        p[random.random(30) < 0.1] = np.nan
        known = np.sort(p[~np.isnan(p)])
        passing = [value for rank, value in enumerate(known, 1) if value <= 0.05 * rank / len(known)]
        limit = max(passing, default=-1.0)
        assert discoveries(p, 0.05).tolist() == [bool(value <= limit) for value in p]
