"""How often charts cry wolf and how often they miss, on seeded noise; the bounds are those of docs/decisions/0101 to 0104."""

import numpy as np
import pytest
from noise import noise, step

from frontdoor.statistics.adjusted_chart import adjusted_control_charts
from frontdoor.statistics.autocorrelation import false_alarm_rate
from frontdoor.statistics.control_chart import control_charts

SERIES = 3000  # a share of 2% is then known to about 0.5 points, one of 50% to about 2
MONTHS = np.arange(120) % 12 + 1
SINE = 1.5 * np.sqrt(2) * np.sin(np.pi * np.arange(120) / 6)
SPIKE = np.where(MONTHS == 3, 5.0, 0.0)  # bills go out in March


def flagged(charts):
    return float(np.mean([kind != "common_cause" for kind in charts.variation]))


def refused(charts):
    return float(np.mean([not chart.can_judge_change for chart in charts]))


@pytest.mark.parametrize("rho", [0.0, 0.2, 0.4, 0.6])
def test_the_stated_false_alarm_rate_is_the_one_charts_have(rho):
    assert flagged(control_charts(noise(SERIES, 36, rho))) == pytest.approx(false_alarm_rate(rho), abs=0.016)


@pytest.mark.parametrize("points", [24, 36, 60, 104])
def test_independent_noise_is_refused_about_one_time_in_twenty(points):
    charts = control_charts(noise(1000, points, seed=5), months=[*MONTHS, *MONTHS][:points])
    assert refused(charts) <= 0.075


@pytest.mark.parametrize(
    ("points", "rho", "caught"), [(24, 0.4, 0.38), (24, 0.6, 0.62), (36, 0.4, 0.56), (36, 0.6, 0.84), (60, 0.4, 0.82)]
)
def test_real_carry_over_is_caught_more_often_the_longer_the_series(points, rho, caught):
    assert np.mean(control_charts(noise(SERIES, points, rho)).carried.is_established) >= caught


@pytest.mark.parametrize("points", [24, 36, 60])
def test_a_real_step_is_not_mistaken_for_carry_over(points):
    charts = control_charts(noise(SERIES, points) + step(points, 3.0))
    assert np.mean(charts.carried.is_established) <= 0.10
    assert flagged(charts) >= 0.85


@pytest.mark.parametrize(
    ("points", "rho", "season", "most"),
    [
        (36, 0.0, 0 * SINE, 0.03),
        pytest.param(60, 0.4, 0 * SINE, 0.04, marks=pytest.mark.slow),
        pytest.param(60, 0.6, 0 * SINE, 0.04, marks=pytest.mark.slow),
        (36, 0.0, SINE, 0.035),
        pytest.param(36, 0.0, SPIKE, 0.035, marks=pytest.mark.slow),
        pytest.param(60, 0.0, SINE, 0.03, marks=pytest.mark.slow),
        pytest.param(60, 0.4, SINE, 0.04, marks=pytest.mark.slow),
        (60, 0.4, SPIKE, 0.04),
    ],
)
def test_adjusted_charts_cry_wolf_no_more_often_than_quiet_ones(points, rho, season, most):
    charts = adjusted_control_charts(noise(SERIES, points, rho) + season[:points], MONTHS[:points].tolist())
    assert flagged(charts) <= most


@pytest.mark.parametrize(("points", "season"), [(36, SINE), (36, SPIKE), (60, SINE)])
def test_adjusted_charts_still_find_a_real_step_in_a_seasonal_series(points, season):
    values = noise(1000, points) + season[:points] + step(points, 3.0)
    plain = control_charts(values, months=MONTHS[:points].tolist())
    adjusted = adjusted_control_charts(values, MONTHS[:points].tolist())
    assert refused(plain) >= 0.9
    assert np.mean([kind == "improvement_high" for kind in adjusted.variation]) >= 0.88
