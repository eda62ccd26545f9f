"""What would have come: planted falls come back within their intervals, and quiet years show none."""

import numpy as np
import pytest
from invented_shift import weekly_calls, weeks_from

from frontdoor.statistics.counterfactual import counterfactual

BEFORE, YEAR = 130, 52


def found(effect, seed, *, rho=0.4, with_comparison=False, mean=400.0, trend=-0.05):
    random = np.random.default_rng(seed)
    expected = weekly_calls(random, BEFORE + YEAR, mean=mean, rho=rho, trend=trend)
    shared = np.exp(0.3 * np.sin(np.arange(BEFORE + YEAR) / 9)) if with_comparison else np.ones(BEFORE + YEAR)
    expected = expected * shared * np.where(np.arange(BEFORE + YEAR) >= BEFORE, effect, 1.0)
    counts = random.poisson(expected).astype(np.float64)
    beside = random.poisson(weekly_calls(random, BEFORE + YEAR, mean=900.0, rho=rho, trend=trend) * shared)
    return counterfactual(
        counts, weeks_from(len(counts)), BEFORE, beside.astype(np.float64) if with_comparison else None
    )


@pytest.mark.parametrize(("rho", "with_comparison"), [(0.0, False), (0.6, False), (0.4, True)])
def test_a_quiet_year_is_within_the_interval(rho, with_comparison):
    all_found = [found(1.0, seed, rho=rho, with_comparison=with_comparison) for seed in range(40)]
    assert np.mean([one.is_beyond_noise for one in all_found]) <= 0.125  # 5% stated; 40 series
    assert np.median([one.came / one.expected for one in all_found]) == pytest.approx(1.0, abs=0.03)


def test_a_planted_fall_comes_back_with_what_would_have_come():
    all_found = [found(0.7, seed) for seed in range(25)]
    assert np.median([one.fell / one.expected for one in all_found]) == pytest.approx(0.3, abs=0.03)
    assert np.mean([one.is_beyond_noise for one in all_found]) >= 0.9
    would_have = [one.came / 0.7 for one in all_found]
    held = [one.lower <= truth <= one.upper for one, truth in zip(all_found, would_have, strict=True)]
    assert np.mean(held) >= 0.88


def test_calls_that_were_falling_anyway_are_no_saving():
    falling = [found(1.0, seed, trend=-0.2) for seed in range(25)]
    assert np.mean([one.fell_lower > 0 for one in falling]) <= 0.12
    assert np.median([one.fell / one.expected for one in falling]) == pytest.approx(0.0, abs=0.04)


def test_unknown_weeks_are_counted_on_neither_side():
    random = np.random.default_rng(71)
    counts = random.poisson(weekly_calls(random, BEFORE + YEAR)).astype(np.float64)
    whole = counterfactual(counts, weeks_from(len(counts)), BEFORE)
    counts[[BEFORE + 3, 20]] = np.nan
    gaps = counterfactual(counts, weeks_from(len(counts)), BEFORE)
    assert np.isnan(gaps.by_week[3])
    assert np.nansum(gaps.by_week) == pytest.approx(gaps.expected)
    assert gaps.expected == pytest.approx(whole.expected * (YEAR - 1) / YEAR, rel=0.05)
    assert gaps.came == np.nansum(counts[BEFORE:])


def test_what_cannot_be_told_is_none():
    counts, weeks = np.full(182, 300.0) + np.arange(182) % 3, weeks_from(182)
    assert counterfactual(counts, weeks, 103) is None  # less than two years
    assert counterfactual(counts, weeks, 103, counts) is not None  # beside others one year will do
    assert counterfactual(counts, weeks, 51, counts) is None
    assert counterfactual(counts / 100, weeks, 130) is None  # too few contacts a week
    assert counterfactual(counts, weeks, 182) is None  # nothing after
    assert counterfactual(np.tile(counts, 2), weeks_from(364), 150) is None  # further ahead than back
    assert counterfactual(counts, weeks, 130) is not None


def test_a_series_that_never_varies_is_expected_to_go_on():
    one = counterfactual(np.full(182, 300.0), weeks_from(182), 130)
    assert one.expected == pytest.approx(300 * 52, rel=1e-3)
    assert not one.fell > 20
