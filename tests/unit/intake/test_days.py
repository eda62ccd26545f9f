"""What the days of a file tell: coverage, gaps, and channels that come, go or jump overnight."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from frontdoor.intake.days import Gap, appearances, day_findings, gaps, jumps
from frontdoor.intake.report import FindingKind

FIRST = date(2025, 1, 6)  # a Monday


def days(number, rows=20, start=FIRST):
    return {start + timedelta(days=one): rows for one in range(number)}


def without(recorded, *missing):
    return {day: rows for day, rows in recorded.items() if day not in missing}


def test_a_missing_day_between_recorded_ones_is_a_gap_and_neighbours_are_one_gap():
    missing = [FIRST + timedelta(days=number) for number in (10, 11, 20)]
    assert gaps(without(days(60), *missing)) == [Gap(missing[0], missing[1]), Gap(missing[2], missing[2])]


def test_weekends_nobody_works_and_bank_holidays_are_no_gaps():
    weekdays = {day: 20 for day in days(90) if day.weekday() < 5}
    holiday = date(2025, 1, 20)
    assert gaps(weekdays) == []
    assert gaps(without(weekdays, holiday), frozenset({holiday})) == []
    assert gaps(without(weekdays, holiday)) == [Gap(holiday, holiday)]


def test_a_gap_over_a_weekend_nobody_works_is_one_gap():
    weekdays = {day: 20 for day in days(90) if day.weekday() < 5}
    friday, monday = date(2025, 1, 24), date(2025, 1, 27)
    assert gaps(without(weekdays, friday, monday)) == [Gap(friday, monday)]


def test_a_month_missing_among_months_is_a_gap():
    assert gaps([date(2025, 1, 1), date(2025, 2, 1), date(2025, 4, 1)]) == [Gap(date(2025, 3, 1), date(2025, 3, 31))]


def test_a_quiet_channel_without_a_row_on_some_day_is_no_surprise():
    quiet = without(days(60, rows=2), FIRST + timedelta(days=10))
    assert [finding.kind for finding in day_findings({"letter": quiet})] == [FindingKind.COVERAGE]


def test_a_channel_that_appears_overnight_is_told_and_one_that_was_always_there_is_not():
    found = appearances({"phone": days(400), "app": days(200, start=FIRST + timedelta(days=200))})
    assert [(finding.value, finding.first_date) for finding in found] == [("app", FIRST + timedelta(days=200))]


def test_a_channel_that_vanishes_is_told():
    found = appearances({"phone": days(400), "visit": days(100)})
    assert [(finding.value, "is last seen" in finding.sentence) for finding in found] == [("visit", True)]


def test_a_month_three_times_the_one_before_is_a_jump_and_a_partial_month_is_not():
    recorded = {
        **days(26, 20),
        **days(28, 20, date(2025, 2, 1)),
        **days(31, 70, date(2025, 3, 1)),
        **days(5, 70, date(2025, 4, 1)),
    }
    assert [finding.first_date for finding in jumps("phone", recorded)] == [date(2025, 3, 1)]


@given(st.sets(st.dates(date(2024, 1, 1), date(2024, 12, 31)), min_size=1))
def test_a_gap_never_holds_a_recorded_day_and_lies_inside_the_span(recorded):
    for gap in gaps(recorded):
        assert min(recorded) <= gap.first <= gap.last <= max(recorded)
        assert gap.first not in recorded
        assert gap.last not in recorded
