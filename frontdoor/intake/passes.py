"""Reads the rows of a CSV: by typed columns first, then as text the few rows that would not fit; or all of it as text."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from frontdoor.intake.late import set_aside
from frontdoor.intake.plan import Plan
from frontdoor.intake.raw import Raw
from frontdoor.intake.source_types import Source
from frontdoor.intake.staging import BAD_ENCODING, Malformed, malformed, raw_again, raw_typed, stage, stage_more
from frontdoor.intake.typed import choose_types

MOST_LATE, MOST_LATE_SHARE = 1_000, 0.01  # with more of both, reading everything as text costs less


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows read into the staging table: `accepted` counts them, `refused` are those no reading could take.

    The last of them came late, out of the file's order; `late` is the byte of the file each of those starts on.
    """

    accepted: int
    refused: tuple[Malformed, ...]
    late: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passes:
    """What every pass over one CSV needs: `plan_of` plans the reading of a relation, `parameters` belong to its SQL."""

    connection: duckdb.DuckDBPyConnection
    path: Path
    source: Source
    plan_of: Callable[[Raw], Plan]
    parameters: dict[str, bytes]

    def read(self, plan: Plan) -> Rows:
        """Read the file into the staging table by `plan`, which is that of its columns as text."""
        return self._typed(plan) or self._as_text(plan)

    def _as_text(self, plan: Plan) -> Rows:
        accepted = stage(self.connection, plan, self.parameters)
        return Rows(accepted, tuple(malformed(self.connection)))

    def _typed(self, plan: Plan) -> Rows | None:
        """Return None where no column can be typed or too many rows would not fit."""
        types = choose_types(plan.raw, self.source)
        if types is None:
            return None
        quick = self.plan_of(raw_typed(self.path, plan.raw, self.source, types))
        quick.always = frozenset(plan.stored)
        accepted = stage(self.connection, quick, self.parameters)
        refused = malformed(self.connection)
        unfit = [one.byte for one in refused if one.is_only_type]
        if len(unfit) > max(MOST_LATE, accepted * MOST_LATE_SHARE):
            return None
        kept = [one for one in refused if not one.is_only_type]
        return self._late(plan, accepted, kept, unfit) if unfit else Rows(accepted, tuple(kept))

    def _late(self, plan: Plan, accepted: int, refused: list[Malformed], unfit: list[int]) -> Rows:
        """Read the rows that start at the bytes `unfit` again, as text, behind those accepted."""
        path = self.path.parent / "late.csv"
        starts = set_aside(self.path, plan.raw.header, unfit, path)
        accepted = stage_more(self.connection, self.plan_of(raw_again(path, plan.raw, self.source)), self.parameters)
        there, here = list(starts.values()), list(starts)
        bad = [replace(one, byte=here[bisect_right(there, one.byte) - 1]) for one in malformed(self.connection)]
        bad += [Malformed(byte, BAD_ENCODING) for byte in unfit if byte not in starts]
        late = starts.keys() - {one.byte for one in bad}
        return Rows(accepted, tuple(sorted([*refused, *bad], key=lambda one: one.byte)), tuple(sorted(late)))
