"""What would have come: planted falls come back within their intervals, and quiet years show none."""

import numpy as np
import pytest
from invented_shift import weekly_calls, weeks_from

from frontdoor.statistics.counterfactual import counterfactual, counterfactuals
from frontdoor.statistics.wandering_errors import ERRORS, laws_of, predicted

BEFORE, YEAR = 130, 52


def found(effect, series, *, rho=0.4, with_comparison=False, trend=-0.05):
    """Return what is found of `series` invented ones, `effect` times as much from week BEFORE on."""
    random, week = np.random.default_rng(74), np.arange(BEFORE + YEAR)
    calls = np.array([weekly_calls(random, len(week), rho=rho, trend=trend) for _ in range(series)])
    beside = np.array([weekly_calls(random, len(week), mean=900.0, rho=rho, trend=trend) for _ in range(series)])
    shared = np.exp(0.3 * np.sin(week / 9)) if with_comparison else 1.0
    counts = random.poisson(calls * shared * np.where(week >= BEFORE, effect, 1.0)).astype(np.float64)
    others = random.poisson(beside * shared).astype(np.float64) if with_comparison else None
    return counterfactuals(counts, weeks_from(len(week)), BEFORE, others)


@pytest.mark.parametrize(("rho", "with_comparison"), [(0.0, False), (0.6, False), (0.4, True)])
def test_a_quiet_year_is_within_the_interval(rho, with_comparison):
    all_found = found(1.0, 80, rho=rho, with_comparison=with_comparison)
    assert np.mean([one.is_beyond_noise for one in all_found]) <= 0.1  # 5% stated; 80 series
    assert np.median([one.came / one.expected for one in all_found]) == pytest.approx(1.0, abs=0.03)


def test_a_planted_fall_comes_back_with_what_would_have_come():
    all_found = found(0.7, 60)
    assert np.median([one.fell / one.expected for one in all_found]) == pytest.approx(0.3, abs=0.03)
    assert np.mean([one.fell_lower > 0 for one in all_found]) >= 0.9
    assert np.mean([one.lower <= one.came / 0.7 <= one.upper for one in all_found]) >= 0.9


def test_calls_that_were_falling_anyway_are_no_saving():
    falling = found(1.0, 60, trend=-0.2)
    assert np.mean([one.fell_lower > 0 for one in falling]) <= 0.07
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


def test_many_series_at_once_are_what_each_is_alone():
    random = np.random.default_rng(72)
    counts = random.poisson(weekly_calls(random, BEFORE + YEAR), (3, BEFORE + YEAR)).astype(np.float64)
    counts[1, 40], counts[2] = np.nan, 1.0
    weeks = weeks_from(BEFORE + YEAR)
    together = counterfactuals(counts, weeks, BEFORE)
    for one, row in zip(together[:2], counts, strict=False):
        alone = counterfactual(row, weeks, BEFORE)
        assert [one.expected, one.lower, one.came] == [alone.expected, alone.lower, alone.came]
    assert together[2] is None
    with pytest.raises(ValueError, match="one count of each"):
        counterfactuals(counts, weeks[1:], BEFORE)


def test_a_law_without_carry_over_is_plain_least_squares():
    random = np.random.default_rng(73)
    x = np.column_stack([np.ones(60), np.arange(60.0)])
    seen = x[:50] @ [2.0, 0.1] + random.normal(size=50)
    law = laws_of(x, np.arange(50), np.arange(50, 60))[ERRORS.index((0.0, 0.0))]
    coefficients, squares, *_ = np.linalg.lstsq(x[:50], seen)
    made = predicted(seen, [law])
    assert made.mean == pytest.approx(x[50:] @ coefficients)
    ends = x[50:] @ np.linalg.inv(x[:50].T @ x[:50]) @ x[50:].T
    assert made.variance == pytest.approx(squares[0] / 48 * (np.eye(10) + ends))


def test_a_law_that_wanders_goes_on_from_where_it_is():
    level = np.concatenate([np.zeros(60), np.full(4, 3.0)])
    x = np.ones((70, 1))
    laws = dict(zip(ERRORS, laws_of(x, np.arange(64), np.arange(64, 70)), strict=True))
    assert predicted(level, [laws[1.0, 0.998]]).mean == pytest.approx(np.full(6, 3.0), abs=0.1)
    assert predicted(level, [laws[0.0, 0.0]]).mean == pytest.approx(np.full(6, 3.0 * 4 / 64))


def test_services_with_seasons_of_their_own_are_compared_by_season():
    # The one peaks in summer, the other in winter, and nothing changed: half a year from January holds one side of both.
    weeks = np.arange(np.datetime64("2022-01-03"), np.datetime64("2022-01-03") + 7 * 182, 7)
    wave = 0.3 * np.sin(2 * np.pi * np.arange(182) / 52.18)
    random = np.random.default_rng(7)
    one, other = (random.poisson(400 * np.exp(sign * wave)).astype(np.float64) for sign in (1, -1))
    (seasonal,) = counterfactuals(one[None], weeks, 156, other, has_season=True)
    (plain,) = counterfactuals(one[None], weeks, 156, other)
    assert not seasonal.is_beyond_noise
    assert abs(seasonal.fell) < 0.05 * seasonal.came
    assert abs(plain.fell) > 0.2 * plain.came
