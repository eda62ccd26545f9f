"""Where a number comes from, gathered from what was asked to make it."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import polars as pl

from frontdoor.answers.answer import Provenance
from frontdoor.answers.asking import HOMES, ask, scope_of
from frontdoor.answers.context import Context
from frontdoor.answers.sign_off_standing import PROVISIONAL_STATES, signed_off
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_moment
from frontdoor.measures.measure import Kind
from frontdoor.periods import Grain
from frontdoor.schema.questions import CHANNEL_COVERAGE
from frontdoor.schema.records import STATED_RESULTS
from frontdoor.schema.units import Family
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked

OF_VOICES = {
    "complaint_totals": Family.COMPLAINTS,
    "survey_scores": Family.SURVEYS,
    "answer_counts": Family.SURVEYS,
}
"""Questions of complaints and surveys, and the family they stand on; every other is about contacts."""


def provenance_of(
    promised: PromisedMeasure, asked: tuple[Asked, ...], filters: Filters, context: Context
) -> Provenance:
    """Return the generation, sources, loads, questions, marts and parameters behind one measure."""
    warehouse = context.warehouse
    covered = _covered(promised, filters, context)
    sources = (
        _reported_sources(context)
        if measure_of(promised).kind is Kind.STATED
        else tuple(covered["source"].unique().sort())
    )
    signed = signed_off(sources, filters.period, context)
    return Provenance(
        generation=warehouse.generation,
        as_at=warehouse.as_at,
        loaded_at=moment_words(warehouse.loaded_at, context.council.time_zone),
        sources=sources,
        loads=_loads(sources, context),
        questions=tuple(dict.fromkeys(answer.question for answer in asked)),
        marts=tuple(dict.fromkeys(answer.mart for answer in asked)),
        parameters=_words(asked),
        definition=measure_of(promised).definition,
        is_approximate=bool(covered["is_approximate"].any()),
        is_provisional=signed.state in PROVISIONAL_STATES,
        sign_off=signed.state,
        sign_off_words=signed.words,
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
    frame = ask("channel_coverage", promised, scope, context).frame
    return frame.filter(pl.col("family").is_in(_families(promised)))


def _families(promised: PromisedMeasure) -> set[str]:
    """Return the families of columns the measure stands on."""
    if parameters.clock(promised) not in ("", *parameters.CONTACT_CLOCKS):
        return {Family.COMPLAINTS}
    told = {OF_VOICES.get(question) for question in measure_of(promised).questions if question != HOMES}
    contacts = set(Family) - set(OF_VOICES.values()) if None in told else set()
    return {family for family in told if family} | contacts


def _reported_sources(context: Context) -> tuple[str, ...]:
    """Return the sources that brought figures others state."""
    ledger = context.ledger()
    return tuple(ledger.filter(pl.col("kind") == STATED_RESULTS.name)["source"].unique().sort())


def _loads(sources: tuple[str, ...], context: Context) -> tuple[int, ...]:
    ledger = context.ledger()
    return tuple(ledger.filter(pl.col("source").is_in(sources))["load_id"].sort())


def moment_words(moment: datetime, time_zone: str) -> str:
    """Return a UTC moment in words, as clocks showed it in this zone."""
    return format_moment(moment.replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone)))


def on_council_clock(moment: datetime, context: Context) -> datetime:
    """Return a UTC moment as the council's clocks showed it."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(context.council.time_zone))
