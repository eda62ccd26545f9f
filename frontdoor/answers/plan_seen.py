"""What a reader of service plans must see first: promises in nobody's plan, services that report nothing, partners' returns."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.answers.context import Context
from frontdoor.answers.plan_judged import JudgedPlan, unserved
from frontdoor.answers.plan_partners import PartnerReturns, partners_returns
from frontdoor.answers.plan_standing import Standing
from frontdoor.filters import Filters
from frontdoor.strategy.strategy import Promise

NO_PLAN = "no plan in force"
NO_MEASURES = "a plan that names no measure"
NO_FIGURE = "none of its plan’s measures has a figure"


@dataclass(frozen=True, slots=True)
class Seen:
    """The plans, the promises that no plan at all serves, and services that report nothing as (label, why); partners too.

    `unserved` is of every plan in force, whatever services are chosen.
    """

    plans: tuple[JudgedPlan, ...]
    unserved: tuple[Promise, ...]
    silent: tuple[tuple[str, str], ...]
    services: int
    partners: tuple[PartnerReturns, ...]

    @property
    def standings(self) -> list[Standing]:
        """Return how every objective of every plan stands."""
        return [objective.standing for each in self.plans for objective in each.objectives]

    @property
    def late(self) -> tuple[PartnerReturns, ...]:
        """Return the partners with missing returns, the longest missing first."""
        return tuple(each for each in self.partners if each.missing)


def seen(plans: tuple[JudgedPlan, ...], filters: Filters, context: Context) -> Seen:
    """Return what is seen of the services chosen."""
    services = [each for each in context.council.services if not filters.services or each.key in filters.services]
    silent = _silent(plans, [(each.key, each.label) for each in services])
    return Seen(plans, unserved(context, filters), silent, len(services), partners_returns(context))


def _silent(plans: Sequence[JudgedPlan], services: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    by_service = {each.plan.service: each for each in plans}
    return tuple((label, why) for key, label in services if (why := _silence(by_service.get(key))))


def _silence(judged: JudgedPlan | None) -> str:
    if judged is None:
        return NO_PLAN
    if not judged.has_measures:
        return NO_MEASURES
    return "" if judged.has_figures else NO_FIGURE
