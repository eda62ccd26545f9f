"""Which measures a pilot's outcome can be: how each is called, in what unit people say its change, and what it must be told."""

from dataclasses import dataclass
from decimal import Decimal

from frontdoor.answers.context import Context
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure, Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.parameter_entries import OPTIONAL, THRESHOLDS
from frontdoor.strategy.pilot_names import is_known_by_half_hour
from frontdoor.strategy.pilot_words import OF_A_COUNT, UNITS

CHANGES = {Unit.COUNT: OF_A_COUNT, Unit.SHARE: "percentage points", **UNITS}
"""What a change of so much is said in; the other units have no name."""

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class MeasureOffered:
    """A measure by its label; `unit` is what a change is said in, `thresholds` what it must be told.

    `is_share`: a change is said in points of a hundred and kept as a fraction.
    """

    key: str
    label: str
    definition: str
    unit: str
    better: Better
    thresholds: tuple[Parameter, ...]
    is_share: bool
    is_timed: bool
    asks_a_question: bool

    def said(self, kept: float) -> float:
        """Return a change as people say it: 3.5 for 0.035 of a share."""
        return float(Decimal(str(kept)) * HUNDRED) if self.is_share else kept

    def kept(self, said: float) -> float:
        """Return a change as the plan keeps it."""
        return float(Decimal(str(said)) / HUNDRED) if self.is_share else said


def measures_to_choose(context: Context) -> dict[str, MeasureOffered]:
    """Return by key the measures that weeks can be counted by: the promised ones, then the rest of the catalogue."""
    agreed = {each.key: (each.label, measure_of(each), ()) for each in context.measures()}
    rest = {key: (measure.label, measure, _needed(measure)) for key, measure in CATALOGUE.items() if key not in agreed}
    return {
        key: _offered(key, label, measure, thresholds)
        for key, (label, measure, thresholds) in (agreed | rest).items()
        if measure.kind is not Kind.STATED
    }


def _offered(key: str, label: str, measure: Measure, thresholds: tuple[Parameter, ...]) -> MeasureOffered:
    return MeasureOffered(
        key=key,
        label=label,
        definition=measure.definition,
        unit=CHANGES.get(measure.unit, ""),
        better=measure.better,
        thresholds=thresholds,
        is_share=measure.unit is Unit.SHARE,
        is_timed=is_known_by_half_hour(measure),
        asks_a_question=Parameter.QUESTION in measure.needs,
    )


def _needed(measure: Measure) -> tuple[Parameter, ...]:
    return tuple(need for need in measure.needs if need in THRESHOLDS and need not in OPTIONAL)
