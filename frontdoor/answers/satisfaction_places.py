"""The score of one survey question by service and by channel, each with how sure it is, the worst first."""

import polars as pl

from frontdoor.answers.answer import BreakdownRow
from frontdoor.answers.labels import Side
from frontdoor.answers.result_words import between
from frontdoor.answers.satisfaction_questions import Scored
from frontdoor.figure import Figure, Kind, TargetStep
from frontdoor.measures.formatting import format_value


def places_figure(
    chosen: Scored, rows: tuple[BreakdownRow, ...], below: tuple[BreakdownRow, ...], side: Side, provenance: str
) -> Figure | None:
    """Return the score by service or channel with its intervals, worst first; None for fewer than two with a score."""
    result = chosen.result
    known = [row for row in rows if row.value is not None]
    if len(known) < 2:
        return None
    return Figure(
        key=f"{chosen.question.key}-by-{side}",
        kind=Kind.INTERVALS,
        frame=_frame(rows, below, chosen),
        unit=result.measure.unit,
        better=result.measure.better,
        headline=_headline(below, known, side),
        subtitle=f"{result.period.label}, {result.measure.label.lower()} by {side}, with how sure we are",
        sentence=_sentence(chosen, known, below, side),
        definition=f"{result.measure.definition} The whisker is the 95% interval: with few answers the score could be "
        "anywhere on it, so two that overlap may not really differ.",
        table=_table(rows, side, chosen),
        provenance=provenance,
        targets=_line(chosen),
    )


def _frame(rows: tuple[BreakdownRow, ...], below: tuple[BreakdownRow, ...], chosen: Scored) -> pl.DataFrame:
    names = {row.key for row in below}
    return pl.DataFrame(
        {
            "label": [row.label for row in rows],
            "value": [row.value for row in rows],
            "low": [row.interval[0] if row.interval else None for row in rows],
            "high": [row.interval[1] if row.interval else None for row in rows],
            "note": [_note(row, chosen) for row in rows],
            "is_highlighted": [row.key in names for row in rows],
        },
        schema_overrides=dict.fromkeys(("value", "low", "high"), pl.Float64),
    )


def _note(row: BreakdownRow, chosen: Scored) -> str:
    if row.value is None:
        return f"fewer than {chosen.result.measure.minimum_denominator} answers"
    return f"of {row.denominator:,.0f} answers"


def _line(chosen: Scored) -> tuple[TargetStep, ...]:
    """Return the target as the line scores are held against, or without one the council's own score."""
    result, target = chosen.result, chosen.result.judgement.target
    if target is not None and target.value is not None:
        return (TargetStep(target.from_date, target.value, f"Target {format_value(target.value, target.unit)}"),)
    if result.value is None:
        return ()
    return (TargetStep(result.period.first, result.value, f"All {format_value(result.value, result.measure.unit)}"),)


def _headline(below: tuple[BreakdownRow, ...], known: list[BreakdownRow], side: Side) -> str:
    if len(below) == 1:
        return f"{below[0].label} is clearly below the rest"
    if below:
        return f"{len(below)} of {len(known)} {side}s are clearly below"
    return f"No {side} is clearly below the others"


def _sentence(chosen: Scored, known: list[BreakdownRow], below: tuple[BreakdownRow, ...], side: Side) -> str:
    unit = chosen.result.measure.unit
    first, last = known[0], known[-1]
    said = f"From {format_value(first.value, unit)} ({first.label}) to {format_value(last.value, unit)} ({last.label})."
    if below:
        sure = between(below[0].interval, unit)
        return f"{said} {below[0].label} is {sure}, clearly lower than the overall score." if sure else said
    return f"{said} No {side} is wholly below the overall score, give or take chance."


def _table(rows: tuple[BreakdownRow, ...], side: Side, chosen: Scored) -> pl.DataFrame:
    unit = chosen.result.measure.unit
    return pl.DataFrame(
        {
            side.capitalize(): [row.label for row in rows],
            chosen.result.measure.label: [format_value(row.value, unit) for row in rows],
            "95% sure": [between(row.interval, unit) for row in rows],
            "Answers": [None if row.denominator is None else round(row.denominator) for row in rows],
        },
        schema_overrides={"Answers": pl.Int64},
    )
