"""Invented weekly series with known truths, on which the analysis of pilots is tried out."""

import numpy as np

from frontdoor.statistics.arrays import Floats

BURN_IN = 60  # weeks before the first one kept, so that a series does not begin in a special state


def carried_over(series: int, weeks: int, rho: float, random: np.random.Generator) -> Floats:
    """Return AR(1) errors (series, weeks) whose weekly surprises have a standard deviation of 1."""
    return autoregressive(series, weeks, (rho, 0.0), 0.0, random)


def autoregressive(
    series: int, weeks: int, rhos: tuple[float, float], moving: float, random: np.random.Generator
) -> Floats:
    """Return errors that carry over from one and two weeks before, and `moving` of last week's surprise."""
    surprise = random.normal(size=(series, weeks + BURN_IN))
    found = surprise.copy()
    for week in range(2, weeks + BURN_IN):
        carried = rhos[0] * found[:, week - 1] + rhos[1] * found[:, week - 2] + moving * surprise[:, week - 1]
        found[:, week] += carried
    return found[:, BURN_IN:]


def wandering(series: int, weeks: int, step: float, random: np.random.Generator) -> Floats:
    """Return noise of standard deviation 1 about a level that takes a random `step` every week."""
    level = np.cumsum(random.normal(0, step, (series, weeks)), axis=1)
    return np.asarray(level + random.normal(size=(series, weeks)), dtype=np.float64)


def yearly(series: int, weeks: int, size: float, random: np.random.Generator) -> Floats:
    """Return a yearly wave of amplitude `size` that begins anywhere in the year, (series, weeks)."""
    start = random.uniform(0, 2 * np.pi, (series, 1))
    return size * np.sin(2 * np.pi * np.arange(weeks) / 52.18 + start)


def counts(mean: float, errors: Floats, spread: float, random: np.random.Generator) -> Floats:
    """Return Poisson counts (series, weeks) whose mean moves with `errors` on the log scale, `spread` in all."""
    scaled = spread * errors / max(float(errors.std()), 1e-9)
    return random.poisson(mean * np.exp(scaled - spread**2 / 2)).astype(np.float64)
