"""The year as a picture: day totals with bank holidays, clock changes and events marked, and its extremes."""

from datetime import date

import polars as pl

from frontdoor.answers.peaks_year_words import Extremes, headline_words, sentence_words
from frontdoor.figure import DayKind, Figure, Kind
from frontdoor.schema.units import Better, Unit

KINDS = {
    DayKind.OPEN: "Open",
    DayKind.CLOSED: "Closed",
    DayKind.BANK_HOLIDAY: "Bank holiday",
    DayKind.CLOCK_CHANGE: "Clocks change",
    DayKind.EVENT: "Event",
}
DEFINITION = (
    "Everything counted on the day, by the council's own clock. Closed days are those without opening hours; a day that is "
    "not known has no number."
)


def extremes_of(rows: pl.DataFrame) -> Extremes | None:
    """Return the busiest and quietest open day of the rows of a year; None where no open day is known."""
    known = rows.filter(pl.col("is_open") & pl.col("value").is_not_null()).sort("value", "activity_date")
    if known.is_empty() or not known["value"].sum():
        return None
    return Extremes(_day(known, -1), _day(known, 0), float(known["value"].mean() or 0.0))  # type: ignore[arg-type]


def year_figure(rows: pl.DataFrame, extremes: Extremes, noun: str, provenance: str) -> Figure:
    """Return the YEAR_MAP."""
    return Figure(
        key="year-map",
        kind=Kind.YEAR_MAP,
        frame=rows.select("activity_date", "value", "kind", "note", "is_open"),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=headline_words(extremes, noun),
        subtitle=f"{noun.capitalize()} each day, weeks across and weekdays down",
        sentence=sentence_words(extremes, noun),
        definition=DEFINITION,
        table=_table(rows, noun),
        provenance=provenance,
        key_words=("Fewer", f"More {noun}"),
    )


def _day(known: pl.DataFrame, place: int) -> tuple[date, float, str]:
    row = known.row(place, named=True)
    return row["activity_date"], row["value"], row["note"] or ""


def _table(rows: pl.DataFrame, noun: str) -> pl.DataFrame:
    return rows.select(
        pl.col("activity_date").alias("Day"),
        pl.col("activity_date").dt.strftime("%A").alias("Weekday"),
        pl.col("value").cast(pl.Int64).alias(noun.capitalize()),
        pl.col("kind").replace_strict({str(kind): words for kind, words in KINDS.items()}).alias("Kind of day"),
        pl.col("note").alias("Note"),
    )
