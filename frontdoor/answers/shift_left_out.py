"""Who was left out? How each group moved online against the rest, whose contact fell, and how those fared who stayed."""

from dataclasses import replace

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context, unpromised
from frontdoor.answers.demand_nouns import chosen_words
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.shift_left_out_assisted import assisted_box, told_of
from frontdoor.answers.shift_left_out_collect import collect_box
from frontdoor.answers.shift_left_out_deprivation import by_deprivation
from frontdoor.answers.shift_left_out_groups import ATTRIBUTES, Groups, groups_of
from frontdoor.answers.shift_left_out_stayed import Asking, about_box, satisfaction_box, score_lines, waits_box
from frontdoor.answers.shift_left_out_words import (
    NAMES,
    NOT_CROSSED,
    TEST,
    facts_of,
    group_box,
    headline,
    lead,
    named,
    share_words,
)
from frontdoor.answers.shift_months import Together, together
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Kind
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.strategy import PromisedMeasure

QUESTION = "Who was left out?"
SHORT = "It takes more than a year of whole months recorded alike to say how groups moved; there are {months}."
NOT_NARROWED = "The ward or group chosen is not applied here: every group is shown beside the others."
OF_WARDS = (
    "Deprivation is the ward’s, not the person’s: people who are not poor live in the most deprived wards, and poor people in every ward. "
    "Wards without a decile, those that forms fill in and those too few to be shown are in no group."
)
MOST_ROWS = 10
DEFINITION = (
    "Contacts of each group that came in channels the council counts as digital, of all its contacts, over the same months of two "
    "years. Counts of 1 to 4 are hidden. " + TEST
)


def left_out(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return who fell behind in the year up to the period's end, against the same months a year before."""
    return left_out_in(filters, open_context(filters, audience))


def left_out_in(filters: Filters, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    every = replace(filters, attribute=None, value=None, channels=())
    promised = next((each for each in context.measures() if each.measure == "digital_share"), None)
    promised = replace(promised or unpromised("digital_share", context), services=(), channels=())
    try:
        months = together(promised, every, context)
    except CannotTellError as reason:
        return _nothing(str(reason), context)
    if months.years is None:
        return _nothing(SHORT.format(months=months.period.months), context)
    return _answer(promised, every, months, filters.attribute is not None, context)


def _answer(
    promised: PromisedMeasure, filters: Filters, months: Together, is_narrowed: bool, context: Context
) -> ViewAnswer:
    assert months.years is not None
    asked = [groups_of(attribute, promised, filters, months.years, context) for attribute in ATTRIBUTES]
    wards = next((each for each in asked if each is not None and each.attribute == "ward"), None)
    found = [each for each in (*asked, by_deprivation(wards, months.years, context)) if each is not None]
    before, now = months.years
    stands_on = tuple(each.asked for each in found)
    provenance = provenance_of(promised, stands_on, filters.during(Period(before.first, now.last)), context)
    source = source_line("Contacts by month and group.", provenance)
    return replace(
        _empty(context),
        answer=headline(found),
        lead=lead(found),
        basis=f"{chosen_words(filters, context)}, {now.label} against {before.label}.",
        sections=_sections(found, Asking(filters, months.years, context), source),
        provenance=provenance,
        facts=facts_of(found),
        notes=_notes(months, is_narrowed, context) if found else (),
    )


def _sections(found: list[Groups], asking: Asking, source: str) -> tuple[Section, ...]:
    """Return each attribute's words beside its picture, then those who stayed, then what the data cannot say."""
    of_groups = [
        Section((group_box(each, score_lines(each, asking)),), _pictures(each, asking.years, source, asking.context))
        for each in found
    ]
    stayed = Section((waits_box(asking), satisfaction_box(asking)))
    told = told_of(asking)
    said = (assisted_box(told, asking), about_box(asking), collect_box(found, told, asking.context))
    rest = tuple(box for box in said if box.lines)
    return (*of_groups, stayed, Section(rest))


def _pictures(found: Groups, years: tuple[Period, Period], source: str, context: Context) -> tuple[Figure, ...]:
    shown = [each for each in found.groups if each.share_now is not None]
    drawn = [each for place, each in enumerate(shown) if each.is_behind or place < MOST_ROWS]
    if not drawn:
        return ()
    drawn = [found.everyone, *drawn] if found.everyone.now and found.everyone.before else drawn
    shares = [(each.share_before or 0.0, each.share_now or 0.0) for each in drawn]
    frame = pl.DataFrame(
        {
            "label": [_label(each.value, found.attribute) for each in drawn],
            "value": [now for _, now in shares],
            "low": [min(pair) for pair in shares],
            "high": [max(pair) for pair in shares],
            "note": [f"{share_words(was)} a year before" for was, _ in shares],
            "is_highlighted": [each.is_behind for each in drawn],
        }
    )
    made = stamped(_figure(found, frame, years, source, len(shown)), context)
    return () if made is None else (made,)


def _figure(found: Groups, frame: pl.DataFrame, years: tuple[Period, Period], source: str, number: int) -> Figure:
    by = NAMES[found.attribute]
    behind = [named(each.value, found.attribute) for each in found.behind]
    words = f"{len(behind)} of {number} groups fell further behind" if behind else "No group fell further behind"
    few = f"; the {MOST_ROWS} least online" if number > MOST_ROWS else ""
    least = next(each for each in found.groups if each.share_now is not None)
    return Figure(
        key=f"left-out-{found.attribute}",
        kind=Kind.INTERVALS,
        frame=frame,
        unit=Unit.SHARE,
        better=Better.HIGHER,
        headline=words,
        subtitle=f"Contacts made online by {by}, {years[1].label}{few}",
        sentence=f"{words} by {by}. Least online: {_label(least.value, found.attribute)}, "
        f"{share_words(least.share_now)}, {share_words(least.share_before)} a year before.",
        definition=DEFINITION,
        table=_table(found),
        provenance=source,
        key_words=(f"{years[1].label}", "Since a year before"),
    )


def _label(value: str, attribute: str) -> str:
    words = value.replace("_", " ")
    return words if attribute == "age_band" else f"{words[:1].upper()}{words[1:]}"


def _table(found: Groups) -> pl.DataFrame:
    """Return every group, hidden ones named as such."""
    rows = [
        (
            _label(each.value, found.attribute),
            *(
                [format_value(end, Unit.SHARE) for end in (each.share_before, each.share_now)]
                if each.now
                else ["hidden: too few"] * 2
            ),
            "–"
            if each.gap is None
            else f"{each.gap[0] * 100:+.1f} ({each.gap[1] * 100:+.1f} to {each.gap[2] * 100:+.1f})".replace("-", "−"),
            "–" if each.before is None else format_value(each.before[0], Unit.COUNT),
            "–" if each.now is None else format_value(each.now[0], Unit.COUNT),
        )
        for each in found.groups
    ]
    names = (
        "Group",
        "Online a year before",
        "Online now",
        "Points gained beside the rest",
        "Contacts a year before",
        "Contacts now",
    )
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def _notes(months: Together, is_narrowed: bool, context: Context) -> tuple[str, ...]:
    wards = context.council.default_wards
    filled = f"{', '.join(wards)}: contacts without an address are recorded there too." if wards else ""
    changes = [change.words for change in months.changes if not change.is_first]
    of_wards = OF_WARDS if context.council.deprivation else ""
    said = (NOT_NARROWED if is_narrowed else "", *changes, filled, of_wards, NOT_CROSSED, TEST)
    return tuple(words for words in said if words)


def _nothing(reason: str, context: Context) -> ViewAnswer:
    nothing = Nothing("We can’t say who was left out.", reason)
    return replace(_empty(context), answer=nothing.answer, lead=reason, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
