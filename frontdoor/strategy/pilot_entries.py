"""Reads [[pilot]] tables that hold a whole plan; a mistake is one error that says where it is and what is right."""

from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_checks import refuse_faults
from frontdoor.strategy.pilot_cost_entries import read_cost, read_rule
from frontdoor.strategy.pilot_keys import plan_entries
from frontdoor.strategy.pilot_names import PilotNames
from frontdoor.strategy.pilot_outcome_entries import outcome_entries, read_outcome
from frontdoor.strategy.pilot_plan import Aim, PilotPlan
from frontdoor.strategy.pilot_where_entries import read_where, read_where_or_none
from frontdoor.strategy.strategy import Pilot


def read_plans(
    top: Entry, names: PilotNames, announced: tuple[Pilot, ...] = (), published: tuple[PilotPlan, ...] = ()
) -> tuple[PilotPlan, ...]:
    """Return the whole plans among the [[pilot]] tables; those that only announce a pilot (0408) are none.

    A plan with the key of an `announced` pilot takes title, what and source from it where it does not say them itself.
    One with the key of a plan `published` by the strategy takes its place; with its title alone it is refused.
    """
    known = {pilot.key: pilot for pilot in announced}
    plans: list[PilotPlan] = []
    for entry in plan_entries(top):
        plan = read_plan(entry, known.get(entry.text("key")))
        refuse_faults(entry, plan, names)
        _refuse_same_title(entry, plan, (*published, *plans))
        plans.append(plan)
    return tuple(plans)


def read_plan(entry: Entry, published: Pilot | None = None) -> PilotPlan:
    """Return the plan as written; whether it makes sense is for `refuse_faults` to say."""
    return PilotPlan(
        key=entry.text("key"),
        title=entry.text("title", published.title if published else None),
        what=entry.text("what", published.what if published else None),
        why=entry.text("why"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        where=read_where(entry, "where"),
        outcomes=tuple(read_outcome(each) for each in outcome_entries(entry)),
        source=entry.text("source", published.source if published else None),
        approved_by=entry.text("approved_by", ""),
        approved_where=entry.text("approved_where", ""),
        approved_date=entry.day_or_none("approved_date"),
        reported_to=entry.text("reported_to", ""),
        cost=read_cost(entry),
        added=read_where_or_none(entry, "added"),
        moved_from=read_where_or_none(entry, "moved_from"),
        aim=entry.choice("aim", Aim, "aim") if entry.has("aim") else Aim.ADD,
        settling_weeks=entry.whole("settling_weeks") if entry.has("settling_weeks") else 0,
        rule=read_rule(entry),
    )


def _refuse_same_title(entry: Entry, plan: PilotPlan, earlier: tuple[PilotPlan, ...]) -> None:
    if any(plan.title.casefold() == each.title.casefold() for each in earlier if each.key != plan.key):
        raise entry.problem(
            "title", "another pilot has this title; people find a pilot by its title, so give it its own."
        )
