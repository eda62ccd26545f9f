"""What will come? The next eight weeks by week, day or half-hour, how far to trust that, and each service's share of it."""

from dataclasses import dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand import live_only
from frontdoor.answers.demand_by_day import CALLS
from frontdoor.answers.demand_days import NO_HOURS, has_hours
from frontdoor.answers.demand_nouns import chosen_words, noun_of
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_forecast_figures import forecast_figure, usual_week_figure
from frontdoor.answers.peaks_forecast_frames import expected_columns, week_words
from frontdoor.answers.peaks_forecast_made import Made, is_long_enough, made_of
from frontdoor.answers.peaks_forecast_places import places_figures
from frontdoor.answers.peaks_forecast_series import Series, as_date, day_series, half_hour_series
from frontdoor.answers.peaks_forecast_trust import trust_box
from frontdoor.answers.peaks_forecast_usual import too_short_words, usual_section
from frontdoor.answers.peaks_forecast_words import answer_words, basis_words, lead_words, notes_of
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.view_answer import Box, Line, Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from frontdoor.statistics.forecasting import Grain

QUESTION = "What will come in the next eight weeks?"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the view is about: the filters with phone alone where no channel is chosen, and the grain wanted."""

    filters: Filters
    grain: Grain
    chose_channels: bool
    context: Context


def coming_weeks(filters: Filters, audience: Audience, grain: Grain) -> ViewAnswer:
    """Return what to expect in the eight weeks after the last day recorded, by week, day or half-hour."""
    return coming_weeks_of(filters, grain, open_context(filters, audience))


def coming_weeks_of(filters: Filters, grain: Grain, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    asked = _Asked(live_only(filters), grain, bool(filters.channels), context)
    try:
        series = series_of(asked.filters, context)
    except CannotTellError as reason:
        nothing = Nothing("We can’t say what will come.", str(reason))
        return replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)
    noun = noun_of(asked.filters)
    provenance = provenance_of(bare(CATALOGUE["contacts"]), series.asked, _over(series, asked.filters), context)
    counted = f"{noun.capitalize()} that joined the queue" if series.column == CALLS else noun.capitalize()
    source = source_line(f"{counted}, local time.", provenance)
    begun = replace(_empty(context), provenance=provenance)
    if not is_long_enough(series):
        return _usual(series, noun, begun, asked, source)
    return _answer(made_of(series), noun, begun, asked, source)


def series_of(filters: Filters, context: Context) -> Series:
    """Return all that is chosen as one series, by half-hour where times of day are known, else by day.

    Raises CannotTellError where neither is: by ward or the like only months are kept.
    """
    try:
        return half_hour_series(filters, context)
    except CannotTellError:
        if filters.attribute is not None:
            raise
        return day_series(filters, context)


def _over(series: Series, filters: Filters) -> Filters:
    return filters.during(Period(series.first, as_date(series.past, len(series.past) - 1)))


def _answer(made: Made, noun: str, begun: ViewAnswer, asked: _Asked, source: str) -> ViewAnswer:
    context = asked.context
    grain = asked.grain if asked.grain is not Grain.HALF_HOUR or made.series.has_times else Grain.DAY
    picture = _picture(made, grain, noun, context, source)
    places = places_figures(asked.filters, noun, context, source)
    return replace(
        begun,
        answer=answer_words(made, noun),
        lead=lead_words(made, noun),
        basis=basis_words(made, chosen_words(asked.filters, context)),
        sections=(
            Section((_weeks_box(made, noun),), _stamped((picture,), context)),
            Section((trust_box(made, grain, noun),), _stamped(places, context)),
        ),
        notes=(
            *notes_of(made, noun, asked.grain, chose_channels=asked.chose_channels),
            *((NO_HOURS,) if made.series.has_times and not has_hours(context) else ()),
        ),
    )


def _picture(made: Made, grain: Grain, noun: str, context: Context, source: str) -> Figure:
    if grain is Grain.HALF_HOUR:
        return usual_week_figure(made, noun, source)
    return forecast_figure(made, grain, noun, context.audience, source)


def _weeks_box(made: Made, noun: str) -> Box:
    """Return each week ahead with its 80% interval."""
    weeks = expected_columns(made, Grain.WEEK)
    lines = []
    for place, expected in enumerate(weeks["expected"]):
        low, high = (format_value(float(weeks[name][place]), Unit.COUNT) for name in ("low_80", "high_80"))
        first = as_date(made.series.ahead, place * 7)
        fact = f"{format_value(float(expected), Unit.COUNT)} {noun}"
        lines.append(Line(week_words(first), f"4 in 5 times {low} to {high}", fact))
    return Box("Week by week", tuple(lines))


def _usual(series: Series, noun: str, begun: ViewAnswer, asked: _Asked, source: str) -> ViewAnswer:
    answer, lead = too_short_words(series)
    section = usual_section(series, noun, source)
    last = format_date(as_date(series.past, len(series.past) - 1))
    return replace(
        begun,
        answer=answer,
        lead=lead,
        basis=f"{chosen_words(asked.filters, asked.context)}, {format_date(series.first)} to {last}; open days.",
        sections=(Section((), _stamped(section.figures, asked.context)),),
    )


def _stamped(figures: tuple[Figure, ...], context: Context) -> tuple[Figure, ...]:
    return tuple(made for figure in figures if (made := stamped(figure, context)))


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
