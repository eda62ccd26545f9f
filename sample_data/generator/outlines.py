"""Draws the wards of a town that is nowhere: rows of cells with crooked borders, each shared by its two neighbours to the last digit."""

import math
from random import Random

from sample_data.planted.places import EAST, NORTH, WIDE_DEGREES

_TALL = 0.72  # of the width
_STEPS = 48  # points along a whole row
_STEPS_UP = 7  # points along one side of a cell
_CELLS_A_ROW = 4.4

Point = list[float]


def outlines(wards: int, random: Random) -> list[list[Point]]:
    """Return one closed ring for each ward, longitude and latitude in degrees, anticlockwise."""
    rows = max(round(wards / _CELLS_A_ROW), 1)
    waves = [[(random.uniform(0.01, 0.028), random.uniform(0, math.tau)) for _ in range(3)] for _ in range(rows + 1)]
    rings: list[list[Point]] = []
    for row in range(rows):
        cells = (wards * (row + 1)) // rows - (wards * row) // rows
        cuts = [0.0, *(round((cell + random.uniform(-0.18, 0.18)) / cells, 4) for cell in range(1, cells)), 1.0]
        bends = [random.uniform(-0.03, 0.03) for _ in cuts]
        sides = [
            _side(cut, bend, (waves[row], row), (waves[row + 1], row + 1), rows)
            for cut, bend in zip(cuts, bends, strict=True)
        ]
        for cell in range(cells):
            below = _along(cuts[cell], cuts[cell + 1], waves[row], row, rows)
            above = _along(cuts[cell], cuts[cell + 1], waves[row + 1], row + 1, rows)
            ring = [*below, *sides[cell + 1][1:-1], *reversed(above), *reversed(sides[cell][1:-1])]
            rings.append([*ring, ring[0]])
    return rings


def _along(first: float, last: float, waves: list[tuple[float, float]], row: int, rows: int) -> list[Point]:
    """Return the border between two rows from one cut to another."""
    between = [step / _STEPS for step in range(_STEPS + 1) if first < step / _STEPS < last]
    return [_placed(across, _height(across, waves, row, rows)) for across in (first, *between, last)]


def _side(
    cut: float,
    bend: float,
    below: tuple[list[tuple[float, float]], int],
    above: tuple[list[tuple[float, float]], int],
    rows: int,
) -> list[Point]:
    """Return the border between two cells of a row, from the lower to the upper."""
    low, high = (_height(cut, waves, row, rows) for waves, row in (below, above))
    up = [step / _STEPS_UP for step in range(_STEPS_UP + 1)]
    return [
        _placed(cut + bend * math.sin(math.pi * part) * (1 + math.sin(9 * part)), low + (high - low) * part)
        for part in up
    ]


def _height(across: float, waves: list[tuple[float, float]], row: int, rows: int) -> float:
    """Return how far up (0 to 1) a border between rows runs; the outer ones bulge."""
    crooked = sum(size * math.sin((place + 1) * math.tau * across + start) for place, (size, start) in enumerate(waves))
    bulge = 0.12 * math.sin(math.pi * across)
    return row / rows + crooked + (bulge if row == rows else -bulge if row == 0 else 0.0)


def _placed(across: float, up: float) -> Point:
    narrower = 1 - 0.25 * (up - 0.5) ** 2
    east = EAST + WIDE_DEGREES * (0.5 + (across - 0.5) * narrower)
    north = NORTH + WIDE_DEGREES * _TALL * up * math.cos(math.radians(NORTH))
    return [round(east, 5), round(north, 5)]
