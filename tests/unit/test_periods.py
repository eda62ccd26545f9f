"""Months, quarters and financial years: where they start, which came before, and what people call them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.periods import (
    Period,
    Span,
    add_months,
    financial_year_start,
    month_end,
    month_start,
    quarter_start,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
PERIODS = st.tuples(DAYS, st.integers(0, 800)).map(lambda each: Period(each[0], each[0] + timedelta(days=each[1])))
OCTOBER = Period.month(date(2026, 10, 17))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_months_are_added_and_held_back_to_the_month_s_end(day, months, expected):
    assert add_months(day, months) == expected


@given(DAYS)
def test_a_month_holds_its_days_and_no_others(day):
    month = Period.month(day)
    assert month.first <= day <= month.last
    assert (month.first - timedelta(days=1)).month != day.month
    assert (month.last + timedelta(days=1)).month != day.month
    assert (month_start(day), month_end(day)) == (month.first, month.last)


@pytest.mark.parametrize(
    ("day", "first", "label"),
    [
        (date(2026, 3, 31), date(2025, 4, 1), "2025/26"),
        (date(2026, 4, 1), date(2026, 4, 1), "2026/27"),
        (date(1999, 12, 31), date(1999, 4, 1), "1999/00"),
    ],
)
def test_a_financial_year_runs_from_april_to_march(day, first, label):
    year = Period.financial_year(day)
    assert financial_year_start(day) == year.first == first
    assert (year.last.month, year.last.day, year.months) == (3, 31, 12)
    assert year.label == label


@given(DAYS)
def test_four_quarters_make_a_financial_year(day):
    year = Period.financial_year(day)
    quarters = [Period.quarter(add_months(year.first, months)) for months in (0, 3, 6, 9)]
    assert (quarters[0].first, quarters[-1].last) == (year.first, year.last)
    assert all(later.first - earlier.last == timedelta(days=1) for earlier, later in pairwise(quarters))
    assert quarter_start(day) in {quarter.first for quarter in quarters}


def test_the_year_to_date_ends_with_the_month():
    year_to_date = Period.year_to_date(date(2026, 10, 3))
    assert (year_to_date.first, year_to_date.last) == (date(2026, 4, 1), date(2026, 10, 31))
    assert Period.year_to_date(date(2026, 2, 3)).first == date(2025, 4, 1)


@pytest.mark.parametrize(
    ("period", "previous", "year_before"),
    [
        (OCTOBER, "September 2026", "October 2025"),
        (Period.quarter(date(2026, 10, 1)), "July to September 2026", "October to December 2025"),
        (Period.financial_year(date(2026, 10, 1)), "2025/26", "2025/26"),
        (Period.year_to_date(date(2026, 10, 1)), "September 2025 to March 2026", "April to October 2025"),
        (Period(date(2026, 10, 5), date(2026, 10, 11)), "28 September 2026 to 4 October 2026", "5 October 2025 to 11 October 2025"),
        (Period(date(2024, 2, 1), date(2024, 2, 29)), "January 2024", "February 2023"),
        (Period(date(2024, 2, 29), date(2024, 2, 29)), "28 February 2024", "28 February 2023"),
    ],
)  # fmt: skip
def test_what_a_period_is_compared_with(period, previous, year_before):
    assert period.previous().label == previous
    assert period.year_before().label == year_before


def test_only_a_year_to_date_loses_its_span_in_the_period_before():
    assert Period.year_to_date(date(2026, 10, 1)).previous().span is Span.DATES
    assert Period.year_to_date(date(2026, 10, 1)).year_before().span is Span.YEAR_TO_DATE
    assert OCTOBER.previous().span is Span.MONTH


@given(PERIODS)
def test_the_period_before_ends_the_day_before_and_is_as_long(period):
    previous = period.previous()
    assert previous.last == period.first - timedelta(days=1)
    if period.is_whole_months:
        assert (previous.is_whole_months, previous.months) == (True, period.months)
    else:
        assert previous.last - previous.first == period.last - period.first


@given(PERIODS)
def test_the_same_period_a_year_before_keeps_whole_months_whole(period):
    before = period.year_before()
    assert before.is_whole_months or not period.is_whole_months
    assert before.months == period.months
    assert 365 <= (period.first - before.first).days <= 366


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (OCTOBER, "October 2026"),
        (Period.quarter(date(2026, 8, 1)), "July to September 2026"),
        (Period(date(2025, 11, 1), date(2026, 1, 31)), "November 2025 to January 2026"),
        (Period(date(2026, 10, 5), date(2026, 10, 5)), "5 October 2026"),
        (Period(date(2026, 10, 1), date(2026, 10, 30)), "1 October 2026 to 30 October 2026"),
    ],
)
def test_a_period_is_called_what_people_call_it(period, label):
    assert period.label == label


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match=r"cannot end \(2026-09-30\) before it starts \(2026-10-01\)"):
        Period(date(2026, 10, 1), date(2026, 9, 30))
