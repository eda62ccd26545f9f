"""The planner takes the coarsest mart that can answer, and says why where none can."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from small_warehouse import Delivery, contact, home_with, interval

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.warehouse.asking import extra_parameters
from frontdoor.warehouse.facts import Declared
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse
from frontdoor.warehouse.planner import Known, table_for
from frontdoor.warehouse.sql_files import sql_file

MAY = Scope(date(2026, 5, 1), date(2026, 5, 31))
TOTALS = sql_file("", "contact_totals")


def limits(seconds: int) -> dict[str, object]:
    row = {"queue": None, "from_date": date(2020, 1, 1), "before_date": None, "within_seconds": seconds}
    return {"limits": [row], "short_limits": []}


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return open_warehouse(home_with(tmp_path, Delivery([contact(1, ward="north")])))


def test_whole_months_take_the_monthly_mart() -> None:
    assert table_for(TOTALS, MAY, {}) == "contacts_by_attribute"


@pytest.mark.parametrize(
    "scope",
    [
        Scope(date(2026, 5, 1), date(2026, 5, 31), Grain.DAY),
        Scope(date(2026, 5, 1), date(2026, 5, 31), Grain.WEEK),
        Scope(date(2026, 5, 2), date(2026, 5, 31)),
        Scope(date(2026, 5, 1), date(2026, 5, 30)),
    ],
)
def test_anything_finer_takes_the_daily_mart(scope: Scope) -> None:
    assert table_for(TOTALS, scope, {}) == "contacts_by_day"


CUT = Scope(date(2026, 3, 4), date(2026, 5, 20))


def test_a_question_that_settles_dates_takes_months_for_a_period_cut_at_both_ends() -> None:
    assert table_for(sql_file("", "half_hour_totals"), CUT, {}) == "contacts_by_week_shape"
    known = Known(declared=Declared(days_ahead=(3,)))
    assert table_for(sql_file("", "journeys_within"), CUT, {"within_days": 3}, known) == "journeys_by_month"


def test_it_takes_single_days_by_week_and_where_a_setting_changed_within_a_month() -> None:
    with pytest.raises(CannotTellError, match="whole months"):
        table_for(sql_file("", "half_hour_totals"), replace(CUT, grain=Grain.WEEK), {})
    asked = {
        "within_days": 3,
        "digital_channels": [{"channel": "web", "from_date": date(2026, 4, 2), "before_date": None}],
    }
    with pytest.raises(CannotTellError, match="changed during a month"):
        table_for(sql_file("", "journeys_within"), CUT, asked, Known(declared=Declared(days_ahead=(3,))))


@pytest.mark.parametrize(("day", "mart"), [(1, "contacts_by_attribute"), (15, "contacts_by_day")])
def test_a_decision_changed_inside_a_month_takes_the_daily_mart(day: int, mart: str) -> None:
    two_months = Scope(date(2026, 4, 1), date(2026, 5, 31))
    changed = [{"channel": "web", "from_date": date(2026, 5, day), "before_date": None}]
    assert table_for(TOTALS, two_months, {"digital_channels": changed}) == mart


@pytest.mark.parametrize(
    ("services", "channels", "reason"),
    [
        (("waste", "housing"), (), "for one service or one channel"),
        ((), ("phone", "chat"), "for one service or one channel"),
        (("waste",), ("phone",), "by service or by channel, never by both"),
    ],
)
def test_what_is_added_up_beforehand_serves_one_place_or_all(
    services: tuple[str, ...], channels: tuple[str, ...], reason: str
) -> None:
    day = Scope(MAY.first, MAY.last, Grain.DAY, services, channels)
    with pytest.raises(CannotTellError, match=reason):
        table_for(sql_file("", "half_hours"), day, {})
    assert table_for(sql_file("otherwise", "half_hours"), day, {}) == (
        "contacts_by_half_hour" if services and channels else "half_hours_added_up"
    )


def test_a_setting_of_one_queue_is_never_asked_of_a_mart_without_queues() -> None:
    own = {"limits": [row | {"queue": "main"} for row in limits(20)["limits"]]}  # type: ignore[attr-defined]
    with pytest.raises(CannotTellError, match="The queue main has settings of its own"):
        table_for(sql_file("", "half_hour_waits"), MAY, own)
    assert table_for(sql_file("otherwise", "half_hour_waits"), MAY, own) == "waits_by_half_hour"


def test_waits_are_not_recorded_by_ward(warehouse: Warehouse) -> None:
    with pytest.raises(CannotTellError, match=r"^Waits are not recorded by ward\.$"):
        warehouse.ask("waits_within", Scope(MAY.first, MAY.last, attribute="ward"), limits(20))


def test_ward_figures_are_whole_months(warehouse: Warehouse) -> None:
    part = Scope(date(2026, 5, 3), MAY.last, attribute="ward")
    with pytest.raises(CannotTellError, match="whole months"):
        warehouse.ask("contact_totals", part, {"digital_channels": [], "unit_costs": []})


def test_quantiles_are_not_added_up_over_a_quarter(warehouse: Warehouse) -> None:
    with pytest.raises(CannotTellError, match="cannot be added up"):
        warehouse.ask("wait_quantiles", Scope(date(2026, 4, 1), date(2026, 6, 30), Grain.QUARTER))


def test_follow_ups_beyond_ninety_days_are_refused(warehouse: Warehouse) -> None:
    with pytest.raises(CannotTellError, match="up to 90 days, not 91"):
        warehouse.ask("follow_ups_within", MAY, {"within_days": 91, "as_at": MAY.last, "digital_channels": []})


def test_a_threshold_not_on_the_ladder_is_not_guessed(warehouse: Warehouse) -> None:
    with pytest.raises(CannotTellError, match="Within 37 seconds is not worked out yet"):
        warehouse.ask("waits_within", MAY, limits(37))


def test_a_summary_source_answers_only_its_own_threshold(tmp_path: Path) -> None:
    day = interval(1, threshold_seconds=20, calls_offered=9, calls_answered=8, calls_answered_within=6)
    warehouse = open_warehouse(home_with(tmp_path, Delivery([day], "pbx", "contact_intervals")))
    assert warehouse.ask("waits_within", MAY, limits(20)).frame["answered_within"].to_list() == [6]
    with pytest.raises(
        CannotTellError, match="Within 60 seconds is not available from this source: it records only 20"
    ):
        warehouse.ask("waits_within", MAY, limits(60))


def test_days_of_a_source_that_knows_only_months_are_refused(tmp_path: Path) -> None:
    month = interval(1, datetime(2026, 5, 1), grain="month", calls_offered=300)
    warehouse = open_warehouse(home_with(tmp_path, Delivery([month], "sheet", "contact_intervals")))
    nothing: dict[str, object] = {"digital_channels": [], "unit_costs": []}
    assert warehouse.ask("contact_totals", MAY, nothing).frame["contacts"].to_list() == [300]
    for part in (Scope(MAY.first, date(2026, 5, 14)), Scope(date(2026, 5, 4), MAY.last, Grain.DAY, ("waste",))):
        with pytest.raises(CannotTellError, match="choose whole months"):
            warehouse.ask("contact_totals", part, nothing)


def test_no_waits_at_all_is_no_data_and_no_error(warehouse: Warehouse) -> None:
    april = Scope(date(2026, 4, 1), date(2026, 4, 30))
    assert warehouse.ask("waits_within", april, limits(37)).frame.is_empty()


def test_a_parameter_the_question_does_not_have_is_a_mistake_of_ours(warehouse: Warehouse) -> None:
    with pytest.raises(KeyError, match="colour"):
        warehouse.ask("case_totals", MAY, {"colour": "red"})


def test_the_header_says_what_a_question_needs() -> None:
    assert extra_parameters("follow_ups_within") == {"within_days", "as_at", "digital_channels"}
