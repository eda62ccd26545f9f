"""Did the shift to online stick, or did people call or visit after all?"""

from dataclasses import replace
from datetime import timedelta

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand_nouns import chosen_words
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.peaks_week_basis import recorded_changes
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.recording import is_comparable, recorded
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.shift_stick_completed import completed_online
from frontdoor.answers.shift_stick_figures import bounce_figure, journeys_figure
from frontdoor.answers.shift_stick_forms import worst_channels, worst_forms, worst_services
from frontdoor.answers.shift_stick_seen import (
    Counts,
    Seen,
    bounce_within,
    counts_of,
    journeys,
    links_by_channel,
    seen_in,
)
from frontdoor.answers.shift_stick_words import (
    answer_words,
    completed_box,
    lead_words,
    links_box,
    range_box,
    shift_box,
    worst_box,
)
from frontdoor.answers.view_answer import Box, Line, Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period

QUESTION = "Did it stick?"
DEFAULT_WITHIN_DAYS = 3
CANNOT_SAY = "We can’t say whether online contact stuck."
NOT_ONE_BY_ONE = "No contact is recorded one by one in this choice."
NONE_ONLINE = "No online contact is recorded in this choice. Choose a longer period, or more services or channels."
COMMAND = "python -m frontdoor load FILE --source frontdoor"
DOCUMENT = "docs/canonical-csv.md"
HOW = (
    "A bounce is an online contact whose next contact by the same customer about the same service was a phone call or a "
    "visit within the days chosen. A call that would have come anyway, about something else of the same service, counts too."
)


def stick(filters: Filters, audience: Audience, within_days: int = DEFAULT_WITHIN_DAYS) -> ViewAnswer:
    """Return how many online contacts bounced to phone or visit within so many days (0 to 90), as a range."""
    return stick_of(filters, open_context(filters, audience), within_days)


def stick_of(filters: Filters, context: Context, within_days: int = DEFAULT_WITHIN_DAYS) -> ViewAnswer:
    """Return the same from a context already open."""
    try:
        seen = seen_in(filters.period, within_days, filters, context)
        counts = counts_of(seen, context)
    except CannotTellError as reason:
        return _nothing(Nothing(CANNOT_SAY, str(reason)), context)
    if not counts.contacts:
        return _nothing(Nothing(CANNOT_SAY, NOT_ONE_BY_ONE, COMMAND, DOCUMENT), context)
    if not counts.digital:
        return _nothing(Nothing(CANNOT_SAY, NONE_ONLINE), context)
    return _answer(seen, counts, filters, context)


def _answer(seen: Seen, counts: Counts, filters: Filters, context: Context) -> ViewAnswer:
    days = seen.within_days
    provenance = provenance_of(bounce_within(days), (seen.asked,), replace(filters, channels=()), context)
    source = source_line("Contacts and the next contact of the same customer.", provenance)
    sections = _sections(seen, counts, source, filters, context) if counts.bounces.is_known[0] else ()
    return replace(
        _empty(context),
        answer=answer_words(counts, days),
        lead=lead_words(counts),
        basis=f"{chosen_words(filters, context)}, {seen.period.label}, followed for {count_noun(days, 'day')}.",
        sections=(Section((range_box(counts), links_box(links_by_channel(seen, context), context))), *sections),
        provenance=provenance,
        notes=_notes(seen, filters, context),
    )


def _sections(seen: Seen, counts: Counts, source: str, filters: Filters, context: Context) -> tuple[Section, ...]:
    days = seen.within_days
    services, forms = worst_services(seen, context), worst_forms(seen, context)
    channels = bounce_figure("channel", "channel", worst_channels(seen, context), days, source)
    by_service = bounce_figure("service", "service", services, days, source)
    by_form = bounce_figure("form", "form", forms, days, source)
    walked = journeys_figure(journeys(seen, context), days, source, context)
    digital = tuple(sorted(_digital_channels(seen)))
    completed = completed_box(completed_online(filters, digital, context), context)
    return (
        Section((_shift(seen, counts, filters, context),), _drawn(channels, context)),
        Section((worst_box("Services that send people back", services, "service"),), _drawn(by_service, context)),
        Section((worst_box("Forms that send people back", forms, "form"),), _drawn(by_form, context)),
        Section((completed,), _drawn(walked, context)),
    )


def _digital_channels(seen: Seen) -> set[str]:
    return set(seen.online.filter(seen.online["digital_contacts"] > 0)["channel"])


def _shift(seen: Seen, counts: Counts, filters: Filters, context: Context) -> Box:
    """Return the shift against the period compared with, the year before without one; or why it cannot be told."""
    other = filters.compared_with or filters.period.year_before()
    try:
        held = recorded(bare(CATALOGUE["digital_share"]), filters, context)
        if not is_comparable(held, other, CATALOGUE["digital_share"]):
            return _cannot_compare(f"channels were recorded otherwise. {held.reason if held else ''}".strip())
        short = filters.period.last - seen.period.last
        stretch = Period(other.first, max(other.first, other.last - short))
        before = counts_of(seen_in(stretch, seen.within_days, filters, context), context)
    except CannotTellError as reason:
        return _cannot_compare(str(reason))
    if not before.contacts:
        return _cannot_compare(f"nothing is recorded for {other.label}.")
    return shift_box(before, counts, f"in {other.label}")


def _cannot_compare(reason: str) -> Box:
    return Box("The shift, net of bounces", (Line("Can’t tell:", reason),))


def _drawn(figure: Figure | None, context: Context) -> tuple[Figure, ...]:
    made = stamped(figure, context)
    return (made,) if made else ()


def _notes(seen: Seen, filters: Filters, context: Context) -> tuple[str, ...]:
    cut = (filters.period.last - seen.period.last) // timedelta(days=1)
    early = f"The last {count_noun(cut, 'day')} are left out: what followed is not known yet." if cut else ""
    changes = recorded_changes("digital_share", replace(filters, channels=()), context)
    inside = [each.words for each in changes if filters.period.first < each.on_date <= filters.period.last]
    return tuple(note for note in (HOW, early, *inside) if note)


def _nothing(nothing: Nothing, context: Context) -> ViewAnswer:
    return replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
