"""Opening a register: made when empty, shared by councils and processes, plain words when it cannot be had."""

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from trentside import NOW, council, measure, share

from frontdoor.errors import RegisterError
from frontdoor.register.database import SQLITE_FILE, URL_VARIABLE
from frontdoor.register.migrating import LATEST_REVISION, MIGRATIONS_FOLDER, migrate
from frontdoor.register.register import Register, open_register
from frontdoor.register.tables import METADATA

DAY = date(2026, 10, 5)
EVENTS_EACH = 20


def _write_events(home: Path, url: str | None, writer: str) -> None:
    register = open_register(home, url, busy_seconds=30)
    for number in range(EVENTS_EACH):
        register.add_event(DAY, f"{writer} {number}", (), writer, NOW)
    register.close()


def test_migrating_from_empty_makes_the_tables_the_code_knows(register: Register) -> None:
    with register.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert set(inspect(connection).get_table_names()) == {*METADATA.tables, "alembic_version"}


def test_migrating_again_changes_nothing(register: Register, home: Path, url: str | None) -> None:
    register.add_event(DAY, "Storm", (), "Jo", NOW)
    migrate(register.engine)
    again = open_register(home, url)
    assert [event.label for event in again.events(DAY, DAY)] == ["Storm"]
    again.close()


def test_the_code_knows_the_latest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS_FOLDER)).get_current_head() == LATEST_REVISION


def test_a_register_from_a_newer_version_is_left_alone(register: Register, home: Path, url: str | None) -> None:
    with register.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(RegisterError, match="newer Frontdoor"):
        open_register(home, url)


def test_councils_sharing_a_server_see_only_their_own(register: Register, home: Path, url: str | None) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    register.add_event(DAY, "Storm", (), "Jo", NOW)
    other = home.parent / "elsewhere"
    other.mkdir()
    elsewhere = open_register(other, url)
    assert (elsewhere.version(), elsewhere.events(DAY, DAY), elsewhere.targets("service_level")) == (0, (), ())
    assert elsewhere.verify_chain().is_whole
    elsewhere.close()


def test_the_environment_says_where_the_register_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = home.parent / "shared.sqlite"
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{elsewhere}")
    register = open_register(home)
    register.add_event(DAY, "Storm", (), "Jo", NOW)
    assert register.version() == 1
    assert elsewhere.exists()
    assert not (home / SQLITE_FILE).exists()


@pytest.mark.slow
def test_writers_in_several_processes_lose_nothing(home: Path, url: str | None) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_events, args=(home, url, name)) for name in ("Jo", "Sam", "Ali")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    register = open_register(home, url)
    assert len(register.events(DAY, DAY)) == register.version() == 3 * EVENTS_EACH
    assert register.verify_chain().is_whole
    register.close()


def test_threads_share_one_register(register: Register) -> None:
    file = council(measure("service_level", share(0.7)))
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(lambda _: register.apply_files(file, NOW), range(16))) == {()}
        added = set(threads.map(lambda number: register.add_event(DAY, f"E{number}", (), "Jo", NOW), range(16)))
    assert len(added) == 16
    assert len(register.targets("service_level")) == 1
    assert register.verify_chain().is_whole


def test_two_people_approving_at_once_approve_once(register: Register) -> None:
    register.apply_files(council(measure("service_level", share(0.7))), NOW)
    (change,) = register.apply_files(council(measure("service_level", share(0.6))), NOW)

    def approve(author: str) -> str:
        try:
            register.approve(
                change.id, author=author, approved_by="Cabinet", where="Item 6", from_date=date(2027, 1, 1), now=NOW
            )
        except RegisterError:
            return "refused"
        return "approved"

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(approve, ("Jo", "Sam"))) == ["approved", "refused"]
    assert len(register.targets("service_level")) == 2


def test_a_locked_register_says_so_and_can_still_be_read(home: Path) -> None:
    register = open_register(home, busy_seconds=0.1)
    register.add_event(DAY, "Storm", (), "Jo", NOW)
    holder = sqlite3.connect(home / SQLITE_FILE, isolation_level=None)
    holder.execute("begin immediate")
    with pytest.raises(RegisterError, match="busy with another change"):
        register.add_event(DAY, "Flood", (), "Jo", NOW)
    assert [event.label for event in register.events(DAY, DAY)] == ["Storm"]
    holder.close()
    register.add_event(DAY, "Flood", (), "Jo", NOW)
    assert register.version() == 2


@pytest.mark.slow
def test_a_locked_server_register_says_so(home: Path, postgresql_server: str) -> None:
    register = open_register(home, postgresql_server, busy_seconds=0.1)
    holder = create_engine(postgresql_server)
    with holder.begin() as connection:
        connection.execute(text("select * from register_version for update"))
        with pytest.raises(RegisterError, match="busy with another change"):
            register.add_event(DAY, "Flood", (), "Jo", NOW)
    holder.dispose()
    register.add_event(DAY, "Flood", (), "Jo", NOW)
    register.close()


def test_a_file_that_is_no_register_is_named_and_left_as_it_is(home: Path) -> None:
    rubbish = b"This is not a database. " * 500
    (home / SQLITE_FILE).write_bytes(rubbish)
    with pytest.raises(
        RegisterError, match=r"register\.sqlite: the register cannot be used \(file is not a database\)"
    ):
        open_register(home)
    assert (home / SQLITE_FILE).read_bytes() == rubbish


def test_a_register_truncated_while_open_says_so(home: Path) -> None:
    register = open_register(home)
    with (home / SQLITE_FILE).open("r+b") as file:
        file.truncate(1000)
    with pytest.raises(RegisterError, match="the register cannot be used"):
        register.add_event(DAY, "Storm", (), "Jo", NOW)


def test_a_missing_home_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no such folder"):
        open_register(tmp_path / "trentsyde")
    assert not (tmp_path / "trentsyde").exists()


def test_only_its_owner_can_read_the_file(home: Path) -> None:
    open_register(home)
    assert (home / SQLITE_FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("not an address", "not a database address"),
        ("mysql://somewhere/name", "names mysql; the register lives in PostgreSQL or SQLite"),
        (
            "postgresql+nosuch://jo:opensesame@somewhere/name",
            r"jo:\*\*\*@somewhere/name: the driver .* is not installed",
        ),
    ],
)
def test_an_address_nobody_can_use_is_explained(home: Path, url: str, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        open_register(home, url)


@pytest.mark.slow
def test_a_server_that_is_not_there_is_named_without_its_password(home: Path, tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="the PostgreSQL driver is not installed")
    with pytest.raises(RegisterError, match="cannot be used") as caught:
        open_register(home, f"postgresql+psycopg://frontdoor:opensesame@/name?host={tmp_path}")
    assert "opensesame" not in str(caught.value)


def test_the_stamp_of_a_file_changes_with_every_write_and_only_then(register: Register, url: str | None) -> None:
    if url:
        assert register.stamp() is None
        return
    seen = [register.stamp()]
    register.version()
    assert register.stamp() == seen[0]
    for label in ("Storm", "Flood"):
        register.add_event(DAY, label, (), "Jo", NOW)
        seen.append(register.stamp())
    assert len(set(seen)) == 3
