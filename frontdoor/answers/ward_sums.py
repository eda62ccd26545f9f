"""One measure in every ward and in all of them together, after disclosure control, each with how far chance alone could move it."""

from dataclasses import dataclass, replace

import polars as pl

from frontdoor.answers.asking import scope_of, sums
from frontdoor.answers.by_attribute import refuse_unrecorded
from frontdoor.answers.context import Context, unpromised
from frontdoor.answers.shown import shown
from frontdoor.answers.ward_choices import Show
from frontdoor.answers.ward_places import UNKNOWN
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.measure import Kind, Measure
from frontdoor.measures.sampling import interval_of
from frontdoor.periods import Grain
from frontdoor.schema.units import Unit
from frontdoor.statistics.intervals import poisson_rate_interval, wilson_interval
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked

WARD = "ward"


@dataclass(frozen=True, slots=True)
class WardFigure:
    """One ward's figure: null with the reason in `why` where it is hidden, too small to say or not there."""

    value: float | None
    numerator: float | None
    denominator: float | None
    interval: tuple[float, float] | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class WardSums:
    """One measure by ward: the figures by the word records have for it, and why there are none where there are none.

    `together` is all wards that are shown: records without a ward, phone calls often, would make every ward seem
    different. `total` counts all records, with a ward or without.
    """

    show: Show
    promised: PromisedMeasure
    measure: Measure
    wards: dict[str, WardFigure]
    together: WardFigure
    total: float | None
    unknown: WardFigure | None
    asked: tuple[Asked, ...]
    reason: str = ""

    @property
    def hidden(self) -> int:
        """Return in how many wards the figure is hidden or too small to say."""
        return sum(figure.value is None for figure in self.wards.values())


HIDDEN = "hidden: fewer than 5 people"
NOT_THERE = "nothing recorded"
NOBODY = WardFigure(None, None, None, None, NOT_THERE)


def promised_for(show: Show, context: Context) -> PromisedMeasure:
    """Return the promised measure behind a choice, of all services and channels; the catalogue's where none is promised."""
    found = next((each for each in context.measures() if each.measure == show.measure), None)
    return replace(found or unpromised(show.measure, context), services=(), channels=())


def ward_sums(show: Show, filters: Filters, context: Context) -> WardSums:
    """Return a measure in every ward over the filters' period, which is of whole months."""
    promised = promised_for(show, context)
    measure = measure_of(promised)
    every = replace(filters, attribute=WARD, value=None)
    try:
        frame, asked = sums(promised, scope_of(promised, every, filters.period, Grain.YEAR), context)
        refuse_unrecorded(frame, measure, every)
    except CannotTellError as reason:
        return WardSums(show, promised, measure, {}, NOBODY, None, None, (), str(reason))
    whole = frame.with_columns(period_start=pl.lit(filters.period.first))
    rows = shown(whole, ("period_start",), measure, every, context.audience)
    found = {row[WARD]: _figure(row, measure) for row in rows.iter_rows(named=True)}
    unknown = found.pop(UNKNOWN, None)
    total = _total(whole, measure, filters, context)
    return WardSums(show, promised, measure, found, _together(found, measure), total, unknown, asked)


def _together(found: dict[str, WardFigure], measure: Measure) -> WardFigure:
    """Return all wards that are shown as one: adding up what is shown gives nothing away."""
    known = [figure for figure in found.values() if figure.value is not None]
    top = sum(figure.numerator or 0.0 for figure in known)
    if measure.kind is Kind.COUNT:
        return WardFigure(top, top, None, None) if known else NOBODY
    below = sum(figure.denominator or 0.0 for figure in known)
    return WardFigure(top / below * measure.multiplier, top, below, None) if below else NOBODY


def _total(frame: pl.DataFrame, measure: Measure, filters: Filters, context: Context) -> float | None:
    """Return the sum behind the whole council's figure, whatever the ward."""
    rows = shown(frame, ("period_start",), measure, replace(filters, attribute=None, value=None), context.audience)
    return None if rows.is_empty() else rows.row(0, named=True)["numerator"]


def _figure(row: dict[str, float | None], measure: Measure) -> WardFigure:
    value, top, below = row["value"], row["numerator"], row["denominator"]
    if row["is_suppressed"]:
        return WardFigure(None, None, None, None, HIDDEN)
    if measure.is_few(below):
        return WardFigure(None, None, below, None, f"fewer than {measure.minimum_denominator} {measure.noun}")
    if value is None:
        return NOBODY
    return WardFigure(value, top, below, _interval(measure, top, below, row["squares"]))


def _interval(
    measure: Measure, top: float | None, below: float | None, squares: float | None
) -> tuple[float, float] | None:
    """Return the 95% interval: that of a sample, else how far chance alone could move a share or a rate of so many."""
    if measure.is_sample:
        return interval_of(measure, top, below, squares)
    if measure.kind is not Kind.RATIO or top is None or not below:
        return None
    if measure.unit is Unit.SHARE:
        found = wilson_interval(min(max(top, 0.0), below), below)
        return None if found is None else (found.lower, found.upper)
    if measure.unit is Unit.PER_THOUSAND:
        rate = poisson_rate_interval(top, below)
        return None if rate is None else (rate.lower * measure.multiplier, rate.upper * measure.multiplier)
    return None
