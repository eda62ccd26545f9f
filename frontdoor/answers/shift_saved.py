"""What did moving online save? What is claimed, what calls that stayed away bear out, what became cash, and what it would take."""

from dataclasses import dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand_nouns import chosen_words
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.pilot_events import told_by_people
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.shift_saved_change import change_of, cost_to_serve
from frontdoor.answers.shift_saved_costs import Costs, costs_box, costs_of, published_box
from frontdoor.answers.shift_saved_fell import fell_lines, used_lines
from frontdoor.answers.shift_saved_figures import Around, change_figure, ladder_figure, serve_figure
from frontdoor.answers.shift_saved_found import Saved, came_back_days, saved_of, weeks_words
from frontdoor.answers.shift_saved_pace import pace_box
from frontdoor.answers.shift_saved_weeks import COST, Weeks, Windows, weeks_of, windows_of
from frontdoor.answers.shift_saved_words import (
    answer_words,
    back_words,
    facts_of,
    lead_words,
    notes_of,
    service_lines,
)
from frontdoor.answers.shift_sources import said_changes
from frontdoor.answers.view_answer import Box, Line, Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.strategy.council import CouncilEvent

QUESTION = "What did it save?"
NO_WARDS = (
    "Costs are worked out for the whole council or for services, not by ward or another group: choose all of them."
)
NO_HISTORY = "Contacts before that day are no history of those after it."
ALL_CHANNELS = "Savings are between channels, so all of them are counted, whichever are chosen."
NO_COSTS = (
    "Give `[[unit_cost]]` in the council file: low, central and high pence of a contact in each channel, with who says so. "
    "Published costs are below; none is used unless you choose it there."
)


@dataclass(frozen=True, slots=True)
class _Judged:
    """The weeks, and which of them are held against which."""

    weeks: Weeks
    windows: Windows


def saved(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return what moving online saved in the last year up to the period's end, or as much of it as can be judged."""
    return saved_in(filters, open_context(filters, audience))


def saved_in(filters: Filters, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    if filters.attribute is not None:
        return _nothing(NO_WARDS, context)
    every = replace(filters, channels=())
    try:
        weeks = weeks_of(every, context)
        windows = windows_of(weeks)
    except CannotTellError as reason:
        return _nothing(str(reason), context)
    costs = costs_of(weeks, windows, context)
    found = saved_of(weeks, windows, costs, every, context)
    period = Period(weeks.day(windows.first), weeks.last_day)
    provenance = provenance_of(bare(COST), found.asked, every.during(period), context)
    around = Around(weeks_words(weeks, windows), source_line("Contacts by week, times unit costs.", provenance))
    events = _events(period, every, context)
    return replace(
        _empty(context),
        answer=answer_words(found),
        lead=lead_words(found, around.when, context),
        basis=f"{chosen_words(every, context)}, {around.when}, against the weeks before.",
        sections=_sections(found, costs, _Judged(weeks, windows), around, context),
        provenance=provenance,
        facts=facts_of(found, came_back_days(context)),
        notes=(
            *((ALL_CHANNELS,) if filters.channels else ()),
            *(f"{change.words} {NO_HISTORY}" for change in said_changes(weeks.newest_sources, context)),
            *notes_of(found, costs, events, context),
        ),
    )


def _sections(found: Saved, costs: Costs, judged: _Judged, around: Around, context: Context) -> tuple[Section, ...]:
    """Return the claim, then why the cost changed, then what services cost to serve; boxes of what stands behind each."""
    change = change_of(judged.weeks, judged.windows)
    served = cost_to_serve(judged.weeks, judged.windows, context)
    pictures = (
        ladder_figure(found, around),
        None if change is None else change_figure(change, around),
        serve_figure(served, around),
    )
    boxes = (
        (_fell_box(found, context),),
        (pace_box(judged.weeks, context), _whole_services_box(found, context)),
        (costs_box(costs, context), published_box()) if costs.by_channel else (_no_costs_box(), published_box()),
    )
    return tuple(
        Section(tuple(box for box in beside if box.lines), _stamped(picture, context))
        for beside, picture in zip(boxes, pictures, strict=True)
    )


def _stamped(figure: Figure | None, context: Context) -> tuple[Figure, ...]:
    made = stamped(figure, context)
    return () if made is None else (made,)


def _fell_box(found: Saved, context: Context) -> Box:
    lines = [line for each in found.channels for line in fell_lines(each, found.sides, context)]
    back = Line("Came back:", back_words(found, came_back_days(context)))
    return Box("Did calls and visits really fall?", (*lines, *used_lines(found), back))


def _whole_services_box(found: Saved, context: Context) -> Box:
    lines = service_lines(found, context) if found.phone.by_trend is not None else ()
    return Box("Calls by service, against their own trend and season", lines)


def _no_costs_box() -> Box:
    return Box("What a contact costs", (Line("", NO_COSTS),))


def _events(period: Period, filters: Filters, context: Context) -> list[CouncilEvent]:
    """Return what happened in the weeks judged to the services chosen."""
    return [
        each
        for each in told_by_people(period.first, period.last, context)
        if (not each.services or not filters.services or set(each.services) & set(filters.services))
    ]


def _nothing(reason: str, context: Context) -> ViewAnswer:
    nothing = Nothing("We can’t say what it saved.", reason)
    return replace(_empty(context), answer=nothing.answer, lead=reason, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
