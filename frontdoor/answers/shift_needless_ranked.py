"""The largest opportunities to remove contact: what was found removable x what it costs x how much of it could go."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.shift_needless_counts import CALLED, Needless
from frontdoor.statistics.opportunities import TOP, Found, Opportunities, Ranges, ranked_opportunities
from frontdoor.strategy.council import UnitCost
from frontdoor.strategy.saving_decisions import Ease, ease_on

AVOIDABLE, ROUTINE, REPEAT = "Avoidable", "Routine information", "Repeat contact"
FEWEST_REMOVABLE = 20  # STATISTICS.md section 0: too few below 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """Contact of one kind, service and channel that need not happen; `reason` None is of every reason.

    Of `contacts`, `assessed` were looked at (or linked), and `removable` of those were found.
    """

    kind: str
    service: str
    channel: str
    reason: str | None
    contacts: int
    assessed: int
    removable: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates and what they are worth, entry by entry; `ease` None where nobody said: all of it then counts.

    `has_costs` is False where the council gives no unit cost at all: then `worth` is of contacts, a penny each.
    """

    candidates: tuple[Candidate, ...]
    eases: tuple[Ease | None, ...]
    worth: Opportunities
    has_costs: bool
    uncosted: tuple[str, ...]

    @property
    def top(self) -> tuple[int, ...]:
        """Return the places of the ten largest, largest first."""
        return tuple(int(place) for place in self.worth.order[:TOP])


def ranked(needless: Needless, day: date, context: Context) -> Ranked | None:
    """Return the opportunities ranked by costs and ease in force on `day`; None where none was found."""
    found = [*_avoidable(needless, context), *_routine(needless, context), *_repeat(needless)]
    costs = {each.channel.value: each for each in context.council.unit_costs if _holds(each, day)}
    has_costs = bool(costs)
    kept = tuple(each for each in found if not has_costs or each.channel in costs)
    if not kept:
        return None
    eases = tuple(ease_on(context.council.ease, each.service, each.reason, day) for each in kept)
    channels = sorted({each.channel for each in kept})
    uncosted = tuple(sorted({each.channel for each in found} - set(channels)))
    worth = ranked_opportunities(
        _found(kept),
        _costs([costs.get(channel) for channel in channels]),
        np.array([channels.index(each.channel) for each in kept], dtype=np.int64),
        _eases(eases),
    )
    return Ranked(kept, eases, worth, has_costs, uncosted)


def is_routine(service: str, reason: str, context: Context) -> bool:
    """Return whether the council says that this reason should not need a call or a visit."""
    return any(each.is_about(service, reason) for each in context.council.routine)


def _avoidable(needless: Needless, context: Context) -> list[Candidate]:
    if needless.reasons is None:
        return []
    rows = needless.reasons.places.filter(pl.col("avoidable_contacts") >= FEWEST_REMOVABLE)
    return [
        Candidate(AVOIDABLE, service, channel, reason, max(contacts or 0, assessed), assessed, removable)
        for service, channel, reason, contacts, assessed, removable in rows.rows()
        if assessed is not None and not (channel in CALLED and is_routine(service, reason, context))
    ]


def _routine(needless: Needless, context: Context) -> list[Candidate]:
    if needless.reasons is None:
        return []
    places = needless.reasons.places
    rows = places.filter(pl.col("channel").is_in(CALLED) & (pl.col("contacts") >= FEWEST_REMOVABLE))
    return [
        Candidate(ROUTINE, service, channel, reason, contacts, contacts, contacts)
        for service, channel, reason, contacts, *_ in rows.rows()
        if is_routine(service, reason, context)
    ]


def _repeat(needless: Needless) -> list[Candidate]:
    """Return repeat contact by service and channel; of the channels' contacts only the linked ones can be told."""
    rows = needless.repeats.join(needless.by_place, on=["service", "channel"], how="inner")
    kept = rows.filter(pl.col("repeat_contacts") >= FEWEST_REMOVABLE)
    return [
        Candidate(REPEAT, service, channel, None, max(contacts, linked), linked, repeat)
        for service, channel, linked, repeat, contacts in kept.select(
            "service", "channel", "linked", "repeat_contacts", "contacts"
        ).rows()
        if linked is not None and contacts is not None and repeat <= linked
    ]


def _found(kept: tuple[Candidate, ...]) -> Found:
    columns = np.array([(each.contacts, each.assessed, each.removable) for each in kept], dtype=np.float64)
    return Found(columns[:, 0], columns[:, 1], columns[:, 2])


def _costs(costs: list[UnitCost | None]) -> Ranges:
    given = [(each.low_pence, each.pence, each.high_pence) if each else (1.0, 1.0, 1.0) for each in costs]
    return Ranges(*np.array(given, dtype=np.float64).T)


def _eases(eases: tuple[Ease | None, ...]) -> Ranges:
    given = [(each.low_share, each.share, each.high_share) if each else (1.0, 1.0, 1.0) for each in eases]
    return Ranges(*np.array(given, dtype=np.float64).T)


def _holds(cost: UnitCost, day: date) -> bool:
    return cost.from_date <= day < (cost.before_date or date.max)
