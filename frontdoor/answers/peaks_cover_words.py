"""What the cover says in words: the worst hours, what callers meet, how people were counted, and e-mail in quiet hours."""

import numpy as np

from frontdoor.answers.peaks_times import WEEKDAYS
from frontdoor.answers.sentences import listed
from frontdoor.answers.staffing_gap import Gap
from frontdoor.answers.staffing_rules import rules_words
from frontdoor.answers.staffing_seen import Fit
from frontdoor.answers.staffing_service import DAYS_PLAYED, Played, Service
from frontdoor.answers.staffing_week import StaffedWeek
from frontdoor.answers.staffing_words import advisers, hours, hours_in_order, rounded, share, wait
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.schema.units import Unit

WORST_NAMED = 3
ROUGHLY = "there the model does not fit well, so take what it expects as better or worse, not as a figure."
NO_ROTA = Box(
    "Hold a rota against this",
    (
        Line("", "No rota is loaded, so nobody can say where we are short."),
        Line("Load one:", "`python -m frontdoor load ROTA.csv --source frontdoor_rota` for advisers by half-hour, or"),
        Line(
            "",
            "`python -m frontdoor load SHIFTS.csv --source frontdoor_shifts` for shifts. docs/canonical-csv.md has the columns.",
        ),
    ),
    is_quiet=True,
)


def gaps_box(gap: Gap) -> Box:
    """Return the hours most short and the one most over."""
    short = [hour for hour in gap.hours if rounded(hour.value) < 0][:WORST_NAMED]
    over = [hour for hour in gap.hours[-1:] if rounded(hour.value) > 0]
    lines = [Line(f"{hour.words}:", f"{advisers(hour.value)} short.") for hour in short]
    lines += [Line(f"Most to spare, {hour.words}:", f"{advisers(hour.value)} more than needed.") for hour in over]
    return Box("Where we are short", tuple(lines) or (Line("", "No hour is short or over by a whole adviser."),))


def needs_box(week: StaffedWeek) -> Box:
    """Return the hours that take most people, where no rota is known."""
    needed = -week.need.on_the_rota.astype(np.float64)
    most = hours_in_order(needed, week.load.is_told)[:WORST_NAMED]
    return Box("Hours that take most", tuple(Line(f"{hour.words}:", advisers(hour.value)) for hour in most))


def service_box(expected: Service, seen: Service, week: StaffedWeek) -> Box:
    """Return, by weekday, the share answered in time that the model expects beside the one seen."""
    within = format_in_full(week.by.aim.within_seconds, Unit.SECONDS)
    lines = []
    for number in np.flatnonzero(np.isfinite(expected.in_time)):
        met = (
            f"Seen {share(seen.in_time[number])}. Mean wait {wait(expected.seconds_waited[number])}; "
            f"{share(expected.gave_up[number])} give up."
        )
        lines.append(Line(WEEKDAYS[number], met, share(expected.in_time[number])))
    return Box(f"Expected within {within}, with today’s rota", tuple(lines))


def service_sentence(expected: Service, weekday: int, seen: Service, week: StaffedWeek) -> str:
    """Return what callers of the busiest weekday can expect, beside the promise and what was seen."""
    return (
        f"With {week.rota_words} the model expects {share(expected.in_time[weekday])} of {WEEKDAYS[weekday]}’s calls "
        f"answered within {format_in_full(week.by.aim.within_seconds, Unit.SECONDS)}; "
        f"{format_value(week.by.aim.target, Unit.SHARE)} are promised, and {share(seen.in_time[weekday])} were seen in the 52 weeks."
    )


def checks(simulated: Played | None, weekday: int, fits: tuple[Fit, ...]) -> tuple[str, ...]:
    """Return how the model compares with days of `weekday` played call by call, and with what was seen on the same days."""
    said = []
    if simulated is not None:
        low, high = (format_value(end * 100, Unit.COUNT) for end in (simulated.low, simulated.high))
        day = WEEKDAYS[weekday]
        said.append(f"A simulation of {DAYS_PLAYED} such {day}s gives {share(simulated.in_time)} ({low} to {high}).")
    for is_good, ending in ((True, "."), (False, f": {ROUGHLY}")):
        days = [_fitted(fit) for fit in fits if fit.is_known and fit.is_good is is_good]
        if days:
            said.append(f"On days with a rota the model makes {listed(days)}{ending}")
    return tuple(said)


def _fitted(fit: Fit) -> str:
    return f"{share(fit.modelled)} on {WEEKDAYS[fit.weekday]}s, where {share(fit.seen)} was seen"


def method_box(week: StaffedWeek, noun: str) -> Box:
    """Return how people were counted, each assumption in a line."""
    more = int((week.need.if_all_hold - week.need.on_calls).max())
    hold = float(week.need.if_all_hold.sum()) / 2 - float(week.need.on_calls.sum()) / 2
    if_all_hold = (
        f"If nobody gave up (Erlang C) it would take up to {advisers(more)} more at once, {hours(hold)} a week."
        if week.by.patience.is_known
        else "So this is Erlang C."
    )
    calls = np.where(week.load.is_told, week.load.calls, 0.0)
    handle = float((week.load.handle * calls).sum() / calls.sum()) if calls.sum() else float(week.load.handle.mean())
    each = f"{format_in_full(handle, Unit.SECONDS)} each on average, by weekday and half-hour where enough are timed."
    lines = [
        Line("Promise:", f"{week.by.aim.words}; calls given up count as late."),
        Line(
            f"{noun.capitalize()}:",
            f"{week.choice.value[0].lower()}{week.choice.value[1:]}, {rounded(calls.sum()):,} a week; {each}",
        ),
        Line("Ringing again:", week.by.redials.words),
        Line("Giving up:", f"{week.by.patience.words} {if_all_hold}"),
        Line("Rules:", " ".join(rules_words(week.by.rules))),
    ]
    if week.by.at_once > 1:
        lines.append(Line("Chats:", f"One adviser holds {week.by.at_once} at once."))
    return Box("How people were counted", tuple(lines))
