"""A few records whose half-hours are worked out by hand: two services, two channels, a summary, a change of the clocks."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from marts_compared import differences
from small_warehouse import (
    COUNCIL,
    Delivery,
    contact,
    council_with_threshold,
    home_at_once,
    home_with,
    interval,
    written,
)

from frontdoor.periods import Grain
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import Scope, open_warehouse
from frontdoor.warehouse.undoing import undo

PROMISING = council_with_threshold(20)
CLOCKS_BACK = date(2025, 10, 26)
YEAR = Scope(date(2025, 1, 1), date(2025, 12, 31), Grain.DAY)
FIRST = [
    contact(1, datetime(2025, 10, 26, 1, 10), seconds_waited=12, started_at=datetime(2025, 10, 26, 0, 10)),
    contact(2, datetime(2025, 10, 26, 1, 29), seconds_waited=40, started_at=datetime(2025, 10, 26, 1, 29)),
    contact(3, datetime(2025, 10, 26, 1, 30), outcome="abandoned", seconds_waited=90, service="council_tax"),
    written(4, datetime(2025, 10, 26, 1, 5), service="council_tax"),
    written(5, datetime(2025, 10, 26), is_time_known=False),
]
THEN = [
    contact(6, datetime(2025, 10, 26, 23, 59), channel="chat", outcome="called_back", seconds_waited=None),
    contact(3, datetime(2025, 10, 27, 9, 0), seconds_waited=5, updated_at=datetime(2025, 11, 1)),
]


def loaded(folder: Path, *rows: list[dict[str, object]]) -> Home:
    return home_with(folder, *(Delivery(each, covered_to=date(2025, 11, 1)) for each in rows), council=PROMISING)


def counted(home: Home, *columns: str, **chosen: tuple[str, ...]) -> dict[tuple[int, int], tuple[object, ...]]:
    """Return {(day of October, half-hour): columns} of half_hours."""
    frame = open_warehouse(home).ask("half_hours", replace(YEAR, **chosen)).frame
    return {(row[0].day, row[1]): row[2:] for row in frame.select("period_start", "half_hour", *columns).rows()}


def test_both_hours_the_clocks_pass_twice_are_one_and_a_letter_without_a_time_is_in_none(tmp_path: Path) -> None:
    home = loaded(tmp_path, FIRST)
    # 01:10 before and 01:29 after the change, and the e-mail of 01:05; longest 40
    assert counted(home, "contacts", "calls_offered", "longest_wait_seconds") == {
        (26, 2): (3, 2, 40),
        (26, 3): (1, 1, 90),
    }


def test_services_and_channels_are_told_apart(tmp_path: Path) -> None:
    home = loaded(tmp_path, FIRST)
    assert counted(home, "contacts", services=("waste",)) == {(26, 2): (2,)}
    assert counted(home, "contacts", channels=("email",)) == {(26, 2): (1,)}
    assert counted(home, "calls_abandoned", services=("council_tax",), channels=("phone",)) == {(26, 3): (1,)}
    assert counted(home, "contacts", services=("council_tax", "waste")) == {(26, 2): (3,), (26, 3): (1,)}
    assert counted(home, "contacts", services=("housing",)) == {}


def test_what_nobody_recorded_is_null_and_not_0(tmp_path: Path) -> None:
    home = loaded(tmp_path, FIRST)
    assert counted(home, "calls_offered", "seconds_to_answer", channels=("email",)) == {(26, 2): (None, None)}


def test_a_summary_of_half_hours_is_in_and_one_of_days_is_not(tmp_path: Path) -> None:
    known = {"calls_offered": 9, "calls_answered": 7, "calls_answered_within": 6, "threshold_seconds": 20}
    rows = [
        interval(1, datetime(2025, 10, 26, 9, 30), grain="half_hour", **known),
        interval(2, datetime(2025, 10, 26), grain="day", **known),
    ]
    home = home_with(tmp_path, Delivery(rows, "pbx", "contact_intervals"), council=PROMISING)
    limits = [{"queue": None, "from_date": date(2020, 1, 1), "before_date": None, "within_seconds": 20}]
    waits = open_warehouse(home).ask("half_hour_waits", YEAR, {"limits": limits}).frame
    assert waits.rows() == [(CLOCKS_BACK, 19, 9, 7, 6, None)]
    assert counted(home, "contacts", "calls_offered") == {(26, 19): (9, 9)}


def test_a_corrected_record_leaves_its_half_hour_and_an_undone_load_was_never_there(tmp_path: Path) -> None:
    home = loaded(tmp_path / "one by one", FIRST, THEN)
    assert counted(home, "contacts", channels=("phone",)) == {(26, 2): (2,), (27, 18): (1,)}
    assert counted(home, "contacts", "calls_offered", channels=("chat",)) == {(26, 47): (1, 1)}
    both = [Delivery(each, covered_to=date(2025, 11, 1)) for each in (FIRST, THEN)]
    assert differences(home, home_at_once(tmp_path / "at once", *both, council=PROMISING)) == {}
    undo(home, 2)
    assert differences(home, loaded(tmp_path / "first only", FIRST)) == {}


def test_marts_of_a_council_without_a_threshold_hold_no_waits(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery(FIRST, covered_to=date(2025, 11, 1)), council=COUNCIL)
    assert open_warehouse(home).ask("half_hour_waits", YEAR, {"limits": []}).frame.is_empty()
