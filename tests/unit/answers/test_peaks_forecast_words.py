"""What is said of a forecast, from counts made by hand: totals, closed days, events, errors and intervals."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.peaks_forecast_figures import forecast_figure, usual_week_figure
from frontdoor.answers.peaks_forecast_frames import SCHEMA, forecast_frame, week_words
from frontdoor.answers.peaks_forecast_made import Made, back_test_of, is_long_enough, made_of
from frontdoor.answers.peaks_forecast_series import DAYS_AHEAD, Series
from frontdoor.answers.peaks_forecast_trust import held_words, near_words, trust_box
from frontdoor.answers.peaks_forecast_usual import too_short_words, usual_section
from frontdoor.answers.peaks_forecast_words import (  # fmt: skip
    answer_words,
    busiest_words,
    closed_words,
    event_words,
    notes_of,
    total_of,
)
from frontdoor.figure import Kind
from frontdoor.statistics.backtesting import BackTest
from frontdoor.statistics.demand_days import Days
from frontdoor.statistics.forecasting import Choice, Grain, Method

LAST = date(2026, 11, 1)  # a Sunday; Christmas falls into the eight weeks ahead
NINE = 18
BILLS = "Bills sent"


def days_of(first, count, events=()):
    dates = np.arange(np.datetime64(first), np.datetime64(first) + count)
    holidays = np.isin(dates, np.array(["2026-12-25", "2026-12-28"], dtype="datetime64[D]"))
    kind, since = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for on in events:
        start = (on - first).days
        kind[start : start + 7], since[start : start + 7] = 1, np.arange(7)
    return Days(dates, holidays, kind, since)


def series(*, weeks=40, a_day=100.0, times=True, events=(), mondays=1.5):
    """Return weekdays of 9am to 10am; twice as many calls in the week of an event."""
    every = days_of(LAST - timedelta(days=7 * weeks - 1), 7 * weeks + DAYS_AHEAD, events)
    past, ahead = every[slice(0, 7 * weeks)], every[slice(7 * weeks, None)]
    opened = [(days.weekday < 5) & ~days.is_holiday for days in (past, ahead)]
    mean = a_day * np.where(past.weekday == 0, mondays, 1.0) * np.where(past.event == 1, 2.0, 1.0)
    totals = np.where(opened[0], np.random.default_rng(7).poisson(mean), 0.0)
    shown = tuple((on, BILLS) for on in events)
    if not times:
        return Series(totals[None], opened[0][None], opened[1][None], past, ahead, ("all",), "calls_offered", shown, ())
    slots = np.zeros((len(past), 48))
    slots[:, NINE], slots[:, NINE + 1] = np.ceil(totals * 0.6), totals - np.ceil(totals * 0.6)
    hours = [np.zeros((len(one), 48), dtype=bool) for one in opened]
    for hour, is_open in zip(hours, opened, strict=True):
        hour[is_open, NINE : NINE + 2] = True
    return Series(
        slots[None], hours[0][None], hours[1][None], past, ahead, ("all",), "calls_offered", shown, (), outside=0.0
    )


@pytest.fixture(scope="module")
def made() -> Made:
    return made_of(series())


def test_the_answer_says_how_many_between_what_and_beside_the_last_eight_weeks(made):
    total = total_of(made)
    # Eight weeks of 150 + 4 x 100, less Friday 25 December; the weeks before had no closed day.
    assert total.expected == pytest.approx(8 * 550 - 100, rel=0.03)
    assert total.low < total.expected < total.high
    assert total.before == made.series.totals[0, -56:].sum()
    assert answer_words(made, "calls").startswith("Expect about 4,")
    assert "in the next 8 weeks (" in answer_words(made, "calls")


def test_closed_days_are_zero_and_named(made):
    assert closed_words(made.series) == "Closed on Friday 25 December."  # the 28th comes after the eight weeks
    frame = forecast_frame(made, Grain.DAY, Audience.OFFICER)
    closed = frame.filter(frame["period_start"].is_in([date(2026, 12, 25), date(2026, 11, 7)]))
    assert closed.select("expected", "low_80", "high_95").rows() == [(0.0, 0.0, 0.0)] * 2


def test_the_busiest_day_is_a_monday(made):
    assert "The busiest day is Monday" in busiest_words(made, "calls")


def test_the_frame_joins_eight_weeks_seen_to_eight_expected(made):
    for grain, each in ((Grain.DAY, 56), (Grain.WEEK, 8)):
        frame = forecast_frame(made, grain, Audience.OFFICER)
        assert dict(frame.schema) == SCHEMA
        assert frame["seen"].is_not_null().to_list() == [True] * each + [False] * each
        assert frame["expected"].is_not_null().to_list() == [False] * each + [True] * each
        late = frame.tail(each)
        assert (late["low_95"] <= late["low_80"]).all()
        assert (late["high_80"] <= late["high_95"]).all()
    weeks = forecast_frame(made, Grain.WEEK, Audience.OFFICER)
    assert weeks["period_start"].to_list()[7:9] == [date(2026, 10, 26), date(2026, 11, 2)]
    assert weeks["seen"].sum() == made.series.totals[0, -56:].sum()


def test_a_week_with_a_day_not_known_is_not_known():
    given = series(times=False)
    counts = given.counts.copy()
    counts[0, -3] = np.nan
    weeks = forecast_frame(made_of(replace(given, counts=counts)), Grain.WEEK, Audience.OFFICER)
    assert weeks["seen"][7] is None
    assert weeks["seen"][6] is not None


def test_small_days_are_hidden_from_the_public_only():
    rare = made_of(series(a_day=3.0, times=False))
    officer, public = (forecast_frame(rare, Grain.DAY, reader) for reader in (Audience.OFFICER, Audience.PUBLIC))
    assert set(officer["seen"].drop_nulls()) & {1.0, 2.0, 3.0, 4.0}
    assert not set(public["seen"].drop_nulls()) & {1.0, 2.0, 3.0, 4.0}
    assert officer.equals(forecast_frame(rare, Grain.DAY, Audience.COMMITTEE))
    weeks = forecast_frame(rare, Grain.WEEK, Audience.PUBLIC)["seen"].drop_nulls()
    assert len(weeks) == 8  # a week is a count of its own and not the sum of days some of which are hidden
    assert (weeks % 5 == 0).all()


def test_the_map_of_the_coming_week_has_the_open_half_hours_and_every_one_in_its_table(made):
    figure = usual_week_figure(made, "calls", "Source: calls.")
    assert figure.kind is Kind.WEEK_MAP
    assert figure.frame["day"].unique(maintain_order=True).to_list() == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
    ]
    assert figure.frame["half_hour"].unique().sort().to_list() == [NINE, NINE + 1]
    assert figure.frame["value"][0] == pytest.approx(90, rel=0.1)  # 150 x 0.6
    assert figure.table.height == (8 * 5 - 1) * 2
    assert figure.table["Time"][0] == "9am to 9:30am"
    assert figure.sentence.startswith("Most are expected on Monday 9am to 9:30am")
    assert figure.frame["note"][0].startswith("4 in 5 times ")


def test_bank_holidays_and_events_are_marked():
    figure = forecast_figure(made_of(series(events=(date(2026, 11, 9),))), Grain.DAY, "calls", Audience.OFFICER, "")
    assert [(mark.on_date, mark.label) for mark in figure.marks] == [
        (date(2026, 11, 9), BILLS),
        (date(2026, 12, 25), "Bank holiday"),
    ]
    assert figure.table.columns[:3] == ["Day", "Calls that came", "Expected"]


def test_an_event_seen_before_says_how_many_more():
    known = made_of(series(weeks=60, events=(date(2026, 3, 9), date(2026, 6, 8), date(2026, 11, 9))))
    if known.method is not Method.MODEL:
        known = replace(known, tested=None)
    words = event_words(known, "calls")
    assert words.startswith(f"{BILLS}, Monday 9 November: expect about ")
    assert words.endswith(" more calls in the week after.")
    more = float(words.split("about ")[1].split(" ")[0].replace(",", ""))
    assert 250 < more < 800  # 550 more, drawn towards none


def test_an_event_never_seen_before_is_said_so():
    words = event_words(replace(made_of(series(events=(date(2026, 11, 9),))), tested=None), "calls")
    assert words == f"{BILLS}, Monday 9 November: never seen before, so nobody can say yet what it will do."


def test_a_simple_method_says_that_the_event_is_not_in_it(made):
    choice = Choice((Method.NAIVE,), np.ones((1, 2)), np.ones((1, 2)))
    simple = replace(made, tested=replace(made.tested, choice=choice), series=series(events=(date(2026, 11, 9),)))
    assert event_words(simple, "calls") == f"Not in the forecast: {BILLS} (Monday 9 November)."


def back_tested(within=51, of=60, method=Method.MODEL) -> BackTest:
    relative = np.full((3, 1, 84), np.nan)
    relative[:, 0, :of] = np.where(np.arange(of) < within, 0.05, 0.3)
    errors = {grain: np.array([[0.45], [0.7], [0.83]]) for grain in (Grain.HALF_HOUR, Grain.DAY)}
    held = {grain: np.array([[0.8], [0.95]]) for grain in Grain}
    choice = Choice((method,), np.ones((1, 2)), np.ones((1, 2)))
    return BackTest(np.arange(19).astype("datetime64[D]"), errors, held, choice, relative)


def test_the_back_test_is_told_as_days_within_ten_per_cent():
    assert near_words(back_tested(), "calls") == (
        "In the last 12 weeks the forecast was within 10% of the calls that came on 51 of 60 days."
    )
    assert near_words(back_tested(0, 0), "calls").startswith("On no day of the last weeks did any calls come")


def test_the_errors_of_all_three_methods_and_both_intervals_are_told(made):
    box = trust_box(replace(made, tested=back_tested()), Grain.WEEK, "calls")
    assert {line.label: line.fact for line in box.lines if line.fact} == {
        "Our model": "0.45",
        "The usual week": "0.70",
        "The same day last week": "0.83",
    }
    assert "by day, where 1 is" in box.lines[1].words  # weeks have no errors of their own
    assert held_words(back_tested(), Grain.DAY) == (
        "Our model’s 80% intervals held 80 in every 100 days, its 95% intervals 95 in every 100."
    )
    assert "as wide as the method shown has missed" in held_words(back_tested(method=Method.NAIVE), Grain.DAY)


def test_too_short_to_try_is_said(made):
    short = made_of(series(weeks=10))
    assert short.tested is None
    assert trust_box(short, Grain.DAY, "calls").lines[0].words == (
        "Too soon to try it on the past: 12 weeks are needed for that."
    )


@pytest.mark.parametrize(("times", "kind"), [(True, Kind.WEEK_MAP), (False, Kind.BARS)])
def test_too_short_a_history_shows_the_usual_week(times, kind):
    short = series(weeks=4, times=times)
    assert not is_long_enough(short)
    answer, lead = too_short_words(short)
    assert answer == "Too soon to forecast: 20 open days of the last 28 days are known."
    assert lead.startswith("A forecast needs 8 weeks, with 20 open days known.")
    (figure,) = usual_section(short, "calls", "").figures
    assert figure.kind is kind
    assert figure.sentence.startswith("Mondays bring most: ")


def test_two_weeks_are_too_few_days_to_say():
    (figure,) = usual_section(series(weeks=2), "calls", "").figures
    assert figure.frame["value"].null_count() == figure.frame.height
    assert set(figure.frame["note"]) == {"too few days to say"}
    assert figure.sentence == "Every weekday has too few days to say."
    (figure,) = usual_section(series(weeks=2, times=False), "calls", "").figures
    assert figure.frame["value"].null_count() == 5


def test_no_calls_at_all_are_no_calls_expected():
    none = made_of(series(a_day=0.0, times=False))
    assert busiest_words(none, "calls") == "No calls are expected."
    assert answer_words(none, "calls") == "Expect about 0 calls in the next 8 weeks (0 to 0)."
    none = made_of(series(a_day=0.0))
    assert usual_week_figure(none, "calls", "").sentence == "No calls are expected."


def test_what_is_left_out_is_said(made):
    told = notes_of(replace(made, series=replace(made.series, outside=900.0)), "calls", Grain.DAY, chose_channels=False)
    assert told[0].startswith("Calls outside opening hours are no part of it: 4 in every 100 calls since ")
    assert any("phone alone" in note for note in told)
    by_day = notes_of(made_of(series(times=False)), "calls", Grain.HALF_HOUR, chose_channels=True)
    assert by_day[0] == "At what time of day people came is not recorded here, so this is by day."
    few = notes_of(replace(made, series=replace(made.series, outside=1.0)), "calls", Grain.DAY, chose_channels=True)
    assert "fewer than 1 in every 1,000 calls" in few[0]


def test_the_back_test_is_kept_by_the_counts_it_was_made_from():
    back_test_of.cache_clear()
    first, same, other = series(times=False), series(times=False), series(times=False, mondays=1.6)
    assert first == same != other
    found = [back_test_of(one) for one in (first, same, other)]
    assert found[0] is found[1]
    assert back_test_of.cache_info()[:2] == (1, 2)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (date(2026, 11, 2), "2 to 8 November 2026"),
        (date(2026, 11, 30), "30 November to 6 December 2026"),
        (date(2026, 12, 28), "28 December 2026 to 3 January 2027"),
    ],
)
def test_weeks_are_named_by_their_ends(first, words):
    assert week_words(first) == words
