"""A year of days of a small council: the day after a bank holiday, events, what comes again, and days that nobody recorded."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import polars as pl
import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.peaks_year import NO_HOURS, year_of
from frontdoor.answers.peaks_year_days import HIDDEN, UNKNOWN, year_days
from frontdoor.answers.peaks_year_events import effects_of
from frontdoor.answers.peaks_year_words import effect_words
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.figure import DayKind, Kind
from frontdoor.periods import Period
from frontdoor.strategy.council import CouncilEvent
from tests.small_warehouse import interval
from tests.unit.answers.demand_home import EVERY_DAY_9_TO_10, LAST, calls_of, days_to, demand_context, june
from tests.unit.answers.week_home import words_of

A_YEAR_AND_A_HALF = days_to(LAST, 546)  # from 30 December 2024
AFTER_HOLIDAYS = {
    *(date(2025, *day) for day in ((1, 2), (4, 22), (5, 6), (5, 27), (8, 26))),
    *(date(2026, *day) for day in ((1, 2), (4, 7), (5, 5), (5, 26))),
}
HOLIDAYS = {
    *(date(2025, *day) for day in ((1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26))),
    *(date(2026, *day) for day in ((1, 1), (4, 3), (4, 6), (5, 4), (5, 25))),
}
ROUNDS = date(2026, 3, 2)
EVENTS = (
    CouncilEvent(date(2025, 3, 10), "Bills sent"),
    CouncilEvent(date(2026, 3, 9), "Bills sent"),
    CouncilEvent(ROUNDS, "Rounds changed", ("waste",)),
    CouncilEvent(date(2026, 9, 1), "Fees rise"),
)


def how_many(day):
    """Return 10 calls a weekday, 9 on Fridays, 16 on days after bank holidays, 20 for four weeks after the rounds changed."""
    if day.weekday() > 4 or day in HOLIDAYS:
        return 0
    if day in AFTER_HOLIDAYS:
        return 16
    return 20 if ROUNDS <= day < ROUNDS + timedelta(28) else 9 if day.weekday() == 4 else 10


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    rows = calls_of(A_YEAR_AND_A_HALF, how_many)
    return demand_context(tmp_path_factory.mktemp("year"), *rows, events=EVENTS)


@pytest.fixture(scope="module")
def answer(context):
    return year_of(june(channels=("phone",)), context)


def on(answer, day):
    figure = answer.sections[0].figures[0]
    return figure.frame.filter(pl.col("activity_date") == day).row(0, named=True)


def test_every_day_of_52_weeks_is_drawn_with_its_kind(answer):
    figure = answer.sections[0].figures[0]
    assert figure.kind is Kind.YEAR_MAP
    assert (figure.frame.height, figure.frame["activity_date"].max()) == (364, LAST)
    friday = on(answer, date(2026, 6, 26))
    assert (friday["value"], friday["kind"], friday["note"]) == (9.0, DayKind.OPEN, None)
    assert on(answer, date(2026, 6, 27))["kind"] == DayKind.CLOSED
    assert on(answer, date(2026, 5, 25))["note"] == "Spring Bank Holiday"
    assert on(answer, date(2026, 5, 25))["value"] is None
    assert on(answer, date(2026, 5, 26))["note"] == "the day after a bank holiday"
    assert (on(answer, ROUNDS)["kind"], on(answer, ROUNDS)["note"]) == (DayKind.EVENT, "Rounds changed")


def test_both_changes_of_the_clocks_are_marked(answer):
    found = {day: on(answer, day) for day in (date(2025, 10, 26), date(2026, 3, 29))}
    assert {each["kind"] for each in found.values()} == {DayKind.CLOCK_CHANGE}
    assert [each["note"] for each in found.values()] == ["clocks go back", "clocks go forward"]
    assert "Sunday 25 October 2026: clocks go back an hour." in words_of(answer)
    assert "Sunday 28 March 2027: clocks go forward an hour." in words_of(answer)


def test_the_day_after_a_bank_holiday_is_said_with_its_interval(answer):
    assert answer.answer.startswith("The day after a bank holiday brings ")
    assert "16 calls on average" in words_of(answer)
    assert "more than the same weekday otherwise" in words_of(answer)


def test_the_busiest_and_quietest_days_are_named(answer):
    assert "Busiest: Friday 27 March 2026, 20 calls" in words_of(answer)
    assert "Quietest open day: Friday 4 July 2025, 9 calls." in words_of(answer)


def test_an_event_is_measured_on_the_services_it_touches(answer):
    words = words_of(answer)
    # The bills of 9 March touch every service, so the change of rounds is measured over the five days before them.
    assert "Rounds changed, 2 March 2026: 10 more calls a day" in words
    assert "over its first 5 open days. Other things may have changed with it." in words


def test_an_event_of_two_years_is_expected_again_and_one_that_came_once_is_not(answer):
    words = words_of(answer)
    assert (
        "Bills sent: expected in the week of Monday 8 March 2027, as it came on 10 March 2025 and 9 March 2026."
        in words
    )
    assert "At no known time of year: Rounds changed (2 March 2026)." in words
    assert "Fees rise: on Tuesday 1 September 2026, as put in the council file or the register." in words


def test_the_days_after_next_years_bank_holidays_are_listed(answer):
    words = words_of(answer)
    assert "Tuesday 1 September 2026: after Late Summer Bank Holiday; about 17 calls" in words
    assert "Tuesday 29 December 2026: after Boxing Day (observed), in Christmas week" in words


def test_the_committee_sees_day_totals_and_the_public_none_below_five(context):
    few = replace(context, audience=Audience.PUBLIC)
    public = year_of(june(channels=("phone",)), few)
    assert on(public, date(2026, 6, 26))["value"] == 10.0  # 9, rounded to the nearest 5
    committee = year_of(june(channels=("phone",)), replace(context, audience=Audience.COMMITTEE))
    assert on(committee, date(2026, 6, 26))["value"] == 9.0


def test_small_days_are_hidden_from_the_public(tmp_path):
    rows = calls_of(days_to(LAST, 28), lambda day: (2 if day == date(2026, 6, 26) else 30) if day.weekday() < 5 else 0)
    public = year_of(june(channels=("phone",)), demand_context(tmp_path, *rows, audience=Audience.PUBLIC))
    assert (on(public, date(2026, 6, 26))["value"], on(public, date(2026, 6, 26))["note"]) == (None, HIDDEN)


def test_a_short_history_says_what_it_cannot_tell(tmp_path):
    rows = calls_of(days_to(LAST, 28), lambda day: 10 if day.weekday() < 5 and day != date(2026, 6, 24) else 0)
    events = (CouncilEvent(date(2026, 6, 15), "Bills sent"),)
    found = year_of(june(channels=("phone",)), demand_context(tmp_path, *rows, events=events))
    words = words_of(found)
    assert "too few bank holidays are recorded to say" in words
    assert "Bills sent, 15 June 2026: can’t tell: too little is held before it" in words
    assert "was the busiest day: 10 calls" in found.answer
    assert (on(found, date(2026, 6, 24))["value"], on(found, date(2026, 6, 24))["note"]) == (None, UNKNOWN)


def test_days_only_sources_have_a_year(tmp_path):
    rows = [interval(day, datetime.combine(day, time()), calls_offered=50 + day.weekday()) for day in days_to(LAST, 60)]
    found = year_of(june(channels=("phone",)), demand_context(tmp_path, *rows, kind="contact_intervals", openings=()))
    assert on(found, date(2026, 6, 28))["value"] == 56.0
    assert NO_HOURS in found.notes


def test_a_service_open_every_day_has_no_closed_day(tmp_path):
    rows = calls_of(days_to(LAST, 60), lambda _: 10)
    found = year_of(june(channels=("phone",)), demand_context(tmp_path, *rows, openings=EVERY_DAY_9_TO_10))
    assert DayKind.CLOSED not in found.sections[0].figures[0].frame["kind"].to_list()


def test_nothing_recorded_is_said_with_what_would_bring_it(context):
    found = year_of(replace(june(channels=("visit",))), context)
    assert found.nothing.command
    assert "No contact is recorded for this choice" in found.lead
    early = year_of(june(channels=("phone",)).during(Period.month(date(2023, 1, 1))), context)
    assert early.nothing is not None


def test_single_days_of_a_ward_are_not_kept(context):
    assert "not kept by ward" in year_of(june(attribute="ward"), context).lead


def test_an_event_beside_a_change_of_recording_is_not_measured(context):
    filters = june(channels=("phone",))
    days = year_days(filters, context)
    near = RecordingChange(ROUNDS - timedelta(days=30), True, "Contacts come from another source.", "Another source")
    found = {effect.event.label: effect for effect in effects_of(days, (near,), filters, context)}
    assert found["Rounds changed"].is_recorded_otherwise
    assert effect_words(found["Rounds changed"], {}, "calls").startswith("can’t tell in waste: something was recorded")
    far = replace(near, on_date=ROUNDS - timedelta(days=200))
    assert not any(effect.is_recorded_otherwise for effect in effects_of(days, (far,), filters, context))
