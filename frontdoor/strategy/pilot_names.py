"""What a pilot's plan may name: measures that can be counted, services, and questions of the bank."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Measure
from frontdoor.schema.contact_counts import HALF_HOUR_COUNTS
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.question_bank import Question
from frontdoor.strategy.strategy import PromisedMeasure, Service

TIMED = {"contact_totals": {count.name for count in HALF_HOUR_COUNTS}, "waits_within": None}
"""Which columns of which questions are known by half-hour; None is every column."""


@dataclass(frozen=True, slots=True)
class PilotNames:
    """Measures by key, promised ones and those of the catalogue; services (none declared: any); questions.

    `promised` are the keys of measures whose thresholds the council has agreed.
    """

    measures: Mapping[str, Measure]
    services: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    promised: frozenset[str] = field(default_factory=frozenset)


def pilot_names(
    measures: tuple[PromisedMeasure, ...], services: tuple[Service, ...], questions: tuple[Question, ...]
) -> PilotNames:
    """Return what a plan may name in a file with these measures, services and questions."""
    promised = {measure.key: measure_of(measure) for measure in measures}
    return PilotNames(
        measures=CATALOGUE | promised,
        services=tuple(service.key for service in services),
        questions=tuple(question.key for question in questions),
        promised=frozenset(promised),
    )


def is_known_by_half_hour(measure: Measure) -> bool:
    """Return whether the measure's sums are kept by time of day."""
    return all(_is_timed(term.question, term.column) for term in measure.terms)


def _is_timed(question: str, column: str) -> bool:
    if question not in TIMED:
        return False
    columns = TIMED[question]
    return columns is None or column in columns
