"""What figures do we hold? Sources with their days and gaps, loads with what became of each row, and what reconciles."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Freshness
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.freshness import freshness_of, late_sources
from frontdoor.answers.provenance import moment_words
from frontdoor.answers.reconciling import Reconciled, reconciled
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.waiting import Waiting, waiting
from frontdoor.errors import AccessError
from frontdoor.figure import Figure, Kind
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Grain
from frontdoor.register.loads import LoadAct
from frontdoor.schema.records import CONTACT_INTERVALS, CONTACTS, STATED_RESULTS
from frontdoor.schema.rotas import ROTA_KINDS
from frontdoor.schema.units import Better, Unit
from frontdoor.warehouse.scope import Scope

DAILY = (CONTACTS.name, CONTACT_INTERVALS.name)
"""Kinds of record that come every day, so that a day without any is a gap; a day without a complaint is a good one."""
ROTA = "rota"
BY_LEDGER = {STATED_RESULTS.name: "stated", **dict.fromkeys(ROTA_KINDS, ROTA)}
"""Kinds that are no records of what happened on a day, and what they are: of these only their loads are told."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: what it holds, from when to when, how many days are missing (None: not told), and how much counts."""

    name: str
    resolution: str
    first: date
    last: date
    records: int
    counted: int
    days_missing: int | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class DataAnswer:
    """Everything the Data page shows."""

    question: str
    answer: str
    lead: str
    sources: tuple[SourceLine, ...]
    coverage: Figure | None
    loads: pl.DataFrame
    freshness: Freshness
    loaded_by: dict[int, str]
    taken_back: tuple[str, ...]
    reconciled: tuple[Reconciled, ...]
    waiting: tuple[Waiting, ...]


def data(filters: Filters, audience: Audience) -> DataAnswer:
    """Return what is held; only officers may see loads."""
    if audience is not Audience.OFFICER:
        raise AccessError("Only performance officers see what was loaded.")
    context = open_context(filters, audience)
    covered = _covered(context)
    lines = source_lines(covered, context)
    return DataAnswer(
        question="What figures do we hold?",
        answer=_headline(lines, context),
        lead=lead_sentence(lines),
        sources=lines,
        coverage=coverage_figure(covered, context),
        loads=context.ledger(),
        freshness=freshness_of(context),
        loaded_by=loaded_by(context),
        taken_back=taken_back(context),
        reconciled=reconciled(context),
        waiting=waiting(context.register, context.measures()),
    )


def loaded_by(context: Context) -> dict[int, str]:
    """Return the name given for each load, by its number; the page says that nobody checked it."""
    entries = context.register.load_entries()
    return {entry.load_id: entry.author for entry in entries if entry.act is LoadAct.LOADED}


def taken_back(context: Context) -> tuple[str, ...]:
    """Return the loads that were taken back, newest first, in whole sentences."""
    return tuple(
        f"Load {entry.load_id} was taken back by {entry.author_words} on "
        f"{moment_words(entry.recorded_at, context.council.time_zone)}."
        for entry in reversed(context.register.load_entries())
        if entry.act is LoadAct.TAKEN_BACK
    )


def _covered(context: Context) -> pl.DataFrame:
    """Return records by day and source, as question records_by_day returns them."""
    whole = Scope(first=date(1900, 1, 1), last=context.as_at, grain=Grain.DAY)
    return context.warehouse.ask("records_by_day", whole, {}).frame


def source_lines(covered: pl.DataFrame, context: Context) -> tuple[SourceLine, ...]:
    """Return one line a source, the source with most records first."""
    late = {name for name, _ in late_sources(context)}
    daily = set(context.ledger().filter(pl.col("kind").is_in(DAILY))["source"])
    by_source = (
        covered.group_by("source")
        .agg(
            pl.col("resolution").sort().first(),
            pl.col("period_start").min().alias("first"),
            pl.col("period_start").max().alias("last"),
            pl.col("period_start").n_unique().alias("days"),
            pl.col("records").sum(),
            pl.col("counted_records").sum(),
        )
        .sort("records", descending=True)
    )
    return tuple(
        SourceLine(
            name=row["source"],
            resolution=row["resolution"],
            first=row["first"],
            last=row["last"],
            records=row["records"],
            counted=row["counted_records"],
            days_missing=_missing(row) if row["source"] in daily else None,
            is_late=row["source"] in late,
        )
        for row in by_source.iter_rows(named=True)
    ) + ledger_lines(context)


def ledger_lines(context: Context) -> tuple[SourceLine, ...]:
    """Return one line for each source of figures that others state, or of a rota, as many records as its loads brought."""
    told = context.ledger().filter(pl.col("kind").is_in(list(BY_LEDGER)))
    brought = pl.col("loaded").sum() - pl.col("withdrawn").sum()
    by_source = told.group_by("source", "kind").agg(
        pl.col("from_date").min(), pl.col("to_date").max(), brought.alias("records")
    )
    return tuple(
        SourceLine(source, BY_LEDGER[kind], first, last, records, records, None, is_late=False)
        for source, kind, first, last, records in by_source.sort("source").iter_rows()
    )


def _missing(row: dict[str, object]) -> int | None:
    first, last, days = row["first"], row["last"], row["days"]
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert isinstance(days, int)
    return None if row["resolution"] == "month" else (last - first).days + 1 - days


def _headline(lines: tuple[SourceLine, ...], context: Context) -> str:
    sources = f"{len(lines)} source{'' if len(lines) == 1 else 's'}"
    return f"We hold {sum(line.records for line in lines):,} records from {sources}, to {format_date(context.as_at)}."


def lead_sentence(lines: tuple[SourceLine, ...]) -> str:
    """Return what is late, what counts nowhere and how far a rota runs."""
    late = [line.name for line in lines if line.is_late]
    aside = [line for line in lines if line.counted < line.records]
    parts = [f"Late: {', '.join(late)}." if late else "No source is late."]
    parts += [
        f"{line.records - line.counted:,} records of {line.name} count nowhere: another source is the one of record."
        for line in aside
    ]
    parts += [
        f"The rota in {line.name} runs to {format_date(line.last)}: a plan, and no contact."
        for line in lines
        if line.resolution == ROTA
    ]
    return " ".join(parts)


def coverage_figure(covered: pl.DataFrame, context: Context) -> Figure | None:
    """Return a calendar of records a day by source, so that a gap shows as a gap."""
    if covered.is_empty():
        return None
    frame = covered.group_by("period_start", "source").agg(pl.col("records").sum()).sort("period_start", "source")
    drawn = frame.rename({"period_start": "activity_date", "source": "series"})
    months = (
        frame.with_columns(pl.col("period_start").dt.strftime("%Y-%m").alias("Month"))
        .group_by("Month", "source")
        .agg(pl.col("records").sum(), pl.col("period_start").n_unique().alias("days"))
        .sort("Month", "source")
        .rename({"source": "Source", "records": "Records", "days": "Days with records"})
    )
    return Figure(
        key="coverage",
        kind=Kind.CALENDAR,
        frame=drawn,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline="Which days have records",
        subtitle="Records a day, by source",
        sentence=_coverage_sentence(source_lines(covered, context)),
        definition="A day without records is a gap, unless nobody was there to record.",
        table=months,
        provenance=f"Data version {context.warehouse.generation}.",
        stamp=context.stamp,
    )


def _coverage_sentence(lines: tuple[SourceLine, ...]) -> str:
    return " ".join(
        f"{line.name}: {format_date(line.first)} to {format_date(line.last)}{_gaps(line.days_missing)}."
        for line in lines
    )


def _gaps(days: int | None) -> str:
    return "" if days is None else f", {count_noun(days, 'day')} without records"
