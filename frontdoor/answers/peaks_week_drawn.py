"""The boxes and pictures of the week: the map with its peaks in words, and beside the map of before what changed."""

from dataclasses import dataclass, replace

from frontdoor.answers.peaks_choices import Over, Show, View
from frontdoor.answers.peaks_times import WEEKDAYS
from frontdoor.answers.peaks_week_basis import stretch_words
from frontdoor.answers.peaks_week_change import change_figure, change_headline, change_words, changed, in_window
from frontdoor.answers.peaks_week_figures import Said, map_figure
from frontdoor.answers.peaks_week_sentences import headline_of, sentence_of
from frontdoor.answers.peaks_week_told import Told
from frontdoor.answers.peaks_week_window import together
from frontdoor.answers.peaks_week_words import closed_words, peaks_box
from frontdoor.answers.view_answer import Box, Line, Link, Section
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_in_full
from frontdoor.schema.units import Unit
from frontdoor.statistics.day_after_holiday import DayAfter

CHANGED = "What changed"
LONGEST_HEADLINE = 55  # characters at half width; LOOK
LEFT_OUT = (
    "Each number is the average of the days on which that half-hour was open, or closed, as it is now; bank holidays and "
    "the hour the clocks repeat are left out. Times are the council's own."
)
BEYOND_NOISE = (
    "A half-hour is marked where its two averages differ by more than days differ anyway; of those marked, at most 5 in "
    "100 are so by chance. The others keep their number and have no colour."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked the map to show over which days, the promised wait in seconds, and where the figures are from."""

    show: Show
    over: Over
    within: int | None
    source: str


def week_section(told: Told, asked: Asked, after: DayAfter | None) -> Section:
    """Return the box of peaks beside the map."""
    noun = told.counted.noun
    box = peaks_box(told.peaks, told.quietest, after, asked.within, noun)
    closed = closed_words(told.closed, noun == "calls")
    lines = (*box.lines, *((Line("", closed),) if closed else ()))
    said = Said(
        "week-map",
        headline_of(told, asked.show),
        _subtitle(told, asked),
        sentence_of(told, asked.show, asked.within),
        _definition(told),
        f"{_capital(stretch_words(told.week, asked.over))}. {asked.source}",
    )
    links = (
        Link("Are there enough advisers?", view=View.COVER),
        *((Link("What if we opened then?", view=View.WHAT_IF),) if closed else ()),
    )
    return Section(
        (replace(box, lines=lines, links=links),), (map_figure(told.week, told.sums, told.shown, told.window, said),)
    )


def change_section(before: Told, now: Told, asked: Asked, unlike: str) -> Section:
    """Return what changed in words beside the map of before and that of the difference; words alone where `unlike` says why."""
    if unlike:
        return Section((Box(CHANGED, (Line("", unlike),)),))
    window = together(before.window, now.window)
    change = in_window(changed(before.week, now.week, (before.sums, now.sums), now.shown), window)
    then, plotted = stretch_words(before.week, asked.over), _lowered(_subtitle(now, asked))
    said = Said(
        "week-map-before",
        _before_headline(headline_of(before, asked.show)),
        f"{_capital(then)}: {plotted}",
        sentence_of(before, asked.show, asked.within),
        _definition(before),
        asked.source,
    )
    told = Said(
        "week-map-change",
        change_headline(change),
        f"Now less {then}: {plotted}",
        change_words(change, now.shown),
        f"{_definition(now)} {BEYOND_NOISE}",
        asked.source,
    )
    drawn = map_figure(before.week, before.sums, before.shown, window, said)
    box = Box(CHANGED, (Line("", told.sentence),))
    return Section((box,), (drawn, change_figure(change, now.shown, window, told)))


def _subtitle(told: Told, asked: Asked) -> str:
    if asked.show is Show.OUTSIDE:
        return f"{told.shown.subtitle} while we are closed"
    words = "the promised time" if asked.within is None else format_in_full(float(asked.within), Unit.SECONDS)
    return told.shown.subtitle.format(within=words)


def _definition(told: Told) -> str:
    return f"{CATALOGUE[told.shown.measure].definition} {LEFT_OUT}"


def _before_headline(headline: str) -> str:
    """Return the headline of the map of before; where there is no room to say so, the subtitle does."""
    said = f"Before: {_lowered(headline)}"
    return said if len(said) < LONGEST_HEADLINE else headline


def _lowered(headline: str) -> str:
    """Return a headline to follow a colon; weekdays keep their capital."""
    is_weekday = headline.startswith(WEEKDAYS)
    return headline if is_weekday else f"{headline[:1].lower()}{headline[1:]}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
