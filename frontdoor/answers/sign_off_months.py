"""Each source's months: confirmed, provisional, reopened or changed since, with who said so and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdoor.answers.context import Context
from frontdoor.answers.sign_off_standing import changed_since, spans_of
from frontdoor.periods import Period, add_months, month_start
from frontdoor.register.sign_offs import SignOff, SignOffAct

MONTHS_SHOWN = 24
"""How many of a source's months can be confirmed here, the newest; older ones are out of every trend."""


class MonthState(StrEnum):
    """How one month of a source stands."""

    RUNNING = "Not over yet"
    PROVISIONAL = "Provisional"
    CONFIRMED = "Confirmed"
    CHANGED = "Changed since confirmed"
    REOPENED = "Reopened"


@dataclass(frozen=True, slots=True)
class SourceMonth:
    """One month of a source; `act` is what stands for it, None before anybody acted, and `change` what moved it since."""

    period: Period
    state: MonthState
    act: SignOff | None
    change: str = ""


@dataclass(frozen=True, slots=True)
class SignedSource:
    """A source, who confirms it ('' nobody is named) and its months, newest first."""

    name: str
    owner: str
    span: Period
    months: tuple[SourceMonth, ...]

    def count(self, *states: MonthState) -> int:
        return sum(month.state in states for month in self.months)

    @property
    def confirmed_to(self) -> date | None:
        """Return the last day up to which every month shown is confirmed, counted from the oldest; None for none."""
        last = None
        for month in reversed(self.months):
            if month.state is not MonthState.CONFIRMED:
                break
            last = month.period.last
        return last


def signed_sources(context: Context, today: date) -> tuple[SignedSource, ...]:
    """Return every source that brought figures, in order of its name."""
    owners = {each.source: each.owner for each in context.council.data_owners}
    acts = {(each.source, each.first_day, each.last_day): each for each in context.sign_offs()}
    return tuple(
        SignedSource(name, owners.get(name, ""), span, _months(name, span, acts, context, today))
        for name, span in spans_of(context).items()
    )


def _months(
    name: str, span: Period, acts: dict[tuple[str, date, date], SignOff], context: Context, today: date
) -> tuple[SourceMonth, ...]:
    newest = month_start(span.last)
    oldest = max(month_start(span.first), add_months(newest, 1 - MONTHS_SHOWN))
    found = []
    start = newest
    while start >= oldest:
        period = Period.month(start)
        found.append(_month(period, acts.get((name, period.first, period.last)), context, today))
        start = add_months(start, -1)
    return tuple(found)


def _month(period: Period, act: SignOff | None, context: Context, today: date) -> SourceMonth:
    if period.last >= today:
        return SourceMonth(period, MonthState.RUNNING, act)
    if act is None:
        return SourceMonth(period, MonthState.PROVISIONAL, None)
    if act.act is SignOffAct.REOPENED:
        return SourceMonth(period, MonthState.REOPENED, act)
    change = changed_since(act, context)
    return SourceMonth(period, MonthState.CHANGED if change else MonthState.CONFIRMED, act, change)
