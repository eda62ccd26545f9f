"""By how many points each ward moved online: small counts hidden, and wards of which too little is known left out."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.shift_counted import Counted
from frontdoor.answers.shift_left_out_groups import (
    COUNTS,
    UNKNOWN,
    counts_by_month,
    of_year,
    shown_years,
    unknown_share,
)
from frontdoor.answers.shift_level_places import Places
from frontdoor.answers.view_answer import Box, Line
from frontdoor.errors import CannotTellError
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.share_shift import ShareShift, share_shift
from frontdoor.warehouse.asking import Asked

WARD = "ward"
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Wards:
    """The wards that may be shown and their shift; `hidden` have too few contacts; `unknown` is the share of no ward."""

    places: Places
    hidden: int
    unknown: float | None
    asked: Asked


def wards_of(found: Counted, context: Context) -> Wards | None:
    """Return the shift of each ward over the years compared; None without two years, two wards, or with one chosen."""
    years = found.together.years
    if years is None or found.filters.attribute is not None:
        return None
    scope = scope_of(found.promised, found.filters, Period(years[0].first, years[1].last), Grain.MONTH)
    try:
        asked = ask(
            "contacts_online",
            found.promised,
            replace(scope, attribute=WARD),
            context,
            by_service=False,
            by_channel=False,
        )
    except CannotTellError:
        return None
    months = asked.frame.group_by("period_start", "value").agg(pl.col(COUNTS).sum()).filter(pl.col("contacts") > 0)
    return _wards(months, years, asked, context)


def _wards(months: pl.DataFrame, years: tuple[Period, Period], asked: Asked, context: Context) -> Wards | None:
    """Return the wards of which both years may be shown; their shift is of all months, their shares as shown."""
    wards = tuple(each for each in sorted(months["value"].unique()) if each != UNKNOWN)
    shown = shown_years(months, years, context)
    both = {ward: (of_year(shown, 0, ward), of_year(shown, 1, ward)) for ward in wards}
    known = tuple(ward for ward in wards if None not in both[ward])
    if len(wards) < 2 or not known:
        return None
    online, contacts = (counts_by_month(known, months, years, column) for column in reversed(COUNTS))
    told = share_shift(online[0], contacts[0], online[1], contacts[1])
    shares = np.array([[each[1] / each[0] for each in both[ward] if each] for ward in known])
    labels = tuple(ward.replace("_", " ") for ward in known)
    return Wards(Places(WARD, labels, _as_shown(told, shares)), len(wards) - len(known), unknown_share(shown), asked)


def _as_shown(told: ShareShift, shares: Floats) -> ShareShift:
    """Return the shift with the shares (wards, before and now) as they may be shown, its interval about them."""
    change = shares[:, 1] - shares[:, 0]
    by = change - told.change
    return replace(
        told, before=shares[:, 0], after=shares[:, 1], change=change, lower=told.lower + by, upper=told.upper + by
    )


def wards_box(found: Wards, context: Context) -> Box:
    """Return which wards clearly moved, and what stands behind that."""
    online, away = found.places.online, found.places.away
    rest = len(found.places.order) - len(online) - len(away)
    everywhere = "every ward" if len(online) == len(found.places.order) else _named(online)
    lines = [
        Line("Moved online:", f"{everywhere}.") if online else Line("", "No ward has clearly moved online."),
        *([Line("Moved away:", f"{_named(away)}.")] if away else []),
    ]
    if rest:
        lines.append(Line("No clear change:", f"{count_noun(rest, 'ward')}, within the ups and downs of months."))
    return Box("By ward", (*lines, *_limits(found, context)))


def _named(wards: list[str]) -> str:
    more = len(wards) - MOST_NAMED
    return listed(wards) if more <= 0 else f"{', '.join(wards[:MOST_NAMED])} and {more} more"


def _limits(found: Wards, context: Context) -> list[Line]:
    """Return what the figures by ward leave out."""
    lines = []
    if found.hidden:
        lines.append(Line("", f"Left out: {count_noun(found.hidden, 'ward')} with too few contacts to be shown."))
    if found.unknown:
        share = format_value(found.unknown, Unit.SHARE)
        lines.append(Line("", f"The ward of {share} of contacts is not known; they are in none."))
    if context.council.default_wards:
        named = listed(list(context.council.default_wards))
        lines.append(Line("", f"{named}: contacts without an address are recorded there too."))
    return lines
