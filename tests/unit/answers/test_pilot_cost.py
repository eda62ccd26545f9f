"""What a pilot costs for each contact: worked by hand, with ends that may be missing, and the words of each case."""

from dataclasses import replace

import numpy as np
import pytest

from frontdoor.answers.pilot_cost import For, PilotCostFound, cost_of
from frontdoor.answers.pilot_cost_words import (
    NO_COST,
    NONE_AT_ALL,
    NOTHING_COUNTED,
    cost_box,
    cost_tables,
    criterion_words,
    each_words,
    number_words,
)
from frontdoor.answers.pilot_found import PilotFound, Range, State
from frontdoor.answers.view_answer import Link
from frontdoor.statistics.count_per_opening import CountPerOpening, count_per_opening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.pilot_plan import Alternative, PilotOutcome, Role
from tests.unit.answers.told_pilots import COST, LONG_WAITS, MONDAYS_AT_8, found_of, held, pilot, plan, series, unknown

OPENING = CountPerOpening(492, 12, Interval(37.0, 45.0), Interval(37.0, 45.0), None, False)
"""41 contacts each of 12 Mondays."""
FIXED = replace(COST, low=13_800, high=13_800)


def costed(cost: object = FIXED, **given: object) -> PilotFound:
    return pilot(unknown(), **({"held": held(plan(cost=cost)), "opening": OPENING} | given))


def told(found: PilotFound) -> PilotCostFound:
    cost = cost_of(found)
    assert cost is not None
    return cost


def test_each_contact_costs_the_week_over_its_contacts() -> None:
    """138 pounds over 41, 45 and 37 contacts are 3.37, 3.07 and 3.73 pounds."""
    cost = told(costed())
    assert cost.judged is not None
    assert cost.judged.what is For.HANDLED
    assert each_words(cost.judged) == "£3.37 (£3.07 to £3.73)"
    assert cost.verdict is Verdict.NOT_MET
    assert criterion_words(cost) == (
        "Cost: at most £3.00 for each contact handled in the added hours",
        "£3.37 (£3.07 to £3.73)",
    )


def test_a_range_of_cost_and_a_range_of_contacts_are_carried_through_together() -> None:
    """120 pounds over 45 are 2.67, 150 over 37 are 4.05; 3 pounds lie between."""
    cost = told(costed(COST))
    assert cost.judged is not None
    assert each_words(cost.judged) == "£3.37 (£2.67 to £4.05)"
    assert cost.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("limit", "verdict"), [(500, Verdict.MET), (400, Verdict.CANNOT_TELL), (200, Verdict.NOT_MET), (None, None)]
)
def test_a_limit_is_met_only_by_the_whole_range(limit: float | None, verdict: Verdict | None) -> None:
    cost = told(costed(replace(COST, limit_for_each=limit)))
    assert cost.verdict is verdict
    assert (criterion_words(cost) is None) == (limit is None)


def test_what_is_paid_once_is_shared_by_the_weeks_planned() -> None:
    """1,200 pounds once over 12 weeks are 100 a week: 238 over 41 contacts are 5.80."""
    cost = told(costed(replace(FIXED, once=120_000)))
    assert cost.weekly.value == 23_800
    assert cost.so_far.value == 120_000 + 12 * 13_800
    assert each_words(cost.each[0]).startswith("£5.80")


def test_new_and_moved_contacts_share_the_cost_apart() -> None:
    """Of 492 contacts two thirds moved, a third to all of them possible: 164 new of 12 weeks are 13.7 a week, 10.10 pounds each."""
    cost = told(costed(displaced=Displacement(2 / 3, 1 / 3, 1.0, 492.0)))
    by = {each.what: each for each in cost.each}
    assert by[For.NEW].number.value == pytest.approx(13.667, abs=1e-3)
    assert by[For.NEW].pence is not None
    assert by[For.NEW].pence.value == pytest.approx(1009.8, abs=0.1)
    assert by[For.NEW].pence.high is None  # all may have moved, so none may be new
    assert "no upper end" in each_words(by[For.NEW])
    assert each_words(by[For.MOVED]) == "£5.05 (£3.37 to £10.10)"


def test_a_share_without_ends_gives_a_cost_without_ends() -> None:
    cost = told(costed(displaced=Displacement(0.5, None, None, 492.0)))
    new = next(each for each in cost.each if each.what is For.NEW)
    assert new.pence == Range(pytest.approx(13_800 / 20.5), 0.0, None)
    assert number_words(new.number) == "21 (no limits known)"


def test_where_nothing_moved_no_cost_is_made_up() -> None:
    cost = told(costed(displaced=Displacement(-0.2, -0.9, 0.4, 492.0)))
    moved = next(each for each in cost.each if each.what is For.MOVED)
    assert moved.pence is None
    assert each_words(moved) == NONE_AT_ALL


def test_nobody_who_came_costs_no_number() -> None:
    """No contact in 12 openings: at most 3.7 in all (Garwood), so the cost cannot be told and the limit neither."""
    opening = count_per_opening(np.zeros(12))
    cost = told(costed(opening=opening))
    assert cost.judged is not None
    assert cost.judged.pence is None
    assert cost.verdict is Verdict.CANNOT_TELL


def test_a_gap_of_openings_is_said_and_not_divided_by() -> None:
    cost = told(costed(opening=Reason.NO_OPENINGS, displaced=Reason.NOTHING_ADDED))
    assert cost.each == ()
    assert cost.verdict is Verdict.CANNOT_TELL
    assert criterion_words(cost) == (
        "Cost: at most £3.00 for each contact handled in the added hours", NOTHING_COUNTED.rstrip(".")
    )  # fmt: skip


def test_more_callers_spared_a_wait_share_the_cost() -> None:
    """Ten points more of 100 callers a week are ten callers; their noise is small, so the cost is near 13.80."""
    values = np.concatenate([np.tile([0.60, 0.62], 24), np.tile([0.70, 0.72], 6)])
    cost = told(costed(outcomes=(found_of(series(LONG_WAITS, values)),)))
    better = next(each for each in cost.each if each.what is For.BETTER)
    assert better.pence is not None
    assert better.pence.value == pytest.approx(1_380, rel=0.1)


def test_fewer_of_a_bad_thing_are_better_outcomes() -> None:
    gave_up = PilotOutcome("gave-up", "Gave up", "abandonment_rate", Role.PRIMARY, MONDAYS_AT_8, worthwhile=-0.05)
    values = np.concatenate([np.tile([0.30, 0.32], 24), np.tile([0.20, 0.22], 6)])
    found = pilot(found_of(series(gave_up, values)), held=held(plan(outcomes=(gave_up,))), opening=None)
    better = told(found).each[0]
    assert better.what is For.BETTER
    assert better.number.value == pytest.approx(10, rel=0.1)
    assert better.number.low is not None
    assert better.number.high is not None
    assert better.number.low < better.number.value < better.number.high


def test_extra_contacts_are_the_effect_where_no_hour_was_added() -> None:
    more = PilotOutcome("calls", "Calls answered", "calls_answered", Role.PRIMARY, MONDAYS_AT_8, worthwhile=5.0)
    values = np.concatenate([np.tile([100.0, 102.0], 24), np.tile([140.0, 142.0], 6)])
    found = pilot(found_of(series(more, values)), held=held(plan(outcomes=(more,), added=None)))
    assert [each.what for each in told(found).each] == [For.EXTRA]


def test_before_the_start_nothing_is_spent_or_divided() -> None:
    cost = told(costed(replace(COST, once=5_000), state=State.BEFORE, weeks_done=0))
    assert (cost.so_far.value, cost.each, cost.verdict) == (0, (), None)


def test_a_running_pilot_is_too_early_for_its_limit() -> None:
    assert told(costed(state=State.RUNNING, weeks_done=5)).verdict is Verdict.TOO_EARLY


def test_without_a_cost_it_is_said_what_to_write() -> None:
    found = costed(None)
    assert cost_of(found) is None
    assert cost_box(found, None).lines[0].words == NO_COST


def test_other_ways_stand_beside_the_pilot_and_a_rota_links_to_the_cover() -> None:
    rota = Alternative("Rota change", 0.0, "One adviser starts at 9am instead of 10am.", "staffing model")
    back = Alternative("Call back", 6_000)
    found = costed(replace(FIXED, alternatives=(rota, back)))
    cost = told(found)
    each_of, other = cost_tables(found, cost)
    assert each_of.rows[0].verdict is Verdict.NOT_MET
    assert [row.cells[:2] for row in other.rows] == [
        ("This pilot: Open at 8am on Mondays", "£138"), ("Rota change", "nothing more"), ("Call back", "£60.00"),
    ]  # fmt: skip
    assert other.rows[2].cells[2] == "The plan does not say what it would do."
    assert cost_box(found, cost).links == (Link("See what a rota change would do", "The cover"),)


def test_what_is_spent_is_said_by_weeks() -> None:
    found = costed(COST, state=State.RUNNING, weeks_done=5)
    lines = {line.label: line.words for line in cost_box(found, cost_of(found)).lines}
    assert lines["So far:"] == "£690 (£600 to £750) for 5 weeks."
    assert lines["As planned:"] == "£1,656 (£1,440 to £1,800) for 12 weeks."


def test_a_pilot_whose_weeks_are_none_has_no_cost_that_is_not_a_number() -> None:
    cost = told(costed(planned_weeks=0, weeks_done=0))
    ends = [end for each in cost.each for end in (each.number.value, each.pence.value if each.pence else 0.0)]
    assert np.isfinite(ends).all()
