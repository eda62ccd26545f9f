"""Builds the marts of the touched days and months from the records, one .sql file after another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import duckdb

from frontdoor.periods import month_start
from frontdoor.schema.marts import MARTS
from frontdoor.strategy.council import Council
from frontdoor.warehouse.chunks import Chunk, chunks
from frontdoor.warehouse.facts import Declared
from frontdoor.warehouse.following import add_follow_ups
from frontdoor.warehouse.laying_out import lay_out_days, lay_out_declared, put_days
from frontdoor.warehouse.linking import link_attributes
from frontdoor.warehouse.overlaps import refuse_undeclared_overlaps, sources_of_record
from frontdoor.warehouse.sql_files import sql_file
from frontdoor.warehouse.staging import stage
from frontdoor.warehouse.touched import days_of
from frontdoor.warehouse.working_days import calendar

OVERLAPS = ("presence", "presence_of_voices", "present_families", "undeclared_overlaps")
READ = ("cases_read", "case_rows")
STAGING = (
    "joined_conversations",
    "folded_conversations",
    "staged_contacts",
    "staged_intervals",
    "case_contacts",
    "cases",
    "resolved_requests",
    "contact_counts",
    "half_hour_counts",
    "wait_events",
    "waits_on_rungs",
    "complaint_parts",
    "staged_complaints",
    "complaint_clocks",
    "complaint_counts",
    "staged_responses",
    "staged_answers",
    "staged_comment_words",
    "promised_clocks",
)
BUILT = {
    "contacts_by_half_hour": "touched_days",
    "half_hours_added_up": "touched_days",
    "contacts_by_day": "touched_days",
    "contacts_by_week_shape": "month_days",
    "contacts_by_attribute": "month_days",
    "waits_by_half_hour": "touched_days",
    "half_hour_waits_added_up": "touched_days",
    "waits_by_day": "touched_days",
    "waits_by_month": "month_days",
    "wait_seconds_by_day": "touched_days",
    "wait_seconds_by_month": "month_days",
    "wait_quantiles_by_month": "month_days",
    "follow_ups": "follow_up_days",
    "follow_ups_by_day": "follow_up_days",
    "journeys_by_month": "follow_up_days",
    "clocks": "case_days",
    "open_clocks": "case_days",
    "clock_results_by_day": "case_days",
    "clock_results_by_month": "clock_days",
    "clock_results_by_ward": "clock_days",
    "clock_durations_by_month": "clock_days",
    "working_days_by_month": "clock_days",
    "cases_by_day": "case_days",
    "cases_by_month": "clock_days",
    "complaints_by_day": "month_days",
    "complaints_by_attribute": "month_days",
    "answers_by_day": "month_days",
    "answers_by_attribute": "month_days",
    "comment_words_by_day": "month_days",
}
"""The marts built after `coverage`, each after the marts it reads, with the days or months of each that are built again."""
BESIDES = {"contacts_by_attribute": ("contacts_by_each_attribute", "contacts_by_further_attribute")}
"""The files that add more rows to a mart."""
OF_THE_ROTA = ("half_hour_stretches", "stretches_on_duty")
"""The staging of the rota's mart, which is built by itself on the days a rota changed."""
OF_FOLLOW_UPS = ("follow_ups", "follow_ups_by_day", "journeys_by_month")
"""The marts whose rows what happens in later months can change."""
COME_DUE = ("clock_results_by_month", "clock_results_by_ward", "working_days_by_month")
"""The marts whose rows change when their source covers more days, though no record of theirs has."""


@dataclass(frozen=True, slots=True)
class Build:
    """What to build: the touched days, the promises declared, and whether the marts are empty.

    On `case_days` only cases began or ended, on `rota_days` the rota changed; `months_come_due` are those of COME_DUE alone: of
    starts that have come due.
    `added_since` is the first of the loads that added a few contacts and changed nothing else, None where it was otherwise.
    """

    days: frozenset[date]
    declared: Declared = field(default_factory=Declared)
    is_new_file: bool = True
    case_days: frozenset[date] = frozenset()
    rota_days: frozenset[date] = frozenset()
    months_come_due: frozenset[date] = frozenset()
    added_since: int | None = None

    @property
    def months(self) -> frozenset[date]:
        return frozenset(month_start(day) for day in self.days)


def create_marts(connection: duckdb.DuckDBPyConnection, council: Council) -> None:
    """Create every mart, empty, in the attached file `marts`, and fill its calendar."""
    for table in MARTS.values():
        connection.execute(f"create table marts.{table.name} ({table.sql_columns})")
    days = calendar(council.time_zone, council.nation)  # noqa: F841  DuckDB reads it by name
    connection.execute("insert into marts.calendar select * from days")


def build_marts(connection: duckdb.DuckDBPyConnection, council: Council, build: Build) -> None:
    """Rebuild what the touched days reach in every mart; UndeclaredOverlapError where two sources claim the same counts."""
    lay_out_declared(connection, build.declared)
    _decide_sources(connection, council, build)
    for chunk in chunks(connection, build.days, build.case_days, is_widened=build.added_since is None):
        lay_out_days(connection, chunk)
        _read_contacts(connection, is_kept=bool(council.shared_keys))
        _stage(connection, READ)
        link_attributes(connection, council)
        _stage(connection, STAGING)
        _rebuild(connection, [name for name in BUILT if chunk.follow_up_months or name not in OF_FOLLOW_UPS], build)
    if build.added_since is not None:
        _add_follow_ups(connection, build.added_since, build)
    _rebuild_come_due(connection, build)
    _rebuild_rota(connection, build)
    connection.execute("delete from marts.stated_results")
    _fill(connection, "stated_results")


def _add_follow_ups(connection: duckdb.DuckDBPyConnection, added_since: int, build: Build) -> None:
    months = add_follow_ups(connection, added_since)
    put_days(connection, "follow_up_days", days_of(sorted(months)))
    _rebuild(connection, OF_FOLLOW_UPS[1:], build)


def _rebuild_come_due(connection: duckdb.DuckDBPyConnection, build: Build) -> None:
    """Rebuild what has come due in months that are not built anyway."""
    built = {month_start(day) for day in build.days | build.case_days}
    if months := tuple(sorted(build.months_come_due - built)):
        lay_out_days(connection, Chunk((), months))
        _stage(connection, ("promised_clocks",))
        _rebuild(connection, COME_DUE, build)


def _rebuild_rota(connection: duckdb.DuckDBPyConnection, build: Build) -> None:
    """Rebuild who is on duty on the days whose rota changed."""
    if not build.rota_days:
        return
    put_days(connection, "rota_days", sorted(build.rota_days))
    _stage(connection, OF_THE_ROTA)
    if not build.is_new_file:
        _clear(connection, "rota_by_half_hour", "rota_days")
    _fill(connection, "rota_by_half_hour")


def _decide_sources(connection: duckdb.DuckDBPyConnection, council: Council, build: Build) -> None:
    """Work out which source counts where, for all touched months at once, and keep it in `coverage`."""
    lay_out_days(connection, Chunk(tuple(days_of(sorted(build.months)))))
    sources_of_record(connection, council)
    _stage(connection, OVERLAPS)
    refuse_undeclared_overlaps(connection)
    if not build.is_new_file:
        _clear(connection, "coverage", "touched_days")
    _fill(connection, "coverage")
    stage(connection, "sources_out")


def _stage(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in names:
        stage(connection, name)


def _read_contacts(connection: duckdb.DuckDBPyConnection, *, is_kept: bool) -> None:
    """Lay out `contacts_read`; laid by only where another source adds to it: to read it again costs less than to write it."""
    stage(connection, "contacts_in_reach")
    if is_kept:
        stage(connection, "contacts_kept")
    connection.execute(
        f"create or replace temp view contacts_read as from {'contacts_kept' if is_kept else 'contacts_in_reach'}"
    )


def _rebuild(connection: duckdb.DuckDBPyConnection, names: Iterable[str], build: Build) -> None:
    for name in names:
        if not build.is_new_file:
            _clear(connection, name, BUILT[name])
        for file in (name, *BESIDES.get(name, ())):
            _fill(connection, name, file)


def _clear(connection: duckdb.DuckDBPyConnection, name: str, days: str) -> None:
    only = "(clock = 'completion' or is_touched)" if name == "clocks" else "true"
    connection.execute(
        f"delete from marts.{name} where exists (select 1 from {days} as days where {name}.{_dated(name)} = days.activity_date and {only})"
    )


def _dated(name: str) -> str:
    """Return the column by whose day or month a mart is rebuilt."""
    return next(column for column in ("activity_month", "activity_date", "started_date") if column in MARTS[name].names)


def _fill(connection: duckdb.DuckDBPyConnection, name: str, file: str = "") -> None:
    order = ", ".join(_order(MARTS[name].names))
    text = sql_file("marts", file or name).text
    connection.execute(f"insert into marts.{name} by name\nselect * from (\n{text}\n)\norder by {order}")


def _order(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns a mart is kept in order of: first the one of which a question asks for one value, then month, service, date."""
    dated = next(name for name in ("activity_date", "activity_month", "started_date", "from_date") if name in names)
    first = (name for name in ("clock", "attribute", "question", "within_days") if name in names)
    rest = (name for name in ("service", dated, "half_hour", "channel", "queue") if name in names)
    return (*first, f"date_trunc('month', {dated})", *rest)
