"""What could the same people cover? The rota of the shifts allowed that is short of least, beside the one there is."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.peaks_choices import Staffing
from frontdoor.answers.peaks_cover import answer_of, nothing_told, source_of, stamp, week_or_refused
from frontdoor.answers.peaks_cover_figures import gap_figure
from frontdoor.answers.peaks_rota_figures import shifts_figure
from frontdoor.answers.peaks_rota_words import NO_GROUPS, hours_box, reach_words, rota_sentence, service_lines
from frontdoor.answers.staffing_gap import Gap, gap_of
from frontdoor.answers.staffing_service import expected_together, played
from frontdoor.answers.staffing_week import StaffedWeek
from frontdoor.answers.staffing_words import hours
from frontdoor.answers.view_answer import Box, Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.better_rota import BetterRota, better_rota
from frontdoor.statistics.people_needed import PeopleNeeded, people_needed
from frontdoor.statistics.shift_patterns import StaffGroup
from frontdoor.strategy.staffing import groups_on

QUESTION = "What could the same people cover?"
SECONDS_FOR_A_ROTA, SECONDS_FOR_PEOPLE = 4.5, 2.5  # of the ten that a reader waits at most
SHORT_OF_NOTHING = 0.5  # hours: less is none
Progress = Callable[[float, str], None]
"""Told a share (0 to 1) of the work done, and what comes next in words."""


@dataclass(frozen=True, slots=True)
class Rotas:
    """The rota found and the gaps after and before it; `before` is None where no rota is loaded."""

    found: BetterRota
    after: Gap
    before: Gap | None
    needed: PeopleNeeded | None
    groups: tuple[StaffGroup, ...]


def better(filters: Filters, audience: Audience, staffing: Staffing, progress: Progress | None = None) -> ViewAnswer:
    """Return the best rota found in a limited time, what it covers and buys, and how many people it would take."""
    return better_of(filters, staffing, open_context(filters, audience), progress)


def better_of(filters: Filters, staffing: Staffing, context: Context, progress: Progress | None = None) -> ViewAnswer:
    """Return the same from a context already open."""
    tell = progress or _tell_nobody
    tell(0.05, "Working out how many people each half-hour needs")
    try:
        week = week_or_refused(filters, staffing, context)
        groups = groups_on(context.council.staff_groups, week.on)
        shown = answer_of(QUESTION, week, context)
        if not any(group.people for group in groups):
            return _without_groups(shown)
        rotas = search(week, groups, tell)
    except CannotTellError as reason:
        return nothing_told(QUESTION, str(reason), context)
    tell(0.9, "Working out the service it would buy")
    answer = _answer(shown, week, rotas, context)
    tell(1.0, "Done")
    return answer


def search(week: StaffedWeek, groups: tuple[StaffGroup, ...], tell: Progress) -> Rotas:
    """Return the rota found for the week; CannotTellError where none was found in time."""
    tell(0.1, f"Looking for the rota that is short of least, for at most {SECONDS_FOR_A_ROTA:g} seconds")
    found = better_rota(week.need.on_the_rota, groups, seconds=SECONDS_FOR_A_ROTA)
    needed = None
    if found.least_hours_short >= SHORT_OF_NOTHING:
        tell(0.6, f"Counting how many people it would take, for at most {SECONDS_FOR_PEOPLE:g} seconds")
        needed = _people(week, groups)
    rostered: Floats = found.rostered.astype(np.float64)
    after = gap_of(week.need.on_the_rota, rostered, week.load.is_told)
    before = None if week.rostered is None else gap_of(week.need.on_the_rota, week.rostered, week.load.is_told)
    return Rotas(found, after, before, needed, groups)


def _people(week: StaffedWeek, groups: tuple[StaffGroup, ...]) -> PeopleNeeded | None:
    try:
        return people_needed(week.need.on_the_rota, groups, seconds=SECONDS_FOR_PEOPLE)
    except CannotTellError:
        return None


def _answer(shown: ViewAnswer, week: StaffedWeek, rotas: Rotas, context: Context) -> ViewAnswer:
    source = source_of(shown, week)
    after = gap_figure(
        rotas.after, week, source, key="rota-after", title=f"Then: {hours(rotas.after.hours_short)} short"
    )
    maps = [stamp(after, context)]
    is_whole = True
    if rotas.before is not None:
        is_whole = bool((rotas.before.is_told == week.load.is_told).all())
        title = f"Now: {hours(rotas.before.hours_short)} short"
        maps = [stamp(gap_figure(rotas.before, week, source, key="rota-before", title=title), context), *maps]
    shifts = stamp(shifts_figure(rotas.found.shifts, rotas.groups, source), context)
    boxes = (hours_box(rotas.found, rotas.after, rotas.before, is_whole), _service(week, rotas))
    return replace(
        shown,
        answer=rota_sentence(rotas.found, rotas.before, rotas.needed, rotas.groups),
        lead="The groups, shifts and breaks are those of the council file. Download the shifts under the last picture.",
        sections=(Section((), tuple(maps)), Section(boxes, (shifts,))),
        notes=(*shown.notes, *reach_words(rotas.needed)),
    )


def _service(week: StaffedWeek, rotas: Rotas) -> Box:
    rostered: Floats = rotas.found.rostered.astype(np.float64)
    weeks = [(week.load, rostered), *([(week.load, week.rostered)] if week.rostered is not None else [])]
    after, *others = expected_together(weeks, week.by.terms)
    before = others[0] if others else None
    busiest = int(np.argmax(after.calls))
    then, now = played(week.load, rostered, week.by.terms, busiest), None
    if before is not None and week.rostered is not None and np.isfinite(before.in_time[busiest]):
        now = played(week.load, week.rostered, week.by.terms, busiest)
    return service_lines(after, before, (then, now), busiest)


def _without_groups(shown: ViewAnswer) -> ViewAnswer:
    return replace(
        shown,
        answer="Nobody has said which shifts people may work.",
        lead="With the groups and their shifts in the council file the rota that is short of least can be found.",
        sections=(Section((NO_GROUPS,)),),
    )


def _tell_nobody(_share: float, _words: str) -> None:
    """Tell nobody how far the work has come."""
