"""Everything a week's staffing is worked out from, gathered once: load, promise, rules, patience, redials, need and rota."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import LIVE, Demand, demand_of, live_only, wait_promise
from frontdoor.answers.peaks_choices import Staffing as Choice
from frontdoor.answers.staffing_load import DAYS_AHEAD, Load
from frontdoor.answers.staffing_need import Need, need_of
from frontdoor.answers.staffing_patience import HoldingOn, patience_of
from frontdoor.answers.staffing_redials import Redials, redials_of
from frontdoor.answers.staffing_rota import Rota, holds_rota, rota_of
from frontdoor.answers.staffing_rules import Aim, aim_on, rules_on
from frontdoor.answers.staffing_service import Terms
from frontdoor.answers.staffing_usual import history_of, load_of
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Grain, Period, month_start
from frontdoor.schema.units import Channel
from frontdoor.statistics.arrays import Floats
from frontdoor.strategy.staffing import Staffing
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

DAYS_IN_52_WEEKS = 364
DAYS_FOR_A_FORECAST = 1092  # three years: what a forecast looks back on
WEEKS_OF_ROTA = 8
NOT_THEN = "The rota loaded says nothing of these weeks, or of the channels chosen."


@dataclass(frozen=True, slots=True)
class Counting:
    """By what people are counted: the promise, the council's rules, how long callers hold on and who rings again."""

    aim: Aim
    rules: Staffing
    patience: HoldingOn
    redials: Redials
    at_once: int

    @property
    def terms(self) -> Terms:
        """Return on what terms calls are answered."""
        return Terms(self.aim.within_seconds, self.rules.shrinkage, self.patience.seconds, self.at_once)

    def need(self, load: Load) -> Need:
        """Return who the load takes, those who ring again counted once."""
        once = replace(load, calls=load.calls * (1 - self.redials.share))
        return need_of(once, self.aim, self.rules, self.patience.seconds, self.at_once)


@dataclass(frozen=True, slots=True)
class StaffedWeek:
    """A usual week and who it takes. `load` is the calls as they come, `need` counts who rings again once.

    `year` is history over 52 weeks, `history` the usual week of it; `rota` covers the year and the weeks ahead, and
    `rostered` (7 x 48) is the rota looked at, None where none is held. `notes` are whole sentences.
    """

    filters: Filters
    on: date
    choice: Choice
    year: Demand
    history: Load
    load: Load
    by: Counting
    need: Need
    rota: Rota | None
    rostered: Floats | None
    rota_words: str
    notes: tuple[str, ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Return every question behind it."""
        rota = self.rota.asked if self.rota else ()
        return (*self.year.asked, *self.by.patience.asked, *self.by.redials.asked, *rota)


def staffed_week(filters: Filters, choice: Choice, context: Context) -> StaffedWeek:
    """Return the week of `choice` for the phone, or the live channels chosen; CannotTellError says why there is none."""
    filters = live_only(filters)
    on = context.as_at if choice is Choice.FORECAST else min(filters.period.last, context.as_at)
    aim = aim_on(on, context)
    whole = demand_of(filters, Period(on - timedelta(days=DAYS_FOR_A_FORECAST - 1), on), context)
    year = whole.during(Period(on - timedelta(days=DAYS_IN_52_WEEKS - 1), on))
    history = history_of(year, filters, context)
    load, notes = load_of(choice, history, (whole, year), filters, context)
    by = _counting(aim, filters, year, context)
    rota, why = _rota(filters, on, context)
    rostered, rota_words = looked_at(rota, choice)
    if rostered is None and not why and holds_rota(context):
        why = (NOT_THEN,)
    return StaffedWeek(
        filters=filters,
        on=on,
        choice=choice,
        year=year,
        history=history,
        load=load,
        by=by,
        need=by.need(load),
        rota=rota,
        rostered=rostered,
        rota_words=rota_words,
        notes=(*notes, *why, *channel_notes(filters, wait_promise(context))),
    )


def _counting(aim: Aim, filters: Filters, year: Demand, context: Context) -> Counting:
    rules, scope = rules_on(year.last, context), _whole_months(filters, year)
    calls = float(np.nansum(year.during(Period(scope.first, scope.last))[LIVE]))
    patience, redials = patience_of(scope, year, context), redials_of(scope, calls, context)
    is_chat = filters.channels == (Channel.CHAT.value,)
    return Counting(aim, rules, patience, redials, rules.chats_at_once if is_chat else 1)


def channel_notes(filters: Filters, promised: PromisedMeasure | None) -> tuple[str, ...]:
    """Return what a reader must know where several channels are one queue, or the promise is of other channels."""
    found = []
    if len(filters.channels) > 1:
        found.append("The channels chosen are counted as one queue that every adviser takes, one contact at a time.")
    if promised is not None and promised.channels and not set(filters.channels) <= set(promised.channels):
        found.append(
            f"“{promised.label}” is promised of other channels; it is used here because nothing else is promised."
        )
    return tuple(found)


def chats_at_once(filters: Filters, rules: Staffing) -> int:
    """Return how many contacts one person holds: those of the rules where chat alone is looked at, else 1."""
    return rules.chats_at_once if filters.channels == (Channel.CHAT.value,) else 1


def _whole_months(filters: Filters, year: Demand) -> Scope:
    """Return the whole months of the year of history, or all its days where there is none, as one stretch."""
    first = month_start(year.first + timedelta(days=27)) if year.first.day > 1 else year.first
    last = year.last if (year.last + timedelta(days=1)).day == 1 else month_start(year.last) - timedelta(days=1)
    if last <= first:
        first, last = year.first, year.last
    return Scope(first, last, Grain.YEAR, filters.services, filters.channels, filters.attribute)


def _rota(filters: Filters, on: date, context: Context) -> tuple[Rota | None, tuple[str, ...]]:
    """Return the rota from 52 weeks before to 8 weeks after `on`, and why it cannot be compared where it cannot."""
    period = Period(on - timedelta(days=DAYS_IN_52_WEEKS - 1), on + timedelta(days=DAYS_AHEAD))
    try:
        return rota_of(filters, period, context), ()
    except CannotTellError as reason:
        return None, (str(reason),)


def looked_at(rota: Rota | None, choice: Choice) -> tuple[Floats | None, str]:
    """Return the rota (7 x 48) that is held against the need, and which it is in words.

    The 8 weeks ahead where they are forecast and rostered, else the last 8 weeks that have a rota.
    """
    if rota is None:
        return None, ""
    ahead = slice(DAYS_IN_52_WEEKS, None)
    if choice is Choice.FORECAST and rota.is_known[ahead].any():
        return rota.mean_week(ahead), "the rota of the next 8 weeks"
    known = np.flatnonzero(rota.is_known[:DAYS_IN_52_WEEKS])
    if not known.size:
        return None, ""
    last = int(known[-1]) + 1
    return rota.mean_week(slice(max(last - 7 * WEEKS_OF_ROTA, 0), last)), "the rota of the last 8 weeks it is held for"
