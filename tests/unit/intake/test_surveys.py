"""Survey responses, wide and long: what is an answer, whose it is, and what becomes of a comment."""

from dataclasses import replace
from datetime import date

import pytest

from frontdoor.errors import IntakeError
from frontdoor.intake.source import read_source

HEAD = "response_id,survey,answered_date,service,channel"


def csv(*rows: str, head: str) -> str:
    return "\n".join([head, *rows]) + "\n"


@pytest.fixture
def opted_in(trentside):
    return replace(trentside, opt_in=(*trentside.opt_in, "comment"))


def test_a_wide_file_gives_one_response_with_a_list_of_questions_and_one_of_answers(take):
    taken = take(
        csv(
            "A,follow_up,2026-01-05,Waste,phone,Very satisfied,9",
            "B,follow_up,2026-01-06,Waste,web,,10",
            "C,follow_up,2026-01-06,Waste,web,,",
            head=f"{HEAD},answer_satisfied overall,Answer_Recommend",
        )
    )
    assert taken.source.name == "frontdoor_surveys"
    assert taken.rows("response_id, activity_date, questions, answers") == [
        ("A", date(2026, 1, 5), ["satisfied_overall", "recommend"], ["Very satisfied", "9"]),
        ("B", date(2026, 1, 6), ["recommend"], ["10"]),
        ("C", date(2026, 1, 6), [], []),
    ]
    assert taken.counted("no_answers") == 1


def test_a_long_file_gives_one_response_with_one_answer_each(take):
    taken = take(
        csv(
            "A,s,2026-01-05,Waste,phone,rating,Good",
            "B,s,2026-01-05,Waste,phone,,Good",
            head=f"{HEAD},question,answer",
        )
    )
    assert taken.rows("response_id, questions, answers") == [("A", ["rating"], ["Good"]), ("B", [], [])]


@pytest.mark.parametrize("nothing", ["Did not answer", "did not answer.", "N/A", " n/a ", "Prefer not to say"])
def test_what_says_that_there_is_no_answer_is_left_out_and_counted(take, nothing):
    taken = take(
        csv(f"A,s,2026-01-05,W,phone,{nothing},9", "B,s,2026-01-05,W,phone,Good,9", head=f"{HEAD},answer_a,answer_b")
    )
    assert taken.rows("answers") == [(["9"],), (["Good", "9"],)]
    assert taken.counted("not_an_answer") == 1


def test_a_file_without_any_column_of_answers_is_refused(take):
    with pytest.raises(IntakeError, match="there is no column of answers"):
        take(csv("A,s,2026-01-05,W,phone", head=HEAD), "frontdoor_surveys")


def test_a_row_without_survey_channel_or_day_is_refused(take):
    taken = take(
        csv(
            "A,,2026-01-05,W,phone,1",
            "B,s,2026-01-05,W,,1",
            "C,s,last week,W,phone,1",
            ",s,2026-01-05,W,phone,1",
            "D,s,2026-01-05,W,phone,1",
            head=f"{HEAD},answer_a",
        )
    )
    assert [(line, column) for line, column, _ in taken.rejects()] == [
        (2, "survey"),
        (3, "channel"),
        (4, "answered_date"),
        (5, "response_id"),
    ]
    assert taken.rows("response_id") == [("D",)]


def test_a_row_with_nothing_but_an_answer_is_no_blank_row(take):
    taken = take(csv(",,,,,Good", ",,,,,", "A,s,2026-01-05,W,phone,Good", head=f"{HEAD},answer_a"))
    assert (taken.checked.read, taken.checked.rejected, taken.checked.blank) == (2, 1, 1)


def test_numbers_and_words_in_one_column_are_told(take):
    rows = [f"{number},s,2026-01-05,W,phone,{answer}" for number, answer in enumerate(("Good", "Good", "Poor", "4"))]
    taken = take(csv(*rows, head=f"{HEAD},answer_rating"))
    assert [str(one) for one in taken.findings("not_on_the_scale")] == [
        "rating: 1 answers are numbers and 3 are words: are two scales mixed in one column?"
    ]
    assert ("4",) in taken.rows("answers[1]")


def test_one_scale_is_not_told(take):
    rows = [f"{number},s,2026-01-05,W,phone,{answer}" for number, answer in enumerate(("1", "10", "-1", "7.5"))]
    assert not take(csv(*rows, head=f"{HEAD},answer_rating")).findings("not_on_the_scale")


def test_a_comment_is_not_loaded_unless_the_council_opted_in(take, trentside):
    rows = csv("A,s,2026-01-05,W,phone,1,My name is Ann Smith", head=f"{HEAD},answer_a,comment")
    taken = take(rows, council=replace(trentside, opt_in=()))
    assert taken.rows("comment") == [(None,)]
    assert [str(one) for one in taken.findings("not_read")] == [
        "comment stands in the file and was not loaded: the council has not opted in to free text."
    ]


def test_a_comment_is_redacted_before_it_is_shown_to_the_warehouse(take, opted_in):
    taken = take(
        csv(
            'A,s,2026-01-05,W,phone,1,"Ring me on 07700 900123, Mrs Jones"',
            "B,s,2026-01-05,W,phone,1,The lights are out",
            "C,s,2026-01-05,W,phone,1,",
            head=f"{HEAD},answer_a,comment",
        ),
        council=opted_in,
    )
    assert taken.rows("response_id, comment") == [
        ("A", "Ring me on [phone], Mrs [name]"),
        ("B", "The lights are out"),
        ("C", None),
    ]
    assert taken.findings("comments")[0].rows == 2
    staged = taken.connection.execute("select comment from staging.rows").fetchall()
    assert "07700" not in str(staged)


@pytest.mark.parametrize("empty", ["   ", '"\n"', "n/a", "Did not answer."])
def test_an_empty_comment_is_none(take, opted_in, empty):
    taken = take(csv(f"A,s,2026-01-05,W,phone,1,{empty}", head=f"{HEAD},answer_a,comment"), council=opted_in)
    assert taken.rows("comment") == [(None,)]
    assert taken.counted("empty_comment") == 1


def test_a_comment_of_20_000_characters_and_one_full_of_scripts_are_kept_whole(take, opted_in):
    long, hostile = ("I waited " * 2_300)[:20_000], "=1+1 <script>alert('x')</script>"
    taken = take(
        csv(
            f"A,s,2026-01-05,W,phone,1,{long}x", f"B,s,2026-01-05,W,phone,1,{hostile}", head=f"{HEAD},answer_a,comment"
        ),
        council=opted_in,
    )
    assert taken.rows("length(comment)", "response_id = 'A'") == [(20_001,)]
    assert taken.rows("comment", "response_id = 'B'") == [(hostile,)]


def test_a_comment_is_never_shown_in_the_file_of_rejects(take, opted_in):
    taken = take(
        csv("A,s,never,W,phone,1,I am Ann Smith", "B,s,2026-01-05,W,phone,1,", head=f"{HEAD},answer_a,comment"),
        council=opted_in,
    )
    assert "Ann" not in str(taken.checked.rejects)


def test_a_person_in_several_rows_answers_once(take):
    source = replace(read_source("frontdoor_surveys"), answers_once_per="person")
    taken = take(
        csv(
            "A,s,2026-01-05,W,phone,1,P1",
            "B,s,2026-01-05,W,phone,1,P1",
            "C,s,2026-01-05,W,phone,2,P2",
            "D,s,2026-01-05,W,phone,2,",
            "E,s,2026-01-05,W,phone,2,",
            head=f"{HEAD},answer_a,person",
        ),
        source,
    )
    assert taken.rows("response_id, answers") == [("A", ["1"]), ("B", []), ("C", ["2"]), ("D", ["2"]), ("E", ["2"])]
    assert [one.rows for one in taken.findings("no_answer")] == [1]


def test_a_date_that_can_be_read_two_ways_is_counted_and_one_that_cannot_is_read_the_way_it_can(take):
    head = "Comment ID,Trust,Date,FFT categorical answer,Respondent ID,Service type 1"
    taken = take(
        csv(
            "A,T,30/09/2021,1,,S", "B,T,8/16/2022,7,,S", "C,T,03/04/2022,2,,S", "D,T,05/05/2022,2,,S", head=head,
        ),
        "nhs_fft",
    )  # fmt: skip
    assert taken.rows("response_id, activity_date") == [
        ("A", date(2021, 9, 30)),
        ("B", date(2022, 8, 16)),
        ("C", date(2022, 4, 3)),
        ("D", date(2022, 5, 5)),
    ]
    assert [one.rows for one in taken.findings("ambiguous_date")] == [1, 1]
    assert [one.value for one in taken.findings("not_on_the_scale")] == ["7"]
