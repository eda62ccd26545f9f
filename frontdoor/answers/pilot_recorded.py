"""From which week to which a pilot's figure is recorded alike: a change of recording cuts the weeks before, or ends the matter."""

from dataclasses import dataclass
from datetime import date, timedelta

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_figure import Figure, known_after
from frontdoor.answers.recording import Recorded, recorded
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.wording import began
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.pilot_plan import PilotPlan, Where

CUT = "{words} Only weeks from then on are counted."
DURING = "{words} That is during the pilot, so the weeks before it and those of it do not compare."
WAIT = "It takes {days} until this is known of a day."
REWORDED = "The question was asked differently before {day}. Only weeks from then on are counted."


@dataclass(frozen=True, slots=True)
class Alike:
    """The first and the last day that compare with each other, and what a reader must know of them."""

    first: date
    last: date
    notes: tuple[str, ...]


def recorded_alike(figure: Figure, place: Where, period: Period, plan: PilotPlan, context: Context) -> Alike:
    """Return which days of `period` are recorded alike; CannotTellError where that changed during the pilot."""
    filters = Filters(context.council.key, period, services=place.services, channels=place.channels)
    held = recorded(figure.promised, filters, context)
    first, notes = _cut(held, period, plan)
    last, late = _until(held, figure, period, context)
    since = began(figure.promised, period.last, context)
    if since is not None and since > first:
        words = REWORDED.format(day=format_date(since))
        if since > plan.first_day:
            raise CannotTellError(DURING.format(words=words.partition(" Only")[0]))
        first, notes = since, (*notes, words)
    return Alike(first, last, (*notes, *late))


def is_recorded_alike(figure: Figure, place: Where, period: Period, context: Context) -> bool:
    """Return whether nothing about how these places are recorded changed within `period`."""
    filters = Filters(context.council.key, period, services=place.services, channels=place.channels)
    held = recorded(figure.promised, filters, context)
    return held is None or (
        held.last >= period.last and not any(_is_inside(change.on_date, period) for change in held.changes)
    )


def _cut(held: Recorded | None, period: Period, plan: PilotPlan) -> tuple[date, tuple[str, ...]]:
    """Return from which day nothing changes until the pilot, and the changes that cut the weeks before it."""
    changes = [change for change in held.changes if _is_inside(change.on_date, period)] if held else []
    late = next((change for change in changes if change.on_date > plan.first_day), None)
    if late is not None:
        raise CannotTellError(DURING.format(words=late.words))
    first = max([period.first, *(change.on_date for change in changes)])
    said = tuple(CUT.format(words=change.words) for change in changes if not change.is_first)
    return first, said


def _until(held: Recorded | None, figure: Figure, period: Period, context: Context) -> tuple[date, tuple[str, ...]]:
    """Return the last day known: of sources that are late, and of what is known only days afterwards."""
    wait = known_after(figure)
    last = min(period.last, context.as_at - timedelta(days=wait))
    said = [WAIT.format(days=count_noun(wait, "day"))] if wait and last < period.last else []
    if held is not None and held.late and period.first <= held.last < last:
        last = held.last
        said += held.late
    return last, tuple(said)


def _is_inside(day: date, period: Period) -> bool:
    return period.first < day <= period.last
