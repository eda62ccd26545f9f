"""Where does it break? Calls a day and a half-hour against waits and giving up, the limits found, and the wait itself."""

from dataclasses import dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand import live_only
from frontdoor.answers.demand_days import NO_HOURS, has_hours
from frontdoor.answers.demand_nouns import chosen_words, is_live, noun_of
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_limit_days import weekdays_box
from frontdoor.answers.peaks_limit_figures import load_figure
from frontdoor.answers.peaks_limit_found import MOST, Failing, Found, found_in, promised_level
from frontdoor.answers.peaks_limit_loads import Loads, loads_by_day, loads_by_half_hour, promise_shown, year_to
from frontdoor.answers.peaks_limit_wait import has_changed, too_long_words, wait_box, wait_figure
from frontdoor.answers.peaks_limit_words import Subject, answer_words, breaks, copes, lead_words
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.view_answer import Box, Line, Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.planner import not_recorded

QUESTION = "Where does it break?"
NOBODY_WAITS = "In the channels chosen nobody waits for an adviser: choose phone, web chat or visits."
NO_TIMES = "At what time of day people called is not recorded here, so there is no picture by half-hour."
NO_WAITS = "How many waited past a promised time is not recorded here, so the limit is judged by callers who gave up."
PHONE_ONLY = "No channel is chosen, so this is the phone alone. Choose channels to see others."
HELD_TO_ITS_DAY = "The promised time changed during these 52 weeks: each day is held against the one in force that day."
NOT_ALONE = "A half-hour inherits the queue of the one before it, so its waits are not of its own calls alone."
CALLS_ALONE = "How many advisers were there is no part of it: a day with more of them copes with more calls."
HIDDEN_DEMAND = "Calls are those that joined the queue: people who rang off in the recorded message, or never rang, are not in them."


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the view is about: the filters narrowed to live channels, the promise shown, 52 weeks and the words."""

    filters: Filters
    promised: PromisedMeasure
    year: Period
    subject: Subject
    chose_channels: bool
    context: Context


def limit(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return where service breaks over the 52 weeks to the period's end, and how long people waited in the period."""
    return limit_of(filters, open_context(filters, audience))


def limit_of(filters: Filters, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    live = live_only(filters)
    if not is_live(live):
        return _nothing(NOBODY_WAITS, context)
    if live.attribute is not None:
        return _nothing(not_recorded("half_hours", live.attribute), context)
    promised = promise_shown(live, context)
    year = year_to(live, context)
    subject = Subject(noun_of(live), too_long_words(promised, year.last))
    asked = _Asked(live, promised, year, subject, bool(filters.channels), context)
    try:
        days = loads_by_day(promised, live, year, context)
    except CannotTellError as reason:
        return _nothing(str(reason), context)
    return _answer(days, asked)


def _answer(days: Loads, asked: _Asked) -> ViewAnswer:
    context, subject = asked.context, asked.subject
    half_hours = _half_hours(asked.year, asked)
    found = _found(days, half_hours, asked)
    if not found:
        return _nothing("Neither waits nor callers who gave up are recorded for this choice.", context)
    loads = [days] if half_hours is None else [days, half_hours]
    stands_on = tuple(answer for each in loads for answer in each.asked)
    provenance = provenance_of(bare(CATALOGUE["calls_offered"]), stands_on, asked.filters.during(asked.year), context)
    source = source_line("Calls that joined the queue, local time.", provenance)
    return replace(
        _empty(context),
        answer=answer_words(found[0], subject),
        lead=lead_words(found[0], subject),
        basis=f"{chosen_words(asked.filters, context)}, 52 weeks to {format_date(asked.year.last)}; open days"
        f"{' and half-hours' if half_hours else ''} in which anybody called.",
        sections=_sections(found, asked, source),
        provenance=provenance,
        notes=_notes(found, half_hours, asked),
    )


def _found(days: Loads, half_hours: Loads | None, asked: _Asked) -> list[Found]:
    """Return what is known: of days in both ways of failing, of half-hours in the first that is recorded."""
    of_days = _each_way(days, asked)
    return [*of_days, *(_each_way(half_hours, asked, of_days[:1]) if half_hours else [])]


def _each_way(loads: Loads, asked: _Asked, like: list[Found] | None = None) -> list[Found]:
    wanted = tuple(Failing) if like is None else tuple(each.failing for each in like)
    found = [found_in(loads, failing, _level(failing, asked)) for failing in wanted]
    return [each for each in found if each is not None]


def _sections(found: list[Found], asked: _Asked, source: str) -> tuple[Section, ...]:
    """Return the wait beside the days, then half-hours and giving up, then the weekdays beside the spread of waits."""
    pictures = [_stamped(load_figure(each, asked.subject, source), asked.context) for each in found]
    told = [_box(each, asked.subject) for each in found[1:]]
    spread = wait_figure(asked.promised, asked.filters, asked.context, source)
    weekdays = weekdays_box(found[0], asked.subject)
    last = (weekdays,) if weekdays else ()
    return (
        Section((_wait(asked), *(() if spread else last)), (pictures[0],)),
        *(Section((box,), (picture,)) for box, picture in zip(told, pictures[1:], strict=True)),
        *((Section(last, (_stamped(spread, asked.context),)),) if spread else ()),
    )


def _box(found: Found, subject: Subject) -> Box:
    title = "Waits" if found.failing is Failing.WAITED else "Giving up"
    lines = [words for words in (copes(found, subject), breaks(found, subject)) if words]
    return Box(f"{title} by {found.loads.each}", tuple(Line("", words) for words in lines))


def _wait(asked: _Asked) -> Box:
    """Return the box of the wait in the period chosen."""
    period = Period(asked.filters.period.first, min(asked.filters.period.last, asked.context.as_at))
    try:
        days = loads_by_day(asked.promised, asked.filters, period, asked.context)
    except CannotTellError:
        return Box("The wait itself", (Line("", f"No calls are recorded in {asked.filters.period.label}."),))
    half_hours = _half_hours(period, asked)
    loads = [days] if half_hours is None else [days, half_hours]
    return wait_box(asked.filters, loads, asked.subject.too_long, asked.subject.noun, asked.context)


def _half_hours(period: Period, asked: _Asked) -> Loads | None:
    """Return the half-hours; None where times of day are not recorded."""
    try:
        return loads_by_half_hour(asked.promised, asked.filters, period, asked.context)
    except CannotTellError:
        return None


def _level(failing: Failing, asked: _Asked) -> float:
    return MOST if failing is Failing.WAITED else promised_level(asked.context, asked.year.last)


def _notes(found: list[Found], half_hours: Loads | None, asked: _Asked) -> tuple[str, ...]:
    has_waits = any(each.failing is Failing.WAITED for each in found)
    return (
        *(() if asked.chose_channels else (PHONE_ONLY,)),
        *((HELD_TO_ITS_DAY,) if has_waits and has_changed(asked.promised, asked.year) else ()),
        *(() if has_waits else (NO_WAITS,)),
        *((NO_TIMES,) if half_hours is None else (NOT_ALONE,)),
        *((NO_HOURS,) if half_hours and not has_hours(asked.context) else ()),
        CALLS_ALONE,
        HIDDEN_DEMAND,
    )


def _stamped(figure: Figure, context: Context) -> Figure:
    made = stamped(figure, context)
    assert made is not None
    return made


def _nothing(reason: str, context: Context) -> ViewAnswer:
    nothing = Nothing("We can’t say where it breaks.", reason)
    return replace(_empty(context), answer=nothing.answer, lead=reason, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
