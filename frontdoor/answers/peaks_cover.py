"""How many advisers does it take, half-hour by half-hour, and are they on the rota?"""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand import live_only
from frontdoor.answers.demand_nouns import chosen_words, is_live, noun_of
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.peaks_choices import Staffing, View
from frontdoor.answers.peaks_cover_figures import gap_figure, need_figure
from frontdoor.answers.peaks_cover_words import (
    NO_ROTA,
    checks,
    gaps_box,
    method_box,
    needs_box,
    service_box,
    service_sentence,
)
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.staffing_email import email_of, email_words
from frontdoor.answers.staffing_gap import gap_of, gap_sentence
from frontdoor.answers.staffing_load import usual_days
from frontdoor.answers.staffing_rota import holds_rota
from frontdoor.answers.staffing_seen import Fit, days_to_fit, fit_of, seen_service
from frontdoor.answers.staffing_service import Played, Service, expected_together, played
from frontdoor.answers.staffing_week import StaffedWeek, staffed_week
from frontdoor.answers.staffing_words import advisers, hours_in_order
from frontdoor.answers.view_answer import Box, Line, Link, Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Floats

QUESTION = "How many advisers does it take, and are they on the rota?"
NOBODY_WAITS = "In the channels chosen nobody waits for an adviser: choose phone, web chat or visits."


def cover(filters: Filters, audience: Audience, staffing: Staffing) -> ViewAnswer:
    """Return who is needed by weekday and half-hour, held against the rota where one is loaded."""
    return cover_of(filters, staffing, open_context(filters, audience))


def cover_of(filters: Filters, staffing: Staffing, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    try:
        week = week_or_refused(filters, staffing, context)
    except CannotTellError as reason:
        return nothing_told(QUESTION, str(reason), context)
    shown = answer_of(QUESTION, week, context)
    if week.rostered is None:
        return _without_rota(shown, week, context)
    return _with_rota(shown, week, week.rostered, context)


def week_or_refused(filters: Filters, staffing: Staffing, context: Context) -> StaffedWeek:
    """Return the week; CannotTellError where nobody waits in the channels chosen, or no half-hour can be told."""
    if not is_live(live_only(filters)):
        raise CannotTellError(NOBODY_WAITS)
    week = staffed_week(filters, staffing, context)
    if not week.load.is_told.any():
        raise CannotTellError("No half-hour of the week has been open on enough days to say how many it takes.")
    return week


def nothing_told(question: str, reason: str, context: Context) -> ViewAnswer:
    """Return the view with the reason why it can say nothing."""
    nothing = Nothing("We can’t say how many advisers it takes.", reason)
    return ViewAnswer(question, nothing.answer, reason, "", (), freshness_of(context), None, nothing=nothing)


def answer_of(question: str, week: StaffedWeek, context: Context) -> ViewAnswer:
    """Return the view of a week with nothing said yet but what it is counted from."""
    provenance = provenance_of(bare(CATALOGUE["calls_offered"]), week.asked, week.filters, context)
    counted = "the 52 weeks before" if week.choice is Staffing.FORECAST else f"52 weeks to {format_date(week.on)}"
    rota = f" Rota: {week.rota_words}." if week.rota_words else ""
    basis = f"{chosen_words(week.filters, context)}. {week.choice.value}; handling times of {counted}, bank holidays left out.{rota}"
    return ViewAnswer(question, "", "", basis, (), freshness_of(context), provenance, notes=week.notes)


def source_of(shown: ViewAnswer, week: StaffedWeek) -> str:
    """Return where its figures come from, in one line."""
    counted = f"{noun_of(week.filters).capitalize()} by half-hour, local time."
    if week.rota_words:
        counted += (
            f" Advisers: {week.rota_words}, {format_value(week.by.rules.shrinkage, Unit.SHARE)} of the time away."
        )
    return source_line(counted, shown.provenance) if shown.provenance else counted


def stamp(figure: Figure, context: Context) -> Figure:
    """Return the figure with what every file made from it must say."""
    return replace(figure, stamp=context.stamp)


def _without_rota(shown: ViewAnswer, week: StaffedWeek, context: Context) -> ViewAnswer:
    most = hours_in_order(-week.need.on_the_rota.astype(np.float64), week.load.is_told)[0]
    figure = stamp(need_figure(week, source_of(shown, week)), context)
    rota = (NO_ROTA,) if not holds_rota(context) else ()
    return replace(
        shown,
        answer=f"{most.words} takes {advisers(most.value)} on the rota; whether they are there nobody can say without one.",
        lead=f"That is what it takes for {week.by.aim.words}.",
        sections=(
            Section((needs_box(week), *rota), (figure,)),
            Section((method_box(week, noun_of(week.filters)),)),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Met:
    """What callers meet: as seen and as expected by weekday, the busiest weekday told of, and what the model is held against.

    `fits` are of the weekdays for which a rota is known, the busiest first.
    """

    seen: Service
    expected: Service
    busiest: int
    simulated: Played | None
    fits: tuple[Fit, ...]


def _met(week: StaffedWeek, rostered: Floats, context: Context) -> _Met:
    is_usual = usual_days(week.year) & week.history.is_open[week.year.days.weekday]
    seen = seen_service(week.year, is_usual, context, is_small_area=week.filters.attribute is not None)
    calls = np.where(week.load.is_told, week.load.calls, 0.0).sum(axis=1)
    told = np.where(np.isfinite(rostered).all(axis=1), calls, -1.0)
    busiest = int(np.argmax(told))
    days = [busiest, *(day for day in np.flatnonzero(told > 0).tolist() if day != busiest)]
    held = {day: found for day in days if (found := days_to_fit(week, day)) is not None}
    expected, *modelled = expected_together(
        [(week.load, rostered), *((load, rota) for load, rota, _ in held.values())], week.by.terms
    )
    fits = (fit_of(week, day, made, held[day][2], context) for day, made in zip(held, modelled, strict=True))
    simulated = played(week.load, rostered, week.by.terms, busiest) if told[busiest] > 0 else None
    return _Met(seen, expected, busiest, simulated, tuple(fits))


def _with_rota(shown: ViewAnswer, week: StaffedWeek, rostered: Floats, context: Context) -> ViewAnswer:
    gap = gap_of(week.need.on_the_rota, rostered, week.load.is_told)
    met = _met(week, rostered, context)
    source = source_of(shown, week)
    trust = tuple(Line("", words) for words in checks(met.simulated, met.busiest, met.fits))
    email = email_of(week.filters, Period(week.year.first, week.year.last), context)
    spare = gap.cover.hours_over * (1 - week.by.rules.shrinkage)
    maps = (stamp(gap_figure(gap, week, source), context), stamp(need_figure(week, source), context))
    return replace(
        shown,
        answer=gap_sentence(gap),
        lead=service_sentence(met.expected, met.busiest, met.seen, week) if met.simulated else "",
        sections=(
            Section((gaps_box(gap), _possible()), maps[:1]),
            Section(
                (
                    service_box(met.expected, met.seen, week),
                    Box("How far to trust it", trust),
                ),
                maps[1:],
            ),
            Section(
                (
                    method_box(week, noun_of(week.filters)),
                    Box("E-mail in the quiet hours", (Line("", email_words(email, spare)),)),
                )
            ),
        ),
    )


def _possible() -> Box:
    link = Link("What if we opened Mondays 8am to 9am?", view=View.WHAT_IF)
    return Box(
        "What could be done",
        (Line("", "The same people on other shifts may cover more; other hours or fewer calls may need fewer."),),
        (link,),
        is_quiet=True,
    )
