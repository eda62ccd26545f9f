"""Interrupted series of a pilot: left-out weeks, holidays, both shapes, what would have been, and clear refusals."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over

from frontdoor.statistics.interrupted_series import counterfactual, interrupted_series
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import PilotWeeks, Shape

WEEKS, FIRST = 60, 48


def series(effect=0.0, rho=0.3, seed=5, weeks=WEEKS, first=FIRST):
    return 100 + weeks_that_carry_over(1, weeks, rho, seed)[0] + effect * (np.arange(weeks) >= first)


def test_the_planted_step_is_inside_the_interval_and_a_shift_of_it_shifts_the_answer():
    plain = interrupted_series(series(), PilotWeeks(WEEKS, FIRST))
    found = interrupted_series(series(4.0), PilotWeeks(WEEKS, FIRST))
    assert found.effect == pytest.approx(plain.effect + 4.0)
    assert found.interval().lower < 4.0 < found.interval().upper
    assert found.p < 0.01
    assert (found.weeks, found.pilot_weeks, found.columns) == (60, 12, 3)


def test_a_longer_confidence_is_a_wider_interval():
    found = interrupted_series(series(), PilotWeeks(WEEKS, FIRST))
    assert found.interval(0.997).lower < found.interval().lower < found.effect


def test_an_effect_that_builds_up_is_reported_as_its_average():
    ramp = np.maximum(np.arange(WEEKS) - FIRST, 0.0)  # 0 to 11: 5.5 on average
    found = interrupted_series(series() + ramp, PilotWeeks(WEEKS, FIRST), Shape.AVERAGE)
    plain = interrupted_series(series(), PilotWeeks(WEEKS, FIRST), Shape.AVERAGE)
    assert found.effect == pytest.approx(plain.effect + 5.5)


def test_a_week_left_out_has_no_say_whatever_it_held():
    values = series()
    gap, strike = values.copy(), values.copy()
    gap[20], strike[20] = np.nan, 10_000.0
    without = interrupted_series(gap, PilotWeeks(WEEKS, FIRST))
    named = interrupted_series(strike, PilotWeeks(WEEKS, FIRST, left_out=np.arange(WEEKS) == 20))
    assert named.effect == pytest.approx(without.effect, abs=1e-6)
    assert named.error == pytest.approx(without.error, rel=1e-5)
    assert without.weeks == 59
    assert without.columns == 3


def test_a_holiday_column_takes_out_what_holidays_do():
    holiday = np.zeros(WEEKS)
    holiday[[5, 17, 30, 51]] = 1
    quiet = interrupted_series(series(), PilotWeeks(WEEKS, FIRST, (holiday,)))
    found = interrupted_series(series() - 30 * holiday, PilotWeeks(WEEKS, FIRST, (holiday,)))
    assert found.effect == pytest.approx(quiet.effect, abs=1e-6)
    assert not found.is_holiday_left_out


def test_a_holiday_of_the_pilot_only_is_left_out_and_said():
    holiday = (np.arange(WEEKS) == 52).astype(float)
    found = interrupted_series(series() - 500 * holiday, PilotWeeks(WEEKS, FIRST, (holiday,)))
    assert found.is_holiday_left_out
    assert found.pilot_weeks == 11
    assert abs(found.effect) < 5


def test_what_would_have_been_continues_the_weeks_before():
    found = counterfactual(series(30.0), PilotWeeks(WEEKS, FIRST))
    effect = interrupted_series(series(30.0), PilotWeeks(WEEKS, FIRST))
    assert found.expected[FIRST:] == pytest.approx(100, abs=3)
    assert np.all(found.week_lower < found.lower)
    assert np.all(found.upper < found.week_upper)
    assert (found.upper - found.lower)[-1] > (found.upper - found.lower)[FIRST // 2]
    assert np.mean(series(30.0)[FIRST:] - found.expected[FIRST:]) == pytest.approx(effect.effect, abs=0.7)


CASES = {
    "starts after the records": (series(), PilotWeeks(WEEKS, WEEKS), Reason.OUTSIDE),
    "no length": (np.empty(0), PilotWeeks(0, 0), Reason.OUTSIDE),
    "no baseline": (series(), PilotWeeks(WEEKS, 0), Reason.NO_BASELINE),
    "short baseline": (series(), PilotWeeks(WEEKS, 11), Reason.SHORT_BASELINE),
    "short pilot": (series(), PilotWeeks(WEEKS, 57), Reason.SHORT_PILOT),
    "short in all": (series()[:23], PilotWeeks(23, 15), Reason.SHORT_SERIES),
    "always 0": (np.zeros(WEEKS), PilotWeeks(WEEKS, FIRST), Reason.ALWAYS_ZERO),
    "constant": (np.full(WEEKS, 8.0), PilotWeeks(WEEKS, FIRST), Reason.CONSTANT),
    "no record before": (
        np.where(np.arange(WEEKS) < FIRST, np.nan, 5.0),
        PilotWeeks(WEEKS, FIRST),
        Reason.NO_BASELINE,
    ),
    "holes": (np.where(np.arange(WEEKS) % 4 == 0, np.nan, series()), PilotWeeks(WEEKS, FIRST), Reason.HOLES),
    "closed before": ((np.arange(WEEKS) >= FIRST) * series(), PilotWeeks(WEEKS, FIRST), Reason.ZERO_BEFORE),
    "always alike before": (
        np.where(np.arange(WEEKS) >= FIRST, series(), 90.0),
        PilotWeeks(WEEKS, FIRST),
        Reason.CONSTANT,
    ),
    "all explained": (np.arange(WEEKS) * 5.0, PilotWeeks(WEEKS, FIRST), Reason.CONSTANT),
    "one thing twice": (
        series(),
        PilotWeeks(WEEKS, FIRST, ((np.arange(WEEKS) < FIRST).astype(float),)),
        Reason.NOT_SEPARABLE,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_told_is_said(case):
    values, weeks, reason = CASES[case]
    assert interrupted_series(values, weeks) is reason
    assert counterfactual(values, weeks) is reason


def test_values_that_do_not_fit_the_weeks_are_a_mistake():
    with pytest.raises(ValueError, match="59 values for 60 weeks"):
        interrupted_series(series()[:59], PilotWeeks(WEEKS, FIRST))


def test_months_have_a_year_of_twelve():
    months = PilotWeeks(72, 60, in_a_year=12.0)
    wave = 20 * np.sin(2 * np.pi * np.arange(72) / 12 + 1)
    plain = interrupted_series(series(weeks=72, first=60), months, has_season=True)
    found = interrupted_series(series(weeks=72, first=60) + wave, months, has_season=True)
    assert found.effect == pytest.approx(plain.effect, abs=1e-6)
