"""The awkward records in force, and a warehouse in which they were loaded one delivery after another."""

from datetime import date

import pytest
from awkward_records import AWKWARD_COUNCIL, DECLARED, SEED, awkward_deliveries
from brute_force import Records, in_force
from small_warehouse import home_with

from frontdoor.warehouse.opening import Warehouse, open_warehouse


@pytest.fixture(scope="session")
def records() -> Records:
    deliveries = awkward_deliveries(SEED)
    covered: dict[str, date] = {}
    for delivery in deliveries:
        assert delivery.covered_to
        covered[delivery.source] = max(delivery.covered_to, covered.get(delivery.source, date.min))
    return Records(in_force(deliveries), DECLARED, covered)


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    folder = tmp_path_factory.mktemp("proof") / "home"
    return open_warehouse(home_with(folder, *awkward_deliveries(SEED), council=AWKWARD_COUNCIL))
