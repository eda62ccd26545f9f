"""Which pilots the files declare and announce, in the words of `check`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from frontdoor.commands.sample_pilots import invented_plans
from frontdoor.errors import FrontdoorError
from frontdoor.measures.formatting import format_date
from frontdoor.strategy.council import Council
from frontdoor.strategy.pilot_notes import plan_notes
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.strategy import Strategy

Declared = tuple[str, PilotPlan]
"""The name of the file a plan stands in, and the plan."""


def pilot_lines(strategies: Iterable[Strategy], councils: Iterable[Council]) -> Iterator[str]:
    """Yield a line for each pilot announced or declared, and under a declared one what it should be known for."""
    for strategy in strategies:
        for pilot in strategy.pilots:
            yield f"{strategy.key}: announces “{pilot.title}”; no dates or outcomes yet."
        yield from _plan_lines(strategy.key, strategy.plans)
    for council in councils:
        yield from _plan_lines(council.key, (*council.own_plans, *(each.plan for each in invented_plans(council))))


def faults_of_plans(councils: Iterable[Council], folder: Path | None = None) -> list[str]:
    """Return what is wrong with the invented plans of fictional councils in `folder`, an error's own words each."""
    found = []
    for council in councils:
        try:
            invented_plans(council, folder)
        except FrontdoorError as error:
            found.append(str(error))
    return found


def _plan_lines(name: str, plans: tuple[PilotPlan, ...]) -> Iterator[str]:
    for plan in plans:
        yield f"{name}: declares “{plan.title}”, {format_date(plan.first_day)} to {format_date(plan.last_day)}."
        yield from (f"  {note}" for note in plan_notes(plan, plans))
