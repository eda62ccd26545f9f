"""Answers of a file held against the question bank: off their scale, or to a question it does not know."""

from dataclasses import replace

import pytest

from frontdoor.intake.report import FindingKind
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.question_bank import Asked, Question
from frontdoor.strategy.scales import NPS

RECOMMEND = Question("recommend", "Recommend", "Would you?", NPS, (Asked("exit", "would_you", ALWAYS, None, "?", NPS),))
HEAD = "response_id,survey,answered_date,service,channel,answer_would_you,answer_parking"
ROWS = f"{HEAD}\nA,exit,2026-01-05,Waste,web,10,Fine\nB,exit,2026-01-05,Waste,web,11,Fine\n"


@pytest.fixture
def asking(trentside):
    return replace(trentside, questions=(RECOMMEND,))


def told(taken) -> list[tuple[str, int | None]]:
    kinds = (FindingKind.NOT_ON_THE_SCALE, FindingKind.UNKNOWN_QUESTION)
    return [(each.sentence, each.rows) for kind in kinds for each in taken.findings(kind)]


def test_an_answer_off_the_scale_is_kept_and_told(take, asking):
    taken = take(ROWS, council=asking)
    off, unknown = told(taken)
    assert off == ("would_you: the answer 11 stands in 1 rows and is not on its scale; kept, in no score.", 1)
    assert unknown == ("Not in the question bank, so in no score: parking.", None)
    assert taken.rows("answers") == [(["10", "Fine"],), (["11", "Fine"],)]


def test_the_same_question_of_another_survey_is_not_this_one(take, asking):
    assert told(take(ROWS.replace(",exit,", ",other,"), council=asking))[-1] == (
        "Not in the question bank, so in no score: parking, would_you.",
        None,
    )


def test_a_council_without_a_question_bank_hears_nothing_of_it(take, trentside):
    assert told(take(ROWS, council=replace(trentside, questions=()))) == []
