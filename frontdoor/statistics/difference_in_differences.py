"""What changed where the pilot ran less what changed elsewhere, by units and periods or by single contacts."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.autoregressive_fit import has_full_rank
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.process_limits import ROUNDING


@dataclass(frozen=True, slots=True)
class Difference:
    """An effect with its standard error (None: cannot be told) and the degrees of freedom of Student's t."""

    effect: float
    error: float | None
    freedom: int

    @property
    def p(self) -> float | None:
        """Return the two-sided p of no effect."""
        from scipy.special import stdtr

        return float(2 * stdtr(self.freedom, -abs(self.effect) / self.error)) if self.error else None

    def interval(self, confidence: float = 0.95) -> Interval | None:
        """Return the interval of the effect."""
        from scipy.special import stdtrit

        if self.error is None:
            return None
        reach = float(stdtrit(self.freedom, (1 + confidence) / 2)) * self.error
        return Interval(self.effect - reach, self.effect + reach)


@dataclass(frozen=True, slots=True)
class PanelDifference:
    """The effect in a panel of units and periods, with two errors that answer different questions.

    `clustered`: by unit, as published studies print it; far too narrow with one or two pilot units. `by_comparisons`: from
    how far the comparison units' own changes lie apart, which is the one to judge by.
    """

    clustered: Difference
    by_comparisons: Difference
    units: int
    pilot_units: int

    @property
    def effect(self) -> float:
        return self.clustered.effect


def panel_difference(values: Floats, is_pilot: Booleans, is_after: Booleans) -> PanelDifference | Reason:
    """Return the two-way fixed effects difference in `values` (units, periods), NaN where there is no record.

    `is_pilot` (units,), `is_after` (periods,). Clustered error: Liang and Zeger 1986 with the factor
    units / (units - 1) times (n - 1) / (n - units - periods). Source: docs/decisions/0142.
    """
    units, periods = values.shape
    refused = _refusal(values, is_pilot, is_after)
    if refused:
        return refused
    unit, period = np.nonzero(~np.isnan(values))
    effect = (is_pilot[unit] & is_after[period]).astype(np.float64)
    known = values[~np.isnan(values)]
    alone, left = _apart(np.stack([effect, known]), unit, period, values.shape)
    weight = float(alone @ alone)
    if weight <= ROUNDING * len(known):
        return Reason.NOT_SEPARABLE
    found = float(alone @ left) / weight
    score = np.bincount(unit, weights=alone * (left - found * alone), minlength=units)
    spare = len(known) - units - periods
    factor = units / (units - 1) * (len(known) - 1) / max(spare, 1)
    clustered = float(np.sqrt(score @ score * factor)) / weight
    return PanelDifference(
        Difference(found, clustered if spare > 0 and clustered > 0 else None, units - 1),
        _by_comparisons(found, values, is_pilot, is_after), units, int(is_pilot.sum()),
    )  # fmt: skip


def contact_difference(
    values: Floats, is_pilot: Booleans, is_after: Booleans, others: tuple[Floats, ...] = ()
) -> Difference | Reason:
    """Return the difference in differences of single contacts' `values` (contacts,), such as satisfaction scores.

    `others`: what else is held constant, one array each. Ordinary least squares; contacts are taken as independent, which
    holds for different people and not for the same people or one week's shared luck. Source: docs/decisions/0142.
    """
    sound = ~np.isnan(values)
    both = is_pilot & is_after
    columns = np.stack(
        [np.ones(len(values)), is_after, is_pilot, both, *others], axis=1, dtype=np.float64
    )[sound]  # fmt: skip
    known = values[sound]
    if known.size == 0 or not np.any(is_pilot[sound]):
        return Reason.OUTSIDE
    if not np.any(is_pilot[sound] & ~is_after[sound]):
        return Reason.NO_BASELINE
    if not np.any(~is_pilot[sound]):
        return Reason.NO_COMPARISON
    if not has_full_rank(columns):
        return Reason.NOT_SEPARABLE
    scale = np.sqrt(np.sum(columns**2, axis=0))
    basis, triangle = np.linalg.qr(columns / scale)
    found = np.linalg.solve(triangle, basis.T @ known) / scale
    left = known - columns @ found
    spare = len(known) - columns.shape[1]
    reach = np.linalg.inv(triangle)[3] / scale[3]
    error = float(np.sqrt(left @ left / spare * (reach @ reach)))
    is_known = error > ROUNDING * float(np.abs(known).max())
    return Difference(float(found[3]), error if is_known else None, spare)


def _apart(columns: Floats, unit: Integers, period: Integers, shape: tuple[int, int]) -> Floats:
    """Return `columns` (columns, records) without what their unit and their period explain.

    Where every unit has a record of every period that is what its own mean and the period's leave; else least squares.
    """
    units, periods = shape
    if len(unit) == units * periods:
        table = columns.reshape(-1, units, periods)
        means = table.mean(axis=2, keepdims=True) + table.mean(axis=1, keepdims=True)
        return np.asarray((table - means + table.mean(axis=(1, 2), keepdims=True)).reshape(len(columns), -1))
    others = np.hstack([np.eye(units)[unit], np.eye(periods)[period][:, 1:]])
    return np.asarray(columns - (others @ np.linalg.lstsq(others, columns.T, rcond=None)[0]).T)


def _by_comparisons(effect: float, values: Floats, is_pilot: Booleans, is_after: Booleans) -> Difference:
    """Return `effect` with the error that the spread of the comparison units' own changes gives."""
    changes = np.array([_mean(row[is_after]) - _mean(row[~is_after]) for row in values[~is_pilot]])
    changes = changes[~np.isnan(changes)]
    if changes.size < 2:
        return Difference(effect, None, 0)
    spread = float(changes.std(ddof=1)) * float(np.sqrt(1 / is_pilot.sum() + 1 / changes.size))
    return Difference(effect, spread if spread > 0 else None, changes.size - 1)


def _mean(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else float("nan")


def _refusal(values: Floats, is_pilot: Booleans, is_after: Booleans) -> Reason | None:
    known = ~np.isnan(values)
    if not np.any(known[is_pilot][:, is_after]):
        return Reason.OUTSIDE
    if not np.any(known[is_pilot][:, ~is_after]):
        return Reason.NO_BASELINE
    if not np.any(known[~is_pilot][:, is_after]) or not np.any(known[~is_pilot][:, ~is_after]):
        return Reason.NO_COMPARISON
    return None if np.any(values[known]) else Reason.ALWAYS_ZERO
