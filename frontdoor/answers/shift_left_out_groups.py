"""The groups that contact is recorded by, one attribute at a time: how many of each go online, before and now, against the rest."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Grain, Period, add_months
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.group_against_rest import AgainstRest, contacts_against_rest, shares_against_rest
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

ACCESS_NEED = "access_need"
ATTRIBUTES = ("age_band", ACCESS_NEED, "customer_type", "language", "tenure", "ward")
"""Asked for one at a time and never crossed; access need only where the council has opted to load it."""

DEPRIVATION = "deprivation"
"""Not recorded with a contact but the ward's, as the council file says."""

OF_PLACES = ("ward", DEPRIVATION)
UNKNOWN = "unknown"
FEWEST_CONTACTS = 20  # in either year; STATISTICS.md section 0: too few below 20
COUNTS = ("contacts", "digital_contacts")


@dataclass(frozen=True, slots=True)
class Group:
    """One value of an attribute: contacts and those online, before and now, as they may be shown; None hidden or too few.

    `gap`: its shift less the rest's, in points (0 to 1), with interval; `times`: its contact after over before, over the
    rest's. `is_behind`: less online than the rest, and further so beyond chance; `is_fewer`: its contact fell more than
    the rest's, beyond chance.
    """

    value: str
    before: tuple[float, float] | None
    now: tuple[float, float] | None
    gap: tuple[float, float, float] | None = None
    times: tuple[float, float, float] | None = None
    is_behind: bool = False
    is_fewer: bool = False

    @property
    def share_before(self) -> float | None:
        return None if self.before is None else self.before[1] / self.before[0]

    @property
    def share_now(self) -> float | None:
        return None if self.now is None else self.now[1] / self.now[0]


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of one attribute, least online first and hidden ones last; `unknown`: the share (0 to 1) of no group.

    `everyone`: all contacts, of whatever group.
    """

    attribute: str
    groups: tuple[Group, ...]
    unknown: float | None
    everyone: Group
    asked: Asked

    @property
    def behind(self) -> tuple[Group, ...]:
        return tuple(each for each in self.groups if each.is_behind)

    @property
    def fewer(self) -> tuple[Group, ...]:
        return tuple(each for each in self.groups if each.is_fewer)


def groups_of(
    attribute: str, promised: PromisedMeasure, filters: Filters, years: tuple[Period, Period], context: Context
) -> Groups | None:
    """Return the groups of one attribute over the months of two years; None where it is not recorded."""
    if attribute == ACCESS_NEED and ACCESS_NEED not in context.council.opt_in:
        return None
    scope = Scope(years[0].first, years[1].last, Grain.MONTH, filters.services, filters.channels, attribute)
    try:
        asked = ask("contacts_online", promised, scope, context, by_service=False, by_channel=False)
    except CannotTellError:
        return None
    return grouped(attribute, asked.frame, asked, years, context)


def grouped(
    attribute: str, counts: pl.DataFrame, asked: Asked, years: tuple[Period, Period], context: Context
) -> Groups | None:
    """Return the groups of one attribute from `counts` (period_start, value, contacts, digital_contacts); None below two."""
    months = counts.group_by("period_start", "value").agg(pl.col(COUNTS).sum()).filter(pl.col("contacts") > 0)
    values = tuple(value for value in sorted(months["value"].unique()) if value != UNKNOWN)
    if len(values) < 2:
        return None
    shown = shown_years(months, years, context)
    made = _judged(values, months, shown, years)
    ordered = sorted(made, key=lambda each: (each.share_now is None, each.share_now or 0.0, each.value))
    return Groups(attribute, tuple(ordered), unknown_share(shown), _everyone(months, years, context), asked)


def shown_years(months: pl.DataFrame, years: tuple[Period, Period], context: Context) -> pl.DataFrame:
    """Return contacts and those online of each year and value as they may be shown; small counts null."""
    frames = []
    for place, year in enumerate(years):
        inside = months.filter(pl.col("period_start").is_between(year.first, year.last))
        added = inside.group_by("value").agg(pl.col(COUNTS).sum()).sort("value")
        shown = control(added, COUNTS, context.audience, is_small_area=True)
        frames.append(shown.with_columns(year=pl.lit(place, pl.Int64)))
    return pl.concat(frames)


def _judged(
    values: tuple[str, ...], months: pl.DataFrame, shown: pl.DataFrame, years: tuple[Period, Period]
) -> list[Group]:
    """Return each group; only those that can be shown are held against the rest, all of which counts."""
    part, whole = (
        counts_by_month(values, months, years, "digital_contacts"),
        counts_by_month(values, months, years, "contacts"),
    )
    shares = shares_against_rest(part[0], whole[0], part[1], whole[1])
    contacts = contacts_against_rest(whole[0], whole[1])
    online = _less_online(part[1], whole[1])
    found = []
    for place, value in enumerate(values):
        before, now = (of_year(shown, year, value) for year in (0, 1))
        if before is None or now is None:
            found.append(Group(value, None, None))
            continue
        found.append(
            Group(
                value, before, now, _at(shares, place), _at(contacts, place),
                is_behind=bool(shares.is_beyond_noise[place] and shares.change[place] < 0 and online[place]),
                is_fewer=bool(contacts.is_beyond_noise[place] and contacts.change[place] < 1),
            )
        )  # fmt: skip
    return found


def counts_by_month(
    values: tuple[str, ...], months: pl.DataFrame, years: tuple[Period, Period], column: str
) -> tuple[Floats, Floats]:
    """Return counts (groups, months) of both years; 0 where nobody of the group came, NaN where nobody at all did."""
    held = {(start, value): count for start, value, count in months.select("period_start", "value", column).iter_rows()}
    recorded = set(months["period_start"])
    two = []
    for year in years:
        starts = [add_months(year.first, number) for number in range(year.months)]
        rows = [
            [float(held.get((start, value), 0.0)) if start in recorded else np.nan for start in starts]
            for value in values
        ]
        two.append(np.array(rows, dtype=np.float64))
    return two[0], two[1]


def _less_online(part: Floats, whole: Floats) -> list[bool]:
    """Return whether each group is less online than all the others together."""
    own, of = np.nansum(part, axis=1), np.nansum(whole, axis=1)
    rest, of_rest = own.sum() - own, of.sum() - of
    return [
        bool(each * others < more * count) for each, count, more, others in zip(own, of, rest, of_rest, strict=True)
    ]


def of_year(shown: pl.DataFrame, year: int, value: str) -> tuple[float, float] | None:
    """Return contacts and those online of a group in the first (0) or second year; None hidden or too few."""
    rows = shown.filter(pl.col("year") == year, pl.col("value") == value).select(COUNTS).rows()
    if not rows or rows[0][0] is None or rows[0][1] is None or rows[0][0] < FEWEST_CONTACTS:
        return None
    return float(rows[0][0]), float(rows[0][1])


def _at(found: AgainstRest, place: int) -> tuple[float, float, float] | None:
    ends = tuple(float(each[place]) for each in (found.change, found.lower, found.upper))
    return None if any(np.isnan(end) for end in ends) else (ends[0], ends[1], ends[2])


def unknown_share(shown: pl.DataFrame) -> float | None:
    """Return the share of contacts of the second year whose group is not known."""
    now = shown.filter(pl.col("year") == 1)
    whole = float(now["contacts"].sum())
    unknown = float(now.filter(pl.col("value") == UNKNOWN)["contacts"].sum())
    return unknown / whole if whole else None


def _everyone(months: pl.DataFrame, years: tuple[Period, Period], context: Context) -> Group:
    """Return all contacts of both years, those of no known group with them."""
    ends: list[tuple[float, float] | None] = []
    for year in years:
        added = months.filter(pl.col("period_start").is_between(year.first, year.last)).select(pl.col(COUNTS).sum())
        shown = control(added, COUNTS, context.audience, is_small_area=False).row(0, named=True)
        has = bool(shown["contacts"]) and shown["digital_contacts"] is not None
        ends.append((float(shown["contacts"]), float(shown["digital_contacts"])) if has else None)
    return Group("Everyone", ends[0], ends[1])
