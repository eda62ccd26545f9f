"""Are two sources compared over the services that both hold, and does the comparison say so?"""

from dataclasses import replace
from datetime import date, datetime

import pytest
from small_warehouse import COUNCIL, Delivery, Row, contact, home_at_once

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.reconciling import Reconciled, reconciled
from frontdoor.register.register import open_register
from frontdoor.strategy.council import SourceOfRecord
from frontdoor.warehouse.opening import open_warehouse

CALLS_COUNT = replace(COUNCIL, sources_of_record=(SourceOfRecord("calls"),))
MONTH_END = date(2026, 5, 31)
HELD = {
    "phone": ({"waste": 5, "benefits": 9, "planning": 2}, {"waste": 4, "planning": 2}),
    "visit": ({"waste": 5, "benefits": 9, "planning": 2}, {"waste": 4}),
    "email": ({"waste": 5, "benefits": 9}, {"waste": 4, "benefits": 9}),
    "letter": ({"waste": 5, "benefits": 9}, {"unknown": 13}),
    "web": ({"waste": 5}, {"planning": 4}),
}
"""Contacts of each service by channel, as the source of record has them and as the other source does."""


def rows(of_source: int) -> list[Row]:
    counted = [
        (channel, service, count) for channel, both in HELD.items() for service, count in both[of_source].items()
    ]
    return [
        contact(f"{channel}{service}{number}", datetime(2026, 5, 4, 10), channel=channel, service=service, outcome=None)
        for channel, service, count in counted
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reconciled]:
    """Return what is compared, by channel."""
    folder = tmp_path_factory.mktemp("reconciled") / COUNCIL.key
    deliveries = (Delivery(rows(0), "calls", covered_to=MONTH_END), Delivery(rows(1), "crm", covered_to=MONTH_END))
    home = home_at_once(folder, *deliveries, council=CALLS_COUNT)
    context = Context(home, home.council, open_warehouse(home), open_register(folder), Audience.OFFICER)
    return {row.channel: row for row in reconciled(context)}


def test_a_service_only_one_source_holds_is_left_out_and_named(found: dict[str, Reconciled]) -> None:
    row = found["Phone"]
    assert (row.source_of_record, row.contacts, row.other_source, row.other_contacts) == ("calls", 7, "crm", 6)
    assert (row.difference, row.compared) == (-1, "All but Benefits")


def test_what_is_compared_is_named_where_that_is_shorter(found: dict[str, Reconciled]) -> None:
    row = found["Visit"]
    assert (row.contacts, row.other_contacts, row.compared) == (5, 4, "Waste only")


def test_sources_of_the_same_services_are_compared_whole(found: dict[str, Reconciled]) -> None:
    row = found["Email"]
    assert (row.contacts, row.other_contacts, row.compared) == (14, 13, "All")


def test_a_source_that_never_says_which_service_is_compared_whole_and_it_says_so(found: dict[str, Reconciled]) -> None:
    row = found["Letter"]
    assert (row.contacts, row.other_contacts, row.compared) == (14, 13, "All: crm does not say which")


def test_sources_that_share_no_service_are_not_compared(found: dict[str, Reconciled]) -> None:
    assert sorted(found) == ["Email", "Letter", "Phone", "Visit"]
