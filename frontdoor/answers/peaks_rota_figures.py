"""The shifts of a rota as a picture, and as the table people take away."""

import polars as pl

from frontdoor.answers.peaks_times import WEEKDAYS, span_words, time_words
from frontdoor.answers.staffing_words import counted
from frontdoor.figure import Figure, Kind
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.rota_model import Choice
from frontdoor.statistics.shift_patterns import Shift, StaffGroup

Worked = tuple[tuple[Choice, int], ...]
"""Each shift of a rota and how many people work it."""


def shifts_figure(worked: Worked, groups: tuple[StaffGroup, ...], source: str) -> Figure:
    """Return how many shifts of each kind a week has, as bars; its table lists every one."""
    kinds: dict[tuple[int, int, int], int] = {}
    for choice, people in worked:
        kind = (choice.group, choice.shift.start, choice.shift.length)
        kinds[kind] = kinds.get(kind, 0) + people
    labels = [f"{groups[group].name}, {shift_words(start, length)}" for group, start, length in sorted(kinds)]
    values = [float(kinds[kind]) for kind in sorted(kinds)]
    number = int(sum(values))
    return Figure(
        key="rota-shifts",
        kind=Kind.BARS,
        frame=pl.DataFrame(
            {"label": labels, "value": values, "note": [""] * len(labels), "is_highlighted": [False] * len(labels)},
            schema_overrides={"label": pl.String, "value": pl.Float64, "note": pl.String, "is_highlighted": pl.Boolean},
        ),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"{counted(number, 'shift')} a week",
        subtitle="Shifts a week in the rota found, by who works them and when",
        sentence=f"The rota found has {counted(number, 'shift')} a week of {counted(len(labels), 'kind')}. "
        "The table lists each by day, with its break.",
        definition="Each person works at most one shift a day, on at most as many days as the council file allows. Rest between "
        "days, skills and who wants which day are not looked at. The rota repeats every week.",
        table=shifts_table(worked, groups),
        provenance=source,
    )


def shifts_table(worked: Worked, groups: tuple[StaffGroup, ...]) -> pl.DataFrame:
    """Return day, group, start, end, break and people of every shift, by day and start."""
    order = sorted(
        worked, key=lambda each: (each[0].day, each[0].shift.start, each[0].group, each[0].shift.break_start or 0)
    )
    return pl.DataFrame(
        {
            "Day": [WEEKDAYS[choice.day] for choice, _ in order],
            "Group": [groups[choice.group].name for choice, _ in order],
            "Start": [clock(choice.shift.start) for choice, _ in order],
            "End": [clock(choice.shift.start + choice.shift.length) for choice, _ in order],
            "Break": [break_words(choice.shift) for choice, _ in order],
            "People": [people for _, people in order],
        },
        schema={
            "Day": pl.String,
            "Group": pl.String,
            "Start": pl.String,
            "End": pl.String,
            "Break": pl.String,
            "People": pl.Int64,
        },
    )


def shift_words(start: int, length: int) -> str:
    """Return '9am to 5pm', with what ends after midnight said so."""
    end = start + length
    return (
        span_words(start, end)
        if end <= HALF_HOURS
        else f"{time_words(start)} to {time_words(end - HALF_HOURS)} next day"
    )


def break_words(shift: Shift) -> str:
    """Return '12:00 to 12:30', nothing for a shift without one."""
    if shift.break_start is None:
        return ""
    return f"{clock(shift.break_start)} to {clock(shift.break_start + shift.break_length)}"


def clock(half_hour: int) -> str:
    """Return a time as a file has it: '09:00', past midnight from 00:00 on."""
    hour, half = divmod(half_hour % HALF_HOURS, 2)
    return f"{hour:02d}:{30 * half:02d}"
