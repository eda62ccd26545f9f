"""What is said of a pilot in each state and by each verdict: the answer, the lead, the criteria, the cause."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from frontdoor.answers.pilot_before_found import Findable
from frontdoor.answers.pilot_claim import NO_COMPARISON, WRITTEN_LATE, claim_words
from frontdoor.answers.pilot_cost import cost_of
from frontdoor.answers.pilot_decision import answer_words, counted_words, decided, question_words, rule_words
from frontdoor.answers.pilot_found import Range, State
from frontdoor.answers.pilot_labels import inside
from frontdoor.answers.pilot_small_print import small_print
from frontdoor.answers.pilot_verdict_criteria import LOOKING, criteria_table, watched_table
from frontdoor.answers.pilot_verdict_lead import lead_words
from frontdoor.register.pilot_plans import PlanEdit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.detectable_effect import Detectable
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Claim, Decision, Rule, Verdict
from tests.unit.answers.judged_pilots import SAME, WASTE, judged, outcome_found, watched
from tests.unit.answers.told_pilots import COST, GUARD, LONG_WAITS, held, plan, unknown
from tests.unit.answers.told_pilots import pilot as told

OPENING = CountPerOpening(492, 12, Interval(37.0, 45.0), Interval(37.0, 45.0), None, False)
DEAR = replace(COST, low=13_800, high=13_800)
"""138 pounds over 37 to 45 contacts, £3.07 to £3.73 each; the limit is £3.00."""


def sentences_of(found):
    """Return everything said of a pilot, in one string."""
    cost = cost_of(found)
    table = criteria_table(found, cost, SAME)
    beside = watched_table(found, SAME)
    cells = [
        cell for row in (*table.rows, *(beside.rows if beside else ())) for cell in (*row.cells, row.result, row.detail)
    ]
    head = (question_words(found), answer_words(found, decided(found)), lead_words(found, cost, SAME))
    return " ".join(
        (*head, table.title, table.note, *table.columns, *cells, *claim_words(found), *small_print(found, cost, None))
    )


@pytest.mark.parametrize(
    ("decision", "answer"),
    [
        (Decision.EXTEND, "Your rule gives: extend it."),
        (Decision.CHANGE, "Your rule gives: change it, then run it again."),
        (Decision.STOP, "Your rule gives: stop it."),
        (Decision.RUN_ON, "Your rule gives: run it on, since we can’t tell yet whether it worked."),
    ],
)
def test_a_finished_pilot_is_answered_by_its_rule(decision, answer):
    found = judged(decision=decision, held=held(plan(cost=None)))
    assert answer_words(found, found.decision) == answer
    assert question_words(found) == "Did “Open at 8am on Mondays” work?"


def test_a_running_pilot_is_too_early_to_say():
    found = judged(Verdict.TOO_EARLY, Verdict.TOO_EARLY, state=State.RUNNING, weeks=7, decision=Decision.RUN_ON)
    assert answer_words(found, decided(found)) == "Too early to say: 7 of 12 weeks done."
    assert question_words(found).startswith("Does ")
    assert criteria_table(found, None, SAME).title == "2 too early to say"


def test_a_running_pilot_may_be_decided_early():
    found = judged(Verdict.MET, state=State.RUNNING, weeks=7, decision=Decision.EXTEND, held=held(plan(cost=None)))
    assert answer_words(found, decided(found)) == "Your rule gives, after 7 of 12 weeks: extend it."


def test_a_main_outcome_that_is_met_early_is_said_and_the_guards_waited_for():
    found = judged(Verdict.MET, Verdict.TOO_EARLY, state=State.RUNNING, weeks=7, decision=Decision.RUN_ON)
    answer = "The main outcome is met after 7 of 12 weeks; of the rest it is too early to say."
    assert answer_words(found, decided(found)) == answer


def test_ranges_of_a_running_pilot_are_99_7_and_said_so():
    found = judged(Verdict.TOO_EARLY, Verdict.TOO_EARLY, state=State.RUNNING, weeks=7)
    table = criteria_table(found, None, SAME)
    assert table.columns[1] == "What we saw (99.7% range)"
    assert LOOKING in table.note
    assert criteria_table(judged(), None, SAME).columns[1] == "What we saw (95% range)"


def test_before_the_start_nothing_is_judged():
    found = told(unknown(LONG_WAITS, ""), unknown(GUARD, ""), state=State.BEFORE, weeks=0)
    assert answer_words(found, decided(found)) == "Not judged yet: it starts on 8 September 2025."
    table = criteria_table(found, cost_of(found), SAME)
    assert table.title == "What will count as success"
    assert [row.cells[1] for row in table.rows] == ["Not started"] * 3
    assert not any(row.verdict for row in table.rows)


def test_the_criteria_say_what_was_fixed_and_what_was_seen():
    table = criteria_table(judged(guard=Verdict.CANNOT_TELL), None, SAME)
    assert table.columns == ("Fixed before the start, 28 August 2025", "What we saw (95% range)")
    assert [row.cells for row in table.rows] == [
        ("Answered within 5 minutes, Mondays 9am to 11am: at least 5 points higher", "8.6 points higher (3.3 to 13.9)"),
        ("Guard: answered within 5 minutes, other days, at most 2 points worse", "0.4 points worse (2.3 worse to 1.5 better)"),
    ]  # fmt: skip
    assert [row.verdict for row in table.rows] == [Verdict.MET, Verdict.CANNOT_TELL]
    assert table.title == "1 met, 1 can’t tell"


def test_a_guard_that_is_not_met_is_named_with_its_number():
    lead = lead_words(judged(guard=Verdict.NOT_MET), None, SAME)
    assert (
        "But answered within 5 minutes, other days got worse by more than the 2 points allowed (0.4 points worse"
        in lead
    )


def test_a_guard_nobody_can_tell_is_no_guard_met():
    lead = lead_words(judged(guard=Verdict.CANNOT_TELL), None, SAME)
    assert "we can’t tell whether answered within 5 minutes, other days got worse" in lead


def test_the_cost_limit_is_a_guard():
    """All else is met, and each contact costs more than the limit: what the plan says of a guard that fails."""
    found = judged(held=held(plan(cost=DEAR)), opening=OPENING, decision=Decision.EXTEND)
    cost = cost_of(found)
    assert decided(found) is Decision.CHANGE
    assert "cost £3.37 (£3.07 to £3.73) against a limit of £3.00" in lead_words(found, cost, SAME)
    assert criteria_table(found, cost, SAME).title == "2 met, 1 not met"
    assert "or the cost limit is not met" in criteria_table(found, cost, SAME).note


def test_added_hours_are_counted_and_not_judged():
    found = judged(held=held(plan(cost=None)), opening=OPENING)
    beside = watched_table(found, SAME)
    assert beside is not None
    (row,) = beside.rows
    assert row.cells[1] == "41 (37 to 45)"
    assert row.verdict is None
    assert "The added hours brought 41 (37 to 45) contacts each time they were open." in lead_words(found, None, SAME)


def test_secondary_outcomes_stand_apart_from_the_rule():
    found = judged(held=held(plan(cost=None)))
    beside = replace(found, outcomes=(*found.outcomes, watched(outcome_found(GUARD, Verdict.NOT_MET))))
    assert criteria_table(beside, None, SAME).title == "All 2 met"
    table = watched_table(beside, SAME)
    assert table is not None
    assert [row.verdict for row in table.rows] == [Verdict.NOT_MET]
    assert watched_table(found, SAME) is None


def test_a_refusal_is_said_with_its_reason():
    refused = {"effect": None, "reason": Reason.SHORT_BASELINE}
    found = judged(Verdict.CANNOT_TELL, primary_given=refused, decision=Decision.RUN_ON)
    assert "There are fewer than 12 weeks on record before the pilot." in lead_words(found, None, SAME).replace(
        "there are", "There are"
    )
    assert Reason.SHORT_BASELINE.value in criteria_table(found, None, SAME).rows[0].cells[1]
    assert claim_words(found)[0] == "Neither:"


def test_what_could_not_be_asked_is_said():
    found = told(unknown(), unknown(GUARD), decision=Decision.RUN_ON)
    assert "Times of day are not recorded by ward." in criteria_table(found, None, SAME).rows[0].cells[1]
    assert "times of day are not recorded by ward." in lead_words(found, None, SAME)


def test_what_the_plan_asks_for_names_the_way_where_it_went_the_other_way():
    up, down = judged(), judged(primary_given={"effect": Range(-0.086, -0.139, -0.033)})
    assert "the plan asks for at least 5 points." in lead_words(up, None, SAME)
    assert "the plan asks for at least 5 points higher." in lead_words(down, None, SAME)


def test_because_of_needs_a_comparison_a_plan_and_nothing_else():
    found = judged(claim=Claim.BECAUSE_OF)
    label, why = claim_words(found)
    assert label == "Because of the pilot:"
    assert "Tuesdays and Wednesdays did not change alike" in why
    assert "expected without the pilot (3.3 to 13.9), and because of it;" in lead_words(found, None, SAME)


def test_changed_after_says_every_reason():
    late = held(plan(), is_retrospective=True, recorded_at=datetime(2025, 10, 3, 9, 0))
    found = judged(primary_given={"labels": (), "event": True}, held=late)
    label, why = claim_words(found)
    assert label == "Changed after the pilot began:"
    assert f"“{WASTE}” (22 September 2025) touched the same figure meanwhile, {NO_COMPARISON} and {WRITTEN_LATE}" in why
    assert "because of" not in lead_words(found, None, SAME)


def test_a_verdict_that_is_less_sure_than_its_range_says_why():
    main = outcome_found(LONG_WAITS, Verdict.CANNOT_TELL, Range(0.2, 0.15, 0.25), Caution.CONFOUNDED, event=True)
    kept = outcome_found(GUARD, Verdict.CANNOT_TELL, Range(0.0, -0.01, 0.01), Caution.NO_SEASON)
    found = told(main, kept, decision=Decision.RUN_ON)
    assert (
        f"“{WASTE}” on 22 September 2025 touched the same figure, so we can’t tell what the pilot did."
        in lead_words(found, None, SAME)
    )
    details = [row.detail for row in criteria_table(found, None, SAME).rows]
    assert details == [f"The main outcome: it decides. {Caution.CONFOUNDED.value}", Caution.NO_SEASON.value]


def test_a_running_pilot_is_not_blamed_for_being_short():
    main = outcome_found(LONG_WAITS, Verdict.TOO_EARLY, Range(0.2, 0.1, 0.3), Caution.RUNNING, Caution.SHORT)
    found = told(main, state=State.RUNNING, weeks=5, decision=Decision.RUN_ON)
    assert criteria_table(found, None, SAME).rows[0].detail == "The main outcome: it decides."


def test_a_range_that_leaves_it_open_is_said_to():
    found = judged(Verdict.CANNOT_TELL, primary_given={"effect": Range(0.04, -0.01, 0.09)})
    assert "The range leaves open whether that is enough." in lead_words(found, None, SAME)


def test_no_change_has_no_cause():
    found = judged(Verdict.CANNOT_TELL, primary_given={"p": 0.4}, claim=Claim.BECAUSE_OF)
    assert claim_words(found)[0] == "Neither:"
    assert "because of" not in lead_words(found, None, SAME)


def test_a_retrospective_plan_is_never_called_fixed_before_the_start():
    late = held(plan(), is_retrospective=True, recorded_at=datetime(2025, 10, 3, 9, 0))
    found = judged(held=late)
    said = sentences_of(found)
    assert "Written down after the start, 3 October 2025" in said
    assert "Plan written down 3 October 2025" in said
    assert "retrospective for good" in said
    assert "Fixed before the start" not in said


def test_the_small_print_says_what_could_be_found_and_when_the_plan_was_fixed():
    made = plan(approved_by="Cabinet", approved_where="Item 9", approved_date=date(2025, 7, 15), reported_to="Scrutiny")
    edit = PlanEdit(datetime(2025, 10, 3, 9, 0), "B. Officer", True, (("cost", "£138", "£150"),))
    found = judged(held=held(made, edits=(edit,)))
    could = Findable(found.primary, 48, 0.05, Detectable(0.075, 0.091, is_rough=False))
    said = " ".join(small_print(found, cost_of(found), could))
    for words in (
        "12 weeks could find a change of 7.5 to 9.1 points or more.",
        "31% of a week’s surprise carries over",
        "Cost £138 (£120 to £150) a week, source: finance, invented.",
        "Plan fixed 28 August 2025, 9:00am by A. Officer, digest 000000000000.",
        "Approved by Cabinet, Item 9, 15 July 2025. Reported to Scrutiny.",
        "1 later edit, the last on 3 October 2025 by B. Officer: cost; none counts.",
    ):
        assert words in said


def test_the_rule_is_said_in_the_plans_own_decisions():
    rule = Rule(if_met=Decision.STOP)
    assert rule_words(rule, has_guards=False, has_limit=False) == (
        "**The rule:** stop it if the main outcome is met, or if the main outcome is not met; run it on if we can’t tell. "
        "Members decide."
    )
    said = rule_words(Rule(), has_guards=True, has_limit=True)
    assert "extend it if the main outcome, every guard and the cost limit are met" in said
    assert "if a guard or the cost limit is not met" in said


def test_labels_keep_the_large_letters_of_names():
    assert inside("Monday calls") == "Monday calls"
    assert inside("SMS sent") == "SMS sent"
    assert inside("Calls on Mondays") == "calls on Mondays"


def test_verdicts_are_counted_in_words():
    assert (
        counted_words([Verdict.MET, Verdict.CANNOT_TELL, Verdict.NOT_MET, Verdict.MET])
        == "2 met, 1 not met, 1 can’t tell"
    )
    assert counted_words([Verdict.MET] * 3) == "All 3 met"
    assert counted_words([Verdict.MET]) == "1 met"
    assert counted_words([Verdict.CANNOT_TELL] * 2) == "2 can’t tell"
    assert counted_words([]) == "Nothing is judged"


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("effect", [Range(0.0, None, None), Range(-0.0004, -0.2, 0.2), None])
def test_nothing_said_is_ever_nan_or_an_unfilled_word(verdict, state, effect):
    given = {"effect": effect, "reason": None if effect else Reason.CONSTANT}
    found = judged(verdict, verdict, given, state=state, decision=Decision.RUN_ON, opening=Reason.NO_OPENINGS)
    said = sentences_of(found)
    assert not re.search(r"\b(nan|None|inf)\b|[{}]", said)
    assert answer_words(found, decided(found)).endswith(".")
    assert lead_words(found, cost_of(found), SAME).endswith(".")
