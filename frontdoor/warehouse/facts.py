"""What a generation was built from: the facts baked into its marts, and whether they still hold."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cache

import duckdb

from frontdoor.measures.measure import Parameter
from frontdoor.schema.clock_marts import Clock
from frontdoor.schema.marts import WAIT_LADDER_SECONDS
from frontdoor.strategy import parameters
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.sql_files import QUERIES

SUMMED_CLOCKS = (Clock.FIRST_REPLY, Clock.COMPLETION)
"""The clocks whose sums are kept ready; those of complaints are few enough to be read one by one."""
LAYOUT = 3
"""The version of what the marts file holds beside its marts; a change rebuilds every marts file."""


def signature(council: Council) -> str:
    """Return the hash of all that decides what the marts hold: their SQL, the layout and the council's baked-in facts."""
    shared = [astuple(key) for key in council.shared_keys]
    records = [astuple(record) for record in council.sources_of_record]
    decided = [council.time_zone, council.nation, records, shared]
    return hashlib.sha256(_mart_sql() + json.dumps(decided, default=str).encode()).hexdigest()


@cache
def _mart_sql() -> bytes:
    """Return the hash of the layout and of every file that builds a mart."""
    digest = hashlib.sha256(str(LAYOUT).encode())
    for folder in ("staging", "marts"):
        for path in sorted((QUERIES / folder).glob("*.sql")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.digest()


@dataclass(frozen=True, slots=True)
class Declared:
    """What a council or its strategy ever promised, sorted; the marts hold sums ready for these and no others.

    `thresholds` are answer thresholds and short-abandon limits in seconds, `promises` are (clock, working days), and
    `days_ahead` are the days within which a contact counts as a repeat.
    """

    thresholds: tuple[int, ...] = ()
    promises: tuple[tuple[str, int], ...] = ()
    days_ahead: tuple[int, ...] = ()


def declared(council: Council) -> Declared:
    """Return what the council and its strategy declare today."""
    measures = (*council.strategy.measures, *council.measures)
    return Declared(
        _values(measures, Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS),
        tuple(sorted({promise for measure in measures for promise in _promises(measure)})),
        _values(measures, Parameter.WITHIN_DAYS),
    )


def declared_in(connection: duckdb.DuckDBPyConnection, marts: str = "marts.") -> Declared:
    """Return what a marts file of today's layout holds sums ready for."""
    row = connection.execute(f"select thresholds, promises, days_ahead from {marts}generation").fetchone()
    thresholds, promises, days_ahead = row or ((), (), ())
    pairs = tuple((promise["clock"], promise["working_days"]) for promise in promises)
    return Declared(tuple(thresholds), pairs, tuple(days_ahead))


def _values(measures: Iterable[PromisedMeasure], *names: Parameter) -> tuple[int, ...]:
    dated = (each for measure in measures for name in names for each in measure.parameters.get(name, ()))
    return tuple(sorted({int(each.value) for each in dated}))


def _promises(measure: PromisedMeasure) -> Iterable[tuple[str, int]]:
    clock = parameters.clock(measure)
    if clock not in SUMMED_CLOCKS:
        return ()
    return ((clock, days) for days in _values((measure,), Parameter.PROMISED_WORKING_DAYS))


def rungs(extra_thresholds: Iterable[int]) -> tuple[int, ...]:
    """Return the whole ladder: the standing rungs and every extra threshold, lowest first."""
    return tuple(sorted({*WAIT_LADDER_SECONDS, *extra_thresholds}))
