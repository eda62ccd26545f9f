"""Every measure in one period as plain values: what the pages show, for `measures --json` and whoever reads it."""

from datetime import date

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result, StatedLine
from frontdoor.answers.context import Context, open_context, unpromised
from frontdoor.answers.result import result_of
from frontdoor.answers.result_words import sums_words
from frontdoor.answers.target_words import target_line
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind
from frontdoor.strategy.strategy import PromisedMeasure

SCHEMA_VERSION = 1
"""Version of the JSON's shape; raised whenever a key changes its meaning or goes."""


def listed_measures(context: Context) -> tuple[PromisedMeasure, ...]:
    """Return the promised measures in the strategy's order, then every other measure of the catalogue."""
    promised = {each.key: each for each in context.measures()}
    bound = {each.measure for each in promised.values()}
    others = [unpromised(key, context) for key in CATALOGUE if key not in bound and key not in promised]
    return (*promised.values(), *(each for each in others if CATALOGUE[each.measure].kind is not Kind.STATED))


def offered(filters: Filters, audience: Audience) -> dict[str, str]:
    """Return the label of every measure by key; a label two measures share is told apart by its key."""
    measures = listed_measures(open_context(filters, audience))
    labels = [each.label for each in measures]
    return {
        each.key: each.label if labels.count(each.label) == 1 else f"{each.label} ({each.key})" for each in measures
    }


def all_results(filters: Filters, audience: Audience) -> tuple[Context, tuple[Result, ...]]:
    """Return every listed measure, judged for the period."""
    context = open_context(filters, audience)
    return context, tuple(result_of(each, filters, context) for each in listed_measures(context))


def listing(filters: Filters, audience: Audience) -> dict[str, object]:
    """Return the whole listing as JSON-ready values; dates are ISO, shares are 0 to 1, absent values are null."""
    context, results = all_results(filters, audience)
    return {
        "schema_version": SCHEMA_VERSION,
        "council": context.council.key,
        "is_invented": context.council.is_invented,
        "notice": context.council.notice,
        "from": _iso(filters.period.first),
        "to": _iso(filters.period.last),
        "services": list(filters.services),
        "channels": list(filters.channels),
        "attribute": filters.attribute,
        "attribute_value": filters.value,
        "audience": str(audience),
        "as_at": _iso(context.as_at),
        "generation": context.warehouse.generation,
        "newest_generation": context.home.current(),
        "measures": [entry(result, filters.period.last) for result in results],
    }


def entry(result: Result, on: date) -> dict[str, object]:
    """Return one measure as the JSON lists it."""
    target = result.judgement.target
    return {
        "key": result.key,
        "measure": result.measure.key,
        "label": result.label,
        "promise": result.promise or None,
        "value": result.value,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "noun": result.measure.noun,
        "interval": None if result.interval is None else list(result.interval),
        "unit": str(result.measure.unit),
        "better": str(result.measure.better),
        "target": target.value if target else None,
        "target_state": "none" if target is None else "to_be_set" if target.value is None else "set",
        "target_words": target_line(result.judgement, result.measure.better, on),
        "status": str(result.judgement.state),
        "reason": sums_words(result) if result.value is None else None,
        "change": result.change.words,
        "caveats": list(result.caveats),
        "is_approximate": result.provenance.is_approximate,
        "is_as_stated": result.is_as_stated,
        "stated": [_stated(line) for line in result.stated],
        "as_at": _iso(result.provenance.as_at),
        "generation": result.provenance.generation,
    }


def _stated(line: StatedLine) -> dict[str, object]:
    """Return one figure as a source states it; `counted` is the same stretch worked from counts."""
    return {
        "provider": line.provider,
        "from": _iso(line.first),
        "to": _iso(line.last),
        "service": line.service,
        "channel": line.channel,
        "value": line.value,
        "numerator": line.numerator,
        "denominator": line.denominator,
        "counted": line.counted,
        "disagrees": line.disagrees,
        "within_seconds": line.within_seconds,
    }


def _iso(day: date) -> str:
    return day.isoformat()
