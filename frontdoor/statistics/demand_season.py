"""The time of year in weekly demand: a smooth yearly shape, believed only as far as two years or more repeat it."""

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers

FEWEST_WEEKS = 100  # two years, less a little
ROUNDS, FAR_OUT = 4, 2.5  # standard deviations from where a week counts less
MIDDLE_OF_A_NORMAL = 0.6745  # standard deviations within which half lies
TINY = 1e-12
HARMONICS = 4  # swings of three months and longer; anything sharper is an event
DAYS_IN_A_YEAR, DAYS_OF_ANY_YEAR = 365.25, 366


def seasonal_logs(
    logs: Floats, exposure: Floats, day_of_year: Integers, has_shifted: Booleans
) -> tuple[Floats, Floats]:
    """Return the log of each day of the year over the rest (series, 366), and its mean error variance (series,).

    Zeros where fewer than 100 weeks are held.

    `logs` are log weekly levels (series, weeks), NaN unknown; `day_of_year` that of each week's middle. Least squares,
    far-out weeks weighing less, beside a slow trend and the recognised shifts; the whole shape is then shrunk by what chance alone would give
    (James and Stein 1961), carried-over noise allowed for.
    """
    series, weeks = logs.shape
    answer, unsure = np.zeros((series, DAYS_OF_ANY_YEAR)), np.zeros(series)
    if weeks < FEWEST_WEEKS:
        return answer, unsure
    shape, wave = _trend(weeks), _waves(day_of_year)
    every_day = _waves(np.arange(DAYS_OF_ANY_YEAR))
    for row in range(series):
        use = ~np.isnan(logs[row]) & (exposure[row] > 0)
        if use.sum() < FEWEST_WEEKS:
            continue
        steps = np.cumsum(np.eye(weeks)[:, has_shifted[row]], axis=0)
        rest = np.hstack([shape, steps])[use]
        coefficients, unsure[row] = _shrunk(logs[row, use], rest, wave[use])
        answer[row] = every_day @ coefficients
    return answer, unsure


def _shrunk(values: Floats, rest: Floats, wave: Floats) -> tuple[Floats, float]:
    """Return the coefficients of `wave` beside `rest`, towards 0 as far as noise would explain them, and their error."""
    both = np.hstack([rest, wave])
    trust = np.ones(len(values))
    for _ in range(ROUNDS):
        root = np.sqrt(trust)[:, None]
        found = np.linalg.lstsq(root * both, root[:, 0] * values, rcond=None)[0]
        noise = values - both @ found
        usual = float(np.median(np.abs(noise))) / MIDDLE_OF_A_NORMAL
        trust = np.minimum(1.0, FAR_OUT * usual / np.maximum(np.abs(noise), TINY)) ** 2
    coefficients = found[rest.shape[1] :]
    basis, _ = np.linalg.qr(rest)
    own = wave - basis @ (basis.T @ wave)
    fitted = own @ coefficients
    noise = noise * np.sqrt(trust)
    spare = max(len(values) - rest.shape[1] - wave.shape[1], 1)
    left_over = max(float(noise @ noise), TINY)
    carried = min(max(float(noise[1:] @ noise[:-1]) / left_over + 2 / len(values), 0.0), 0.9)
    expected = wave.shape[1] * left_over / spare * (1 + carried) / (1 - carried)
    strength = max(0.0, 1 - expected / max(float(fitted @ fitted), TINY))
    return coefficients * strength, expected / len(values) * strength


def _trend(weeks: int) -> Floats:
    """Return a constant, a slope and a change of slope each year."""
    place = np.arange(weeks, dtype=np.float64)
    bends = [np.maximum(place - bend, 0) for bend in range(52, weeks - 26, 52)]
    return np.column_stack([np.ones(weeks), place, *bends]) / weeks


def _waves(day_of_year: Integers) -> Floats:
    angle = 2 * np.pi * day_of_year[:, None] * np.arange(1, HARMONICS + 1) / DAYS_IN_A_YEAR
    return np.hstack([np.cos(angle), np.sin(angle)])
