"""Where a number comes from, gathered from what was asked to make it."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import polars as pl

from frontdoor.answers.answer import Provenance
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_moment
from frontdoor.periods import Grain
from frontdoor.schema.questions import CHANNEL_COVERAGE
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked


def provenance_of(
    promised: PromisedMeasure, asked: tuple[Asked, ...], filters: Filters, context: Context
) -> Provenance:
    """Return the generation, sources, loads, questions, marts and parameters behind one measure."""
    warehouse = context.warehouse
    covered = _covered(promised, filters, context)
    sources = tuple(covered["source"].unique().sort())
    return Provenance(
        generation=warehouse.generation,
        as_at=warehouse.as_at,
        loaded_at=format_moment(on_council_clock(warehouse.loaded_at, context)),
        sources=sources,
        loads=_loads(sources, context),
        questions=tuple(dict.fromkeys(answer.question for answer in asked)),
        marts=tuple(dict.fromkeys(answer.mart for answer in asked)),
        parameters=_words(asked),
        definition=CATALOGUE[promised.measure].definition,
        is_approximate=bool(covered["is_approximate"].any()),
    )


def _words(asked: tuple[Asked, ...]) -> tuple[tuple[str, str], ...]:
    found = {name: str(value) for answer in asked for name, value in answer.parameters.items()}
    return tuple(sorted(found.items()))


def _covered(promised: PromisedMeasure, filters: Filters, context: Context) -> pl.DataFrame:
    """Return the sources that count for this measure's services and channels in the period."""
    try:
        scope = scope_of(promised, replace(filters, attribute=None), filters.period, Grain.YEAR)
    except CannotTellError:
        return CHANNEL_COVERAGE.empty()
    return ask("channel_coverage", promised, scope, context).frame


def _loads(sources: tuple[str, ...], context: Context) -> tuple[int, ...]:
    ledger = context.ledger()
    return tuple(ledger.filter(pl.col("source").is_in(sources))["load_id"].sort())


def on_council_clock(moment: datetime, context: Context) -> datetime:
    """Return a UTC moment as the council's clocks showed it."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(context.council.time_zone))
