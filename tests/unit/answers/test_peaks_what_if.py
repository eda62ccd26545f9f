"""A change and what it would do, from the records of a small council to the words on the page."""

from dataclasses import replace
from datetime import date

from demand_home import calls_of, june
from staffing_home import (
    NINE,
    TEN_WEEKS,
    WEEKDAYS_9_TO_10,
    all_words,
    rota_rows,
    staffed,
    ten_weeks_of_calls,
)

from frontdoor.answers.peaks_what_if import Change, what_if_of
from frontdoor.answers.peaks_what_if_changes import Added, Online, Opened


def test_opening_at_eight_moves_half_of_nine_to_ten_and_says_so(with_rota):
    answer = what_if_of(june(), Change.MONDAY_8AM, with_rota)
    assert answer.answer.startswith("Opening Mondays 8am to 9am: about ")
    words = all_words(answer)
    assert "50% of the calls of 9am to 10am come 8am to 9am instead" in words
    assert "A pilot can measure it." in words
    table = answer.sections[0].figures[0].table
    assert table["When"].to_list() == ["Monday, now", "Monday, then"]
    assert table["Calls"].to_list() == [60, 60]


def test_hours_open_before_tell_how_many_came_then(tmp_path):
    early = tuple(replace(each, from_date=date(2026, 6, 8)) for each in WEEKDAYS_9_TO_10)
    from_nine_thirty = tuple(replace(each, from_half_hour=NINE + 1) for each in early)
    openings = (*WEEKDAYS_9_TO_10, *from_nine_thirty)  # open from 9am until 7 June, from 9:30am since
    context = staffed(tmp_path, ten_weeks_of_calls(), rota_rows(5, TEN_WEEKS), openings=openings)
    answer = what_if_of(june(), Change(opened=Opened(0, NINE, NINE + 1)), context)
    words = all_words(answer)
    # 30 of a Monday's 60 calls come from 9am, as many as from 9:30am; of ten Mondays two are bank holidays and three after the change
    assert (
        "on 5 Mondays of the 52 weeks we were open from 9am to 9:30am: 30 calls came on average, as many as 100%"
        in words
    )
    assert "the 30 calls that come on a usual Monday from 9am to 9:30am are answered then" in words
    assert answer.sections[0].figures[0].table["Calls"].to_list() == [30, 60]


def test_opening_a_shut_saturday_answers_those_who_rang_in_vain(tmp_path):
    saturdays = [day for day in TEN_WEEKS if day.weekday() == 5]
    calls = [*ten_weeks_of_calls(), *calls_of(saturdays, lambda _: 20, seconds_handled=180)]
    context = staffed(tmp_path, calls, rota_rows(5, TEN_WEEKS))
    answer = what_if_of(june(), Change(opened=Opened(5, NINE, NINE + 2)), context)
    assert answer.answer.endswith("of Saturday’s calls answered in time; we are closed now.")
    table = answer.sections[0].figures[0].table
    assert table.select("When", "Calls").rows() == [("Saturday, then", 20.0)]


def test_no_change_says_so_and_shows_the_week(with_rota):
    answer = what_if_of(june(), Change(), with_rota)
    assert answer.answer == "Nothing is changed yet: choose longer hours, more advisers or fewer calls."
    figures = answer.sections[0].figures[0].table["Answered in time, %"].to_list()
    assert figures[::2] == figures[1::2]


def test_more_advisers_answer_more_in_time(with_rota):
    answer = what_if_of(june(), Change(added=Added(0, NINE, NINE + 2, 4)), with_rota)
    now, then = answer.sections[0].figures[0].table["Answered in time, %"].to_list()
    assert then > now + 3


def test_calls_moved_online_leave_every_weekday(with_rota):
    answer = what_if_of(june(), Change(online=Online("waste", 0.5)), with_rota)
    calls = answer.sections[0].figures[0].table["Calls"].to_list()
    assert calls == [60, 30, *[30, 15] * 4]


def test_a_service_nobody_calls_about_cannot_move_online(with_rota):
    answer = what_if_of(june(), Change(online=Online("housing", 0.5)), with_rota)
    assert answer.nothing is not None


def test_without_a_rota_a_change_tells_hours_needed(without_rota):
    answer = what_if_of(june(), Change(opened=Opened(5, NINE, NINE + 2)), without_rota)
    assert answer.answer == "Opening Saturdays 9am to 10am would take 1 hour more of advisers on the rota a week."
    assert "--source frontdoor_rota" in all_words(answer)
