"""The season test on planted seasons, and the months' effects by hand."""

import numpy as np
import pytest
from noise import noise, step

from frontdoor.statistics.season import month_serials, season, upper_tail_of_f

JANUARY_FIRST = np.arange(60) % 12 + 1


def found(values, months=JANUARY_FIRST, segment=None):
    values = np.asarray(values, dtype=np.float64)
    months = np.asarray(months, dtype=np.int64)[: len(values)]
    return season(values, months, np.zeros(len(values), dtype=np.int64) if segment is None else segment)


# F of 0.05, 0.01 and 0.001 on 11 and 10, 22 and 46 degrees of freedom, from scipy.stats.f.isf 1.17.
@pytest.mark.parametrize(
    ("denominator", "ratio", "p"),
    [(10, 2.9430, 0.05), (10, 4.7715, 0.01), (22, 2.2585, 0.05), (22, 3.1837, 0.01), (46, 3.6165, 0.001)],
)
def test_the_tail_of_f_agrees_with_tables(denominator, ratio, p):
    assert upper_tail_of_f(ratio, 11, denominator) == pytest.approx(p, rel=0.05)


def test_a_season_is_found_with_its_effects():
    planted = np.array([0, 0, 6, 3, 0, -2, -3, -2, 0, 0, 1, -3], dtype=np.float64)  # sums to 0
    result = found(noise(1, 48)[0] * 0.5 + planted[JANUARY_FIRST[:48] - 1] + 100)
    assert result.is_shown
    assert result.effects == pytest.approx(planted, abs=0.8)
    assert result.effects.sum() == pytest.approx(0, abs=1e-9)


def test_exact_seasons_give_exact_effects_wherever_the_year_begins():
    planted = np.arange(12) - 5.5
    for start in (0, 3, 11):
        months = (np.arange(36) + start) % 12 + 1
        result = found(planted[months - 1] + 20, months)
        assert result.p < 1e-6
        assert result.effects == pytest.approx(planted)


def test_a_change_of_level_neither_hides_a_season_nor_bends_it():
    planted = np.where(JANUARY_FIRST[:36] == 3, 5.0, 0.0)
    result = found(noise(1, 36, seed=8)[0] * 0.3 + planted + step(36, 4.0, 8))
    assert result.is_shown
    assert result.effects == pytest.approx(np.where(np.arange(12) == 2, 5 * 11 / 12, -5 / 12), abs=0.8)


@pytest.mark.parametrize("shape", ["noise", "step", "trend", "carry-over", "outlier"])
@pytest.mark.parametrize("points", [24, 60])
def test_no_season_is_found_where_none_was_planted(shape, points):
    values = noise(400, points, 0.4 if shape == "carry-over" else 0.0)
    extra = {"step": step(points, 3.0), "trend": np.linspace(0, 3, points), "outlier": step(points, 8.0, 1)}
    found_in = [found(row + extra.get(shape, 0.0)).is_shown for row in values]
    assert np.mean(found_in) <= 0.04


@pytest.mark.parametrize(
    "values",
    [
        np.arange(23.0),  # under two years
        [*range(12), None, *range(11)],  # two years less a month
        [],
    ],
)
def test_a_season_cannot_be_told_from_too_few_months(values):
    assert found([np.nan if value is None else value for value in values]) is None


def test_a_constant_has_no_season():
    result = found([5.0] * 36)
    assert (result.p, result.is_shown) == (1.0, False)


def test_weeks_are_gathered_into_months():
    # Four weeks a month: strong carry-over inside a month must not look like a season.
    months = np.arange(144) // 4 % 12 + 1
    shown = [found(row, months).is_shown for row in noise(300, 144, 0.6)]
    assert np.mean(shown) <= 0.05
    planted = found(noise(1, 144)[0] + 3.0 * (months == 12), months)
    assert planted.is_shown
    assert planted.effects[11] == pytest.approx(3 * 11 / 12, abs=0.8)


def test_months_are_numbered_on_through_years_and_repeats():
    assert month_serials(np.array([11, 11, 12, 1, 1, 3])).tolist() == [0, 0, 1, 2, 2, 4]


def test_a_rebase_is_a_level_of_its_own():
    values = noise(1, 48, seed=2)[0] + step(48, 30.0, 30) + step(48, 50.0, 10) + 4.0 * (JANUARY_FIRST[:48] == 3)
    segment = (np.arange(48) >= 18).astype(np.int64) + (np.arange(48) >= 38)
    assert found(values, segment=segment).is_shown
