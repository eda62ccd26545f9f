"""Takes a load back: points to the generation before it, or makes a new one as if it had never been loaded."""

import duckdb

from frontdoor.errors import WarehouseError
from frontdoor.schema.records import KEY_COLUMNS, KINDS
from frontdoor.warehouse import files
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.facts import signature
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.linking import linked_days
from frontdoor.warehouse.pointer import Pointer, flip, read_pointer
from frontdoor.warehouse.reading import open_to_read
from frontdoor.warehouse.sql_files import sql_file
from frontdoor.warehouse.touched import TouchedDays, days_of_rows, widen_to_partners


def undo(home: Home, load_id: int | None = None) -> int:
    """Take back a load (None: the newest) and return the generation then in force; later loads are kept.

    Where the load was the only one ever made, nothing is in force afterwards and 0 is returned.
    """
    with home.locked():
        pointer = read_pointer(home.folder)
        held = _loads(home, pointer)
        wanted = load_id if load_id is not None else max(held, default=None)
        if wanted is None or wanted not in held:
            raise WarehouseError(
                f"{home.council.name} has no load {wanted or ''} to undo. `loads` lists those there are."
            )
        if _made_by_this_load_alone(home, pointer, wanted, held):
            return _point_back(home, pointer)
    with home.draft() as draft:
        take_back(draft, wanted)
        return draft.publish(made_by="undo")


def _loads(home: Home, pointer: Pointer) -> set[int]:
    """Return the loads in the ledger of the generation in force."""
    if pointer.generation is None:
        return set()
    return _loads_in(home, pointer.generation)


def _loads_in(home: Home, generation: int) -> set[int]:
    with open_to_read(home.marts_file(generation)) as connection:
        return {row[0] for row in connection.execute("select load_id from loads").fetchall()}


def _facts(home: Home, generation: int) -> tuple[int | None, str, str]:
    """Return the parent of a generation, what made it, and its signature."""
    with open_to_read(home.marts_file(generation)) as connection:
        row = connection.execute("select parent, made_by, signature from generation").fetchone()
    if row is None:
        raise WarehouseError(
            f"{home.marts_file(generation).name} does not say how it was made. Run: python -m frontdoor rebuild"
        )
    return row[0], row[1], row[2]


def _made_by_this_load_alone(home: Home, pointer: Pointer, load_id: int, held: set[int]) -> bool:
    """Return whether the generation before this one is the same without that load, and can still be served."""
    if pointer.generation is None:
        return False
    parent, made_by, _ = _facts(home, pointer.generation)
    if made_by != "load":
        return False
    if parent is None:
        return held == {load_id}
    if not (home.marts_file(parent).exists() and files.records_file(home.folder, parent).exists()):
        return False
    return _loads_in(home, parent) == held - {load_id} and _facts(home, parent)[2] == signature(home.council)


def _point_back(home: Home, pointer: Pointer) -> int:
    assert pointer.generation is not None
    parent = _facts(home, pointer.generation)[0]
    flip(home.folder, Pointer(parent, pointer.highest, pointer.last_load, pointer.compacted_bytes))
    return parent or 0


def take_back(draft: Draft, load_id: int) -> None:
    """Remove a load's rows from a draft's records, bring back what they replaced, and note the days touched."""
    draft.is_only_added = False
    for kind in KINDS:
        draft.touched |= _take_back_kind(draft.connection, kind, load_id)
        if kind == "contacts":
            draft.touched |= linked_days(draft.connection, draft.council)
    for table in ("repeats", "withdrawals", "loads"):
        draft.connection.execute(f"delete from {table} where load_id = $load_id", {"load_id": load_id})


def _take_back_kind(connection: duckdb.DuckDBPyConnection, kind: str, load_id: int) -> TouchedDays:
    _name_all(connection, kind)
    wanted = {"kind": kind, "load_id": load_id}
    for name in ("affected", "versions", "ranked"):
        file = sql_file("undoing", name)
        bound = {key: value for key, value in wanted.items() if key in file.parameters}
        connection.execute(f"create or replace temp table {name} as\n{file.text}", bound)
    _keep_rows(connection, "leaving", "held")
    connection.execute(
        "create or replace temp view changed as select * exclude (held_row) from leaving "
        "union all by name select * exclude (is_withdrawn, is_in_force, superseded_by) from ranked where is_in_force"
    )
    days = days_of_rows(connection, kind, "changed")
    _replace(connection, kind)
    return widen_to_partners(connection, kind, days)


def _name_all(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    key = KEY_COLUMNS[kind]
    for view, table in (("held", kind), ("set_aside", f"superseded_{kind}")):
        connection.execute(
            f"create or replace temp view {view} as select *, {key} as record_key, rowid as held_row from {table}"
        )


def _keep_rows(connection: duckdb.DuckDBPyConnection, name: str, view: str) -> None:
    connection.execute(
        f"create or replace temp table {name} as select {view}.* from {view} "
        f"inner join affected on {view}.source = affected.source and {view}.record_key = affected.record_key"
    )


def _replace(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Put the ranked versions in the place of every version of the affected records."""
    _keep_rows(connection, "leaving_aside", "set_aside")
    connection.execute(f"delete from {kind} where rowid in (select held_row from leaving)")
    connection.execute(f"delete from superseded_{kind} where rowid in (select held_row from leaving_aside)")
    connection.execute(
        f"insert into {kind} by name "
        "select * exclude (record_key, is_withdrawn, is_in_force, superseded_by) from ranked where is_in_force"
    )
    connection.execute(
        f"insert into superseded_{kind} by name select * exclude (record_key, is_in_force) from ranked where not is_in_force"
    )
