"""Back-tests: errors by hand, simple methods by loops, and the method that wins."""

import numpy as np
import pytest
from invented_demand import half_hours_open, in_half_hours, run_of_days, totals, weekdays_open

from frontdoor.statistics.backtesting import back_test
from frontdoor.statistics.forecasting import Grain, Method, forecast
from frontdoor.statistics.simple_forecasts import plain_profile, same_day_last_week

MODEL, PROFILE, NAIVE = range(3)


def test_simple_forecasts_agree_with_loops():
    days = run_of_days(70 + 21)
    is_open = weekdays_open(days, 2)
    counts = totals(days, 50, 2) * is_open
    counts[0, 63:66] = np.nan  # last week unknown: the week before is the latest
    past, ahead = slice(0, 70), slice(70, None)
    naive = same_day_last_week(counts[:, past], is_open[:, past], days[ahead], is_open[:, ahead])
    median = plain_profile(counts[:, past], is_open[:, past], days[ahead], is_open[:, ahead])
    for series in range(2):
        for day in range(21):
            held = [
                counts[series, before]
                for before in range(70 - 56, 70)
                if (before - 70 - day) % 7 == 0 and is_open[series, before] and not np.isnan(counts[series, before])
            ]
            expected = (held[-1], np.median(held)) if is_open[series, 70 + day] else (0, 0)
            assert (naive[series, day], median[series, day]) == expected


def test_the_scaled_error_of_repeating_weeks_is_worked_out_by_hand():
    # Weeks alternate between 10 and 14 a day: from one week to the next every day changes by 4, the scale. The same day
    # last week is wrong by 4 one, three, five and seven weeks ahead and right otherwise; the median, 12, is always wrong by 2.
    days = run_of_days(7 * 24)
    counts = np.where(np.arange(len(days)) // 7 % 2 == 0, 10.0, 14.0)[None]
    found = back_test(counts, days, np.ones(counts.shape, dtype=np.bool_), origins=16)
    # Origins 1 to 16 weeks before the end see 1, 2, ... 8, 8, ... weeks: 1+1+2+2+3+3+4+4 and 8 times 4 of 100 are wrong.
    assert found.scaled_error[Grain.DAY][NAIVE, 0] == pytest.approx((20 + 32) / (36 + 64))
    assert found.scaled_error[Grain.DAY][PROFILE, 0] == pytest.approx(0.5)


def test_the_model_wins_where_there_is_something_to_know():
    days = run_of_days(7 * 60)
    is_open = weekdays_open(days, 6)
    counts = totals(days, 150, 6, drift=0.01) * is_open
    found = back_test(counts, days, is_open)
    errors = found.scaled_error[Grain.DAY]
    assert np.mean(errors[MODEL]) < np.mean(errors[PROFILE]) < np.mean(errors[NAIVE])
    assert found.choice.methods.count(Method.MODEL) >= 5
    assert len(found.origins) == 19
    assert found.origins[-1] == days.dates[-7]


def test_the_method_that_wins_is_the_one_chosen():
    days = run_of_days(7 * 30)
    counts = np.tile(np.tile([10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0], 30), (1, 1))
    rise = counts * 1.02 ** (
        np.arange(len(days)) // 7
    )  # every week 2% more: last week is nearer than eight weeks' median
    found = back_test(rise, days, np.ones(rise.shape, dtype=np.bool_))
    errors = found.scaled_error[Grain.DAY][:, 0]
    assert list(Method).index(found.choice.methods[0]) == int(np.argmin(errors))
    assert errors[NAIVE] < errors[PROFILE]


def test_how_many_days_were_within_a_tenth_is_counted_by_hand():
    days = run_of_days(7 * 40)
    is_open = weekdays_open(days)
    counts = totals(days, 300) * is_open
    found = back_test(counts, days, is_open)
    within, of = found.days_within(0.1)
    expected = []
    for back in range(12, 0, -1):
        start = len(days) - 7 * back
        past, week = slice(0, start), slice(start, start + 7)
        made = forecast(counts[:, past], days[past], is_open[:, past], days[week], is_open[:, week])
        middle = made.percentile(Grain.DAY, 0.5)[0]
        actual = counts[0, week]
        expected += list(np.abs(middle[actual > 0] / actual[actual > 0] - 1) <= 0.1)
    assert found.choice.methods == (Method.MODEL,)
    assert (within[0], of[0]) == (sum(expected), len(expected))


@pytest.mark.slow
def test_intervals_hold_what_they_say_out_of_sample():
    days = run_of_days(7 * 75)
    is_open = weekdays_open(days, 12)
    counts = in_half_hours(totals(days, 80, 12, drift=0.01) * is_open)
    found = back_test(counts, days, half_hours_open(is_open))
    for grain in Grain:
        eighty, ninety_five = found.coverage[grain].mean(axis=1)
        assert 0.75 <= eighty <= 0.93
        assert 0.92 <= ninety_five <= 0.995


def test_half_hours_are_tested_too():
    days = run_of_days(7 * 30)
    is_open = weekdays_open(days, 2)
    found = back_test(in_half_hours(totals(days, 100, 2) * is_open), days, half_hours_open(is_open), origins=4)
    assert np.all(found.scaled_error[Grain.HALF_HOUR][MODEL] < found.scaled_error[Grain.HALF_HOUR][NAIVE])


@pytest.mark.parametrize(("weeks", "is_enough"), [(11, False), (12, True)])
def test_too_short_a_history_has_no_back_test(weeks, is_enough):
    days = run_of_days(7 * weeks)
    found = back_test(totals(days, 100) * weekdays_open(days), days, weekdays_open(days))
    assert (found is not None) == is_enough


def test_a_service_that_never_opened_has_no_errors():
    days = run_of_days(7 * 14)
    found = back_test(np.zeros((1, len(days))), days, np.zeros((1, len(days)), dtype=np.bool_))
    assert np.isnan(found.scaled_error[Grain.DAY]).all()
    assert [int(count[0]) for count in found.days_within(0.1)] == [0, 0]
