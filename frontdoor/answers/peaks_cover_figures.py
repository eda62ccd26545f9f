"""The maps of the cover: who is short and over by half-hour, and how many people it takes."""

import numpy as np
import polars as pl

from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.answers.staffing_gap import Gap
from frontdoor.answers.staffing_load import Load
from frontdoor.answers.staffing_need import Need
from frontdoor.answers.staffing_week import StaffedWeek
from frontdoor.answers.staffing_words import hours
from frontdoor.figure import Figure, Kind
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_profile import HALF_HOURS

MARGIN = 2  # half-hours shown before we open and after we close
UNKNOWN = "not known: too few days, or too few people to show"
DEFINITION = (
    "Needed is the fewest advisers who keep the promise in each half-hour, giving up allowed for (Erlang A), made more by the time "
    "lost to leave, training and sickness. Half-hours are judged alone here; the share answered in time beside it carries the queue "
    "from one to the next."
)


def gap_figure(gap: Gap, week: StaffedWeek, source: str, *, key: str = "cover-gap", title: str = "") -> Figure:
    """Return advisers on the rota less advisers needed, as a map of both signs."""
    return Figure(
        key=key,
        kind=Kind.SIGNED_MAP,
        frame=_map(gap.value, gap.is_told, week.load.is_open).with_columns(is_marked=pl.col("value").is_not_null()),
        unit=Unit.COUNT,
        better=Better.HIGHER,
        headline=title or _headline(gap),
        subtitle="Advisers on the rota minus advisers needed, average half-hour",
        sentence=f"Short by {hours(gap.hours_short)} a week and over by {hours(gap.hours_over)}. "
        f"Needed: enough for {week.by.aim.words}.",
        definition=DEFINITION,
        table=cover_table(week.load, week.need, gap),
        provenance=source,
        key_words=("Too few (−)", "More than needed (+)", "0 is just enough"),
    )


def need_figure(week: StaffedWeek, source: str) -> Figure:
    """Return how many people a rota needs, as a map."""
    needed = np.where(week.load.is_told, week.need.on_the_rota, np.nan)
    most = np.unravel_index(int(np.argmax(week.need.on_the_rota)), needed.shape)
    when = f"{WEEKDAYS[int(most[0])]} {span_words(int(most[1]), int(most[1]) + 1)}"
    return Figure(
        key="cover-need",
        kind=Kind.WEEK_MAP,
        frame=_map(needed, week.load.is_told, week.load.is_open),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"{when} needs most: {int(week.need.on_the_rota.max())} advisers",
        subtitle=f"Advisers needed on the rota for {week.by.aim.words}",
        sentence=f"A week needs {hours(float(week.need.on_the_rota.sum()) / 2)} of advisers on the rota, most on {when}.",
        definition=DEFINITION,
        table=cover_table(week.load, week.need, None),
        provenance=source,
        key_words=("Fewer", "More advisers"),
    )


def cover_table(load: Load, need: Need, gap: Gap | None) -> pl.DataFrame:
    """Return calls, handling time and people of every open half-hour; what is not known is null."""
    day, half_hour = np.nonzero(load.is_open)
    told = load.is_told[day, half_hour]
    columns: dict[str, object] = {
        "Day": [WEEKDAYS[number] for number in day],
        "Time": [span_words(int(number), int(number) + 1) for number in half_hour],
        "Calls": pl.Series(load.calls[day, half_hour], nan_to_null=True).round(1),
        "Handling time, seconds": np.round(load.handle[day, half_hour]).astype(np.int64),
    }
    wanted = {
        "Needed on calls": need.on_calls,
        "Needed on calls if nobody gave up (Erlang C)": need.if_all_hold,
        "Needed on the rota": need.on_the_rota,
    }
    for name, people in wanted.items():
        columns[name] = pl.Series(np.where(told, people[day, half_hour], np.nan), nan_to_null=True).cast(pl.Int64)
    if gap is not None:
        short = gap.value[day, half_hour]
        columns["On the rota"] = pl.Series(short + need.on_the_rota[day, half_hour], nan_to_null=True).round(1)
        columns["Over or short (−)"] = pl.Series(short, nan_to_null=True).round(1)
    return pl.DataFrame(columns)


def shown_half_hours(is_open: Booleans) -> range:
    """Return the half-hours a map shows: those open on any day, and an hour either side."""
    some = np.flatnonzero(is_open.any(axis=0))
    return range(max(int(some[0]) - MARGIN, 0), min(int(some[-1]) + 1 + MARGIN, HALF_HOURS)) if some.size else range(0)


def _map(value: Floats, is_told: Booleans, is_open: Booleans) -> pl.DataFrame:
    """Return day, half_hour, value, is_open and note of the days open, one row a cell."""
    days, shown = np.flatnonzero(is_open.any(axis=1)), shown_half_hours(is_open)
    day, half_hour = np.repeat(days, len(shown)), np.tile(np.array(shown, dtype=np.int64), len(days))
    opened, told = is_open[day, half_hour], is_told[day, half_hour]
    return pl.DataFrame(
        {
            "day": [WEEKDAYS[number] for number in day],
            "half_hour": half_hour,
            "value": pl.Series(np.where(told, value[day, half_hour], np.nan), nan_to_null=True, dtype=pl.Float64),
            "is_open": opened,
            "note": [
                UNKNOWN if is_open_then and not is_told_then else ""
                for is_open_then, is_told_then in zip(opened, told, strict=True)
            ],
        }
    )


def _headline(gap: Gap) -> str:
    """Return which weekdays are short all over and which have hours to spare."""
    by_day = np.where(gap.is_told, np.nan_to_num(gap.value), 0.0).sum(axis=1) / 2
    short, over = int(np.argmin(by_day)), int(np.argmax(by_day))
    if by_day[short] <= -1 and by_day[over] >= 1:
        return f"{WEEKDAYS[short]}s are most short of advisers; {WEEKDAYS[over]}s have hours to spare"
    if by_day[short] <= -1:
        return f"Every day is short, {WEEKDAYS[short]}s most"
    return "No day is short of advisers over its hours"
