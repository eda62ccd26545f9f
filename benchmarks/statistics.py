"""How long 300 control charts of 104 points take, against the bare means and moving ranges of the same numbers."""

import time
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.report import Section, middle, ninety_fifth
from frontdoor.statistics.adjusted_chart import adjusted_control_charts
from frontdoor.statistics.control_chart import control_chart, control_charts

CHARTS, POINTS = 300, 104
REPEATS = 9
SEED = 20_261_122
TARGET = 0.8
MONTHS = [1 + place % 12 for place in range(POINTS)]
_MILLISECONDS = 1000
_SIGMAS_PER_MEAN_MOVING_RANGE = 2.66  # 3 / d2 with d2 = 1.128 for n = 2; Wheeler 1993


def charts() -> Section:
    """Measure every chart one after another, as the overview of a big council would ask for them."""
    values = np.random.default_rng(SEED).normal(TARGET, 0.05, (CHARTS, POINTS))
    rows = values.tolist()
    ways: dict[str, Callable[[], object]] = {
        "means and limits alone, numpy (floor)": lambda: _limits(values),
        "means, limits and longest runs in plain Python (peer)": lambda: [_in_plain_python(row) for row in rows],
        "all charts at once": lambda: _read(values),
        "all at once, a season looked for": lambda: control_charts(values, target=TARGET, months=MONTHS).variation,
        "all at once, season and carry-over taken out": lambda: (
            adjusted_control_charts(values, target=TARGET, months=MONTHS).variation
        ),
        "one chart at a time": lambda: [control_chart(row, target=TARGET).variation for row in values],
    }
    took = _timed(ways)
    floor, peer = (middle(found) for found in list(took.values())[:2])
    return Section(
        f"{CHARTS} control charts of {POINTS} points",
        f"Limits, special causes, type of variation and assurance of each chart; median of {REPEATS}.",
        ("way", "ms in all", "p95 ms", "ms a chart", "x floor", "x peer"),
        tuple((name, *_cells(found, floor, peer)) for name, found in took.items()),
    )


def _cells(found: list[float], floor: float, peer: float) -> tuple[str, ...]:
    took = middle(found)
    numbers = took, ninety_fifth(found), took / CHARTS, took / floor, took / peer
    return tuple(f"{number:.2f}" for number in numbers)


def _read(values: NDArray[np.float64]) -> object:
    found = control_charts(values, target=TARGET)
    return found.points, found.variation, found.assurance


def _limits(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    centre = values.mean(axis=1)
    reach = _SIGMAS_PER_MEAN_MOVING_RANGE * np.abs(np.diff(values, axis=1)).mean(axis=1)
    return centre - reach, centre + reach


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
