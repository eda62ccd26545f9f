"""What is missed and nobody has said why, and what is amber or red without a dated action."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.answers.action_heading import Heading
from frontdoor.answers.action_listed import is_dated_for
from frontdoor.answers.action_year_end import heading
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary import can_be_said
from frontdoor.answers.context import Context
from frontdoor.answers.result import result_of
from frontdoor.filters import Filters
from frontdoor.register.actions import HeldAction
from frontdoor.register.commentary import all_commentary
from frontdoor.strategy.judgement import State


@dataclass(frozen=True, slots=True)
class Short:
    """A promised measure that is close or missed in the period, and where its year is heading."""

    result: Result
    heading: Heading
    owner: str
    has_dated_action: bool
    is_explained: bool

    @property
    def is_missed(self) -> bool:
        return self.result.judgement.state is State.MISSED


def short_of(filters: Filters, context: Context, held: Sequence[HeldAction]) -> tuple[Short, ...]:
    """Return the measures that are close or missed under these filters, missed first."""
    service = filters.services[0] if len(filters.services) == 1 else ""
    said = _explained(filters, context, service)
    found = []
    for promised in context.measures():
        result = result_of(promised, filters, context)
        if result.judgement.state not in (State.MISSED, State.CLOSE):
            continue
        is_dated = any(is_dated_for(action, promised.key, service) for action in held)
        year = heading(promised, result, filters, context)
        found.append(Short(result, year, promised.owner, is_dated, promised.key in said))
    return tuple(sorted(found, key=lambda each: not each.is_missed))


def _explained(filters: Filters, context: Context, service: str) -> set[str]:
    """Return the measures of which something is said for this period and service; of narrower figures nothing is asked."""
    if not can_be_said(filters):
        return {promised.key for promised in context.measures()}
    place = (service, *filters.dates)
    return {
        each.measure_key
        for each in all_commentary(context.register)
        if (each.service, each.first_day, each.last_day) == place
    }
