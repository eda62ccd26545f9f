"""Why the cost of contact changed: more contact (volume), other channels (mix), or dearer contacts (rate)."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.shift_decomposition import checked_counts, volume_and_mix


@dataclass(frozen=True, slots=True)
class CostChange:
    """Pence by which the cost of each channel changed, in three parts that add up to `change`; channels last.

    `volume`: more or less contact in all. `mix`: the channel's share of contact changed; the sum over channels is what
    the shift is worth at the mean unit costs, which somebody must have stopped paying before it is saved. `rate`: a contact costs more or
    less. NaN where a unit cost is unknown, or a period had no contact.
    """

    change: Floats
    volume: Floats
    mix: Floats
    rate: Floats


def cost_change(before: Floats, after: Floats, pence_before: Floats, pence_after: Floats) -> CostChange:
    """Return why the cost of contacts (..., channels) changed, at unit costs in pence a contact, NaN unknown.

    Exact: volume and mix of the contacts at the mean of the two unit costs, rate the mean contacts x the change of the
    unit cost. A channel without contact in both periods costs nothing, whatever is known of its unit cost. ValueError
    where a cost or a count is below 0. Source: Kitagawa 1955 for two factors, nested; docs/decisions/0130.
    """
    first, second = checked_counts(before, after)
    cost_0, cost_1 = (np.broadcast_to(np.asarray(one, np.float64), first.shape) for one in (pence_before, pence_after))
    if np.any(cost_0 < 0) or np.any(cost_1 < 0):
        raise ValueError("A unit cost is below 0 pence. A contact costs nothing or something.")
    is_used = (first > 0) | (second > 0)
    cost_0, cost_1 = np.where(is_used, cost_0, 0.0), np.where(is_used, cost_1, 0.0)
    contacts, middle = volume_and_mix(first, second), (cost_0 + cost_1) / 2
    return CostChange(
        change=second * cost_1 - first * cost_0,
        volume=contacts.volume * middle,
        mix=contacts.mix * middle,
        rate=(first + second) / 2 * (cost_1 - cost_0),
    )
