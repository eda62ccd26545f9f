"""Which survey questions are the same, on which scale, and where a line must break, as a file says it."""

import tomllib
from datetime import date

import pytest

from frontdoor.errors import StrategyError
from frontdoor.measures.surveys import SURVEY
from frontdoor.strategy.dated import ALWAYS, OPEN_ENDED
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.question_bank import Asked, Question, bank_rows, breaks, fitting_questions, unbroken_since
from frontdoor.strategy.question_entries import read_questions
from frontdoor.strategy.scales import EASE_7, FLAGS, GOVMETRIC, NPS, SATISFACTION_5, SCALES, YES_NO

BANK = """
[[question]]
key = "contact_satisfaction"
label = "Satisfied with contact"
words = "How satisfied were you with the way we dealt with you?"
scale = "satisfaction_5"

[[question.asked]]
survey = "phone"
question = "q3"
before = 2025-04-01
words = "Were you happy with the service?"

[[question.asked]]
survey = "phone"
question = "q3"
from = 2025-04-01
breaks = true

[[question.asked]]
survey = "web"
question = "satisfaction"
from = 2025-09-01

[[question]]
key = "friends_and_family"
label = "How good it was"
words = "Overall, how was your experience of our service?"
answers = [
    { answer = "Very good", also = ["1"], top = true },
    { answer = "Good", also = ["2"], top = true },
    { answer = "Neither good nor poor", also = ["3"] },
    { answer = "Poor", also = ["4"] },
    { answer = "Very poor", also = ["5"] },
]
"""


def read(text: str) -> tuple[Question, ...]:
    return read_questions(Entry("small.toml", "", tomllib.loads(text)))


def spoilt(old: str, new: str) -> str:
    assert BANK.count(old) >= 1
    return BANK.replace(old, new, 1)


def test_a_question_is_read_with_every_wording_and_date() -> None:
    question, _ = read(BANK)
    assert (question.key, question.scale) == ("contact_satisfaction", SATISFACTION_5)
    assert [(each.survey, each.question, each.from_date, each.before_date) for each in question.asked] == [
        ("phone", "q3", ALWAYS, date(2025, 4, 1)),
        ("phone", "q3", date(2025, 4, 1), None),
        ("web", "satisfaction", date(2025, 9, 1), None),
    ]
    assert question.asked[0].words == "Were you happy with the service?"
    assert question.asked[1].words == question.words


def test_a_change_of_wording_breaks_the_line_and_a_second_survey_does_not() -> None:
    question, other = read(BANK)
    assert breaks(question) == (date(2025, 4, 1),)
    assert breaks(other) == ()
    assert unbroken_since(question, date(2025, 3, 31)) is None
    assert unbroken_since(question, date(2025, 4, 1)) == date(2025, 4, 1)


def test_the_first_wording_breaks_nothing() -> None:
    question, _ = read(spoilt("before = 2025-04-01", "before = 2025-04-01\nbreaks = true"))
    assert breaks(question) == (date(2025, 4, 1),)


def test_a_struct_is_given_for_every_way_an_answer_is_written() -> None:
    question, other = read(BANK)
    rows = bank_rows(question)
    # five answers, four of them in nine ways in all (1 + 2 + 3 + 2 + 1), asked three times
    assert len(rows) == 27
    assert set(rows[0]) == {"survey", "question", "from_date", "before_date", "answer", "points", *FLAGS}
    neither = [row for row in rows if row["answer"] == "Neither" and row["survey"] == "web"]
    assert [(row["points"], row["is_satisfied"], row["from_date"], row["before_date"]) for row in neither] == [
        (0.5, False, date(2025, 9, 1), OPEN_ENDED)
    ]
    assert [(row["answer"], row["points"], row["is_satisfied"]) for row in bank_rows(other)] == [
        *[("Very good", 1.0, True), ("1", 1.0, True), ("Good", 0.75, True), ("2", 0.75, True)],
        *[("Neither good nor poor", 0.5, False), ("3", 0.5, False), ("Poor", 0.25, False), ("4", 0.25, False)],
        *[("Very poor", 0.0, False), ("5", 0.0, False)],
    ]
    assert {(row["survey"], row["question"]) for row in bank_rows(other)} == {(None, "friends_and_family")}


def test_no_answer_is_given_twice_for_a_day() -> None:
    for question in read(BANK):
        rows = bank_rows(question)
        keys = {(row["survey"], row["question"], row["from_date"], row["answer"]) for row in rows}
        assert len(keys) == len(rows)


def test_the_built_in_scales_count_as_the_methods_say() -> None:
    assert [(answer.answer, answer.points) for answer in GOVMETRIC.answers] == [
        ("Good", 1),
        ("Average", 0),
        ("Poor", -1),
    ]
    assert [answer.points for answer in SATISFACTION_5.answers] == [1, 0.75, 0.5, 0.25, 0]
    assert [answer.answer for answer in SATISFACTION_5.answers if answer.is_satisfied] == [
        "Very satisfied",
        "Fairly satisfied",
    ]
    assert [answer.answer for answer in NPS.answers if answer.is_promoter] == ["10", "9"]
    assert [answer.answer for answer in NPS.answers if answer.is_detractor] == ["6", "5", "4", "3", "2", "1", "0"]
    assert [answer.also for answer in EASE_7.answers if answer.is_easy] == [("7",), ("6",), ("5",)]
    assert [answer.answer for answer in YES_NO.answers if answer.is_resolved] == ["Yes"]


def test_a_scale_says_which_measures_it_can_answer_and_the_two_satisfactions_never_mix() -> None:
    assert GOVMETRIC.measures == ("net_satisfaction",)
    assert SATISFACTION_5.measures == ("share_satisfied", "weighted_score")
    assert "net_promoter_score" in NPS.measures
    assert "ease" in EASE_7.measures
    assert "first_contact_resolution_survey" in YES_NO.measures
    known = {measure.key for measure in SURVEY}
    assert all(set(scale.measures) <= known for scale in SCALES.values())


MISTAKES = {
    "an unknown scale": (
        ('scale = "satisfaction_5"', 'scale = "satisfaction5"'),
        ["scale", "Did you mean satisfaction_5?"],
    ),
    "a scale named and spelt out": (
        ("answers = [", 'scale = "nps"\nanswers = ['),
        ["question.friends_and_family.scale", "not both"],
    ),
    "an unknown key": (('label = "Satisfied with contact"', 'lable = "x"'), ["lable", "Did you mean label?"]),
    "a key twice": (('key = "friends_and_family"', 'key = "contact_satisfaction"'), ["used twice"]),
    "a wording changed in silence": (("breaks = true\n", ""), ["asked[2].breaks", "the wording changed"]),
    "a scale changed in silence": (("breaks = true", 'scale = "nps"'), ["asked[2].breaks", "two scales"]),
    "a change of scale said to be none": (("breaks = true", 'scale = "nps"\nbreaks = false'), ["False", "two scales"]),
    "two at once": (("before = 2025-04-01", "before = 2025-04-02"), ["asked[2].from", "still holds"]),
    "every survey and one of them": (
        ('survey = "web"\nquestion = "satisfaction"', 'question = "q3"'),
        ["asked[3].from", "still holds"],
    ),
    "an end before the start": (
        ("from = 2025-09-01", "from = 2025-09-01\nbefore = 2025-09-01"),
        ["asked[3].before", "not after"],
    ),
    "the worst answer first": (
        ('"Poor", also', '"Poor", points = 0.9, also'),
        ["answers[4].points", "best answer first"],
    ),
    "an answer twice": (('also = ["2"]', 'also = ["1"]'), ["answers[2].answer", "twice"]),
    "a meaning there is not": (('also = ["1"], top', 'counts_as = ["god"], top'), ["counts_as", "Did you mean good?"]),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_error_that_says_where(name: str) -> None:
    (old, new), said = MISTAKES[name]
    with pytest.raises(StrategyError) as raised:
        read(spoilt(old, new))
    for words in ("small.toml", *said):
        assert words in str(raised.value)


def test_a_scale_of_one_answer_is_refused() -> None:
    with pytest.raises(StrategyError, match="two answers or more"):
        read('[[question]]\nkey = "q"\nlabel = "Q"\nwords = "Q?"\nanswers = [{ answer = "Yes" }]')


def test_a_file_without_questions_has_none() -> None:
    assert read("") == ()


def test_a_measure_nobody_promised_is_about_the_first_question_it_fits() -> None:
    asked = {
        scale.key: Question(scale.key, scale.key, "?", scale, (Asked(None, scale.key, ALWAYS, None, "?", scale),))
        for scale in (EASE_7, GOVMETRIC, SATISFACTION_5)
    }
    bank = tuple(asked.values())
    assert fitting_questions("net_satisfaction", bank) == (asked["govmetric"],)
    assert fitting_questions("weighted_score", bank) == (asked["satisfaction_5"], asked["ease_7"])
    assert fitting_questions("response_rate", bank) == bank
    assert fitting_questions("net_promoter_score", bank) == ()
