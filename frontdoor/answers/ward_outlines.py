"""The outlines of wards as a map draws them: on one flat grid of whole steps, as wide as it is, north up."""

from collections.abc import Iterable, Sequence
from math import cos, radians

from frontdoor.answers.ward_places import Polygons, Ward

STEPS = 1000
LARGEST_DEGREES = 360
Ring = list[list[int]]


def outlines(wards: Sequence[Ward]) -> dict[str, list[Ring]]:
    """Return the outer rings of each ward that has an outline, by its name, with points 0 to STEPS apart; y goes up.

    Degrees of longitude are shortened by the latitude in the middle. Points that fall on one step are one, and so do
    neighbours share their border: each point is rounded by itself.
    """
    drawn = {ward.name: ward.polygons for ward in wards if ward.outline}
    points = [point for polygons in drawn.values() for point in _points(polygons)]
    if not points:
        return {}
    lows = [min(point[axis] for point in points) for axis in (0, 1)]
    highs = [max(point[axis] for point in points) for axis in (0, 1)]
    is_in_degrees = max(map(abs, (*lows, *highs))) <= LARGEST_DEGREES
    shorter = cos(radians((lows[1] + highs[1]) / 2)) if is_in_degrees else 1.0
    size = max((highs[0] - lows[0]) * shorter, highs[1] - lows[1]) or 1.0
    scale = (STEPS * shorter / size, STEPS / size)
    made = {
        name: [_ring(polygon[0], (lows[0], lows[1]), scale) for polygon in polygons if polygon]
        for name, polygons in drawn.items()
    }
    return {name: kept for name, rings in made.items() if (kept := [ring for ring in rings if len(ring) > 2])}


def _points(polygons: Polygons) -> Iterable[list[float]]:
    return (point for polygon in polygons for ring in polygon[:1] for point in ring)


def _ring(ring: Sequence[Sequence[float]], low: tuple[float, float], scale: tuple[float, float]) -> Ring:
    """Return a ring on the grid without points that repeat the one before, its end not joined to its start."""
    made: Ring = []
    for x, y in ring:
        point = [round((x - low[0]) * scale[0]), round((y - low[1]) * scale[1])]
        if not made or made[-1] != point:
            made.append(point)
    return made[:-1] if len(made) > 1 and made[0] == made[-1] else made
