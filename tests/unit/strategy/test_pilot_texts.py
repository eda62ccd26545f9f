"""What is written of a plan reads back as the same plan, one plan has one hash, and every edit shows."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_pilots import PLAN

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.schema.units import Channel
from frontdoor.statistics.pilot_verdict import Decision, Rule
from frontdoor.statistics.pilot_weeks import Shape
from frontdoor.strategy.parameter_entries import HIGHEST
from frontdoor.strategy.pilot_differences import plan_differences
from frontdoor.strategy.pilot_hours import hours_of, window_of
from frontdoor.strategy.pilot_plan import (
    WEEKDAYS,
    Aim,
    Alternative,
    ComparedBy,
    Comparison,
    PilotCost,
    PilotOutcome,
    PilotPlan,
    Role,
    Where,
    Window,
)
from frontdoor.strategy.pilot_texts import plan_digest, plan_of, plan_text

SAID = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(str.strip)
WORDS = st.just("") | SAID
AMOUNTS = st.floats(allow_nan=False, allow_infinity=False, width=32)
MONEY = st.floats(0, 1e7)


def some(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, unique=True, max_size=3).map(tuple)


WINDOWS = (
    st.tuples(st.integers(0, 47), st.integers(1, 48)).filter(lambda ends: ends[0] < ends[1]).map(lambda e: Window(*e))
)
PLACES = st.builds(
    Where,
    some(st.integers(1, 7)),
    st.none() | WINDOWS,
    some(SAID),
    some(st.sampled_from([*map(str, Channel)])),
    some(SAID),
)
UNITS = {
    ComparedBy.WEEKDAY: st.sampled_from(WEEKDAYS),
    ComparedBy.CHANNEL: st.sampled_from([channel.value for channel in Channel]),
    ComparedBy.HOURS: WINDOWS.map(hours_of),
    ComparedBy.SERVICE: SAID,
    ComparedBy.WARD: SAID,
}
COMPARISONS = st.sampled_from(ComparedBy).flatmap(
    lambda by: st.builds(Comparison, st.just(by), some(UNITS[by]).filter(bool), st.booleans())
)
OUTCOMES = st.builds(
    PilotOutcome, SAID, SAID, st.sampled_from([*CATALOGUE]), st.sampled_from(Role), PLACES, st.none() | AMOUNTS,
    st.none() | AMOUNTS, st.sampled_from(Shape), st.none() | COMPARISONS,
    st.fixed_dictionaries({}, optional={name: st.integers(1, highest) for name, highest in HIGHEST.items()}), WORDS,
)  # fmt: skip
ALTERNATIVES = st.builds(Alternative, SAID, MONEY, WORDS, WORDS)
COSTS = st.builds(
    lambda amounts, once, source, limit, others: PilotCost(amounts[1], amounts[0], amounts[2], once, source, limit, others),
    st.tuples(MONEY, MONEY, MONEY).map(sorted), MONEY, WORDS, st.none() | MONEY, some(ALTERNATIVES),
)  # fmt: skip
PLANS = st.builds(
    PilotPlan,
    key=SAID, title=SAID, what=SAID, why=SAID, first_day=st.dates(), last_day=st.dates(), where=PLACES,
    outcomes=st.lists(OUTCOMES, max_size=3, unique_by=lambda each: each.key).map(tuple), source=SAID, approved_by=WORDS,
    approved_where=WORDS, approved_date=st.none() | st.dates(), reported_to=WORDS, cost=st.none() | COSTS,
    added=st.none() | PLACES, moved_from=st.none() | PLACES, aim=st.sampled_from(Aim), settling_weeks=st.integers(0, 99),
    rule=st.builds(Rule, *[st.sampled_from(Decision)] * len(fields(Rule))),
)  # fmt: skip


@given(PLANS)
def test_what_is_written_reads_back_as_the_same_plan(plan: PilotPlan) -> None:
    assert plan_of(plan_text(plan)) == plan
    assert plan_text(plan_of(plan_text(plan))) == plan_text(plan)


@given(PLANS, PLANS)
def test_two_plans_have_one_hash_only_if_they_are_the_same_and_else_differ_in_words(
    one: PilotPlan, other: PilotPlan
) -> None:
    assert (plan_digest(one) == plan_digest(other)) is (one == other)
    assert bool(plan_differences(one, other)) is (one != other)
    assert plan_differences(one, one) == ()


def test_a_number_has_one_hash_however_it_was_typed() -> None:
    whole = replace(PLAN.outcomes[0], worthwhile=-15)
    assert plan_digest(replace(PLAN, outcomes=(whole, *PLAN.outcomes[1:]))) == plan_digest(PLAN)


def test_the_hash_of_a_plan_stays_what_it_is() -> None:
    """A plan kept by an earlier Frontdoor must have the same hash for ever: this number may never change."""
    assert plan_digest(PLAN) == "d194d0f213262dcfbaf14f28b2bd5ed1c89c7d8ce99bbc189f2301872d5d162a"


EDITS = {
    "a later end": (
        replace(PLAN, last_day=date(2027, 3, 28)),
        ("Last day", "28 February 2027", "28 March 2027"),
    ),
    "half a point of the margin": (
        replace(PLAN, outcomes=(PLAN.outcomes[0], replace(PLAN.outcomes[1], margin=0.025), PLAN.outcomes[2])),
        ("Outcome “Calls answered within a minute”, margin", "2 points", "2.5 points"),
    ),
    "other hours": (
        replace(PLAN, where=replace(PLAN.where, window=Window(15, 18))),
        ("Where and for whom", "Mondays, 8am to 9am, Phone and Visit", "Mondays, 7:30am to 9am, Phone and Visit"),
    ),
    "another comparison": (
        replace(
            PLAN,
            outcomes=(
                replace(PLAN.outcomes[0], comparison=Comparison(ComparedBy.HOURS, ("13:00-15:00",), is_parallel=True)),
                *PLAN.outcomes[1:],
            ),
        ),
        ("Outcome “Calls on Mondays from 9am to 11am”, compared with", "Tuesdays and Wednesdays", "1pm to 3pm"),
    ),
    "no guard": (
        replace(PLAN, outcomes=(PLAN.outcomes[0], PLAN.outcomes[2])),
        ("Outcome “Calls answered within a minute”", "guard: service_level, Phone, +2 points", "not in the plan"),
    ),
    "another rule": (
        replace(PLAN, rule=Rule(if_not_met=Decision.CHANGE, if_cannot_tell=Decision.EXTEND)),
        ("Rule, if the primary outcome is not met", "stop", "change"),
    ),
    "no cost": (replace(PLAN, cost=None), ("Cost", "£210.50 a week, £200 to £230", "none")),
}


@pytest.mark.parametrize(("edited", "difference"), EDITS.values(), ids=EDITS)
def test_an_edit_is_told_in_words(edited: PilotPlan, difference: tuple[str, str, str]) -> None:
    assert plan_differences(PLAN, edited)[0] == difference


def test_two_services_that_read_alike_are_still_told_apart() -> None:
    one, other = (replace(PLAN, where=Where(services=(key,))) for key in ("council_tax", "council tax"))
    assert plan_differences(one, other)[0][0] == "The plan"


@pytest.mark.parametrize(
    ("hours", "window"),
    [
        ("13:00-15:00", Window(26, 30)),
        ("23:30-00:00", Window(47, 48)),
        ("08:00-24:00", Window(16, 48)),
        ("15:00-13:00", None),
        ("08:15-09:00", None),
        ("99:00-99:30", None),
        ("8am to 9am", None),
    ],
)
def test_hours_as_written(hours: str, window: Window | None) -> None:
    assert window_of(hours) == window
