"""Which days do changed records touch?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from frontdoor.periods import add_months, month_end, month_start
from frontdoor.schema.records import COMPLAINT_KINDS, KINDS
from frontdoor.schema.rotas import ROTA_KINDS
from frontdoor.warehouse.sql_files import sql_file

DATED = {kind: "from_date" if kind == "stated_results" else "activity_date" for kind in KINDS}
"""The column that says when a record of each kind happened."""
_DATES_OF = {
    "contacts": ("activity_date", "completed_date"),
    "contact_intervals": ("activity_date",),
    "stated_results": ("from_date", "to_date"),
    "survey_responses": ("activity_date",),
    "complaints": (
        "activity_date",
        "resolved_early_date",
        "refused_date",
        "withdrawn_date",
        "stage_1_opened_date",
        "stage_1_acknowledged_date",
        "stage_1_responded_date",
        "stage_2_opened_date",
        "stage_2_acknowledged_date",
        "stage_2_responded_date",
    ),
    "complaint_stages": ("activity_date", "acknowledged_date", "responded_date", "refused_date", "withdrawn_date"),
    "complaint_events": ("activity_date",),
    "rota_half_hours": ("activity_date",),
    "rota_shifts": ("activity_date", "ended_date"),
}
"""The columns whose days, and months, decide which rows of a mart a record is counted in."""
IN_MONTHLY_MARTS = tuple(kind for kind in KINDS if kind not in {"stated_results", *ROTA_KINDS})
"""The kinds whose records are counted in marts built month by month; their sources say up to which day figures go.

A rota is a plan that may run ahead of today: it moves neither those marts nor that day.
"""


@dataclass(frozen=True, slots=True)
class TouchedDays:
    """The days whose marts a change reaches: of everything, those on which only cases began, and those of the rota."""

    days: frozenset[date] = frozenset()
    case_days: frozenset[date] = frozenset()
    rota_days: frozenset[date] = frozenset()

    def __or__(self, other: "TouchedDays") -> "TouchedDays":
        return TouchedDays(self.days | other.days, self.case_days | other.case_days, self.rota_days | other.rota_days)


def touched_by(kind: str, days: frozenset[date]) -> TouchedDays:
    """Return what changed records of a kind touch; a rota touches its own mart only."""
    return TouchedDays(rota_days=days) if kind in ROTA_KINDS else TouchedDays(days)


def days_of_rows(connection: duckdb.DuckDBPyConnection, kind: str, relation: str) -> frozenset[date]:
    """Return every day any row of `relation` is counted on."""
    return _dates_in(connection, relation, *_DATES_OF[kind])


def _dates_in(connection: duckdb.DuckDBPyConnection, relation: str, *columns: str) -> frozenset[date]:
    days: set[date] = set()
    for column in columns:
        rows = connection.execute(f"select distinct {column} from {relation} where {column} is not null").fetchall()
        days.update(row[0] for row in rows)
    return frozenset(days)


def widen_to_partners(connection: duckdb.DuckDBPyConnection, kind: str, days: frozenset[date]) -> TouchedDays:
    """Add the days of rows joined to the table or view `changed`: by conversation and case, or as rows of the same complaint.

    A case counts on the day it began and on the day it was completed; its other contacts count as they did.
    """
    if kind in COMPLAINT_KINDS:
        return TouchedDays(days | _days_of_complaints(connection))
    if kind != "contacts":
        return touched_by(kind, days)
    _keep(connection, "conversing")
    conversing = days_of_rows(connection, "contacts", "conversing")
    connection.execute(
        "create or replace temp table linked_ids as select source, case_id from changed where case_id is not null "
        "union select source, case_id from conversing where case_id is not null"
    )
    _keep(connection, "together")
    completed = _dates_in(connection, "together", "completed_date")
    return TouchedDays(days | conversing | completed, _dates_in(connection, "together", "activity_date"))


def _keep(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(f"create or replace temp table {name} as\n{sql_file('merging', name).text}")


def _days_of_complaints(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    """Return the days of every row of the complaints that the table or view `changed` is about."""
    days: frozenset[date] = frozenset()
    for kind in COMPLAINT_KINDS:
        same = (
            "exists (select 1 from changed where changed.source = k.source and changed.complaint_id = k.complaint_id)"
        )
        days |= days_of_rows(connection, kind, f"(select k.* from {kind} as k where {same})")
    return days


def count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    """Return how many rows a relation has."""
    row = connection.execute(f"select count(*) from {relation}").fetchone()
    return int(row[0]) if row else 0


def months_between(first: date, last: date) -> frozenset[date]:
    """Return the first day of every month from that of `first` to that of `last`."""
    months = []
    month = month_start(first)
    while month <= last:
        months.append(month)
        month = add_months(month, 1)
    return frozenset(months)


def days_of(months: Iterable[date]) -> Iterator[date]:
    """Yield every day of the months."""
    for month in months:
        for number in range((month_end(month) - month).days + 1):
            yield month + timedelta(days=number)


def all_months(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    """Return the first day of every month any record is counted in."""
    return _months_of(connection, "true")


def all_rota_days(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    """Return every day any rota speaks of."""
    return frozenset().union(*(days_of_rows(connection, kind, kind) for kind in ROTA_KINDS))


def months_of_source(connection: duckdb.DuckDBPyConnection, source: str) -> frozenset[date]:
    """Return the first day of every month a source's records are counted in."""
    connection.execute("set variable source_name = $source", {"source": source})
    return _months_of(connection, "source = getvariable('source_name')")


def _months_of(connection: duckdb.DuckDBPyConnection, condition: str) -> frozenset[date]:
    days = (days_of_rows(connection, kind, f"(from {kind} where {condition})") for kind in IN_MONTHLY_MARTS)
    return frozenset(month_start(day) for each in days for day in each)
