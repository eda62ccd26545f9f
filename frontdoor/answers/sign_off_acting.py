"""Confirms a source's month, or reopens it with a reason; for officers, each audited, never over anybody's head."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.sign_off_months import MonthState, SignedSource, SourceMonth, signed_sources
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.periods import Period
from frontdoor.register.sign_offs import confirm, reopen

OFFICERS_ONLY = "Only performance officers confirm figures."
TO_CONFIRM = (MonthState.PROVISIONAL, MonthState.REOPENED)
TO_REOPEN = (MonthState.CONFIRMED, MonthState.CHANGED)


@dataclass(frozen=True, slots=True)
class SignOffsOffered:
    """What the forms start from: the owner named, and the months that can be confirmed and reopened, newest first."""

    source: str
    owner: str
    to_confirm: tuple[SourceMonth, ...]
    to_reopen: tuple[SourceMonth, ...]


def sign_offs_offered(asking: Asking, source: str) -> SignOffsOffered:
    """Return what the forms start from; AccessError for anybody but officers."""
    _, found = _opened(asking, source)
    return SignOffsOffered(
        source,
        found.owner,
        tuple(each for each in found.months if each.state in TO_CONFIRM),
        tuple(each for each in found.months if each.state in TO_REOPEN),
    )


def confirm_month(
    asking: Asking, source: str, first: date, *, author: str, seen: int | None, and_before: bool = False
) -> str:
    """Keep that the source's owner stands by a month as it is now, and return what was done.

    With `and_before` every earlier month that nobody ever acted on is confirmed too, the oldest first.

    Raises:
        FrontdoorError: the month is not over or not held, is confirmed already, or somebody acted since row `seen`.
    """
    context, found = _opened(asking, source)
    period = _month(found, first)
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    generation = context.warehouse.generation
    confirm(context.register, source, period, generation, author=author, now=now, seen=seen)
    others = [each.period for each in found.months if and_before and each.act is None and each.period.last < first]
    for earlier in reversed(others):
        confirm(context.register, source, earlier, generation, author=author, now=now)
    before = f" and {count_noun(len(others), 'month')} before it" if others else ""
    return f"{source}, {period.label}{before}: confirmed at data version {generation}."


def reopen_month(asking: Asking, source: str, first: date, why: str, *, author: str, seen: int | None) -> str:
    """Keep that a month's figures may change again, and why, and return what was done; raises as `confirm_month`."""
    context, found = _opened(asking, source)
    period = _month(found, first)
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    reopen(context.register, source, period, context.warehouse.generation, why, author=author, now=now, seen=seen)
    return f"{source}, {period.label}: reopened. Its figures are provisional until they are confirmed again."


def seen_of(month: SourceMonth) -> int | None:
    """Return the number of the act that a reader of this month was shown."""
    return month.act.id if month.act else None


def _month(found: SignedSource, first: date) -> Period:
    for each in found.months:
        if each.period.first == first:
            return each.period
    raise FrontdoorError(f"{found.name} holds no figures of {first:%B %Y}, so there is nothing to confirm.")


def _opened(asking: Asking, source: str) -> tuple[Context, SignedSource]:
    if asking.audience is not Audience.OFFICER:
        raise AccessError(OFFICERS_ONLY)
    context = open_context(asking.filters, asking.audience)
    today = asking.now.astimezone(ZoneInfo(context.council.time_zone)).date()
    found = next((each for each in signed_sources(context, today) if each.name == source), None)
    if found is None:
        raise FrontdoorError(f"No figures of a source called {source} are held.")
    return context, found
