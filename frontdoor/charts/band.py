"""A band behind lines: the area between a low and a high edge, with a gap wherever either is not known."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

Settings = dict[str, Any]
Row = tuple[Any, ...]


def band(points: Sequence[Row], colour: str) -> Settings:
    """Return a band, one area for each run of periods that have it; a run of one is as wide as the band's own edge."""
    days: list[date | None] = []
    values: list[float | None] = []
    for run in runs(points):
        days += [day for day, _, _ in run] + [day for day, _, _ in reversed(run)] + [run[0][0], None]
        values += [high for _, _, high in run] + [low for _, low, _ in reversed(run)] + [run[0][2], None]
    return {
        "type": "scatter", "mode": "lines", "x": days, "y": values, "fill": "toself", "fillcolor": colour,
        "line": {"color": colour, "width": 3}, "hoverinfo": "skip",
    }  # fmt: skip


def runs(points: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the stretches of points whose low and high are both known."""
    run: list[Row] = []
    for point in points:
        if None in point[1:]:
            yield from [run] if run else []
            run = []
        else:
            run.append(point)
    yield from [run] if run else []
