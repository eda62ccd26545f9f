"""What contact that need not happen is counted from: assessed and avoidable contact by reason, and repeat contact."""

from dataclasses import dataclass, replace

import polars as pl

from frontdoor.access.disclosure import ROUNDED_TO, control
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context, bare
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.schema.units import Channel
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.asking import Asked

USUAL_DAYS = 7  # days in which a contact counts as a repeat where the council promises nothing of it
ASSESSED = ("contacts", "contacts_assessed", "avoidable_contacts")
REQUESTS = ("requests_resolved", "contacts_on_resolved_requests")
CALLED = (Channel.PHONE.value, Channel.VISIT.value)


@dataclass(frozen=True, slots=True)
class Reasons:
    """Contacts, those assessed and those avoidable by reason, to the nearest 5 (0 stands for 0 to 2), each grain by itself.

    `whole`: by reason. `calls`: phone calls and visits by service and reason. `places`: by service, channel and reason.
    """

    whole: pl.DataFrame
    calls: pl.DataFrame
    places: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Needless:
    """The counts of one choice, after disclosure control.

    `totals`: one row with contacts, contacts_assessed, avoidable_contacts, requests_resolved and contacts_on_resolved_requests.
    `by_place`: the first three by service and channel. `reasons`: the same by reason, over `months` (the whole months of
    the period), None where reasons cannot be told: `no_reasons` says why. `repeats`: service, channel, linked and repeat
    contacts within `repeat_days`. Counts are null where nobody recorded them, or hidden.
    """

    totals: pl.DataFrame
    by_place: pl.DataFrame
    reasons: Reasons | None
    months: Period | None
    no_reasons: str
    repeats: pl.DataFrame
    repeat_days: int
    asked: tuple[Asked, ...]


def needless_counts(filters: Filters, context: Context) -> Needless:
    """Return the counts; CannotTellError by ward or another attribute, since reasons are never crossed with one."""
    if filters.attribute is not None:
        words = filters.attribute.replace("_", " ")
        raise CannotTellError(f"Reasons for contact are not kept by {words}: leave that filter out.")
    promised = bare(CATALOGUE["avoidable_contact"])
    whole = ask("contact_totals", promised, scope_of(promised, filters, filters.period, Grain.YEAR), context)
    months = whole_months(filters.period)
    by_reason, why = _reasons(promised, filters, months, context)
    repeats = _repeats(filters, context)
    return Needless(
        totals=_controlled(_summed(whole.frame, (), (*ASSESSED, *REQUESTS)), context, is_small=False),
        by_place=_controlled(_summed(whole.frame, ("service", "channel"), ASSESSED), context, is_small=False),
        reasons=None if by_reason is None else _by_reason(by_reason.frame, context),
        months=months,
        no_reasons=why,
        repeats=_repeat_rows(repeats.frame, context),
        repeat_days=repeat_days(context),
        asked=tuple(each for each in (whole, by_reason, repeats) if each),
    )


def whole_months(period: Period) -> Period | None:
    """Return the whole months within `period`, None where there is none."""
    first = period.first if period.first.day == 1 else add_months(month_start(period.first), 1)
    last = period.last if period.last == month_end(period.last) else month_end(add_months(period.last, -1))
    return Period(first, last) if first <= last else None


def repeat_days(context: Context) -> int:
    """Return the days within which the council counts a contact as a repeat, the usual ones where it has not said."""
    values = [
        int(value.value)
        for promised in context.measures()
        if promised.measure == "repeat_contact"
        for value in promised.parameters.get(Parameter.WITHIN_DAYS, ())
    ]
    return values[-1] if values else USUAL_DAYS


def _reasons(
    promised: PromisedMeasure, filters: Filters, months: Period | None, context: Context
) -> tuple[Asked | None, str]:
    if months is None:
        return None, "Reasons are kept by whole months: choose a period with a whole month in it."
    scope = replace(scope_of(promised, filters, months, Grain.YEAR), attribute="reason")
    try:
        asked = ask("contact_totals", promised, scope, context)
    except CannotTellError as reason:
        return None, str(reason)
    if not asked.frame.filter(pl.col("value") != "unknown").height:
        return None, "No source gives a reason for contact."
    return asked, ""


def _by_reason(frame: pl.DataFrame, context: Context) -> Reasons:
    named = frame.filter(pl.col("value") != "unknown").rename({"value": "reason"})
    called = named.filter(pl.col("channel").is_in(CALLED))
    return Reasons(
        _rounded(named, ("reason",), context),
        _rounded(called, ("service", "reason"), context),
        _rounded(named, ("service", "channel", "reason"), context),
    )


def _rounded(frame: pl.DataFrame, by: tuple[str, ...], context: Context) -> pl.DataFrame:
    """Return sums to the nearest 5 after disclosure control; nothing small is left to hide. Source: docs/decisions/0708."""
    nearest = (pl.col(ASSESSED) + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO
    return _controlled(_summed(frame, by, ASSESSED).with_columns(nearest), context, is_small=True)


def _repeats(filters: Filters, context: Context) -> Asked:
    days = (DatedValue(ALWAYS, repeat_days(context)),)
    promised = replace(bare(CATALOGUE["repeat_contact"]), parameters={Parameter.WITHIN_DAYS: days})
    return ask("follow_ups_within", promised, scope_of(promised, filters, filters.period, Grain.YEAR), context)


def _repeat_rows(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    counts = ("dated_linked_contacts", "repeat_contacts")
    rows = _controlled(_summed(frame, ("service", "channel"), counts), context, is_small=False)
    return rows.rename({"dated_linked_contacts": "linked"})


def _summed(frame: pl.DataFrame, by: tuple[str, ...], names: tuple[str, ...]) -> pl.DataFrame:
    """Return sums by the keys; null where no row says anything."""
    totals = [pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum()).alias(name) for name in names]
    return frame.group_by(by).agg(totals).sort(by) if by else frame.select(totals)


def _controlled(frame: pl.DataFrame, context: Context, *, is_small: bool) -> pl.DataFrame:
    keys = ("service", "channel", "reason")
    counts = [name for name in frame.columns if name not in keys]
    return control(frame, counts, context.audience, is_small_area=is_small).drop("is_suppressed")
