"""What a plan may say and should be known for before it starts: too short, nothing or little to compare with, other pilots."""

from collections.abc import Iterable, Iterator

from frontdoor.measures.formatting import format_date
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import FEWEST_WEEKS_TO_JUDGE
from frontdoor.strategy.pilot_checks import weeks_of
from frontdoor.strategy.pilot_places import do_meet
from frontdoor.strategy.pilot_plan import PilotPlan

SHORT = "It lasts {weeks} weeks; with fewer than {fewest} a verdict is possible only where the change is very large."
ALONE = "“{outcome}” is compared with nothing, so what the time of year or anything else does to it cannot be told from the pilot."
NO_GUARD = "Nothing guards against harm: no outcome is a guard with a margin."
NO_COST = "It does not say what it costs, so nobody can say whether it was worth it."
NOT_APPROVED = "It does not say who approved it."
AT_ONCE = "The pilot “{title}” touches the same contacts at the same time, {first} to {last}: what one does cannot be told from the other."


def plan_notes(plan: PilotPlan, others: Iterable[PilotPlan] = ()) -> tuple[str, ...]:
    """Return whole sentences, the gravest first; none of them makes the plan wrong."""
    return tuple(_notes(plan, others))


def _notes(plan: PilotPlan, others: Iterable[PilotPlan]) -> Iterator[str]:
    weeks, primary = weeks_of(plan) - plan.settling_weeks, plan.primary
    if weeks < FEWEST_WEEKS_TO_JUDGE:
        yield SHORT.format(weeks=weeks, fewest=FEWEST_WEEKS_TO_JUDGE)
    if primary.comparison is None:
        yield ALONE.format(outcome=primary.label)
    elif len(primary.comparison.units) == 1:
        yield Reason.ONE_COMPARISON.value
    for other in others:
        if other.key != plan.key and _is_at_once(plan, other) and do_meet(plan.where, other.where):
            first, last = format_date(other.first_day), format_date(other.last_day)
            yield AT_ONCE.format(title=other.title, first=first, last=last)
    if not plan.guards:
        yield NO_GUARD
    if plan.cost is None:
        yield NO_COST
    if not plan.approved_by:
        yield NOT_APPROVED


def _is_at_once(one: PilotPlan, other: PilotPlan) -> bool:
    return other.first_day <= one.last_day and one.first_day <= other.last_day
