"""Seeded weeks of calls and online contact that carry over, drift and shift, to hold what is said of them against."""

import numpy as np

from frontdoor.statistics.arrays import Floats

FIRST_WEEK = np.datetime64("2020-01-06")


def weeks_from(number: int) -> np.ndarray:
    """Return the Mondays of consecutive weeks."""
    return FIRST_WEEK + 7 * np.arange(number)


def carried(random: np.random.Generator, series: int, weeks: int, rho: float) -> Floats:
    """Return noise of variance 1 of which each week keeps `rho`, (series, weeks)."""
    shocks = random.standard_normal((series, weeks))
    answer = shocks.copy()
    for week in range(1, weeks):
        answer[:, week] = rho * answer[:, week - 1] + np.sqrt(1 - rho**2) * shocks[:, week]
    return answer


def weekly_shares(
    random: np.random.Generator, series: int, weeks: int, share: float, *, mean: float, rho: float, drift: float = 0.0
) -> tuple[Floats, Floats]:
    """Return digital contacts and contacts, (series, weeks): a share that varies by 2 points, carries over and drifts."""
    slope = drift * (np.arange(weeks) - (weeks - 1) / 2) / weeks
    chance = np.clip(share + 0.02 * carried(random, series, weeks, rho) + slope, 0.001, 0.999)
    contacts = random.poisson(mean * np.exp(0.15 * random.standard_normal((series, weeks))))
    return random.binomial(contacts, chance).astype(np.float64), contacts.astype(np.float64)


def weekly_calls(
    random: np.random.Generator,
    weeks: int,
    *,
    mean: float = 400.0,
    trend: float = -0.05,
    rho: float = 0.4,
    spread: float = 0.05,
) -> Floats:
    """Return expected calls by week: a trend a year, a season of a tenth, and noise that carries over."""
    week = np.arange(weeks)
    season = 0.1 * np.sin(2 * np.pi * week / 52.18)
    return mean * np.exp(trend * week / 52.18 + season + spread * carried(random, 1, weeks, rho)[0])
