"""What a generation was built from: the facts baked into its marts, and whether they still hold."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

import duckdb

from frontdoor.measures.measure import Parameter
from frontdoor.register.thresholds import History, Place, as_held
from frontdoor.schema.clock_marts import Clock
from frontdoor.schema.marts import WAIT_LADDER_SECONDS
from frontdoor.strategy import parameters
from frontdoor.strategy.council import Council
from frontdoor.strategy.parameters import THRESHOLDS
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.sql_files import QUERIES

CONTACT_CLOCKS = (Clock.FIRST_REPLY, Clock.COMPLETION)
COMPLAINT_CLOCKS = frozenset(Clock) - frozenset(CONTACT_CLOCKS)
LONGEST_EXTENSION = 260
"""Working days of extension that count where nobody set a limit: a year (queries/otherwise/clock_results.sql)."""
LAYOUT = 4
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


class Promise(NamedTuple):
    """What is promised on one clock, all in working days; `acknowledged_within` is added where nobody acknowledged first."""

    clock: str
    working_days: int
    acknowledged_within: int = 0
    longest_extension: int = LONGEST_EXTENSION


STANDING_PROMISES = (  # both Complaint Handling Codes: 5 to acknowledge; 10 and 20 to answer, extended by at most as many
    Promise(Clock.ACKNOWLEDGEMENT_1, 5),
    Promise(Clock.ACKNOWLEDGEMENT_2, 5),
    Promise(Clock.RESPONSE_1, 10, 5, 10),
    Promise(Clock.RESPONSE_2, 20, 5, 20),
)
"""Promises of complaints whose sums are kept ready for every council, as the standing rungs are for waits."""


STANDING_DAYS_AHEAD = (0, 1, 3, 7, 14)
"""Days ahead whose sums are kept ready for every council: those a reader of channel shift can choose, and calls again the same day."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a council or its strategy ever promised, sorted; the marts hold sums ready for these and no others.

    `thresholds` are answer thresholds and short-abandon limits in seconds, `promises` are (clock, working days) of contacts,
    `complaint_promises` those of complaints, and `days_ahead` are the days within which a contact counts as a repeat, the standing ones among them.
    """

    thresholds: tuple[int, ...] = ()
    promises: tuple[tuple[str, int], ...] = ()
    days_ahead: tuple[int, ...] = ()
    complaint_promises: tuple[Promise, ...] = ()

    def holds(self, promise: Promise) -> bool:
        """Return whether sums are ready for a promise; one nobody has to acknowledge is there beside every other."""
        if promise.clock in CONTACT_CLOCKS:
            return promise[2:] == (0, LONGEST_EXTENSION) and promise[:2] in self.promises
        return any(promise in {one, one._replace(acknowledged_within=0)} for one in self.complaint_promises)


def declared(council: Council, held: Mapping[Place, History], plans: Iterable[PilotPlan] = ()) -> Declared:
    """Return what the council and its strategy declare today, and what the register holds of its measures and of pilots' plans.

    The two differ where a file has changed and nobody has approved it yet: figures are asked for as held.
    """
    measures = (*council.strategy.measures, *council.measures, *(as_held(each, held) for each in council.measures))
    of_pilots = _of_pilots((*council.plans, *plans))
    return Declared(
        tuple(sorted({*_values(measures, *THRESHOLDS), *of_pilots})),
        tuple(sorted({promise for measure in measures for promise in _promises(measure)})),
        tuple(sorted({*STANDING_DAYS_AHEAD, *_values(measures, Parameter.WITHIN_DAYS)})),
        tuple(sorted({*STANDING_PROMISES, *(one for measure in measures for one in _complaint_promises(measure))})),
    )


def declared_in(connection: duckdb.DuckDBPyConnection, marts: str = "marts.") -> Declared:
    """Return what a marts file of today's layout holds sums ready for."""
    row = connection.execute(
        f"select thresholds, promises, days_ahead, complaint_promises from {marts}generation"
    ).fetchone()
    thresholds, promises, days_ahead, of_complaints = row or ((), (), (), ())
    pairs = tuple((promise["clock"], promise["working_days"]) for promise in promises)
    return Declared(tuple(thresholds), pairs, tuple(days_ahead), tuple(Promise(**one) for one in of_complaints))


def _values(measures: Iterable[PromisedMeasure], *names: Parameter) -> tuple[int, ...]:
    dated = (each for measure in measures for name in names for each in measure.parameters.get(name, ()))
    return tuple(sorted({int(each.value) for each in dated}))


def _of_pilots(plans: Iterable[PilotPlan]) -> Iterable[int]:
    """Return the answer thresholds that outcomes of pilots are counted by."""
    outcomes = (outcome for plan in plans for outcome in plan.outcomes)
    return {value for outcome in outcomes for name, value in outcome.parameters.items() if name in THRESHOLDS}


def _promises(measure: PromisedMeasure) -> Iterable[tuple[str, int]]:
    clock = parameters.clock(measure)
    if clock not in CONTACT_CLOCKS:
        return ()
    return ((clock, days) for days in _values((measure,), Parameter.PROMISED_WORKING_DAYS))


def _complaint_promises(measure: PromisedMeasure) -> Iterable[Promise]:
    """Return every promise of complaints a measure can have asked for, whichever of its settings hold together."""
    clock = parameters.clock(measure)
    if clock not in COMPLAINT_CLOCKS:
        return
    days = _values((measure,), Parameter.PROMISED_WORKING_DAYS)
    to_acknowledge = _values((measure,), Parameter.ACKNOWLEDGED_WITHIN) or (0,)
    extensions = _values((measure,), Parameter.LONGEST_EXTENSION) or (LONGEST_EXTENSION,)
    yield from (Promise(clock, *each) for each in product(days, to_acknowledge, extensions))


def rungs(extra_thresholds: Iterable[int]) -> tuple[int, ...]:
    """Return the whole ladder: the standing rungs and every extra threshold, lowest first."""
    return tuple(sorted({*WAIT_LADDER_SECONDS, *extra_thresholds}))
