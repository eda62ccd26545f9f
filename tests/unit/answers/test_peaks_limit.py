"""Where service breaks and the wait itself, of a small council worked by hand."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.peaks_limit import NO_TIMES, NO_WAITS, NOBODY_WAITS, limit_of
from frontdoor.answers.peaks_limit_wait import ONLY_AVERAGES
from frontdoor.figure import Kind
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.strategy.council import CouncilEvent
from tests.small_warehouse import contact, interval, written
from tests.unit.answers.demand_home import (
    EVERY_DAY_9_TO_10,
    LAST,
    calls_of,
    calls_on,
    days_to,
    demand_context,
    june,
)

BREAKS_AT = 40
WEEKS = 20


def how_many(day: date) -> int:
    """Return 20 to 60 calls, Mondays most, spread over the weeks."""
    return 20 + (60 - 10 * day.weekday() if day.weekday() == 0 else 7 * (day.toordinal() // 7 * 3 + day.weekday()) % 40)


def weekdays(count=7 * WEEKS):
    return [day for day in days_to(LAST, count) if day.weekday() < 5]


def overloaded():
    """Return calls of which two more in every hundred are let down for each call beyond 40 a day."""
    return [
        row
        for day in weekdays()
        for row in calls_on(day, how_many(day), late=let_down(day) - lost(day), lost=lost(day))
    ]


def let_down(day):
    beyond = max(how_many(day) - BREAKS_AT, 0)
    return round(0.02 * beyond * how_many(day))


def lost(day):
    return let_down(day) // 4


@pytest.fixture(scope="module")
def context(tmp_path_factory) -> Context:
    return demand_context(tmp_path_factory.mktemp("limit"), *overloaded())


def again(context: Context, audience: Audience = Audience.OFFICER) -> Context:
    return replace(context, asked={}, audience=audience)


def box(answer, title):
    return next(box for section in answer.sections for box in section.boxes if box.title.startswith(title))


def facts(found):
    return {line.label: (line.fact, line.words) for line in found.lines}


def test_the_planted_limit_is_found_by_day_and_by_half_hour(context):
    answer = limit_of(june(), again(context))
    assert answer.answer.startswith("We cope with about ")
    figures = [figure for section in answer.sections for figure in section.figures]
    by_day, gave_up, by_half_hour = (figure for figure in figures if figure.kind is Kind.LOAD)
    level = by_day.levels[0]
    assert level.low - 1 <= BREAKS_AT <= level.high + 1
    assert 37 <= level.at <= 43
    assert (gave_up.key, by_half_hour.key) == ("limit-gave_up-day", "limit-waited-half-hour")
    assert by_half_hour.levels[0].at < 30  # an hour's calls fall in two half-hours
    assert answer.basis == "Phone, 52 weeks to 28 June 2026; open days and half-hours in which anybody called."
    assert answer.provenance.questions == ("contact_totals", "waits_within", "half_hours", "half_hour_waits")
    assert all(figure.stamp == "Invented figures" for figure in figures)


def test_the_wait_is_never_the_mean_alone(context):
    answer = limit_of(june(), again(context))
    told = facts(box(answer, "The wait itself, June 2026"))
    counts = [how_many(day) for day in weekdays() if day.month == 6]
    late = sum(let_down(day) for day in weekdays() if day.month == 6)
    assert told["Half waited less than"][0] == "12 seconds"
    assert told["Longest wait"][0] == "100 seconds"
    assert told["Waited over 60 seconds"][0] == f"{100 * late / sum(counts):.0f}%"
    worst = max((day for day in weekdays() if day.month == 6), key=how_many)
    assert f"{worst.day} June 2026: {how_many(worst)} calls" in told["Worst day"][1]
    assert "over 60 seconds" in told["Worst half-hour"][0]
    assert "average" not in " ".join(told).lower()
    spread = answer.sections[-1].figures[0]
    assert spread.kind is Kind.DISTRIBUTION
    assert spread.frame["contacts"].sum() == sum(counts) - sum(lost(day) for day in weekdays() if day.month == 6)


def test_the_weekdays_say_how_often_they_are_too_many(context):
    found = facts(box(limit_of(june(), again(context)), "What each weekday brings"))
    assert list(found) == ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays"]
    mondays = [day for day in weekdays() if day.weekday() == 0 and day not in (date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25))]  # fmt: skip
    assert found["Mondays"][0] == "80 calls"
    assert found["Mondays"][1].endswith(f"on {len(mondays)} of {len(mondays)}")


def test_committee_sees_what_officers_see_and_the_public_no_small_counts(context):
    officer, committee, public = (
        limit_of(june(), again(context, audience))
        for audience in (Audience.OFFICER, Audience.COMMITTEE, Audience.PUBLIC)
    )
    tables = [answer.sections[0].figures[0].table for answer in (officer, committee, public)]
    assert tables[0].equals(tables[1])
    late = tables[2]["Waited over 60 seconds"].to_list()
    assert not set(late) & {1, 2, 3, 4}
    assert all(count % 5 == 0 for count in tables[2]["Calls"])
    assert set(tables[0]["Waited over 60 seconds"]) & {1, 2, 3, 4}


def test_a_service_open_at_weekends_has_saturdays(tmp_path):
    rows = calls_of(days_to(LAST, 28), lambda _day: 6)
    context = demand_context(tmp_path, *rows, openings=EVERY_DAY_9_TO_10)
    answer = limit_of(june(), context)
    found = facts(box(answer, "What each weekday brings"))
    assert found["Saturdays"] == ("6 calls", "")
    assert answer.answer == "Too soon to say how many calls a day are too many."
    assert facts(box(answer, "The wait itself"))["Worst day"] == ("too few to say", "No day had 20 calls or more")


def test_closed_days_are_left_out(tmp_path):
    context = demand_context(tmp_path, *calls_of(days_to(LAST, 28), lambda _day: 6))
    assert "Saturdays" not in facts(box(limit_of(june(), context), "What each weekday brings"))


def test_a_council_of_day_totals_is_judged_by_callers_who_gave_up(tmp_path):
    rows = [
        interval(
            day, datetime(day.year, day.month, day.day), contacts=100, calls_offered=100, calls_answered=100 - day.day,
            calls_abandoned=day.day, calls_with_wait=100 - day.day, seconds_to_answer=1000,
        )
        for day in days_to(LAST, 200)
    ]  # fmt: skip
    answer = limit_of(june(), demand_context(tmp_path, *rows, kind="contact_intervals", openings=(), measures=()))
    assert {NO_WAITS, NO_TIMES} <= set(answer.notes)
    assert "callers giving up does not depend on how many call" in answer.answer
    told = box(answer, "The wait itself")
    assert told.lines[0].words == ONLY_AVERAGES
    assert facts(told)["Worst day"] == ("28% gave up", "Sunday 28 June 2026: 100 calls")


def test_waits_by_day_alone_need_no_half_hours(tmp_path):
    rows = [
        interval(
            day, datetime(day.year, day.month, day.day), contacts=50, calls_offered=50, calls_answered=45, calls_abandoned=5,
            threshold_seconds=60, calls_answered_within=30, calls_abandoned_within=1,
        )
        for day in days_to(LAST, 120)
    ]  # fmt: skip
    answer = limit_of(june(), demand_context(tmp_path, *rows, kind="contact_intervals", openings=()))
    assert facts(box(answer, "The wait itself"))["Waited over 60 seconds"][0] == "38%"  # (50 - 30 - 1) of 50
    assert answer.answer == "Can’t tell where it breaks: waits do not depend on how many call."


def test_where_nobody_promised_a_time_five_minutes_are_looked_at(tmp_path):
    rows = [row for day in weekdays(28) for row in calls_on(day, 20)]
    late = [
        contact(f"late-{day}", datetime(day.year, day.month, day.day, 9), seconds_waited=400) for day in weekdays(28)
    ]
    answer = limit_of(june(), demand_context(tmp_path, *rows, *late, measures=()))
    assert facts(box(answer, "The wait itself"))["Waited over 5 minutes"][0] == f"{100 / 21:.1f}%"


@pytest.mark.parametrize(
    ("filters", "reason"),
    [
        (june(channels=("email",)), NOBODY_WAITS),
        (june(channels=("visit",)), "No calls are counted for this choice"),
        (june(attribute="ward", value="north"), "not recorded by ward"),
        (Filters("invented", Period.month(date(2020, 1, 1))), "No calls are counted for this choice"),
    ],
)
def test_what_cannot_be_told_says_why(tmp_path, filters, reason):
    rows = [*calls_on(date(2026, 6, 1), 30), written("mail", datetime(2026, 6, 1, 9, 5))]
    answer = limit_of(filters, demand_context(tmp_path, *rows, events=(CouncilEvent(LAST, "Fair"),)))
    assert answer.nothing is not None
    assert reason in answer.nothing.lead
    assert answer.sections == ()


def test_a_period_without_a_call_says_so_beside_the_year(tmp_path):
    rows = calls_of(weekdays(120)[:60], lambda _day: 30)
    context = demand_context(tmp_path, *rows)
    answer = limit_of(june(), context)
    assert box(answer, "The wait itself").lines[0].words == "No calls are recorded in June 2026."
