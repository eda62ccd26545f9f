"""What a better rota says in words: what it covers, what service it buys, and how many more people it would take."""

from collections.abc import Callable, Sequence

import numpy as np

from frontdoor.answers.peaks_times import WEEKDAYS, hour_words
from frontdoor.answers.sentences import listed
from frontdoor.answers.staffing_gap import Gap
from frontdoor.answers.staffing_service import DAYS_PLAYED, Played, Service
from frontdoor.answers.staffing_words import counted, hours, rounded, share, wait
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.better_rota import BetterRota
from frontdoor.statistics.people_needed import PeopleNeeded
from frontdoor.statistics.shift_patterns import StaffGroup

SHORT_OF_NOTHING = 0.5  # hours: less is none
NO_GROUPS = Box(
    "Say who may work which shifts",
    (
        Line("", "The council file names no `[[staff_group]]`, so nobody can say which rotas are allowed."),
        Line("", "Add one for each group of people: its name, how many, when shifts start and how long they are."),
        Line("", "docs/council-file.md has the words to use."),
    ),
    is_quiet=True,
)


def rota_sentence(
    found: BetterRota, before: Gap | None, needed: PeopleNeeded | None, groups: Sequence[StaffGroup]
) -> str:
    """Return whether these people can cover the week, and what another rota of them would be short of."""
    short = float(found.cover.hours_short.sum())
    if short < SHORT_OF_NOTHING:
        if before is not None and before.hours_short >= SHORT_OF_NOTHING:
            return (
                f"A rota of these people covers every half-hour; today’s is {hours(before.hours_short)} a week short."
            )
        return "A rota of these people covers every half-hour."
    today = f" (today’s: {hours(before.hours_short)})" if before is not None else ""
    best = f"The best rota found is {hours(short)} a week short{today}"
    if found.least_hours_short < SHORT_OF_NOTHING:
        return f"{best}, and a better one may be there."
    more = more_people(needed, groups)
    return f"{best}: no rota of these people can do it" + (f"; {more} would." if more else ".")


def more_people(needed: PeopleNeeded | None, groups: Sequence[StaffGroup]) -> str:
    """Return '3 more full-time people', nothing where nobody knows or none are needed."""
    if needed is None:
        return ""
    pairs = [(wanted - group.people, group.name) for wanted, group in zip(needed.people, groups, strict=True)]
    said = [
        f"{count:,} more {name.lower()} {'person' if count == 1 else 'people'}" for count, name in pairs if count > 0
    ]
    return listed(said)


def reach_words(needed: PeopleNeeded | None) -> tuple[str, ...]:
    """Return which half-hours no allowed shift works in, where there are any."""
    if needed is None or not needed.out_of_reach.any():
        return ()
    day, half_hour = (int(place[0]) for place in np.nonzero(needed.out_of_reach))
    number = int(needed.out_of_reach.sum())
    first = hour_words(day, half_hour, 1)
    return (
        f"No allowed shift works in {counted(number, 'half-hour')} that need somebody, the first {first}: allow an earlier start or a later end.",
    )


def hours_box(found: BetterRota, after: Gap, before: Gap | None, is_whole: bool) -> Box:
    """Return hours short, over and rostered, before and after."""
    now = "" if before is None else "Now {}."
    rows = [
        ("Hours short a week", after.hours_short, None if before is None else before.hours_short),
        ("Hours over a week", after.hours_over, None if before is None else before.hours_over),
        (
            "Hours on the rota while open",
            float(after.cover.hours_rostered.sum()),
            None if before is None else float(before.cover.hours_rostered.sum()),
        ),
    ]
    lines = [
        Line(label, now.format(f"{rounded(was):,}") if was is not None else "", f"{rounded(value):,}")
        for label, value, was in rows
    ]
    how = "The search proved that no rota of these people is less short, to within 1%."
    if not found.is_best:
        ends = f"{hours(found.least_hours_short)} and {hours(after.hours_short)}"
        how = f"The search ran out of time: the best there is lies between {ends} short."
    away = "" if is_whole else " Today’s rota is known for some weekdays only."
    return Box("With the rota found", (*lines, *_freed(after, before), Line("", how + away)))


def _freed(after: Gap, before: Gap | None) -> tuple[Line, ...]:
    """Return what becomes of hours the rota found does not need, where it works less than today's."""
    if before is None:
        return ()
    freed = float(before.cover.hours_rostered.sum() - after.cover.hours_rostered.sum())
    if rounded(freed) < 1:
        return ()
    words = (
        f"It has no more people than the promise takes, which leaves {hours(freed)} a week for other work or for more cover; "
        "so on quiet days fewer may be answered in time than now."
    )
    return (Line("", words),)


def service_lines(
    after: Service, before: Service | None, days: tuple[Played | None, Played | None], weekday: int
) -> Box:
    """Return the service the rota would buy, in the week and on its busiest day, by queue and by simulation."""
    day = WEEKDAYS[weekday]
    now_week = before.over_week("in_time") if before else np.nan
    now_day, now_wait = (before.in_time[weekday], before.seconds_waited[weekday]) if before else (np.nan, np.nan)
    lines = [
        Line("In time over the week", _now(now_week, share), share(after.over_week("in_time"))),
        Line(f"In time on {day}s", _now(now_day, share), share(after.in_time[weekday])),
        Line(f"Mean wait on {day}s", _now(now_wait, wait), wait(after.seconds_waited[weekday])),
    ]
    then, now = days
    if then is not None:
        beside = f", and {played_words(now)} with today’s rota." if now else "."
        lines.append(Line("", f"A simulation of {DAYS_PLAYED} such {day}s gives {played_words(then)}{beside}"))
    return Box("The service it would buy", tuple(lines))


def _now(value: float, said: Callable[[float], str]) -> str:
    return "" if np.isnan(value) else f"Now {said(value)}."


def played_words(played: Played) -> str:
    """Return '69% (64% to 73%)'."""
    low, high = (format_value(end, Unit.SHARE, places=0) for end in (played.low, played.high))
    return f"{share(played.in_time)} ({low} to {high})"
