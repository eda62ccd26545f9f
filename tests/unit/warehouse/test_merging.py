"""What a delivery is to the records held: new, corrected, unchanged, older or withdrawn."""

from datetime import date, datetime
from pathlib import Path

import duckdb
from small_warehouse import Delivery, contact, home_with, interval, load

from frontdoor.warehouse.home import Home
from frontdoor.warehouse.undoing import undo

MONDAY, TUESDAY = datetime(2026, 5, 4, 9), datetime(2026, 5, 5, 9)
MAY = (date(2026, 5, 1), date(2026, 5, 31))


def waits(home: Home) -> dict[str, int]:
    """Return the seconds waited of each contact in force."""
    with duckdb.connect(str(home.records_file(home.current() or 0)), read_only=True) as connection:
        return dict(
            connection.execute("select contact_id, seconds_waited from contacts order by contact_id").fetchall()
        )


def test_a_first_load_is_all_new(tmp_path: Path) -> None:
    _, merged = load(home_with(tmp_path), Delivery([contact(1), contact(2)]))
    assert (merged.loaded, merged.corrected, merged.unchanged, merged.withdrawn) == (2, 0, 0, 0)
    assert {day.replace(day=1) for day in merged.touched.days} == {date(2026, 5, 1)}


def test_the_same_rows_again_are_unchanged(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery([contact(1), contact(2)]))
    _, merged = load(home, Delivery([contact(1), contact(3)]))
    assert (merged.loaded, merged.corrected, merged.unchanged) == (1, 0, 1)


def test_a_later_version_corrects_and_an_older_one_does_not(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery([contact(1, updated_at=MONDAY, seconds_waited=10)]))
    _, later = load(home, Delivery([contact(1, updated_at=TUESDAY, seconds_waited=20)]))
    _, older = load(home, Delivery([contact(1, updated_at=MONDAY, seconds_waited=30)]))
    assert (later.corrected, older.corrected, older.unchanged) == (1, 0, 1)
    assert waits(home) == {"1": 20}


def test_without_a_version_the_last_load_wins(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery([contact(1, seconds_waited=10)]), Delivery([contact(1, seconds_waited=20)]))
    assert waits(home) == {"1": 20}


def test_the_same_key_in_another_source_is_another_record(tmp_path: Path) -> None:
    email = contact(1, channel="email", outcome=None)
    _, merged = load(home_with(tmp_path, Delivery([contact(1)])), Delivery([email], source="letters"))
    assert merged.loaded == 1


def test_rows_gone_from_a_snapshot_are_withdrawn_within_its_dates_only(tmp_path: Path) -> None:
    june = contact(3, datetime(2026, 6, 1, 9))
    home = home_with(tmp_path, Delivery([contact(1), contact(2), june]))
    _, merged = load(home, Delivery([contact(1)], snapshot=MAY))
    assert (merged.withdrawn, merged.unchanged) == (1, 1)
    assert set(waits(home)) == {"1", "3"}


def test_undoing_a_snapshot_brings_back_what_it_withdrew(tmp_path: Path) -> None:
    home = home_with(
        tmp_path, Delivery([contact(1), contact(2)]), Delivery([contact(1)], snapshot=MAY), Delivery([contact(3)])
    )
    undo(home, 2)
    assert set(waits(home)) == {"1", "2", "3"}


def test_undoing_a_load_keeps_what_another_brought_again(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery([contact(1), contact(2)]), Delivery([contact(1)]))
    undo(home, 1)
    assert set(waits(home)) == {"1"}


def test_undoing_a_correction_brings_back_the_version_before(tmp_path: Path) -> None:
    home = home_with(
        tmp_path,
        Delivery([contact(1, updated_at=MONDAY, seconds_waited=10)]),
        Delivery([contact(1, updated_at=TUESDAY, seconds_waited=20)]),
        Delivery([contact(2)]),
    )
    undo(home, 2)
    assert waits(home) == {"1": 10, "2": 12}


def test_a_case_completed_later_touches_both_its_days(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery([contact(1, case_id="a", updated_at=MONDAY)]))
    closed = contact(1, case_id="a", updated_at=TUESDAY, completed_date=date(2026, 7, 2))
    _, merged = load(home, Delivery([closed]))
    assert {day.month for day in merged.touched.days} == {5, 7}


def test_a_chasing_contact_touches_the_day_its_case_began_for_cases_only(tmp_path: Path) -> None:
    home = home_with(tmp_path, Delivery([contact(1, datetime(2025, 11, 3, 9), case_id="a")]))
    _, merged = load(home, Delivery([contact(2, case_id="a")]))
    assert {day.month for day in merged.touched.days} == {5}
    assert date(2025, 11, 3) in merged.touched.case_days


def test_intervals_are_merged_like_contacts(tmp_path: Path) -> None:
    first = Delivery([interval(1, calls_offered=5), interval(2, calls_offered=6)], "pbx", "contact_intervals")
    _, merged = load(home_with(tmp_path, first), Delivery([interval(1, calls_offered=7)], "pbx", "contact_intervals"))
    assert (merged.loaded, merged.corrected, merged.unchanged) == (0, 1, 0)
