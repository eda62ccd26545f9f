"""What is allowed in a plan and should be known before it starts is said, and nothing is said of a sound one."""

from dataclasses import replace
from datetime import date

import pytest
from invented_pilots import FIRST, LAST, PLAN, entitled, moved

from frontdoor.strategy.pilot_notes import plan_notes
from frontdoor.strategy.pilot_plan import ComparedBy, Comparison, PilotOutcome, PilotPlan, Where


def compared(comparison: Comparison | None) -> PilotPlan:
    return replace(PLAN, outcomes=(replace(PLAN.outcomes[0], comparison=comparison), *PLAN.outcomes[1:]))


def guarded_by(*outcomes: PilotOutcome) -> PilotPlan:
    return replace(PLAN, outcomes=(PLAN.outcomes[0], *outcomes))


NOTES = {
    "short": (moved(FIRST, date(2027, 1, 31)), "It lasts 7 weeks"),
    "one comparison": (compared(Comparison(ComparedBy.WEEKDAY, ("tuesday",))), "One comparison cannot show"),
    "no comparison": (compared(None), "“Calls on Mondays from 9am to 11am” is compared with nothing"),
    "no guard": (guarded_by(PLAN.outcomes[2]), "Nothing guards against harm"),
    "no cost": (replace(PLAN, cost=None), "does not say what it costs"),
    "no approval": (replace(PLAN, approved_by=""), "who approved it"),
}


def test_nothing_is_said_of_a_sound_plan() -> None:
    assert plan_notes(PLAN, [PLAN]) == ()


@pytest.mark.parametrize(("plan", "note"), NOTES.values(), ids=NOTES)
def test_what_should_be_known_is_said(plan: PilotPlan, note: str) -> None:
    (said,) = plan_notes(plan)
    assert note in said


@pytest.mark.parametrize(
    ("where", "first", "is_said"),
    [
        (Where((1, 2)), LAST, True),
        (Where((2,)), LAST, False),
        (Where(channels=("web",)), LAST, False),
        (Where((1, 2)), date(2027, 3, 1), False),
    ],
)
def test_another_pilot_is_named_where_it_touches_the_same_contacts_at_the_same_time(
    where: Where, first: date, is_said: bool
) -> None:
    other = replace(entitled("other", moved(first, date(2027, 6, 1))), where=where)
    assert any("The pilot “Other” touches" in note for note in plan_notes(PLAN, [PLAN, other])) is is_said
