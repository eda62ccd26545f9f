"""Brings follow-ups up to date for the customers of added contacts alone, where a load only added records."""

from datetime import date, timedelta

import duckdb

from frontdoor.periods import month_start
from frontdoor.warehouse.chunks import FOLLOW_UP_DAYS
from frontdoor.warehouse.laying_out import put_days
from frontdoor.warehouse.sql_files import sql_file
from frontdoor.warehouse.staging import stage

KEYS = ("activity_date", "gap_days", "service", "queue", "channel", "next_channel")
_STAGING = ("contacts_in_reach", "joined_conversations", "folded_conversations", "staged_contacts")


def add_follow_ups(connection: duckdb.DuckDBPyConnection, added_since: int) -> frozenset[date]:
    """Add to the mart follow_ups what the loads from `added_since` on change; return the months whose rows changed.

    Which of a customer's contacts follow one another is worked out as it is now, and as it was without those loads; only the
    difference is written. Reads the temporary table `sources_out` and the view `contacts_read`, which it leaves changed.
    """
    connection.execute("set variable added_since = $load_id", {"load_id": added_since})
    _keep(connection, "changed_conversations")
    if not _lay_out_reach(connection):
        return frozenset()
    _keep(connection, "contacts_of_customers")
    try:
        _follow(connection, "follow_ups_after", "true")
        _follow(connection, "follow_ups_before", f"load_id < {added_since}")
    finally:
        connection.execute("drop table if exists temp.contacts")
    _keep(connection, "difference")
    _apply(connection)
    days = connection.execute("select distinct activity_date from difference").fetchall()
    return frozenset(month_start(row[0]) for row in days)


def _lay_out_reach(connection: duckdb.DuckDBPyConnection) -> bool:
    """Lay out the days on which contacts can follow, or be followed by, the changed ones; False where there are none."""
    first, last = connection.execute(
        "select min(activity_date), max(activity_date) from changed_conversations where customer is not null"
    ).fetchone() or (None, None)
    if first is None or last is None:
        return False
    reach = timedelta(days=FOLLOW_UP_DAYS)
    days = [first - reach + timedelta(days=number) for number in range((last - first + 2 * reach).days + 1)]
    for name in ("follow_up_days", "reached_days"):
        put_days(connection, name, days)
    return True


def _follow(connection: duckdb.DuckDBPyConnection, name: str, condition: str) -> None:
    """Work out those customers' follow-ups from the records that meet a condition: they stand in for all contacts."""
    connection.execute("create or replace temp table contacts as from contacts limit 0")
    connection.execute(f"insert into temp.contacts by name select * from contacts_of_customers where {condition}")
    connection.execute("create or replace temp view contacts_read as from contacts_in_reach")
    connection.execute("create or replace temp table case_rows as from contacts limit 0")
    for view in _STAGING:
        stage(connection, view)
    connection.execute(f"create or replace temp table {name} as\n{sql_file('marts', 'follow_ups').text}")


def _apply(connection: duckdb.DuckDBPyConnection) -> None:
    _keep(connection, "follow_ups_now")
    same = " and ".join(f"follow_ups.{key} = difference.{key}" for key in KEYS)
    connection.execute(f"delete from marts.follow_ups where exists (select 1 from difference where {same})")
    connection.execute(
        "insert into marts.follow_ups by name from follow_ups_now "
        "order by date_trunc('month', activity_date), service, activity_date"
    )


def _keep(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(f"create or replace temp table {name} as\n{sql_file('following', name).text}")
