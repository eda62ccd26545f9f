"""Are sums ready for the threshold in force, whatever a file says by now that nobody has approved?"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from small_warehouse import COUNCIL, Delivery, contact, council_with_threshold, load

from frontdoor.measures.measure import Parameter
from frontdoor.register.database import URL_VARIABLE
from frontdoor.register.register import open_register, thresholds_held
from frontdoor.strategy.council import Council
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.facts import STANDING_DAYS_AHEAD, declared
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.rebuilding import rebuild

NOW = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    made = tmp_path / COUNCIL.key
    made.mkdir()
    return made


def read_files(folder: Path, council: Council) -> None:
    register = open_register(folder)
    register.apply_files(council, NOW)
    register.close()


def waited(number: int, seconds: int) -> Delivery:
    return Delivery([contact(number, seconds_waited=seconds)], covered_to=date(2026, 5, 31))


def test_a_threshold_in_force_stays_on_the_ladder_when_the_file_changes(folder: Path) -> None:
    read_files(folder, council_with_threshold(37))
    load(Home(council_with_threshold(37), folder), waited(1, 36))
    changed = Home(council_with_threshold(41), folder)
    read_files(folder, changed.council)
    load(changed, waited(2, 38))
    rebuild(changed)
    warehouse = open_warehouse(changed)
    assert {37, 41} <= set(warehouse.thresholds)
    assert warehouse.known.declared.thresholds == (37, 41)


def test_promised_days_and_days_ahead_in_force_are_kept_too(folder: Path) -> None:
    read_files(folder, written_within(days=4))
    held = thresholds_held(folder)
    found = declared(written_within(days=6), held)
    assert found.promises == (("first_reply", 4), ("first_reply", 6))
    assert set(found.days_ahead) - set(STANDING_DAYS_AHEAD) == {4, 6}


def written_within(days: int) -> Council:
    dated = {
        Parameter.PROMISED_WORKING_DAYS: (DatedValue(ALWAYS, days),),
        Parameter.WITHIN_DAYS: (DatedValue(ALWAYS, days),),
    }
    measure = PromisedMeasure("replied", "replied_in_time", "Replied", "", dated, (), (), ())
    return replace(COUNCIL, measures=(measure,))


def test_a_home_without_a_register_holds_no_thresholds_and_gets_none(folder: Path) -> None:
    assert thresholds_held(folder) == {}
    assert list(folder.iterdir()) == []
