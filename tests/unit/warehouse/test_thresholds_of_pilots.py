"""Are sums ready by half-hour for the thresholds that pilots are judged by, planned in a file or entered in the register?"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from small_warehouse import COUNCIL, Delivery, contact, load

from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain
from frontdoor.register.database import URL_VARIABLE
from frontdoor.register.register import open_register, plans_held
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import Warehouse, open_warehouse
from frontdoor.warehouse.scope import Scope
from tests.invented_pilots import PLAN

NOW = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
DAY = date(2026, 5, 4)
CALL = Delivery([contact(1, seconds_waited=40)], covered_to=date(2026, 5, 31))


def within(seconds: int) -> PilotPlan:
    outcomes = tuple(replace(each, parameters={Parameter.WITHIN_SECONDS: seconds}) for each in PLAN.outcomes)
    return replace(PLAN, outcomes=outcomes)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    made = tmp_path / COUNCIL.key
    made.mkdir()
    return made


def answered_within(warehouse: Warehouse, seconds: int) -> int:
    limits = [{"queue": None, "from_date": date(2000, 1, 1), "before_date": None, "within_seconds": seconds}]
    frame = warehouse.ask("half_hour_waits", Scope(DAY, DAY, Grain.DAY), {"limits": limits}).frame
    return int(frame["answered_within"].sum())


def test_those_of_a_plan_in_the_council_file_are(folder: Path) -> None:
    home = Home(replace(COUNCIL, own_plans=(within(37), replace(within(41), key="other"))), folder)
    load(home, CALL)
    warehouse = open_warehouse(home)
    assert warehouse.known.declared.thresholds == (37, 41)
    assert [answered_within(warehouse, seconds) for seconds in (37, 41)] == [0, 1]


def test_those_of_a_plan_in_the_register_are(folder: Path) -> None:
    register = open_register(folder)
    register.declare_pilot(within(41), "an officer", NOW)
    register.close()
    home = Home(COUNCIL, folder)
    load(home, CALL)
    assert answered_within(open_warehouse(home), 41) == 1


def test_no_register_is_made_to_look_for_plans(folder: Path) -> None:
    assert plans_held(folder) == ()
    assert not list(folder.iterdir())
