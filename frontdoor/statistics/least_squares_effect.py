"""The same effect by methods that are too sure of themselves here, shown only so that people see how much too sure."""

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.students_t import Estimates

LAGS = 3  # PILOTS, section 6


def least_squares_effect(values: Floats, columns: Floats, contrast: Floats) -> Estimates:
    """Return ordinary least squares' effect of each row of `values` (series, weeks): up to 33% false alarms."""
    basis, triangle = np.linalg.qr(columns)
    found, left, spare = values @ basis, values - values @ basis @ basis.T, columns.shape[0] - columns.shape[1]
    reach = np.linalg.solve(triangle.T, contrast)
    error = np.sqrt(np.sum(left**2, axis=1) / spare * (reach @ reach))
    return Estimates(found @ reach, error, np.full(len(values), float(spare)))


def newey_west_effect(values: Floats, columns: Floats, contrast: Floats, lags: int = LAGS) -> Estimates:
    """Return the effect with Newey and West's 1987 error, Bartlett weights and the factor n / (n - k): up to 27%."""
    weeks, number = columns.shape
    basis, triangle = np.linalg.qr(columns)
    reach = np.linalg.solve(triangle.T, contrast)
    left = values - values @ basis @ basis.T
    score = left * (basis @ reach)
    total = np.sum(score**2, axis=1)
    for lag in range(1, lags + 1):
        total = total + 2 * (1 - lag / (lags + 1)) * np.sum(score[:, lag:] * score[:, :-lag], axis=1)
    error = np.sqrt(np.maximum(total, 0.0) * weeks / (weeks - number))
    return Estimates(values @ basis @ reach, error, np.full(len(values), float(weeks - number)))
