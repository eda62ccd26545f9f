"""The next eight weeks of a small council: by half-hour, day and week, of calls, of day totals and of too little."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.peaks_forecast import coming_weeks_of
from frontdoor.figure import Kind
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.statistics.forecasting import Grain
from frontdoor.strategy.council import CouncilEvent
from tests.small_warehouse import interval, written
from tests.unit.answers.demand_home import (
    EVERY_DAY_9_TO_10,
    LAST,
    calls_of,
    calls_on,
    days_to,
    demand_context,
    june,
)

WEEKS = 14
FAIR = CouncilEvent(date(2026, 7, 6), "County fair")


def a_week_of(day: date) -> int:
    """Return 12 calls on Mondays and 8 on other weekdays, one more or less."""
    noise = int(np.random.default_rng(day.toordinal()).integers(-1, 2))
    return 0 if day.weekday() > 4 else (12 if day.weekday() == 0 else 8) + noise


@pytest.fixture(scope="module")
def context(tmp_path_factory) -> Context:
    days = days_to(LAST, 7 * WEEKS)
    rows = calls_of(days, a_week_of) + calls_of(days, lambda day: a_week_of(day) // 4, service="housing")
    evening = [
        row | {"contact_id": f"evening-{row['contact_id']}", "started_local": row["started_local"].replace(hour=20)}
        for day in days[-14:]
        for row in calls_on(day, 1)
    ]
    return demand_context(tmp_path_factory.mktemp("forecast"), *rows, *evening, events=(FAIR,))


def again(context: Context, audience: Audience = Audience.OFFICER) -> Context:
    return replace(context, asked={}, audience=audience)


def box(answer, title):
    return next(box for section in answer.sections for box in section.boxes if box.title == title)


def pictures(answer):
    return [figure for section in answer.sections for figure in section.figures]


@pytest.mark.parametrize(
    ("grain", "kind", "key"),
    [
        (Grain.WEEK, Kind.FORECAST, "forecast-week"),
        (Grain.DAY, Kind.FORECAST, "forecast-day"),
        (Grain.HALF_HOUR, Kind.WEEK_MAP, "forecast-usual-week"),
    ],
)
def test_every_grain_has_its_picture_the_services_and_the_same_answer(context, grain, kind, key):
    answer = coming_weeks_of(june(), grain, again(context))
    first, services = pictures(answer)
    assert (first.kind, first.key) == (kind, key)
    assert services.kind is Kind.INTERVALS
    assert services.frame["label"].to_list() == ["Waste", "Housing"]
    assert answer.answer == coming_weeks_of(june(), Grain.DAY, again(context)).answer
    assert answer.answer.startswith("Expect about 4")  # 8 x (12 + 4 x 8 + 3 + 4 x 2) = 440
    assert answer.basis.startswith("Phone, 29 June 2026 to 23 August 2026; from what came since 23 March 2026, by ")
    assert answer.provenance.questions[0] == "half_hours"
    assert first.stamp == "Invented figures"


def test_the_expected_weeks_are_near_what_comes_every_week(context):
    lines = box(coming_weeks_of(june(), Grain.WEEK, again(context)), "Week by week").lines
    assert [line.label for line in lines][:2] == ["29 June to 5 July 2026", "6 to 12 July 2026"]
    assert all(45 <= float(line.fact.split(" ")[0]) <= 65 for line in lines)


def test_calls_after_hours_are_no_part_of_it_and_said_so(context):
    answer = coming_weeks_of(june(), Grain.DAY, again(context))
    assert answer.notes[0].startswith("Calls outside opening hours are no part of it: ")
    picture = pictures(answer)[0]
    saturdays = picture.table.filter(picture.table["Day"].str.starts_with("Saturday"))
    assert saturdays["Calls that came"].drop_nulls().to_list() == [0] * 8
    assert saturdays["Expected"].drop_nulls().to_list() == [0] * 8
    assert set(picture.frame["period_start"].dt.weekday()) == {
        1,
        2,
        3,
        4,
        5,
    }  # a weekend at zero each week hides the rest


def test_an_event_ahead_is_named_and_marked(context):
    answer = coming_weeks_of(june(), Grain.DAY, again(context))
    assert "County fair" in answer.lead
    assert (FAIR.on_date, FAIR.label) in [(mark.on_date, mark.label) for mark in pictures(answer)[0].marks]
    elsewhere = replace(FAIR, services=("housing",))
    council = replace(context.council, events=(elsewhere,))
    of_waste = coming_weeks_of(june(services=("waste",)), Grain.DAY, replace(again(context), council=council))
    assert "County fair" not in of_waste.lead


def test_one_service_is_cut_by_channel_only_where_there_are_two(context):
    answer = coming_weeks_of(june(services=("waste",)), Grain.DAY, again(context))
    assert [figure.kind for figure in pictures(answer)] == [Kind.FORECAST]


def test_committee_sees_what_officers_see_and_the_public_no_small_days(context):
    tables = [
        pictures(coming_weeks_of(june(services=("housing",)), Grain.DAY, again(context, audience)))[0].table
        for audience in (Audience.OFFICER, Audience.COMMITTEE, Audience.PUBLIC)
    ]
    came = [set(table["Calls that came"].drop_nulls()) for table in tables]
    assert came[0] == came[1]
    assert came[0] & {1, 2, 3}
    assert not came[2] & {1, 2, 3, 4}


def test_a_service_open_at_weekends_is_forecast_at_weekends(tmp_path):
    rows = calls_of(days_to(LAST, 70), lambda day: 6 if day.weekday() > 4 else 3)
    answer = coming_weeks_of(june(), Grain.HALF_HOUR, demand_context(tmp_path, *rows, openings=EVERY_DAY_9_TO_10))
    frame = pictures(answer)[0].frame
    assert frame["day"].unique(maintain_order=True).to_list()[-2:] == ["Saturday", "Sunday"]
    sunday = frame.filter(frame["day"] == "Sunday")["value"].sum()
    assert sunday > frame.filter(frame["day"] == "Tuesday")["value"].sum()


def day_totals(count=100):
    return [
        interval(day, datetime(day.year, day.month, day.day), contacts=40, calls_offered=40 + a_week_of(day) % 5)
        for day in days_to(LAST, count)
    ]


def test_day_totals_give_days_and_weeks_and_say_that_times_are_not_known(tmp_path):
    context = demand_context(tmp_path, *day_totals(), kind="contact_intervals", openings=())
    for grain, key in ((Grain.WEEK, "forecast-week"), (Grain.HALF_HOUR, "forecast-day")):
        answer = coming_weeks_of(june(), grain, again(context))
        assert [figure.key for figure in pictures(answer)] == [key]
        told = [note for note in answer.notes if note.startswith("At what time of day")]
        assert len(told) == (1 if grain is Grain.HALF_HOUR else 0)
    assert answer.provenance.questions == ("contact_totals",)


def test_a_day_on_which_nothing_else_is_recorded_is_not_known_and_not_zero(tmp_path):
    rows = [row for row in day_totals() if row["activity_date"] != LAST - timedelta(days=10)]
    answer = coming_weeks_of(june(), Grain.DAY, demand_context(tmp_path, *rows, kind="contact_intervals", openings=()))
    frame = pictures(answer)[0].frame
    gap = frame.filter(frame["period_start"] == LAST - timedelta(days=10))
    assert gap["seen"].to_list() == [None]


def test_too_short_a_history_shows_the_usual_week(tmp_path):
    rows = calls_of(days_to(LAST, 28), a_week_of)
    answer = coming_weeks_of(june(), Grain.DAY, demand_context(tmp_path, *rows))
    assert answer.answer.startswith("Too soon to forecast: ")
    assert [figure.key for figure in pictures(answer)] == ["usual-week"]
    assert answer.nothing is None


@pytest.mark.parametrize(
    ("filters", "reason"),
    [
        (june(channels=("chat",)), "No contact is recorded for this choice"),
        (june(attribute="ward", value="north"), "Times of day are not recorded by ward."),
    ],
)
def test_what_cannot_be_told_says_why(context, filters, reason):
    answer = coming_weeks_of(filters, Grain.DAY, again(context))
    assert answer.nothing is not None
    assert reason in answer.nothing.lead


def test_letters_are_counted_as_contacts(tmp_path):
    rows = [
        written(f"{day}/{number}", datetime(day.year, day.month, day.day, 9, number))
        for day in days_to(LAST, 70)
        if day.weekday() < 5
        for number in range(3 + day.weekday())
    ]
    answer = coming_weeks_of(june(channels=("email",)), Grain.WEEK, demand_context(tmp_path, *rows))
    assert " contacts in the next 8 weeks" in answer.answer
    assert not any("phone alone" in note for note in answer.notes)


def test_the_period_chosen_does_not_move_the_weeks_ahead(context):
    earlier = Filters(june().council, Period.month(date(2026, 4, 1)))
    answers = [coming_weeks_of(filters, Grain.DAY, again(context)) for filters in (earlier, june())]
    assert answers[0].answer == answers[1].answer


def test_several_channels_are_drawn_beside_the_services_and_one_begun_lately_is_left_out(tmp_path):
    rows = calls_of(days_to(LAST, 70), a_week_of)
    rows += calls_of(days_to(LAST, 14), a_week_of, service="planning")
    rows += [
        written(f"{day}/{number}", datetime(day.year, day.month, day.day, 9, number), service="housing")
        for day in days_to(LAST, 70)
        if day.weekday() < 5
        for number in range(4)
    ]
    answer = coming_weeks_of(june(channels=("phone", "email")), Grain.WEEK, demand_context(tmp_path, *rows))
    services, channels = pictures(answer)[1:]
    assert services.frame["label"].to_list() == ["Waste", "Housing"]
    assert channels.frame["label"].to_list() == ["Phone", "Email"]
    assert channels.frame["value"][1] == pytest.approx(8 * 5 * 4, rel=0.05)
