"""Day and night: how much online contact comes while we are closed, what it is about, and when it is answered."""

from dataclasses import dataclass, replace

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask, narrowed, scope_of
from frontdoor.answers.context import Context, bare
from frontdoor.answers.needs import check_needs
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain
from frontdoor.schema.units import LIVE_CHANNELS
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue
from frontdoor.warehouse.asking import Asked

FEWEST_TIMED = 20  # STATISTICS.md section 0: too few below 20


@dataclass(frozen=True, slots=True)
class Night:
    """Online contact whose time of day is known, and how much of it came while we were closed, after disclosure control.

    `services`: service, timed_contacts, closed_contacts, most while closed first. `replied` of `due` replies to online
    contacts went out by the end of the next working day, whenever they came; None where replies are not recorded.
    """

    timed: int
    closed: int
    services: pl.DataFrame
    replied: int | None
    due: int | None
    asked: tuple[Asked, ...]

    @property
    def share(self) -> float:
        return self.closed / self.timed


def night(filters: Filters, context: Context) -> Night:
    """Return the same; CannotTellError, with the reason, where hours, times or online channels are not known."""
    measure = CATALOGUE["outside_opening_hours"]
    check_needs(bare(CATALOGUE["digital_share"]), CATALOGUE["digital_share"], context.council)
    check_needs(bare(measure), measure, context.council)
    day = filters.period.last
    held = [each for each in context.council.digital_channels if each.from_date <= day]
    online = tuple(each.channel.value for each in held if each.before_date is None or day < each.before_date)
    chosen = narrowed(online, filters.channels)
    asked = ask(
        "half_hour_totals",
        bare(measure),
        scope_of(bare(measure), replace(filters, channels=chosen), filters.period, Grain.YEAR),
        context,
    )
    whole = _sums(asked.frame, (), context)
    timed, closed = whole.row(0) if whole.height else (None, None)
    if timed is None or closed is None or timed < FEWEST_TIMED:
        raise CannotTellError("Too few online contacts have a time of day here.")
    replied, due, replies = _replies(replace(filters, channels=chosen), context)
    services = _sums(asked.frame, ("service",), context).sort("closed_contacts", descending=True, nulls_last=True)
    return Night(timed, closed, services, replied, due, tuple(each for each in (asked, replies) if each))


def _sums(frame: pl.DataFrame, by: tuple[str, ...], context: Context) -> pl.DataFrame:
    names = ["timed_contacts", "closed_contacts"]
    sums = pl.col(names).sum()
    added = frame.group_by(by).agg(sums).sort(by) if by else frame.select(sums)
    return control(added, names, context.audience, is_small_area=False).select(*by, *names)


def _replies(filters: Filters, context: Context) -> tuple[int | None, int | None, Asked | None]:
    """Return replies by the end of the next working day, replies due, and what was asked; live channels have none."""
    channels = tuple(channel for channel in filters.channels if channel not in LIVE_CHANNELS)
    if not channels:
        return None, None, None
    next_day = (DatedValue(ALWAYS, 1),)
    promised = replace(bare(CATALOGUE["replied_in_time"]), parameters={Parameter.PROMISED_WORKING_DAYS: next_day})
    try:
        scope = scope_of(promised, replace(filters, channels=channels), filters.period, Grain.YEAR)
        asked = ask("clock_results", promised, scope, context)
    except CannotTellError:
        return None, None, None
    sums = asked.frame.select(pl.col("in_time_cases", "due_cases").sum())
    safe = control(sums, ["in_time_cases", "due_cases"], context.audience, is_small_area=False)
    replied, due = safe["in_time_cases"][0], safe["due_cases"][0]
    return (int(replied), int(due), asked) if replied is not None and due else (None, None, None)
