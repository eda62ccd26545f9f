"""A pilot's outcome week by week, worked out by hand: which weeks, what they hold, and what they are compared with."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from pilot_home import (
    EIGHT_TO_NINE,
    FIRST_MONDAY,
    HOLIDAYS,
    NINE_TO_TEN,
    PILOT_FIRST,
    PILOT_LAST,
    PILOT_WEEKS,
    WEEKS_BEFORE,
    every_day,
    opened_early,
    outcome,
    plan,
    rows_of,
)

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_calendar import pilot_weeks, planned_weeks
from frontdoor.answers.pilot_days import pilot_days
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_series_made import outcome_series
from frontdoor.errors import CannotTellError
from frontdoor.measures.measure import Parameter
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.strategy.pilot_plan import ComparedBy, Comparison, PilotOutcome, Where
from tests.unit.answers.demand_home import demand_context

WEEK = timedelta(weeks=1)
LAST_CHRISTMAS = date(2025, 12, 22)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return demand_context(tmp_path_factory.mktemp("pilot"), *rows_of(opened_early, every_day()))


def series_of(context: Context, one: PilotOutcome | None = None, **given: object) -> OutcomeSeries:
    one = one or outcome()
    return outcome_series(one, plan(one, **given), context)


def calls(day: date, first: int = 18, before: int = 20) -> int:
    return sum(opened_early(day, half_hour) for half_hour in range(first, before))


def test_weeks_go_from_the_first_recorded_to_the_pilots_last(context: Context) -> None:
    found = series_of(context)
    assert (found.starts[0], found.starts[-1]) == (FIRST_MONDAY, date(2026, 5, 18))
    assert (found.weeks.first, found.weeks.number) == (WEEKS_BEFORE, WEEKS_BEFORE + PILOT_WEEKS)
    assert found.starts[found.weeks.first] == PILOT_FIRST
    assert found.planned_weeks == PILOT_WEEKS


def test_a_week_holds_the_calls_of_its_monday_in_the_hour(context: Context) -> None:
    found = series_of(context)
    expected = [np.nan if start in HOLIDAYS else calls(start) for start in found.starts]
    np.testing.assert_array_equal(found.values, expected)
    np.testing.assert_array_equal(found.numerator, expected)
    assert np.isnan(found.denominator).all()


def test_an_hour_that_was_closed_is_nought_and_not_unknown(context: Context) -> None:
    found = series_of(context, outcome(where=Where((1,), EIGHT_TO_NINE), comparison=None))
    expected = [np.nan if start in HOLIDAYS else calls(start, 16, 18) for start in found.starts]
    np.testing.assert_array_equal(found.values, expected)
    assert set(found.values[~np.isnan(found.values) & ~found.weeks.is_pilot]) == {0.0}
    assert set(found.values[~np.isnan(found.values) & found.weeks.is_pilot]) == {10.0}


def test_comparisons_are_the_same_hour_of_the_other_days(context: Context) -> None:
    found = series_of(context)
    assert found.labels == ("Tuesdays", "Wednesdays", "Thursdays")
    for place, row in enumerate(found.comparisons, start=1):
        days = [start + timedelta(days=place) for start in found.starts]
        np.testing.assert_array_equal(row, [np.nan if day in HOLIDAYS else calls(day) for day in days])


def test_comparisons_can_be_other_hours_of_the_same_days(context: Context) -> None:
    found = series_of(context, outcome(comparison=Comparison(ComparedBy.HOURS, ("10:00-11:00",))))
    assert found.labels == ("10am to 11am",)
    expected = [np.nan if start in HOLIDAYS else calls(start, 20, 22) for start in found.starts]
    np.testing.assert_array_equal(found.comparisons[0], expected)


def test_a_whole_week_adds_its_open_days_and_keeps_weeks_with_a_holiday(context: Context) -> None:
    found = series_of(context, outcome(where=Where(), comparison=None))
    for start, value in zip(found.starts, found.values, strict=True):
        assert value == sum(calls(start + timedelta(days=day), 0, 48) for day in range(7))


def test_bank_holidays_are_one_column_and_a_single_christmas_is_left_out(context: Context) -> None:
    found = series_of(context, outcome(where=Where(), comparison=None))
    monday = {day - timedelta(days=day.weekday()) for day in HOLIDAYS}
    christmas = {LAST_CHRISTMAS, LAST_CHRISTMAS + WEEK}
    assert len(found.weeks.holidays) == 1
    assert {found.starts[week] for week in np.flatnonzero(found.weeks.holidays[0])} == {
        day for day in monday - christmas if day <= found.starts[-1]
    }
    assert found.weeks.left_out is not None
    assert {found.starts[week] for week in np.flatnonzero(found.weeks.left_out)} == christmas


def test_two_christmases_have_a_column_of_their_own(context: Context) -> None:
    days = pilot_days(date(2024, 6, 3), 104, context)
    weeks = pilot_weeks(planned_weeks(plan(), context), 0, days)
    starts = [days.first + number * WEEK for number in range(104)]
    assert weeks.left_out is not None
    assert not weeks.left_out.any()
    ordinary, christmas = weeks.holidays
    assert {starts[week] for week in np.flatnonzero(christmas)} == {
        date(2024, 12, 23), date(2024, 12, 30), LAST_CHRISTMAS, LAST_CHRISTMAS + WEEK,
    }  # fmt: skip
    assert not (ordinary * christmas).any()
    assert starts.index(date(2025, 4, 14)) in np.flatnonzero(ordinary)


@pytest.mark.parametrize(
    ("first", "last", "where", "expected", "part"),
    [
        (PILOT_FIRST, date(2026, 5, 18), Where((1,), EIGHT_TO_NINE), PILOT_WEEKS, False),  # ends on its twelfth Monday
        (PILOT_FIRST, date(2026, 5, 20), Where(), 11, False),  # ends on a Wednesday: that week is not whole
        (PILOT_FIRST, date(2026, 5, 22), Where(), PILOT_WEEKS, False),  # ends on a Friday, and weekends are closed
        (date(2026, 3, 4), PILOT_LAST, Where(), 11, True),  # begins on a Wednesday: that week is neither
        (date(2026, 3, 4), PILOT_LAST, Where((1,)), 11, False),  # begins on a Wednesday, but is on Mondays
    ],
)
def test_a_week_that_is_only_partly_the_pilots_is_neither(
    context: Context, first: date, last: date, *, where: Where, expected: int, part: bool
) -> None:
    one = outcome(where=Where(), comparison=None)
    found = outcome_series(one, plan(one, first_day=first, last_day=last, where=where), context)
    assert found.planned_weeks == found.weeks.number - found.weeks.first == expected
    assert found.weeks.left_out is not None
    assert bool(found.weeks.left_out[found.weeks.first - 1]) is part


def test_settling_weeks_are_left_out(context: Context) -> None:
    found = series_of(context, settling_weeks=2)
    assert found.weeks.left_out is not None
    assert found.weeks.left_out[WEEKS_BEFORE : WEEKS_BEFORE + 3].tolist() == [True, True, False]


def test_a_first_week_that_is_not_whole_is_dropped(tmp_path_factory: pytest.TempPathFactory) -> None:
    days = every_day()[16:]  # from Wednesday 14 May 2025
    context = demand_context(tmp_path_factory.mktemp("late"), *rows_of(opened_early, days))
    assert series_of(context).starts[0] == date(2025, 5, 19)
    thursdays = outcome(where=Where((4,), NINE_TO_TEN), comparison=None)
    assert series_of(context, thursdays).starts[0] == date(2025, 5, 12)


def test_a_running_pilot_ends_with_the_last_week_known(context: Context) -> None:
    found = series_of(context, first_day=date(2026, 6, 1), last_day=date(2026, 8, 23))
    assert found.starts[-1] == date(2026, 6, 22)
    assert found.weeks.number - found.weeks.first == 4
    assert found.planned_weeks == PILOT_WEEKS


def test_before_the_start_there_are_only_weeks_before(context: Context) -> None:
    found = series_of(context, first_day=date(2026, 9, 7), last_day=date(2026, 11, 29))
    assert found.weeks.first == found.weeks.number == 61
    assert not found.weeks.is_pilot.any()


def test_a_hole_in_the_records_is_not_known_and_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    hole = [date(2026, 2, 2) + timedelta(days=day) for day in range(7)]
    kept = [day for day in every_day() if day not in hole]
    context = demand_context(tmp_path_factory.mktemp("hole"), *rows_of(opened_early, kept))
    found = series_of(context)
    assert np.isnan(found.values[found.starts.index(hole[0])])
    assert found.notes == ("1 week is not known and left out: beginning 2 February 2026.",)
    assert np.isnan(found.values).sum() == 1 + len([start for start in found.starts if start in HOLIDAYS])


def test_a_service_not_recorded_for_a_week_is_not_known_though_others_are(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    hole = date(2025, 11, 3)
    kept = [day for day in every_day() if not hole <= day < hole + WEEK]
    rows = [*rows_of(opened_early, every_day()), *rows_of(opened_early, kept, service="tax")]
    context = demand_context(tmp_path_factory.mktemp("some"), *rows)
    one = outcome(where=Where((), None, ("tax",)), comparison=None)
    found = series_of(context, one)
    assert [start for start, value in zip(found.starts, found.values, strict=True) if np.isnan(value)] == [hole]
    everybody = series_of(context, outcome(where=Where(), comparison=None))
    assert not np.isnan(everybody.values).any()


def test_a_rare_service_that_nobody_asked_for_is_nought(tmp_path_factory: pytest.TempPathFactory) -> None:
    rare = rows_of(
        lambda day, half_hour: int(half_hour == 18 and day.toordinal() % 11 == 0), every_day(), service="tax"
    )
    context = demand_context(tmp_path_factory.mktemp("rare"), *rows_of(opened_early, every_day()), *rare)
    one = outcome(where=Where((), None, ("tax",)), comparison=Comparison(ComparedBy.SERVICE, ("waste",)))
    found = series_of(context, one)
    assert not np.isnan(found.values).any()
    assert 0.0 in found.values
    assert found.scale is Scale.ROOT
    # 0 to 2 calls a week beside some hundred: the comparison is brought to the pilot's own size before it is taken away
    sized = found.question.comparisons
    assert sized is not None
    used = ~found.weeks.is_pilot & ~found.weeks.omitted(found.values)
    assert sized[0, used].mean() == pytest.approx(found.values[used].mean())


def test_the_scale_is_fixed_by_the_weeks_before(context: Context) -> None:
    assert series_of(context).scale is Scale.LOG  # 8 to 16 a week, 12 on average
    shares = outcome(measure="abandonment_rate", worthwhile=-0.01)
    assert series_of(context, shares).scale is Scale.RAW


def test_the_promised_threshold_gives_way_to_the_outcomes_own(context: Context) -> None:
    promised = outcome(measure="in_60", where=Where((1,)), comparison=None, worthwhile=0.1)
    own = replace(promised, parameters={Parameter.WITHIN_SECONDS: 10})
    assert np.nanmin(series_of(context, promised).values) == 1.0  # all are answered after 12 seconds
    assert np.nanmax(series_of(context, own).values) == 0.0


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (outcome(measure="median_wait", comparison=None), "no weekly figure"),
        (outcome(measure="repeat_contact", comparison=None), "has not set"),
        (outcome(measure="digital_share", comparison=None), "has not set"),
        (outcome(measure="transfers_per_case", comparison=None), "not kept by time of day"),
        (outcome(measure="gone", comparison=None), "no measure called gone"),
        (outcome(where=Where(wards=("north",)), comparison=None), "whole months only"),
        (outcome(comparison=Comparison(ComparedBy.WARD, ("north",))), "whole months only"),
        (outcome(where=Where(services=("nobody",)), comparison=None), "Nothing is recorded"),
    ],
)
def test_what_has_no_weeks_is_refused_with_words(context: Context, one: PilotOutcome, words: str) -> None:
    with pytest.raises(CannotTellError, match=words):
        series_of(context, one)


def test_a_pilot_outside_the_records_is_refused(context: Context) -> None:
    for first in (date(2020, 1, 6), date(2032, 1, 5)):
        with pytest.raises(CannotTellError, match="within the weeks on record"):
            series_of(context, first_day=first, last_day=first + timedelta(days=83))


def test_a_pilot_without_a_whole_week_is_refused(context: Context) -> None:
    one = outcome()
    short = plan(one, first_day=PILOT_FIRST, last_day=PILOT_FIRST, where=Where())
    with pytest.raises(CannotTellError, match="no whole week"):
        outcome_series(one, short, context)


def test_a_unit_that_is_not_recorded_is_left_out_and_said(context: Context) -> None:
    one = outcome(comparison=Comparison(ComparedBy.SERVICE, ("waste", "nobody")))
    found = series_of(context, one)
    assert found.labels == ("Waste",)
    assert found.notes == ("Left out of the comparison, as not recorded alike or not known in too many weeks: Nobody.",)


def test_small_counts_are_hidden_from_the_public_before_anything_is_divided(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    few = rows_of(
        lambda day, half_hour: int(half_hour == 18 and not day.weekday()) * (day.toordinal() // 7 % 9), every_day()
    )
    context = demand_context(tmp_path_factory.mktemp("public"), *few, audience=Audience.PUBLIC)
    one = outcome(where=Where((1,)), comparison=None)
    found = series_of(context, one)
    counts = [start.toordinal() // 7 % 9 for start in found.starts]
    for count, value, start in zip(counts, found.values, found.starts, strict=True):
        if start not in HOLIDAYS and 0 < count < 5:
            assert np.isnan(value)
        if start not in HOLIDAYS and count >= 5:
            assert value in {5.0, 10.0}
    hidden = sum(0 < count < 5 for count, start in zip(counts, found.starts, strict=True) if start not in HOLIDAYS)
    assert found.notes == (f"{hidden} weeks are left out, as fewer than 5 people are hidden from this audience.",)
