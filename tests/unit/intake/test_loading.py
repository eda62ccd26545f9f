"""Loads into a home of their own: what is counted, kept, refused, and left alone."""

import json
from datetime import date

import duckdb
import pytest

from frontdoor.errors import AlreadyLoadedError, IntakeError, SourceError
from frontdoor.intake.loading import load

HEAD = "contact_id,updated_at,started_at,service,channel,customer,completed_at,is_customer_contact,notes\n"
FIRST = HEAD + (
    "A,2025-05-01 10:00:00,2025-05-01 10:00:00,waste,phone,01632 960111,,yes,playground\n"
    "B,2025-05-02 10:00:00,2025-05-02 10:00:00,waste,web,kim@example.org,2025-05-03 10:00:00,yes,playground\n"
    "B,2025-05-02 10:00:00,2025-05-02 10:00:00,waste,web,kim@example.org,2025-05-03 10:00:00,yes,playground\n"
    "C,2025-05-02 10:00:00,2025-05-02 10:00:00,waste,smoke,kim@example.org,,yes,playground\n"
    "D,2025-05-02 10:00:00,2025-05-02 10:00:00,waste,other,,,no,playground\n"
)
SECOND = HEAD + (
    "A,2025-06-01 10:00:00,2025-05-01 10:00:00,waste,phone,01632 960111,2025-06-01 10:00:00,yes,playground\n"
    "B,2025-05-02 10:00:00,2025-05-02 10:00:00,waste,web,kim@example.org,2025-05-03 10:00:00,yes,y\n"
    "E,2025-06-02 10:00:00,2025-06-02 10:00:00,waste,web,,,yes,playground\n"
)
pytestmark = pytest.mark.slow


def records(home, sql):
    with duckdb.connect(str(home.records_file(home.current())), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_every_row_is_accounted_for_and_a_case_closed_later_is_corrected(home, file):
    steps = []
    first = load(home, file(FIRST, "may.csv"), "frontdoor", on_progress=lambda step, share: steps.append((step, share)))
    assert (first.read, first.loaded, first.rejected, first.duplicates, first.not_contact) == (5, 3, 1, 1, 1)
    assert first.rejects_file.read_text().splitlines() == [
        "line,column,value,reason", "5,channel,smoke,no channel is known by this word",
    ]  # fmt: skip
    assert [share for _, share in steps] == sorted(share for _, share in steps)
    assert steps[-1] == ("Done", 1.0)
    second = load(home, file(SECOND, "june.csv"), "frontdoor")
    assert (second.read, second.loaded, second.corrected, second.unchanged) == (3, 1, 1, 1)
    assert records(home, "select contact_id, completed_date from contacts order by 1") == [
        ("A", date(2025, 6, 1)), ("B", date(2025, 5, 3)), ("D", None), ("E", None),
    ]  # fmt: skip
    assert json.loads(json.dumps(second.as_json()))["generation"] == second.generation == home.current()
    ledger = records(
        home, "select load_id, file_name, read, loaded, corrected, rejected, from_date, to_date from loads order by 1"
    )
    assert ledger == [
        (1, "may.csv", 5, 3, 0, 1, date(2025, 5, 1), date(2025, 5, 2)),
        (2, "june.csv", 3, 1, 1, 0, date(2025, 5, 1), date(2025, 6, 2)),
    ]  # fmt: skip


def test_no_reference_free_text_or_copy_of_the_file_is_left_behind(home, file):
    load(home, file(FIRST), "frontdoor")
    held = b"".join(path.read_bytes() for path in home.folder.rglob("*") if path.is_file())
    assert b"kim@example" not in held
    assert b"960111" not in held
    assert b"playground" not in held
    assert not (home.folder / "draft").exists()
    assert (home.folder / "key").stat().st_mode & 0o777 == 0o600


def test_the_same_file_is_refused_politely_a_second_time_under_any_name(home, file):
    load(home, file(FIRST, "may.csv"), "frontdoor")
    before = home.current()
    with pytest.raises(
        AlreadyLoadedError, match=r"again\.csv: this very file was loaded before, as may\.csv \(load 1\)"
    ):
        load(home, file(FIRST, "again.csv"), "frontdoor")
    assert home.current() == before


def test_a_file_that_cannot_be_loaded_changes_nothing(home, file):
    load(home, file(FIRST, "may.csv"), "frontdoor")
    before = home.current()
    with pytest.raises(
        IntakeError, match=r"bad\.csv: none of its 1 rows could be loaded. The first: line 2, column channel"
    ):
        load(home, file(HEAD + "A,,2025-05-01,waste,smoke,,,,\n", "bad.csv"), "frontdoor")
    assert home.current() == before
    assert [path.name for path in (home.folder / "loads").iterdir()] == ["1"]


def test_a_source_nobody_knows_is_an_error_with_the_nearest_name(home, file):
    with pytest.raises(SourceError, match=r"Did you mean boston_311\?"):
        load(home, file(FIRST), "boston311")
