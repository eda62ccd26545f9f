"""One source of record for each count: what the council declared, and the refusal of what nobody declared."""

import duckdb
import polars as pl

from frontdoor.errors import UndeclaredOverlapError
from frontdoor.schema.units import Family
from frontdoor.strategy.council import Council

_DECLARATION = {
    "source": pl.String,
    "family": pl.String,
    "service": pl.String,
    "channel": pl.String,
    "from_date": pl.Date,
    "before_date": pl.Date,
    "precedence": pl.Int64,
}
SHOWN = 5
VOICES = {Family.COMPLAINTS.value: "complaints", Family.SURVEYS.value: "survey responses"}
"""Families that are not of contacts; a declaration for one must name it, or it would be for contacts as well."""


def sources_of_record(connection: duckdb.DuckDBPyConnection, council: Council) -> None:
    """Write down the council's declarations; where two fit, the one that names more wins, then the later one."""
    rows = [
        (
            record.source,
            record.family,
            record.service,
            record.channel,
            record.from_date,
            record.before_date,
            1000 * sum(part is not None for part in (record.family, record.service, record.channel)) + place,
        )
        for place, record in enumerate(council.sources_of_record)
    ]
    declared = pl.DataFrame(rows, schema=_DECLARATION, orient="row")  # noqa: F841  DuckDB reads it by name
    connection.execute("create or replace temp table sources_of_record as select * from declared")


def refuse_undeclared_overlaps(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise UndeclaredOverlapError naming sources, channel, dates and the lines to add, if any overlap is undeclared."""
    found = connection.sql(
        "select * from undeclared_overlaps order by source, other_source, channel, family, service"
    ).pl()
    if found.is_empty():
        return
    pairs = found.group_by("source", "other_source", "channel", maintain_order=True).agg(
        pl.col("family").unique(maintain_order=True), pl.col("from_date").min(), pl.col("to_date").max()
    )
    told = [_tell(row) for row in pairs.head(SHOWN).iter_rows(named=True)]
    more = f" (and {pairs.height - SHOWN} more)" if pairs.height > SHOWN else ""
    first = pairs.row(0, named=True)
    raise UndeclaredOverlapError(
        f"Two sources claim the same {_claimed(pairs['family'].to_list())} and council.toml does not say which counts: {'; '.join(told)}{more}. "
        f"Nothing was loaded. Add to council.toml, naming the source to count:\n{_lines(first)}"
    )


def _claimed(families: list[list[str]]) -> str:
    """Return what they both claim, by the families of columns they overlap in."""
    told = {VOICES.get(family, "contacts") for each in families for family in each}
    return " and ".join(sorted(told))


def _tell(row: dict[str, object]) -> str:
    families = row["family"]
    named = ", ".join(families) if isinstance(families, list) else str(families)
    return f"{row['source']} and {row['other_source']}, channel {row['channel']}, {row['from_date']} to {row['to_date']} ({named})"


def _lines(row: dict[str, object]) -> str:
    families = row["family"]
    named = [family for family in families if family in VOICES] if isinstance(families, list) else []
    family_line = f'family = "{named[0]}"\n' if named else ""
    return (
        f'[[source_of_record]]\nsource = "{row["source"]}"  # or "{row["other_source"]}"\n{family_line}'
        f'channel = "{row["channel"]}"\nfrom = {row["from_date"]}'
    )
