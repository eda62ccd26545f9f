"""What have we tried, and what came of it? Every pilot declared or announced, so that the next starts from evidence."""

from collections.abc import Sequence

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.answers.pilot_library_rows import announced_table, pilots_table
from frontdoor.answers.pilot_library_words import answer_words, empty_box, lead_words
from frontdoor.answers.pilot_titles import titles_of
from frontdoor.answers.pilot_verdict_criteria import measures_of
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.strategy.strategy import Pilot

QUESTION = "What have we tried, and what came of it?"


def library(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return every pilot of the council, the latest first, with what its own rule gives."""
    context = open_context(filters, audience)
    held = sorted(context.register.pilots(), key=lambda each: each.plan.first_day, reverse=True)
    return library_of([pilot_found(each, context) for each in held], context)


def library_of(found: Sequence[PilotFound], context: Context) -> ViewAnswer:
    """Return the same of what is already found."""
    announced = announced_only(found, context)
    tables = (
        *((pilots_table(found, [measures_of(each, context) for each in found]),) if found else ()),
        *((announced_table(announced, context.council.strategy.council),) if announced else ()),
    )
    boxes = (empty_box(context.audience),) if not found else ()
    return ViewAnswer(
        question=QUESTION,
        answer=answer_words(found, len(announced)),
        lead=lead_words(found),
        basis="",
        sections=tuple(
            Section(boxes=boxes if not number else (), tables=(table,)) for number, table in enumerate(tables)
        )
        or (Section(boxes=boxes),),
        freshness=freshness_of(context),
        provenance=None,
    )


def announced_only(found: Sequence[PilotFound], context: Context) -> tuple[Pilot, ...]:
    """Return the pilots that the strategy announces and nobody has declared with dates and criteria."""
    declared = {each.held.plan.key for each in found}
    return tuple(each for each in context.council.strategy.pilots if each.key not in declared)


def pilots_offered(filters: Filters, audience: Audience) -> dict[str, str]:
    """Return the title of each pilot declared by its key, the latest first."""
    context = open_context(filters, audience)
    return titles_of(context.register.pilots())
