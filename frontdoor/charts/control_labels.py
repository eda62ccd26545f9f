"""What is written on a control chart: the newest value, the target at each level, the usual range."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from frontdoor.charts.labels import Label
from frontdoor.charts.targets import Level, level_words
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

Settings = dict[str, Any]

ADJUSTED = ",\nadjusted"
POINTS_BESIDE_WORDS = 5  # about as far as the words of a level reach
WIDE_RANGE = 0.03  # of a share: limits nearer than three points are said to a tenth


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest finished period that has a value."""

    day: date
    value: float
    colour: str
    is_falling: bool
    is_adjusted: bool


def point_words(frame: pl.DataFrame, unit: Unit) -> list[str]:
    """Return what is said at each point; an adjusted value says so and what was counted, as one beside it that is not."""
    is_adjusted = frame["is_adjusted"].any()
    return [
        _point_words(row, unit, counted=" as counted" if is_adjusted and row["value"] is not None else "")
        for row in frame.select(
            "label", "value", "value_as_counted", "is_adjusted", "is_complete"
        ).iter_rows(named=True)
    ]  # fmt: skip


def _point_words(row: dict[str, Any], unit: Unit, counted: str) -> str:
    if row["is_adjusted"]:
        counted = f" adjusted, {format_value(row['value_as_counted'], unit)}{counted}"
    unfinished = "" if row["is_complete"] else ", not finished"
    return f"{row['label']}: {format_value(row['value'], unit)}{counted}{unfinished}"


def newest_of(frame: pl.DataFrame, theme: Theme) -> Newest | None:
    """Return the newest finished value in the colour of its point, None where there is none."""
    known = frame.filter(pl.col("value").is_not_null() & pl.col("is_complete"))
    if known.is_empty():
        return None
    day, value, kind, is_adjusted = known.select("period_start", "value", "point_type", "is_adjusted").row(-1)
    colour = {"improvement": theme.met, "concern": theme.missed}.get(kind, theme.measured)
    return Newest(day, value, colour, known.height == 1 or value <= known["value"][-2], is_adjusted)


def beside(figure: Figure, frame: pl.DataFrame, steps: Sequence[Level], theme: Theme) -> list[Label]:
    """Return the words right of a wide chart: newest value, target now, usual range."""
    labels = []
    newest = newest_of(frame, theme)
    if newest:
        words = f"{format_value(newest.value, figure.unit)} {newest.day:%b}" + (ADJUSTED if newest.is_adjusted else "")
        labels.append(Label(newest.value, words, newest.colour, is_bold=True))
    if steps:
        labels.append(Label(steps[-1][2], level_words(steps[-1][2], figure.unit), theme.target, is_bold=True))
    limits = frame.drop_nulls("upper_limit")
    if limits.height:
        low, high = (_whole(value, figure) for value in limits.select("lower_limit", "upper_limit").row(-1))
        labels.append(Label(limits["upper_limit"][-1], f"Usual range\n{low} to {high}", theme.ink_second))
    return labels


def inside(figure: Figure, frame: pl.DataFrame, steps: Sequence[Level], theme: Theme) -> list[Settings]:
    """Return the words inside a phone's chart: the newest value by its point, the target now above its line."""
    words = []
    if steps:
        _, end, value = steps[-1]
        said = format_value(value, figure.unit) if len(steps) > 1 else level_words(value, figure.unit)
        words.append(_over(end, value, said, theme, "right"))
    newest = newest_of(frame, theme)
    if newest:
        is_below = newest.is_falling
        words.append(
            {
                "x": newest.day, "y": newest.value, "xanchor": "right", "yanchor": "top" if is_below else "bottom",
                "xshift": -4, "yshift": -4 if is_below else 4, "showarrow": False,
                "text": f"<b>{format_value(newest.value, figure.unit)}{' adjusted' if newest.is_adjusted else ''}</b>",
                "font": {"color": newest.colour}, "bgcolor": theme.page,
            }
        )  # fmt: skip
    return words


def earlier_levels(figure: Figure, steps: Sequence[Level], theme: Theme) -> list[Settings]:
    """Return the words of each level of the target but the last, on the side of it on which the values are not."""
    return [
        _over(
            start,
            value,
            level_words(value, figure.unit),
            theme,
            "left",
            is_below=_are_above(figure.frame, start, value),
        )
        for start, _, value in steps[:-1]
    ]


def _are_above(frame: pl.DataFrame, start: date, value: float) -> bool:
    """Return whether the values beside the words of a level lie above it on the whole."""
    mean = frame.filter(pl.col("period_start") >= start).sort("period_start")["value"].head(POINTS_BESIDE_WORDS).mean()
    return isinstance(mean, float) and mean > value


def _over(day: date, value: float, words: str, theme: Theme, side: str, *, is_below: bool = False) -> Settings:
    return {
        "x": day, "y": value, "xanchor": side, "yanchor": "top" if is_below else "bottom", "xshift": 6 if side == "left" else 0,
        "showarrow": False, "text": f"<b>{words}</b>", "font": {"color": theme.target},
    }  # fmt: skip


def _whole(value: float, figure: Figure) -> str:
    """Return a limit of a share in whole per cents where the two limits are well apart, others as they are."""
    high, low = figure.frame["upper_limit"].max(), figure.frame["lower_limit"].min()
    is_wide = isinstance(high, float) and isinstance(low, float) and high - low > WIDE_RANGE
    return format_value(value, figure.unit, places=0 if is_wide and figure.unit is Unit.SHARE else None)
