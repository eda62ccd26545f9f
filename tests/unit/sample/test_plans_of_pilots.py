"""The invented plans of the fictional councils' pilots: whole, entered when they say, and about what was planted."""

from collections import Counter
from pathlib import Path

import pytest

from frontdoor.answers.context import register_of
from frontdoor.commands.sample_pilots import EnteredPlan, enter_pilots, invented_plans, plans_folder
from frontdoor.strategy.council import Council
from frontdoor.strategy.pilot_plan import Role
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.homes import open_home
from sample_data.generator.councils import COUNCILS
from sample_data.planted import pilots as planted

WITH_PLANS = ("loddonvale", "trentside")


def council_file(key: str) -> Council:
    return read_council(shipped_councils() / f"{key}.toml")


def plans_of(council: str) -> tuple[EnteredPlan, ...]:
    return invented_plans(council_file(council))


EVERY = [each for council in WITH_PLANS for each in plans_of(council)]


def test_only_fictional_councils_have_invented_plans() -> None:
    found = {path.stem for path in plans_folder().glob("*.toml")}
    assert found == set(WITH_PLANS)
    assert found <= set(COUNCILS)
    assert plans_of("ouseford") == ()


@pytest.mark.parametrize("council", WITH_PLANS)
def test_every_plan_in_a_file_is_entered_once(council: str) -> None:
    written = (plans_folder() / f"{council}.toml").read_text(encoding="utf-8").count("\n[[pilot]]\n")
    assert Counter(each.plan.key for each in plans_of(council)).most_common(1)[0][1] == 1
    assert len(plans_of(council)) == written


@pytest.mark.parametrize("council", WITH_PLANS)
def test_a_pilot_that_the_real_strategy_announces_has_a_plan(council: str) -> None:
    announced = {pilot.key for pilot in council_file(council).strategy.pilots}
    assert announced
    assert announced <= {each.plan.key for each in plans_of(council)}


@pytest.mark.parametrize("entered", EVERY, ids=lambda each: each.plan.key)
def test_nothing_invented_passes_for_real(entered: EnteredPlan) -> None:
    plan = entered.plan
    assert plan.source == "invented"
    assert plan.cost is not None
    assert plan.cost.source == "invented"
    assert plan.cost.low < plan.cost.week < plan.cost.high
    bodies = [entered.author, plan.reported_to, *([plan.approved_by] if plan.approved_by else [])]
    assert all(body.endswith("(invented)") for body in bodies)


@pytest.mark.parametrize("entered", EVERY, ids=lambda each: each.plan.key)
def test_guards_have_margins_and_what_decides_has_a_worthwhile_change(entered: EnteredPlan) -> None:
    assert entered.plan.primary.worthwhile
    assert all(guard.margin for guard in entered.plan.guards)


def test_the_planted_days_are_those_of_the_plans() -> None:
    days = {each.plan.key: (each.plan.first_day, each.plan.last_day) for each in EVERY}
    assert days["monday_opening"] == (planted.MONDAYS_FIRST, planted.MONDAYS_LAST)
    assert days["housing_officer"] == (planted.HOUSING_FIRST, planted.HOUSING_LAST)
    assert days["bin_day_messages"] == (planted.MESSAGES_FIRST, planted.MESSAGES_LAST)
    assert days["housing"] == (planted.LODDONVALE_FIRST, planted.LODDONVALE_LAST)


def test_what_is_planted_as_nothing_is_an_outcome_that_is_watched() -> None:
    (messages,) = [each.plan for each in EVERY if each.plan.key == "bin_day_messages"]
    shares = [outcome for outcome in messages.outcomes if outcome.measure == "contacts_online"]
    assert [outcome.role for outcome in shares] == [Role.SECONDARY]


def test_every_plan_but_one_is_frozen_before_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path))
    home = open_home("trentside")
    assert [enter_pilots(home), enter_pilots(home)] == [len(plans_of("trentside")), 0]
    held = register_of(home.folder).pilots()
    assert [pilot.plan.key for pilot in held if pilot.is_retrospective] == ["council_tax_letters"]
    assert not [pilot for pilot in held if pilot.edits]
    for pilot, entered in zip(held, sorted(plans_of("trentside"), key=lambda each: each.plan.first_day), strict=True):
        assert (pilot.plan, pilot.author, pilot.recorded_at) == (entered.plan, entered.author, entered.entered_at)
