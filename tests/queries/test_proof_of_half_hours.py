"""Half-hours of days, asked of whichever mart can answer, equal the same definition worked by brute force on the records."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from awkward_records import EXTRA_THRESHOLD, LAST, OTHER_THRESHOLD, QUEUES
from brute_force import Records
from brute_half_hours import HalfHour, half_hour_results, half_hour_waits, half_hours
from drawn import asked_of, both, dated, often, scopes
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.warehouse.opening import Scope, Warehouse

HELD = st.sampled_from((EXTRA_THRESHOLD, OTHER_THRESHOLD, 20, 30))
"""The declared thresholds, those only summaries state among them."""
FOR_ALL = dated(queue=st.none(), within_seconds=HELD)
LIMITS = FOR_ALL | st.builds(
    both, st.just([]) | FOR_ALL, dated(queue=st.sampled_from((*QUEUES, "switchboard")), within_seconds=HELD)
)

pytestmark = pytest.mark.slow
YEAR = Scope(date(2025, 2, 1), LAST, Grain.DAY)


def by_half_hour(frame: pl.DataFrame) -> dict[HalfHour, dict[str, Any]]:
    """Return the sums of each half-hour; fail where one has two rows."""
    rows = {(row.pop("period_start"), row.pop("half_hour")): row for row in frame.to_dicts()}
    assert len(rows) == frame.height
    return rows


def as_returned(sums: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {name: sums.get(name) for name in names if name not in {"period_start", "half_hour"}}


@settings(often, max_examples=150)
@given(scope=scopes())
def test_half_hours(warehouse: Warehouse, records: Records, scope: Scope) -> None:
    found = warehouse.ask("half_hours", scope).frame
    wanted = half_hours(records, asked_of(scope))
    assert by_half_hour(found) == {key: as_returned(sums, found.columns) for key, sums in wanted.items()}


@settings(often, max_examples=100)
@given(scope=scopes())
def test_half_hour_results(warehouse: Warehouse, records: Records, scope: Scope) -> None:
    found = warehouse.ask("half_hour_results", scope).frame
    wanted = half_hour_results(records, asked_of(scope))
    assert by_half_hour(found) == {key: as_returned(sums, found.columns) for key, sums in wanted.items()}


@settings(often, max_examples=200)
@given(scope=scopes(), limits=st.just([]) | LIMITS)
def test_half_hour_waits(warehouse: Warehouse, records: Records, scope: Scope, limits: list[Any]) -> None:
    wanted = half_hour_waits(records, asked_of(scope), limits)
    try:
        found = warehouse.ask("half_hour_waits", scope, {"limits": limits}).frame
    except CannotTellError:
        assert not wanted
    else:
        assert by_half_hour(found) == {key: as_returned(sums, found.columns) for key, sums in wanted.items()}


@pytest.mark.parametrize("of_queues", [(), (QUEUES[0],), (*QUEUES, "switchboard")])
def test_a_limit_that_changes_every_other_day_counts_each_day_once(
    warehouse: Warehouse, records: Records, of_queues: tuple[str, ...]
) -> None:
    limits = [
        {"queue": queue, "from_date": day, "before_date": day + timedelta(days=2), "within_seconds": seconds}
        for place, queue in enumerate((None, *of_queues))
        for number in range(60)
        for day in [YEAR.first + timedelta(days=2 * number)]
        for seconds in [(EXTRA_THRESHOLD, 20, OTHER_THRESHOLD)[(number + place) % 3]]
    ]
    found = warehouse.ask("half_hour_waits", YEAR, {"limits": limits}).frame
    wanted = half_hour_waits(records, asked_of(YEAR), limits)
    assert by_half_hour(found) == {key: as_returned(sums, found.columns) for key, sums in wanted.items()}


def limit(seconds: int, queue: str | None = None) -> dict[str, object]:
    return {"queue": queue, "from_date": date(2020, 1, 1), "before_date": None, "within_seconds": seconds}


@pytest.mark.parametrize(
    ("services", "channels", "is_added_up"),
    [
        ((), (), True),
        (("waste",), (), True),
        ((), ("phone",), True),
        (("waste", "unknown"), (), True),
        ((), ("chat", "phone"), True),
        (("waste",), ("phone",), False),
        (("unknown", "waste"), ("chat", "phone"), False),
    ],
)
def test_places_are_added_up_beforehand_unless_services_and_channels_are_both_chosen(
    warehouse: Warehouse, services: tuple[str, ...], channels: tuple[str, ...], is_added_up: bool
) -> None:
    scope = Scope(YEAR.first, YEAR.last, Grain.DAY, services, channels)
    marts = (
        warehouse.ask("half_hours", scope).mart,
        warehouse.ask("half_hour_waits", scope, {"limits": [limit(EXTRA_THRESHOLD)]}).mart,
    )
    assert marts == (
        ("half_hours_added_up", "half_hour_waits_added_up")
        if is_added_up
        else ("contacts_by_half_hour", "waits_by_half_hour")
    )


def test_a_queue_with_a_limit_of_its_own_is_counted_by_it(warehouse: Warehouse) -> None:
    general = [limit(EXTRA_THRESHOLD)]
    own = warehouse.ask("half_hour_waits", YEAR, {"limits": [*general, limit(OTHER_THRESHOLD, QUEUES[0])]})
    assert own.mart == "waits_by_half_hour"
    for_all = warehouse.ask("half_hour_waits", YEAR, {"limits": general})
    assert own.frame["answered"].sum() == for_all.frame["answered"].sum()
    assert own.frame["answered_within"].sum() > for_all.frame["answered_within"].sum()


def test_times_of_day_are_not_recorded_by_ward(warehouse: Warehouse) -> None:
    by_ward = Scope(YEAR.first, YEAR.last, Grain.DAY, attribute="ward")
    with pytest.raises(CannotTellError, match=r"^Times of day are not recorded by ward\.$"):
        warehouse.ask("half_hours", by_ward)


def test_a_threshold_that_nobody_declared_is_not_guessed(warehouse: Warehouse) -> None:
    calls = Scope(YEAR.first, LAST + timedelta(days=1), Grain.DAY, channels=("phone", "chat"), services=("waste",))
    with pytest.raises(CannotTellError, match="Within 37 seconds is not worked out yet"):
        warehouse.ask("half_hour_waits", calls, {"limits": [limit(37)]})
