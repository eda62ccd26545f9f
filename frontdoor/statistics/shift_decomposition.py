"""Why contacts in each channel changed: more or less contact in all (volume), or other channels chosen (mix)."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats, ratio


@dataclass(frozen=True, slots=True)
class VolumeMix:
    """Contacts by which each channel changed, in two parts that add up to `change`; arrays of one shape, channels last.

    `volume`: what it would have changed by had it kept its share of all contact. `mix`: what its share did; over the
    channels it sums to 0. NaN where one of the periods had no contact, which leaves no share to speak of.
    """

    change: Floats
    volume: Floats
    mix: Floats


@dataclass(frozen=True, slots=True)
class VolumeMixInteraction:
    """As VolumeMix, but told from the first period's shares and contacts: what both did together is `interaction`."""

    change: Floats
    volume: Floats
    mix: Floats
    interaction: Floats


def volume_and_mix(before: Floats, after: Floats) -> VolumeMix:
    """Return what volume and mix did between two periods' contacts (..., channels).

    Midpoint form, exact without a residual: volume (V1 - V0)(s0 + s1) / 2, mix (V0 + V1) / 2 (s1 - s0).
    ValueError where shapes differ or a count is below 0 or unknown. Source: Kitagawa 1955; docs/decisions/0130.
    """
    first, second = checked_counts(before, after)
    share_first, share_second = shares(first), shares(second)
    v0, v1 = _whole(first), _whole(second)
    return VolumeMix(
        change=second - first,
        volume=(v1 - v0) * (share_first + share_second) / 2,
        mix=(v0 + v1) / 2 * (share_second - share_first),
    )


def volume_mix_interaction(before: Floats, after: Floats) -> VolumeMixInteraction:
    """Return the three-way form for contacts (..., channels).

    Volume (V1 - V0) s0, mix V0 (s1 - s0), interaction (V1 - V0)(s1 - s0). Mix and interaction each sum to 0 over the
    channels. ValueError as `volume_and_mix`. Source: Kitagawa 1955; docs/decisions/0130.
    """
    first, second = checked_counts(before, after)
    share_first, share_second = shares(first), shares(second)
    v0, v1 = _whole(first), _whole(second)
    return VolumeMixInteraction(
        change=second - first,
        volume=(v1 - v0) * share_first,
        mix=v0 * (share_second - share_first),
        interaction=(v1 - v0) * (share_second - share_first),
    )


def shares(contacts: Floats) -> Floats:
    """Return each channel's share (0 to 1) of the contacts (..., channels); NaN where there were none."""
    return ratio(contacts, np.broadcast_to(_whole(contacts), contacts.shape), np.nan)


def checked_counts(before: Floats, after: Floats) -> tuple[Floats, Floats]:
    """Return both as floats; ValueError where shapes differ, or a number is unknown, infinite or below 0."""
    first, second = np.asarray(before, dtype=np.float64), np.asarray(after, dtype=np.float64)
    if first.shape != second.shape or not first.ndim:
        raise ValueError(f"Give the same channels in both periods; there are {first.shape} and {second.shape}.")
    for name, given in (("before", first), ("after", second)):
        if not np.all(np.isfinite(given)) or np.any(given < 0):
            raise ValueError(
                f"A count of the period {name} is unknown or below 0: leave out what was not recorded in both."
            )
    return first, second


def _whole(contacts: Floats) -> Floats:
    return np.asarray(contacts.sum(axis=-1, keepdims=True), dtype=np.float64)
