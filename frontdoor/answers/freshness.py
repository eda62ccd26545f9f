"""How fresh the figures are, in one line, naming any source that is late."""

from datetime import date, timedelta

from frontdoor.answers.answer import Freshness
from frontdoor.answers.context import Context
from frontdoor.measures.formatting import format_date

LATE_AFTER_DAYS = 3
"""A source whose last day is this many days behind the newest source is named as late."""


def late_sources(context: Context) -> list[tuple[str, date]]:
    """Return the sources whose last day is well behind the newest, latest first missing, with that day."""
    limit = context.as_at - timedelta(days=LATE_AFTER_DAYS)
    ended = {
        each.source for each in context.council.sources_of_record if each.before_date and each.before_date <= limit
    }
    late = [(name, last) for name, last in context.warehouse.covered_to.items() if last < limit and name not in ended]
    return sorted(late, key=lambda each: each[1])


def freshness_of(context: Context) -> Freshness:
    """Return the freshness line: council, last day covered, and what is late."""
    late = late_sources(context)
    tail = f" {_late_words(late, context.as_at)}" if late else ""
    return Freshness(
        council=context.council.name,
        generation=context.warehouse.generation,
        as_at=context.as_at,
        line=f"{context.council.name}. Figures to {format_date(context.as_at)}.{tail}",
        is_invented=context.council.is_invented,
        notice=_notice(context),
    )


def _late_words(late: list[tuple[str, date]], as_at: date) -> str:
    name, last = late[0]
    days = (as_at - last).days
    others = f" and {len(late) - 1} more" if len(late) > 1 else ""
    return f"{name}{others}: {days} days late."


def _notice(context: Context) -> str:
    """Return what a reader must know first: that these are the last good figures, or where public figures come from."""
    if context.warehouse.notice or context.council.is_invented:
        return context.warehouse.notice
    return context.council.notice
