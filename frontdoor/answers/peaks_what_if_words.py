"""What a change would do, in words: the answer, each assumption, and the numbers before and after."""

from collections.abc import Callable

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.demand import LIVE
from frontdoor.answers.labels import label_of
from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.answers.peaks_what_if_changes import Change, Opened, neighbours
from frontdoor.answers.peaks_what_if_effect import Effect, Side
from frontdoor.answers.staffing_load import FEWEST_OPEN_DAYS
from frontdoor.answers.staffing_week import StaffedWeek
from frontdoor.answers.staffing_words import advisers, hours, rounded, share, wait
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Booleans

HARDLY_ANY = 0.05  # calls a day
NOTHING_YET = "Nothing is changed yet: choose longer hours, more advisers or fewer calls."
PILOT = "This is a sum, not a trial: only a pilot, with days to compare, can measure what people really do."


def change_words(change: Change, context: Context) -> str:
    """Return what is changed, to begin a sentence: 'Opening Mondays 8am to 9am'."""
    said = []
    if change.opened:
        said.append(
            f"opening {WEEKDAYS[change.opened.weekday]}s {span_words(change.opened.opens, change.opened.closes)}"
        )
    if change.added:
        when = f"{WEEKDAYS[change.added.weekday]}s {span_words(change.added.first, change.added.before)}"
        said.append(f"{advisers(change.added.people)} more on {when}")
    if change.online:
        label = label_of(change.online.service, "service", context)
        said.append(f"{format_value(change.online.share, Unit.SHARE)} of calls about {label.lower()} moved online")
    if change.smoothed:
        said.append(f"{format_value(change.smoothed.share, Unit.SHARE)} of the peak’s calls moved to quiet half-hours")
    whole = " and ".join(said)
    return whole[:1].upper() + whole[1:] if whole else "No change"


def touched(change: Change, effect: Effect) -> Booleans:
    """Return the weekdays (7,) to show: those opened or given people, else every one that is open."""
    if change == Change() or change.online or change.smoothed:
        return np.asarray(effect.after.load.is_open.any(axis=1), dtype=np.bool_)
    own = {part.weekday for part in (change.opened, change.added) if part}
    return np.isin(np.arange(len(WEEKDAYS)), list(own))


def answer_words(change: Change, effect: Effect, context: Context) -> str:
    """Return the answer in one sentence: on the weekday most touched, or over the week."""
    what = change_words(change, context)
    before, after = effect.before.service, effect.after.service
    if change == Change():
        return NOTHING_YET
    if before is None or after is None:
        gap = hours_needed(effect.after) - hours_needed(effect.before)
        return f"{what} would take {hours(abs(gap))} {'more' if gap >= 0 else 'fewer'} of advisers on the rota a week."
    days = np.flatnonzero(touched(change, effect))
    if len(days) == 1 and np.isfinite(after.in_time[days[0]]):
        day, was, then = WEEKDAYS[days[0]], before.in_time[days[0]], after.in_time[days[0]]
        now = f", now {share(was)}." if np.isfinite(was) else "; we are closed now."
        return f"{what}: about {share(then)} of {day}’s calls answered in time{now}"
    was, then = before.over_week("in_time"), after.over_week("in_time")
    return f"{what}: about {share(then)} of the week’s calls answered in time, now {share(was)}."


def assumptions(change: Change, effect: Effect, week: StaffedWeek, context: Context) -> Box:
    """Return each thing the sum takes for granted."""
    lines = [Line("Day:", "an average open day of the last 52 weeks, every call counted as it comes.")]
    if change.opened:
        lines += _of_opening(change.opened, effect, week, context)
    if change.added:
        lines.append(
            Line(
                "Advisers added:",
                f"people like today’s; {format_value(week.by.rules.shrinkage, Unit.SHARE)} of their time is away too.",
            )
        )
    if change.online:
        label = label_of(change.online.service, "service", context)
        lines.append(
            Line(
                "Moved online:",
                f"calls about {label.lower()} fall by the same share at every hour, take as long, and nobody who goes online rings too.",
            )
        )
    if change.smoothed:
        lines.append(
            Line(
                "Smoothed:",
                "calls leave the busiest tenth of half-hours of the week and spread evenly over its quietest half; none are lost.",
            )
        )
    lines.append(Line("Callers:", f"they hold on as long as now. {PILOT}"))
    return Box("What this takes for granted", tuple(lines))


def _of_opening(opened: Opened, effect: Effect, week: StaffedWeek, context: Context) -> list[Line]:
    source = neighbours(week.load.is_open[opened.weekday], opened)
    day, new = WEEKDAYS[opened.weekday], span_words(opened.opens, opened.closes)
    lines = [Line("While closed:", _while_closed(effect.came_while_closed, day, new))]
    place, beside = "", 0.0
    if source.size:
        place = span_words(int(source[0]), int(source[-1]) + 1)
        beside = float(np.nan_to_num(week.load.calls[opened.weekday, source]).sum())
        moving = format_value(opened.moving, Unit.SHARE)
        lines.append(
            Line("Who moves:", f"{moving} of the calls of {place} come {new} instead. Nobody knows this share.")
        )
    days, calls = seen_when_open(opened, week, context)
    if days:
        part = f", as many as {share(calls / beside)} of those of {place} now" if beside else ""
        lines.append(
            Line(
                "Seen:",
                f"on {days} {day}s of the 52 weeks we were open from {new}: {calls:,.0f} calls came on average{part}.",
            )
        )
    if effect.after.rostered is not None:
        more = f"{hours(_hours_in_new(effect))} more of advisers a week, from nowhere else"
        lines.append(Line("Who answers:", f"whoever is rostered then, or as many as it takes: {more}."))
    return lines


def _hours_in_new(effect: Effect) -> float:
    """Return the hours of advisers a week that the half-hours newly open have more than now."""
    before, after = effect.before, effect.after
    if before.rostered is None or after.rostered is None:
        return 0.0
    is_new = after.load.is_open & ~before.load.is_open
    return float((np.nan_to_num(after.rostered) - np.nan_to_num(before.rostered))[is_new].sum()) / 2


def _while_closed(came: float, day: str, new: str) -> str:
    if came < HARDLY_ANY:
        return f"no calls are recorded on {day}s from {new}, so those who rang in vain are not in this."
    said = format_value(came, Unit.COUNT, places=0 if came >= 10 else 1)
    return f"the {said} calls that come on a usual {day} from {new} are answered then."


def seen_when_open(opened: Opened, week: StaffedWeek, context: Context) -> tuple[int, float]:
    """Return on how many days of that weekday the hours were open before, and the mean calls of them; 0 for too few."""
    stretch = slice(opened.opens, opened.closes)
    calls = week.year[LIVE][:, stretch]
    is_day = (week.year.days.weekday == opened.weekday) & ~week.year.days.is_holiday
    is_day &= week.year.is_open[:, stretch].all(axis=1) & ~np.isnan(calls).any(axis=1)
    days, came = int(is_day.sum()), pl.DataFrame({LIVE: [int(calls[is_day].sum())]})
    shown = control(came, (LIVE,), context.audience, is_small_area=week.filters.attribute is not None)[LIVE][0]
    return (days, shown / days) if days >= FEWEST_OPEN_DAYS and shown is not None else (0, 0.0)


def facts_box(change: Change, effect: Effect) -> Box:
    """Return waits, service and advisers before and after, of the weekdays that change."""
    before, after = effect.before, effect.after
    days = [int(day) for day in np.flatnonzero(touched(change, effect))]
    lines = []
    for day in days:
        if before.service is None or after.service is None or np.isnan(after.service.in_time[day]):
            continue
        name = WEEKDAYS[day]
        lines.append(_fact(f"{name}: answered in time", share, before.service.in_time[day], after.service.in_time[day]))
        lines.append(
            _fact(f"{name}: mean wait", wait, before.service.seconds_waited[day], after.service.seconds_waited[day])
        )
        lines.append(_fact(f"{name}: give up", share, before.service.gave_up[day], after.service.gave_up[day]))
    most = [float(side.need.on_the_rota[days].max()) if days else 0.0 for side in (before, after)]
    lines.append(_fact("Most advisers needed at once", _whole, *most))
    lines.append(_fact("Hours of advisers needed a week", _whole, hours_needed(before), hours_needed(after)))
    return Box("Now and then", tuple(lines))


def range_line(change: Change, low: float, high: float, shares: tuple[float, float]) -> str:
    """Return what the answer is when fewer or more move."""
    assert change.opened is not None
    few, many = (format_value(each, Unit.SHARE) for each in shares)
    first, last = sorted((low, high))
    return f"If {few} to {many} move, {share(first)} to {share(last)} of {WEEKDAYS[change.opened.weekday]}’s calls are answered in time."


def hours_needed(side: Side) -> float:
    """Return the hours of advisers a week takes on the rota."""
    return float(side.need.on_the_rota.sum()) / 2


def _whole(value: float) -> str:
    return f"{rounded(value):,}"


def _fact(label: str, said: Callable[[float], str], was: float, then: float) -> Line:
    return Line(label, f"Now {said(float(was))}." if np.isfinite(was) else "", said(float(then)))
