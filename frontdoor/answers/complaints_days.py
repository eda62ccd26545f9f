"""How many working days answers to complaints took, and which are open past their due date on the last day known."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period
from frontdoor.schema.voice_questions import OPEN_OVERDUE, WORKING_DAYS_TAKEN
from frontdoor.strategy import parameters
from frontdoor.strategy.strategy import PromisedMeasure

LONGEST_EXTENSION = 260  # working days, a year: what counts of one that was granted without a limit
LONG_AGO = date(1995, 1, 1)
"""The first day of the calendar of working days."""


def days_taken(promised: PromisedMeasure, filters: Filters, context: Context) -> pl.DataFrame:
    """Return the cases due in the period by working days taken (schema WORKING_DAYS_TAKEN); empty where it cannot be told."""
    try:
        scope = scope_of(promised, filters, filters.period, Grain.YEAR)
        return ask("working_days_taken", promised, scope, context).frame
    except CannotTellError:
        return WORKING_DAYS_TAKEN.empty()


def open_overdue(measures: Sequence[PromisedMeasure], filters: Filters, context: Context) -> dict[str, pl.DataFrame]:
    """Return the cases open past their due date (schema OPEN_OVERDUE) by the measure's key, all clocks asked for at once."""
    found = {each.key: OPEN_OVERDUE.empty() for each in measures}
    promised = [each for each in measures if each.parameters.get(Parameter.PROMISED_WORKING_DAYS)]
    for place in dict.fromkeys((each.services, each.channels) for each in promised):
        alike = [each for each in promised if (each.services, each.channels) == place]
        try:
            scope = scope_of(alike[0], filters, Period(LONG_AGO, context.as_at), Grain.YEAR)
            frame = context.warehouse.ask("open_overdue", scope, bound(alike, context)).frame
        except CannotTellError:
            continue
        found |= {each.key: frame.filter(pl.col("measure") == each.key) for each in alike}
    return found


def bound(measures: Sequence[PromisedMeasure], context: Context) -> dict[str, object]:
    """Return the parameters of open_overdue; complaints have no queue, so promises of one queue are left out."""
    promised = [row for each in measures for row in _of(each, parameters.promised_working_days(each))]
    acknowledged = [row for each in measures for row in _of(each, parameters.acknowledged_within(each))]
    clocks = [clock for each in measures for clock in _clocks(each, context)]
    return {"as_at": context.as_at, "clocks": clocks, "promised": promised, "acknowledged_within": acknowledged}


def _of(promised: PromisedMeasure, rows: list[parameters.Row]) -> list[dict[str, object]]:
    named = ({"measure": promised.key, **row} for row in rows if row["queue"] is None)
    return [{name: value for name, value in row.items() if name != "queue"} for row in named]


def _clocks(promised: PromisedMeasure, context: Context) -> list[dict[str, object]]:
    """Return a measure's clock for each procedure it counts."""
    extension = parameters.longest_extension(promised, context.as_at)
    clock = {
        "measure": promised.key,
        "clock": parameters.clock(promised),
        "longest_extension": LONGEST_EXTENSION if extension is None else extension,
    }
    return [{**clock, "procedure": procedure} for procedure in promised.procedures or (None,)]
