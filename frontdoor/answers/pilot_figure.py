"""What an outcome of a pilot counts: its promised measure with thresholds that hold still, and where its sums are kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from frontdoor.answers.asking import HOMES
from frontdoor.answers.context import Context
from frontdoor.answers.needs import check_needs
from frontdoor.errors import CannotTellError, FrontdoorError
from frontdoor.measures.measure import Kind, Measure, Term
from frontdoor.schema.clock_marts import Clock
from frontdoor.schema.questions import HALF_HOUR_RESULTS, HALF_HOUR_WAITS, HALF_HOURS
from frontdoor.schema.units import Family
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

BY_HALF_HOUR = {"contact_totals": (HALF_HOURS, HALF_HOUR_RESULTS), "waits_within": (HALF_HOUR_WAITS,)}
"""Questions of days, and the questions that keep some of their columns by half-hour."""

FAMILY_OF = {
    "complaint_totals": Family.COMPLAINTS,
    "survey_scores": Family.SURVEYS,
}
"""The family of records a question stands on, where it is not contacts."""

ALWAYS = date.min
"""The day from which a threshold that holds still is in force."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure as a pilot counts it: `promised` binds its questions, thresholds in force on one day for all weeks."""

    promised: PromisedMeasure
    measure: Measure

    @property
    def families(self) -> frozenset[Family]:
        """Return the families of records it stands on."""
        return frozenset(_family(term, self.promised) for term in self.measure.terms)


def figure_of(outcome: PilotOutcome, plan: PilotPlan, context: Context) -> Figure:
    """Return what the outcome counts; CannotTellError, saying why, where it has no weekly figure that sums make."""
    promised = _promised(outcome, context)
    on = min(plan.first_day, context.as_at)
    still = {name: _still(values, on) for name, values in promised.parameters.items()}
    own = {name: (DatedValue(ALWAYS, value),) for name, value in outcome.parameters.items()}
    promised = replace(promised, parameters=still | own, question=outcome.question or promised.question)
    measure = measure_of(promised)
    check_needs(promised, measure, context.council)
    if measure.kind not in (Kind.COUNT, Kind.RATIO) or HOMES in measure.questions:
        raise CannotTellError(f"{measure.label} is not made of sums of days, so it has no weekly figure.")
    return Figure(promised, measure)


def _promised(outcome: PilotOutcome, context: Context) -> PromisedMeasure:
    """Return the promised or catalogue measure; CannotTellError where a strategy no longer has it."""
    try:
        return context.promised(outcome.measure)
    except FrontdoorError as error:
        raise CannotTellError(f"There is no measure called {outcome.measure} any more.") from error


def half_hour_question(term: Term, measure: Measure) -> str:
    """Return the question that keeps this term by half-hour; CannotTellError where none does."""
    kept = next((each for each in BY_HALF_HOUR.get(term.question, ()) if term.column in each.names), None)
    if kept is None:
        raise CannotTellError(f"{measure.label} is not kept by time of day: ask it of whole days.")
    return kept.name


def known_after(figure: Figure) -> int:
    """Return how many days must pass before a day's figure is known."""
    columns = {term.column for term in (*figure.measure.numerator, *figure.measure.denominator)}
    return parameters.within_days(figure.promised) if columns & DATED_AT_THE_FIRST else 0


DATED_AT_THE_FIRST = {"followed_contacts", "bounced_contacts"}
"""Counts dated at a contact that say what came after it."""


def _still(values: Sequence[DatedValue], on: date) -> tuple[DatedValue, ...]:
    """Return each queue's value in force on a day (its first where none was yet) as if it had always been so."""
    held: dict[str | None, DatedValue] = {}
    for each in sorted(values, key=lambda value: value.from_date):
        if each.queue not in held or each.from_date <= on:
            held[each.queue] = each
    return tuple(replace(each, from_date=ALWAYS) for each in held.values())


def _family(term: Term, promised: PromisedMeasure) -> Family:
    if term.question in ("clock_results", "clock_durations"):
        is_of_contacts = parameters.clock(promised) in (Clock.FIRST_REPLY, Clock.COMPLETION)
        return Family.VOLUME if is_of_contacts else Family.COMPLAINTS
    return FAMILY_OF.get(term.question, Family.VOLUME)
