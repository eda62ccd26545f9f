"""What declaring a pilot needs: what may be named, which pilots stand, the plan a form makes, and entering or withdrawing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import choices
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.pilot_measures import MeasureOffered, measures_to_choose
from frontdoor.errors import AccessError
from frontdoor.filters import Filters
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_checks import refuse_faults
from frontdoor.strategy.pilot_entries import read_plan
from frontdoor.strategy.pilot_keys import PLAN_KEYS
from frontdoor.strategy.pilot_names import pilot_names
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.strategy import Pilot

FORM = "The form"
PLAN = "pilot"
"""Where the form's table stands, as the place of an error names it: pilot.last_day."""


@dataclass(frozen=True, slots=True)
class Declaring:
    """What the form offers: labels by key of services, channels, questions; wards; measures; the pilots that stand; today."""

    today: date
    services: dict[str, str]
    channels: dict[str, str]
    wards: tuple[str, ...]
    questions: dict[str, str]
    measures: dict[str, MeasureOffered]
    held: tuple[HeldPilot, ...]
    announced: tuple[Pilot, ...]

    @property
    def plans(self) -> tuple[PilotPlan, ...]:
        return tuple(pilot.plan for pilot in self.held)


def declaring(filters: Filters, audience: Audience, now: datetime) -> Declaring:
    """Return what the form offers; only officers declare pilots."""
    context = _officers(filters, audience)
    offered = choices(filters.council, filters.generation, audience)
    council, held = context.council, context.pilots()
    standing = {pilot.plan.key for pilot in held}
    known = dict(offered.services) | {service.key: service.label for service in council.services}
    return Declaring(
        today=_own(now, context).date(),
        services={key: label for key, label in known.items() if not council.services or _is_declared(key, context)},
        channels=dict(offered.channels),
        wards=dict(offered.attributes).get("ward", ()),
        questions={question.key: question.label for question in council.questions},
        measures=measures_to_choose(context),
        held=held,
        announced=tuple(pilot for pilot in council.strategy.pilots if pilot.key not in standing),
    )


def plan_from(table: Mapping[str, object], filters: Filters, audience: Audience) -> PilotPlan:
    """Return the plan that a table with the keys of a [[pilot]] makes; StrategyError with its place, as of a file."""
    context = _officers(filters, audience)
    council = context.council
    entry = Entry(FORM, PLAN, table).only(PLAN_KEYS)
    plan = read_plan(entry)
    refuse_faults(entry, plan, pilot_names(council.measures, council.services, council.questions))
    return plan


def declare(plan: PilotPlan, author: str, filters: Filters, audience: Audience, now: datetime) -> HeldPilot:
    """Enter the plan; RegisterError where it cannot be kept."""
    context = _officers(filters, audience)
    return context.register.declare_pilot(plan, author, _own(now, context))


def withdraw(key: str, author: str, filters: Filters, audience: Audience, now: datetime) -> None:
    """Withdraw a pilot that has not begun; RegisterError where it has."""
    context = _officers(filters, audience)
    context.register.withdraw_pilot(key, author, _own(now, context))


def _officers(filters: Filters, audience: Audience) -> Context:
    if audience is not Audience.OFFICER:
        raise AccessError("Only performance officers declare pilots.")
    return open_context(filters, audience)


def _own(now: datetime, context: Context) -> datetime:
    return now.astimezone(ZoneInfo(context.council.time_zone))


def _is_declared(key: str, context: Context) -> bool:
    return any(service.key == key for service in context.council.services)
