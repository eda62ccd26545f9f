"""How sure a sample makes us: the 95% interval of a measure of survey answers, in the unit of its value."""

from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Unit
from frontdoor.statistics.bounded_mean import bounded_mean_interval
from frontdoor.statistics.intervals import wilson_interval

FEWEST_ANSWERS = 2
"""One answer says nothing of how answers differ."""


def interval_of(
    measure: Measure, numerator: float | None, denominator: float | None, squares: float | None
) -> tuple[float, float] | None:
    """Return (low, high) of a sample's value; None for a full count, or where there are too few answers to say.

    A share has Wilson's interval, a mean score that of decision 0106. Counts rounded for publication can pass what the
    answers allow by a few, so the sums are held to it first.
    """
    if not measure.is_sample or numerator is None or denominator is None or denominator < FEWEST_ANSWERS:
        return None
    if measure.squares:
        return None if squares is None else _of_scores(measure, numerator, denominator, squares)
    if measure.unit is not Unit.SHARE:
        return None
    found = wilson_interval(min(numerator, denominator), denominator)
    return None if found is None else (found.lower, found.upper)


def _of_scores(measure: Measure, total: float, answers: float, squares: float) -> tuple[float, float] | None:
    lowest, highest = measure.scale
    total = min(max(total, answers * lowest), answers * highest)
    largest = answers * max(lowest**2, highest**2)
    found = bounded_mean_interval(answers, total, min(max(squares, total**2 / answers), largest), lowest, highest)
    return None if found is None else (found.lower * measure.multiplier, found.upper * measure.multiplier)
