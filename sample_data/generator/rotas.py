"""Rotas: Trentside's shifts and Nenebridge's half-hours, much the same every weekday, as neither calls nor Mondays are."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import polars as pl

from sample_data.generator import rhythm
from sample_data.generator.days import bank_holidays
from sample_data.generator.files import GeneratedFile
from sample_data.generator.making import Months
from sample_data.generator.profile import CouncilProfile
from sample_data.planted import rotas as planted

SHIFTS, HALF_HOURS = "frontdoor_shifts", "frontdoor_rota"
_WEEKS_BACK, _WEEKS_AHEAD = 26, 8
_SATURDAY = 5
_NINE, _ONE, _FIVE = time(9), time(13), time(17)
_EARLY, _EARLY_END = time(8, 30), time(16, 30)
_TEAM = "Customer services"
Row = dict[str, object]


def write_rota(profile: CouncilProfile, folder: Path, months: Months, scale: float) -> list[GeneratedFile]:
    """Write a council's rota of the last half year and the next weeks; nothing for a council that exports none.

    `scale` multiplies how many advisers there are.
    """
    days = open_days(profile, months)
    if profile.key == "trentside":
        rows = [row for day in days for row in _shifts(day, scale)]
        return [_written(folder / f"invented_{profile.key}_shifts.csv", SHIFTS, rows)]
    if profile.key == "nenebridge":
        rows = [row for day in days for row in _half_hours(profile, day, scale)]
        return [_written(folder / f"invented_{profile.key}_rota.csv", HALF_HOURS, rows)]
    return []


def open_days(profile: CouncilProfile, months: Months) -> list[date]:
    """Return the days with a rota: open, no bank holiday, from a Monday half a year back to a Sunday some weeks ahead."""
    last = months.until + timedelta(weeks=_WEEKS_AHEAD)
    last += timedelta(days=6 - last.weekday())
    first = months.until - timedelta(weeks=_WEEKS_BACK, days=months.until.weekday() - 7)
    first = max(first, months.first_of_each[0])
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [day for day in every if profile.opening[day.weekday()] != (0, 0) and day not in bank_holidays(day.year)]


def _shifts(day: date, scale: float) -> Iterator[Row]:
    """Yield the shifts of one day, each worker's at the same hours every day."""
    for number in range(_heads(planted.FULL_TIME, scale)):
        starts_early = number % planted.FULL_TIME < planted.EARLY_STARTERS
        start, end = (_EARLY, _EARLY_END) if starts_early else (_NINE, _FIVE)
        pause = planted.BREAKS[number % len(planted.BREAKS)]
        yield _shift(day, f"T1{number:04d}", (start, end), (pause, _half_an_hour_after(pause)))
    turns = [(_NINE, _ONE)] * planted.MORNINGS + [(_ONE, _FIVE)] * planted.AFTERNOONS
    for number in range(_heads(len(turns), scale)):
        turn = number % len(turns)
        if planted.DAYS_OFF[turn] != day.weekday():
            yield _shift(day, f"T2{number:04d}", turns[turn], None)


def _shift(day: date, worker: str, hours: tuple[time, time], pause: tuple[time, time] | None) -> Row:
    return {
        "shift_id": f"{worker}-{day}",
        "worker": worker,
        "date": day,
        "start": hours[0],
        "end": hours[1],
        "break_start": pause[0] if pause else None,
        "break_end": pause[1] if pause else None,
        "service": "all",
        "channel": "phone",
        "team": _TEAM,
    }


def _half_hours(profile: CouncilProfile, day: date, scale: float) -> Iterator[Row]:
    """Yield the half-hours of one day, busier in the morning, the same every weekday."""
    first, before = profile.opening[day.weekday()]
    shape = rhythm.calls_the_rota_copes_with(profile.opening)
    mean = shape[first:before].mean()
    for half_hour in range(first, before):
        is_saturday = day.weekday() == _SATURDAY
        agents = planted.NENEBRIDGE_SATURDAYS if is_saturday else planted.NENEBRIDGE_AGENTS * shape[half_hour] / mean
        start = time(half_hour // 2, half_hour % 2 * 30)
        yield {
            "date": day,
            "start": start,
            "service": "all",
            "channel": "phone",
            "agents": round(agents * scale * 2) / 2,
        }


def _heads(number: int, scale: float) -> int:
    return max(round(number * scale), 1)


def _half_an_hour_after(at: time) -> time:
    minutes = at.hour * 60 + at.minute + 30
    return time(minutes // 60, minutes % 60)


def _written(path: Path, source: str, rows: list[Row]) -> GeneratedFile:
    pl.DataFrame(rows, infer_schema_length=None).write_csv(path, time_format="%H:%M")
    return GeneratedFile(path, source, len(rows))
