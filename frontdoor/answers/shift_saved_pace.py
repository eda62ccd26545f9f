"""What it would take: where the digital share goes at the present pace, by when, and how many contacts a week would have to move."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_saved_weeks import WEEK, WEEKS_IN_A_YEAR, Weeks
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.pace import NEVER, Pace, pace
from frontdoor.strategy.strategy import PromisedMeasure, Target

FARTHEST = 2 * WEEKS_IN_A_YEAR  # weeks ahead; a pace is not known for longer
MOST_SERVICES = 4
TITLE = "What it would take"


@dataclass(frozen=True, slots=True)
class Aim:
    """The target that counts: the next one to come, else the one in force; `on` the day by which it is to be met."""

    target: float
    on: date
    is_to_come: bool


def aim_of(promised: PromisedMeasure | None, last: date, context: Context) -> Aim | None:
    """Return the target of the digital share to be reached; None where the council has none."""
    if promised is None:
        return None
    known: list[Target] = [each for each in context.targets(promised) if each.value is not None]
    coming = [each for each in known if each.from_date > last]
    chosen = (
        min(coming, key=lambda each: each.from_date)
        if coming
        else max(known, key=lambda each: each.from_date, default=None)
    )
    if chosen is None or chosen.value is None:
        return None
    return Aim(float(chosen.value), chosen.from_date, bool(coming))  # fmt: skip


def digital_promise(context: Context) -> PromisedMeasure | None:
    """Return the council's promise about contacts made online, None where it has none."""
    return next((each for each in context.measures() if each.measure == "digital_share"), None)


def pace_box(weeks: Weeks, context: Context) -> Box:
    """Return where the share goes, by when it reaches the target, and how many contacts would have to move by service."""
    aim = aim_of(digital_promise(context), weeks.last_day, context)
    if aim is None:
        return Box(TITLE, (Line("", "No target for contacts made online is set, so there is nothing to reach."),))
    since = max((day for _, day in weeks.unexplained), default=weeks.day(0))
    first = int(np.searchsorted(weeks.starts, np.datetime64(since)))
    ahead = _ahead(aim, weeks, len(weeks.starts) - first)
    services = tuple(weeks.sums["service"].unique().sort())
    part, whole = _series(weeks, services, first)
    if ahead < 1:
        return Box(TITLE, (Line("", "Too few weeks are recorded to see a pace."),))
    found = pace(part, whole, weeks.starts[first:], ahead, aim.target)
    return Box(TITLE, tuple(_lines(found, aim, weeks, services, context)))


def _ahead(aim: Aim, weeks: Weeks, known: int) -> int:
    """Return how many weeks to look ahead: to the target's day, at least a year, never longer than was seen."""
    to_target = (aim.on - weeks.last_day).days // 7 if aim.is_to_come else WEEKS_IN_A_YEAR
    return min(max(to_target, WEEKS_IN_A_YEAR), FARTHEST, known)


def _series(weeks: Weeks, services: tuple[str, ...], first: int) -> tuple[Floats, Floats]:
    """Return digital contacts and all contacts by week: of everything, then of each service; NaN in unknown weeks."""
    by = weeks.sums.group_by("service", "period_start").agg(pl.col("digital_contacts", "contacts").sum())
    place = {start: number for number, start in enumerate(weeks.starts.astype(object))}
    found = np.zeros((2, len(services) + 1, len(place)))
    for service, start, digital, contacts in by.iter_rows():
        if start in place:
            found[:, services.index(service) + 1, place[start]] = digital, contacts
    found[:, 0] = found[:, 1:].sum(axis=1)
    found = np.where(found[1] > 0, found, np.nan)
    return found[0][:, first:], found[1][:, first:]


def _lines(found: Pace, aim: Aim, weeks: Weeks, services: tuple[str, ...], context: Context) -> list[Line]:
    target = _percent(aim.target)
    by = f"from {format_date(aim.on)}" if aim.is_to_come else f"in force since {format_date(aim.on)}"
    lines = [Line("Target:", f"{target}, {by}; now {_percent(float(found.now[0]))} over 13 weeks.")]
    if not found.is_known[0]:
        return [*lines, Line("", "Too few weeks are recorded to see a pace.")]
    if float(found.now[0]) >= aim.target:
        lines.append(Line("", f"It is reached. {_shrinking(found, aim)}".strip()))
    else:
        lines += [Line("At this pace:", _when(found, aim, weeks)), Line("To move:", _to_move(found))]
        lines += _by_service(found, services, context)
    return lines


def _shrinking(found: Pace, aim: Aim) -> str:
    lowest, last = float(found.lower[0, -1]), float(found.expected[0, -1])
    if last < aim.target:
        return f"At the present pace it is lost again: {_percent(last)} is expected {found.expected.shape[1]} weeks on."
    return "" if lowest >= aim.target else "It may be lost again: the pace is not steady enough to say it will last."


def _when(found: Pace, aim: Aim, weeks: Weeks) -> str:
    week = min(max((aim.on - weeks.last_day).days // 7, 1), found.expected.shape[1]) - 1 if aim.is_to_come else -1
    day = aim.on if aim.is_to_come else _day(weeks, found.expected.shape[1] - 1)
    ends = (float(each[0, week]) for each in (found.expected, found.lower, found.upper))
    expected, low, high = (_percent(end) for end in ends)
    return f"{expected} by {format_date(day)} ({low} to {high}). {_reached(found, weeks)}"


def _reached(found: Pace, weeks: Weeks) -> str:
    expected, earliest, latest = (
        int(each[0]) for each in (found.expected_week, found.earliest_week, found.latest_week)
    )
    until = format_date(_day(weeks, found.expected.shape[1] - 1))
    if earliest == NEVER:
        return f"It is not reached by {until}, not even at the upper end."
    if expected == NEVER:
        return f"It is not likely by {until}; at the best end in the week to {format_date(_day(weeks, earliest))}."
    later = (
        f"or not by {until}" if latest == NEVER else f"at the latest in the week to {format_date(_day(weeks, latest))}"
    )
    return f"It is likely reached in the week to {format_date(_day(weeks, expected))}, {later}."


def _to_move(found: Pace) -> str:
    return f"about {_whole(float(found.to_move[0]))} contacts a week that now come otherwise, at today’s number of contacts."


def _by_service(found: Pace, services: tuple[str, ...], context: Context) -> list[Line]:
    short = [
        (float(lacks), label_of(name, "service", context))
        for name, lacks in zip(services, found.to_move[1:], strict=True)
        if lacks >= 1
    ]
    if len(services) < 2 or not short:
        return []
    named = [f"{label} {_whole(lacks)}" for lacks, label in sorted(short, reverse=True)[:MOST_SERVICES]]
    return [Line("By service:", f"for each to reach it by itself, {', '.join(named)} a week.")]


def _day(weeks: Weeks, ahead: int) -> date:
    return weeks.last_day + (ahead + 1) * WEEK + timedelta(0)


def _whole(number: float) -> str:
    return format_value(round(number), Unit.COUNT)


def _percent(share: float) -> str:
    return format_value(share, Unit.SHARE, places=1)
