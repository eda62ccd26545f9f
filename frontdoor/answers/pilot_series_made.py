"""Makes the weeks of a pilot's outcome, with those of what it is compared with and what else happened meanwhile."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_calendar import WEEK, pilot_weeks
from frontdoor.answers.pilot_compared import compared, escaped
from frontdoor.answers.pilot_days import PilotDays
from frontdoor.answers.pilot_figure import Figure, figure_of
from frontdoor.answers.pilot_places import place_of, units_of, weekdays_of
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_span import NOTHING_RECORDED, Asking, span_of
from frontdoor.answers.pilot_touching import happenings, touched_units, touching
from frontdoor.answers.pilot_week_table import WeekTable, week_table
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.errors import CannotTellError
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Kind
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.pilot_scale import Scale, scale_for
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan, Where

NO_WHOLE_WEEK = "The pilot holds no whole week, and outcomes are counted in whole weeks."
MISSING = "{weeks} not known and left out: beginning {days}{more}."
HIDDEN = "{weeks} left out, as fewer than 5 people are hidden from this audience."
NAMED = 3
"""How many missing weeks are named one by one."""


def outcome_series(outcome: PilotOutcome, plan: PilotPlan, context: Context) -> OutcomeSeries:
    """Return the outcome's weeks from the first recorded to the pilot's last or the last that is known.

    Raises CannotTellError, saying why, where there are no such weeks or they do not compare. Source: docs/decisions/0151.
    """
    asking = Asking(figure_of(outcome, plan, context), plan, context)
    if not asking.planned.number:
        raise CannotTellError(NO_WHOLE_WEEK)
    place = place_of(outcome, asking.figure.promised)
    units = units_of(outcome.comparison, place, context)
    span = span_of(asking, place, (place, *(unit.where for unit in units)))
    return _series(outcome, asking, place, span.days, span.notes)


def _series(
    outcome: PilotOutcome, asking: Asking, place: Where, days: PilotDays, recorded: tuple[str, ...]
) -> OutcomeSeries:
    planned, plan, comparison = asking.planned, asking.plan, outcome.comparison
    own = week_table(asking.figure, place, days, asking.context)
    if np.isnan(own.values).all() and not own.is_hidden.any():
        raise CannotTellError(NOTHING_RECORDED)
    weeks = pilot_weeks(planned, plan.settling_weeks, days)
    starts = tuple(days.first + number * WEEK for number in range(weeks.number))
    has_begun = weeks.first < weeks.number
    found = happenings(plan, starts[-1] if has_begun else planned.last, asking.context)
    units = units_of(comparison, place, asking.context)
    kept, touched = escaped(units, touched_units(units, place, found))
    others = compared(kept, asking, place, days, own.values)
    return OutcomeSeries(
        outcome=outcome,
        measure=asking.figure.measure,
        starts=starts,
        numerator=own.numerator,
        denominator=own.denominator,
        values=own.values,
        comparisons=others.values,
        labels=tuple(unit.label for unit in others.units),
        weeks=weeks,
        scale=_scale(asking.figure, own.values, weeks),
        planned_weeks=planned.number,
        events=touching(found, place, others.units, comparison.by if comparison else None, starts),
        notes=(*recorded, *_missing(own, starts, place, days), *touched, *others.notes),
        asked=own.asked,
    )


def _scale(figure: Figure, values: Floats, weeks: PilotWeeks) -> Scale:
    """Return the scale that the weeks before the pilot fix; shares and times are analysed as they are."""
    if figure.measure.kind is not Kind.COUNT:
        return Scale.RAW
    used = ~weeks.omitted(values) & ~weeks.is_pilot
    return scale_for(values[used], is_proportional=True)


def _missing(own: WeekTable, starts: tuple[date, ...], place: Where, days: PilotDays) -> Iterator[str]:
    """Yield which weeks are not known, without those in which every day that counts was shut, and how many are hidden."""
    needed = np.tile(weekdays_of(place), len(starts)) & ~days.is_shut
    is_missing = np.isnan(own.values) & needed.reshape(-1, DAYS_IN_A_WEEK).any(axis=1) & ~own.is_hidden
    missing = [format_date(starts[week]) for week in np.flatnonzero(is_missing)]
    if missing:
        named, rest = missing[:NAMED], len(missing) - NAMED
        more = f" and {rest} more" if rest > 0 else ""
        days_named = ", ".join(named) if rest > 0 else listed(named)
        yield MISSING.format(weeks=_weeks_are(len(missing)), days=days_named, more=more)
    if own.is_hidden.any():
        yield HIDDEN.format(weeks=_weeks_are(int(own.is_hidden.sum())))


def _weeks_are(number: int) -> str:
    return f"{count_noun(number, 'week')} {'is' if number == 1 else 'are'}"
