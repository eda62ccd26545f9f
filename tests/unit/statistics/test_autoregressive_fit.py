"""Least squares with carried-over errors: the same answers as whole matrices give, and honest false alarms."""

import numpy as np
import pytest
from dense_autoregression import by_whole_matrices, weeks_that_carry_over

from frontdoor.statistics.autoregressive_fit import autoregressive_fit, has_full_rank
from frontdoor.statistics.pilot_weeks import PilotWeeks, Shape, design


def columns_of(weeks, pilot, shape=Shape.STEP, **settings):
    made = design(PilotWeeks(weeks, weeks - pilot), np.zeros(weeks, dtype=bool), shape, **settings)
    return made.columns, made.contrast


@pytest.mark.parametrize(
    ("weeks", "pilot", "rho", "settings"),
    [
        (24, 8, 0.6, {}),
        (36, 12, -0.4, {}),
        (60, 12, 0.3, {"shape": Shape.AVERAGE}),
        (104, 12, 0.8, {"has_season": True}),
        (60, 20, 0.0, {"has_trend": False}),
    ],
)
def test_it_is_what_whole_matrices_give(weeks, pilot, rho, settings):
    columns, contrast = columns_of(weeks, pilot, **settings)
    values = 50 + weeks_that_carry_over(3, weeks, rho, seed=weeks)
    fit = autoregressive_fit(values, columns)
    found = fit.effect(contrast)
    for place in range(3):
        effect, error, freedom, seen_rho, variance = by_whole_matrices(values[place], columns, contrast)
        assert fit.rho[place] == pytest.approx(seen_rho, abs=1e-5)
        assert fit.variance[place] == pytest.approx(variance, rel=1e-4)
        assert found.effect[place] == pytest.approx(effect, abs=1e-5)
        assert found.error[place] == pytest.approx(error, rel=1e-5)
        assert found.freedom[place] == pytest.approx(freedom, rel=1e-4)


@pytest.mark.parametrize(("weeks", "rho"), [(24, 0.0), (24, 0.6), (60, 0.4), (104, 0.6)])
def test_no_effect_is_found_about_as_often_as_stated(weeks, rho):
    columns, contrast = columns_of(weeks, 12)
    found = autoregressive_fit(weeks_that_carry_over(3000, weeks, rho, seed=7), columns).effect(contrast)
    assert 0.035 <= np.mean(found.p < 0.05) <= 0.075  # at most 0.065 in PILOTS, and 0.004 to 0.01 of simulation
    lower, upper = found.interval()
    assert np.mean((lower <= 0) & (upper >= 0)) >= 0.925


@pytest.mark.parametrize(("rho", "power"), [(0.0, 0.55), (0.2, 0.39), (0.4, 0.27), (0.6, 0.18)])
def test_a_real_effect_is_found_as_often_as_the_method_can(rho, power):
    columns, contrast = columns_of(60, 12)
    values = weeks_that_carry_over(2000, 60, rho, seed=3) + columns[:, 1]
    assert np.mean(autoregressive_fit(values, columns).effect(contrast).p < 0.05) == pytest.approx(power, abs=0.035)


def test_a_constant_series_has_no_answer_rather_than_a_sure_one():
    columns, contrast = columns_of(40, 12)
    fit = autoregressive_fit(np.stack([np.full(40, 7.0), weeks_that_carry_over(1, 40, 0)[0]]), columns)
    assert np.isnan(fit.rho).tolist() == [True, False]
    assert np.isnan(fit.effect(contrast).error).tolist() == [True, False]


def test_columns_that_depend_on_each_other_are_refused():
    columns, _ = columns_of(40, 12)
    twice = np.column_stack([columns, columns[:, 1] * 3])
    assert has_full_rank(columns)
    assert not has_full_rank(twice)
    with pytest.raises(ValueError, match="depend on one another"):
        autoregressive_fit(weeks_that_carry_over(1, 40, 0), twice)
