"""What changed from one stretch to another, half-hour by half-hour: only changes beyond noise are marked."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from frontdoor.answers.peaks_times import WEEKDAYS, span_words, time_words
from frontdoor.answers.peaks_week_cells import Sums, Week
from frontdoor.answers.peaks_week_figures import Said, places_of, value_words
from frontdoor.answers.peaks_week_shows import Shown
from frontdoor.answers.peaks_week_window import Window
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_gap, format_in_full, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.map_cells import cells_of
from frontdoor.statistics.map_difference import map_difference
from frontdoor.statistics.share_map_difference import share_cells_of, share_map_difference

OTHER_HOURS = "opening hours differ between the two"
TOO_LITTLE = "too little to tell"
SMALL = 10  # contacts below which a tenth of one is said


@dataclass(frozen=True, slots=True)
class Changed:
    """Per half-hour of the week (7, 48): now less before, NaN where it cannot be told, and whether beyond noise."""

    before: Floats
    now: Floats
    difference: Floats
    is_changed: Booleans
    is_open: Booleans
    is_alike: Booleans
    has_hours: bool = True


def changed(before: Week, now: Week, sums: tuple[Sums, Sums], shown: Shown) -> Changed:
    """Return what changed; `sums` are those shown of before and now. Half-hours open only in one of them have none."""
    is_alike = before.hours == now.hours
    found = _found(before, now, shown) & is_alike
    then, today = (each.value for each in sums)
    difference = np.where(is_alike, today - then, np.nan)
    return Changed(then, today, difference, found & ~np.isnan(difference), now.hours, is_alike, now.has_hours)


def _found(before: Week, now: Week, shown: Shown) -> Booleans:
    """Return which half-hours differ beyond noise; a half-hour counts on the days it was as it is shown."""
    if shown.law is None:
        then, today = (
            cells_of(each.known(shown.top), each.demand.days.weekday, each.counted) for each in (before, now)
        )
        return map_difference(then, today).is_changed
    then_of, today_of = (
        share_cells_of(each.known(shown.top), each.known(shown.bottom), each.demand.days.weekday)
        for each in (before, now)
    )
    return share_map_difference(then_of, today_of, shown.law).is_changed


def in_window(change: Changed, window: Window) -> Changed:
    """Return the same with nothing marked outside the window, so that words and picture agree."""
    is_shown = np.zeros_like(change.is_changed)
    is_shown[np.ix_(window.weekdays, window.half_hours)] = True
    return replace(change, is_changed=change.is_changed & is_shown)


def change_figure(change: Changed, shown: Shown, window: Window, said: Said) -> Figure:
    """Return the SIGNED_MAP of what changed."""
    days, halves = places_of(window)
    frame = pl.DataFrame(
        {
            "day": [WEEKDAYS[day] for day in days],
            "half_hour": halves,
            "value": change.difference[days, halves],
            "is_open": change.is_open[days, halves] if change.has_hours else [None] * len(days),
            "note": [_note(change, shown, *place) for place in zip(days, halves, strict=True)],
            "is_marked": change.is_changed[days, halves],
        },
        schema_overrides={"half_hour": pl.Int64, "note": pl.String, "is_open": pl.Boolean},
        nan_to_null=True,
    )
    return Figure(
        key=said.key, kind=Kind.SIGNED_MAP, frame=frame, unit=shown.unit, better=shown.better, headline=said.headline,
        subtitle=said.subtitle, sentence=said.sentence, definition=said.definition,
        table=_table(change, shown, days, halves), provenance=said.provenance, notes=said.notes,
    )  # fmt: skip


def change_headline(change: Changed) -> str:
    """Return how many half-hours changed: '12 half-hours changed beyond noise'."""
    number = int(change.is_changed.sum())
    if not number:
        return "No half-hour changed beyond noise"
    return f"{number} half-hour{'' if number == 1 else 's'} changed beyond noise"


def change_words(change: Changed, shown: Shown) -> str:
    """Return how many changed and the largest of them, in one or two sentences."""
    if not change.is_changed.any():
        return "No half-hour changed beyond noise."
    more = int((change.is_changed & (change.difference > 0)).sum())
    fewer = int(change.is_changed.sum()) - more
    up, down = _directions(shown)
    which = f"{more} {up} and {fewer} {down}" if more and fewer else f"{up if more else down}"
    all_of = {1: "", 2: "both "}.get(more + fewer, "all ") if which in (up, down) else ""
    return f"{change_headline(change)}, {all_of}{which}. {_largest_words(change, shown)}"


def _largest_words(change: Changed, shown: Shown) -> str:
    """Return 'The largest is Monday 9am: 21 more calls, 84 before and 105 now.'."""
    size = np.where(change.is_changed, np.abs(change.difference), -1.0)
    place = np.unravel_index(np.argmax(size), size.shape)
    difference = float(change.difference[place])
    before, now = (_said(float(each[place]), shown) for each in (change.before, change.now))
    word = _directions(shown)[0 if difference > 0 else 1]
    if shown.unit is Unit.COUNT:
        word = f"{'more' if difference > 0 else 'fewer'} {shown.noun}"
    gap = _said(abs(difference), shown) if shown.unit is Unit.COUNT else format_gap(difference, shown.unit)
    where = f"{WEEKDAYS[int(place[0])]} {time_words(int(place[1]))}"
    return f"The largest is {where}: {gap} {word}, {before} before and {now} now."


def _said(value: float, shown: Shown) -> str:
    if shown.unit is Unit.COUNT and abs(value) < SMALL:
        return format_value(value, shown.unit, places=1)
    return format_in_full(value, shown.unit)


def _note(change: Changed, shown: Shown, day: int, half: int) -> str:
    place = (day, half)
    if not change.is_alike[place]:
        return OTHER_HOURS
    if np.isnan(change.difference[place]):
        return TOO_LITTLE
    before, now = (_said(float(each[place]), shown) for each in (change.before, change.now))
    return f"{before} before, {now} now{'' if change.is_changed[place] else '; within noise'}"


def _table(change: Changed, shown: Shown, days: list[int], halves: list[int]) -> pl.DataFrame:
    """Return a row for each half-hour of the window: before, now, the difference and whether it is beyond noise."""
    scale = 100 if shown.unit is Unit.SHARE else 1
    sides = {"before": change.before, "now": change.now, "difference": change.difference}
    columns: dict[str, object] = {
        "Day": [WEEKDAYS[day] for day in days],
        "Time": [span_words(half, half + 1) for half in halves],
    }
    for name, values in sides.items():
        columns[f"{value_words(shown)}, {name}"] = pl.Series(values[days, halves] * scale, nan_to_null=True).round(1)
    columns["Beyond noise"] = ["Yes" if is_so else "No" for is_so in change.is_changed[days, halves]]
    return pl.DataFrame(columns)


def _directions(shown: Shown) -> tuple[str, str]:
    """Return what up and down are called: busier and quieter, longer and shorter, or better and worse."""
    if shown.unit is Unit.COUNT:
        return "busier", "quieter"
    if shown.unit is Unit.SECONDS:
        return "longer", "shorter"
    return ("better", "worse") if shown.better is Better.HIGHER else ("worse", "better")
