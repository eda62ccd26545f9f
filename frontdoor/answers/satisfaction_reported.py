"""What partners and teams state of themselves: the latest return of each figure, who states it, and returns never sent."""

import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.feedback_answer import ReportedLine
from frontdoor.answers.labels import label_of
from frontdoor.answers.returns import SERIES, finest, missing_returns, period_of
from frontdoor.answers.trend import trend_period
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import Unit
from frontdoor.warehouse.scope import Scope

FIGURE = ("measure", *SERIES)
"""What the returns of one figure are told apart by."""

ALL_SERVICES = "unknown"
"""The service of a return about the whole council."""


def reported_lines(filters: Filters, context: Context) -> tuple[ReportedLine, ...]:
    """Return the latest return of each series that had ended by the period's end, by provider; measures of our own are not in it.

    Returns are for whole services: with a ward or the like chosen there are none, and with services chosen only theirs.
    """
    if filters.attribute is not None:
        return ()
    months = trend_period(filters.period)
    asked = ask("stated", bare(CATALOGUE["contacts"]), Scope(months.first, months.last, Grain.DAY), context)
    rows = asked.frame.filter(~pl.col("measure").is_in(list(CATALOGUE)))
    rows = rows.filter(pl.col("service").is_in(filters.services)) if filters.services else rows
    series = rows.sort(*FIGURE, "to_date").partition_by(FIGURE, maintain_order=True)
    return tuple(_line(finest(one), months, context) for one in series)


def _line(returns: pl.DataFrame, months: Period, context: Context) -> ReportedLine:
    last = returns.row(-1, named=True)
    place = "" if last["service"] == ALL_SERVICES else label_of(last["service"], "service", context)
    return ReportedLine(
        provider=last["provider"],
        name=named(last["measure"], context),
        place=place,
        when=period_of(last["period_start"], last["to_date"]).label,
        value=value_words(last),
        counts=_counts(last),
        evidence=last["evidence"] or "",
        missing=tuple(each.period.label for each in missing_returns(returns, months, context.as_at)),
    )


def named(measure: str, context: Context) -> str:
    """Return what a reported figure is called: by the council where it promised it, else its key as words."""
    own = (each.label for each in context.measures() if each.reported == measure)
    return next(own, measure.replace("_", " ").capitalize())


def value_words(row: dict[str, object]) -> str:
    """Return the value as stated: a share of its counts where it has them, else exactly as written."""
    top, bottom, text = row["numerator"], row["denominator"], row["value_text"]
    if isinstance(text, str) and text:
        return text if not text.isdigit() else f"{int(text):,}"
    if isinstance(top, float) and isinstance(bottom, float) and bottom:
        return format_value(top / bottom, Unit.SHARE) if top <= bottom else format_value(top / bottom, Unit.RATIO)
    return format_value(row["stated_value"] if isinstance(row["stated_value"], float) else None, Unit.RATIO)


def _counts(row: dict[str, object]) -> str:
    top, bottom = row["numerator"], row["denominator"]
    return f"{top:,.0f}\u00a0of\u00a0{bottom:,.0f}" if isinstance(top, float) and isinstance(bottom, float) else ""
