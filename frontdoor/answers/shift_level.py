"""Are people moving online? The level and the shift apart, against a year before and the strategy's path, and why it moved."""

from dataclasses import replace
from datetime import date

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Provenance, Result
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.labels import label_of
from frontdoor.answers.marks import marks_between
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.result import result_of
from frontdoor.answers.shift_counted import Counted, counted
from frontdoor.answers.shift_level_figures import channels_figure, online_figure, online_headline
from frontdoor.answers.shift_level_places import Places, places_figure
from frontdoor.answers.shift_level_wards import wards_box, wards_of
from frontdoor.answers.shift_level_words import TOO_SOON, answer_words, facts_of, is_beyond_noise, services_box
from frontdoor.answers.shift_months import Together, year_name
from frontdoor.answers.shift_parts import lower
from frontdoor.answers.shift_path import on_path
from frontdoor.answers.shift_why import Why, channel_parts, parts_columns, why, why_words
from frontdoor.answers.shift_why_figures import change_figure, waterfall_figure
from frontdoor.answers.trend import total
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Mark
from frontdoor.filters import Filters
from frontdoor.measures.contact import DIGITAL_SHARE
from frontdoor.statistics.share_shift import ShareShift
from frontdoor.strategy.strategy import PromisedMeasure

QUESTION = "Are people moving online?"
CANNOT_SAY = "We can’t say whether people are moving online."
NOT_OF_CHANNELS = "A shift is between all channels: leave the channel filter out."
WHAT_TO_SET = "Put them in council.toml under [[digital_channel]], as docs/council-file.md says."
HIDDEN = "Some counts are too small to show, so the change is not split into its parts."
NO_BASELINE = "The baseline year {} is not used here: it does not lie before the last twelve months with every month from it on recorded alike."
SIGN_OFF = (
    "A channel that comes, goes or jumps overnight is taken for a change of recording. Where a digital channel really began then, put its "
    "first day in council.toml under [[digital_channel]]."
)


def level(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return how many contacts are online, by how much that moved, why, and by which services."""
    return level_of(filters, open_context(filters, audience))


def level_of(filters: Filters, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    if filters.channels:
        return _nothing(NOT_OF_CHANNELS, context)
    try:
        return _answer(counted(online(context), filters, context), context)
    except CannotTellError as reason:
        return _nothing(str(reason), context)


def online(context: Context) -> PromisedMeasure:
    """Return the council's own measure of contacts made online, or the catalogue's where no promise names one."""
    own = (promised for promised in context.measures() if promised.measure == DIGITAL_SHARE.key)
    return next(own, bare(DIGITAL_SHARE))


def _answer(found: Counted, context: Context) -> ViewAnswer:
    years = found.together.years
    told = found.shift(context)
    shift = told[1] if told else None
    result = result_of(found.promised, found.filters, context)
    parts = why(found.years("service", context))
    now = found.filters.during(years[1] if years else found.together.period)
    share = total(_months_of(found, now), DIGITAL_SHARE, now, context, is_complete=True).value
    if share is None:
        return _nothing("Too few contacts of this choice are recorded to show.", context)
    provenance = provenance_of(found.promised, found.asked, found.filters.during(found.together.period), context)
    path = on_path(context.targets(found.promised), now.period, share, DIGITAL_SHARE.better, _start(found, shift))
    lead = [why_words(parts, _is_clear(shift)) if parts else "" if years else TOO_SOON, path.words if path else ""]
    return replace(
        _empty(context),
        answer=answer_words(share, shift, years),
        lead=" ".join(words for words in lead if words),
        basis=_basis(found),
        sections=_sections(found, result, shift, provenance, context),
        provenance=provenance,
        notes=_notes(found, parts),
        facts=facts_of(result, shift, found.years("channel", context), found.together),
    )


def _start(found: Counted, shift: ShareShift | None) -> tuple[date, float] | None:
    """Return the baseline year's last day and share, None without a baseline."""
    held = found.together
    if shift is None or held.baseline is None or not held.is_since_baseline:
        return None
    return held.baseline.last, float(shift.before[0])


def _months_of(found: Counted, now: Filters) -> pl.DataFrame:
    start = found.months["period_start"]
    return found.months.filter(start.is_between(now.period.first, now.period.last))


def _sections(
    found: Counted, result: Result, shift: ShareShift | None, provenance: Provenance, context: Context
) -> tuple[Section, ...]:
    """Return level beside reason, channels beside their changes, and the services."""
    line, years = source_line("Contacts by month.", provenance), found.together.years
    marks = _marks(found, context)
    by_channel = channel_parts(found.years("channel", context))
    parts = why(found.years("service", context))
    headline = online_headline(result, shift, _since(found.together))
    pairs = (
        (
            online_figure(result, found.trend(context), headline, marks, line),
            waterfall_figure(parts, years, line, _is_clear(shift)) if parts and years else None,
        ),
        (
            channels_figure(found, marks, line, context),
            change_figure(by_channel, years, line, context) if by_channel and years else None,
        ),
    )
    sections = [Section(figures=_stamped(pair, context)) for pair in pairs]
    sections += [_by_service(found, parts, line, context), _by_ward(found, line, context)]
    return tuple(section for section in sections if section.figures or section.boxes)


def _by_service(found: Counted, parts: Why | None, line: str, context: Context) -> Section:
    """Return who moved and what only grew beside the shift of each service; nothing with one service."""
    told = found.shift(context, "service")
    if told is None or len(told[0]) < 2:
        return Section()
    services, shift = told
    has_parts = parts is not None and parts.services.places == services
    labels = tuple(label_of(each, "service", context) for each in services)
    places = Places("service", labels, shift, parts_columns(parts) if parts and has_parts else {})
    boxes = (services_box(parts, shift, context),) if parts and has_parts else ()
    return Section(boxes, _stamped((places_figure(places, found.together, line),), context))


def _by_ward(found: Counted, line: str, context: Context) -> Section:
    wards = wards_of(found, context)
    if wards is None:
        return Section()
    return Section(
        (wards_box(wards, context),), _stamped((places_figure(wards.places, found.together, line),), context)
    )


def _since(held: Together) -> str:
    return "since the baseline" if held.is_since_baseline else "in a year"


def _stamped(figures: tuple[Figure | None, ...], context: Context) -> tuple[Figure, ...]:
    return tuple(made for figure in figures if (made := stamped(figure, context)))


def _is_clear(shift: ShareShift | None) -> bool:
    return shift is not None and is_beyond_noise(shift)


def _marks(found: Counted, context: Context) -> tuple[Mark, ...]:
    """Return changes of recording, digital channels that began or ended by the council file, and what else happened."""
    held = found.together
    period, dated = held.period, [(change.on_date, change.mark) for change in held.changes]
    for own in context.council.digital_channels:
        label = label_of(own.channel, "channel", context)
        dated += [
            (own.from_date, f"{label} began"),
            *([(own.before_date, f"{label} ended")] if own.before_date else []),
        ]
    known = [Mark(day, words) for day, words in sorted(dated) if period.first < day <= period.last]
    told = {mark.on_date for mark in known}
    others = marks_between(period, found.filters.services, (), context)
    return (*known, *(mark for mark in others if mark.on_date not in told))


def _basis(found: Counted) -> str:
    held, years = found.together, found.together.years
    said = f"{held.period.label}: the months in which every channel was recorded alike."
    if years is None:
        return said
    return f"{said} {year_name(years[1])} is held against {lower(year_name(years[0]))}."


def _notes(found: Counted, parts: Why | None) -> tuple[str, ...]:
    """Return what to know: changes of recording, and why there are no parts."""
    held: Together = found.together
    changes = [change.words for change in held.changes if not change.is_first]
    unused = NO_BASELINE.format(held.baseline.label) if held.baseline and not held.is_since_baseline else ""
    notes = [unused, *changes, *held.late, SIGN_OFF if changes else "", HIDDEN if held.years and parts is None else ""]
    return tuple(note for note in notes if note)


def _nothing(why_not: str, context: Context) -> ViewAnswer:
    to_set = f" {WHAT_TO_SET}" if "which channels are digital" in why_not else ""
    nothing = Nothing(CANNOT_SAY, f"{why_not}{to_set}")
    return replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
