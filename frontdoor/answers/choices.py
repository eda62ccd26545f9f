"""What a reader can choose in the filters: periods, services, channels and one attribute with its values."""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.labels import label_of
from frontdoor.answers.periods import last_finished_month, offered_periods
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Grain, Period, add_months, month_end
from frontdoor.warehouse.scope import Scope

ATTRIBUTE_LABELS = {"ward": "Ward", "customer_type": "Customer type", "reason": "Reason", "age_band": "Age band"}
"""Attributes offered as filters, one at a time; access need is not offered as a filter."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer; pairs are (key, label), in the order shown."""

    council: str
    council_name: str
    generation: int
    as_at: date
    latest: Period
    periods: tuple[Period, ...]
    services: tuple[tuple[str, str], ...]
    channels: tuple[tuple[str, str], ...]
    attributes: tuple[tuple[str, tuple[str, ...]], ...]


def choices(council: str, generation: int | None, audience: Audience) -> Choices:
    """Return what the figures of one council can be filtered by at one data version."""
    far = Filters(council, Period(date(1900, 1, 1), date(1900, 1, 1)), generation=generation)
    context = open_context(far, audience)
    kept = context.kept_found.get("choices")
    if not isinstance(kept, Choices):
        kept = context.kept_found["choices"] = _offered(council, context)
    return kept


def _offered(council: str, context: Context) -> Choices:
    whole = Scope(first=date(1900, 1, 1), last=context.as_at, grain=Grain.YEAR)
    covered = context.warehouse.ask("channel_coverage", whole, {}).frame
    return Choices(
        council=council,
        council_name=context.council.name,
        generation=context.warehouse.generation,
        as_at=context.as_at,
        latest=last_finished_month(context.as_at),
        periods=offered_periods(_first(covered, context.as_at), context.as_at),
        services=tuple((key, label_of(key, "service", context)) for key in _distinct(covered, "service")),
        channels=tuple((key, label_of(key, "channel", context)) for key in _distinct(covered, "channel")),
        attributes=tuple((name, values) for name in ATTRIBUTE_LABELS if (values := _values(name, whole, context))),
    )


def _values(attribute: str, whole: Scope, context: Context) -> tuple[str, ...]:
    """Return an attribute's values with any contacts, in order; empty where it was never recorded."""
    last = month_end(add_months(whole.last, -1)) if whole.last != month_end(whole.last) else whole.last
    months = replace(whole, attribute=attribute, last=last)
    try:
        frame = context.warehouse.ask("contact_totals", months, {"digital_channels": [], "unit_costs": []}).frame
    except CannotTellError:
        return ()
    return tuple(frame.filter(pl.col("contacts") > 0)["value"].unique().sort())


def _first(covered: pl.DataFrame, otherwise: date) -> date:
    first = covered["first_date"].min()
    return first if isinstance(first, date) else otherwise


def _distinct(covered: pl.DataFrame, column: str) -> list[str]:
    return sorted(covered[column].drop_nulls().unique().to_list())
