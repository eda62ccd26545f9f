"""The usual day: how many contacts come on each kind of day, and in which half-hours, robust to days out of the usual."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, any_of, ratio
from frontdoor.statistics.demand_days import BANK_HOLIDAY, DAY_AFTER, KINDS, Days, kinds

HALF_HOURS = 48
EVENT_DAY = KINDS + 1  # the kind of an ordinary day that a known event touches
LEVEL_HALF_LIFE = 42.0  # days: how long ago a day counts half for "how many"
SHAPE_HALF_LIFE = 182.0  # and for "when in the day", which changes slowly
RARE_HALF_LIFE = 730.0  # bank holidays and the days after are too few to forget
TRIMMED = 0.2  # share of the weight left out at each end
FAR_OUT = 4.0  # standard deviations beyond which a half-hour is pulled back
LONGEST_HISTORY = 364  # days that the shape is taken from


@dataclass(frozen=True, slots=True)
class DemandProfile:
    """The usual day of each series; kinds in the order 1 to 10 (Monday ... Sunday, bank holiday, day after, event).

    `per_open_day` (series, kinds, 48): contacts, exactly 0 where closed on the latest day of that kind, NaN where no
    such day is known. `days` (series, kinds): how many were. `share` (series, kinds, 48): of a day's contacts, also
    for half-hours now closed; a half-hour never open borrows that of the nearest one that was.
    `slot_spread` (series,): a half-hour's variance beyond counting, over its squared expectation.
    """

    per_open_day: Floats
    days: Integers
    share: Floats
    slot_spread: Floats

    def split(self, kind: Integers, is_open: Booleans) -> Floats:
        """Return the share of the day's contacts in each half-hour (series, days, 48); rows sum to 1, or 0 if closed.

        `kind` (series, days), 1 to 10; `is_open` (series, days, 48).
        """
        row = np.arange(len(kind))[:, None]
        raw = np.where(is_open, self.share[row, kind - 1], 0.0)
        whole = raw.sum(axis=2, keepdims=True)
        return np.asarray(np.where(whole > 0, raw / np.where(whole > 0, whole, 1.0), 0.0), dtype=np.float64)


def kinds_with_events(days: Days, is_open: Booleans) -> Integers:
    """Return the kind of each day, 1 to 10 (series, days); `is_open` (series, days)."""
    kind = kinds(days, is_open)
    return np.where((days.event > 0) & (kind != BANK_HOLIDAY) & (kind != DAY_AFTER), EVENT_DAY, kind)


def demand_profile(counts: Floats, days: Days, is_open: Booleans, half_life: float = LEVEL_HALF_LIFE) -> DemandProfile:
    """Return the profile of `counts` (series, days, 48), NaN unknown; `is_open` of the same shape.

    Level: mean of the day totals of a kind, recent days weighing more (half as much `half_life` days ago; np.inf:
    all alike), a fifth of the weight trimmed at each end. Shape: share of the day in each half-hour, far-out
    half-hours pulled back, each kind of day drawn towards all days as far as chance explains what sets it apart.
    Means, not medians, of half-hours: the median of a mean of 1.2 contacts is 1. Source: docs/decisions/0120.
    """
    inside = np.where(is_open, counts, 0.0)
    day_is_open = any_of(is_open, 2)
    totals = inside.sum(axis=2)
    known = day_is_open & ~np.isnan(totals)
    kind = kinds_with_events(days, day_is_open)
    age = np.arange(len(days))[::-1].astype(np.float64)
    of_kind = (kind[:, :, None] == np.arange(1, EVENT_DAY + 1)) & known[:, :, None]
    level = np.stack(
        [_trimmed_mean(totals, of_kind[:, :, place], _recency(age, place, half_life)) for place in range(EVENT_DAY)], 1
    )
    late = slice(-LONGEST_HISTORY, None)
    share, spread = _shape(
        np.nan_to_num(inside[:, late]), np.nan_to_num(totals[:, late]), of_kind[:, late], is_open[:, late], age[late]
    )
    shape = np.where(_open_now(of_kind, is_open), share, 0.0)
    whole = shape.sum(axis=2, keepdims=True)
    per_day = level[:, :, None] * shape / np.where(whole > 0, whole, 1.0)
    return DemandProfile(per_day, of_kind.sum(axis=1), share, spread)


def _recency(age: Floats, place: int, half_life: float) -> Floats:
    rare = place + 1 in (BANK_HOLIDAY, DAY_AFTER, EVENT_DAY)
    return 0.5 ** (age / (max(half_life, RARE_HALF_LIFE) if rare else half_life))


def _trimmed_mean(totals: Floats, chosen: Booleans, weight: Floats) -> Floats:
    """Return the weighted mean of the chosen days of each series without a fifth of the weight at each end."""
    values = np.where(chosen, totals, np.inf)
    order = np.argsort(values, axis=1, kind="stable")
    sorted_values = np.take_along_axis(np.where(chosen, totals, 0.0), order, axis=1)
    weights = np.take_along_axis(np.where(chosen, weight, 0.0), order, axis=1)
    whole = weights.sum(axis=1, keepdims=True)
    to = np.cumsum(weights, axis=1) / np.where(whole > 0, whole, 1.0)
    since = to - weights / np.where(whole > 0, whole, 1.0)
    kept = np.clip(to, TRIMMED, 1 - TRIMMED) - np.clip(since, TRIMMED, 1 - TRIMMED)
    return np.where(whole[:, 0] > 0, (kept * sorted_values).sum(axis=1) / (1 - 2 * TRIMMED), np.nan)


def _shape(counts: Floats, totals: Floats, of_kind: Booleans, is_open: Booleans, age: Floats) -> tuple[Floats, Floats]:
    """Return shares (series, kinds, 48) and how much half-hours vary beyond counting."""
    weight = np.where(of_kind, 0.5 ** (age / SHAPE_HALF_LIFE)[None, :, None], 0.0).transpose(0, 2, 1)
    due = weight @ (totals[:, :, None] * is_open)
    raw = ratio(weight @ counts, due)
    pooled = ratio((weight @ counts).sum(axis=1), due.sum(axis=1))
    expected = totals[:, :, None] * is_open * pooled[:, None, :]
    left = counts - expected
    busy = expected > 0
    variance = np.maximum(
        ratio((left**2).sum(axis=(1, 2)), (expected * (1 - pooled[:, None, :])).sum(axis=(1, 2))), 1.0
    )
    ceiling = expected + FAR_OUT * np.sqrt(variance[:, None, None] * expected) + 1
    raw = ratio(weight @ np.where(busy, np.minimum(counts, ceiling), 0.0), due)
    share = _filled(_drawn_together(raw, pooled, due, variance))
    day_share = np.matmul(of_kind.astype(np.float64), share)
    expected = totals[:, :, None] * is_open * day_share
    beyond = ((np.minimum(counts, ceiling) - expected) ** 2 - expected * (1 - np.minimum(day_share, 1))).sum(
        axis=(1, 2)
    )
    return share, np.maximum(ratio(beyond, (expected**2).sum(axis=(1, 2))), 0.0)


def _drawn_together(raw: Floats, pooled: Floats, due: Floats, variance: Floats) -> Floats:
    """Return each kind's shares drawn towards all days', by how much the kinds differ beyond chance."""
    usual = pooled[:, None, :]
    used = (due > 0) & (usual > 0)
    distance = np.where(used, (raw - usual) ** 2, 0.0).sum(axis=2)
    contacts = due.max(axis=2)
    chance = ratio(variance[:, None] * np.where(used, usual * (1 - usual), 0.0).sum(axis=2), contacts)
    beyond = ratio((contacts * (distance - chance)).sum(axis=1), contacts.sum(axis=1))
    real = np.maximum(beyond, 0.0)[:, None]
    trust = ratio(real + 0 * chance, real + chance)[:, :, None]
    return np.where(used, trust * raw + (1 - trust) * usual, usual)


def _filled(share: Floats) -> Floats:
    """Return shares in which a half-hour never open has that of the nearest one that was."""
    known = share.max(axis=1) > 0
    gap = (
        np.abs(np.arange(HALF_HOURS)[:, None] - np.arange(HALF_HOURS))[None]
        + np.where(known, 0, 10 * HALF_HOURS)[:, None, :]
    )
    nearest = np.argmin(gap, axis=2)
    return np.asarray(
        np.take_along_axis(share, nearest[:, None, :].repeat(share.shape[1], 1), axis=2), dtype=np.float64
    )


def _open_now(of_kind: Booleans, is_open: Booleans) -> Booleans:
    """Return which half-hours were open on the latest day of each kind (series, kinds, 48)."""
    last = of_kind.shape[1] - 1 - np.argmax(of_kind[:, ::-1], axis=1)
    found = np.take_along_axis(is_open, last[:, :, None].repeat(is_open.shape[2], 2), axis=1)
    return np.asarray(found & any_of(of_kind, 1)[:, :, None], dtype=np.bool_)
