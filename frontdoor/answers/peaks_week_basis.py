"""What a map of the week counts, in one line, and what a reader must know about the days it stands on."""

from datetime import date
from math import ceil

import numpy as np

from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_nouns import chosen_words
from frontdoor.answers.peaks_choices import Over, Show
from frontdoor.answers.peaks_week_cells import Week
from frontdoor.answers.peaks_week_choice import Choice
from frontdoor.answers.recording import recorded
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.answers.sentences import count_noun
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date, format_in_full
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.strategy import parameters
from frontdoor.strategy.dated import ALWAYS

NO_HOURS = (
    "The council file does not say when we are open, so no opening hours are drawn and every half-hour counts as open. "
    "Put them in council.toml under [[opening]]."
)
PHONE_ONLY = "No channel is chosen, so this is the phone alone. Choose channels to see others."


def basis_of(week: Week, choice: Choice, show: Show, over: Over, context: Context) -> str:
    """Return 'Phone, 52 weeks to 31 October 2026. Average of open days; 8 bank holidays left out.'."""
    return (
        f"{chosen_words(choice.filters, context)}, {stretch_words(week, over)}. "
        f"Average of {_days_words(week, show)}{_holidays(week)}."
    )


def stretch_words(week: Week, over: Over) -> str:
    """Return '52 weeks to 31 October 2026', or the period, as far as anything is held of it."""
    first, last = week.demand.first, week.demand.last
    days = (last - first).days + 1
    if over is Over.YEAR:
        return f"{count_noun(ceil(days / DAYS_IN_A_WEEK), 'week')} to {format_date(last)}"
    return Period(first, last).label


def within_words(choice: Choice, on: date) -> int | None:
    """Return the promised wait in seconds in force on a day; None where none is."""
    if choice.promised is None:
        return None
    found = parameters.latest(choice.promised, Parameter.WITHIN_SECONDS, on)
    return None if found is None else int(found)


def notes_of(week: Week, choice: Choice, show: Show, chosen: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Return what must be known: channels, opening hours that are missing or changed, days and thresholds that differ."""
    notes = [
        "" if chosen or not choice.filters.channels else PHONE_ONLY,
        "" if week.has_hours else NO_HOURS,
        _hours_changed(week, context),
        _unknown_days(week),
        _short(week, choice),
        _threshold_changed(week, choice) if show is Show.IN_TIME else "",
    ]
    return tuple(note for note in notes if note)


def recorded_changes(measure: str, shown: Filters, context: Context) -> tuple[RecordingChange, ...]:
    """Return what began or ceased to be recorded, or was by another source, up to the end of the days shown."""
    held = recorded(bare(CATALOGUE[measure]), shown, context)
    return tuple(each for each in held.changes if not each.is_first) if held else ()


def recorded_otherwise(before: Week, changes: tuple[RecordingChange, ...]) -> str:
    """Return why two stretches cannot be compared: something was recorded otherwise in between; '' where nothing was."""
    words = [each.words for each in changes if before.demand.first < each.on_date]
    return f"We can’t tell, because something was recorded otherwise. {' '.join(words)}" if words else ""


def within_stretch(week: Week, changes: tuple[RecordingChange, ...]) -> tuple[str, ...]:
    """Return the changes of recording within the days shown, in words."""
    return tuple(each.words for each in changes if week.demand.first < each.on_date <= week.demand.last)


def _days_words(week: Week, show: Show) -> str:
    if show is Show.OUTSIDE:
        return "the days on which we were closed at that time"
    return "open days" if week.has_hours else "days"


def _holidays(week: Week) -> str:
    number = int(week.demand.days.is_holiday.sum())
    return f"; {count_noun(number, 'bank holiday')} left out" if number else ""


def _hours_changed(week: Week, context: Context) -> str:
    days = sorted({each.from_date for each in context.council.openings if each.queue is None})
    inside = [day for day in days if week.demand.first < day <= week.demand.last]
    if not inside:
        return ""
    return (
        f"Opening hours changed on {format_date(inside[-1])}: each half-hour counts only days on which it was open or "
        "closed as it is now."
    )


def _unknown_days(week: Week) -> str:
    opened = week.demand.is_open.any(axis=1) & ~week.demand.days.is_holiday
    number = int((opened & np.isnan(week.demand["contacts"]).any(axis=1)).sum())
    what = "open day" if week.has_hours else "day"
    return f"{count_noun(number, what)} without any record {'is' if number == 1 else 'are'} left out." if number else ""


def _short(week: Week, choice: Choice) -> str:
    if (week.demand.first - choice.stretch.first).days < DAYS_IN_A_WEEK:
        return ""
    return f"Nothing is held for this choice before {format_date(week.demand.first)}."


def _threshold_changed(week: Week, choice: Choice) -> str:
    if choice.promised is None:
        return ""
    values = choice.promised.parameters.get(Parameter.WITHIN_SECONDS, ())
    changes = [
        each for each in values if each.from_date != ALWAYS and week.demand.first < each.from_date <= week.demand.last
    ]
    if not changes:
        return ""
    last = changes[-1]
    words = format_in_full(float(last.value), Unit.SECONDS)
    return (
        f"The promise became {words} on {format_date(last.from_date)}; each day is counted by the promise of that day."
    )
