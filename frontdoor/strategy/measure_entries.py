"""Reads [[measure]] tables: a catalogue measure bound to a promise, thresholds, services, channels and dated targets."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.contact import DIGITAL_SHARE
from frontdoor.measures.measure import Measure, Parameter
from frontdoor.schema.units import Channel
from frontdoor.strategy.binding_entries import BINDING_KEYS, bound_to
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.history import combined_targets, combined_values
from frontdoor.strategy.parameter_entries import needed_parameters, read_parameters
from frontdoor.strategy.question_bank import Question
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.strategy.target_entries import read_targets

MEASURE_KEYS = (
    "key",
    "measure",
    "label",
    "short_label",
    "promise",
    "services",
    "channels",
    "owner",
    "parameters",
    "target",
    "baseline",
    "headline",
    *BINDING_KEYS,
)
HEADLINE_MEASURES_AT_MOST = 9
"""Five promises and nine measures are what a reader takes in on one page."""

CHANNELS = tuple(channel.value for channel in Channel)


@dataclass(frozen=True, slots=True)
class Known:
    """What a measure may name: promises, services (none declared: any) and the questions of the bank."""

    promises: Collection[str]
    services: Collection[str]
    questions: tuple[Question, ...] = ()


def read_measures(top: Entry, known: Known, published: tuple[PromisedMeasure, ...] = ()) -> tuple[PromisedMeasure, ...]:
    """Return the file's measures in its order, on top of what was published of each, then the other published ones.

    Raises StrategyError for anything unknown, a missing threshold, or more than nine headline measures.
    """
    held = {measure.key: measure for measure in published}
    entries = top.entries("measure", MEASURE_KEYS)
    read = {entry.text("key"): _read_measure(entry, known, held.get(entry.text("key"))) for entry in entries}
    measures = tuple((read | {key: measure for key, measure in held.items() if key not in read}).values())
    headlines = [measure for measure in measures if measure.is_headline]
    if len(headlines) > HEADLINE_MEASURES_AT_MOST:
        raise top.problem(
            f"measure.{headlines[-1].key}",
            f"this is headline measure {len(headlines)}; keep to {HEADLINE_MEASURES_AT_MOST} at most. "
            "Others that service plans use can be `headline = false`.",
        )
    return measures


def _read_measure(entry: Entry, known: Known, published: PromisedMeasure | None) -> PromisedMeasure:
    measure = _catalogue_key(entry, published)
    parameters = _parameters(entry, CATALOGUE[measure], published)
    promised = PromisedMeasure(
        key=entry.text("key"),
        measure=measure,
        label=entry.text("label", published.label if published else None),
        short_label=entry.text("short_label", published.short_label if published else ""),
        promise=_promise(entry, known, published),
        parameters=parameters,
        services=_services(entry, known, published),
        channels=_channels(entry, published),
        targets=(),
        owner=entry.text("owner", published.owner if published else ""),
        baseline=_baseline(entry, measure, published),
        is_headline=_is_headline(entry, published),
    )
    promised = bound_to(entry, promised, known.questions, published)
    own = read_targets(entry, measure_of(promised))
    return replace(promised, targets=combined_targets(published.targets if published else (), own))


def _parameters(
    entry: Entry, measure: Measure, published: PromisedMeasure | None
) -> dict[Parameter, tuple[DatedValue, ...]]:
    parameters = read_parameters(entry.inner("parameters"), measure)
    before = published.parameters if published else {}
    bound = {
        name: combined_values(before.get(name, ()), parameters.get(name, ()))
        for name in dict.fromkeys(chain(before, parameters))
    }
    needed_parameters(entry, measure, bound)
    return bound


def _baseline(entry: Entry, measure: str, published: PromisedMeasure | None) -> date | None:
    """Return the first day of the year that the shift is held against."""
    day = entry.day_or_none("baseline")
    if day is None:
        return published.baseline if published else None
    if measure != DIGITAL_SHARE.key:
        raise entry.problem("baseline", f"only {DIGITAL_SHARE.key} is held against a baseline year; leave it out here.")
    if day.day != 1:
        raise entry.problem(
            "baseline", "give the first day of a month: the baseline is the twelve months from then on."
        )
    return day


def _catalogue_key(entry: Entry, published: PromisedMeasure | None) -> str:
    if published is None or entry.has("measure"):
        measure = entry.name_in("measure", tuple(CATALOGUE), "measure")
        if published and measure != published.measure:
            raise entry.problem(
                "measure", f"the strategy counts {published.measure} here; give a new measure its own key."
            )
        return measure
    return published.measure


def _is_headline(entry: Entry, published: PromisedMeasure | None) -> bool:
    return entry.flag("headline") if entry.has("headline") else published is None or published.is_headline


def _promise(entry: Entry, known: Known, published: PromisedMeasure | None) -> str:
    """Return the promise it evidences; only a measure that is no headline may evidence none."""
    if published and not entry.has("promise"):
        return published.promise
    if not entry.has("promise") and not _is_headline(entry, published):
        return ""
    return entry.name_in("promise", known.promises, "promise")


def _services(entry: Entry, known: Known, published: PromisedMeasure | None) -> tuple[str, ...]:
    if published and not entry.has("services"):
        return published.services
    return entry.names_in("services", known.services, "service") if known.services else entry.texts("services")


def _channels(entry: Entry, published: PromisedMeasure | None) -> tuple[str, ...]:
    if published and not entry.has("channels"):
        return published.channels
    return entry.names_in("channels", CHANNELS, "channel")
