"""The answer, headline and sentence of the week, whatever its map shows."""

from frontdoor.answers.peaks_choices import Show
from frontdoor.answers.peaks_times import WEEKDAYS, hour_words, span_words
from frontdoor.answers.peaks_week_hours import HOUR, Hour
from frontdoor.answers.peaks_week_told import Told
from frontdoor.answers.peaks_week_words import (
    NONE_STANDS_OUT,
    answer_words,
    closed_words,
    number_words,
    peak_headline,
    times_words,
    worst_words,
)
from frontdoor.measures.formatting import format_in_full, in_every_hundred
from frontdoor.schema.units import Unit


def answer_of(told: Told, show: Show, within: int | None) -> str:
    """Return the answer in one short sentence."""
    if show is Show.OUTSIDE:
        return _outside_words(told)
    if show is Show.CONTACTS:
        return answer_words(told.peaks, within, told.counted.noun)
    if told.worst is None:
        return f"{NONE_STANDS_OUT}."
    return worst_words(told.worst, told.shown.answer, _figure_said(told.worst, told))


def headline_of(told: Told, show: Show) -> str:
    """Return what happened, in under 55 characters."""
    if show is Show.OUTSIDE:
        return _closed_headline(told.closed, told.counted.noun)
    if show is Show.CONTACTS:
        return peak_headline(told.peaks)
    return worst_words(told.worst, told.shown.worst)


def sentence_of(told: Told, show: Show, within: int | None) -> str:
    """Return the takeaway, which is also the alternative text."""
    parts = [answer_of(told, show, within)]
    if show is Show.CONTACTS:
        parts = [_peaks_sentence(told), closed_words(told.closed, told.counted.noun == "calls")]
    elif show is not Show.OUTSIDE:
        parts.append(_average_words(told))
    return " ".join(part for part in parts if part)


def lead_of(told: Told, show: Show) -> str:
    """Return who comes while we are closed, unless that is the answer already."""
    if show is Show.OUTSIDE or not told.outside:
        return ""
    closed = closed_words(told.closed, told.counted.noun == "calls")
    return f"{closed} {_outside_words(told)}" if closed else ""


def _peaks_sentence(told: Told) -> str:
    if not told.peaks:
        return f"{NONE_STANDS_OUT} among the {told.counted.noun}."
    top = told.peaks[0]
    count = number_words(top.contacts, told.counted.noun)
    said = f"{hour_words(top.weekday, top.first)} brings {count} on an average day, {times_words(top.times or 1.0)} the average hour"
    if told.quietest is None:
        return f"{said}."
    quiet = told.quietest
    return f"{said}; {hour_words(quiet.weekday, quiet.first)} is the quietest with {number_words(quiet.contacts, told.counted.noun)}."


def _outside_words(told: Told) -> str:
    noun = told.counted.noun
    if not told.outside:
        return f"No {noun} are recorded while we are closed."
    share = in_every_hundred(told.outside, noun)
    return f"{share[:1].upper()}{share[1:]} come while we are closed."


def _closed_headline(closed: Hour | None, noun: str) -> str:
    """Return 'Closed, yet 23 calls on Mondays 8am to 9am'."""
    if closed is None:
        return "Hardly anybody comes while we are closed"
    when = f"{WEEKDAYS[closed.weekday]}s {span_words(closed.first, closed.first + HOUR)}"
    return f"Closed, yet {number_words(closed.contacts, noun)} on {when}"


def _figure_said(hour: Hour, told: Told) -> str:
    figure = hour.figure or 0.0
    if told.shown.unit is Unit.SHARE:
        return in_every_hundred(figure)
    return format_in_full(figure, Unit.SECONDS)


def _average_words(told: Told) -> str:
    """Return 'Over the whole week it is 1 minute 7 seconds.' over all open half-hours."""
    top, bottom = (float(each[told.week.hours].sum()) for each in (told.sums.top, told.sums.bottom))
    return f"Over the whole week it is {format_in_full(top / bottom, told.shown.unit)}." if bottom > 0 else ""
