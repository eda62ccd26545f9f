"""What partners and contractors owe the council: their obligations, their returns, and which did not come since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.labels import label_of
from frontdoor.answers.plan_standing import Returned
from frontdoor.answers.reported import EVER
from frontdoor.answers.returns import Missing, finest, missing_returns, period_of
from frontdoor.answers.satisfaction_reported import FIGURE
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.strategy.strategy import Partner
from frontdoor.warehouse.scope import Scope

COUNTED_HERE = [key for key, measure in CATALOGUE.items() if measure.kind is not Kind.STATED]
"""Measures worked out from records; others may state them too."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A return that was due on a day and is not held: the stretch it is for, and the figures it owes."""

    period: Period
    due_date: date
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerReturns:
    """A partner, the services it provides, returns that are overdue oldest first, and its last return's end (None: none ever)."""

    partner: Partner
    services: tuple[str, ...]
    missing: tuple[Overdue, ...]
    last: date | None

    @property
    def since(self) -> date | None:
        """Return the day since which the oldest missing return is overdue."""
        return self.missing[0].due_date if self.missing else None

    @property
    def returned(self) -> Returned:
        if not self.partner.returns:
            return Returned.NOTHING_OWED
        return Returned.SOME_MISSING if self.missing else Returned.ALL_IN


def partners_returns(context: Context) -> tuple[PartnerReturns, ...]:
    """Return every partner with what it owes by as-at, those with missing returns first, the longest missing first."""
    rows = returns_held(context)
    found = [_partner(partner, rows, context) for partner in context.council.partners]
    return tuple(sorted(found, key=lambda each: (each.since is None, each.since or date.max, each.partner.label)))


def returns_held(context: Context) -> pl.DataFrame:
    """Return every reported figure ever stated, as question `stated` gives them."""
    ever = Scope(EVER, context.as_at, Grain.DAY)
    return ask("stated", bare(CATALOGUE["contacts"]), ever, context).frame


def other_missing(context: Context) -> dict[str, tuple[Missing, ...]]:
    """Return by provider the returns that those who are nobody's partner usually send and did not, told from their own rhythm.

    Figures of measures we count ourselves are not looked at: a source that states some of those owes us none.
    """
    rows = returns_held(context)
    partners = {partner.provider for partner in context.council.partners if partner.returns}
    others = rows.filter(~pl.col("provider").is_in(partners) & ~pl.col("measure").is_in(COUNTED_HERE))
    ever = Period(min(others["period_start"], default=EVER), context.as_at)
    found: dict[str, dict[Missing, None]] = {}
    for one in others.sort(*FIGURE, "to_date").partition_by(FIGURE, maintain_order=True):
        for each in missing_returns(finest(one), ever, context.as_at):
            found.setdefault(each.provider, {})[each] = None
    return {provider: tuple(missing) for provider, missing in found.items()}


def _partner(partner: Partner, rows: pl.DataFrame, context: Context) -> PartnerReturns:
    own = rows.filter(pl.col("provider") == partner.provider)
    services = tuple(
        label_of(service.key, "service", context)
        for service in context.council.services
        if service.partner == partner.key
    )
    ends = own["to_date"].to_list()
    return PartnerReturns(partner, services, tuple(_missing(partner, own, context.as_at)), max(ends, default=None))


def _missing(partner: Partner, own: pl.DataFrame, as_at: date) -> Iterator[Overdue]:
    """Yield each return that was due by as-at and is not held, oldest first."""
    for period in _due(partner, as_at):
        overlaps = (pl.col("period_start") <= period.last) & (pl.col("to_date") >= period.first)
        held = set(own.filter(overlaps)["measure"])
        figures = tuple(figure for figure in partner.returns if figure not in held)
        if figures:
            yield Overdue(period, _due_date(partner, period.last), figures)


def _due_date(partner: Partner, last: date) -> date:
    return last + timedelta(days=partner.due_days)


def _due(partner: Partner, as_at: date) -> Iterator[Period]:
    """Yield the stretches a partner owes returns for whose due day has passed."""
    if partner.from_date is None:
        return
    first = month_start(partner.from_date)
    while True:
        last = month_end(add_months(first, partner.every_months - 1))
        ended = partner.before_date is not None and first >= partner.before_date
        if ended or _due_date(partner, last) > as_at:
            return
        yield period_of(first, last)
        first = add_months(first, partner.every_months)
