"""A commentary is held against the figure, its trend and where its year is heading; what agrees is left alone."""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.action_heading import Heading
from frontdoor.answers.answer import Change, Provenance, Result
from frontdoor.answers.commentary import remark
from frontdoor.answers.commentary_doubts import Known, doubts
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period, Span
from frontdoor.register.commentary import Commentary
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import Judgement, State
from frontdoor.strategy.strategy import Target

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
OCTOBER = Period.month(date(2026, 10, 1))
LONDON = "Europe/London"
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31), Span.FINANCIAL_YEAR)
TARGET = Target(date(2026, 4, 1), 0.7, Unit.SHARE, None, source="")
WORSE, BETTER = Change("worse", "Worse since August"), Change("better", "Better since May")
SAME, UNKNOWN = Change("none", "No real change"), Change("unknown", "Too soon to say")


def known(
    state: State = State.MISSED, change: Change = WORSE, year: State | None = State.MISSED, value: float | None = 0.62
) -> Known:
    measure = CATALOGUE["service_level"]
    result = Result(
        measure.key, measure.label, measure, "", OCTOBER, value, None, None, Judgement(state, TARGET), (), change, (),
        Provenance(1, OCTOBER.last, "", (), (), (), (), (), ""),
    )  # fmt: skip
    ahead = Heading(YEAR, State.CANNOT_TELL, 7, why="Not predicted.")
    if year is not None:
        chance = {State.MISSED: 0.001, State.MET: 0.999}.get(year, 0.5)
        ahead = Heading(YEAR, year, 7, 0.66, (0.64, 0.68), chance, TARGET)
    return Known(result, ahead)


def test_on_track_while_missed_and_falling_is_pointed_out():
    (sentence,) = doubts("We are on track.", known(year=None))
    assert sentence == (
        "“on track”: October 2026 is 62% against at least 70%, which is missed, and it is worse since August, by more than "
        "the usual ups and downs."
    )


def test_a_prediction_that_says_otherwise_is_told_with_its_interval_and_chance():
    (sentence,) = doubts("The target will be met by March.", known())
    assert sentence == (
        "“will be met”: 2026/27 is heading for about 66%, between 64% and 68%: missed (less than 1 chance in 100 of at least "
        "70%)."
    )
    assert doubts("We are on track.", known(State.MET, BETTER, State.MISSED))
    assert doubts("We will miss the target.", known(State.MET, SAME, State.MET))
    assert doubts("We are not on track.", known(State.MET, SAME, State.MET))


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("The target was met.", known()),
        ("The target was met.", known(State.CLOSE, SAME)),
        ("We missed the target.", known(State.MET, SAME, State.MET)),
        ("Performance is improving.", known()),
        ("Performance is improving.", known(change=SAME)),
        ("It is getting worse.", known(State.MET, BETTER, State.MET)),
        ("There is no change.", known()),
        ("It is not getting worse.", known()),
        ("It is not improving.", known(change=BETTER)),
        ("We are on track.", known(change=UNKNOWN, year=None)),
    ],
)
def test_each_claim_that_the_data_contradict_is_pointed_out(words, facts):
    (sentence,) = doubts(words, facts)
    assert sentence.startswith("“")


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("We missed the target and are not on track; it is getting worse.", known()),
        ("The target was met and we are on track.", known(State.MET, BETTER, State.MET)),
        ("No change.", known(change=SAME)),
        ("We are on track.", known(change=BETTER, year=State.CANNOT_TELL)),
        ("We are on track.", known(State.MISSED, SAME, State.MET)),
        ("The target will be met.", known(year=State.CANNOT_TELL)),
        ("The target will be met.", known(year=None)),
        ("Performance is improving.", known(change=UNKNOWN)),
        ("The target was met.", known(State.NO_DATA, UNKNOWN, None, value=None)),
        ("Two posts are vacant.", known()),
        ("", known()),
    ],
)
def test_what_agrees_or_cannot_be_told_is_left_alone(words, facts):
    assert doubts(words, facts) == ()


def kept(words: str = "We are on track.", **figure: object) -> Commentary:
    then = {"value": 0.75, "target": 0.7, "state": "met", "generation": 1, **figure}
    return Commentary(1, "service_level", "", OCTOBER.first, OCTOBER.last, words, then, "Jo", False, NOW)


def test_the_figure_as_it_was_and_as_it_is_are_both_told_only_where_they_differ():
    told = remark(kept(), known(), Audience.MEMBER, LONDON)
    assert (told.then, told.now) == (
        "Written beside 75% against a target of 70%: met.",
        "Now it is 62% against a target of 70%: missed.",
    )
    same = remark(kept(value=0.62, state="missed"), known(), Audience.MEMBER, LONDON)
    assert same.now == ""


def test_a_figure_hidden_from_somebody_today_is_not_told_from_what_was_kept():
    hidden = known(State.TOO_FEW, UNKNOWN, None, value=None)
    doubted = kept(doubts=["“on track”: October 2026 is 62%."])
    assert "75%" in remark(doubted, hidden, Audience.OFFICER, LONDON).then
    for audience in (Audience.MEMBER, Audience.COMMITTEE, Audience.PUBLIC):
        told = remark(doubted, hidden, audience, LONDON)
        assert (told.words, told.then, told.now, told.doubts) == ("We are on track.", "", "", ())


def test_the_public_reads_when_it_was_written_and_not_by_whom():
    assert remark(kept(), known(), Audience.PUBLIC, LONDON).said_by == "22 November 2026"
    assert "Jo" in remark(kept(), known(), Audience.COMMITTEE, LONDON).said_by


def test_marks_made_when_it_was_written_stay_and_older_versions_are_not_judged_anew():
    assert remark(kept(doubts=["A mark."]), known(), Audience.MEMBER, LONDON).doubts == ("A mark.",)
    assert remark(kept(), known(), Audience.MEMBER, LONDON).doubts_now
    assert remark(kept(), known(), Audience.MEMBER, LONDON, is_last=False).doubts_now == ()


@pytest.mark.parametrize("figure", [{"value": "much"}, {"state": "fine"}, {"target": None}, {"doubts": "words"}])
def test_a_figure_kept_in_another_shape_breaks_nothing(figure):
    assert remark(kept(**figure), known(), Audience.OFFICER, LONDON).words == "We are on track."
