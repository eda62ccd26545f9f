"""Drafts the annual update to scrutiny: every section from the answers the pages show, with the words officers wrote."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.provenance import moment_words
from frontdoor.answers.update_actions import actions_part
from frontdoor.answers.update_ahead import ahead_part, events_part
from frontdoor.answers.update_blocks import Paper, Part, Words, figures_of, named_places
from frontdoor.answers.update_equality import equality_part
from frontdoor.answers.update_feedback import complaints_part, satisfaction_part
from frontdoor.answers.update_pilots import pilots_part
from frontdoor.answers.update_promises import promises_part
from frontdoor.answers.update_sources import Drafting, only_used, sealed
from frontdoor.answers.update_targets import targets_part
from frontdoor.answers.update_year import filters_of, year_called
from frontdoor.errors import AccessError
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.annual_updates import SectionWords, section_words
from frontdoor.register.entries import author_words

Progress: TypeAlias = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and what is worked on."""

NO_DRAFTS = (
    "Drafts of the annual update are read by officers and members; everybody else reads the versions that are issued."
)
MOST_NAMED = 5
"""How many numbers that changed are named."""

PARTS: tuple[tuple[str, Callable[[Drafting], Part]], ...] = (
    ("promises", promises_part),
    ("targets", targets_part),
    ("pilots", pilots_part),
    ("complaints", complaints_part),
    ("actions", actions_part),
    ("satisfaction", satisfaction_part),
    ("equality and inclusion", equality_part),
    ("what comes", ahead_part),
    ("what happened", events_part),
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose update, who asks, the moment with its zone, and the calendar year in which the strategy year begins (None: the usual)."""

    council: str
    generation: int | None
    audience: Audience
    now: datetime
    begins: int | None = None


def may_draft(audience: Audience) -> bool:
    """Return whether this reader sees drafts."""
    return audience in (Audience.OFFICER, Audience.MEMBER)


def refuse_drafts(audience: Audience) -> None:
    """Raise AccessError for those who read issued versions only."""
    if not may_draft(audience):
        raise AccessError(NO_DRAFTS)


def draft(asking: Asking, tell: Progress = lambda _share, _words: None) -> Paper:
    """Return the update as it stands now, made for a committee's published papers whoever drafts it.

    Raises:
        AccessError: the audience reads issued versions only.
        FrontdoorError: there are no figures, or none of that year.
    """
    refuse_drafts(asking.audience)
    drafting = drafting_of(asking)
    written = section_words(drafting.context.register, drafting.year.first)
    parts = tuple(_with_words(part, written.get(part.key), drafting.context) for part in _parts(drafting, tell))
    tell(1.0, "Done")
    return _paper(drafting, parts)


def drafting_of(asking: Asking) -> Drafting:
    """Return what the update is drafted from, opened once for all of it."""
    filters = Filters(asking.council, _any_day(asking), generation=asking.generation)
    context = open_context(filters, Audience.COMMITTEE)
    year = year_called(context, asking.begins)
    today = asking.now.astimezone(ZoneInfo(context.council.time_zone)).date()
    return Drafting(year, filters_of(year, asking.council, context.warehouse.generation), context, today)


def _any_day(asking: Asking) -> Period:
    return Period(asking.now.date(), asking.now.date())


def _parts(drafting: Drafting, tell: Progress) -> Iterator[Part]:
    for place, (name, make) in enumerate(PARTS):
        tell(place / len(PARTS), f"Drafting: {name}")
        part = make(drafting)
        used = (*(each.source for each in part.sentences), *(row.source for grid in part.grids for row in grid.rows))
        yield replace(part, sources=only_used(part.sources, used))


def _with_words(part: Part, written: SectionWords | None, context: Context) -> Part:
    """Return the section with what officers wrote, and which of its numbers are not what they were then."""
    if written is None:
        return part
    when = moment_words(written.recorded_at, context.council.time_zone)
    author = author_words(written.author, is_verified=written.author_is_verified)
    return replace(part, words=Words(written.id, written.words, author, when, changed_since(part, written.figures)))


def changed_since(part: Part, figures: Mapping[str, str]) -> tuple[str, ...]:
    """Return which numbers of a section are not what they were, in words: 'Calls answered, 2025/26: 90% then, 91% now'."""
    now, names = figures_of(part), named_places(part)
    said = []
    for place in sorted({*now, *figures}):
        was, is_now = figures.get(place), now.get(place)
        if was == is_now:
            continue
        name = names.get(place, part.title)
        said.append(
            f"{name}: {'not there' if was is None else was} then, {'not there' if is_now is None else is_now} now"
        )
    more = len(said) - MOST_NAMED
    return (*said[:MOST_NAMED], *([f"and {more} more"] if more > 0 else []))


def _paper(drafting: Drafting, parts: tuple[Part, ...]) -> Paper:
    context, year = drafting.context, drafting.year
    strategy = context.council.strategy
    return Paper(
        council=context.council.name,
        title=f"{strategy.title}: annual update {year.label}",
        to_whom=strategy.oversight,
        first=drafting.filters.period.first,
        last=drafting.filters.period.last,
        year=year.label,
        status=year.status,
        stamp=context.stamp,
        generation=context.warehouse.generation,
        as_at=context.as_at,
        chain=sealed(context),
        parts=parts,
    )
