"""The series of a control chart: limits, levels of the target, the values, and upon them the points that stand out."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from frontdoor.charts.theme import Theme
from frontdoor.packs.slides.axis import Frame
from frontdoor.packs.slides.chart import Look, Mark, Said, Series, Symbol
from frontdoor.packs.slides.sheet import Column

FLAGS = {
    "concern": ("Worse than usual", pl.col("point_type") == "concern"),
    "improvement": ("Better than usual", pl.col("point_type") == "improvement"),
    "unfinished": ("Not finished", ~pl.col("is_complete")),
}
"""The points that stand out: what they are called, and which they are; a period that is not finished is only that."""


@dataclass(frozen=True, slots=True)
class Control:
    """What a control chart is drawn from: columns of the sheet are the values, the limits, the levels, then the flags."""

    frame: pl.DataFrame
    fit: Frame
    theme: Theme
    limits: tuple[str, ...]
    steps: Sequence[Sequence[float | None]]
    columns: tuple[Column, ...]
    flags: tuple[str, ...]

    @property
    def newest(self) -> int | None:
        """Return the place of the newest finished period that has a value."""
        known = self.frame.with_row_index("place").filter(pl.col("value").is_not_null() & pl.col("is_complete"))
        return None if known.is_empty() else int(known["place"][-1])

    def colour(self, place: int) -> str:
        """Return the colour of a point."""
        colours = {"improvement": self.theme.met, "concern": self.theme.missed}
        return colours.get(self.frame["point_type"][place] or "", self.theme.measured)


def flag_columns(frame: pl.DataFrame, values: Column) -> list[tuple[str, Column]]:
    """Return the columns of the points that stand out, each the value itself, only of sorts that are there."""
    found = []
    for kind, (words, chosen) in FLAGS.items():
        is_it = frame.select(
            (chosen & (pl.col("is_complete") | (kind == "unfinished"))).fill_null(value=False)
        ).to_series()
        numbers = tuple(number if each else None for number, each in zip(values.numbers, is_it, strict=True))
        if any(number is not None for number in numbers):
            found.append((kind, Column(words, numbers, values.formats)))
    return found


def control_series(held: Control) -> list[Series]:
    """Return all series, what lies lowest first, each with its words right of the plot."""
    last = held.frame.height - 1
    ends: dict[int, tuple[int, float]] = {}
    if held.newest is not None:
        ends[0] = (held.newest, held.frame["value"][held.newest])
    for index, name in enumerate(held.limits, start=1):
        if name != "mean" and held.frame[name][last] is not None:
            ends[index] = (last, held.frame[name][last])
    if held.steps and held.steps[-1][last] is not None:
        ends[len(held.limits) + len(held.steps)] = (last, held.steps[-1][last] or 0.0)
    moved = dict(zip(ends, held.fit.pushed([value for _, value in ends.values()]), strict=True))
    told = {index: (place, moved[index]) for index, (place, _) in ends.items()}
    return [
        *(_limit(held, at, told) for at in range(len(held.limits))),
        *(_level(held, at, told) for at in range(len(held.steps))),
        _values(held, told),
        *(_flag(held, at) for at in range(len(held.flags))),
    ]


Told = dict[int, tuple[int, float]]
"""The point of each column that has words beside it, and how far down they are moved."""


def _limit(held: Control, at: int, told: Told) -> Series:
    theme, index = held.theme, at + 1
    look = Look(line=theme.measured if held.limits[at] == "mean" else theme.edge, points=1.25)
    labels: tuple[Said, ...] = ()
    if index in told:
        place, down = told[index]
        labels = (Said(place, "r", theme.ink_second, held.columns[index].formats[place], down=down),)
    return Series(index, Mark.LINE, look, labels=labels)


def _level(held: Control, at: int, told: Told) -> Series:
    """Return one level of the target: a dashed line named at its end if it is in force now, else above its middle."""
    theme, index = held.theme, len(held.limits) + 1 + at
    places = [place for place, value in enumerate(held.steps[at]) if value is not None]
    place, down = told.get(index, (places[len(places) // 2], 0.0))
    side = "r" if index in told else "b" if _are_above(held, places, at) else "t"
    label = Said(place, side, theme.target, is_name=True, is_bold=True, down=down)
    symbol = Symbol("dash", 12, theme.target) if len(places) == 1 else None
    return Series(index, Mark.LINE, Look(line=theme.target, dash="dash"), symbol, labels=(label,))


def _are_above(held: Control, places: Sequence[int], at: int) -> bool:
    """Return whether the values under a level of the target lie above it on the whole, so that its words go below."""
    mean = held.frame["value"].gather(list(places)).mean()
    return isinstance(mean, float) and mean > (held.steps[at][places[0]] or 0.0)


def _values(held: Control, told: Told) -> Series:
    labels: tuple[Said, ...] = ()
    if 0 in told:
        place, down = told[0]
        labels = (Said(place, "r", held.colour(place), held.columns[0].formats[place], is_bold=True, down=down),)
    look = Look(line=held.theme.measured, points=2.5)
    return Series(0, Mark.LINE, look, Symbol("circle", 7, held.theme.measured), labels=labels)


def _flag(held: Control, at: int) -> Series:
    """Return points without a line over those of the values: worse as squares, better as diamonds, not finished pale."""
    symbol = {
        "concern": Symbol("square", 10, held.theme.missed),
        "improvement": Symbol("diamond", 11, held.theme.met),
        "unfinished": Symbol("circle", 9, held.theme.ramp_less),
    }[held.flags[at]]
    return Series(len(held.columns) + at, Mark.LINE, Look(), symbol)
