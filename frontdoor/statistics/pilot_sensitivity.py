"""The same pilot analysed every other reasonable way, all of them shown and none chosen afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypedDict

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.interrupted_series import PilotEffect, filled, interrupted_series, model_of
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.least_squares_effect import least_squares_effect, newey_west_effect
from frontdoor.statistics.pilot_analysis import PilotQuestion, drift_of
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_weeks import PilotWeeks, Shape
from frontdoor.statistics.placebo_units import (
    PlaceboRank,
    gap,
    leave_one_out,
    placebo_dates,
    placebo_effects,
    placebo_rank,
)  # fmt: skip

OTHER_BASELINES = (26, 52)  # the last half year, the last year before the pilot
FEWEST_COMPARISONS_TO_LEAVE_OUT = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One way of analysing: its name, the effect with 95% interval and p on `scale`; a reason where it cannot be done.

    `is_too_narrow`: known to be surer than it should be. `number`: what a row of several is about (a comparison's place, a
    start's place, weeks of baseline), else None.
    """

    name: str
    effect: float | None = None
    interval: Interval | None = None
    p: float | None = None
    scale: Scale = Scale.RAW
    is_too_narrow: bool = False
    number: int | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """All rows in their fixed order, and where the pilot ranks among its comparisons (None without any)."""

    rows: tuple[Row, ...]
    rank: PlaceboRank | None


def sensitivity(question: PilotQuestion, events: tuple[Booleans, ...] = ()) -> Sensitivity:
    """Return the rows of PILOTS, section 6, then other baselines, each event's weeks left out, placebos and comparisons.

    `events`: which weeks each other event touched, (weeks,) each. Source: docs/decisions/0148.
    """
    rows = [*_fixed(question), *_without_events(question, events), *_baselines(question)]
    rows += [*_placebo_dates(question), *_comparisons(question)]
    return Sensitivity(tuple(rows), rank_of(question))


def rank_of(question: PilotQuestion) -> PlaceboRank | None:
    """Return how the pilot's effect ranks among those of its comparisons, each against the others."""
    units = _comparison_series(question)
    own = _effect(question)
    if len(units) < FEWEST_COMPARISONS_TO_LEAVE_OUT or isinstance(own, Reason):
        return None
    others = placebo_effects(units, question.weeks, question.shape, **_settings(question))
    return placebo_rank(own.effect, others)


def _fixed(question: PilotQuestion) -> Iterator[Row]:
    settings, series, scale = question.season, question.series, question.scale
    yield _row("primary", _effect(question), scale)
    guard = drift_of(question, has_season=settings.has_season)
    yield (
        Row("drift guard", reason=guard, scale=scale)
        if isinstance(guard, Reason)
        else Row("drift guard", guard.effect, guard.interval, guard.p, scale)
    )
    other = Shape.AVERAGE if question.shape is Shape.STEP else Shape.STEP
    yield _row(f"effect as {other.value}", _effect(replace(question, shape=other)), scale)
    yield _row(
        "with trend" if not question.has_trend else "no trend",
        _effect(question, has_trend=not question.has_trend),
        scale,
    )
    yield (
        _row("without comparisons", _effect(question.alone()), scale)
        if question.has_comparison
        else Row("against comparisons", reason=Reason.NO_COMPARISON, scale=scale)
    )
    name = "without yearly season" if settings.has_season else "with yearly season"
    yield _row(name, _effect(question, has_season=not settings.has_season), scale)
    yield _other_scale(question)
    yield _row("without holiday weeks", _effect(_without(question, _holiday_weeks(question.weeks))), scale)
    yield from _too_narrow(question, series)


def _too_narrow(question: PilotQuestion, series: Floats) -> Iterator[Row]:
    season = question.season.has_season
    model = model_of(series, question.weeks, question.shape, has_trend=question.has_trend, has_season=season)
    for name, method in (("ordinary least squares", least_squares_effect), ("Newey-West, 3 lags", newey_west_effect)):
        if isinstance(model, Reason):
            yield Row(name, reason=model, scale=question.scale, is_too_narrow=True)
            continue
        found = method(filled(series)[None], model.columns, model.contrast)
        lower, upper = found.interval()
        interval = Interval(float(lower[0]), float(upper[0]))
        yield Row(name, float(found.effect[0]), interval, float(found.p[0]), question.scale, is_too_narrow=True)


def _other_scale(question: PilotQuestion) -> Row:
    other = Scale.LOG if question.scale is Scale.RAW else Scale.RAW
    given = [question.values] if question.comparisons is None else [question.values, *question.comparisons]
    if any(np.any(series < 0) for series in given):
        return Row(f"on scale: {other.value}", scale=other, reason=Reason.NOT_SEPARABLE)
    return _row(f"on scale: {other.value}", _effect(replace(question, scale=other)), other)


def _without_events(question: PilotQuestion, events: tuple[Booleans, ...]) -> Iterator[Row]:
    for number, touched in enumerate(events):
        yield _row("without the weeks of an event", _effect(_without(question, touched)), question.scale, number)


def _baselines(question: PilotQuestion) -> Iterator[Row]:
    for length in OTHER_BASELINES:
        if length < question.weeks.first:
            found = _effect(_last(question, length))
            yield _row("shorter baseline", found, question.scale, length)


def _placebo_dates(question: PilotQuestion) -> Iterator[Row]:
    series = question.series
    for start, found in placebo_dates(series, question.weeks, question.shape, **_settings(question)):
        yield _row("pretended start", found, question.scale, start)


def _comparisons(question: PilotQuestion) -> Iterator[Row]:
    units = _comparison_series(question)
    if len(units) < FEWEST_COMPARISONS_TO_LEAVE_OUT:
        return
    left = leave_one_out(question.alone().series, units, question.weeks, question.shape, **_settings(question))
    for number, found in enumerate(left):
        yield _row("without one comparison", found, question.scale, number)
    for number, unit in enumerate(units):
        series = gap(unit, np.delete(units, number, axis=0))
        found = interrupted_series(series, question.weeks, question.shape, **_settings(question))
        yield _row("pretended pilot unit", found, question.scale, number)


def _comparison_series(question: PilotQuestion) -> Floats:
    """Return the comparisons on the question's scale, (units, weeks)."""
    if question.comparisons is None:
        return np.empty((0, question.weeks.number))
    return np.array([replace(question, values=unit).alone().series for unit in question.comparisons])


def _effect(
    question: PilotQuestion, *, has_trend: bool | None = None, has_season: bool | None = None
) -> PilotEffect | Reason:
    return interrupted_series(
        question.series, question.weeks, question.shape,
        has_trend=question.has_trend if has_trend is None else has_trend,
        has_season=question.season.has_season if has_season is None else has_season,
    )  # fmt: skip


class _Settings(TypedDict):
    has_trend: bool
    has_season: bool


def _settings(question: PilotQuestion) -> _Settings:
    return {"has_trend": question.has_trend, "has_season": question.season.has_season}


def _without(question: PilotQuestion, weeks: Booleans) -> PilotQuestion:
    before = question.weeks.left_out
    left_out = weeks if before is None else weeks | before
    return replace(question, weeks=replace(question.weeks, left_out=left_out))


def _holiday_weeks(weeks: PilotWeeks) -> Booleans:
    found: Booleans = np.zeros(weeks.number, dtype=np.bool_)
    for column in weeks.holidays:
        found |= column != 0
    return found


def _last(question: PilotQuestion, length: int) -> PilotQuestion:
    """Return the question with only the last `length` weeks before the pilot."""
    drop = question.weeks.first - length
    weeks = question.weeks
    left_out = None if weeks.left_out is None else weeks.left_out[drop:]
    holidays = tuple(column[drop:] for column in weeks.holidays)
    kept = replace(weeks, number=weeks.number - drop, first=length, holidays=holidays, left_out=left_out)
    comparisons = None if question.comparisons is None else question.comparisons[:, drop:]
    return replace(question, values=question.values[drop:], weeks=kept, comparisons=comparisons)


def _row(name: str, found: PilotEffect | Reason, scale: Scale, number: int | None = None) -> Row:
    if isinstance(found, Reason):
        return Row(name, scale=scale, number=number, reason=found)
    return Row(name, found.effect, found.interval(), found.p, scale, number=number)
