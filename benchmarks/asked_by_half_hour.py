"""The questions that ask for every half-hour of days, as the page of demand asks them: over one year and over three."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from benchmarks.asked import BY_HALF_HOUR, Question
from frontdoor.answers.asking import bound_parameters
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand import wait_promise
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain
from frontdoor.schema.units import Channel
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.scope import Scope

DAYS_LONG = {"a year": 364, "3 years": 1_092}
"""Whole weeks, as the page takes them."""


def by_half_hour(context: Context) -> Iterator[Question]:
    """Yield both questions up to the as-at date: of all services and of one, by phone and in all channels.

    The waits once more for a council in which one queue has a limit of its own.
    """
    promised = wait_promise(context) or bare(CATALOGUE["contacts"])
    for long, scope in _scopes(context):
        for name in BY_HALF_HOUR:
            yield Question(name, long, scope, bound_parameters(name, promised, scope, context))
        if not scope.services:
            own = _with_own_limit(promised, context)
            parameters = bound_parameters("half_hour_waits", own, scope, context)
            yield Question("half_hour_waits", f"{long}, a queue with its own limit", scope, parameters)


def _scopes(context: Context) -> Iterator[tuple[str, Scope]]:
    """Yield how each is called and what is asked."""
    one = (context.council.services[0].key,)
    for long, days in DAYS_LONG.items():
        first = context.as_at - timedelta(days=days - 1)
        for channels, spoken in (((Channel.PHONE.value,), "by phone"), ((), "in all channels")):
            for services, of in (((), "all services"), (one, "one service")):
                yield f"{of} {spoken}, {long}", Scope(first, context.as_at, Grain.DAY, services, channels)


def _with_own_limit(promised: PromisedMeasure, context: Context) -> PromisedMeasure:
    """Return the promise with a limit of one queue's own beside the limits there are: the same, which nobody is told."""
    within = promised.parameters.get(Parameter.WITHIN_SECONDS, ())
    own = tuple(replace(each, queue=f"{context.council.services[0].key}_line") for each in within)
    return replace(promised, parameters={**promised.parameters, Parameter.WITHIN_SECONDS: (*within, *own)})
