"""What a generation was built from: the facts baked into its marts, and whether they still hold."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple
from functools import cache

from frontdoor.measures.measure import Parameter
from frontdoor.schema.marts import WAIT_LADDER_SECONDS
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.sql_files import QUERIES

LAYOUT = 1
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


def declared_thresholds(council: Council) -> tuple[int, ...]:
    """Return every answer threshold and short-abandon limit the council or its strategy names, in seconds, sorted."""
    measures = (*council.strategy.measures, *council.measures)
    return tuple(sorted({seconds for measure in measures for seconds in _thresholds(measure)}))


def _thresholds(measure: PromisedMeasure) -> Iterable[int]:
    for parameter in (Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS):
        for dated in measure.parameters.get(parameter, ()):
            yield int(dated.value)


def rungs(extra_thresholds: Iterable[int]) -> tuple[int, ...]:
    """Return the whole ladder: the standing rungs and every extra threshold, lowest first."""
    return tuple(sorted({*WAIT_LADDER_SECONDS, *extra_thresholds}))
