"""Who used a pilot: wards, ages, access needs and kinds of customer, one at a time, where contact is kept by them."""

from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.shift_left_out_groups import ACCESS_NEED, ATTRIBUTES, FEWEST_CONTACTS, UNKNOWN
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.statistics.intervals import newcombe_difference
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.warehouse.scope import Scope

MONTHS_IN_A_YEAR = 12
NOT_BY_TIME = (
    "Wards, ages, access needs and kinds of customer are counted by whole months, one at a time and never by day or hour, so that "
    "nobody can be recognised. Who came at these times is therefore not known."
)
NO_WHOLE_MONTH = "The pilot holds no whole month, and groups are counted by whole months only."
NO_YEAR_BEFORE = "The same months a year before are not recorded, so there is nothing to compare groups with."


@dataclass(frozen=True, slots=True)
class Share:
    """One group's contacts of all whose group is known, during and the same months a year before; None where hidden or too few.

    `change`: points (0 to 1) during less before, with the range that chance alone would give.
    """

    value: str
    during: float | None
    before: float | None
    change: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Shares:
    """All groups of one attribute, the largest first; `unknown`: the share of contacts that are in no group."""

    attribute: str
    groups: tuple[Share, ...]
    unknown: float | None
    contacts: int


def months_of(plan: PilotPlan, context: Context) -> Period | None:
    """Return the whole months inside the pilot that are known; None where there is none."""
    first = plan.first_day if plan.first_day.day == 1 else add_months(month_start(plan.first_day), 1)
    last = min(plan.last_day, context.as_at)
    last = last if last == month_end(last) else month_start(last) - timedelta(days=1)
    return Period(first, last) if last >= first else None


def why_not(plan: PilotPlan, context: Context) -> str:
    """Return why no group of the pilot's users can be told; '' where they can."""
    if plan.where.weekdays or plan.where.window is not None or plan.added is not None:
        return NOT_BY_TIME
    if plan.where.wards:
        return f"The pilot ran in {', '.join(plan.where.wards)} only, and groups are never crossed with wards."
    return "" if months_of(plan, context) else NO_WHOLE_MONTH


def shares_of(plan: PilotPlan, context: Context) -> tuple[Shares, ...]:
    """Return the groups of each attribute that is recorded."""
    period = months_of(plan, context)
    if why_not(plan, context) or period is None:
        return ()
    found = (_shares(attribute, plan, period, context) for attribute in ATTRIBUTES)
    return tuple(each for each in found if each is not None)


def _shares(attribute: str, plan: PilotPlan, period: Period, context: Context) -> Shares | None:
    if attribute == ACCESS_NEED and ACCESS_NEED not in context.council.opt_in:
        return None
    during = _counts(attribute, plan, period, context)
    if during is None or not during:
        return None
    first = add_months(period.first, -MONTHS_IN_A_YEAR)
    before = _counts(attribute, plan, Period(first, month_end(add_months(first, period.months - 1))), context) or {}
    known, was = (_known(counts) for counts in (during, before))
    groups = [
        _share(value, during, before, known, was) for value in sorted(set(during) | set(before)) if value != UNKNOWN
    ]
    ordered = sorted(groups, key=lambda each: (each.during is None, -(each.during or 0.0), each.value))
    unknown, whole = during.get(UNKNOWN), known + (during.get(UNKNOWN) or 0)
    return Shares(attribute, tuple(ordered), unknown / whole if unknown is not None and whole else None, known)


def _counts(attribute: str, plan: PilotPlan, period: Period, context: Context) -> dict[str, int | None] | None:
    """Return contacts by value as they may be shown, None where hidden; None where the attribute is not recorded."""
    scope = Scope(period.first, period.last, Grain.MONTH, plan.where.services, plan.where.channels, attribute)
    try:
        frame = ask("contact_totals", bare(CATALOGUE["contacts"]), scope, context).frame
    except CannotTellError:
        return None
    added = frame.group_by("value").agg(pl.col("contacts").sum()).filter(pl.col("contacts") > 0).sort("value")
    shown = control(added, ["contacts"], context.audience, is_small_area=True)
    return dict(shown.select("value", "contacts").iter_rows())


def _known(counts: dict[str, int | None]) -> int:
    return sum(count or 0 for value, count in counts.items() if value != UNKNOWN)


def _share(value: str, during: dict[str, int | None], before: dict[str, int | None], known: int, was: int) -> Share:
    now = _enough(during.get(value, 0 if during else None), known)
    then = _enough(before.get(value, 0 if before else None), was)
    if now is None or then is None:
        return Share(value, None if now is None else now / known, None if then is None else then / was, None)
    ends = newcombe_difference(now, known, then, was)
    change = None if ends is None else (now / known - then / was, ends.lower, ends.upper)
    return Share(value, now / known, then / was, change)


def _enough(count: int | None, whole: int) -> int | None:
    """Return a count that may be shown and is out of enough, else None."""
    return count if count is not None and whole >= FEWEST_CONTACTS else None
