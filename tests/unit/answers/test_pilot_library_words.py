"""The library of pilots in words: what was tried, what came of it and what weakens it; and where pilots are pointed at elsewhere."""

from datetime import date, timedelta

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.peaks_what_if_changes import Opened
from frontdoor.answers.peaks_what_if_pilot import opens
from frontdoor.answers.pilot_attention import LATELY, attention_to
from frontdoor.answers.pilot_found import Range, State
from frontdoor.answers.pilot_library_marks import marks_of
from frontdoor.answers.pilot_library_rows import announced_table, pilots_table
from frontdoor.answers.pilot_library_words import HOW_OFFICERS, answer_words, empty_box, lead_words
from frontdoor.answers.pilot_titles import titles_of
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Decision, Verdict
from frontdoor.strategy.pilot_plan import Where, Window
from frontdoor.strategy.strategy import Pilot
from tests.unit.answers.judged_pilots import SAME, judged, outcome_found
from tests.unit.answers.told_pilots import FIRST, GUARD, LONG_WAITS, PLANNED, held, pilot, plan, unknown

FREE = held(plan(cost=None))
LAST = FIRST + timedelta(days=7 * PLANNED - 1)


def row_of(found):
    return pilots_table([found], [SAME]).rows[0]


def test_a_pilot_that_ended_says_what_its_rule_gives_and_what_it_saw():
    row = row_of(judged(held=FREE, decision=Decision.EXTEND))
    assert row.cells == (
        "Open at 8am on Mondays", "One adviser from 8am.",
        "**The rule gives: extend it.** Answered within 5 minutes, Mondays 9am to 11am: 8.6 points higher (3.3 to 13.9)", "Nothing known",
    )  # fmt: skip
    assert row.detail == "8 September 2025 to 30 November 2025, 12 weeks"
    assert row.verdict is Verdict.MET
    assert row.link is not None
    assert row.link.query == (("pilot", "Open at 8am on Mondays"),)


def test_a_pilot_that_runs_is_too_early_and_one_to_come_is_not_started():
    runs = row_of(
        judged(Verdict.TOO_EARLY, Verdict.TOO_EARLY, held=FREE, state=State.RUNNING, weeks=7, decision=Decision.RUN_ON)
    )
    assert runs.cells[2].startswith("Running, 7 of 12 weeks. ")
    assert runs.verdict is Verdict.TOO_EARLY
    to_come = row_of(pilot(unknown(LONG_WAITS, ""), state=State.BEFORE, weeks=0))
    assert to_come.cells[2] == "Starts 8 September 2025"
    assert (to_come.verdict, to_come.result) == (None, "Not started")


def test_a_refusal_stands_in_the_library_with_its_reason():
    found = judged(
        Verdict.CANNOT_TELL, primary_given={"effect": None, "reason": Reason.HOLES}, held=FREE, decision=Decision.RUN_ON
    )
    assert "More than a fifth of the weeks have no record" in row_of(found).cells[2]
    assert marks_of(found) == ("cannot be worked out",)


@pytest.mark.parametrize(
    ("given", "mark"),
    [
        ({"primary_given": {"labels": ()}}, "no comparison"),
        ({"primary_given": {"event": True}}, "something else happened meanwhile"),
        ({"primary_given": {"effect": None, "reason": Reason.SHORT_PILOT}}, "too short"),
        ({"planned_weeks": 6}, "too short"),
        ({"held": held(plan(cost=None), is_retrospective=True)}, "retrospective"),
    ],
)
def test_what_weakens_a_pilot_is_marked(given, mark):
    assert marks_of(judged(**({"held": FREE} | given))) == (mark,)


def test_marks_stand_together_and_a_caution_marks_too():
    main = outcome_found(
        LONG_WAITS, Verdict.CANNOT_TELL, Range(0.1, 0.0, 0.2), Caution.SHORT, Caution.CONFOUNDED, labels=()
    )
    found = pilot(main, outcome_found(GUARD, Verdict.MET), held=held(plan(cost=None), is_retrospective=True))
    assert row_of(found).cells[3] == "Retrospective; no comparison; too short; something else happened meanwhile"


def test_what_is_only_announced_is_said_as_such():
    table = announced_table(
        (Pilot("monday", "Monday 8am", "Extra opening", 12, "Cabinet"), Pilot("x", "Other", "", None, "")), "Newark"
    )
    assert table.title == "Announced in the strategy of Newark, not declared"
    assert [row.cells[2] for row in table.rows] == ["12 weeks", "not published"]


def test_all_pilots_together():
    met, runs = judged(held=FREE, decision=Decision.EXTEND), judged(state=State.RUNNING, weeks=3)
    weak = judged(held=held(plan(cost=None), is_retrospective=True), decision=Decision.STOP)
    assert answer_words([met, runs, weak], 0) == "2 pilots have ended: 2 met their main outcome."
    assert lead_words([met, runs, weak]) == (
        "Their own rules give: extend it (1); stop it (1). Members decide. "
        "1 of the 2 that ended stands on weak ground; the table says why. Not over yet: 1 running."
    )


def test_what_came_of_pilots_is_counted_by_their_main_outcome():
    ended = [judged(verdict) for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.CANNOT_TELL)]
    assert answer_words(ended, 0) == "4 pilots have ended: 1 met its main outcome, 1 did not and of 2 we can’t tell."
    assert answer_words(ended[:1], 0) == "1 pilot has ended, and it met its main outcome."
    assert answer_words(ended[2:3], 0) == "1 pilot has ended, and we can’t tell what came of it."
    assert answer_words(ended[1:3], 0) == "2 pilots have ended: 1 did not meet the main outcome and of 1 we can’t tell."
    assert answer_words([judged(state=State.RUNNING)], 0) == "No pilot has ended yet: 1 running."


def test_a_pilot_that_still_runs_is_not_called_too_short():
    main = outcome_found(LONG_WAITS, Verdict.TOO_EARLY, Range(0.1, 0.0, 0.2), Caution.RUNNING, Caution.SHORT)
    assert marks_of(pilot(main, held=FREE, state=State.RUNNING, weeks=5)) == ()


def test_without_a_pilot_it_is_said_how_to_declare_one_and_why_before():
    assert answer_words([], 0) == "No pilot is declared yet."
    assert answer_words([], 1) == "1 pilot announced, none declared yet."
    box = empty_box(Audience.OFFICER)
    assert [line.label for line in box.lines] == ["What to write down:", "Why before it starts:", "How:"]
    assert box.lines[2].words == HOW_OFFICERS
    assert "the form" not in empty_box(Audience.MEMBER).lines[2].words


def test_titles_stand_latest_first():
    later = held(plan(key="again", title="Open at 8am on Tuesdays", first_day=date(2026, 9, 7)))
    assert list(titles_of([held(plan()), later]).values()) == ["Open at 8am on Tuesdays", "Open at 8am on Mondays"]


def test_a_pilot_that_ended_waits_for_members_and_then_no_longer():
    told = attention_to([held(plan())], LAST)
    assert told is not None
    assert (told.headline, told.pilot) == ("1 pilot has ended:", "Open at 8am on Mondays")
    assert attention_to([held(plan())], LAST + LATELY) is None
    assert attention_to([held(plan())], FIRST - timedelta(days=1)) is None


def test_a_pilot_that_runs_is_named_with_its_week():
    told = attention_to([held(plan())], FIRST + timedelta(days=14))
    assert told is not None
    assert (told.headline, told.detail) == ("1 pilot is running:", "Open at 8am on Mondays, week 3 of 12.")


@pytest.mark.parametrize(
    ("added", "is_tried"),
    [
        (Where(weekdays=(1,), window=Window(16, 18)), True),
        (Where(weekdays=(1, 2), window=Window(17, 20)), True),
        (Where(weekdays=(2,), window=Window(16, 18)), False),
        (Where(weekdays=(1,), window=Window(18, 20)), False),
        (Where(), True),
    ],
)
def test_what_if_knows_the_pilot_that_tried_it(added, is_tried):
    assert opens(added, Opened(0, 16, 18, 0.5)) is is_tried
