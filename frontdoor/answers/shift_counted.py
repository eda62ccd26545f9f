"""Online and other contacts by month, by service and by channel, over months that compare; small counts taken out first."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.answers.answer import Point
from frontdoor.answers.asking import scope_of, sums
from frontdoor.answers.by_attribute import refuse_unrecorded
from frontdoor.answers.context import Context
from frontdoor.answers.labels import Side
from frontdoor.answers.shift_months import Together, together
from frontdoor.answers.shown import shown
from frontdoor.answers.trend import points
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Grain, Period
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.share_shift import ShareShift, share_shift
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked


@dataclass(frozen=True, slots=True)
class TwoYears:
    """Contacts before and now of each place (services or channels): all of them, and those online; NaN where hidden."""

    places: tuple[str, ...]
    contacts: Floats
    online: Floats

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is hidden, so that parts can add up."""
        return not bool(np.isnan(self.contacts).any() or np.isnan(self.online).any())


@dataclass(frozen=True, slots=True)
class Counted:
    """The sums of one reader's choice: `months` are rows of period_start, service, channel, value and the two counts."""

    promised: PromisedMeasure
    filters: Filters
    together: Together
    months: pl.DataFrame
    asked: tuple[Asked, ...]

    def trend(self, context: Context) -> tuple[Point, ...]:
        """Return the online share of each month."""
        return points(self.months, measure_of(self.promised), self.filters, context)

    def by_month(self, side: Side, context: Context) -> pl.DataFrame:
        """Return period_start, the side, numerator (online) and denominator (all) of each month."""
        return shown(
            self.months, ("period_start", side), measure_of(self.promised), self.filters, context.audience
        ).sort("period_start", side)

    def years(self, side: Side, context: Context) -> TwoYears | None:
        """Return the two years compared, of each service or channel with a contact in either."""
        if self.together.years is None:
            return None
        table = shown(
            self._of_years(), ("period_start", side), measure_of(self.promised), self.filters, context.audience
        )
        places = tuple(sorted(set(table[side])))
        arrays = [_years_of(table, side, places, self.together.years, name) for name in ("denominator", "numerator")]
        return TwoYears(places, *arrays)

    def _of_years(self) -> pl.DataFrame:
        """Return the rows of the two years, each dated at its year's first day."""
        assert self.together.years
        before, now = self.together.years
        first = pl.when(_within(now)).then(pl.lit(now.first)).otherwise(pl.lit(before.first))
        return self.months.filter(_within(before) | _within(now)).with_columns(period_start=first)

    def shift(self, context: Context, side: Side | None = None) -> tuple[tuple[str, ...], ShareShift] | None:
        """Return the shift of the online share with its interval, of all together or of each service."""
        if self.together.years is None:
            return None
        keys = ("period_start", side) if side else ("period_start",)
        table = shown(self.months, keys, measure_of(self.promised), self.filters, context.audience)
        places = tuple(sorted(set(table[side]))) if side else ("",)
        rows = table if side else table.with_columns(place=pl.lit(""))
        given = [
            _months_of(rows, side or "place", places, period, name)
            for period in self.together.years
            for name in ("numerator", "denominator")
        ]
        return places, share_shift(*given)


def counted(promised: PromisedMeasure, filters: Filters, context: Context) -> Counted:
    """Return the sums over the months that compare; CannotTellError, saying why, where there are none."""
    held = together(promised, filters, context, promised.baseline)
    frame, asked = sums(promised, scope_of(promised, filters, held.period, Grain.MONTH), context)
    refuse_unrecorded(frame, measure_of(promised), filters)
    if not frame["contacts"].sum():
        raise CannotTellError("No contact of this choice is recorded in these months.")
    return Counted(promised, filters, held, frame, asked)


def _within(period: Period) -> pl.Expr:
    return pl.col("period_start").is_between(period.first, period.last)


def _years_of(
    table: pl.DataFrame, side: Side, places: tuple[str, ...], years: tuple[Period, Period], name: str
) -> Floats:
    """Return one count, (places, before and now); none at all is nought, hidden is NaN."""
    held = {(row[0], row[1]): row[2] for row in table.select("period_start", side, name).rows()}
    rows = [[held.get((year.first, place), 0.0) for year in years] for place in places]
    return np.array([[np.nan if count is None else count for count in row] for row in rows], dtype=np.float64)


def _months_of(rows: pl.DataFrame, key: str, places: tuple[str, ...], period: Period, name: str) -> Floats:
    """Return one count by place and month of a period; NaN where there is none or it is hidden."""
    held = {(place, start): count for place, start, count in rows.select(key, "period_start", name).rows()}
    starts = sorted(set(rows.filter(_within(period))["period_start"]))
    table = [[held.get((place, start)) for start in starts] for place in places]
    return np.array([[np.nan if count is None else count for count in row] for row in table], dtype=np.float64)
