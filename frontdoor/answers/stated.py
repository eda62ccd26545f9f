"""What sources and providers themselves state of a measure, for the very stretch they state it: shown beside our figure."""

from dataclasses import replace
from datetime import date

import polars as pl

from frontdoor.answers.answer import StatedLine
from frontdoor.answers.asking import ask, narrowed, scope_of, sums
from frontdoor.answers.context import Context, bare
from frontdoor.answers.shown import shown
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure, Parameter
from frontdoor.periods import Grain, Period, month_end
from frontdoor.schema.units import Unit
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.scope import Scope

ROUNDING = {Unit.SHARE: 0.005, Unit.SECONDS: 1.0}
"""How far a stated figure may be from the counts by rounding alone: half a per cent, a second."""

THRESHOLDS = (Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS, Parameter.PROMISED_WORKING_DAYS)
"""What a source would have to have counted by; only the first is ever said beside a stated figure."""


def stated_lines(promised: PromisedMeasure, filters: Filters, context: Context) -> tuple[StatedLine, ...]:
    """Return the figures stated of this measure for stretches inside the period, oldest first; none by ward or the like."""
    frame = _stated(promised, filters, context)
    if frame.is_empty():
        return ()
    lines = _lines(frame, _counted(promised, frame, filters, context), measure_of(promised))
    return tuple(_held_against_its_like(line, promised) for line in lines)


def _held_against_its_like(line: StatedLine, promised: PromisedMeasure) -> StatedLine:
    """Return the line, without the counts where its source counts by another threshold than they do."""
    if line.within_seconds is None or is_by_the_promise(line, promised, Period(line.first, line.last)):
        return line
    return replace(line, counted=None, disagrees=False)


def all_there_is(lines: tuple[StatedLine, ...], promised: PromisedMeasure, period: Period) -> StatedLine | None:
    """Return the one stated figure that may stand for the period where no counts are held; None where none may.

    It must be stated for exactly this period, by the threshold in force where the measure has one, and be the only one.
    """
    fitting = [line for line in lines if line.is_for(period) and is_by_the_promise(line, promised, period)]
    return fitting[0] if len(fitting) == 1 else None


def is_by_the_promise(line: StatedLine, promised: PromisedMeasure, period: Period) -> bool:
    """Return whether a stated figure is counted by the threshold in force throughout `period`, for every queue."""
    needed = [need for need in measure_of(promised).needs if need in THRESHOLDS]
    if not needed:
        return True
    values = promised.parameters.get(Parameter.WITHIN_SECONDS, ())
    if needed != [Parameter.WITHIN_SECONDS] or any(value.queue for value in values):
        return False
    in_force = {parameters.latest(promised, Parameter.WITHIN_SECONDS, on) for on in (period.first, period.last)}
    changes = any(period.first < value.from_date <= period.last for value in values)
    return in_force == {line.within_seconds} and not changes


def is_timed(measure: Measure) -> bool:
    """Return whether the measure counts by a threshold of ours."""
    return any(need in THRESHOLDS for need in measure.needs)


def _stated(promised: PromisedMeasure, filters: Filters, context: Context) -> pl.DataFrame:
    """Return question `stated` for the measure's own services and channels, narrowed by the reader's."""
    if filters.attribute is not None:
        return pl.DataFrame()
    period = Scope(first=filters.period.first, last=filters.period.last, grain=Grain.DAY)
    frame = ask("stated", bare(CATALOGUE["contacts"]), period, context).frame
    name = promised.reported or promised.measure
    frame = frame.filter((pl.col("measure") == name) & pl.col("stated_value").is_not_null())
    if promised.provider:
        frame = frame.filter(pl.col("provider") == promised.provider)
    for column in ("service", "channel"):
        own, wanted = getattr(promised, f"{column}s"), getattr(filters, f"{column}s")
        chosen = _narrowed(own, wanted)
        frame = frame if chosen is None else frame.filter(pl.col(column).is_in(chosen))
    return frame


def _narrowed(own: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the values chosen, None for all, and none where the filters leave everything out."""
    try:
        return narrowed(own, wanted) or None
    except CannotTellError:
        return ()


def _counted(promised: PromisedMeasure, frame: pl.DataFrame, filters: Filters, context: Context) -> pl.DataFrame:
    """Return the same stretches worked from counts, as (period_start, service, channel, counted), days or whole months."""
    measure = measure_of(promised)
    grain = _grain(frame)
    nothing = frame.select("period_start", "service", "channel", pl.lit(None, pl.Float64).alias("counted"))
    if grain is None or measure.kind in (Kind.QUANTILE, Kind.SURVIVAL, Kind.STATED):
        return nothing.unique()
    try:
        rows, _ = sums(promised, scope_of(promised, filters, filters.period, grain), context)
    except CannotTellError:
        return nothing.unique()
    worked = shown(rows, ("period_start", "service", "channel"), measure, filters, context.audience)
    return worked.select("period_start", "service", "channel", pl.col("value").alias("counted"))


def _grain(frame: pl.DataFrame) -> Grain | None:
    """Return day or month where every stretch is one, else None: nothing else can be worked again."""
    stretches = set(frame.select("period_start", "to_date").iter_rows())
    if all(first == last for first, last in stretches):
        return Grain.DAY
    if all(first.day == 1 and last == month_end(first) for first, last in stretches):
        return Grain.MONTH
    return None


def _lines(frame: pl.DataFrame, counted: pl.DataFrame, measure: Measure) -> tuple[StatedLine, ...]:
    joined = frame.join(counted, on=["period_start", "service", "channel"], how="left")
    ordered = joined.sort("period_start", "to_date", "service", "channel", "provider")
    return tuple(_line(row, measure) for row in ordered.iter_rows(named=True))


def _line(row: dict[str, object], measure: Measure) -> StatedLine:
    first, last, value, counted = row["period_start"], row["to_date"], row["stated_value"], row["counted"]
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert isinstance(value, float)
    worked = counted if isinstance(counted, float) else None
    return StatedLine(
        provider=str(row["provider"]),
        first=first,
        last=last,
        service=str(row["service"]),
        channel=str(row["channel"]),
        value=value,
        numerator=_number(row["numerator"]),
        denominator=_number(row["denominator"]),
        counted=worked,
        disagrees=worked is not None and abs(worked - value) > ROUNDING.get(measure.unit, 0.5) + 1e-9,
        within_seconds=seconds if isinstance(seconds := row["within_seconds"], int) else None,
    )


def _number(value: object) -> float | None:
    return value if isinstance(value, float) else None
