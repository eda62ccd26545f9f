"""Why the cost of contact changed between the same weeks of two years, and what each service costs to serve by channel."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_saved_weeks import Weeks, Windows
from frontdoor.statistics.arrays import Floats, ratio
from frontdoor.statistics.cost_change import cost_change

ENDS = ("cost_pence_low", "cost_pence", "cost_pence_high")


@dataclass(frozen=True, slots=True)
class Change:
    """Pence in the same weeks `before` and `after`, and the three parts of their difference, each low, central, high.

    All at low unit costs, all at central ones and all at high ones; the parts of each add up. `uncosted`: channels
    without a unit cost in one of the two years, which are in none of it; `incomparable`: those not recorded in both.
    """

    before: tuple[float, float, float]
    after: tuple[float, float, float]
    volume: tuple[float, float, float]
    mix: tuple[float, float, float]
    rate: tuple[float, float, float]
    uncosted: tuple[str, ...]
    incomparable: tuple[str, ...]


def change_of(weeks: Weeks, windows: Windows) -> Change | None:
    """Return why the cost changed; None where no channel has a unit cost in both years, or nothing came in one."""
    start = weeks.day(windows.before.start)
    changed = {name for name, day in weeks.unexplained if day >= start}
    incomparable = tuple(name for name in weeks.channels if name in changed)
    names = [name for name in weeks.channels if name not in changed]
    sums = [_sums(names, window, weeks) for window in (windows.before, windows.after)]
    has_cost = [
        all(not one[name][0] or one[name][1] == one[name][0] for one in sums) and any(one[name][0] for one in sums)
        for name in names
    ]
    costed = [name for name, known in zip(names, has_cost, strict=True) if known]
    uncosted = tuple(name for name in names if name not in costed and any(one[name][0] for one in sums))
    contacts = [np.array([one[name][0] for name in costed], dtype=np.float64) for one in sums]
    if not costed or not all(each.sum() > 0 for each in contacts):
        return None
    parts = [_parts(place, costed, contacts, sums) for place in range(len(ENDS))]
    before, after, volume, mix, rate = ((low, mid, high) for low, mid, high in zip(*parts, strict=True))
    return Change(before, after, volume, mix, rate, uncosted, incomparable)


def _parts(
    place: int, names: list[str], contacts: list[Floats], sums: list[dict[str, tuple[float, ...]]]
) -> tuple[float, float, float, float, float]:
    """Return cost before and after and its three parts at the low, central or high unit costs."""
    costs = [np.array([one[name][2 + place] for name in names], dtype=np.float64) for one in sums]
    each = [ratio(cost, number, np.nan) for cost, number in zip(costs, contacts, strict=True)]
    each = [np.where(np.isnan(one), other, one) for one, other in (each, each[::-1])]
    found = cost_change(contacts[0], contacts[1], each[0], each[1])
    volume, mix, rate = (float(part.sum()) for part in (found.volume, found.mix, found.rate))
    return float(costs[0].sum()), float(costs[1].sum()), volume, mix, rate


def _sums(names: list[str], window: slice, weeks: Weeks) -> dict[str, tuple[float, ...]]:
    """Return contacts, costed contacts and the three costs of each channel over the weeks of a window."""
    wanted = ("contacts", "costed_contacts", *ENDS)
    added = in_window(weeks, window).group_by("channel").agg(pl.col(wanted).sum())
    found = {str(name): tuple(float(each) for each in rest) for name, *rest in added.iter_rows()}
    return {name: found.get(name, (0.0,) * len(wanted)) for name in names}


def in_window(weeks: Weeks, window: slice) -> pl.DataFrame:
    """Return the sums of the weeks of a window."""
    starts = weeks.starts[window].astype(object)
    return weeks.sums.filter(pl.col("period_start").is_between(starts[0], starts[-1]))


def cost_to_serve(weeks: Weeks, windows: Windows, context: Context) -> pl.DataFrame:
    """Return contacts and pence by service and channel over the weeks judged; null pence where no unit cost is known.

    Columns service, channel (as people know them), contacts, low, central, high; the dearest service first.
    """
    costed = pl.col("costed_contacts").sum() == pl.col("contacts").sum()
    rows = (
        in_window(weeks, windows.after)
        .group_by("service", "channel")
        .agg(
            pl.col("contacts").sum(),
            *(pl.when(costed).then(pl.col(end).sum()).alias(name) for end, name in zip(ENDS, ("low", "central", "high"), strict=True)),
        )
        .with_columns(whole=pl.col("central").sum().over("service"))
        .sort(["whole", "service", "central", "channel"], descending=[True, False, True, False], nulls_last=True)
    )  # fmt: skip
    named = rows.with_columns(
        service=pl.Series([label_of(key, "service", context) for key in rows["service"]], dtype=pl.String),
        channel=pl.Series([label_of(str(key), "channel", context) for key in rows["channel"]], dtype=pl.String),
    ).drop("whole")
    ends = ("low", "central", "high")
    shown = control(named, ["contacts"], context.audience, is_small_area=False, sums_of=dict.fromkeys(ends, "contacts"))
    return shown.drop("is_suppressed")
