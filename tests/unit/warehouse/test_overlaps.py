"""Two sources that claim the same counts stop a load, unless the council says which counts."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from small_warehouse import COUNCIL, Delivery, contact, home_with, interval, load

from frontdoor.errors import UndeclaredOverlapError
from frontdoor.periods import Grain
from frontdoor.schema.units import Channel, Family
from frontdoor.strategy.council import SourceOfRecord
from frontdoor.warehouse.opening import Scope, open_warehouse

MAY = Scope(date(2026, 5, 1), date(2026, 5, 31))
PBX = Delivery([interval(1, calls_offered=9, calls_answered=7, calls_abandoned=2)], "pbx", "contact_intervals")
CRM = Delivery([contact(1), contact(2)], "crm")


def test_an_undeclared_overlap_names_sources_channel_dates_and_the_lines_to_add(tmp_path: Path) -> None:
    home = home_with(tmp_path, PBX)
    with pytest.raises(UndeclaredOverlapError) as told:
        load(home, CRM)
    for words in ("crm and pbx, channel phone, 2026-05-04 to 2026-05-04", "[[source_of_record]]", 'channel = "phone"'):
        assert words in str(told.value)
    assert home.current() == 1


def test_a_declared_source_counts_and_the_other_does_not(tmp_path: Path) -> None:
    council = replace(COUNCIL, sources_of_record=(SourceOfRecord("pbx", channel=Channel.PHONE),))
    warehouse = open_warehouse(home_with(tmp_path, PBX, CRM, council=council))
    frame = warehouse.ask("contact_totals", MAY, {"digital_channels": [], "unit_costs": []}).frame
    assert frame.select("contacts", "calls_offered").rows() == [(9, 9)]
    assert warehouse.coverage().filter(source="crm")["is_source_of_record"].to_list() == [False, False]


def test_volume_and_waits_may_come_from_different_sources(tmp_path: Path) -> None:
    records = (SourceOfRecord("crm"), SourceOfRecord("pbx", family=Family.WAITS))
    warehouse = open_warehouse(home_with(tmp_path, PBX, CRM, council=replace(COUNCIL, sources_of_record=records)))
    frame = warehouse.ask("contact_totals", MAY, {"digital_channels": [], "unit_costs": []}).frame
    assert frame.select("contacts", "calls_offered", "calls_answered").rows() == [(2, 9, 7)]


def test_a_declaration_holds_between_its_dates(tmp_path: Path) -> None:
    records = (
        SourceOfRecord("old", before_date=date(2026, 5, 5)),
        SourceOfRecord("new", from_date=date(2026, 5, 5)),
    )
    two_days = [contact(1), contact(2, datetime(2026, 5, 5, 9))]
    deliveries = (Delivery(two_days, "old"), Delivery([*two_days, contact(3, datetime(2026, 5, 5, 10))], "new"))
    warehouse = open_warehouse(home_with(tmp_path, *deliveries, council=replace(COUNCIL, sources_of_record=records)))
    by_day = replace(MAY, grain=Grain.DAY)
    frame = warehouse.ask("contact_totals", by_day, {"digital_channels": [], "unit_costs": []}).frame
    assert frame.select("period_start", "contacts").rows() == [(date(2026, 5, 4), 1), (date(2026, 5, 5), 2)]


def test_an_unknown_service_may_be_any_service(tmp_path: Path) -> None:
    unknown = Delivery([interval(1, service="unknown", calls_offered=9)], "pbx", "contact_intervals")
    with pytest.raises(UndeclaredOverlapError):
        load(home_with(tmp_path, unknown), CRM)


def test_a_monthly_summary_overlaps_every_day_of_its_month(tmp_path: Path) -> None:
    monthly = interval(1, datetime(2026, 5, 1), grain="month", calls_offered=300)
    with pytest.raises(UndeclaredOverlapError):
        load(home_with(tmp_path, Delivery([monthly], "pbx", "contact_intervals")), CRM)


def test_different_services_channels_or_days_do_not_overlap(tmp_path: Path) -> None:
    home = home_with(tmp_path, PBX)
    others = [
        contact(1, channel="chat"),
        contact(2, service="council_tax"),
        contact(3, datetime(2026, 5, 5, 9)),
    ]
    load(home, Delivery(others, "crm"))
    assert home.current() == 2
