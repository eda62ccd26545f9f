"""What happens in my ward, and who speaks for it? Its councillors, its figures beside the council's, a map and its trend."""

from dataclasses import dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.demand_nouns import chosen_words
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.marks import marks_of
from frontdoor.answers.measure import provenance_line, stamped
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.result import result_of
from frontdoor.answers.view_answer import Box, Section, ViewAnswer
from frontdoor.answers.ward_choices import Show
from frontdoor.answers.ward_figures import wards_figure
from frontdoor.answers.ward_places import Places, Ward, places_of, year_to
from frontdoor.answers.ward_sums import WARD, WardSums, ward_sums
from frontdoor.answers.ward_words import (
    actions_box,
    answer_words,
    beside_table,
    lead_words,
    notes_of,
    too_few_box,
    unknown_box,
)
from frontdoor.figure import Figure
from frontdoor.filters import Filters

QUESTION = "What happens in my ward?"
NO_WARDS = "We know of no wards."
HOW_TO_BEGIN = (
    "No contact is recorded by ward, and neither ward boundaries nor councillors are loaded. Load the boundaries:"
)
COMMAND = "python -m frontdoor load FILE --source ward_boundaries"
DOCUMENT = "docs/places.md"


@dataclass(frozen=True, slots=True)
class WardAnswer:
    """The ward chosen with its councillors (None: none yet), the figures, and which files are there."""

    chosen: Ward | None
    view: ViewAnswer
    has_postcodes: bool
    has_councillors: bool


def ward(filters: Filters, audience: Audience, name: str, show: Show) -> WardAnswer:
    """Return the ward called `name` ('' or unknown: all side by side); `show` is what the map and the trend are of."""
    return ward_in(filters, open_context(filters, audience), name, show)


def ward_names(filters: Filters, audience: Audience) -> tuple[str, ...]:
    """Return the names of the wards to choose from, in order."""
    return tuple(each.name for each in places_of(filters, open_context(filters, audience)).wards)


def ward_in(filters: Filters, context: Context, name: str, show: Show) -> WardAnswer:
    """Return the same from a context already open."""
    places = places_of(filters, context)
    chosen = places.called(name)
    if not places.wards:
        nothing = Nothing(NO_WARDS, HOW_TO_BEGIN, COMMAND, DOCUMENT)
        view = replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)
    else:
        view = _view(places, chosen, show, filters, context)
    return WardAnswer(chosen, view, places.postcodes is not None, places.councillors is not None)


def _view(places: Places, chosen: Ward | None, show: Show, filters: Filters, context: Context) -> ViewAnswer:
    asked = replace(filters, attribute=None, value=None, period=year_to(filters.period, context))
    found = [ward_sums(each, asked, context) for each in Show]
    drawn = next(each for each in found if each.show is show)
    provenance = provenance_of(drawn.promised, drawn.asked, asked, context)
    source = source_line(f"{drawn.measure.label} by month and ward.", provenance)
    picture = stamped(wards_figure(drawn, places, chosen, asked.period, source), context)
    trend = _trend(drawn, chosen, asked, context)
    table = (beside_table(chosen, found),) if chosen and chosen.recorded_as else ()
    boxes = [too_few_box(chosen, found, len(places.wards)), unknown_box(found, places)]
    if chosen is not None and context.audience is not Audience.PUBLIC:
        boxes.insert(0, actions_box(chosen, context))
    return replace(
        _empty(context),
        answer=answer_words(chosen, found, asked.period),
        lead=lead_words(chosen, found),
        basis=f"{chosen_words(asked, context)}, {asked.period.label}.",
        sections=(
            Section((), (picture,) if picture else (), table),
            Section((), (trend,) if trend else ()),
            Section(_with_lines(boxes)),
        ),
        provenance=provenance,
        notes=(*((drawn.reason,) if drawn.reason else ()), *notes_of(places, filters.attribute is not None)),
    )


def _trend(sums: WardSums, chosen: Ward | None, filters: Filters, context: Context) -> Figure | None:
    """Return the ward's months; None without a ward, or where they cannot be told."""
    if chosen is None or not chosen.recorded_as or sums.reason:
        return None
    result = result_of(sums.promised, replace(filters, attribute=WARD, value=chosen.recorded_as), context)
    marks = marks_of(sums.promised, filters, context)
    made = trend_figure(result, marks, provenance_line(result))
    return stamped(made and replace(made, key="ward-trend", subtitle=f"{chosen.name}: {made.subtitle}"), context)


def _with_lines(boxes: list[Box]) -> tuple[Box, ...]:
    return tuple(box for box in boxes if box.lines)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
