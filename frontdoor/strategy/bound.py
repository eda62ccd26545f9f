"""What a promised measure counts: the catalogue's measure, with the unit and direction a reported figure brings itself."""

from dataclasses import replace

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure
from frontdoor.strategy.strategy import PromisedMeasure


def measure_of(promised: PromisedMeasure) -> Measure:
    """Return the measure `promised` is bound to; a reported figure is in the unit and direction its entry gives."""
    measure = CATALOGUE[promised.measure]
    if measure.kind is not Kind.STATED:
        return measure
    return replace(
        measure,
        unit=promised.unit or measure.unit,
        better=promised.better or measure.better,
        noun=promised.noun or measure.noun,
    )
