"""How long things take when some are not finished yet: Kaplan-Meier curves and medians, for one group or many."""

from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

import polars as pl

Column = pl.Series | Sequence[float]
ROUNDING = 1e-12  # products of fractions can miss one half by this much

CURVE = pl.Schema(
    {
        "duration": pl.Float64(),
        "at_risk": pl.Int64(),
        "events": pl.Int64(),
        "censored": pl.Int64(),
        "survival": pl.Float64(),
        "lower": pl.Float64(),
        "upper": pl.Float64(),
    }
)
"""One row per duration, ascending: how many had lasted so long, how many ended and how many were last seen unfinished.

`survival` is the share (0 to 1) that lasts longer; `lower` and `upper` are its interval, null while it is 1 and once
it is 0.
"""


class SurvivalTime(NamedTuple):
    """The time by which a share has ended, with its interval; None for what was never reached."""

    time: float | None
    lower: float | None
    upper: float | None


def median_survival(durations: Column, events: Column, censored: Column) -> float | None:
    """Return the shortest duration by which at least half have ended, in the unit of `durations`; None if never."""
    return survival_time(survival_curve(durations, events, censored)).time


def survival_curve(durations: Column, events: Column, censored: Column, confidence: float = 0.95) -> pl.DataFrame:
    """Return the curve (CURVE) of one group from counts per duration, in any order, repeated durations or not."""
    table = pl.DataFrame({"duration": durations, "events": events, "censored": censored}, strict=False)
    return survival_curves(table, confidence=confidence)


def survival_curves(table: pl.DataFrame, by: Sequence[str] = (), confidence: float = 0.95) -> pl.DataFrame:
    """Return the curves of the groups `by`, as those columns and CURVE, sorted.

    `table` has `by`, `duration`, `events` (ended then) and `censored` (still open when last seen, after that
    duration: those are at risk of ending at it). Durations of 0 count.
    Source: Kaplan and Meier 1958; variance Greenwood 1926; interval on the scale of log(-log), Kalbfleisch and
    Prentice 1980, as R's survfit(conf.type = "log-log").
    """
    keys = list(by)
    counted = (
        table.group_by(*keys, "duration")
        .agg(pl.col("events", "censored").sum().cast(pl.Int64))
        .with_columns(pl.col("duration").cast(pl.Float64))
        .sort(*keys, "duration")
    )
    leaving = pl.col("events") + pl.col("censored")
    with_risk = counted.filter(leaving > 0).with_columns(at_risk=_over(leaving.cum_sum(reverse=True), keys))
    ended, at_risk = pl.col("events"), pl.col("at_risk")
    curve = with_risk.with_columns(
        survival=_over((1 - ended / at_risk).cum_prod(), keys),
        variance=_over((ended / (at_risk * (at_risk - ended))).cum_sum(), keys),
    )
    return curve.with_columns(**_interval(confidence)).select(*keys, *CURVE.names())


def survival_time(curve: pl.DataFrame, share: float = 0.5) -> SurvivalTime:
    """Return the shortest duration by which at least `share` have ended, for one `curve` (CURVE)."""
    if not curve.height:
        return SurvivalTime(None, None, None)
    return SurvivalTime(*survival_times(curve, share=share).select(SurvivalTime._fields).row(0))


def survival_times(curves: pl.DataFrame, by: Sequence[str] = (), share: float = 0.5) -> pl.DataFrame:
    """Return `by`, `time`, `lower` and `upper` of each group: when at least `share` (0 to 1) have ended.

    The interval holds the times at which the curve's own interval includes 1 - share; null where an end is never
    reached. Source: Brookmeyer and Crowley 1982 on the scale of log(-log); no averaging where the curve is flat.
    """
    left = 1 - share + ROUNDING
    reached = {
        "time": pl.col("survival") <= left,
        "lower": (pl.col("lower") <= left) | (pl.col("survival") <= ROUNDING),
        "upper": pl.col("upper") <= left,
    }
    first = [pl.col("duration").filter(has_come).min().alias(name) for name, has_come in reached.items()]
    return curves.group_by(*by).agg(*first).sort(*by) if by else curves.select(*first)


def _over(running: pl.Expr, keys: Sequence[str]) -> pl.Expr:
    return running.over(*keys) if keys else running


def _interval(confidence: float) -> dict[str, pl.Expr]:
    """Return the ends of the interval of `survival`, null where it is 0 or 1 and has none."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    survival = pl.col("survival")
    width = z * pl.col("variance").sqrt() / survival.log().abs()
    is_between = (survival > ROUNDING) & (survival < 1)
    ends = {"lower": survival.pow(width.exp()), "upper": survival.pow((-width).exp())}
    return {name: pl.when(is_between).then(end) for name, end in ends.items()}
