"""Every write is in the audit, the audit is a chain, and what is altered behind its back is found."""

from datetime import date, timedelta, timezone

import pytest
from invented_pilots import PLAN
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from trentside import NOW, council, measure, share

from frontdoor.register.entries import FILES
from frontdoor.register.register import Register

DAY = date(2026, 10, 5)


def _tamper(register: Register, table: str, statement: str) -> None:
    """Do what somebody with the database's own tools could: take the guard off, then alter a row."""
    with register.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        for change in ("update", "delete"):
            guard = f"{table}_no_{change}" if is_sqlite else f"if exists {table}_append_only on {table}"
            connection.execute(text(f"drop trigger {guard}"))
        connection.execute(text(statement))
        connection.commit()


def _filled(register: Register) -> Register:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    register.add_event(DAY, "Storm", (), "Jo Smith", NOW)
    register.declare_pilot(PLAN, "Jo Smith", NOW)
    return register


def test_every_write_says_who_when_what_before_and_after(register: Register) -> None:
    lowered = council(measure("service_level", share(0.6)))
    (change,) = _filled(register).apply_files(lowered, NOW + timedelta(days=1))
    register.approve(
        change.id, author="Jo Smith", approved_by="Cabinet", where="Item 6", from_date=date(2027, 1, 1),
        now=NOW + timedelta(days=2),
    )  # fmt: skip
    last = register.audit()[-1]
    assert (last.author, last.subject, last.action) == ("Jo Smith", "target_history", "changed a target")
    assert last.author_words == "Jo Smith (name given, not verified)"
    assert last.recorded_at == NOW + timedelta(days=2)
    assert '"value":0.7' in (last.before or "")
    assert '"value":0.6' in last.after
    assert register.audit()[0].author_words == FILES


def test_the_version_is_the_number_of_writes(register: Register) -> None:
    assert register.version() == 0
    for number in (1, 2, 3):
        register.add_event(DAY, f"Storm {number}", (), "Jo", NOW)
        assert register.version() == number
    assert [entry.sequence for entry in register.audit()] == [1, 2, 3]


def test_an_untouched_register_is_whole_and_its_digest_is_the_last_hash(register: Register) -> None:
    assert register.verify_chain().is_whole
    chain = _filled(register).verify_chain()
    assert chain.is_whole
    assert (chain.entries, chain.digest) == (5, register.audit()[-1].hash)


def test_the_digest_depends_on_what_was_written_and_not_on_the_zone_it_was_said_in(register: Register) -> None:
    register.add_event(DAY, "Storm", (), "Jo", NOW.astimezone(timezone(timedelta(hours=5))))
    assert register.verify_chain().is_whole
    assert register.events(DAY, DAY)[0].recorded_at == NOW


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("target_history", "update target_history set value = 0.5"),
        ("audit", "delete from audit where sequence = 1"),
        ("events", "delete from events"),
        ("pilot_versions", "update pilot_versions set plan = '{}'"),
        ("pilot_versions", "delete from pilot_versions"),
    ],
)
def test_the_database_refuses_to_rewrite(register: Register, table: str, statement: str) -> None:
    _filled(register)
    with register.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text(statement))
    assert register.verify_chain().is_whole


@pytest.mark.parametrize(
    ("table", "statement", "fault"),
    [
        ("target_history", "update target_history set value = 0.5", "target_history: 1 rows differ"),
        ("events", "delete from events", "events: 1 rows are missing"),
        ("pilot_versions", "update pilot_versions set entered_date = '2026-01-01'", "pilot_versions: 1 rows differ"),
        ("audit", "update audit set author = 'Nobody' where sequence = 2", "Entry 2 was altered"),
        ("audit", "delete from audit where sequence = 2", "Entry 3 does not follow"),
        ("audit", "delete from audit where sequence = 5", "5 changes were written but 4 are in the audit"),
    ],
)
def test_tampering_is_found(register: Register, table: str, statement: str, fault: str) -> None:
    _tamper(_filled(register), table, statement)
    chain = register.verify_chain()
    assert not chain.is_whole
    assert any(words.startswith(fault) for words in chain.faults), chain.faults


def test_a_moment_without_a_zone_is_a_bug(register: Register) -> None:
    with pytest.raises(ValueError, match="zone"):
        register.add_event(DAY, "Storm", (), "Jo", NOW.replace(tzinfo=None))
