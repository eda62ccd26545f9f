"""The guard against drift: a mixture worked out the long way, and fewer false alarms where the level wanders."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over
from scipy.stats import t

from frontdoor.statistics.autoregressive_fit import autoregressive_fit
from frontdoor.statistics.drift_row import CARRIED, NOISE_SHARES, drift_row
from frontdoor.statistics.pilot_weeks import PilotWeeks, design

WEEKS, FIRST = 36, 24
MODEL = design(PilotWeeks(WEEKS, FIRST), np.zeros(WEEKS, dtype=bool))


def test_it_is_the_mixture_over_every_kind_of_error():
    values = 20 + weeks_that_carry_over(1, WEEKS, 0.5, seed=9)[0]
    found = drift_row(values[None], MODEL.columns, MODEL.contrast)
    spare, columns, contrast = WEEKS - 3, MODEL.columns, MODEL.contrast
    apart = np.abs(np.subtract.outer(np.arange(WEEKS), np.arange(WEEKS)))
    logs, effects, errors = [], [], []
    for share in NOISE_SHARES:
        for phi in CARRIED:
            kind = (1 - share) * phi**apart + share * np.eye(WEEKS)
            inverse = np.linalg.inv(kind)
            known = columns.T @ inverse @ columns
            coefficients = np.linalg.solve(known, columns.T @ inverse @ values)
            left = values - columns @ coefficients
            squares = left @ inverse @ left
            logs.append(-spare / 2 * np.log(squares) - (np.linalg.slogdet(kind)[1] + np.linalg.slogdet(known)[1]) / 2)
            effects.append(contrast @ coefficients)
            errors.append(np.sqrt(squares / spare * contrast @ np.linalg.solve(known, contrast)))
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    below = weights @ t.cdf(-np.array(effects) / errors, spare)
    lower, upper = found.interval()
    assert found.effect[0] == pytest.approx(weights @ effects)
    assert found.p[0] == pytest.approx(2 * min(below, 1 - below))
    assert weights @ t.cdf((lower[0] - effects) / errors, spare) == pytest.approx(0.025)
    assert weights @ t.cdf((upper[0] - effects) / errors, spare) == pytest.approx(0.975)


def test_it_stops_most_false_alarms_of_a_level_that_wanders():
    random = np.random.default_rng(4)
    weeks, model = 104, design(PilotWeeks(104, 92), np.zeros(104, dtype=bool))
    wandering = np.cumsum(random.normal(0, 0.3, (400, weeks)), axis=1) + random.normal(size=(400, weeks))
    primary = autoregressive_fit(wandering, model.columns).effect(model.contrast)
    guard = drift_row(wandering, model.columns, model.contrast)
    alone = np.mean(primary.p < 0.05)
    both = np.mean((primary.p < 0.05) & (guard.p < 0.05) & (primary.effect * guard.effect > 0))
    assert alone > 0.12
    assert both < 0.75 * alone


def test_a_real_effect_passes_the_guard():
    values = weeks_that_carry_over(200, WEEKS, 0.2, seed=2) + 4 * MODEL.columns[:, 1]
    guard = drift_row(values, MODEL.columns, MODEL.contrast)
    assert np.mean(guard.p < 0.05) > 0.85
    lower, upper = guard.interval()
    assert np.mean((lower < 4) & (upper > 4)) > 0.9
