"""The rows that could not be loaded: line, column, value and reason, kept as a CSV a person can work through."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import duckdb

from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.staging import ROWS, Malformed

_SHOWN_LENGTH = 200
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts so
HEADER = ("line", "column", "value", "reason")
_MALFORMED = {
    "MISSING COLUMNS": "the row has too few columns",
    "TOO MANY COLUMNS": "the row has too many columns",
    "UNQUOTED VALUE": "a quotation mark is not closed, or text follows a closed one",
    "LINE SIZE OVER MAXIMUM": "the row is over 2 MB long",
    "INVALID ENCODING": "the row is not UTF-8 text",
}


@dataclass(frozen=True, slots=True)
class Reject:
    """One reason a row was refused; a row with several reasons has several."""

    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused row before its line is known: its number among the rows read, and what is wrong with it."""

    row: int
    column: str
    value: str
    reason: str


def refusals(
    connection: duckdb.DuckDBPyConnection, plan: Plan, known_words: dict[str, tuple[str, ...]]
) -> list[Refusal]:
    """Return every reason a staged row is refused by a rule, in the file's order; `known_words` by our column."""
    problems = [problem for problem in plan.problems if problem.effect is Effect.REJECT]
    positions = plan.original_positions()
    found: list[Refusal] = []
    rows = connection.execute(
        f"select rowid, problems, originals from {ROWS} where problems & {plan.mask(Effect.REJECT)} <> 0 "
        f"and problems & {plan.mask(Effect.SKIP)} = 0 order by rowid"
    )
    while batch := rows.fetchmany(10_000):
        for row, bits, originals in batch:
            for problem in problems:
                if bits & plan.bit(problem):
                    value = "" if problem.position is None else originals[positions.index(problem.position)] or ""
                    column = "" if problem.position is None else plan.raw.header.names[problem.position]
                    found.append(Refusal(row, column, value, _reason(problem, value, known_words)))
    return found


def malformed_reject(one: Malformed, line: int) -> Reject:
    """Return why the reader refused a row; its words are not shown, they may be anything."""
    return Reject(line, "", "", _MALFORMED.get(one.error, "the row cannot be read"))


def write_rejects(path: Path, rejects: Iterable[Reject]) -> None:
    """Write the rejects as CSV, safe to open in a spreadsheet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADER)
        writer.writerows((one.line, safe(one.column), safe(one.value), one.reason) for one in rejects)


def safe(text: str) -> str:
    """Return a text without control characters, shortened, and never a formula to a spreadsheet."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text[:_SHOWN_LENGTH])
    shown += "…" if len(text) > _SHOWN_LENGTH else ""
    return f"'{shown}" if text.startswith(_FORMULA_STARTS) else shown


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, or an empty text."""
    by_lower = {one.lower(): one for one in known}
    near = get_close_matches(word.strip().lower(), list(by_lower), 1, 0.5)
    return by_lower[near[0]] if near else ""


def _reason(problem: Problem, value: str, known_words: dict[str, tuple[str, ...]]) -> str:
    near = nearest(value, problem.known or known_words.get(problem.ours, ())) if problem.is_vocabulary else ""
    return f"{problem.reason} (did you mean {near}?)" if near else problem.reason
