"""Finds rows of a rota that cannot stand beside others: one worker in two places, or a day another source speaks for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import duckdb

from frontdoor.intake.plan import Effect, Plan
from frontdoor.intake.quoting import named
from frontdoor.intake.source_types import Delivery, Source
from frontdoor.intake.staging import ROWS
from frontdoor.schema.records import KINDS
from frontdoor.schema.rotas import ROTA_KINDS, ROTA_SHIFTS

_STAGED = "rota_staged"


@dataclass(frozen=True, slots=True)
class Clash:
    """A row that does not stand, with the reason; `beside` is the row of the file it clashes with, None for one held."""

    row: int
    value: str
    reason: str
    beside: int | None = None


class Shift(NamedTuple):
    """One worker's shift, UTC; `row` is its row in the file, None for one held. `key` identifies it within its source."""

    worker: str
    start: datetime
    end: datetime
    row: int | None
    key: str
    shown: str


def find_clashes(
    connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, repeated: Iterable[int]
) -> tuple[Clash, ...]:
    """Return the staged rows that cannot stand, in the file's order; rows in `repeated` do not stand anyway."""
    if source.kind not in ROTA_KINDS:
        return ()
    _lay_out(connection, plan, source, repeated)
    clashes = list(_told_elsewhere(connection, source))
    if source.kind == ROTA_SHIFTS.name:
        gone = {one.row for one in clashes}
        arriving = [shift for shift in _arriving(connection, source) if shift.row not in gone]
        clashes += double_booked(arriving, _held(connection, source))
    return tuple(sorted(clashes, key=lambda one: one.row))


def double_booked(arriving: Sequence[Shift], held: Sequence[Shift]) -> list[Clash]:
    """Return the arriving shifts that overlap one of the same worker, held or earlier in the file.

    `held` are all shifts in force; one that is delivered anew gives way, unless the new version does not stand itself.
    """
    giving_way = {shift.key for shift in held} & {shift.key for shift in arriving}
    while True:
        clashes = _overlapping(arriving, [shift for shift in held if shift.key not in giving_way])
        refused = {clash.row for clash in clashes}
        returning = {shift.key for shift in arriving if shift.row in refused} & giving_way
        if not returning:
            return clashes
        giving_way -= returning


def _overlapping(arriving: Sequence[Shift], held: Sequence[Shift]) -> list[Clash]:
    taken = _by_worker(held)
    clashes = []
    for shift in arriving:
        own = taken[shift.worker]
        place = bisect_left(own, shift.start, key=lambda one: one.start)
        near = own[max(place - 1, 0) : place + 1]
        other = next((one for one in near if one.start < shift.end and shift.start < one.end), None)
        if other is None:
            own.insert(place, shift)
        elif shift.row is not None:
            said = "this worker has another shift then" + (", loaded before" if other.row is None else "")
            clashes.append(Clash(shift.row, shift.shown, said, other.row))
    return clashes


def _by_worker(held: Sequence[Shift]) -> defaultdict[str, list[Shift]]:
    """Return each worker's shifts in order; those that overlap all the same, a load being undone, as one."""
    taken: defaultdict[str, list[Shift]] = defaultdict(list)
    for shift in sorted(held, key=lambda one: one.start):
        own = taken[shift.worker]
        if own and shift.start < own[-1].end:
            own[-1] = own[-1]._replace(end=max(own[-1].end, shift.end))
        else:
            own.append(shift)
    return taken


def _lay_out(connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, repeated: Iterable[int]) -> None:
    """Show the rows that stand so far with a kind's columns and their numbers."""
    rows = list(repeated)
    shown = named({column: plan.shown(column) for column in KINDS[source.kind].names})
    connection.execute(
        f"create or replace temp table {_STAGED} as select rowid as row_number, {shown} from {ROWS} "
        f"where problems & {plan.mask(Effect.REJECT, Effect.SKIP)} = 0 and rowid not in (select unnest(cast($rows as bigint[])))",
        {"rows": rows},
    )


def _told_elsewhere(connection: duckdb.DuckDBPyConnection, source: Source) -> Iterable[Clash]:
    """Yield the rows of a day, service, queue and channel for which another source says who is on duty: they would count twice."""
    place = "activity_date, service, queue, channel"
    held = " union all ".join(f"select source, {place} from {kind}" for kind in ROTA_KINDS)
    rows = connection.execute(
        f"select row_number, staged.activity_date, min(held.source) from {_STAGED} as staged "
        f"inner join (select distinct source, {place} from ({held}) where source <> $source) as held using ({place}) "
        "group by all order by row_number",
        {"source": source.name},
    ).fetchall()
    for row, day, other in rows:
        yield Clash(row, f"{day}", f"{other} already says who is on duty there that day, and both would count")


def _arriving(connection: duckdb.DuckDBPyConnection, source: Source) -> list[Shift]:
    """Return the staged shifts of known workers that would come into force, in the file's order."""
    rows = connection.execute(
        "select worker, started_at, ended_at, row_number, $source || '|' || shift_id, "
        f"strftime(started_local, '%Y-%m-%d %H:%M') from {_STAGED} as staged where worker is not null and people > 0 and not exists ("
        "select 1 from rota_shifts as held where held.source = $source and held.shift_id = staged.shift_id "
        "and held.updated_at > staged.updated_at) order by row_number",
        {"source": source.name},
    ).fetchall()
    return [Shift(*row) for row in rows]


def _held(connection: duckdb.DuckDBPyConnection, source: Source) -> list[Shift]:
    """Return the shifts in force of the workers of the file; not those a snapshot will withdraw."""
    is_snapshot = source.delivery is Delivery.SNAPSHOT
    rows = connection.execute(
        "select worker, started_at, ended_at, null, source || '|' || shift_id, '' from rota_shifts "
        f"where worker in (select worker from {_STAGED}) and people > 0 and not ($is_snapshot and source = $source "
        f"and activity_date between (select min(activity_date) from {_STAGED}) and (select max(activity_date) from {_STAGED}))",
        {"source": source.name, "is_snapshot": is_snapshot},
    ).fetchall()
    return [Shift(*row) for row in rows]
