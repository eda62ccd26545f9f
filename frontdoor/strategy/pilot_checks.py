"""Refuses a pilot's plan that cannot be carried out or judged: dates, outcomes, hours, names; one clear error each."""

from datetime import timedelta

from frontdoor.strategy.entry import Entry, nearest
from frontdoor.strategy.pilot_hours import do_overlap
from frontdoor.strategy.pilot_names import PilotNames
from frontdoor.strategy.pilot_outcome_checks import refuse_outcome_faults
from frontdoor.strategy.pilot_outcome_entries import outcome_entries
from frontdoor.strategy.pilot_plan import PilotPlan, Role, Where

DAYS_IN_A_WEEK = 7


def refuse_faults(entry: Entry, plan: PilotPlan, names: PilotNames) -> None:
    """Raise StrategyError at the first thing in the plan that cannot be."""
    _refuse_dates(entry, plan)
    _refuse_roles(entry, plan)
    refuse_unknown_services(entry.inner("where"), plan.where, names)
    _refuse_hours(entry, plan)
    _refuse_unsourced_cost(entry, plan)
    for each, outcome in zip(outcome_entries(entry), plan.outcomes, strict=True):
        refuse_unknown_services(each.inner("where"), outcome.where, names)
        refuse_outcome_faults(each, outcome, plan, names)


def refuse_unknown_services(entry: Entry, where: Where, names: PilotNames) -> None:
    """Raise for a service that is not one of the council's."""
    for service in where.services:
        if names.services and service not in names.services:
            raise entry.problem("services", f"no service is called {service}.{nearest(service, names.services)}")


def weeks_of(plan: PilotPlan) -> int:
    """Return how many weeks the plan runs, one begun counted."""
    return ((plan.last_day - plan.first_day) // timedelta(days=DAYS_IN_A_WEEK)) + 1


def _refuse_dates(entry: Entry, plan: PilotPlan) -> None:
    if plan.last_day < plan.first_day:
        raise entry.problem("last_day", f"the pilot ends before it starts on {plan.first_day}; give a later last day.")
    if plan.last_day - plan.first_day < timedelta(days=DAYS_IN_A_WEEK - 1):
        days = (plan.last_day - plan.first_day).days + 1
        lasts = "a single day" if days == 1 else f"{days} days"
        raise entry.problem(
            "last_day", f"the pilot would last {lasts}, and pilots are judged by the week; give it seven days at least."
        )
    if not 0 <= plan.settling_weeks < weeks_of(plan):
        raise entry.problem(
            "settling_weeks",
            f"this goes from 0 to {weeks_of(plan) - 1}: the pilot lasts {weeks_of(plan)} weeks in all.",
        )


def _refuse_roles(entry: Entry, plan: PilotPlan) -> None:
    if not plan.outcomes:
        raise entry.problem("outcome", "say what is to change: at least one [[pilot.outcome]], the primary one.")
    primaries = [outcome.key for outcome in plan.outcomes if outcome.role is Role.PRIMARY]
    if not primaries:
        raise entry.problem("outcome", 'one outcome decides; give the one that does role = "primary".')
    if len(primaries) > 1:
        raise entry.problem(
            "outcome", f"only one outcome decides, and {' and '.join(primaries)} are primary; make the rest secondary."
        )


def _refuse_unsourced_cost(entry: Entry, plan: PilotPlan) -> None:
    if plan.cost is not None and not plan.cost.source:
        raise entry.inner("cost").problem("source", "say where the cost comes from, such as the approving report.")


def _refuse_hours(entry: Entry, plan: PilotPlan) -> None:
    """Raise where the added hour is no hour, or contacts would have moved into it from itself."""
    added, moved_from = plan.added, plan.moved_from
    if added is not None and added.window is None:
        raise entry.inner("added").problem("from", "give the hours that are added: `from` and `before`.")
    if moved_from is None:
        return
    if added is None or added.window is None:
        raise entry.problem(
            "moved_from", "nothing can move into hours that are not added; give `added`, or leave this out."
        )
    days = not added.weekdays or not moved_from.weekdays or set(added.weekdays) & set(moved_from.weekdays)
    if days and (moved_from.window is None or do_overlap(moved_from.window, added.window)):
        raise entry.problem("moved_from", "this holds the added hours themselves; give other hours or other days.")
