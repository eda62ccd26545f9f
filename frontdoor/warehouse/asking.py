"""Asks one question of one mart: lays `counts` over it, binds the parameters and reads the answer."""

import warnings
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import polars as pl

from frontdoor.errors import CannotTellError
from frontdoor.warehouse.empty_answers import explain_nothing
from frontdoor.warehouse.planner import Known, table_for
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.sql_files import SqlFile, sql_file

ONLY_OF_COMPLAINTS: Mapping[str, object] = {"procedures": [], "acknowledged_within": [], "longest_extension": None}
"""What only complaints have need not be given for anything else."""
COPY_WARNING = "Arrow output on a DB-API result makes an extra copy of the rows"
"""What DuckDB says of the one way that plans a question once; `sql(...).pl()` plans it twice, which costs far more than the copy."""
warnings.filterwarnings("ignore", message=COPY_WARNING, category=UserWarning)


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer as the warehouse gives it: the sums, and all that is needed to ask again."""

    frame: pl.DataFrame
    mart: str
    sql: str
    parameters: dict[str, object]
    question: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A cursor on which `counts` and the views beside it stand, and the question already parsed for it."""

    cursor: duckdb.DuckDBPyConnection
    statement: duckdb.Statement

    def read(self, bound: Mapping[str, object]) -> pl.DataFrame:
        """Return the answer for these parameters."""
        return pl.DataFrame(self.cursor.execute(self.statement, bound).to_arrow_table())


class Cursors:
    """Cursors kept ready, each with the view `counts` already laid over one mart for one question; safe between threads."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._ready: dict[tuple[str, str], deque[Ready]] = defaultdict(deque)

    @contextmanager
    def over(self, question: SqlFile, mart: str) -> Iterator[Ready]:
        """Lend a cursor made ready for the question; it comes back unless something went wrong."""
        kept = self._ready[question.text, mart]
        try:
            ready = kept.pop()
        except IndexError:
            ready = self._laid_out(question, mart)
        yield ready
        kept.append(ready)

    def _laid_out(self, question: SqlFile, mart: str) -> Ready:
        cursor = self._connection.cursor()
        cursor.execute(sql_file("counts", "period_of").text)
        for view, over in (("counts", mart), *_beside(question)):
            cursor.execute(f"create or replace temp view {view} as\n{sql_file('counts', over).text}")
        return Ready(cursor, cursor.extract_statements(question.text)[0])


def ask(cursors: Cursors, name: str, scope: Scope, parameters: Mapping[str, object], known: Known) -> Asked:
    """Return queries/<name>.sql over the coarsest mart that can answer it."""
    _refuse_surplus(name, parameters)
    question, mart = _planned(name, scope, parameters, known)
    bound = _bound(question, scope, parameters)
    with cursors.over(question, mart) as ready:
        _choose(ready.cursor, scope)
        frame = ready.read(bound)
        if frame.is_empty():
            explain_nothing(ready.cursor, question, mart, scope, bound)
    return Asked(frame, mart, question.text, bound, name)


def _planned(name: str, scope: Scope, parameters: Mapping[str, object], known: Known) -> tuple[SqlFile, str]:
    """Return the question and its mart; the file of its `else:` line where none of its own marts can answer."""
    question = sql_file("", name)
    try:
        return question, table_for(question, scope, parameters, known)
    except CannotTellError:
        if "else" not in question.header:
            raise
        other = sql_file("otherwise", name)
        return other, table_for(other, scope, parameters, known)


def extra_parameters(name: str) -> frozenset[str]:
    """Return the parameters a question takes, either way it can be answered, beyond the dates and the grain all take."""
    question = sql_file("", name)
    other = sql_file("otherwise", name).parameters if "else" in question.header else frozenset()
    return (question.parameters | other) - {"from_date", "to_date", "grain"}


def _refuse_surplus(name: str, parameters: Mapping[str, object]) -> None:
    """Raise KeyError where a parameter is given that the question does not have."""
    surplus = set(parameters) - extra_parameters(name)
    if surplus:
        raise KeyError(f"{name}.sql has no parameter {', '.join(sorted(surplus))}")


def _bound(question: SqlFile, scope: Scope, parameters: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters the question's header names; one that is not given is a KeyError."""
    common = {"from_date": scope.first, "to_date": scope.last, "grain": scope.grain.value}
    given = {**ONLY_OF_COMPLAINTS, **common, **parameters}
    return {name: given[name] for name in sorted(question.parameters)}


def _choose(cursor: duckdb.DuckDBPyConnection, scope: Scope) -> None:
    """Set the variable every counts view reads: the services, channels and attribute asked for are the only ones there."""
    chosen = {
        "services": list(scope.services) or None,
        "channels": list(scope.channels) or None,
        "attribute": scope.attribute,
        "value": scope.value,
    }
    cursor.execute("set variable scope = $chosen", {"chosen": chosen})


def _beside(question: SqlFile) -> list[tuple[str, str]]:
    """Return the (view, mart) pairs of the header's `beside:` line: 'linked over contacts_by_day'."""
    return [(view, mart) for view, _, mart in (words.partition(" over ") for words in question.listed("beside"))]
