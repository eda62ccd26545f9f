"""The day after a bank holiday against the same weekday around it, worked by hand and on invented days."""

import numpy as np
import pytest

from frontdoor.statistics.day_after_holiday import FEWEST_HOLIDAYS, day_after_holiday
from frontdoor.statistics.demand_days import Days

WEEKS = 40
MONDAYS_OFF = (5, 13, 21, 29)


def invented(holidays=MONDAYS_OFF, lifted=1.5, noise=0.0, seed=1):
    """Return totals, days and open days from Monday 5 January 2026: 100 a weekday, `lifted` times that on Tuesdays after."""
    dates = np.datetime64("2026-01-05") + np.arange(7 * WEEKS)
    is_holiday = np.isin(np.arange(7 * WEEKS), [7 * week for week in holidays])
    days = Days(dates, is_holiday)
    is_open = (days.weekday < 5) & ~is_holiday
    totals = 100.0 * np.exp(np.random.default_rng(seed).normal(0, noise, 7 * WEEKS))
    totals[[7 * week + 1 for week in holidays]] *= lifted
    return np.where(is_open, totals, 0.0), days, is_open


def test_half_as_many_again_come_the_day_after():
    found = day_after_holiday(*invented())
    assert (found.days, found.contacts) == (4, 150.0)
    assert found.ratio == pytest.approx(1.5)
    assert found.is_beyond_noise


def test_the_interval_holds_the_truth_and_noise_alone_is_seldom_taken_for_more():
    found = [day_after_holiday(*invented(noise=0.1, seed=seed)) for seed in range(100)]
    assert sum(each.lower < 1.5 < each.upper for each in found) >= 88  # of 95 expected, three standard deviations
    plain = [day_after_holiday(*invented(lifted=1.0, noise=0.1, seed=seed)) for seed in range(100)]
    assert sum(each.is_beyond_noise for each in plain) <= 12


def test_too_few_holidays_are_none():
    assert FEWEST_HOLIDAYS == 4
    assert day_after_holiday(*invented(MONDAYS_OFF[:3])) is None


def test_days_nobody_recorded_and_christmas_week_are_left_out():
    totals, days, is_open = invented()
    totals[7 * 5 + 1] = np.nan
    assert day_after_holiday(totals, days, is_open) is None  # three are left
    later = Days(days.dates + np.timedelta64(322, "D"), days.is_holiday)  # the sixth Tuesday is 29 December
    assert str(later.dates[7 * 5 + 1]) == "2026-12-29"
    assert day_after_holiday(invented()[0], later, is_open) is None


def test_a_steady_rise_is_no_effect():
    totals, days, is_open = invented(lifted=1.0)
    assert day_after_holiday(totals * np.linspace(1, 3, len(totals)), days, is_open).ratio == pytest.approx(
        1.0, abs=0.01
    )
