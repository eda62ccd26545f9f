"""Says why an answer is empty where that means the wrong question, and not that nothing happened."""

from collections.abc import Mapping
from datetime import date

import duckdb

from frontdoor.errors import CannotTellError
from frontdoor.periods import month_start
from frontdoor.warehouse.facts import COMPLAINT_CLOCKS
from frontdoor.warehouse.planner import not_recorded
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.sql_files import SqlFile

VOICES = {
    "complaint_totals": "complaints",
    "complaint_procedures": "complaints",
    "open_overdue": "complaints",
    "survey_scores": "surveys",
    "answer_counts": "surveys",
}
"""The questions of complaints and surveys, and whose attributes they can be cut by."""
HOLD_MONTHLY_ROWS = frozenset({"contacts_by_attribute", "waits_by_month"})
"""The marts the rows of a monthly summary enter; nothing finer can be told from those."""


def explain_nothing(
    cursor: duckdb.DuckDBPyConnection, question: SqlFile, mart: str, scope: Scope, bound: Mapping[str, object]
) -> None:
    """Raise CannotTellError with the reason, or do nothing where there simply is no data."""
    if scope.attribute is not None:
        voice = "complaints" if bound.get("clock") in COMPLAINT_CLOCKS else VOICES.get(question.name)
        _refuse_unknown_attribute(cursor, question.name, scope.attribute, voice)
    if "limits" in question.parameters:
        _refuse_unknown_threshold(cursor, bound)
    if mart not in HOLD_MONTHLY_ROWS and HOLD_MONTHLY_ROWS & set(question.listed("from")):
        _refuse_days_of_months(cursor, scope)


def _refuse_unknown_attribute(
    cursor: duckdb.DuckDBPyConnection, question: str, attribute: str, voice: str | None
) -> None:
    """Raise where no source of what the question is about gives the attribute at all."""
    sql = "select count(*) from given where list_contains(attributes, $attribute)"
    if voice is not None:
        sql = f"select count(*) from voices_given where voice = '{voice}' and list_contains(attributes, $attribute)"
    if not _count(cursor, sql, {"attribute": attribute}):
        raise CannotTellError(not_recorded(question, attribute))


def _refuse_days_of_months(cursor: duckdb.DuckDBPyConnection, scope: Scope) -> None:
    """Raise where the only figures of these dates, services and channels are monthly ones."""
    sql = """
        select count(*) from coverage
        where resolution = 'month' and activity_date between $from_date and $to_date
        and (len($services) = 0 or list_contains($services, service)) and (len($channels) = 0 or list_contains($channels, channel))
    """
    chosen = {"services": list(scope.services), "channels": list(scope.channels)}
    if _count(cursor, sql, {"from_date": month_start(scope.first), "to_date": scope.last, **chosen}):
        raise CannotTellError("Only monthly figures are recorded here: choose whole months.")


def _refuse_unknown_threshold(cursor: duckdb.DuckDBPyConnection, bound: Mapping[str, object]) -> None:
    """Raise where waits are recorded in the period, but at other thresholds than those asked for (reads `counts`)."""
    sql = "select distinct within_seconds from counts where activity_date between $from_date and $to_date order by within_seconds"
    rows = cursor.execute(sql, {"from_date": bound["from_date"], "to_date": bound["to_date"]}).fetchall()
    asked = _thresholds(bound)
    if not rows or not asked:
        return
    wanted = ", ".join(f"{seconds:,}" for seconds in asked)
    if len(rows) == 1:
        raise CannotTellError(
            f"Within {wanted} seconds is not available from this source: it records only {rows[0][0]:,} seconds."
        )
    raise CannotTellError(
        f"Within {wanted} seconds is not worked out yet: it will be at the next load, or run `rebuild`."
    )


def _thresholds(bound: Mapping[str, object]) -> list[int]:
    limits = [*_rows(bound["limits"]), *_rows(bound.get("short_limits"))]
    return sorted({seconds for row in limits if isinstance(seconds := row.get("within_seconds"), int)})


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []


def _count(cursor: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, object | date]) -> int:
    row = cursor.execute(sql, dict(parameters)).fetchone()
    return int(row[0]) if row else 0
