"""How long 300 control charts of 104 points take, against the bare mean and moving ranges of the same numbers."""

import time
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from benchmarks.report import Section, middle, ninety_fifth
from frontdoor.statistics.control_chart import control_chart

CHARTS, POINTS = 300, 104
REPEATS = 7
SEED = 20_261_122
_MILLISECONDS = 1000
_SIGMAS_PER_MEAN_MOVING_RANGE = 2.66  # 3 / d2 with d2 = 1.128 for n = 2; Wheeler 1993


def control_charts() -> Section:
    """Measure every chart one after another, as the overview of a big council would ask for them."""
    values = np.random.default_rng(SEED).normal(0.8, 0.05, (CHARTS, POINTS))
    ways: dict[str, Callable[[], object]] = {
        "mean and limits alone, numpy (floor)": lambda: [_limits(row) for row in values],
        "mean, limits and runs in plain Python (peer)": lambda: [_in_plain_python(row.tolist()) for row in values],
        "control charts": lambda: [control_chart(row, improvement="increase", target=0.8) for row in values],
    }
    took = _timed(ways)
    floor = middle(next(iter(took.values())))
    return Section(
        f"{CHARTS} control charts of {POINTS} points",
        f"Limits, special causes, icons of variation and assurance of each chart; median of {REPEATS}.",
        ("way", "ms in all", "p95 ms", "ms a chart", "x floor"),
        tuple(
            (name, f"{middle(found):.0f}", f"{ninety_fifth(found):.0f}", f"{middle(found) / CHARTS:.2f}", f"{middle(found) / floor:.1f}")
            for name, found in took.items()
        ),
    )  # fmt: skip


def _limits(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, float, float]:
    centre = float(values.mean())
    reach = _SIGMAS_PER_MEAN_MOVING_RANGE * float(np.abs(np.diff(values)).mean())
    return centre - reach, centre, centre + reach


def _in_plain_python(values: list[float]) -> tuple[float, float, int]:
    centre = sum(values) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    reach = _SIGMAS_PER_MEAN_MOVING_RANGE * sum(ranges) / len(ranges)
    longest = run = 0
    was_above = None
    for value in values:
        is_above = value > centre
        run = run + 1 if is_above == was_above else 1
        was_above, longest = is_above, max(longest, run)
    return centre - reach, centre + reach, longest


def _timed(ways: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(REPEATS):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            took[name].append((time.perf_counter() - began) * _MILLISECONDS)
    return took
