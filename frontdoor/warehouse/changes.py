"""What must be built again: the days a load touched, and those its news about a whole source reaches."""

from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from frontdoor.strategy.council import Council
from frontdoor.warehouse.building import Build
from frontdoor.warehouse.facts import Declared
from frontdoor.warehouse.linking import note_given
from frontdoor.warehouse.staging import stage
from frontdoor.warehouse.touched import (
    IN_MONTHLY_MARTS,
    TouchedDays,
    all_months,
    all_rota_days,
    count,
    days_of,
    months_of_source,
)

SECONDS_IN_A_DAY = 86_400
FEW = 100_000
"""Contacts whose customers are quicker looked at one by one than all follow-ups of the months."""
TOLD_BY_CONTACTS = ("supplied", "given")
TOLD_WHOLE = ("complaints_supplied", "voices_given", "voices_held")
KNOWN_OF_SOURCES = (*TOLD_BY_CONTACTS, *TOLD_WHOLE)
"""Staging tables kept in the marts file, to notice that a source has begun, or ceased, to supply something.

Those told by contacts are added to from the newest loads; the others are worked out from all records each time.
"""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a draft has changed so far; `declared` is what the council promises now."""

    days: TouchedDays
    declared: Declared
    is_new_file: bool
    added_since: int | None = None
    """The first of the loads that only added records, where no other change was made."""


def plan(connection: duckdb.DuckDBPyConnection, council: Council, touched: Touched) -> Build:
    """Return what to build; lays out the tables `sources`, `supplied` and `given` as they are now."""
    _find_sources(connection)
    _find_what_is_told(connection, touched)
    note_given(connection, council)
    if touched.is_new_file:
        every_day = frozenset(days_of(all_months(connection)))
        return Build(every_day, touched.declared, rota_days=all_rota_days(connection))
    due = _months_come_due(connection)
    news = [months_of_source(connection, source) for source in _sources_with_news(connection)]
    if _holdings_changed(connection, council):
        news.append(all_months(connection))
    days = touched.days.days | _moved_days(connection, touched.declared.thresholds)
    days |= frozenset(days_of(frozenset().union(*news)))
    return Build(
        days,
        touched.declared,
        is_new_file=False,
        case_days=touched.days.case_days - days,
        months_come_due=due,
        rota_days=touched.days.rota_days,
        added_since=None if news or council.shared_keys else _few_added_since(connection, touched.added_since),
    )


def _few_added_since(connection: duckdb.DuckDBPyConnection, added_since: int | None) -> int | None:
    """Return the first of the loads that only added records, where the contacts they added are few."""
    if added_since is None or count(connection, f"contacts where load_id >= {added_since}") > FEW:
        return None
    return added_since


def _find_what_is_told(connection: duckdb.DuckDBPyConnection, touched: Touched) -> None:
    """Lay out `supplied` and `given`: from every contact, or from the new ones and what is known of those before."""
    since = None if touched.is_new_file else touched.added_since
    newest = "" if since is None else f" where load_id >= {since}"
    connection.execute(f"create or replace temp view contacts_told as from contacts{newest}")
    for name in ("complaint_parts", *TOLD_WHOLE):
        stage(connection, name)
    for name in TOLD_BY_CONTACTS:
        stage(connection, name)
        if since is not None:
            stage(connection, f"{name}_by_now")
            connection.execute(f"create or replace temp table {name} as from {name}_by_now")


def _find_sources(connection: duckdb.DuckDBPyConnection) -> None:
    """Lay out each source with the last day its deliveries speak for, or else the last day it recorded."""
    recorded = " union all ".join(
        f"select source, max(activity_date) as last_date from {kind} group by source" for kind in IN_MONTHLY_MARTS
    )
    connection.execute(f"create or replace temp view recorded as {recorded}")
    connection.execute("""
        create or replace temp table sources as
        select recorded.source, coalesce(max(coalesce(loads.covered_to, loads.to_date)), max(recorded.last_date)) as covered_to
        from recorded
        left join loads on recorded.source = loads.source
        group by recorded.source
    """)


def _moved_days(connection: duckdb.DuckDBPyConnection, thresholds: tuple[int, ...]) -> frozenset[date]:
    """Return the days on which an open contact may have passed a threshold since, because its source now covers more."""
    rows = connection.execute("""
        select least(held.covered_to, sources.covered_to), greatest(held.covered_to, sources.covered_to)
        from marts.sources as held inner join sources on held.source = sources.source
        where held.covered_to != sources.covered_to
    """).fetchall()
    reach = timedelta(days=max((SECONDS_IN_A_DAY, *thresholds)) // SECONDS_IN_A_DAY + 1)
    return frozenset(
        first - reach + timedelta(days=number)
        for first, last in rows
        for number in range((last - first + reach).days + 1)
    )


def _months_come_due(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    """Return the months in which a clock started that has come due since (or is not due after all), by what its source covers."""
    rows = connection.execute("""
        select distinct cast(date_trunc('month', by_day.started_date) as date)
        from marts.clock_results_by_day as by_day
        inner join marts.sources as held on by_day.source = held.source
        inner join sources on by_day.source = sources.source
        where by_day.due_date > least(held.covered_to, sources.covered_to)
            and by_day.due_date <= greatest(held.covered_to, sources.covered_to)
    """).fetchall()
    return frozenset(row[0] for row in rows)


def _sources_with_news(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the sources that have begun or ceased to supply replies, completions or an attribute."""
    found: set[str] = set()
    for name in KNOWN_OF_SOURCES:
        rows = connection.execute(
            f"select distinct source from ((from marts.{name} except from {name}) union all (from {name} except from marts.{name})) "
            f"where source in (select source from marts.{name})"
        ).fetchall()
        found.update(row[0] for row in rows)
    return sorted(found)


def _holdings_changed(connection: duckdb.DuckDBPyConnection, council: Council) -> bool:
    """Return whether a source named in the council's file has begun or ceased to hold complaints or a survey.

    It then pushes others' records out, or no longer does, on any day.
    """
    named = [record.source for record in council.sources_of_record]
    row = connection.execute(
        "select count(*) from ((from marts.voices_held except from voices_held) union all "
        "(from voices_held except from marts.voices_held)) where list_contains(cast($named as varchar[]), source)",
        {"named": named},
    ).fetchone()
    return row is not None and row[0] > 0


def keep_what_is_known(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep `sources` and what each source supplies in the marts file."""
    for name in KNOWN_OF_SOURCES:
        connection.execute(f"create or replace table marts.{name} as select * from {name}")
    connection.execute("delete from marts.sources")
    connection.execute("insert into marts.sources select source, covered_to from sources order by source")
