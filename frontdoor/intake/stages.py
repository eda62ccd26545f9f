"""Cases that reached stage 2 without a stage 1, where a case has several rows that may come in several files."""

import duckdb

from frontdoor.intake.quoting import literal
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.source_types import Source

EVENTFUL = ("complaint_stages", "complaint_events")
"""The kinds in which a case has several rows."""


def stage_2_alone(connection: duckdb.DuckDBPyConnection, source: Source) -> list[Finding]:
    """Return a finding if cases of the view `incoming` have a stage 2 and, there and in what is held, no stage 1."""
    rows = "select complaint_id, stage from incoming"
    if connection.execute(f"select 1 from duckdb_tables() where table_name = {literal(source.kind)}").fetchone():
        rows += f" union all select complaint_id, stage from {source.kind} where source = {literal(source.name)}"
    found = connection.execute(
        f"select count(*) from (select complaint_id from ({rows}) "
        f"where complaint_id in (select complaint_id from incoming where stage = 2) "
        f"group by complaint_id having min(stage) filter (stage > 0) = 2)"
    ).fetchone()
    cases = int(found[0]) if found else 0
    if not cases:
        return []
    words = f"{cases:,} cases reached stage 2 without a stage 1."
    return [Finding(FindingKind.NO_STAGE_1, words, cases, "stage")]
