"""The primary analysis of pilots written out with whole matrices, slowly and plainly, to check the product's sums by."""

import numpy as np
from scipy.linalg import toeplitz
from scipy.optimize import minimize_scalar


def weeks_that_carry_over(series, weeks, rho, seed=1):
    """Return AR(1) noise (series, weeks) with surprises of standard deviation 1."""
    found = np.random.default_rng(seed).normal(size=(series, weeks))
    found[:, 0] /= np.sqrt(1 - rho**2)
    for week in range(1, weeks):
        found[:, week] += rho * found[:, week - 1]
    return found


def by_whole_matrices(values, columns, contrast):
    """Return (effect, error, freedom, rho, variance) by steps 1 to 4 of the method's first section."""
    weeks, number = columns.shape

    def whitened(rows, rho):
        answer = np.array(rows, dtype=float)
        answer[1:] = rows[1:] - rho * rows[:-1]
        answer[0] = np.sqrt(1 - rho**2) * rows[0]
        return answer

    def squares_left(rho):
        basis, triangle = np.linalg.qr(whitened(columns, rho))
        own = whitened(values, rho)
        return np.sum((own - basis @ (basis.T @ own)) ** 2), np.sum(np.log(np.abs(np.diag(triangle))))

    def criterion(rho):
        left, log_determinant = squares_left(rho)
        return (weeks - number) / 2 * np.log(left) - np.log(1 - rho**2) / 2 + log_determinant

    grid = np.append(np.arange(-0.9, 0.96, 0.05), 0.98)
    start = grid[np.argmin([criterion(rho) for rho in grid])]
    bounds = max(start - 0.05, -0.93), min(start + 0.05, 0.995)
    rho = minimize_scalar(criterion, bounds=bounds, method="bounded", options={"xatol": 1e-9}).x
    variance = squares_left(rho)[0] / (weeks - number) / (1 - rho**2)
    return *_small_sample(values, columns, contrast, rho, variance), rho, variance


def _small_sample(values, columns, contrast, rho, variance):
    apart = toeplitz(np.arange(len(values)))
    slopes = [rho**apart, variance * apart * rho ** np.maximum(apart - 1, 0)]
    inverse = np.linalg.inv(variance * rho**apart)
    phi = np.linalg.inv(columns.T @ inverse @ columns)
    p = [-columns.T @ inverse @ slope @ inverse @ columns for slope in slopes]
    q = [[columns.T @ inverse @ a @ inverse @ b @ inverse @ columns for b in slopes] for a in slopes]
    both = (0, 1)
    information = [
        [
            0.5
            * (
                np.trace(inverse @ slopes[i] @ inverse @ slopes[j])
                - np.trace(2 * phi @ q[i][j] - phi @ p[i] @ phi @ p[j])
            )
            for j in both
        ]
        for i in both
    ]
    w = np.linalg.inv(np.array(information))
    excess = sum(w[i, j] * (q[i][j] - p[i] @ phi @ p[j]) for i in both for j in both)
    plain = contrast @ phi @ contrast
    adjusted = contrast @ (phi + 2 * phi @ excess @ phi) @ contrast
    g = np.array([-contrast @ phi @ one @ phi @ contrast for one in p])
    effect = contrast @ phi @ columns.T @ inverse @ values
    return effect, np.sqrt(max(adjusted, plain)), max(1.0, 2 * plain**2 / (g @ w @ g))
