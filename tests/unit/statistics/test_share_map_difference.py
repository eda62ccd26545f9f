"""Two maps of a share or a mean wait: planted changes are marked, noise is not."""

import numpy as np
import pytest

from frontdoor.statistics.share_map_difference import Law, share_cells_of, share_map_difference

PEAK = (slice(0, 1), slice(18, 22))


def calls(random, weeks=13, mean=20.0):
    weekday = np.arange(weeks * 7) % 7
    offered = random.poisson(mean * random.gamma(100, 0.01, (len(weekday), 48))).astype(np.float64)
    offered[weekday > 4] = 0
    offered[:, :16] = offered[:, 36:] = 0
    return weekday, offered


def abandoned(random, weeks=13, mean=20.0, share=0.1, peak=0.1):
    """Return the sums of invented days on which callers give up together."""
    weekday, offered = calls(random, weeks, mean)
    chance = np.full(offered.shape, share)
    chance[weekday == 0, PEAK[1]] = peak
    together = random.beta(chance * 30, (1 - chance) * 30)
    return share_cells_of(random.binomial(offered.astype(int), together).astype(np.float64), offered, weekday)


def waited(random, weeks=13, peak=1.0):
    weekday, offered = calls(random, weeks)
    mean = np.full(offered.shape, 90.0)
    mean[weekday == 0, PEAK[1]] *= peak
    mean *= random.gamma(10, 0.1, offered.shape)
    return share_cells_of(random.gamma(np.maximum(offered, 1e-9), mean), offered, weekday)


def test_sums_are_worked_out_by_hand():
    top, bottom = np.array([[1.0, 0.0], [2.0, 1.0], [3.0, np.nan]]), np.array([[4.0, 0.0], [5.0, 6.0], [6.0, 7.0]])
    cells = share_cells_of(top, bottom, np.array([0, 1, 0]))
    assert [part[0, 0] for part in (cells.top, cells.bottom, cells.days)] == [4.0, 10.0, 2.0]
    assert [part[0, 0] for part in (cells.top_squares, cells.products, cells.bottom_squares)] == [10.0, 22.0, 52.0]
    assert cells.days[:2, 1].tolist() == [0.0, 1.0]


@pytest.mark.parametrize(("law", "make"), [(Law.SHARE, abandoned), (Law.AMOUNT, waited)])
@pytest.mark.parametrize("weeks", [5, 13])
def test_nothing_is_marked_where_nothing_changed(law, make, weeks):
    random = np.random.default_rng(31)
    results = [share_map_difference(make(random, weeks), make(random, weeks), law) for _ in range(60)]
    assert np.mean([result.is_changed.any() for result in results]) <= 0.12  # 5% stated; 60 pairs
    p = np.concatenate([result.p[~np.isnan(result.p)] for result in results])
    assert np.mean(p < 0.05) <= 0.065
    held = np.concatenate([((result.lower <= 0) & (result.upper >= 0))[~np.isnan(result.p)] for result in results])
    assert held.mean() >= 0.92


def test_rare_giving_up_is_no_discovery():
    random = np.random.default_rng(32)
    results = [
        share_map_difference(abandoned(random, 8, 4.0, 0.02, 0.02), abandoned(random, 8, 4.0, 0.02, 0.02), Law.SHARE)
        for _ in range(60)
    ]
    assert np.mean([result.is_changed.any() for result in results]) <= 0.12


@pytest.mark.parametrize(
    ("law", "made", "size"),
    [(Law.SHARE, lambda r: abandoned(r, peak=0.35), 0.25), (Law.AMOUNT, lambda r: waited(r, peak=2.0), 90.0)],
)
def test_a_planted_change_is_found_and_little_else(law, made, size):
    random = np.random.default_rng(33)
    usual = {Law.SHARE: abandoned, Law.AMOUNT: waited}[law]
    results = [share_map_difference(usual(random), made(random), law) for _ in range(40)]
    marked = np.array([[result.is_changed[PEAK].sum(), result.is_changed.sum()] for result in results])
    assert marked[:, 0].mean() >= 0.75 * 4
    assert ((marked[:, 1] - marked[:, 0]) / np.maximum(marked[:, 1], 1)).mean() <= 0.08
    assert np.mean([result.difference[PEAK] for result in results]) == pytest.approx(size, rel=0.08)
    assert np.mean([((r.lower <= size) & (r.upper >= size))[PEAK] for r in results]) >= 0.88


def test_too_few_calls_cannot_be_told():
    random = np.random.default_rng(34)
    result = share_map_difference(abandoned(random, 2), abandoned(random, 13), Law.SHARE)
    assert np.isnan(result.p).all()
    assert not result.is_changed.any()
