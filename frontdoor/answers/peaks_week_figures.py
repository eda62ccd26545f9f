"""The map of the week as a figure: its cells with a note for each, and the table behind it."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.answers.peaks_week_cells import Sums, Week
from frontdoor.answers.peaks_week_shows import Shown
from frontdoor.answers.peaks_week_window import Window
from frontdoor.answers.sentences import count_noun
from frontdoor.figure import Figure, Kind
from frontdoor.schema.units import Unit
from frontdoor.statistics.map_difference import FEWEST_DAYS

HIDDEN = "hidden: too few people"
FEW_DAYS = "too few days to say"
HARDLY_ANY = 0.05  # contacts on an average day: a closed half-hour with fewer stays without a number


@dataclass(frozen=True, slots=True)
class Said:
    """The words around one map."""

    key: str
    headline: str
    subtitle: str
    sentence: str
    definition: str
    provenance: str
    notes: tuple[str, ...] = ()


def map_figure(week: Week, sums: Sums, shown: Shown, window: Window, said: Said) -> Figure:
    """Return the WEEK_MAP of the window."""
    return Figure(
        key=said.key,
        kind=Kind.WEEK_MAP,
        frame=cells_frame(week, sums, shown, window),
        unit=shown.unit,
        better=shown.better,
        headline=said.headline,
        subtitle=said.subtitle,
        sentence=said.sentence,
        definition=said.definition,
        table=cells_table(week, sums, shown, window),
        provenance=said.provenance,
        key_words=shown.key_words,
        notes=said.notes,
    )


def cells_frame(week: Week, sums: Sums, shown: Shown, window: Window) -> pl.DataFrame:
    """Return day, half_hour, value, is_open and note, one row for each cell of the window.

    A closed half-hour in which hardly anybody comes has no value, so that only those that matter carry a number.
    """
    days, halves = places_of(window)
    notes = [_note(sums, shown, *place) for place in zip(days, halves, strict=True)]
    is_empty = ~week.hours[days, halves] & (sums.value[days, halves] < HARDLY_ANY) & (not shown.bottom)
    return pl.DataFrame(
        {
            "day": [WEEKDAYS[day] for day in days],
            "half_hour": halves,
            "value": np.where(is_empty, np.nan, sums.value[days, halves]),
            "is_open": week.hours[days, halves] if week.has_hours else [None] * len(days),
            "note": notes,
        },
        schema_overrides={"half_hour": pl.Int64, "note": pl.String, "is_open": pl.Boolean},
        nan_to_null=True,
    )


def cells_table(week: Week, sums: Sums, shown: Shown, window: Window) -> pl.DataFrame:
    """Return every sum and value of the window, a row for each half-hour of each weekday."""
    days, halves = places_of(window)
    columns: dict[str, object] = {
        "Day": [WEEKDAYS[day] for day in days],
        "Time": [span_words(half, half + 1) for half in halves],
        "Open": [
            ("Yes" if is_open else "No") if week.has_hours else "Not known" for is_open in week.hours[days, halves]
        ],
        "Days counted": sums.days[days, halves].astype(np.int64),
        shown.top_noun or shown.noun.capitalize(): _whole(sums.top[days, halves]),
    }
    if shown.bottom:
        columns[shown.noun.capitalize()] = _whole(sums.bottom[days, halves])
    columns[value_words(shown)] = _rounded(sums.value[days, halves], shown)
    return pl.DataFrame(columns)


def value_words(shown: Shown) -> str:
    """Return what the value's column of a table is called."""
    if shown.unit is Unit.SHARE:
        return "Share, %"
    return "Average seconds" if shown.unit is Unit.SECONDS else "On an average day"


def places_of(window: Window) -> tuple[list[int], list[int]]:
    """Return weekday and half-hour of each cell, row by row."""
    return (
        [day for day in window.weekdays for _ in window.half_hours],
        [half for _ in window.weekdays for half in window.half_hours],
    )


def _note(sums: Sums, shown: Shown, day: int, half: int) -> str:
    place = (day, half)
    if sums.is_hidden[place]:
        return HIDDEN
    top, bottom, days = sums.top[place], sums.bottom[place], sums.days[place]
    if sums.is_few[place]:
        return FEW_DAYS if days < FEWEST_DAYS else f"too few {shown.noun} to say"
    noun = shown.noun.removesuffix("s")
    if shown.bottom and shown.unit is Unit.SHARE:
        return f"{top:,.0f} of {bottom:,.0f} {shown.noun}"
    return f"{bottom:,.0f} {shown.noun}" if shown.bottom else f"{count_noun(round(top), noun)} on {days:.0f} days"


def _whole(values: np.ndarray) -> pl.Series:
    return pl.Series(values, nan_to_null=True).round().cast(pl.Int64)


def _rounded(values: np.ndarray, shown: Shown) -> pl.Series:
    scale = 100 if shown.unit is Unit.SHARE else 1
    return pl.Series(values * scale, nan_to_null=True).round(1)
