"""The usual day: planted shapes found again, closed half-hours at zero, days out of the usual without effect."""

import numpy as np
import pytest
from invented_demand import (
    OPEN_HALF_HOURS,
    SHAPE,
    WEEK,
    half_hours_open,
    in_half_hours,
    run_of_days,
    totals,
    weekdays_open,
)

from frontdoor.statistics.demand_days import BANK_HOLIDAY, DAY_AFTER
from frontdoor.statistics.demand_profile import EVENT_DAY, demand_profile

YEAR = 364


def a_year(mean=200.0, series=1, days=YEAR, **planted):
    calendar = run_of_days(days, **planted)
    is_open = half_hours_open(weekdays_open(calendar, series))
    counts = in_half_hours(totals(calendar, mean, series, rho=0.0))
    return counts * is_open, calendar, is_open


def test_the_planted_week_and_shape_are_found_again():
    counts, days, is_open = a_year(300)
    profile = demand_profile(counts, days, is_open)
    found = profile.per_open_day[0, :5]
    assert found.sum(axis=1) == pytest.approx(300 * WEEK[:5], rel=0.06)
    expected = SHAPE / SHAPE.sum()
    assert found[:, OPEN_HALF_HOURS].sum(axis=0) / found.sum() == pytest.approx(expected, rel=0.06)
    assert profile.days[0, :5].sum() + profile.days[0, DAY_AFTER - 1] == is_open.any(axis=2).sum()


def test_closed_half_hours_are_exactly_zero_and_unknown_kinds_are_unknown():
    counts, days, is_open = a_year()
    counts[0, :, 40] += 3  # contacts while the line was closed are no part of the day
    profile = demand_profile(counts, days, is_open)
    assert np.all(profile.per_open_day[0, :5, :17] == 0)
    assert np.all(profile.per_open_day[0, :5, 34:] == 0)
    assert np.isnan(profile.per_open_day[0, BANK_HOLIDAY - 1]).all()
    assert np.isnan(profile.per_open_day[0, 5]).all()


def test_rare_contacts_are_not_rounded_away():
    # About 1.2 contacts in a half-hour: their median is 1, a sixth too few.
    counts, days, is_open = a_year(20, series=40)
    profile = demand_profile(counts, days, is_open, half_life=np.inf)
    assert profile.per_open_day[:, 1].sum(axis=1).mean() == pytest.approx(20 * WEEK[1], rel=0.03)


def test_broken_days_and_single_surges_do_not_bend_it():
    counts, days, is_open = a_year(300)
    usual = demand_profile(counts, days, is_open)
    broken = counts.copy()
    broken[0, [300, 330, 350]] *= 4
    broken[0, [303, 338]] = 0
    broken[0, 340, 20] += 400
    bent = demand_profile(broken, days, is_open)
    for weekday in range(5):
        assert bent.per_open_day[0, weekday] == pytest.approx(usual.per_open_day[0, weekday], rel=0.15, abs=0.5)


def test_recent_weeks_weigh_more():
    counts, days, is_open = a_year(200)
    counts[0, -84:] = counts[0, -84:] * 2
    profile = demand_profile(counts, days, is_open)
    assert profile.per_open_day[0, 2].sum() == pytest.approx(400, rel=0.12)
    assert demand_profile(counts, days, is_open, half_life=np.inf).per_open_day[0, 2].sum() < 300


def test_the_day_after_a_bank_holiday_and_event_days_are_their_own_kind():
    event = np.zeros(YEAR, dtype=np.int64)
    event[200:214] = 1
    counts, days, is_open = a_year(300, event=event)
    after = (days.dates == np.datetime64("2023-05-09")) | (days.dates == np.datetime64("2023-05-30"))
    counts[0, after] *= 2
    counts[0, 200:214] *= 3
    profile = demand_profile(counts, days, is_open)
    # Tuesday's 315 on 2 of 8 such days twice as many: trimmed, between 315 and 420.
    assert 315 < profile.per_open_day[0, DAY_AFTER - 1].sum() < 430
    assert profile.per_open_day[0, EVENT_DAY - 1].sum() == pytest.approx(3 * 300 * WEEK[:5].mean(), rel=0.1)
    assert profile.per_open_day[0, 1].sum() == pytest.approx(315, rel=0.08)


def test_opening_hours_that_ended_are_zero_but_remembered():
    counts, days, is_open = a_year(200)
    is_open[0, :100, 16] = is_open[0, :100, 17]
    counts[0, :100, 16] = 8.0 * is_open[0, :100, 16]
    profile = demand_profile(counts, days, is_open)
    assert np.all(profile.per_open_day[0, :5, 16] == 0)
    assert profile.share[0, 1, 16] == pytest.approx(8 / 208, rel=0.3)


def test_shares_of_a_day_sum_to_one_and_never_opened_half_hours_borrow():
    counts, days, is_open = a_year(200)
    profile = demand_profile(counts, days, is_open)
    ahead = np.zeros((1, 2, 48), dtype=np.bool_)
    ahead[0, 0, 14:34] = True
    shares = profile.split(np.array([[1, 7]]), ahead)
    assert shares[0].sum(axis=1) == pytest.approx([1.0, 0.0])
    assert shares[0, 0, 14] == pytest.approx(shares[0, 0, 17])


def test_weekdays_that_differ_by_chance_alone_are_drawn_together_and_real_differences_stay():
    counts, days, is_open = a_year(20, days=70)
    few = demand_profile(counts, days, is_open).share[0, :5] * is_open.any(axis=(0, 1))
    raw = np.stack(
        [counts[0, days.weekday == day].sum(axis=0) / counts[0, days.weekday == day].sum() for day in range(5)]
    )
    truth = np.zeros(48)
    truth[OPEN_HALF_HOURS] = SHAPE / SHAPE.sum()
    assert np.abs(few - truth).sum() < 0.7 * np.abs(raw - truth).sum()
    counts, days, is_open = a_year(400)
    counts[0, days.weekday == 0, 18] *= 2
    share = demand_profile(counts, days, is_open).share[0]
    assert share[0, 18] > 1.6 * share[1, 18]


def test_unknown_days_are_left_out():
    counts, days, is_open = a_year(200)
    holes = counts.copy()
    holes[0, 100:140] = np.nan
    profile = demand_profile(holes, days, is_open)
    assert profile.per_open_day[0, :5].sum(axis=1) == pytest.approx(
        demand_profile(counts, days, is_open).per_open_day[0, :5].sum(axis=1), rel=0.03
    )


def test_the_trimmed_mean_agrees_with_one_written_out():
    from frontdoor.statistics.demand_profile import _trimmed_mean

    values = np.array([[9.0, 1.0, 5.0, 100.0, 4.0, 6.0, 7.0, 5.0, 3.0, 2.0, 50.0]])
    chosen = np.array([[True] * 10 + [False]])
    # Ten equal weights, a fifth trimmed at each end: 1, 2, 9 and 100 go; (5+4+6+7+5+3)/6 = 5.
    assert _trimmed_mean(values, chosen, np.ones(11))[0] == pytest.approx(5.0)
