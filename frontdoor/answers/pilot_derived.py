"""Outcomes that a plan need not name: contacts at other times and in other channels, analysed as its own outcomes are."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_added import counted_figure
from frontdoor.answers.pilot_effects import means_of, ranges_of
from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_series_made import outcome_series
from frontdoor.errors import CannotTellError
from frontdoor.measures.times_of_day import span_words
from frontdoor.statistics.interrupted_series import interrupted_series
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, Comparison, PilotOutcome, PilotPlan, Role, Where, Window
from frontdoor.strategy.pilot_words import listed

PEAK = Window(18, 22)
"""9am to 11am, the peak that a pilot of opening earlier is to ease."""
FINISHED, RUNNING = 0.95, 0.997  # PILOTS, section 7


@dataclass(frozen=True, slots=True)
class Derived:
    """Contacts in one place, with the effect a week and its range, and the p of no effect; `trouble` says why there is none."""

    label: str
    where: Where
    series: OutcomeSeries | None
    effect: Range | None
    share: Range | None
    trouble: str = ""
    p: float | None = None

    @property
    def expected(self) -> float | None:
        """Return what a week was to be expected to bring without the pilot."""
        during = None if self.series is None else means_of(self.series).during
        return None if during is None or self.effect is None else during - self.effect.value


def derived(
    label: str,
    where: Where,
    plan: PilotPlan,
    context: Context,
    *,
    comparison: Comparison | None = None,
    is_finished: bool = True,
) -> Derived:
    """Return the contacts of `where` with and without the pilot, by the primary analysis."""
    outcome = PilotOutcome(
        label, label, counted_figure(where).promised.key, Role.SECONDARY, where, comparison=comparison
    )
    try:
        series = outcome_series(outcome, plan, context)
    except CannotTellError as reason:
        return Derived(label, where, None, None, None, str(reason))
    return of_series(label, series, is_finished=is_finished)


def of_series(label: str, series: OutcomeSeries, *, is_finished: bool = True) -> Derived:
    """Return the same of weeks already counted."""
    question = series.question
    found = interrupted_series(
        question.series, question.weeks, question.shape, has_trend=question.has_trend,
        has_season=question.season.has_season,
    )  # fmt: skip
    where = series.outcome.where
    if isinstance(found, Reason):
        return Derived(label, where, series, None, None, found.value)
    ends = found.interval(FINISHED if is_finished else RUNNING)
    effect, share = ranges_of(found, ends, series.scale, means_of(series).during or 0.0)
    return Derived(label, where, series, effect, share, p=found.p)


def peak_day_and_week(plan: PilotPlan) -> Iterator[tuple[str, Where]]:
    """Yield the morning peak, the whole of the pilot's days, and the whole week, for a plan that adds an hour."""
    added = plan.added
    if added is None:
        return
    days = day_words(added)
    yield f"{days} {span_words(PEAK.from_half_hour, PEAK.before_half_hour)}", _at(added, PEAK)
    yield f"{days}, the whole day", _at(added, None)
    yield "The whole week", Where(services=added.services, channels=added.channels, wards=added.wards)


def weekdays_beside(plan: PilotPlan, where: Where) -> Comparison | None:
    """Return the weekdays the plan compares with, for a place on the pilot's own days; None where it names none."""
    declared = plan.primary.comparison
    if declared is None or declared.by is not ComparedBy.WEEKDAY or where.weekdays != plan.primary.where.weekdays:
        return None
    return Comparison(declared.by, declared.units)


def day_words(where: Where) -> str:
    """Return 'Mondays', 'Every day'."""
    return listed([f"{WEEKDAYS[day - 1].title()}s" for day in where.weekdays]) or "Every day"


def _at(where: Where, window: Window | None) -> Where:
    return Where(where.weekdays, window, where.services, where.channels, where.wards)
