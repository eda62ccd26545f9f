"""Decides what becomes of each staged row: refused with a reason, a duplicate, or sound; only sound rows stay staged."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from frontdoor.intake.duplicates import Repeats, find_repeats
from frontdoor.intake.plan import Effect, Problem
from frontdoor.intake.reading import Staged
from frontdoor.intake.rejects import Refusal, Reject, malformed_reject, refusals
from frontdoor.intake.rota_clashes import Clash, find_clashes
from frontdoor.intake.source_types import Delivery, Source
from frontdoor.intake.staging import ROWS
from frontdoor.schema.complaints import ComplaintEvent, ComplaintOutcome
from frontdoor.schema.places import PLACES
from frontdoor.schema.rotas import ROTA_HALF_HOURS
from frontdoor.schema.units import Channel, Outcome

FIRST_STANDS = (ROTA_HALF_HOURS.name, *PLACES)
"""Kinds of which a key given twice with other facts is a contradiction, whatever the delivery: nothing tells which is meant."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: rejects with their lines, how many rows of each fate, and how often each problem was met."""

    rejects: tuple[Reject, ...]
    rejected: int
    duplicates: int
    blank: int
    sound: int
    problems: Mapping[str, tuple[Problem, int]]

    @property
    def read(self) -> int:
        return self.sound + self.rejected + self.duplicates


def check(connection: duckdb.DuckDBPyConnection, staged: Staged, source: Source) -> Checked:
    """Judge the staged rows and delete those that do not stand."""
    met = _met(connection, staged)
    refused = refusals(connection, staged.plan, _known_words(source)) if met.rejected else []
    delivery = Delivery.APPEND if source.kind in FIRST_STANDS else source.delivery
    repeats = find_repeats(connection, staged.plan, source.kind, delivery, staged.places)
    clashes = find_clashes(connection, staged.plan, source, repeats.rows)
    rejects = _with_lines(staged, refused, repeats, clashes)
    _delete(connection, staged, met, [*repeats.rows, *(one.row for one in clashes)])
    contradicted = len(repeats.contradictions) + len(clashes)
    duplicates = len(repeats.duplicates)
    sound = staged.accepted - met.blank - met.rejected - contradicted - duplicates
    rejected = met.rejected + contradicted + len(staged.refused)
    return Checked(rejects, rejected, duplicates, met.blank, sound, met.problems)


@dataclass(frozen=True, slots=True)
class _Met:
    rejected: int
    blank: int
    problems: Mapping[str, tuple[Problem, int]]


def _met(connection: duckdb.DuckDBPyConnection, staged: Staged) -> _Met:
    """Count every problem over the rows it counts for: refused rows for refusals, rows kept for the rest."""
    plan = staged.plan
    reject, skip = plan.mask(Effect.REJECT), plan.mask(Effect.SKIP)
    rejected = blank = 0
    counts: dict[str, tuple[Problem, int]] = {}
    for bits, rows in connection.execute(
        f"select problems, count(*) from {ROWS} where problems <> 0 group by problems"
    ).fetchall():
        if bits & skip:
            blank += rows
            continue
        is_refused = bool(bits & reject)
        rejected += rows if is_refused else 0
        for problem in plan.problems:
            if bits & plan.bit(problem) and is_refused == (problem.effect is Effect.REJECT):
                counts[problem.name] = (problem, counts.get(problem.name, (problem, 0))[1] + rows)
    return _Met(rejected, blank, counts)


def _with_lines(
    staged: Staged, refused: list[Refusal], repeats: Repeats, clashes: tuple[Clash, ...]
) -> tuple[Reject, ...]:
    beside = [(one.row, one.first_row) for one in repeats.contradictions]
    beside += [(one.row, one.row if one.beside is None else one.beside) for one in clashes]
    lines = staged.line_of(sorted({one.row for one in refused} | {row for pair in beside for row in pair}))
    rejects = [Reject(lines[one.row], one.column, one.value, one.reason) for one in refused]
    rejects += [
        Reject(lines[one.row], "", one.key, f"the same key stands on line {lines[one.first_row]} with other facts")
        for one in repeats.contradictions
    ]
    for one in clashes:
        where = "" if one.beside is None else f", on line {lines[one.beside]}"
        rejects.append(Reject(lines[one.row], "", one.value, f"{one.reason}{where}"))
    if staged.lines is not None:
        rejects += map(malformed_reject, staged.refused, staged.lines.malformed_lines)
    return tuple(sorted(rejects, key=lambda one: one.line))


def _delete(connection: duckdb.DuckDBPyConnection, staged: Staged, met: _Met, rows: list[int]) -> None:
    bits = staged.plan.mask(Effect.REJECT, Effect.SKIP)
    if rows:
        condition = f"problems & {bits} <> 0 or rowid in (select unnest($rows))"
        connection.execute(f"delete from {ROWS} where {condition}", {"rows": rows})
    elif met.rejected or met.blank:
        connection.execute(f"delete from {ROWS} where problems & {bits} <> 0")


def _known_words(source: Source) -> dict[str, tuple[str, ...]]:
    outcomes: tuple[str, ...] = tuple(Outcome) if source.kind == "contacts" else tuple(ComplaintOutcome)
    standing: dict[str, tuple[str, ...]] = {"channel": tuple(Channel), "event": tuple(ComplaintEvent)}
    standing |= dict.fromkeys(("outcome", "stage_1_outcome", "stage_2_outcome"), outcomes)
    return {**standing, **{ours: tuple(words) for ours, words in source.values.items()}}
