"""The strip of facts about complaints: how many, for every 1,000 contacts, put right early, taken further, upheld, paid."""

from dataclasses import replace

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.answer import Point, Result
from frontdoor.answers.complaints_places import by_procedure
from frontdoor.answers.context import Context, bare
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.period_sums import period_sums
from frontdoor.answers.result_words import value_words
from frontdoor.answers.trend import total
from frontdoor.filters import Filters
from frontdoor.measures.complaints import COMPLAINTS_PER_1000_CONTACTS, EARLY_RESOLUTION, ESCALATED, UPHELD
from frontdoor.measures.formatting import NOTHING, format_value, sums_line
from frontdoor.measures.measure import Measure
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from frontdoor.strategy.strategy import PromisedMeasure

LABELS = {
    EARLY_RESOLUTION.key: "Put right before stage 1",
    ESCALATED.key: "Taken to stage 2",
    UPHELD.key: "Upheld, in full or part",
}


def facts_of(promised: PromisedMeasure, volume: Result, filters: Filters, context: Context) -> tuple[Fact, ...]:
    """Return the facts that the records tell of; what no source ever records has no fact."""
    shares = (_share(measure, promised, filters, context) for measure in (EARLY_RESOLUTION, ESCALATED, UPHELD))
    facts = (
        Fact(f"Complaints, {filters.period.label}", value_words(volume), _compared(volume)),
        _for_every_1000(promised, filters, context),
        *shares,
        _paid(promised, filters, context),
    )
    return tuple(fact for fact in facts if fact is not None)


def _compared(volume: Result) -> str:
    if volume.compared is None:
        return volume.change.words
    last = volume.compared.period_start
    when = "a year earlier" if last == volume.period.year_before().first else f"in {Period.month(last).label}"
    return f"{format_value(volume.compared.value, Unit.COUNT)} {when}"


def _share(measure: Measure, promised: PromisedMeasure, filters: Filters, context: Context) -> Fact | None:
    point = _point(measure, promised, filters, context)
    if point is None or point.denominator is None:
        return None
    if point.denominator < measure.minimum_denominator:
        return Fact(LABELS[measure.key], NOTHING, f"Fewer than {measure.minimum_denominator} {measure.noun}")
    note = sums_line(point.numerator, point.denominator, measure.noun)
    return Fact(LABELS[measure.key], format_value(point.value, measure.unit), note)


def _for_every_1000(promised: PromisedMeasure, filters: Filters, context: Context) -> Fact | None:
    point = _point(COMPLAINTS_PER_1000_CONTACTS, promised, filters, context)
    if point is None or point.value is None:
        return None
    note = f"of {sums_line(None, point.denominator, 'contacts')}"
    return Fact("For every 1,000 contacts", format_value(point.value, Unit.RATIO, places=1), note)


def _point(measure: Measure, promised: PromisedMeasure, filters: Filters, context: Context) -> Point | None:
    """Return a measure of the period over the same procedures, services and channels; None where it cannot be told."""
    own = replace(bare(measure), services=promised.services, channels=promised.channels, procedures=promised.procedures)
    frame = period_sums(own, filters, context)
    is_complete = filters.period.last <= context.as_at
    return None if frame.is_empty() else total(frame, measure, filters, context, is_complete=is_complete)


def _paid(promised: PromisedMeasure, filters: Filters, context: Context) -> Fact | None:
    """Return what was paid to put things right, hidden with the number of complaints decided; None where nobody records it."""
    frame = by_procedure(promised, filters, context)
    frame = frame.filter(pl.col("procedure").is_in(promised.procedures)) if promised.procedures else frame
    if frame["remedy_pence"].null_count() == frame.height:
        return None
    if filters.attribute and filters.value is not None:
        frame = frame.filter(pl.col("value") == filters.value)
    whole = frame.select(pl.col("remedy_pence", "decided").sum())
    is_small = filters.attribute is not None
    safe = control(whole, ["decided"], context.audience, is_small_area=is_small, sums_of={"remedy_pence": "decided"})
    return Fact("Paid to put things right", format_value(safe["remedy_pence"][0], Unit.PENCE), "with the answers given")
