"""What is missed and nobody has said why, and what is amber or red without a dated action."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.answers.action_heading import Heading
from frontdoor.answers.action_listed import is_dated_for
from frontdoor.answers.action_year_end import heading
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary import can_be_said, marked_with
from frontdoor.answers.commentary_doubts import Known, doubts
from frontdoor.answers.context import Context
from frontdoor.answers.result import result_of
from frontdoor.filters import Filters
from frontdoor.register.actions import HeldAction
from frontdoor.register.commentary import Commentary, all_commentary
from frontdoor.strategy.judgement import State


@dataclass(frozen=True, slots=True)
class Short:
    """A promised measure that is close or missed in the period, where its year is heading, and what its owner says of it.

    `doubts` say where those words contradict the data.
    """

    result: Result
    heading: Heading
    owner: str
    has_dated_action: bool
    is_asked: bool
    said: Commentary | None
    doubts: tuple[str, ...] = ()

    @property
    def is_explained(self) -> bool:
        """Return whether something is said of it, or nothing is asked of a figure as narrow as this."""
        return self.said is not None or not self.is_asked

    @property
    def is_missed(self) -> bool:
        return self.result.judgement.state is State.MISSED


def short_of(filters: Filters, context: Context, held: Sequence[HeldAction]) -> tuple[Short, ...]:
    """Return the measures that are close or missed under these filters, missed first."""
    service = filters.services[0] if len(filters.services) == 1 else ""
    said = _said(filters, context, service)
    found = []
    for promised in context.measures():
        result = result_of(promised, filters, context)
        if result.judgement.state not in (State.MISSED, State.CLOSE):
            continue
        is_dated = any(is_dated_for(action, promised.key, service) for action in held)
        year = heading(promised, result, filters, context)
        kept = said.get(promised.key)
        doubted = (marked_with(kept) or doubts(kept.words, Known(result, year))) if kept else ()
        found.append(Short(result, year, promised.owner, is_dated, can_be_said(filters), kept, doubted))
    return tuple(sorted(found, key=lambda each: not each.is_missed))


def _said(filters: Filters, context: Context, service: str) -> dict[str, Commentary]:
    """Return what is said of each measure in this period and for this service."""
    place = (service, *filters.dates)
    return {
        each.measure_key: each
        for each in all_commentary(context.register)
        if can_be_said(filters) and (each.service, each.first_day, each.last_day) == place
    }
