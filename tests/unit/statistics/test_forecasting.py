"""Forecasts of planted demand: what was planted comes back, closed is zero, and intervals hold what they say."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from invented_demand import WEEK, half_hours_open, in_half_hours, run_of_days, totals, weekdays_open

from frontdoor.statistics.demand_days import AFTER_A_HOLIDAY, ON_A_HOLIDAY
from frontdoor.statistics.forecasting import Choice, Grain, Method, forecast

AHEAD = 56


def made(counts, days, is_open):
    """Forecast the last eight weeks of `counts` from those before."""
    past = len(days) - AHEAD
    return forecast(counts[:, :past], days[:past], is_open[:, :past], days[past:], is_open[:, past:])


def test_weekdays_and_level_are_found_again():
    days = run_of_days(364 + AHEAD)
    is_open = weekdays_open(days, 5)
    counts = totals(days, 300, 5, rho=0.0) * is_open
    found = made(counts, days, is_open)
    expected = 300 * WEEK[days.weekday[-AHEAD:]] * is_open[:, -AHEAD:]
    assert found.days.mean == pytest.approx(expected, rel=0.08)
    assert np.all(found.days.mean[:, ~is_open[0, -AHEAD:]] == 0)


def test_a_change_of_level_is_recognised_and_followed():
    days = run_of_days(364 + AHEAD)
    is_open = weekdays_open(days, 3)
    counts = totals(days, 200, 3, spread=0.03) * is_open
    shift = 364 - 28
    counts[:, shift:] *= 2
    found = made(counts, days, is_open)
    assert found.factors.level.has_shifted.sum(axis=1).tolist() == [1, 1, 1]
    assert found.weeks.mean[:, 3] == pytest.approx(2 * 200 * WEEK.sum(), rel=0.06)
    assert found.factors.weekday[:, :5] == pytest.approx(np.tile(WEEK[:5] / WEEK.max(), (3, 1)), rel=0.05)


def test_a_quiet_series_has_no_change_of_level():
    days = run_of_days(728 + AHEAD)
    is_open = weekdays_open(days, 60)
    found = made(totals(days, 80, 60, rho=0.5) * is_open, days, is_open)
    assert found.factors.level.has_shifted.any(axis=1).mean() <= 0.05


def test_a_quiet_week_at_christmas_does_not_move_the_level_of_a_rare_service():
    days = run_of_days(1092, np.datetime64("2017-01-04"))  # to 31 December 2019; open every day
    dates = days.dates.astype(object)
    is_quiet = np.array([(day.month, day.day) >= (12, 21) for day in dates]) | days.is_holiday
    random = np.random.default_rng(11)
    mean = np.where(is_quiet, 0.02, np.where(days.weekday < 5, 1.5, 0.1))
    counts = random.poisson(mean, (20, len(days))).astype(np.float64)
    counts[:, -6:-1] = [4, 0, 0, 2, 1]
    ahead = run_of_days(AHEAD, days.dates[-1] + 1)
    found = forecast(counts, days, np.ones(counts.shape, dtype=np.bool_), ahead, np.ones((20, AHEAD), dtype=np.bool_))
    usual = 1.5 * 5 + 0.1 * 2
    assert found.weeks.mean.max() < 2 * usual
    assert found.weeks.mean.mean() == pytest.approx(usual, rel=0.2)


def test_one_broken_day_does_not_move_the_forecast():
    days = run_of_days(364 + AHEAD)
    is_open = weekdays_open(days)
    counts = totals(days, 200) * is_open
    usual = made(counts, days, is_open).weeks.mean
    counts[0, 364 - 4] *= 6
    assert made(counts, days, is_open).weeks.mean == pytest.approx(usual, rel=0.06)


def test_the_day_after_a_bank_holiday_and_open_bank_holidays_are_known():
    days = run_of_days(728 + 84, np.datetime64("2024-01-01"))
    is_open = np.broadcast_to(days.weekday < 5, (1, len(days))).copy()
    mean = np.where(days.is_holiday, 60.0, 200.0)
    mean[1:] *= np.where(days.is_holiday[:-1] & ~days.is_holiday[1:], 1.5, 1.0)
    counts = np.random.default_rng(3).poisson(mean)[None].astype(np.float64) * is_open
    past = 728  # 29 December 2025: New Year's Day comes on the fourth day ahead
    found = forecast(
        counts[:, :past], days[:past], is_open[:, :past], days[past : past + AHEAD], is_open[:, past : past + AHEAD]
    )
    assert found.factors.effect[0, ON_A_HOLIDAY] == pytest.approx(0.3, abs=0.06)
    assert found.factors.effect[0, AFTER_A_HOLIDAY] == pytest.approx(1.5, abs=0.12)
    assert found.days.mean[0, 3] == pytest.approx(60, rel=0.25)
    assert found.days.mean[0, 4] == pytest.approx(300, rel=0.12)


def test_an_event_comes_back_as_strong_as_it_was():
    days = run_of_days(728 + AHEAD)
    event, event_day = np.zeros(len(days), dtype=np.int64), np.zeros(len(days), dtype=np.int64)
    for first in (370, 735):
        event[first : first + 14], event_day[first : first + 14] = 1, np.arange(14)
    days = replace(days, event=event, event_day=event_day)
    is_open = weekdays_open(days)
    counts = totals(days, 300, spread=0.03) * is_open
    counts[0, 370:384] *= 1.5
    found = made(counts, days, is_open).days.mean[0]
    untouched = 300 * WEEK[days.weekday[-AHEAD:]] * is_open[0, -AHEAD:]
    lift = found[7:21].sum() / untouched[7:21].sum()
    assert lift == pytest.approx(1.5, abs=0.12)
    assert found[21:].sum() == pytest.approx(untouched[21:].sum(), rel=0.06)


def test_two_years_show_the_time_of_year_and_one_does_not():
    days = run_of_days(1092 + AHEAD)
    is_open = weekdays_open(days)
    year = np.exp(0.3 * np.cos(2 * np.pi * (days.day_of_year - 15) / 365.25))  # January is busy
    counts = np.random.default_rng(8).poisson(300 * year)[None] * is_open.astype(np.float64)
    found = made(counts, days, is_open)
    assert found.factors.season[0, 15] - found.factors.season[0, 197] == pytest.approx(0.6, abs=0.1)
    ahead = slice(len(days) - AHEAD, None)
    assert found.days.mean[0].sum() == pytest.approx((300 * year * is_open[0])[ahead].sum(), rel=0.06)
    short = made(counts[:, -420:], days[-420:], is_open[:, -420:])
    assert np.all(short.factors.season == 0)


def test_half_hours_days_and_weeks_agree():
    days = run_of_days(200 + AHEAD)
    is_open = weekdays_open(days, 2)
    open_slots = half_hours_open(is_open)
    counts = in_half_hours(totals(days, 100, 2) * is_open)
    found = made(counts, days, open_slots)
    assert found.half_hours.mean.sum(axis=2) == pytest.approx(found.days.mean)
    assert found.days.mean.reshape(2, 8, 7).sum(axis=2) == pytest.approx(found.weeks.mean)
    closed = ~open_slots[:, -AHEAD:]
    assert np.all(found.half_hours.mean[closed] == 0)
    assert np.all(found.percentile(Grain.HALF_HOUR, 0.975)[closed] == 0)
    for grain in Grain:
        ends = [found.percentile(grain, share) for share in (0.025, 0.1, 0.5, 0.8, 0.9, 0.975)]
        assert all(np.all(low <= high) for low, high in pairwise(ends))


@pytest.mark.parametrize(("mean", "drift"), [(25, 0.0), (300, 0.0), (300, 0.02)])
def test_intervals_hold_what_they_say(mean, drift):
    days = run_of_days(52 * 7 + AHEAD)
    is_open = weekdays_open(days, 150)
    daily = totals(days, mean, 150, rho=0.4, drift=drift, seed=int(mean + 1000 * drift)) * is_open
    counts = in_half_hours(daily)
    found = made(counts, days, half_hours_open(is_open))
    came = {
        Grain.HALF_HOUR: counts[:, -AHEAD:],
        Grain.DAY: daily[:, -AHEAD:],
        Grain.WEEK: daily[:, -AHEAD:].reshape(150, 8, 7).sum(axis=2),
    }
    for grain, actual in came.items():
        is_asked = found.at(grain).mean > 0
        for confidence, least, most in ((0.8, 0.76, 0.95), (0.95, 0.93, 0.995)):  # whole counts hold a little more
            lower, upper = found.interval(grain, confidence)
            held = ((actual >= lower) & (actual <= upper))[is_asked].mean()
            assert least <= held <= most, (grain, confidence, held)


def test_unknown_days_and_unknown_series_stay_unknown():
    days = run_of_days(140 + AHEAD)
    is_open = weekdays_open(days, 3)
    counts = totals(days, 100, 3) * is_open
    counts[0, 30:60] = np.nan
    counts[1] = np.nan
    is_open[2, :130] = False  # opened last week
    found = made(counts, days, is_open)
    assert found.days.mean[0, is_open[0, -AHEAD:]] == pytest.approx(
        100 * WEEK[days.weekday[-AHEAD:]][is_open[0, -AHEAD:]], rel=0.15
    )
    for row in (1, 2):
        assert np.isnan(found.days.mean[row, is_open[row, -AHEAD:]]).all()
        assert np.all(found.days.mean[row, ~is_open[row, -AHEAD:]] == 0)
        assert np.isnan(found.percentile(Grain.WEEK, 0.8)[row]).all()


def test_nothing_at_all_came_so_nothing_is_expected():
    days = run_of_days(100 + AHEAD)
    is_open = weekdays_open(days)
    found = made(np.zeros((1, len(days))), days, is_open)
    assert np.all(found.percentile(Grain.DAY, 0.975) == 0)


def test_too_short_a_history_says_so():
    days = run_of_days(55 + AHEAD)
    with pytest.raises(ValueError, match="There are 55 days"):
        made(totals(days, 100), days, weekdays_open(days))


def test_days_alone_have_no_half_hours():
    days = run_of_days(100 + AHEAD)
    found = made(totals(days, 100) * weekdays_open(days), days, weekdays_open(days))
    with pytest.raises(ValueError, match="by day"):
        found.at(Grain.HALF_HOUR)


def test_a_chosen_simple_method_is_shown():
    days = run_of_days(140 + AHEAD)
    is_open = weekdays_open(days, 2)
    counts = totals(days, 100, 2) * is_open
    past = slice(0, 140)
    choice = Choice((Method.NAIVE, Method.MODEL), np.full((2, 2), 1.5), np.ones((2, 2)))
    found = forecast(counts[:, past], days[past], is_open[:, past], days[140:], is_open[:, 140:], choice=choice)
    plain = made(counts, days, is_open)
    is_week = is_open[0, 140:147]
    assert found.days.mean[0, :7][is_week] == pytest.approx(counts[0, 133:140][is_week])
    assert found.days.mean[1] == pytest.approx(plain.days.mean[1])
    assert np.all(found.percentile(Grain.DAY, 0.975)[1] >= plain.percentile(Grain.DAY, 0.975)[1])
