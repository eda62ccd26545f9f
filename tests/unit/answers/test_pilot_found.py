"""What is found of a pilot whose truth is known: 10 calls each Monday from 8am, 6 of them moved there from 9am to 10am."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from found_pilots import MOVED, assert_tellable, found_of, primary_of
from pilot_home import (
    EIGHT_TO_NINE,
    NINE_TO_TEN,
    PILOT_WEEKS,
    every_day,
    held,
    opened_early,
    outcome,
    own_register,
    plan,
    rows_of,
    usual,
)

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_found import State
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.register.pilot_plans import PlanEdit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import EARLY, Caution, Claim, Decision, Verdict
from frontdoor.strategy.pilot_plan import ComparedBy, Comparison, Role, Where
from tests.unit.answers.demand_home import demand_context

GUARD = outcome(
    "gave_up", Role.GUARD, measure="abandonment_rate", where=Where((2, 3, 4, 5)), comparison=None, worthwhile=None, margin=0.02
)  # fmt: skip


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return demand_context(tmp_path_factory.mktemp("found"), *rows_of(opened_early, every_day()))


def test_what_was_planted_is_found(context: Context) -> None:
    found = found_of(context)
    assert (found.state, found.weeks_done, found.planned_weeks) == (State.FINISHED, PILOT_WEEKS, PILOT_WEEKS)
    effect = found.primary.effect
    assert effect
    assert effect.low is not None
    assert effect.high is not None
    assert effect.low < -6 < effect.high < 0
    assert found.primary.judged
    assert found.primary.judged.verdict is Verdict.MET
    assert found.decision is Decision.EXTEND
    assert found.claim is Claim.BECAUSE_OF
    assert found.cautions == ()
    assert_tellable(found)


def test_the_added_hour_is_counted_by_opening(context: Context) -> None:
    opening = found_of(context).opening
    assert isinstance(opening, CountPerOpening)
    assert (opening.contacts, opening.openings) == (100, 10)  # 12 Mondays, two of them bank holidays


def test_an_hour_added_to_every_day_is_counted_on_days_we_open(context: Context) -> None:
    opening = found_of(context, replace(MOVED, added=Where((), EIGHT_TO_NINE), last_day=date(2026, 3, 15))).opening
    assert isinstance(opening, CountPerOpening)
    assert (opening.contacts, opening.openings) == (20, 10)  # two Mondays of 10 calls, in two weeks of five days


def test_what_only_moved_is_found(context: Context) -> None:
    moved = found_of(context).displaced
    assert isinstance(moved, Displacement)
    assert moved.lower is not None
    assert moved.upper is not None
    assert moved.lower < 0.6 < moved.upper
    assert moved.added == 100


def test_whole_days_are_held_against_the_comparison_days(context: Context) -> None:
    moved = found_of(context, replace(MOVED, moved_from=Where((1,)), added=Where((1,), EIGHT_TO_NINE))).displaced
    assert isinstance(moved, Displacement)
    alone = plan(outcome(comparison=None))
    nothing = found_of(context, replace(alone, added=MOVED.added, moved_from=Where((1,)))).displaced
    assert nothing is Reason.NO_CONTROL


def test_a_plan_that_adds_no_hour_has_none(context: Context) -> None:
    found = found_of(context, plan())
    assert found.opening is None
    assert found.displaced is None


def test_an_hour_closed_before_is_counted_and_not_compared(context: Context) -> None:
    found = primary_of(context, outcome(where=Where((1,), EIGHT_TO_NINE), worthwhile=5.0))
    assert found.analysis is Reason.ZERO_BEFORE
    assert found.judged
    assert (found.judged.verdict, found.judged.reason) == (Verdict.CANNOT_TELL, Reason.ZERO_BEFORE)
    assert (found.before, found.during) == (0.0, 10.0)


def test_before_the_start_nothing_is_judged(context: Context) -> None:
    later = replace(MOVED, first_day=date(2026, 9, 7), last_day=date(2026, 11, 29))
    found = found_of(context, later)
    assert (found.state, found.weeks_done, found.decision) == (State.BEFORE, 0, None)
    assert found.primary.judged is None
    assert found.primary.series is not None
    assert found.opening is None
    assert_tellable(found)


def test_a_running_pilot_has_wider_intervals_and_no_verdict_yet(context: Context) -> None:
    running = replace(MOVED, last_day=date(2026, 7, 26))
    found = found_of(context, running)
    assert (found.state, found.weeks_done, found.planned_weeks) == (State.RUNNING, 17, 21)
    judged, analysis = found.primary.judged, found.primary.analysis
    assert judged
    assert isinstance(analysis, PilotAnalysis)
    assert judged.interval == analysis.primary.interval(1 - EARLY)
    assert_tellable(found)


def test_too_few_weeks_so_far_are_too_early(context: Context) -> None:
    for first in (date(2026, 6, 15), date(2026, 6, 24)):
        found = found_of(context, replace(MOVED, first_day=first, last_day=date(2026, 9, 6)))
        assert found.state is State.RUNNING
        judged = found.primary.judged
        assert judged
        assert (judged.verdict, judged.reason) == (Verdict.TOO_EARLY, Reason.SHORT_PILOT)
        assert found.decision is Decision.RUN_ON
        assert_tellable(found)


def test_guards_are_met_only_inside_their_margin(context: Context) -> None:
    found = found_of(context, plan(outcome(), GUARD))
    (_, guard) = found.outcomes
    assert guard.analysis is Reason.ALWAYS_ZERO  # nobody gave up, before or during
    assert guard.judged
    assert guard.judged.verdict is Verdict.CANNOT_TELL
    assert found.decision is Decision.RUN_ON


def test_a_guard_with_no_better_way_must_stay_within_its_margin_both_ways(context: Context) -> None:
    calls = outcome("calls", Role.GUARD, where=Where((1,), NINE_TO_TEN), worthwhile=None, margin=20.0)
    narrow = replace(calls, key="narrow", margin=2.0)
    found = found_of(context, plan(outcome("other", where=Where((5,))), calls, narrow))
    verdicts = {each.outcome.key: each.judged.verdict for each in found.outcomes if each.judged}
    assert verdicts["calls"] is Verdict.MET
    assert verdicts["narrow"] is Verdict.NOT_MET  # 6 fewer
    assert found.decision is Decision.CHANGE


def test_a_change_smaller_than_worthwhile_is_not_met(context: Context) -> None:
    found = primary_of(context, outcome(worthwhile=-11.5))
    assert found.judged
    assert found.judged.verdict is Verdict.NOT_MET
    more_than_there_are = primary_of(context, outcome(worthwhile=500.0))
    assert more_than_there_are.judged
    assert more_than_there_are.judged.verdict is Verdict.NOT_MET


def test_outcomes_come_primary_first_and_watched_ones_are_not_judged(context: Context) -> None:
    watched = outcome("watched", Role.SECONDARY, worthwhile=None)
    found = found_of(context, plan(watched, outcome()))
    assert [each.outcome.key for each in found.outcomes] == ["nine", "watched"]
    assert found.outcomes[1].judged is None
    assert found.outcomes[1].effect is not None


def test_one_comparison_says_changed_after(context: Context) -> None:
    found = found_of(context, plan(outcome(comparison=Comparison(ComparedBy.WEEKDAY, ("tuesday",)))))
    assert found.claim is Claim.CHANGED_AFTER
    assert found.cautions == (Reason.ONE_COMPARISON.value,)


def test_no_comparison_says_changed_after_and_the_season_is_not_allowed_for(context: Context) -> None:
    found = found_of(context, plan(outcome(comparison=None)))
    assert found.claim is Claim.CHANGED_AFTER
    assert len(found.cautions) == 1
    assert found.cautions[0].startswith("Nothing is compared with it")


def test_a_plan_entered_late_says_so_for_good(context: Context) -> None:
    found = found_of(context, is_retrospective=True)
    assert found.claim is Claim.CHANGED_AFTER
    assert found.cautions[0].startswith("This plan was entered on 9 March 2026, after the pilot had begun")


def test_edits_after_the_start_are_said(context: Context) -> None:
    own = held(MOVED)
    edits = tuple(
        PlanEdit(datetime(2026, month, 10, tzinfo=UTC), "an officer", False, (("worthwhile", "-4", "-1"),))
        for month in (2, 4)
    )
    found = pilot_found(replace(own, edits=edits), context)
    assert found.cautions[0].startswith(
        "The plan was changed once after the pilot had begun; the plan of 31 January 2026"
    )


def test_a_short_pilot_is_marked(context: Context) -> None:
    found = found_of(context, replace(MOVED, last_day=date(2026, 4, 12)))
    assert found.planned_weeks == 6
    assert "fewer than 8" in found.cautions[0]
    assert found.primary.judged
    assert Caution.SHORT in found.primary.judged.cautions or found.primary.judged.verdict is Verdict.MET


def test_another_pilot_at_the_same_time_is_named(context: Context, tmp_path: Path) -> None:
    other = plan(
        key="other", title="Messages", first_day=date(2026, 3, 9), last_day=date(2026, 4, 19), where=Where((1,))
    )
    with own_register(context, tmp_path) as (own, register):
        for one in (other, MOVED):
            register.declare_pilot(one, "an officer", held(MOVED).recorded_at)
        found = found_of(own)
    assert found.claim is Claim.CHANGED_AFTER
    assert found.primary.judged
    assert found.primary.judged.verdict is Verdict.CANNOT_TELL
    assert Caution.CONFOUNDED in found.primary.judged.cautions
    assert any("“Messages” (9 March 2026 to 19 April 2026)" in caution for caution in found.cautions)


def test_where_there_was_no_pilot_none_is_found(tmp_path: Path) -> None:
    found = found_of(demand_context(tmp_path, *rows_of(usual, every_day())))
    assert found.primary.effect
    assert found.primary.effect.low is not None
    assert found.primary.effect.high is not None
    assert found.primary.effect.low < 0 < found.primary.effect.high
    assert found.primary.judged
    assert found.primary.judged.verdict is not Verdict.MET
    assert found.displaced is Reason.NOTHING_ADDED
    assert isinstance(found.opening, CountPerOpening)
    assert (found.opening.contacts, found.opening.openings) == (0, 10)
