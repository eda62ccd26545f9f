"""What a planned pilot could find: the published table of the method, and plans that come true."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over

from frontdoor.statistics.autoregressive_fit import autoregressive_fit
from frontdoor.statistics.detectable_effect import (
    BaselineNoise,
    Noise,
    baseline_noise,
    detectable,
    smallest_effect,
    weeks_needed,
)  # fmt: skip
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import PilotWeeks, design

# PILOTS, section 9: step / step and season / no trend, in marginal standard deviations, at rho 0, .2, .4 and .6
TABLE = {
    (24, 8): "2.5/3.5/1.4 3.0/4.0/1.8 3.3/4.0/2.3 3.1/3.4/2.7",
    (36, 12): "1.9/2.7/1.1 2.3/3.1/1.4 2.6/3.3/1.7 2.7/3.0/2.1",
    (60, 12): "1.3/2.2/1.0 1.6/2.6/1.2 1.9/2.8/1.4 2.2/2.7/1.7",
    (60, 20): "1.4/2.3/0.8 1.7/2.6/1.0 2.0/2.8/1.2 2.2/2.7/1.6",
    (104, 12): "1.1/1.2/0.9 1.3/1.4/1.1 1.5/1.7/1.3 1.8/2.0/1.5",
}


@pytest.mark.parametrize(("number", "pilot"), TABLE)
def test_the_table_of_the_method_is_met(number, pilot):
    weeks = PilotWeeks(number, number - pilot)
    found = " ".join(
        "/".join(
            f"{smallest_effect(Noise(1.0, rho), weeks, **settings):.1f}"
            for settings in ({}, {"has_season": True}, {"has_trend": False})
        )
        for rho in (0.0, 0.2, 0.4, 0.6)
    )
    assert found == TABLE[number, pilot]


def test_the_smallest_effect_is_found_four_times_in_five():
    weeks, rho = PilotWeeks(60, 48), 0.4
    model = design(weeks, np.zeros(60, dtype=bool))
    effect = smallest_effect(Noise(1 / np.sqrt(1 - rho**2), rho), weeks)
    values = weeks_that_carry_over(2000, 60, rho, seed=8) + effect * weeks.is_pilot
    assert np.mean(autoregressive_fit(values, model.columns).effect(model.contrast).p < 0.05) == pytest.approx(
        0.8, abs=0.04
    )


def test_the_baseline_shows_how_weeks_vary_and_the_cautious_value_is_the_worse_one():
    noises = [baseline_noise(200 + 5 * weeks_that_carry_over(1, 92, 0.4, seed)[0]) for seed in range(30)]
    assert np.median([noise.likely.rho for noise in noises]) == pytest.approx(0.4, abs=0.1)
    assert np.median([noise.likely.spread for noise in noises]) == pytest.approx(5 / np.sqrt(1 - 0.16), rel=0.1)
    assert all(noise.cautious.rho > noise.likely.rho for noise in noises)
    found = detectable(noises[0], PilotWeeks(104, 92))
    assert found.likely < found.cautious
    assert not found.is_rough


def test_a_bigger_effect_needs_fewer_weeks_and_a_tiny_one_cannot_be_had():
    noise = BaselineNoise(Noise(10.0, 0.2), Noise(10.5, 0.3))
    big, small = weeks_needed(25.0, noise, 92), weeks_needed(0.1, noise, 92)
    assert big.likely <= big.cautious <= 12
    assert (small.likely, small.cautious) == (None, None)
    found = detectable(noise, PilotWeeks(92 + big.likely, 92))
    assert found.likely <= 25.0


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        (np.array([]), Reason.NO_BASELINE),
        (np.full(30, np.nan), Reason.NO_BASELINE),
        (np.arange(11.0), Reason.SHORT_BASELINE),
        (np.zeros(40), Reason.ALWAYS_ZERO),
        (np.full(40, 3.0), Reason.CONSTANT),
        (np.arange(40.0), Reason.CONSTANT),
    ],
)
def test_a_baseline_that_says_too_little_is_refused(before, reason):
    assert baseline_noise(before) is reason


@pytest.mark.parametrize(
    ("number", "first", "reason"),
    [
        (40, 0, Reason.NO_BASELINE),
        (40, 38, Reason.SHORT_PILOT),
        (20, 14, Reason.SHORT_SERIES),
        (40, 8, Reason.SHORT_BASELINE),
    ],
)
def test_a_plan_that_no_analysis_would_take_is_refused(number, first, reason):
    assert smallest_effect(Noise(1.0, 0.2), PilotWeeks(number, first)) is reason
