"""The pictures of complaints: what became of them, and which services answer in time."""

from dataclasses import replace

import polars as pl

from frontdoor.answers.answer import BreakdownRow, Result
from frontdoor.answers.complaints_places import by_procedure
from frontdoor.answers.context import Context
from frontdoor.answers.measure import provenance_line
from frontdoor.answers.measure_figures import service_figure
from frontdoor.answers.shown_counts import shown_counts
from frontdoor.figure import Figure, Kind
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.strategy import PromisedMeasure

OUTCOMES = {
    "resolved_early": "Put right before stage 1",
    "upheld": "Upheld",
    "partly_upheld": "Upheld in part",
    "not_upheld": "Not upheld",
    "escalated": "Taken to stage 2",
    "withdrawn": "Withdrawn",
    "refused": "Not accepted as a complaint",
}
"""What can become of a complaint, in the order it happens."""

DECIDED = ("upheld", "partly_upheld", "not_upheld")


def outcomes_figure(promised: PromisedMeasure, volume: Result, filters: Filters, context: Context) -> Figure | None:
    """Return what became of complaints as bars; what no source tells of is left out, None where nothing is told."""
    counts = _outcomes(promised, filters, context)
    if not any(counts.values()):
        return None
    when = " that month" if filters.period.months == 1 else ""
    labels = [OUTCOMES[name] for name in counts]
    return Figure(
        key="complaint-outcomes",
        kind=Kind.BARS,
        frame=_outcome_bars(labels, list(counts.values())),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=_outcome_headline(counts),
        subtitle=f"{filters.period.label}, complaints by what happened{when}",
        sentence=_outcome_sentence(counts),
        definition="Each thing is counted on the day it happened, so they do not add up to the complaints received: an "
        "answer can be to a complaint of an earlier month. Decisions are of both stages.",
        table=pl.DataFrame(
            {"What happened": labels, "Complaints": list(counts.values())}, schema_overrides={"Complaints": pl.Int64}
        ),
        provenance=provenance_line(volume),
    )


def _outcome_bars(labels: list[str], counts: list[int | None]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "label": labels,
            "value": [None if count is None else float(count) for count in counts],
            "note": ["hidden: too few people" if count is None else "" for count in counts],
            "is_highlighted": [False] * len(labels),
        },
        schema_overrides={"value": pl.Float64},
    )


def _decided(counts: dict[str, int | None]) -> int:
    """Return how many were decided, 0 where one of the outcomes is hidden."""
    known = [counts.get(name, 0) for name in DECIDED]
    return 0 if None in known else sum(count or 0 for count in known)


def _outcome_headline(counts: dict[str, int | None]) -> str:
    decided = _decided(counts)
    if not decided:
        return "What became of complaints"
    return f"We upheld {decided - (counts.get('not_upheld') or 0):,} of {decided:,}, in full or part"


def _outcomes(promised: PromisedMeasure, filters: Filters, context: Context) -> dict[str, int | None]:
    """Return each outcome's count after disclosure control, None where hidden; without those no source tells of."""
    frame = by_procedure(promised, filters, context)
    frame = frame.filter(pl.col("procedure").is_in(promised.procedures)) if promised.procedures else frame
    told = [name for name in OUTCOMES if frame[name].null_count() < frame.height]
    if not told:
        return {}
    safe = shown_counts(frame, (), told, filters, context)
    return {name: safe[name][0] for name in told} if safe.height else {}


def _outcome_sentence(counts: dict[str, int | None]) -> str:
    """Return the takeaway: of those decided how many were upheld, and how many were put right early."""
    decided = _decided(counts)
    shares = [
        f"{OUTCOMES[name].lower()} {format_value((counts[name] or 0) / decided, Unit.SHARE)}"
        for name in DECIDED
        if decided and name in counts
    ]
    early = counts.get("resolved_early")
    said = [f"Of {decided:,} decided: {', '.join(shares)}."] if shares else []
    said += [f"{early:,} more were put right before stage 1."] if early else []
    return " ".join(said) or "Too few to say."


def services_figure(result: Result, rows: tuple[BreakdownRow, ...]) -> Figure | None:
    """Return stage 1 by service, worst first, and below them by name those with too few answers due to say."""
    drawn = service_figure(result, rows, provenance_line(result))
    few = [row.label for row in rows if row.value is None]
    if drawn is None or not few:
        return drawn
    unsaid = drawn.frame.clear(len(few)).with_columns(
        label=pl.Series(few), note=pl.lit("too few to say"), is_highlighted=pl.lit(value=False)
    )
    return replace(drawn, frame=pl.concat([drawn.frame, unsaid]))
