"""What a careful person should know about a rota: which days it speaks for, whose, and where overlaps cannot be told."""

import duckdb

from frontdoor.intake.report import Finding, FindingKind
from frontdoor.measures.formatting import format_date
from frontdoor.schema.rotas import ROTA_SHIFTS


def rota_findings(connection: duckdb.DuckDBPyConnection, kind: str) -> list[Finding]:
    """Return the days each channel's rota covers and how many shifts name no worker; reads the view `incoming`."""
    rows = connection.execute(
        "select channel, count(*), count(distinct activity_date), min(activity_date), max(activity_date) from incoming "
        "group by channel order by channel"
    ).fetchall()
    found = []
    for channel, number, days, first, last in rows:
        words = f"{channel}: {number:,} rows on {days:,} days, {format_date(first)} to {format_date(last)}."
        found.append(Finding(FindingKind.COVERAGE, words, number, "channel", channel, first, last))
    return found + (_without_worker(connection) if kind == ROTA_SHIFTS.name else [])


def _without_worker(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    row = connection.execute("select count(*) from incoming where worker is null").fetchone()
    if row is None or not row[0]:
        return []
    words = f"{row[0]:,} shifts name no worker: they count, and whether one overlaps another cannot be told."
    return [Finding(FindingKind.UNLINKED, words, row[0], "worker")]
