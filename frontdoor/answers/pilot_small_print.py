"""The small print under a pilot's verdict: what could be found, how weeks vary, what it cost, and when the plan was fixed."""

from frontdoor.answers.pilot_before_found import Findable
from frontdoor.answers.pilot_before_words import smallest_words
from frontdoor.answers.pilot_cost import PilotCostFound
from frontdoor.answers.pilot_cost_words import spread_words
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.sentences import count_noun
from frontdoor.measures.formatting import format_date, format_moment, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.pilot_analysis import PilotAnalysis

LEAST_CARRIED = 0.005  # of a week's surprise; less rounds to none
DIGITS = 12
"""Of the plan's digest; enough to tell two plans apart."""


def small_print(found: PilotFound, cost: PilotCostFound | None, could: Findable | None) -> tuple[str, ...]:
    """Return whole sentences, those that do not apply left out."""
    said = (
        _could(found, could),
        _carry_over(found),
        _cost(cost),
        fixed_words(found),
        approval_words(found),
        edits_words(found),
    )
    return tuple(each for each in said if each)


def _could(found: PilotFound, could: Findable | None) -> str:
    series = found.primary.series
    if could is None:
        return ""
    if could.smallest is None or series is None:
        return f"What it could find cannot be worked out: {could.reason}"
    rough = ", roughly" if could.smallest.is_rough else ""
    size = smallest_words(could.smallest, series.measure.unit)
    return f"By the weeks before the start, {count_noun(found.planned_weeks, 'week')} could find a change of {size} or more{rough}."


def _carry_over(found: PilotFound) -> str:
    analysis = found.primary.analysis
    if not isinstance(analysis, PilotAnalysis) or found.state is State.BEFORE:
        return ""
    rho = analysis.primary.rho
    said = format_value(rho, Unit.SHARE, places=0) if rho >= LEAST_CARRIED else "Nothing"
    return (
        f"{said} of a week’s surprise carries over into the next (error correlation {format_value(rho, Unit.RATIO)})."
    )


def _cost(cost: PilotCostFound | None) -> str:
    if cost is None:
        return "The plan names no cost."
    return f"Cost {spread_words(cost.weekly)} a week{f', source: {cost.source}' if cost.source else ''}."


def fixed_words(found: PilotFound) -> str:
    """Return when the plan that counts was written down, by whom, and its digest."""
    held = found.held
    who = held.author if held.author_is_verified else f"{held.author}, not signed in"
    late = ", after the start: retrospective for good" if held.is_retrospective else ""
    begun = "written down" if held.is_retrospective else "fixed"
    verb = "as it stands, frozen on its first day; written" if found.state is State.BEFORE else begun
    return f"Plan {verb} {format_moment(held.recorded_at)} by {who}{late}, digest {held.digest[:DIGITS]}."


def approval_words(found: PilotFound) -> str:
    """Return who approved it, where and when, and to whom it is reported."""
    plan = found.held.plan
    if not plan.approved_by:
        approved = "No approval is named."
    else:
        when = format_date(plan.approved_date) if plan.approved_date else ""
        approved = f"Approved by {', '.join(part for part in (plan.approved_by, plan.approved_where, when) if part)}."
    return f"{approved} Reported to {plan.reported_to}." if plan.reported_to else approved


def edits_words(found: PilotFound) -> str:
    """Return how often the plan was changed after the start, with what the last change touched; such changes count for nothing."""
    edits = found.held.edits
    if not edits:
        return "" if found.state is State.BEFORE else "0 later edits."
    last = edits[-1]
    parts = ", ".join(part for part, _, _ in last.differences)
    touched = f", the last on {format_date(last.recorded_at.date())} by {last.author}{f': {parts}' if parts else ''}"
    return f"{count_noun(len(edits), 'later edit')}{touched}; none counts."
