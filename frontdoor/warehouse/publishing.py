"""Turns a draft into the next generation: marts built, both files on the disk, then CURRENT flipped."""

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from frontdoor.register.register import plans_held, thresholds_held
from frontdoor.schema.ledger import LOADS
from frontdoor.warehouse import files
from frontdoor.warehouse.building import build_marts, create_marts
from frontdoor.warehouse.changes import Touched, keep_what_is_known, plan
from frontdoor.warehouse.facts import Declared, declared, declared_in, signature
from frontdoor.warehouse.pointer import Pointer, flip, sync, sync_folder

if TYPE_CHECKING:
    from frontdoor.warehouse.draft import Draft

GENERATION_COLUMNS = (
    "generation bigint, parent bigint, made_by varchar, signature varchar, as_at date, loaded_at timestamp, "
    "thresholds bigint[], promises struct(clock varchar, working_days bigint)[], days_ahead bigint[], "
    "complaint_promises struct(clock varchar, working_days bigint, acknowledged_within bigint, longest_extension bigint)[]"
)


def publish(draft: "Draft", made_by: str) -> int:
    """Build, write and flip; return the generation now in force."""
    _drop_incoming(draft)
    promised = declared(draft.council, thresholds_held(draft.folder), plans_held(draft.folder))
    is_new_file = not _attach_marts(draft, promised)
    if is_new_file:
        create_marts(draft.connection, draft.council)
    added_since = draft.pointer.last_load + 1 if draft.is_only_added else None
    touched = Touched(draft.touched, promised, is_new_file, added_since)
    build_marts(draft.connection, draft.council, plan(draft.connection, draft.council, touched))
    _write_facts(draft, made_by, promised)
    _close(draft)
    _put_in_place(draft)
    return draft.generation


def _drop_incoming(draft: "Draft") -> None:
    """Take the delivered rows out of the file, where they were handed over as a table and not as a view."""
    if draft.connection.execute("select 1 from duckdb_tables() where table_name = 'incoming'").fetchone():
        draft.connection.execute("drop table incoming")


def _attach_marts(draft: "Draft", promised: Declared) -> bool:
    """Attach a private copy of the marts in force and return True; an empty file and False where they cannot be built on."""
    held = draft.pointer.generation
    if held is not None and not draft.is_whole_rebuild and files.marts_file(draft.folder, held).exists():
        files.copy_privately(files.marts_file(draft.folder, held), draft.marts_path)
        if _attach_copy(draft, promised):
            return True
        draft.marts_path.unlink()
    _attach(draft)
    return False


def _attach_copy(draft: "Draft", promised: Declared) -> bool:
    """Attach the copied marts if they are sound and were made by today's SQL, facts and ladder; else leave them detached."""
    try:
        _attach(draft)
    except duckdb.Error:
        return False
    if _is_of_today(draft, promised):
        return True
    draft.connection.execute("detach marts")
    return False


def _is_of_today(draft: "Draft", promised: Declared) -> bool:
    row = draft.connection.execute("select signature from marts.generation").fetchone()
    if row is None or row[0] != signature(draft.council):
        return False
    return declared_in(draft.connection) == promised


def _attach(draft: "Draft") -> None:
    path = str(draft.marts_path).replace("'", "''")
    draft.connection.execute(f"attach '{path}' as marts")


def _write_facts(draft: "Draft", made_by: str, promised: Declared) -> None:
    connection = draft.connection
    keep_what_is_known(connection)
    connection.execute(f"create or replace table marts.loads ({LOADS.sql_columns})")
    connection.execute("insert into marts.loads select * from loads order by load_id")
    connection.execute(f"create or replace table marts.generation ({GENERATION_COLUMNS})")
    facts = {
        "generation": draft.generation,
        "parent": draft.pointer.generation,
        "made_by": made_by,
        "signature": signature(draft.council),
        "thresholds": list(promised.thresholds),
        "promises": [{"clock": clock, "working_days": days} for clock, days in promised.promises],
        "days_ahead": list(promised.days_ahead),
        "complaint_promises": [one._asdict() for one in promised.complaint_promises],
    }
    connection.execute(
        "insert into marts.generation select $generation, $parent, $made_by, $signature, "
        "(select coalesce((select max(covered_to) from sources), (select max(to_date) from stated_results), "
        "(select least(max(covered_to), cast(max(loaded_at) as date)) from loads where starts_with(kind, 'rota_')))), "
        "(select max(loaded_at) from loads), cast($thresholds as bigint[]), "
        "cast($promises as struct(clock varchar, working_days bigint)[]), cast($days_ahead as bigint[]), cast($complaint_promises "
        "as struct(clock varchar, working_days bigint, acknowledged_within bigint, longest_extension bigint)[])",
        facts,
    )


def _close(draft: "Draft") -> None:
    draft.connection.execute("checkpoint marts")
    draft.connection.execute("detach marts")
    draft.connection.execute("checkpoint")
    draft.connection.close()


def _put_in_place(draft: "Draft") -> None:
    pairs = (
        *_places(draft),
        (draft.records_path, files.records_file(draft.folder, draft.generation)),
        (draft.marts_path, files.marts_file(draft.folder, draft.generation)),
    )
    for private, published in pairs:
        published.parent.mkdir(exist_ok=True)
        sync(private)
        private.replace(published)
    sync_folder(draft.folder)
    if draft.places:
        sync_folder(draft.folder / files.PLACES_FOLDER)
    size = (
        files.records_file(draft.folder, draft.generation).stat().st_size
        if draft.is_rewritten
        else draft.pointer.compacted_bytes
    )
    flip(draft.folder, Pointer(draft.generation, draft.generation, draft.load_id - 1, size))
    files.let_go_of_old(draft.folder, draft.generation, frozenset())
    files.let_go_of_old_places(draft.folder, {kind for kind, _ in draft.places})


def _places(draft: "Draft") -> list[tuple[Path, Path]]:
    """Return the files of places this draft brings, each with where it will stand."""
    return [
        (draft.place_path(kind, load_id), files.place_file(draft.folder, kind, load_id))
        for kind, load_id in draft.places
    ]
