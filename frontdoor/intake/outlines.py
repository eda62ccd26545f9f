"""Turns the outlines of a GeoJSON file into rows: one feature a row, its properties as columns and its polygons as one cell."""

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from frontdoor.errors import UnreadableFileError

GEOMETRY = "geometry"
"""The column the polygons stand in; a property of that name gives way."""
MOST_BYTES = 500_000_000
MOST_CHARACTERS = 400_000  # of one ward's polygons; a line of a megabyte is no table
FINEST_DEGREES, FINEST_METRES = 5, 0  # decimals; a metre of longitude and latitude, a metre of a grid
LARGEST_DEGREES = 360
_SHAPES = ("Polygon", "MultiPolygon")

Ring = list[list[float]]
Polygons = list[list[Ring]]


def outlines_to_rows(path: Path, target: Path) -> tuple[int, ...]:
    """Write the features of a GeoJSON file as a CSV and return the number of each row's feature; raises UnreadableFileError."""
    features = _features(path)
    properties = [each.get("properties") or {} if isinstance(each, dict) else {} for each in features]
    names = list(dict.fromkeys(name for each in properties for name in each if name != GEOMETRY))
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([*names, GEOMETRY])
        for feature, said in zip(features, properties, strict=True):
            writer.writerow([*(_cell(said.get(name)) for name in names), _polygons_cell(feature)])
    return tuple(range(1, len(features) + 1))


def _features(path: Path) -> list[Any]:
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableFileError("the map file is over 500 MB. Use a generalised one, such as ONS's BGC or BUC.")
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise UnreadableFileError(f"line {error.lineno}: the file is not whole JSON ({error.msg}).") from None
    except (UnicodeDecodeError, RecursionError):
        raise UnreadableFileError("the file is not readable as GeoJSON in UTF-8.") from None
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list):
        raise UnreadableFileError("this is JSON, but no GeoJSON FeatureCollection: it has no list of features.")
    if not features:
        raise UnreadableFileError("the map file has no features.")
    return features


def _refuse_constant(word: str) -> NoReturn:
    raise UnreadableFileError(f"the map file holds {word}, which is no number.")


def _cell(value: object) -> str:
    """Return a property as a cell on one line; a list or an object is left out."""
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _polygons_cell(feature: object) -> str:
    """Return the polygons as JSON, empty where there are none; coarser where they would be too long for a cell."""
    found = _polygons(feature)
    points = [point for polygon in found for ring in polygon for point in ring]
    if not points:
        return ""
    is_in_degrees = all(abs(x) <= LARGEST_DEGREES and abs(y) <= LARGEST_DEGREES for x, y in points)
    for digits in _coarser(FINEST_DEGREES if is_in_degrees else FINEST_METRES):
        said = json.dumps(_rounded(found, digits), separators=(",", ":"))
        if len(said) <= MOST_CHARACTERS:
            break
    return said if said != "[]" else ""


def _coarser(digits: int) -> Iterator[int]:
    yield from range(digits, digits - 4, -1)


def _polygons(feature: object) -> Polygons:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in _SHAPES:
        return []
    shapes = geometry.get("coordinates")
    try:
        listed = [shapes] if geometry["type"] == _SHAPES[0] else list(shapes)  # type: ignore[arg-type]
        return [[[_point(point) for point in ring] for ring in polygon] for polygon in listed]  # type: ignore[union-attr]
    except (TypeError, ValueError, IndexError):
        return []


def _point(point: Any) -> list[float]:
    x, y = float(point[0]), float(point[1])
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError
    return [x, y]


def _rounded(polygons: Polygons, digits: int) -> Polygons:
    """Return the polygons with rounded points, points that repeat the one before left out, and rings without area too."""
    made = [[_ring(ring, digits) for ring in polygon] for polygon in polygons]
    return [[ring for ring in polygon if len(ring) >= 4] for polygon in made if polygon and len(polygon[0]) >= 4]


def _ring(ring: Ring, digits: int) -> Ring:
    kept: Ring = []
    for x, y in ring:
        point = [round(x, digits), round(y, digits)]
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept
