"""Merges the rows of one delivery into the records held: new, corrected, unchanged or withdrawn."""

from dataclasses import dataclass
from datetime import date

import duckdb

from frontdoor.schema.records import KEY_COLUMNS, KINDS
from frontdoor.schema.rotas import ROTA_KINDS
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.linking import linked_days
from frontdoor.warehouse.records_file import record_hash
from frontdoor.warehouse.sql_files import sql_file
from frontdoor.warehouse.touched import DATED, TouchedDays, count, days_of_rows, touched_by, widen_to_partners

SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the rows of a delivery, and the days whose marts they change."""

    loaded: int
    corrected: int
    unchanged: int
    withdrawn: int
    touched: TouchedDays


def merge(  # noqa: PLR0917  the parts of one delivery
    draft: Draft,
    kind: str,
    source_name: str,
    load_id: int,
    delivery: str,
    snapshot_range: tuple[date, date] | None = None,
) -> Merged:
    """Merge the table `incoming` of the draft's connection into the records; keys are unique within it.

    `snapshot_range` (both ends inclusive) is what a snapshot speaks for: held rows of the source dated inside it and
    not delivered are withdrawn. The version in force is the one with the greatest updated_at, then the latest load.
    """
    connection = draft.connection
    _name_arrivals(connection, kind)
    connection.execute("set variable source_name = $name", {"name": source_name})
    connection.execute("set variable load_id = $load_id", {"load_id": load_id})
    if _is_first(connection, kind):
        merged = _take_all(connection, kind)
    else:
        merged = _take_changes(connection, kind, snapshot_range if delivery == SNAPSHOT else None)
    draft.touched |= merged.touched
    draft.is_only_added &= kind in ROTA_KINDS or not (merged.corrected or merged.withdrawn)
    if kind == "contacts":
        draft.touched |= linked_days(connection, draft.council)
    return merged


def _name_arrivals(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    names = ", ".join(KINDS[kind].names)
    connection.execute(
        f"create or replace temp view arrivals as select {names}, source, cast(load_id as bigint) as load_id, "
        f"{record_hash(kind)} as record_hash, {KEY_COLUMNS[kind]} as record_key from incoming"
    )


def _is_first(connection: duckdb.DuckDBPyConnection, kind: str) -> bool:
    held = connection.execute(
        f"select exists (select 1 from {kind} where source = getvariable('source_name')) "
        f"or exists (select 1 from superseded_{kind} where source = getvariable('source_name'))"
    ).fetchone()
    return held is not None and not held[0]


def _take_all(connection: duckdb.DuckDBPyConnection, kind: str) -> Merged:
    connection.execute(f"insert into {kind} by name select * exclude (record_key) from arrivals")
    connection.execute(f"create or replace temp view changed as from {kind} where source = getvariable('source_name')")
    return Merged(count(connection, "changed"), 0, 0, 0, touched_by(kind, days_of_rows(connection, kind, "changed")))


def _take_changes(connection: duckdb.DuckDBPyConnection, kind: str, snapshot_range: tuple[date, date] | None) -> Merged:
    _name_held(connection, kind)
    connection.execute("create or replace temp table arriving as select * from arrivals")
    _keep(connection, "compared")
    _find_withdrawn(connection, snapshot_range)
    for name in ("ingoing", "outgoing", "older"):
        _keep(connection, name)
    connection.execute(
        "create or replace temp view changed as select * from ingoing union all by name select * exclude (held_row) from outgoing"
    )
    touched = widen_to_partners(connection, kind, days_of_rows(connection, kind, "changed"))
    _apply(connection, kind)
    found = dict(connection.execute("select finding, count(*) from compared group by finding").fetchall())
    unchanged = found.get("unchanged", 0) + found.get("older", 0)
    return Merged(found.get("new", 0), found.get("corrected", 0), unchanged, count(connection, "withdrawn"), touched)


def _name_held(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Show what is held and set aside of this source, with key and date under common names."""
    mine = "where source = getvariable('source_name')"
    key, dated = KEY_COLUMNS[kind], DATED[kind]
    connection.execute(
        f"create or replace temp view held as select *, {key} as record_key, {dated} as dated, rowid as held_row from {kind} {mine}"
    )
    connection.execute(
        f"create or replace temp view set_aside as select *, {key} as record_key from superseded_{kind} {mine}"
    )


def _keep(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(f"create or replace temp table {name} as\n{sql_file('merging', name).text}")


def _find_withdrawn(connection: duckdb.DuckDBPyConnection, snapshot_range: tuple[date, date] | None) -> None:
    if snapshot_range is None:
        connection.execute("create or replace temp table withdrawn (record_key varchar, held_row bigint)")
        return
    dates = {"from_date": snapshot_range[0], "to_date": snapshot_range[1]}
    connection.execute(f"create or replace temp table withdrawn as\n{sql_file('merging', 'withdrawn').text}", dates)


def _apply(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Set aside what goes, take in what comes, and note what was repeated or left out."""
    leaving, load = "* exclude (record_key, dated, held_row)", "getvariable('load_id')"
    connection.execute(f"insert into superseded_{kind} by name select {leaving}, {load} as superseded_by from outgoing")
    connection.execute(f"delete from {kind} where rowid in (select held_row from outgoing)")
    connection.execute(f"insert into {kind} by name select * exclude (record_key) from ingoing")
    connection.execute(
        f"insert into superseded_{kind} by name select * exclude (record_key), false as is_withdrawn from older"
    )
    same = f"'{kind}' as kind, getvariable('source_name') as source, {load} as load_id"
    connection.execute(
        f"insert into repeats by name select {same}, record_hash from ({sql_file('merging', 'repeated').text})"
    )
    connection.execute(f"insert into withdrawals by name select {same}, record_key from withdrawn")
