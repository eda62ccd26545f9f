"""The proof that matters most: every question's sums equal the same definition worked by brute force on the records."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import brute_clocks
import brute_contacts
import brute_waits
import polars as pl
import pytest
from awkward_records import DAYS_AHEAD, LAST, PROMISED_DAYS, QUEUES, SEED, SERVICES, awkward_deliveries
from brute_force import Records
from drawn import DAYS, LIMITS, asked_of, both, dated, often, scopes
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.warehouse.opening import Scope, Warehouse
from frontdoor.warehouse.working_days import calendar

pytestmark = pytest.mark.slow

FURTHER = ("language", "tenure", "assistance", "adjustment")
ATTRIBUTES = (None, None, None, "ward", "reason", *FURTHER)
DIGITAL = st.just([]) | dated(channel=st.sampled_from(("web", "email", "chat")))
PRICES = {name: st.sampled_from((0.0, 12.5, 300.0)) for name in ("low_pence", "pence", "high_pence")}
COSTS = st.just([]) | dated(channel=st.sampled_from(("phone", "web")), **PRICES)


def promises(days: st.SearchStrategy[int]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Promises to every queue, and in some cases one queue's own."""
    to_all, to_one = dated(queue=st.none(), working_days=days), dated(queue=st.just(QUEUES[0]), working_days=days)
    return to_all | st.builds(both, to_all, to_one)


UNCHANGED = [{"queue": None, "from_date": date(2020, 1, 1), "before_date": None, "working_days": PROMISED_DAYS[0]}]
PROMISED = st.just([]) | st.just(UNCHANGED) | promises(st.sampled_from(PROMISED_DAYS)) | promises(st.integers(0, 12))
HOURS = st.fixed_dictionaries(
    {
        "queue": st.sampled_from((None, QUEUES[0])), "weekday": st.integers(1, 8), "from_date": DAYS, "before_date": st.none(),
        "from_half_hour": st.sampled_from((0, 17, 18)), "before_half_hour": st.sampled_from((18, 34, 48)),
    }
)  # fmt: skip


def as_sums(frame: pl.DataFrame, *more_keys: str) -> dict[Any, dict[str, Any]]:
    keys = ("period_start", "service", "channel", "value", *more_keys)
    return {
        tuple(row[key] for key in keys): {name: row[name] for name in row if name not in keys}
        for row in frame.to_dicts()
    }


def anywhere(sums: Mapping[Any, Mapping[str, int]]) -> dict[Any, dict[str, int]]:
    """Return the same sums added up over services and channels."""
    added: dict[Any, dict[str, int]] = {}
    for (period, _, _, *rest), amounts in sums.items():
        held = added.setdefault((period, "all", "all", *rest), dict.fromkeys(amounts, 0))
        held.update({name: held[name] + amount for name, amount in amounts.items()})
    return added


def assert_same(found: Mapping[Any, Mapping[str, Any]], wanted: Mapping[Any, Mapping[str, Any]]) -> None:
    """Fail where a key is missing on either side, or a sum differs; a column brute force never added to is null."""
    assert sorted(map(str, found)) == sorted(map(str, wanted))
    for key, sums in found.items():
        expected = {name: wanted[key].get(name) for name in sums}
        assert sums == pytest.approx(expected, nan_ok=False), key


@often
@given(scope=scopes(attributes=ATTRIBUTES), digital=DIGITAL, costs=COSTS)
def test_contact_totals(
    warehouse: Warehouse, records: Records, scope: Scope, digital: list[Any], costs: list[Any]
) -> None:
    asked = asked_of(scope)
    if scope.attribute and not asked.is_by_whole_months(digital, costs):
        return
    wanted = brute_contacts.contact_totals(records, asked, digital, costs)
    for question in ("contact_totals", "contact_costs"):
        try:
            found = warehouse.ask(question, scope, {"digital_channels": digital, "unit_costs": costs}).frame
        except CannotTellError:
            assert not wanted
        else:
            assert_same(as_sums(found), wanted)


@pytest.mark.parametrize("attribute", FURTHER)
def test_contacts_by_who_they_are_from(warehouse: Warehouse, records: Records, attribute: str) -> None:
    scope = Scope(date(2025, 3, 1), date(2025, 5, 31), Grain.MONTH, attribute=attribute)
    wanted = brute_contacts.contact_totals(records, asked_of(scope), [], [])
    assert len({value for *_, value in wanted}) > 2
    found = warehouse.ask("contact_totals", scope, {"digital_channels": [], "unit_costs": []}).frame
    assert_same(as_sums(found), wanted)


@often
@given(
    scope=scopes(attributes=ATTRIBUTES),
    digital=DIGITAL,
    by_service=st.booleans(),
    by_channel=st.booleans(),
)
def test_contacts_online(  # noqa: PLR0917
    warehouse: Warehouse, records: Records, scope: Scope, digital: list[Any], by_service: bool, by_channel: bool
) -> None:
    asked, apart = asked_of(scope), {"by_service": by_service, "by_channel": by_channel}
    if scope.attribute and not asked.is_by_whole_months(digital):
        return
    wanted = brute_contacts.contacts_online(records, asked, digital, **apart)
    try:
        found = warehouse.ask("contacts_online", scope, {"digital_channels": digital, **apart}).frame
    except CannotTellError:
        assert not wanted
    else:
        assert_same(as_sums(found), wanted)


@often
@given(scope=scopes(), limits=LIMITS, short_limits=LIMITS)
def test_waits_within(
    warehouse: Warehouse, records: Records, scope: Scope, limits: list[Any], short_limits: list[Any]
) -> None:
    wanted = brute_waits.waits_within(records, asked_of(scope), limits, short_limits)
    try:
        found = warehouse.ask("waits_within", scope, {"limits": limits, "short_limits": short_limits}).frame
    except CannotTellError:
        assert not wanted
    else:
        assert_same(as_sums(found), wanted)


@often
@given(scope=scopes(), within_days=st.sampled_from(DAYS_AHEAD) | st.integers(0, 90), as_at=DAYS, digital=DIGITAL)
def test_follow_ups_within(  # noqa: PLR0917
    warehouse: Warehouse, records: Records, scope: Scope, within_days: int, as_at: date, digital: list[Any]
) -> None:
    parameters = {"within_days": within_days, "as_at": as_at, "digital_channels": digital}
    found = warehouse.ask("follow_ups_within", scope, parameters).frame
    assert_same(as_sums(found), brute_contacts.follow_ups_within(records, asked_of(scope), within_days, as_at, digital))


@often
@given(scope=scopes(), within_days=st.sampled_from(DAYS_AHEAD) | st.integers(0, 90), as_at=DAYS, digital=DIGITAL)
def test_journeys_within(  # noqa: PLR0917
    warehouse: Warehouse, records: Records, scope: Scope, within_days: int, as_at: date, digital: list[Any]
) -> None:
    parameters = {"within_days": within_days, "as_at": as_at, "digital_channels": digital}
    found = warehouse.ask("journeys_within", scope, parameters).frame
    wanted = brute_contacts.journeys_within(records, asked_of(scope), within_days, as_at, digital)
    assert_same(as_sums(found, "queue", "next_channel"), wanted)


@often
@given(scope=scopes(), opening=st.lists(HOURS, max_size=6))
def test_half_hour_totals(warehouse: Warehouse, records: Records, scope: Scope, opening: list[Any]) -> None:
    days = calendar("Europe/London", "GB-ENG")
    day_types = dict(days.select("activity_date", "day_type").iter_rows())
    found = warehouse.ask("half_hour_totals", scope, {"opening": opening}).frame
    assert_same(as_sums(found), brute_contacts.half_hour_totals(records, asked_of(scope), opening, day_types))


@settings(often, max_examples=150)
@given(
    scope=scopes(attributes=(None, None, "ward")),
    clock=st.sampled_from(("first_reply", "completion")),
    promised=PROMISED,
    as_at=st.just(LAST + timedelta(days=20)) | DAYS,
)
def test_clock_results(  # noqa: PLR0917
    warehouse: Warehouse, records: Records, scope: Scope, clock: str, promised: list[Any], as_at: date
) -> None:
    days = calendar("Europe/London", "GB-ENG")
    works = dict(days.select("activity_date", "is_working_day").iter_rows())
    found = warehouse.ask("clock_results", scope, {"clock": clock, "promised": promised, "as_at": as_at}).frame
    wanted = brute_clocks.clock_results(records, asked_of(scope), clock, promised, as_at, works)
    assert_same(as_sums(found), wanted)


@often
@given(
    scope=scopes(attributes=(None, "ward")),
    clock=st.sampled_from(("first_reply", "completion")),
    as_at=DAYS | st.just(LAST),
    by_place=st.booleans(),
)
def test_clock_durations(  # noqa: PLR0917
    warehouse: Warehouse, records: Records, scope: Scope, clock: str, as_at: date, by_place: bool
) -> None:
    found = warehouse.ask("clock_durations", scope, {"clock": clock, "as_at": as_at, "by_place": by_place}).frame
    wanted = brute_clocks.clock_durations(records, asked_of(scope), clock, as_at)
    assert_same(as_sums(found, "elapsed_days"), wanted if by_place else anywhere(wanted))


@often
@given(scope=scopes())
def test_case_totals(warehouse: Warehouse, records: Records, scope: Scope) -> None:
    assert_same(as_sums(warehouse.ask("case_totals", scope).frame), brute_clocks.case_totals(records, asked_of(scope)))


@often
@given(scope=scopes(), by_place=st.booleans())
def test_wait_seconds(warehouse: Warehouse, records: Records, scope: Scope, by_place: bool) -> None:
    found = warehouse.ask("wait_seconds", scope, {"by_place": by_place}).frame
    wanted = brute_waits.wait_seconds(records, asked_of(scope))
    assert_same(as_sums(found, "seconds_waited"), wanted if by_place else anywhere(wanted))


@often
@given(scope=scopes(whole_months=True).filter(lambda scope: scope.grain is Grain.MONTH))
def test_wait_quantiles(warehouse: Warehouse, records: Records, scope: Scope) -> None:
    found = warehouse.ask("wait_quantiles", scope).frame
    assert_same(as_sums(found), brute_waits.wait_quantiles(records, asked_of(scope)))


def test_the_marts_of_promises_and_the_slow_way_are_both_asked(warehouse: Warehouse) -> None:
    whole = Scope(date(2025, 3, 1), date(2025, 5, 31))

    def mart(days: int, as_at: date = warehouse.as_at, from_date: date = date(2020, 1, 1)) -> str:
        promised = [{"queue": None, "from_date": from_date, "before_date": None, "working_days": days}]
        asked = {"clock": "first_reply", "promised": promised, "as_at": as_at}
        return warehouse.ask("clock_results", whole, asked).mart

    assert (mart(5), mart(6)) == ("clock_results_by_month", "clocks")
    assert mart(5, as_at=warehouse.as_at - timedelta(days=1)) == "clock_results_by_day"
    assert mart(5, from_date=date(2025, 2, 3)) == "clock_results_by_day"
    ahead = {
        (question, days): warehouse.ask(
            question, whole, {"within_days": days, "as_at": LAST, "digital_channels": []}
        ).mart
        for question in ("follow_ups_within", "journeys_within")
        for days in (7, 8)
    }
    assert list(ahead.values()) == ["follow_ups_by_day", "follow_ups", "journeys_by_month", "follow_ups"]


def test_the_deliveries_are_awkward(records: Records) -> None:
    contacts = records.contacts
    assert {row["service"] for row in contacts} >= set(SERVICES)
    assert any(row["started_local"].hour == 0 for row in contacts)
    assert any(row["activity_date"] == date(2025, 3, 30) for row in contacts)
    assert any(not row["counts"]["volume"] for row in contacts)
    assert len({row["grain"] for row in records.intervals}) == 3


def test_the_proof_holds_no_home_of_anyone(warehouse: Warehouse, tmp_path: Path) -> None:
    assert warehouse.generation == len(awkward_deliveries(SEED))
    assert not list(tmp_path.iterdir())
