"""How those fared who used a pilot: each measure counted where it ran, or as near to that as it is recorded."""

from dataclasses import dataclass, replace

from frontdoor.answers.context import Context, unpromised
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_series_made import outcome_series
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.strategy.pilot_plan import ComparedBy, PilotOutcome, PilotPlan, Role, Where

RESOLVED = ("first_contact_resolution_recorded", "first_contact_resolution_survey", "first_contact_resolution_derived")
AVOIDABLE, REPEATED = ("avoidable_contact",), ("repeat_contact",)
WAITED = ("average_speed_of_answer",)
SATISFIED = ("net_satisfaction", "share_satisfied", "weighted_score")
ASKED_ABOUT = {
    "Satisfaction": SATISFIED,
    "Share sorted out at first contact": RESOLVED,
    "Avoidable contact": AVOIDABLE,
    "Average wait": WAITED,
    "Coming back about the same thing": REPEATED,
}
"""What is asked of those who used it, each with the measures that could say it, the first that is recorded taken."""

NOTHING_THEN = "Nothing is recorded of it during the pilot."


@dataclass(frozen=True, slots=True)
class Fared:
    """One thing asked about: its weeks where the pilot ran, else the `reason` why none are known.

    `is_widened`: of the whole days, as it is not kept by time of day. `all_day`: where an hour was added, the same of the whole
    of those days, so that users can be held against others.
    """

    label: str
    series: OutcomeSeries | None
    is_widened: bool = False
    reason: str = ""
    all_day: OutcomeSeries | None = None


def asked_about(plan: PilotPlan, context: Context) -> tuple[Fared, ...]:
    """Return how those fared who used the pilot, one thing at a time."""
    return tuple(fared(label, measures, plan, context) for label, measures in ASKED_ABOUT.items())


def fared(label: str, measures: tuple[str, ...], plan: PilotPlan, context: Context) -> Fared:
    """Return the first of the measures that is recorded where the pilot ran, else widened to whole days, else why not."""
    where = plan.added or plan.where
    whole_days = replace(where, window=None)
    reasons = []
    for place in dict.fromkeys((where, whole_days)):
        for measure in measures:
            found = _series(label, measure, place, plan, context)
            if isinstance(found, str):
                reasons.append(found)
            elif place == where and plan.added is not None and where.window is not None:
                beside = _series(label, measure, whole_days, plan, context)
                return Fared(label, found, all_day=None if isinstance(beside, str) else beside)
            else:
                return Fared(label, found, is_widened=place != where)
    return Fared(label, None, reason=reasons[0])


def _series(label: str, measure: str, place: Where, plan: PilotPlan, context: Context) -> OutcomeSeries | str:
    """Return the weeks of a measure in one place, or why there are none during the pilot."""
    try:
        series = outcome_series(_outcome(label, measure, place, plan, context), plan, context)
    except CannotTellError as reason:
        return str(reason)
    return series if _is_told(series) else NOTHING_THEN


def _is_told(series: OutcomeSeries) -> bool:
    during = series.denominator[series.weeks.first :]
    return bool((during > 0).any())


def _outcome(label: str, measure: str, where: Where, plan: PilotPlan, context: Context) -> PilotOutcome:
    """Return the measure as an outcome of the pilot, compared as the main one is where that fits its times."""
    key = next((each.key for each in context.measures() if each.measure == measure), measure)
    question = "" if key != measure else unpromised(measure, context).question if measure in CATALOGUE else ""
    comparison = plan.primary.comparison
    if comparison is not None and comparison.by is ComparedBy.HOURS and where.window is None:
        comparison = None
    return PilotOutcome(
        f"used-{measure}", label, key, Role.SECONDARY, where, comparison=comparison, question=question or ""
    )
