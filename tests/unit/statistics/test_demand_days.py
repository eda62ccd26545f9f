"""Kinds of day around Easter and Christmas, worked out by hand."""

import numpy as np
import pytest
from invented_demand import run_of_days, weekdays_open

from frontdoor.statistics.demand_days import (
    AFTER_A_HOLIDAY,
    AT_CHRISTMAS,
    BANK_HOLIDAY,
    DAY_AFTER,
    FIRST_EVENT,
    ON_A_HOLIDAY,
    ORDINARY,
    WEEKS_OF_AN_EVENT,
    Days,
    effects,
    joined,
    kinds,
)


def test_easter_2026_for_a_line_shut_at_weekends():
    days = run_of_days(8, np.datetime64("2026-04-01"))  # Wednesday; Good Friday is the 3rd, Easter Monday the 6th
    assert kinds(days, weekdays_open(days))[0].tolist() == [3, 4, BANK_HOLIDAY, 6, 7, BANK_HOLIDAY, DAY_AFTER, 3]


def test_a_line_open_every_day_is_busy_on_the_saturday_after_good_friday():
    days = run_of_days(8, np.datetime64("2026-04-01"))
    kind = kinds(days, np.ones((1, 8), dtype=np.bool_))[0].tolist()
    assert kind == [3, 4, BANK_HOLIDAY, DAY_AFTER, 7, BANK_HOLIDAY, DAY_AFTER, 3]


def test_after_a_holiday_on_a_friday_the_monday_is_the_day_after():
    days = run_of_days(5, np.datetime64("2027-01-01"))  # New Year's Day is a Friday
    assert kinds(days, weekdays_open(days))[0].tolist() == [BANK_HOLIDAY, 6, 7, DAY_AFTER, 2]


def test_christmas_2026_bears_its_own_effect():
    days = run_of_days(13, np.datetime64("2026-12-23"))  # the 28th is Boxing Day's substitute
    expected = {23: ORDINARY, 24: AT_CHRISTMAS, 25: ON_A_HOLIDAY, 28: ON_A_HOLIDAY, 29: AT_CHRISTMAS, 31: AT_CHRISTMAS}
    which = effects(days, weekdays_open(days))[0]
    assert {day: which[day - 23] for day in expected} == expected
    assert which[9] == ON_A_HOLIDAY  # 1 January
    assert which[12] == AFTER_A_HOLIDAY  # Monday the 4th


def test_each_week_of_an_event_is_its_own_effect_until_it_stays():
    length = 7 * (WEEKS_OF_AN_EVENT + 2)
    event = np.full(length, 2)
    days = run_of_days(length, np.datetime64("2026-06-01"), event, np.arange(length))
    which = effects(days, weekdays_open(days))[0]
    first = FIRST_EVENT + WEEKS_OF_AN_EVENT  # the second kind of event
    assert [which[7 * week] for week in range(3)] == [first, first + 1, first + 2]
    assert which[-1] == which[-8] == first + WEEKS_OF_AN_EVENT - 1


def test_weekdays_and_days_of_the_year():
    days = run_of_days(3, np.datetime64("2024-12-30"))
    assert days.weekday.tolist() == [0, 1, 2]
    assert days.day_of_year.tolist() == [364, 365, 0]


def test_days_left_out_are_refused():
    dates = np.array(["2026-01-05", "2026-01-07"], dtype="datetime64[D]")
    with pytest.raises(ValueError, match="follow each other"):
        Days(dates, np.zeros(2, dtype=np.bool_))
    with pytest.raises(ValueError, match="one entry per day"):
        Days(dates, np.zeros(3, dtype=np.bool_))


def test_days_are_joined_and_cut():
    days = run_of_days(20)
    again = joined(days[:12], days[12:])
    assert again.dates.tolist() == days.dates.tolist()
    assert again.is_holiday.tolist() == days.is_holiday.tolist()
