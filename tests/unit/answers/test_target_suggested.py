"""What a target could be: never invented, each with its reasoning and what it would take, none where nothing is known."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from frontdoor.answers.answer import Change, Point, Provenance, Result
from frontdoor.answers.target_suggested import round_target, suggestions, why_none
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period, add_months
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import Judgement, State
from frontdoor.strategy.peers import Definition, PeerFigure, PeerKind
from frontdoor.strategy.strategy import PromisedMeasure

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
NOWHERE = Provenance(1, OCTOBER.last, "", (), (), (), (), (), "")
NOBODY = SimpleNamespace(council=SimpleNamespace(peers=()))


def result(measure: str, values: list[float | None], calls: float = 1000.0) -> Result:
    first = add_months(OCTOBER.first, 1 - len(values))
    trend = tuple(
        Point(add_months(first, place), value, None if value is None else value * calls, calls)
        for place, value in enumerate(values)
    )
    return Result(
        measure, "Calls", CATALOGUE[measure], "", OCTOBER, values[-1], None, calls, Judgement(State.TO_BE_SET, None),
        trend, Change("none", "No real change"), (), NOWHERE,
    )  # fmt: skip


def promised(measure: str) -> PromisedMeasure:
    return PromisedMeasure(measure, measure, "Calls", "", {}, (), (), ())


def made(measure: str, values: list[float | None], context: object = NOBODY) -> dict[str, tuple[float, str, str]]:
    found = suggestions(promised(measure), result(measure, values), context)  # type: ignore[arg-type]
    return {each.title: (each.value, each.reasoning, each.takes) for each in found}


def test_the_limits_of_what_is_seen_are_offered_with_what_they_would_take() -> None:
    # 80%, 84% in turn: mean 82%, every moving range 4 points, limits 82 -+ 2.66 * 4 = 71.36 and 92.64
    found = made("repeat_contact", [0.10, 0.14] * 12)
    assert found["Kept as things are"][0] == pytest.approx(0.23)  # 12 + 10.64 = 22.64, rounded to the easier side
    assert found["What we do now"][0] == pytest.approx(0.12)
    assert "Kept in 6 of the last 12 months" in found["What we do now"][2]
    value, _, takes = found["Out of reach as things are"]
    assert value == pytest.approx(0.01)  # 12 - 10.64 = 1.36, rounded to the harder side in half points
    assert "about 110 fewer of 1,000" in takes  # 12% of 1,000 less 1% of 1,000


def test_the_pace_is_offered_only_where_it_is_for_the_better() -> None:
    improving = [0.20] * 12 + [0.15] * 12
    value, why, _ = made("repeat_contact", improving)["At the pace of the last year"]
    assert value == pytest.approx(0.10)
    assert "from 20% to 15%" in why
    assert "At the pace of the last year" not in made("repeat_contact", improving[::-1])


def test_others_count_only_where_their_definition_is_ours() -> None:
    def peer(council: str, value: float, definition: Definition) -> PeerFigure:
        return PeerFigure(
            council, "repeat_contact", None, PeerKind.TARGET, value, "2025", "", definition, "x", "https://e.org"
        )

    others = (peer("Same", 0.08, Definition.SAME), peer("Other", 0.50, Definition.DIFFERENT))
    context = SimpleNamespace(council=SimpleNamespace(peers=others))
    value, why, takes = made("repeat_contact", [0.1] * 3, context)["What others aim at"]
    assert value == pytest.approx(0.08)
    assert "Same aims at 8% (2025)" in why
    assert "Other" not in why
    assert "Kept in 0 of the last 3 months" in takes


def test_too_few_months_suggest_nothing_and_say_so() -> None:
    few = result("repeat_contact", [0.1, None, 0.2])
    assert suggestions(promised("repeat_contact"), few, NOBODY) == ()  # type: ignore[arg-type]
    assert why_none(promised("repeat_contact"), few).startswith("2 finished months of figures: 12 are needed")


def test_an_unfinished_month_is_no_baseline() -> None:
    whole = result("repeat_contact", [0.10, 0.14] * 6)
    cut = replace(whole, trend=(*whole.trend[:-1], replace(whole.trend[-1], is_complete=False)))
    assert suggestions(promised("repeat_contact"), whole, NOBODY)  # type: ignore[arg-type]
    assert suggestions(promised("repeat_contact"), cut, NOBODY) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "rounded"),
    [
        (0.8249, Unit.SHARE, 0.82),
        (0.0726, Unit.SHARE, 0.075),
        (1.2, Unit.SHARE, 1.0),
        (-0.1, Unit.SHARE, 0.0),
        (63.0, Unit.SECONDS, 65.0),
        (247.0, Unit.SECONDS, 240.0),
        (4.7, Unit.WORKING_DAYS, 4.5),
        (283.0, Unit.PENCE, 280.0),
    ],
)
def test_targets_are_rounded_as_people_write_them(value: float, unit: Unit, rounded: float) -> None:
    assert round_target(value, unit) == pytest.approx(rounded)
