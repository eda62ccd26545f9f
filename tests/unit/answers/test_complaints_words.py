"""What is said of complaints: bands of lateness, who fails by name, what is overdue, and that more is not simply worse."""

from dataclasses import replace
from datetime import date

import pytest

from frontdoor.answers.answer import BreakdownRow, Change
from frontdoor.answers.complaints_stages import band
from frontdoor.answers.complaints_words import answer_sentence, failing_words, lead_sentences, overdue_words
from frontdoor.answers.feedback_answer import StageLine
from frontdoor.measures.complaints import COMPLAINTS, STAGE_1_IN_TIME
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import Judgement, State
from frontdoor.strategy.strategy import Target
from tests.unit.ui.figures_of_the_pictures import WITHIN_60

OCTOBER = Period.month(date(2026, 10, 1))
TARGET = Target(date(2026, 4, 1), 0.95, Unit.SHARE, None, "invented")
VOLUME = replace(
    WITHIN_60, measure=COMPLAINTS, value=253.0, period=OCTOBER, caveats=(), change=Change("none", "No real change")
)
STAGE_1 = replace(WITHIN_60, measure=STAGE_1_IN_TIME, value=0.84, judgement=Judgement(State.MISSED, TARGET, -0.11))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "due that day"),
        (1, "1 to 5 working days"),
        (5, "1 to 5 working days"),
        (6, "6 to 10 working days"),
        (20, "11 to 20 working days"),
        (40, "21 to 40 working days"),
        (41, "more than 40 working days"),
        (900, "more than 40 working days"),
    ],
)
def test_the_longest_is_said_as_a_band(days, words):
    assert band(days) == words


def test_the_answer_says_how_many_whether_it_is_a_change_and_how_many_in_time():
    assert answer_sentence(VOLUME, STAGE_1) == (
        "253 complaints came in October 2026, within the usual ups and downs; "
        "84 in every 100 were answered in time at stage 1 (we promised 95)."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("high", "Higher since August"), "more than usual since August"),
        (Change("high", "Higher since October"), "more than usual."),
        (Change("low", "Lower all year"), "fewer than usual all year"),
        (Change("unknown", "Too soon to say"), "came in October 2026."),
    ],
)
def test_a_change_is_more_or_fewer_never_better_or_worse(change, words):
    assert words in answer_sentence(replace(VOLUME, change=change), None)


def test_a_change_in_the_last_month_of_a_quarter_says_which_month():
    quarter = replace(VOLUME, period=Period.quarter(date(2026, 7, 1)), change=Change("high", "Higher since September"))
    assert "more than usual since September" in answer_sentence(quarter, None)


def test_services_that_miss_the_target_are_named_worst_first():
    rows = tuple(row(name, value) for name, value in (("Housing", 0.60), ("Waste", 0.90)))
    assert failing_words(rows) == "**Housing (60%) and Waste (90%) miss the target at stage 1.**"
    assert failing_words(rows[:1]) == "**Housing (60%) misses the target at stage 1.**"
    many = tuple(row(f"Service {number}", 0.5) for number in range(5))
    assert "and 2 more miss" in failing_words(many)
    assert failing_words(()) == ""


def row(name, value):
    return BreakdownRow(name, name, value, 1.0, 50.0, Judgement(State.MISSED, TARGET))


def test_what_is_overdue_is_said_for_each_stage():
    lines = (stage("Acknowledged", 1), stage("Answered at stage 1", 21), stage("Answered at stage 2", 0))
    assert overdue_words(lines, date(2026, 10, 31)) == (
        "1 acknowledgement and 21 stage 1 answers are overdue on 31 October 2026."
    )
    assert overdue_words((stage("Answered at stage 1", 1),), date(2026, 10, 31)).startswith("1 stage 1 answer is")
    assert overdue_words((stage("Answered at stage 1", None),), date(2026, 10, 31)) == ""


def stage(name, overdue):
    return StageLine(name, "", STAGE_1, overdue, "")


def test_the_lead_ends_by_saying_that_more_is_not_simply_worse():
    assert lead_sentences(VOLUME, (), (), date(2026, 10, 31)).endswith("more is not simply worse.")
