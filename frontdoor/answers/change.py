"""Whether the latest month is a real change, by control chart: 'Worse since August', 'No real change', or can't judge."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from frontdoor.answers.answer import Change, Point
from frontdoor.schema.units import Better
from frontdoor.statistics.adjusted_chart import adjusted_control_chart
from frontdoor.statistics.control_chart import control_chart
from frontdoor.statistics.control_chart_result import ControlChart, Variation

FEWEST_MONTHS = 6
"""Below this many months a change is not judged at all; Wheeler finds five or six points already useful."""

IMPROVEMENT = {Better.HIGHER: "increase", Better.LOWER: "decrease", Better.NEITHER: "neutral"}

DIRECTIONS = {
    Variation.IMPROVEMENT_HIGH: "better",
    Variation.IMPROVEMENT_LOW: "better",
    Variation.CONCERN_HIGH: "worse",
    Variation.CONCERN_LOW: "worse",
    Variation.NEUTRAL_HIGH: "high",
    Variation.NEUTRAL_LOW: "low",
    Variation.COMMON_CAUSE: "none",
}

LABELS = {"better": "Better", "worse": "Worse", "high": "Higher", "low": "Lower"}

WHOLE_YEAR_MONTHS = 12
"""A change that began a year ago or more is 'all year'."""


@dataclass(frozen=True, slots=True)
class Charted:
    """A control chart of the finished months, with the month of each point; `is_adjusted` says values were adjusted."""

    chart: ControlChart
    months: tuple[date, ...]
    is_adjusted: bool


def charted(
    trend: tuple[Point, ...], better: Better, target: float | None = None, judged_from: date | None = None
) -> Charted | None:
    """Return the control chart of the finished months, adjusted where season or carry-over would mislead; None if few.

    Months before `judged_from` were recorded otherwise and are left out: a step there is no change to judge.
    """
    finished = tuple(
        point for point in up_to_last_finished(trend) if judged_from is None or point.period_start >= judged_from
    )
    values = [point.value if point.is_complete else None for point in finished]
    if sum(value is not None for value in values) < FEWEST_MONTHS:
        return None
    months = [point.period_start.month for point in finished]
    plain = control_chart(values, IMPROVEMENT[better], target, months=months)
    starts = tuple(point.period_start for point in finished)
    if plain.can_judge_change:
        return Charted(plain, starts, is_adjusted=False)
    adjusted = adjusted_control_chart(values, months, IMPROVEMENT[better], target)
    taken_out = adjusted.adjustment
    return Charted(adjusted, starts, is_adjusted=bool(taken_out and (taken_out.season or taken_out.rho)))


def up_to_last_finished(trend: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points up to the last finished month; one in the middle without a figure stays, as a gap."""
    last = max((place for place, point in enumerate(trend) if point.is_complete), default=-1)
    return trend[: last + 1]


def change_of(trend: tuple[Point, ...], better: Better, judged_from: date | None = None) -> Change:
    """Return what the control chart says of the last finished month, among those since `judged_from`.

    A month of too few is not judged; among others it stays, for its wide swings only make the limits wider.
    """
    last = up_to_last_finished(trend)[-1:]
    if last and last[0].is_few:
        return Change("unknown", "Too few to say", "The latest month is of too few.")
    found = charted(trend, better, judged_from=judged_from)
    if found is None:
        few = "of figures" if judged_from is None else "since the recording changed"
        return Change("unknown", "Too soon to say", f"Fewer than six months {few}.")
    chart = found.chart
    if not chart.can_judge_change or chart.variation is None:
        return Change("unknown", "Can’t judge change", chart.reason or "")
    direction = DIRECTIONS[chart.variation]
    if direction == "none" or chart.since is None:
        return Change("none", "No real change", _adjusted_words(found))
    return Change(direction, f"{LABELS[direction]} {_since(found)}", _adjusted_words(found))


def _since(found: Charted) -> str:
    start = found.months[found.chart.since or 0]
    last = found.months[-1]
    months = (last.year - start.year) * 12 + last.month - start.month + 1
    if months >= WHOLE_YEAR_MONTHS:
        return "all year"
    return f"since {start:%B}" if start.year == last.year else f"since {start:%B %Y}"


def _adjusted_words(found: Charted) -> str:
    return "Judged after taking out the usual season or carry-over." if found.is_adjusted else ""


def chart_frame(trend: tuple[Point, ...], found: Charted | None) -> pl.DataFrame:
    """Return the frame a control chart is drawn from: every month, with limits where the chart has them.

    Where the chart is of adjusted values, `value` is the adjusted one, `is_adjusted` says so, and `value_as_counted` is
    what was counted. A month that is not finished is as counted even there.
    """
    months = pl.DataFrame(
        {
            "period_start": [point.period_start for point in trend],
            "value_as_counted": [point.value for point in trend],
            "is_complete": [point.is_complete for point in trend],
            "label": [point.label for point in trend],
        },
        schema={"period_start": pl.Date, "value_as_counted": pl.Float64, "is_complete": pl.Boolean, "label": pl.String},
    )
    empty = {name: pl.lit(None, dtype=pl.Float64) for name in ("mean", "lower_limit", "upper_limit")}
    if found is None:
        return months.with_columns(
            value=pl.col("value_as_counted"),
            **empty,
            point_type=pl.lit(None, dtype=pl.String),
            is_adjusted=pl.lit(value=False),
        )
    limits = found.chart.points.with_columns(pl.Series("period_start", found.months)).drop("rule")
    joined = months.join(limits, on="period_start", how="left").sort("period_start")
    is_adjusted = pl.col("value").is_not_null() & found.is_adjusted
    return joined.with_columns(pl.coalesce("value", "value_as_counted"), is_adjusted=is_adjusted)
