"""A second source describes another's contacts through a shared key, and adds no count of its own."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from small_warehouse import COUNCIL, Delivery, contact, home_with, load

from frontdoor.errors import CannotTellError, StrategyError
from frontdoor.strategy.council import SharedKey, SourceOfRecord
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse
from frontdoor.warehouse.undoing import undo

LINKED = replace(
    COUNCIL,
    sources_of_record=(SourceOfRecord("calls"),),
    shared_keys=(SharedKey("crm", "calls", "case_id", "contact_id", ("reason", "ward")),),
)
CALLS = Delivery([contact(1), contact(2, ward="south"), contact(3, datetime(2026, 6, 2, 9))])
CRM = Delivery(
    [
        contact("a", case_id="1", reason="missed bin", ward="north"),
        contact("b", case_id="2", reason="bill", ward="north"),
        contact("c", datetime(2026, 6, 9, 9), case_id="3", reason="bill"),
    ],
    "crm",
)
TWO_MONTHS = Scope(date(2026, 5, 1), date(2026, 6, 30))


def test_calls_take_reason_and_ward_from_the_linked_rows(tmp_path: Path) -> None:
    warehouse = open_warehouse(home_with(tmp_path, CALLS, CRM, council=LINKED))
    frame = warehouse.ask("contact_totals", TWO_MONTHS, {"digital_channels": [], "unit_costs": []}).frame
    assert frame["contacts"].to_list() == [2, 1]
    assert counted_by(warehouse, "reason") == {"missed bin": 1, "bill": 2}
    assert counted_by(warehouse, "ward") == {"north": 1, "south": 1, "unknown": 1}  # what a row says itself stays


def counted_by(warehouse: Warehouse, attribute: str) -> dict[str, int]:
    scope = replace(TWO_MONTHS, attribute=attribute)
    rows = warehouse.ask("contact_totals", scope, {"digital_channels": [], "unit_costs": []}).frame
    counted: dict[str, int] = {}
    for value, contacts in rows.select("value", "contacts").iter_rows():
        counted[value] = counted.get(value, 0) + contacts
    return counted


def test_it_makes_no_difference_which_came_first(tmp_path: Path) -> None:
    warehouse = open_warehouse(home_with(tmp_path, CRM, CALLS, council=LINKED))
    assert counted_by(warehouse, "reason") == {"missed bin": 1, "bill": 2}


def test_a_linked_row_undone_takes_its_words_back(tmp_path: Path) -> None:
    home = home_with(tmp_path, CALLS, CRM, council=LINKED)
    load(home, Delivery([contact(4)]))
    undo(home, 2)
    with pytest.raises(CannotTellError, match="Contacts are not recorded by reason"):
        counted_by(open_warehouse(home), "reason")
    assert counted_by(open_warehouse(home), "ward") == {"south": 1, "unknown": 3}


def test_a_count_cannot_be_added_from_another_source(tmp_path: Path) -> None:
    wrong = replace(LINKED, shared_keys=(SharedKey("crm", "calls", "case_id", "contact_id", ("seconds_waited",)),))
    with pytest.raises(StrategyError, match="seconds_waited cannot be added from another source"):
        home_with(tmp_path, CALLS, council=wrong)
