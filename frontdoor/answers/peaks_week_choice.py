"""What a map of the week is asked: which days it adds up, which channels it counts, and what it is compared with."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from frontdoor.answers.context import Context
from frontdoor.answers.demand import Demand, live_only, wait_promise
from frontdoor.answers.demand_by_day import counted_column
from frontdoor.answers.demand_nouns import noun_of
from frontdoor.answers.peaks_choices import Over, Show
from frontdoor.answers.peaks_week_shows import Shown, contacts_shown
from frontdoor.errors import CannotTellError
from frontdoor.filters import Comparison, Filters
from frontdoor.periods import Period
from frontdoor.schema.units import LIVE_CHANNELS
from frontdoor.strategy.strategy import PromisedMeasure

WEEKS = 52
OF_CALLS = (Show.WAIT, Show.ABANDONED, Show.IN_TIME, Show.HANDLING)
"""What only contacts have in which a person waits for a person."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The days of the map and those before it, and the filters with the channels that are counted.

    `promised` is the promise of waiting that fits those channels, None where there is none.
    """

    filters: Filters
    stretch: Period
    before: Period | None
    promised: PromisedMeasure | None

    @property
    def history(self) -> Period:
        """Return every day to be asked for at once."""
        return Period(min(self.stretch.first, self.before.first), self.stretch.last) if self.before else self.stretch

    @property
    def noun(self) -> str:
        """Return what is counted: 'calls', 'chats', 'visits' or 'contacts'."""
        return noun_of(self.filters)


def choice_of(filters: Filters, show: Show, over: Over, context: Context) -> Choice:
    """Return what to ask. CannotTellError where nothing can be asked.

    Where no channel is chosen that is phone calls, and every channel when the map is of people who come while we are closed.
    """
    narrowed = filters if show is Show.OUTSIDE else live_only(filters)
    if show in OF_CALLS:
        narrowed = _among(
            narrowed, tuple(LIVE_CHANNELS), "Waits and answers are recorded for calls, chats and visits only."
        )
    promised = wait_promise(context)
    if show is Show.IN_TIME:
        if promised is None:
            raise CannotTellError("No time to answer in is promised, so nobody can say what is in time.")
        if promised.channels:
            narrowed = _among(narrowed, promised.channels, f"Only {promised.label.lower()} is promised.")
    if promised is not None and promised.channels and not _is_within(narrowed.channels, promised.channels):
        promised = None
    stretch = _stretch(filters, over, context)
    return Choice(narrowed.during(stretch), stretch, _before(filters, stretch, over), promised)


def counted_as(choice: Choice, demand: Demand) -> Shown:
    """Return how contacts are counted: those offered where people wait for people and that is known, else all."""
    return contacts_shown(counted_column(demand.counts, choice.filters), choice.noun)


def _is_within(channels: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Return whether channels are named, and each of them is among the others."""
    return bool(channels) and set(channels) <= set(others)


def _among(filters: Filters, channels: tuple[str, ...], otherwise: str) -> Filters:
    kept = tuple(channel for channel in filters.channels if channel in channels)
    if not kept:
        raise CannotTellError(otherwise)
    return replace(filters, channels=kept)


def _stretch(filters: Filters, over: Over, context: Context) -> Period:
    """Return the days added up, ended by what is recorded."""
    last = min(filters.period.last, context.as_at)
    if over is Over.YEAR:
        return _weeks_to(last)
    if last < filters.period.first:
        raise CannotTellError("Nothing is recorded yet for the period chosen.")
    return replace(filters.period, last=last)


def _before(filters: Filters, stretch: Period, over: Over) -> Period | None:
    if filters.comparison is Comparison.NONE:
        return None
    return _weeks_to(stretch.first - timedelta(days=1)) if over is Over.YEAR else filters.compared_with


def _weeks_to(last: date) -> Period:
    return Period(last - timedelta(days=7 * WEEKS - 1), last)
