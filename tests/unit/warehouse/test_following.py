"""Contacts added to what is held change who followed whom, as if all had come at once; so do what has come due, and cases."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from small_warehouse import Delivery, Row, contact, home_at_once, home_with

from frontdoor.warehouse.home import Home

MAY_4, MAY_9, MAY_20 = (datetime(2026, 5, day, 9) for day in (4, 9, 20))


def rows(home: Home, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(home.marts_file(home.current() or 0)), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def gaps(home: Home) -> list[tuple[Any, ...]]:
    """Return day of the month, gap in days, next channel and contacts of every row of follow_ups."""
    return rows(
        home,
        "select day(activity_date), gap_days, next_channel, contacts from follow_ups where contacts > 0 order by all",
    )


def call(number: int, at: datetime, **given: Any) -> Row:
    return contact(number, at, customer="c1", **given)


def test_a_contact_between_two_held_ones_is_followed_and_follows(tmp_path: Path) -> None:
    held = Delivery([call(1, MAY_4), call(2, MAY_20)])
    assert gaps(home_with(tmp_path / "held", held)) == [(4, 16, "phone", 1)]
    home = home_with(tmp_path / "one", held, Delivery([call(3, MAY_9, channel="visit")]))
    assert gaps(home) == [(4, 5, "visit", 1), (9, 11, "phone", 1)]


def test_a_contact_that_was_passed_on_follows_once(tmp_path: Path) -> None:
    held = Delivery([call(1, MAY_4), call(2, MAY_9, conversation_id="k")])
    added = Delivery([call(3, datetime(2026, 5, 9, 10), conversation_id="k", queue="second"), call(4, MAY_20)])
    home = home_with(tmp_path / "one", held, added)
    assert gaps(home) == gaps(home_at_once(tmp_path / "two", held, added)) == [(4, 5, "phone", 1), (9, 11, "phone", 1)]


def test_contacts_of_nobody_known_change_no_follow_ups(tmp_path: Path) -> None:
    held = Delivery([call(1, MAY_4), call(2, MAY_20)])
    assert gaps(home_with(tmp_path, held, Delivery([contact(3, MAY_9)]))) == [(4, 16, "phone", 1)]


def test_a_corrected_contact_is_followed_as_it_is_now(tmp_path: Path) -> None:
    held = Delivery([call(1, MAY_4), call(2, MAY_20)])
    moved = Delivery([call(2, MAY_9, updated_at=datetime(2026, 6, 1))])
    assert gaps(home_with(tmp_path, held, moved)) == [(4, 5, "phone", 1)]


@pytest.mark.parametrize(("covered_to", "due_month"), [(date(2026, 5, 12), None), (date(2026, 6, 2), date(2026, 5, 1))])
def test_what_comes_due_counts_though_no_record_of_its_month_was_loaded(
    tmp_path: Path, covered_to: date, due_month: date | None
) -> None:
    promised = contact(1, MAY_4, case_id="a", promised_date=date(2026, 5, 29))
    later = contact(2, datetime(2026, 5, 12, 9), case_id="b", completed_date=date(2026, 5, 12))
    home = home_with(
        tmp_path,
        Delivery([promised, later], covered_to=date(2026, 5, 12)),
        Delivery([contact(3, datetime(covered_to.year, covered_to.month, covered_to.day, 9))], covered_to=covered_to),
    )
    found = rows(
        home, "select due_month, cases, open_cases from clock_results_by_month where promised_working_days is null"
    )
    assert found == [(due_month, 1, 1)]
