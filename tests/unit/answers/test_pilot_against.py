"""Which argument against a pilot's verdict comes first: what was found decides, and there is always one."""

from dataclasses import replace
from datetime import datetime

import pytest

from frontdoor.answers.pilot_against import MOST, Case, against_box, arguments
from frontdoor.answers.pilot_cost import cost_of
from frontdoor.answers.pilot_doubts import chance
from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_sensitivity_seen import SeenWays, ways_of_rows
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.detectable_effect import Detectable
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_sensitivity import Row
from frontdoor.statistics.pilot_verdict import Caution, Decision, Verdict
from frontdoor.strategy.pilot_plan import Aim, Alternative, Role
from tests.unit.answers.judged_pilots import SAME, WASTE, judged, outcome_found, watched
from tests.unit.answers.told_pilots import COST, GUARD, LONG_WAITS, held, pilot, plan

SURE = {"effect": Range(0.086, 0.055, 0.117)}
"""An effect whose whole range is worthwhile."""
OPENING = CountPerOpening(492, 12, Interval(37.0, 45.0), Interval(37.0, 45.0), None, False)


def told(found, decision=Decision.EXTEND, **given):
    return arguments(Case(found, decision, cost_of(found), SAME, **given))


def clear(**given):
    """Return a pilot that speaks for itself: all met, compared, planned before, and no cost."""
    return judged(**({"primary_given": SURE, "held": held(plan(cost=None))} | given))


def test_where_nothing_speaks_against_it_chance_is_left():
    assert told(clear()) == [chance(clear())]


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.4, "Chance alone could explain it: 40 in every 100 pilots that change nothing show as much"),
        (0.02, "Chance: about 1 in 50 pilots that change nothing show as much"),
        (0.00001, "Chance hardly explains it."),
    ],
)
def test_chance_is_as_strong_an_argument_as_its_p(p, words):
    assert chance(clear(primary_given=SURE | {"p": p})).startswith(words)


def test_something_else_that_happened_comes_before_all():
    found = judged(primary_given=SURE | {"event": True, "labels": ()}, held=held(plan(), is_retrospective=True))
    first = told(found)[0]
    assert WASTE in first
    assert "may be its doing and not the pilot’s" in first


def test_a_plan_written_late_comes_next():
    late = held(plan(cost=None), is_retrospective=True, recorded_at=datetime(2025, 9, 29, 9, 0))
    assert told(clear(held=late))[0].startswith("The plan was written down 21 days after the start")


def test_what_only_moved_is_an_argument_with_new_contacts_and_their_price():
    """Of 41 a week 68 in 100 moved: 13 are new, and 138 pounds over 13.1 are £10.52."""
    found = clear(
        held=held(plan(cost=replace(COST, limit_for_each=None))),
        opening=OPENING,
        displaced=Displacement(0.68, 0.49, 0.88, 492.0),
    )
    first = told(found)[0]
    assert (
        "About 68 in every 100 of the contacts in the added hours would have come at another time anyway (49 to 88)"
        in first
    )
    assert "about 13 new contacts a week, at £10.52 each" in first


def test_where_moving_was_the_aim_new_contacts_are_not_asked_for():
    found = clear(held=held(plan(cost=None, aim=Aim.MOVE)), displaced=Displacement(0.68, 0.49, 0.88, 492.0))
    assert "Moving them was the aim" in told(found)[0]


def test_more_than_all_is_all_and_less_than_none_is_none():
    found = clear(displaced=Displacement(0.84, -0.1, 1.36, 492.0))
    assert "(none to all)" in told(found)[0]
    assert told(clear(displaced=Displacement(1.1, 0.3, 1.9, 492.0)))[0].startswith("All of the contacts")


def test_a_share_that_has_no_end_is_not_told():
    found = clear(displaced=Displacement(0.68, 0.1, None, 492.0))
    assert told(found)[0].startswith("We can’t tell how many")


def test_little_moved_is_no_argument():
    found = clear(displaced=Displacement(0.05, -0.1, 0.2, 492.0))
    assert not any("anyway" in words for words in told(found))


def test_no_comparison_and_what_limits_the_analysis_are_arguments():
    found = judged(primary_given=SURE | {"labels": ()}, held=held(plan(cost=None)))
    assert told(found)[0].startswith("Nothing shows what would have happened anyway")


@pytest.mark.parametrize(
    "caution", [Caution.DISAGREE, Caution.NO_SEASON, Caution.DRIFT, Caution.SHORT, Caution.EARLY_STOP]
)
def test_each_caution_is_an_argument_in_its_own_words(caution):
    main = outcome_found(LONG_WAITS, Verdict.CANNOT_TELL, SURE["effect"], caution)
    guard = outcome_found(GUARD, Verdict.MET, Range(0.0, -0.01, 0.01))
    assert caution.value in told(pilot(main, guard, held=held(plan(cost=None))), Decision.RUN_ON)


def test_a_guard_nobody_can_tell_and_one_that_failed():
    assert any("We can’t tell whether this got worse" in words for words in told(clear(), Decision.RUN_ON)) is False
    unknown = judged(guard=Verdict.CANNOT_TELL, primary_given=SURE, held=held(plan(cost=None)))
    assert "at most 2 points worse is allowed" in told(unknown, Decision.RUN_ON)[0]
    failed = judged(guard=Verdict.NOT_MET, primary_given=SURE, held=held(plan(cost=None)))
    assert "the plan allows at most 2 points" in told(failed)[0]
    assert not any("the plan allows" in words for words in told(failed, Decision.CHANGE))  # that is the verdict itself


def test_a_cheaper_way_is_an_argument_and_not_called_tried():
    rota = Alternative("Rota change", 0.0, "One adviser starts at 9am instead of 10am.")
    found = clear(held=held(plan(cost=replace(COST, alternatives=(rota,), limit_for_each=None))))
    said = told(found)[0]
    assert said == (
        "**Rota change** would cost nothing more, the pilot £138 a week. One adviser starts at 9am instead of 10am. "
        "That is the plan’s estimate; it has not been tried."
    )


def test_what_was_watched_and_did_not_change_as_hoped_is_an_argument():
    beside = replace(GUARD, key="beside", role=Role.SECONDARY, margin=None, worthwhile=0.05)
    found = clear()
    more = replace(
        found, outcomes=(*found.outcomes, outcome_found(beside, Verdict.NOT_MET, Range(0.001, -0.01, 0.012)))
    )
    said = arguments(Case(more, Decision.EXTEND, None, SAME | {"beside": SAME[GUARD.key]}))
    assert said[0].startswith("Answered within 5 minutes, other days did not change as hoped: 0.1 points higher")


def test_other_ways_of_working_it_out_may_disagree():
    assert told(clear(), ways=SeenWays(9, 6, 1))[0] == (
        "Of 9 other reasonable ways to work it out, 3 show no clear change that way, 1 of them the opposite."
    )
    assert told(clear(), ways=SeenWays(9, 9, 0, pretended=6, false=2))[0].startswith(
        "The same sums show a change at least half as large at 2 of 6 pretended starts or places"
    )
    assert told(clear(), ways=SeenWays(9, 9, 0, pretended=6)) == [chance(clear())]


def test_ways_are_counted_without_those_known_to_be_too_narrow():
    rows = (
        Row("primary", 0.08, Interval(0.03, 0.13), 0.002), Row("no trend", 0.05, Interval(0.0, 0.1), 0.04),
        Row("with yearly season", 0.02, Interval(-0.1, 0.14), 0.7), Row("shorter baseline", -0.09, Interval(-0.1, -0.08), 0.001),
        Row("ordinary least squares", 0.08, Interval(0.07, 0.09), 0.0, is_too_narrow=True),
        Row("pretended start", 0.06, Interval(0.01, 0.11), 0.02), Row("on scale: log", reason=Reason.NOT_SEPARABLE),
    )  # fmt: skip
    assert ways_of_rows(rows) == SeenWays(3, 1, 1, 1, 1)
    assert ways_of_rows((Row("primary", reason=Reason.CONSTANT),)) is None


def test_a_true_change_may_be_smaller_than_worthwhile():
    found = judged(held=held(plan(cost=None)))
    assert "The true change may be as little as 3.3 points higher; the plan calls 5 points higher worthwhile." in told(
        found
    )


def test_stopping_has_arguments_against_it_too():
    found = judged(
        Verdict.NOT_MET,
        primary_given={"effect": Range(0.01, -0.02, 0.04), "event": True, "p": 0.5},
        held=held(plan(cost=None)),
    )
    said = told(found, Decision.STOP, could=Detectable(0.08, 0.1, is_rough=False))
    assert "may have hidden what the pilot did" in said[0]
    assert said[1].startswith(
        "The pilot was too small for its question: it could find a change of 8 to 10 points or more"
    )
    assert said[2] == "It may still have done some good: as much as 4 points higher is not excluded."


def test_what_got_better_beside_the_main_outcome_speaks_against_stopping():
    beside = watched(outcome_found(replace(GUARD, key="others"), Verdict.MET, Range(0.06, 0.02, 0.1)))
    main = outcome_found(LONG_WAITS, Verdict.NOT_MET, Range(-0.03, -0.05, -0.01))
    said = told(pilot(main, beside, held=held(plan(cost=None))), Decision.STOP)
    assert said == [
        "Answered within 5 minutes, other days got better, 6 points higher (2 to 10), though the rule does not weigh it.",
        "Nothing that was found speaks for going on, beyond what people say who used it.",
    ]


def test_the_box_tells_three_at_most_and_is_quiet():
    late = held(plan(aim=Aim.ADD), is_retrospective=True)
    found = judged(guard=Verdict.CANNOT_TELL, primary_given={"labels": (), "event": True}, held=late)
    box = against_box(Case(found, Decision.RUN_ON, cost_of(found), SAME))
    assert len(box.lines) == MOST
    assert box.is_quiet
    assert all(link.page == "pilots" for link in box.links)
