"""The cover of a small council: who is needed, who is there, and what is said where something is missing."""

from dataclasses import replace

import pytest
from demand_home import days_to, june
from staffing_home import (
    EVERY_DAY_9_TO_10,
    IN_60_SECONDS,
    LAST,
    NINE,
    TEN_WEEKS,
    all_words,
    rota_rows,
    staffed,
    ten_weeks_of_calls,
)

from frontdoor.access.audience import Audience
from frontdoor.answers.peaks_choices import Staffing
from frontdoor.answers.peaks_cover import NOBODY_WAITS, cover_of
from frontdoor.answers.peaks_rota import better_of
from frontdoor.answers.peaks_what_if import Change, what_if_of
from frontdoor.answers.view_answer import Box, ViewAnswer
from frontdoor.figure import Kind
from frontdoor.statistics.required_agents import required_agents, scheduled_agents


def box(answer: ViewAnswer, title: str) -> Box:
    return next(each for section in answer.sections for each in section.boxes if each.title.startswith(title))


def test_mondays_need_what_erlang_says_and_the_rota_is_held_against_it(with_rota):
    answer = cover_of(june(), Staffing.MEAN_DAY, with_rota)
    gap = answer.sections[0].figures[0]
    assert gap.kind is Kind.SIGNED_MAP
    monday = gap.frame.filter((gap.frame["day"] == "Monday") & (gap.frame["half_hour"] == NINE)).row(0, named=True)
    # 30 calls of 180 s in a half-hour are 3 erlangs; nobody gives up, so Erlang C; a fifth of the rota is away
    needed = int(scheduled_agents(required_agents(3.0, 180.0, target=0.8, within_seconds=60.0), 0.2))
    assert needed == 7  # 5 / 0.8 is 6.25
    assert monday["value"] == 5 - needed
    # short by 2 in six half-hours; 3 more than the one needed (2 on the rota) in four, Tuesday to Friday from 9:30am
    assert answer.answer == "Monday 9am to 10am is 2 advisers short; over the week 6 hours short and 6 over."


def test_the_map_holds_only_open_half_hours_as_marked(with_rota):
    frame = cover_of(june(), Staffing.MEAN_DAY, with_rota).sections[0].figures[0].frame
    assert frame["day"].unique(maintain_order=True).to_list() == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
    ]
    assert (frame["is_marked"] == frame["is_open"]).all()
    assert frame.filter(frame["is_open"])["half_hour"].unique().sort().to_list() == [NINE, NINE + 1]


def test_what_is_expected_stands_beside_what_was_seen(with_rota):
    answer = cover_of(june(), Staffing.MEAN_DAY, with_rota)
    service = box(answer, "Expected within 60 seconds")
    assert [line.label for line in service.lines] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert all("Seen 100%" in line.words for line in service.lines)
    assert "A simulation of 200 such Mondays gives" in all_words(answer)


def test_a_model_far_from_what_was_seen_says_that_it_does_not_fit(tmp_path):
    context = staffed(tmp_path, ten_weeks_of_calls(), rota_rows(2, TEN_WEEKS))  # two people cannot do what was seen
    assert "the model does not fit well" in all_words(cover_of(june(), Staffing.MEAN_DAY, context))


def test_defaults_nobody_decided_are_said(without_rota):
    words = all_words(cover_of(june(), Staffing.MEAN_DAY, without_rota))
    assert "no time lost to leave, training or sickness" in words
    assert "Too few gave up to say how long callers hold on" in words
    assert "nothing was taken off" in words


def test_without_a_rota_the_need_is_told_and_how_to_load_one(without_rota):
    answer = cover_of(june(), Staffing.MEAN_DAY, without_rota)
    assert answer.answer.startswith("Monday 9am to 10am takes 5 advisers on the rota; ")
    assert [figure.kind for section in answer.sections for figure in section.figures] == [Kind.WEEK_MAP]
    assert "--source frontdoor_rota" in all_words(answer)
    assert answer.nothing is None


def test_a_forecast_and_a_busy_day_answer_too(with_rota):
    for staffing in (Staffing.FORECAST, Staffing.BUSY_DAY):
        answer = cover_of(june(), staffing, with_rota)
        assert answer.nothing is None
        assert staffing.value in answer.basis


def test_too_little_history_for_a_forecast_is_said(tmp_path):
    days = days_to(LAST, 28)
    context = staffed(tmp_path, [row for row in ten_weeks_of_calls() if row["activity_date"] in days])
    answer = cover_of(june(), Staffing.FORECAST, context)
    assert "too little history for a forecast" in " ".join(answer.notes)
    assert answer.sections


@pytest.mark.parametrize(
    ("given", "told"),
    [({"measures": ()}, "Nobody has promised"), ({"measures": (IN_60_SECONDS,)}, "has no target yet")],
    ids=["no promise", "no target"],
)
def test_without_a_promise_nobody_can_say(tmp_path, given, told):
    context = staffed(tmp_path, ten_weeks_of_calls(), **given)
    for answer in (
        cover_of(june(), Staffing.MEAN_DAY, context),
        better_of(june(), Staffing.MEAN_DAY, context),
        what_if_of(june(), Change.MONDAY_8AM, context),
    ):
        assert answer.nothing is not None
        assert told in answer.nothing.lead


def test_without_handling_times_nobody_can_say(tmp_path):
    answer = cover_of(june(), Staffing.MEAN_DAY, staffed(tmp_path, ten_weeks_of_calls(seconds_handled=None)))
    assert answer.nothing is not None
    assert "How long a call takes is not recorded" in answer.nothing.lead


def test_letters_wait_for_nobody(with_rota):
    answer = cover_of(june(channels=("letter",)), Staffing.MEAN_DAY, with_rota)
    assert answer.nothing is not None
    assert answer.nothing.lead == NOBODY_WAITS


def test_a_rota_of_every_service_is_not_held_against_one(with_rota):
    answer = cover_of(june(services=("waste",)), Staffing.MEAN_DAY, with_rota)
    assert "choose all services to compare" in " ".join(answer.notes)
    assert answer.sections[0].figures[0].kind is Kind.WEEK_MAP


def test_a_rota_of_other_channels_is_said_to_say_nothing(tmp_path):
    context = staffed(tmp_path, ten_weeks_of_calls(), rota_rows(5, TEN_WEEKS, channel="chat"))
    answer = cover_of(june(), Staffing.MEAN_DAY, context)
    assert "The rota loaded says nothing of these weeks" in " ".join(answer.notes)
    assert "--source frontdoor_rota" not in all_words(answer)


@pytest.mark.parametrize("audience", [Audience.COMMITTEE, Audience.MEMBER])
def test_committee_and_members_see_the_same_need(with_rota, audience):
    officer = cover_of(june(), Staffing.MEAN_DAY, with_rota)
    other = cover_of(june(), Staffing.MEAN_DAY, replace(with_rota, audience=audience, asked={}))
    assert other.answer == officer.answer


def test_small_counts_are_hidden_from_the_public(tmp_path):
    few = [row for row in ten_weeks_of_calls() if row["activity_date"].weekday() != 4]
    fridays = [row for row in ten_weeks_of_calls() if row["activity_date"].weekday() == 4][:3]
    for number, row in enumerate(fridays):  # three people in ten Fridays, all in one half-hour
        row |= {"activity_date": days_to(LAST, 70)[4 + 7 * number]}
        row["started_local"] = row["started_local"].replace(
            year=row["activity_date"].year, month=row["activity_date"].month, day=row["activity_date"].day
        )
    context = staffed(tmp_path, few + fridays, audience=Audience.PUBLIC)
    table = cover_of(june(), Staffing.MEAN_DAY, context).sections[0].figures[0].table
    friday = table.filter((table["Day"] == "Friday") & (table["Time"] == "9am to 9:30am"))
    assert friday["Calls"].to_list() == [None]
    assert friday["Needed on the rota"].to_list() == [None]


def test_a_night_line_is_staffed_through_midnight(tmp_path):
    always = tuple(replace(each, from_half_hour=0, before_half_hour=48) for each in EVERY_DAY_9_TO_10)
    rota = rota_rows(5, TEN_WEEKS, range(48))
    context = staffed(tmp_path, ten_weeks_of_calls(), rota, openings=always)
    frame = cover_of(june(), Staffing.MEAN_DAY, context).sections[0].figures[0].frame
    assert frame["half_hour"].unique().sort().to_list() == list(range(48))
    assert frame.filter((frame["day"] == "Tuesday") & (frame["half_hour"] == 0))["value"].item() == 4  # 5 less 1
