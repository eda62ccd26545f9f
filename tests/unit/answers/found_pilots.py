"""What tests of found pilots share: the pilot that moved calls to 8am, and what must hold of whatever is found."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from pilot_home import EIGHT_TO_NINE, NINE_TO_TEN, held, plan

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan, Where

MOVED = replace(plan(), added=Where((1,), EIGHT_TO_NINE), moved_from=Where((1,), NINE_TO_TEN))


def found_of(context: Context, of: PilotPlan | None = None, *, is_retrospective: bool = False) -> PilotFound:
    return pilot_found(held(of or MOVED, is_retrospective=is_retrospective), context)


def primary_of(context: Context, one: PilotOutcome) -> OutcomeFound:
    return found_of(context, plan(one)).primary


def shown_numbers(found: PilotFound) -> Iterator[float | None]:
    """Yield every number that a page shows of a pilot, apart from the weeks themselves."""
    for each in found.outcomes:
        yield from (each.before, each.during)
        for one in (each.effect, each.share):
            yield from (one.value, one.low, one.high) if one else ()
        if each.judged and each.judged.interval:
            yield from each.judged.interval
    if isinstance(found.opening, CountPerOpening):
        yield from (found.opening.mean, *found.opening.interval)
    if isinstance(found.displaced, Displacement):
        yield from (found.displaced.share, found.displaced.lower, found.displaced.upper, found.displaced.new)


def assert_tellable(found: PilotFound) -> None:
    """Fail where a number is shown that is none, or where an outcome without one does not say why."""
    assert all(number is None or np.isfinite(number) for number in shown_numbers(found))
    for each in found.outcomes:
        if each.effect is None and found.state is not State.BEFORE:
            assert isinstance(each.analysis, Reason) or each.trouble
        if each.judged and each.judged.interval is None:
            assert each.judged.reason or each.trouble
