"""Plans of invented pilots, as code and as a file would hold them, for tests of every layer."""

from dataclasses import replace
from datetime import date

from frontdoor.measures.measure import Parameter
from frontdoor.statistics.pilot_verdict import Decision, Rule
from frontdoor.statistics.pilot_weeks import Shape
from frontdoor.strategy.pilot_plan import (
    Aim,
    Alternative,
    ComparedBy,
    Comparison,
    PilotCost,
    PilotOutcome,
    PilotPlan,
    Role,
    Where,
    Window,
)

FIRST, LAST = date(2026, 12, 7), date(2027, 2, 28)
MONDAY_8AM = Where((1,), Window(16, 18))

PLAN = PilotPlan(
    key="monday_opening",
    title="Open from 8am on Mondays",
    what="The phone line and the counter open at 8am on Mondays instead of 9am.",
    why="Monday is the busiest morning of the week.",
    first_day=FIRST,
    last_day=LAST,
    where=Where((1,), Window(16, 18), channels=("phone", "visit")),
    outcomes=(
        PilotOutcome(
            key="peak", label="Calls on Mondays from 9am to 11am", measure="calls_offered", role=Role.PRIMARY,
            where=Where((1,), Window(18, 22), channels=("phone",)), worthwhile=-15.0,
            comparison=Comparison(ComparedBy.WEEKDAY, ("tuesday", "wednesday"), is_parallel=True),
        ),
        PilotOutcome(
            key="answered", label="Calls answered within a minute", measure="service_level", role=Role.GUARD,
            where=Where(channels=("phone",)), margin=0.02, parameters={Parameter.WITHIN_SECONDS: 60},
        ),
        PilotOutcome(
            key="satisfied", label="Satisfied", measure="share_satisfied", role=Role.SECONDARY, where=Where(),
            worthwhile=0.035, shape=Shape.AVERAGE, question="overall",
        ),
    ),
    source="Cabinet, 6 October 2026, item 9",
    approved_by="Cabinet",
    approved_where="Item 9",
    approved_date=date(2026, 10, 6),
    reported_to="Overview and Scrutiny",
    cost=PilotCost(
        21_050.0, 20_000.0, 23_000.0, once=50_000.0, source="Report to Cabinet", limit_for_each=500.0,
        alternatives=(Alternative("Move two shifts", 0.0, "two advisers more from 9am", "Rota of October 2026"),),
    ),
    added=MONDAY_8AM,
    moved_from=Where((1,), Window(18, 26)),
    aim=Aim.MOVE,
    settling_weeks=1,
    rule=Rule(if_cannot_tell=Decision.EXTEND),
)  # fmt: skip

TABLE = """
[[pilot]]
key = "monday_opening"
title = "Open from 8am on Mondays"
what = "The phone line and the counter open at 8am on Mondays instead of 9am."
why = "Monday is the busiest morning of the week."
first_day = 2026-12-07
last_day = 2027-02-28
source = "Cabinet, 6 October 2026, item 9"
approved_by = "Cabinet"
approved_where = "Item 9"
approved_date = 2026-10-06
reported_to = "Overview and Scrutiny"
aim = "move"
settling_weeks = 1
rule.if_cannot_tell = "extend"

[pilot.where]
weekdays = ["monday"]
from = 08:00:00
before = 09:00:00
channels = ["phone", "visit"]

[pilot.added]
weekdays = ["monday"]
from = 08:00:00
before = 09:00:00

[pilot.moved_from]
weekdays = ["monday"]
from = 09:00:00
before = 13:00:00

[pilot.cost]
week_pence = 21050
low_pence = 20000
high_pence = 23000
once_pence = 50000
limit_for_each_pence = 500
source = "Report to Cabinet"

[[pilot.cost.alternative]]
label = "Move two shifts"
week_pence = 0
effect = "two advisers more from 9am"
source = "Rota of October 2026"

[[pilot.outcome]]
key = "peak"
label = "Calls on Mondays from 9am to 11am"
measure = "calls_offered"
role = "primary"
worthwhile = -15
where = { weekdays = ["monday"], from = 09:00:00, before = 11:00:00, channels = ["phone"] }
comparison = { by = "weekday", units = ["tuesday", "wednesday"], is_parallel = true }

[[pilot.outcome]]
key = "answered"
label = "Calls answered within a minute"
measure = "service_level"
role = "guard"
margin = 0.02
where = { channels = ["phone"] }
parameters.within_seconds = 60

[[pilot.outcome]]
key = "satisfied"
label = "Satisfied"
measure = "share_satisfied"
role = "secondary"
worthwhile = 0.035
shape = "average"
question = "overall"
"""

QUESTION = """
[[question]]
key = "overall"
label = "Overall"
words = "How satisfied were you?"
scale = "satisfaction_5"
"""


def moved(first: date, last: date, plan: PilotPlan = PLAN) -> PilotPlan:
    """Give the plan with other first and last days."""
    return replace(plan, first_day=first, last_day=last)


def entitled(key: str, plan: PilotPlan = PLAN) -> PilotPlan:
    """Give the plan with another key and title."""
    return replace(plan, key=key, title=key.replace("_", " ").title())
