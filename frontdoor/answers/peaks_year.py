"""Which days of the year are not like the others: bank holidays and the days after, events, and what comes again?"""

from dataclasses import replace

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand import live_only
from frontdoor.answers.demand_days import has_hours
from frontdoor.answers.demand_nouns import chosen_words, noun_of
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.labels import label_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.peaks_week_basis import PHONE_ONLY, recorded_changes
from frontdoor.answers.peaks_year_ahead import clock_changes_ahead, days_after_ahead, events_ahead
from frontdoor.answers.peaks_year_days import YearDays, day_rows, year_days
from frontdoor.answers.peaks_year_events import effects_of
from frontdoor.answers.peaks_year_figure import extremes_of, year_figure
from frontdoor.answers.peaks_year_words import (
    Extremes,
    answer_words,
    dates_box,
    days_box,
    events_box,
    extra_words,
    holidays_box,
)
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.statistics.day_after_holiday import DayAfter, day_after_holiday
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK

QUESTION = "Which days of the year are not like the others?"
CANNOT_SAY = "We can’t say which days of the year are busy."
TOO_FEW = "No open day of these weeks has a record. Choose a later period, or more services or channels."
COMMAND = "python -m frontdoor load FILE --source frontdoor"
DOCUMENT = "docs/canonical-csv.md"
NO_HOURS = (
    "The council file does not say when we are open, so every day but bank holidays counts as open. "
    "Put the hours in council.toml under [[opening]]."
)
HOW_AFTER = (
    "A day after a bank holiday is divided by the average of the same weekday up to four weeks before and after; "
    "Christmas week is left out."
)
HOW_EVENTS = (
    "What came after an event is held against the forecast made the day before it, which knows weekdays, bank holidays "
    "and the time of year; the ranges hold the truth 95 times in 100."
)


def year(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return the 52 weeks to the period's end, day by day, and what the next year will repeat."""
    return year_of(filters, open_context(filters, audience))


def year_of(filters: Filters, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    live = live_only(filters)
    if filters.attribute is not None:
        words = filters.attribute.replace("_", " ")
        return _nothing(Nothing(CANNOT_SAY, f"Single days are not kept by {words}: leave that filter out."), context)
    try:
        days = year_days(live, context)
    except CannotTellError as reason:
        return _nothing(Nothing(CANNOT_SAY, f"{reason} Load contacts with a date:", COMMAND, DOCUMENT), context)
    rows = day_rows(days, context)
    extremes = extremes_of(rows)
    if extremes is None:
        return _nothing(Nothing(CANNOT_SAY, TOO_FEW), context)
    answer = _answer(days, rows, extremes, live, context)
    return answer if filters.channels else replace(answer, notes=(PHONE_ONLY, *answer.notes))


def _answer(days: YearDays, rows: pl.DataFrame, extremes: Extremes, live: Filters, context: Context) -> ViewAnswer:
    noun = noun_of(live)
    after = day_after_holiday(days.totals, days.days, days.is_open)
    shown = live.during(Period(days.first, days.last))
    provenance = provenance_of(bare(CATALOGUE[days.demand.column]), (days.demand.asked,), shown, context)
    figure = stamped(
        year_figure(rows, extremes, noun, source_line(f"{noun.capitalize()} by day.", provenance)), context
    )
    changes = recorded_changes(days.demand.column, shown, context)
    effects = effects_of(days, changes, live, context)
    labels = {name: label_of(name, "service", context) for effect in effects for name in effect.services}
    last_time = {effect.event.label: extra_words(effect, labels, noun) for effect in effects}
    dates = dates_box(events_ahead(days), last_time, clock_changes_ahead(days, context))
    return replace(
        _empty(context),
        answer=answer_words(extremes, after, noun),
        basis=_basis(days, live, context),
        sections=(
            Section((days_box(extremes, after, noun),), (figure,) if figure else ()),
            Section((events_box(effects, labels, noun), dates)),
            Section((holidays_box(days_after_ahead(days, context), after, noun),)),
        ),
        provenance=provenance,
        notes=_notes(after, changes, context),
    )


def _basis(days: YearDays, live: Filters, context: Context) -> str:
    weeks = count_noun(-(-days.shown // DAYS_IN_A_WEEK), "week")
    return f"{chosen_words(live, context)}, {weeks} to {format_date(days.last)}, day by day."


def _notes(after: DayAfter | None, changes: tuple[RecordingChange, ...], context: Context) -> tuple[str, ...]:
    notes = [
        "" if has_hours(context) else NO_HOURS,
        HOW_AFTER if after else "",
        HOW_EVENTS,
        *(change.words for change in changes),
    ]
    return tuple(note for note in notes if note)


def _nothing(nothing: Nothing, context: Context) -> ViewAnswer:
    return replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
