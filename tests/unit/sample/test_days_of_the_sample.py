"""The generator's calendar, held against the holidays package and days worked by hand."""

from datetime import date

import holidays
import numpy as np
import pytest

from sample_data.generator.days import Days, bank_holidays, clear_of_clock_changes, day_number, is_clock_change

CHRISTMAS = Days.between(date(2024, 12, 16), date(2025, 1, 31))


@pytest.mark.parametrize("year", range(2023, 2036))
def test_bank_holidays_are_those_of_england(year: int) -> None:
    known = holidays.country_holidays("GB", subdiv="ENG", years=year)
    observed = {day for day, name in known.items() if day.weekday() < 5 or "observed" in name.lower()}
    assert bank_holidays(year) == {day for day in observed if day.year == year}


def test_five_working_days_from_christmas_eve_end_on_2_january() -> None:
    # 24 December is day 0; 27, 30, 31 December and 2 January are working days 1 to 4, 3 January is 5
    start = np.asarray([day_number(date(2024, 12, 24))])
    assert CHRISTMAS.working_days_later(start, np.asarray([4])).tolist() == [day_number(date(2025, 1, 2))]
    assert CHRISTMAS.working_days_later(start, np.asarray([5])).tolist() == [day_number(date(2025, 1, 3))]


def test_the_first_working_day_after_a_saturday_is_monday() -> None:
    saturday = np.asarray([day_number(date(2025, 1, 11))])
    assert CHRISTMAS.working_days_later(saturday, np.asarray([1])).tolist() == [day_number(date(2025, 1, 13))]


def test_only_the_first_open_day_follows_a_holiday() -> None:
    follows = [CHRISTMAS.first + int(index) for index in np.flatnonzero(CHRISTMAS.is_after_holiday)]
    assert follows == [day_number(day) for day in (date(2024, 12, 27), date(2025, 1, 2))]


def test_the_clocks_change_on_the_last_sundays_of_march_and_october() -> None:
    year = np.arange(day_number(date(2026, 1, 1)), day_number(date(2027, 1, 1)))
    changes = year[is_clock_change(year)].tolist()
    assert changes == [day_number(date(2026, 3, 29)), day_number(date(2026, 10, 25))]


def test_the_doubtful_hour_is_moved_on_and_others_are_not() -> None:
    day = np.full(4, day_number(date(2026, 3, 29)))
    seconds = np.asarray([3_599, 3_600, 7_199, 7_200])
    assert clear_of_clock_changes(day, seconds).tolist() == [3_599, 7_200, 10_799, 7_200]
    assert clear_of_clock_changes(day - 7, seconds).tolist() == seconds.tolist()
